//! A field's value for the page.

use serde_json::Value;

use super::super::escape;

/// Where a fact at a span is on the page, and what it is called.
pub(super) type Link<'l> = &'l dyn Fn((u64, u64)) -> Option<(String, String)>;

/// A value in words; none where it holds nothing. A span is a link to the fact that stands there.
pub(super) fn told(value: &Value, link: Link) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::String(text) => Some(escape(text)),
        Value::Array(items) => match span(items) {
            Some(span) => Some(match link(span) {
                Some((target, name)) => format!("<a href=\"{target}\">{}</a>", escape(&name)),
                None => format!("{}–{}", span.0, span.1),
            }),
            None => joined(items.iter().filter_map(|item| told(item, link)), "; "),
        },
        Value::Object(fields) => {
            let leading = ["name", "value", "text"].iter().find_map(|key| told(fields.get(*key)?, link));
            let rest = fields
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "name" | "text" | "span" | "value"));
            let rest =
                rest.filter_map(|(name, value)| Some(format!("{} {}", escape(name), told(value, link)?)));
            let rest = joined(rest, ", ").map(|rest| format!("<small>{rest}</small>"));
            joined(leading.into_iter().chain(rest), " ")
        }
    }
}

fn span(items: &[Value]) -> Option<(u64, u64)> {
    let [start, end] = items else { return None };
    Some((start.as_u64()?, end.as_u64()?))
}

fn joined(parts: impl Iterator<Item = String>, between: &str) -> Option<String> {
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| parts.join(between))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_in_words() {
        let link = |span: (u64, u64)| (span == (3, 6)).then(|| ("#f0-1".to_owned(), "May & June".to_owned()));
        let cases = [
            (json!(null), None),
            (json!([]), None),
            (json!({"name": null, "span": [1, 2]}), None),
            (json!("a<b"), Some("a&lt;b")),
            (json!(3.5), Some("3.5")),
            (json!([3, 6]), Some("<a href=\"#f0-1\">May &amp; June</a>")),
            (json!([3, 7]), Some("3–7")),
            (json!(["a", "b"]), Some("a; b")),
            (
                json!({"text": "Moscow", "name": "Russia", "span": [0, 6], "country": "RUS", "venue": null}),
                Some("Russia <small>country RUS</small>"),
            ),
            (
                json!({"direction": "up", "of": [3, 6]}),
                Some("<small>direction up, of <a href=\"#f0-1\">May &amp; June</a></small>"),
            ),
        ];
        for (value, want) in cases {
            assert_eq!(told(&value, &link).as_deref(), want, "{value}");
        }
    }
}
