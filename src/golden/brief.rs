//! Field values in few words, and the changes between them leaf by leaf.

use serde_json::Value;

use super::compare::FieldChange;

/// A change of one leaf: `unit.code`, `EUR`, `USD`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Leaf {
    /// Where it is in the fact.
    pub path: String,
    /// What it was, in few words.
    pub before: String,
    /// What it is, in few words.
    pub after: String,
}

/// Longest value that is shown, in characters.
const LONGEST: usize = 60;

/// A value in few words: of an object its name, text or value; of a list that of its items.
pub fn brief(value: &Value) -> String {
    let words = match value {
        Value::Null => "nothing".to_owned(),
        Value::String(text) => format!("\"{text}\""),
        Value::Array(items) if items.is_empty() => "nothing".to_owned(),
        Value::Array(items) if items.iter().all(Value::is_number) => value.to_string(),
        Value::Array(items) => items.iter().map(brief).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let telling = ["name", "value", "code", "status", "text"].iter();
            let telling = telling.filter_map(|key| fields.get(*key)).find(|value| !value.is_null());
            telling.map_or_else(|| value.to_string(), brief)
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    };
    shortened(&words)
}

/// Cut to a line's length.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words.to_owned(),
    }
}

/// What differs below a field: of objects each member, of lists the whole.
pub fn leaves((name, before, after): &FieldChange) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    descend(name.clone(), before, after, &mut leaves);
    leaves
}

fn descend(path: String, before: &Value, after: &Value, leaves: &mut Vec<Leaf>) {
    if let (Value::Object(old), Value::Object(new)) = (before, after) {
        let names = old.keys().chain(new.keys().filter(|name| !old.contains_key(*name)));
        for name in names {
            let [old, new] = [old, new].map(|fields| fields.get(name).unwrap_or(&Value::Null));
            if old != new {
                descend(format!("{path}.{name}"), old, new, leaves);
            }
        }
        return;
    }
    let [before, after] = [before, after].map(brief);
    let same = before == after;
    leaves.push(Leaf { path, before, after: if same { "something else inside".to_owned() } else { after } });
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn values_in_few_words() {
        let cases = [
            (json!(null), "nothing"),
            (json!([]), "nothing"),
            (json!(3.5), "3.5"),
            (json!("a"), "\"a\""),
            (json!([3, 9]), "[3,9]"),
            (json!({"text": "Moscow", "name": "Russia", "span": [0, 6]}), "\"Russia\""),
            (json!({"text": "on Monday", "name": null}), "\"on Monday\""),
            (json!([{"name": "Peru"}, {"name": "Chile"}]), "\"Peru\", \"Chile\""),
            (json!({"low": 3}), "{\"low\":3}"),
        ];
        for (value, want) in cases {
            assert_eq!(brief(&value), want, "{value}");
        }
        assert_eq!(brief(&json!("é".repeat(99))).chars().count(), LONGEST + 1);
    }

    #[test]
    fn changes_leaf_by_leaf() {
        let told = |before, after| -> Vec<String> {
            let leaves = leaves(&("unit".to_owned(), before, after));
            leaves.iter().map(|leaf| format!("{} {} {}", leaf.path, leaf.before, leaf.after)).collect()
        };
        let euro = json!({"code": "EUR", "text": "euros", "of": {"span": [1, 2]}});
        let dollar = json!({"code": "USD", "text": "euros", "of": {"span": [1, 3]}});
        assert_eq!(told(euro.clone(), dollar), ["unit.code \"EUR\" \"USD\"", "unit.of.span [1,2] [1,3]"]);
        assert_eq!(told(json!(null), euro), ["unit nothing \"EUR\""]);
        assert_eq!(told(json!(["a"]), json!(["a", "b"])), ["unit \"a\" \"a\", \"b\""]);
        let [old, new] = [0, 1].map(|start| json!([{"name": "Peru", "span": [start, 4]}]));
        assert_eq!(told(old, new), ["unit \"Peru\" something else inside"]);
    }
}
