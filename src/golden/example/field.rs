//! Fields of a fact in its wire form, by dotted path.

use rust_decimal::Decimal;
use serde_json::Value;

use crate::text::Span;

/// The values at a path: `status`, `date.value`, `parties.0.kind`, or `parties.kind` for those of all parties.
/// `None` where there is no such path.
pub(super) fn values(fact: &Value, path: &str) -> Option<Vec<String>> {
    let found = nodes(fact, path);
    (!found.is_empty()).then(|| found.into_iter().flat_map(plain).collect())
}

/// The values at a path of some facts, where they stand at a span of the text; each once.
pub(super) fn all_at_span<'f>(
    facts: impl IntoIterator<Item = &'f Value>,
    path: &str,
    span: Span,
) -> Vec<String> {
    let mut found = Vec::new();
    for node in facts.into_iter().flat_map(|fact| nodes(fact, path)).flat_map(items) {
        if span_of(node) == Some(span) {
            found.extend(plain(node).into_iter().filter(|value| !found.contains(value)).collect::<Vec<_>>());
        }
    }
    found
}

/// The items of a list, else the value itself.
fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice)
}

/// Whether values are those that an example wants, which parts them with `;`.
pub(super) fn same_values(wanted: &str, found: &[String]) -> bool {
    let mut wanted: Vec<&str> = wanted.split(';').map(str::trim).collect();
    if found.is_empty() {
        return wanted == ["null"];
    }
    if wanted.len() == found.len() && wanted.iter().zip(found).all(|(wanted, found)| same(wanted, found)) {
        return true;
    }
    // Lists of the wire are in the order of the text, but nobody should have to know.
    wanted.sort_unstable();
    let mut found: Vec<&str> = found.iter().map(String::as_str).collect();
    found.sort_unstable();
    wanted == found
}

/// Whether two values are the same: numbers by value, all else by letter.
fn same(wanted: &str, found: &str) -> bool {
    wanted == found
        || matches!((number(wanted), number(found)), (Some(wanted), Some(found)) if wanted == found)
}

/// A number and its unit: `230000000 USD`.
fn number(text: &str) -> Option<(Decimal, &str)> {
    let (digits, unit) = text.split_once(' ').unwrap_or((text, ""));
    let plain: String = digits.chars().filter(|&c| c != ',').collect();
    Decimal::from_str_exact(&plain).ok().map(|value| (value.normalize(), unit.trim()))
}

fn nodes<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    let mut found = vec![value];
    for part in path.split('.') {
        found = found.into_iter().flat_map(|value| step(value, part)).collect();
    }
    found
}

fn step<'v>(value: &'v Value, part: &str) -> Vec<&'v Value> {
    match value {
        Value::Object(fields) => fields.get(part).into_iter().collect(),
        Value::Array(items) => match part.parse::<usize>() {
            Ok(index) => items.get(index).into_iter().collect(),
            Err(_) => items.iter().flat_map(|item| step(item, part)).collect(),
        },
        _ => Vec::new(),
    }
}

/// A node as text: an object by what it is called, a figure with its unit, a list by its items.
pub(super) fn plain(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::Bool(bool) => vec![bool.to_string()],
        Value::Number(number) => vec![number.to_string()],
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(plain).collect(),
        Value::Object(fields) if fields.contains_key("bound") => vec![figure(value)],
        Value::Object(fields) => {
            let names = ["value", "name", "text"];
            let named = names.iter().find_map(|name| fields.get(*name).filter(|value| !value.is_null()));
            named.map_or(Vec::new(), plain)
        }
    }
}

/// A figure: `230000000 USD`, or of a range `3..5 km`.
fn figure(figure: &Value) -> String {
    let part = |name: &str| plain(&figure[name]).join("");
    let number = match &figure["value"] {
        Value::Null => format!("{}..{}", part("low"), part("high")),
        _ => part("value"),
    };
    match &figure["unit"]["code"] {
        Value::String(code) => format!("{number} {code}"),
        _ => number,
    }
}

/// The span of an object, in bytes.
pub(super) fn span_of(value: &Value) -> Option<Span> {
    let [start, end] = value.get("span")?.as_array()?.as_slice() else { return None };
    let byte = |value: &Value| value.as_u64().and_then(|byte| u32::try_from(byte).ok());
    Some(Span::new(byte(start)?, byte(end)?))
}

/// Whether anything in a value stands where a span is.
pub(super) fn overlaps(value: &Value, span: Span) -> bool {
    match value {
        Value::Array(items) => items.iter().any(|item| overlaps(item, span)),
        Value::Object(fields) => {
            span_of(value).is_some_and(|own| own.overlaps(span))
                || fields.values().any(|value| overlaps(value, span))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths() {
        let fact = serde_json::json!({
            "status": "signed", "count": 3, "title": null,
            "date": {"value": "2024-03-11", "text": "Monday", "span": [4, 10]},
            "parties": [{"name": "Mongolia", "kind": "state"}, {"name": "Ana", "kind": "person"}],
            "value": [{"value": "1.50"}],
        });
        let cases = [
            ("status", "signed", true),
            ("status", "initialled", false),
            ("count", "3", true),
            ("count", "3.0", true),
            ("count", "null", false),
            ("title", "null", true),
            ("nothing", "null", true),
            ("date", "2024-03-11", true),
            ("date.text", "Monday", true),
            ("parties", "Mongolia; Ana", true),
            ("parties", "Ana; Mongolia", true),
            ("parties", "Mongolia", false),
            ("parties.kind", "state;person", true),
            ("parties.1.kind", "person", true),
            ("parties.2.kind", "null", true),
            ("value", "1.5", true),
        ];
        for (path, wanted, want) in cases {
            let found = values(&fact, path).unwrap_or_default();
            assert_eq!(same_values(wanted, &found), want, "{path} = {wanted}: {found:?}");
        }
    }

    #[test]
    fn numbers_are_compared_by_value() {
        let cases = [
            ("230000000 USD", "230,000,000 USD", true),
            ("230000000 USD", "230000000 EUR", false),
            ("1.50", "1.5", true),
            ("2018-Q1", "2018-Q1", true),
            ("5", "five", false),
        ];
        for (wanted, found, want) in cases {
            assert_eq!(same_values(wanted, &[found.to_owned()]), want, "{wanted} {found}");
        }
    }
}
