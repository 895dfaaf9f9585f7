//! In golden files facts refer to each other by span, so that a new fact does not renumber the rest.

use serde_json::{Map, Value};

/// The fields that hold ids of other facts.
const REFERENCES: &[&str] =
    &["date", "period", "of", "part_of", "document", "anchor", "from", "to", "value", "figure"];

/// The facts of a record, kind by kind, each with its kind's name; ids are replaced by spans.
pub(super) fn facts(record: &Value) -> Vec<(String, Map<String, Value>)> {
    let lists =
        [("date", "dates"), ("figure", "figures"), ("document", "documents"), ("membership", "memberships")];
    let builtin = lists.iter().map(|(kind, list)| ((*kind).to_owned(), record.get(*list)));
    let own = record.get("facts").and_then(Value::as_object);
    let own = own.into_iter().flatten().map(|(kind, list)| (kind.clone(), Some(list)));
    let mut facts: Vec<(String, Map<String, Value>)> = builtin
        .chain(own)
        .flat_map(|(kind, list)| {
            let list = list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object);
            list.map(move |fact| (kind.clone(), fact.clone()))
        })
        .collect();
    let spans = spans(&facts);
    for (_, fact) in &mut facts {
        // Ids are of one record, and how a date was reckoned is for `explain` to tell.
        fact.retain(|name, _| !["id", "said", "cue"].contains(&name.as_str()));
        fact.iter_mut().for_each(|(key, value)| refer(key, value, &spans));
    }
    facts
}

/// The span of each id.
fn spans(facts: &[(String, Map<String, Value>)]) -> Map<String, Value> {
    let pair =
        |fact: &Map<String, Value>| Some((fact.get("id")?.as_str()?.to_owned(), fact.get("span")?.clone()));
    facts.iter().filter_map(|(_, fact)| pair(fact)).collect()
}

/// Replaces ids below a field by spans.
fn refer(key: &str, value: &mut Value, spans: &Map<String, Value>) {
    match value {
        Value::String(id) if REFERENCES.contains(&key) => {
            if let Some(span) = spans.get(id.as_str()) {
                *value = span.clone();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| refer(key, item, spans)),
        Value::Object(fields) => fields.iter_mut().for_each(|(key, value)| refer(key, value, spans)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn facts_refer_by_span() {
        let record = json!({
            "dates": [{"id": "d1", "span": [4, 8], "anchor": "published"}, {"id": "d2", "span": [9, 12], "anchor": "d1"}],
            "figures": [{"id": "f1", "span": [20, 22], "value": "5", "period": "d2", "change": {"of": "f9"}}],
            "documents": [{"id": "x1", "span": [30, 40], "value": ["f1"], "events": [{"date": {"date": "d1", "value": "d1"}}]}],
            "memberships": [],
            "facts": {"visit": [{"id": "u1", "span": [50, 60], "fields": {"date": {"date": "d2", "text": "d2"}}}]},
        });
        let want = [
            ("date", json!({"span": [4, 8], "anchor": "published"})),
            ("date", json!({"span": [9, 12], "anchor": [4, 8]})),
            ("figure", json!({"span": [20, 22], "value": "5", "period": [9, 12], "change": {"of": "f9"}})),
            (
                "document",
                json!({"span": [30, 40], "value": [[20, 22]], "events": [{"date": {"date": [4, 8], "value": [4, 8]}}]}),
            ),
            ("visit", json!({"span": [50, 60], "fields": {"date": {"date": [9, 12], "text": "d2"}}})),
        ];
        let found = facts(&record);
        let found: Vec<_> = found.into_iter().map(|(kind, fields)| (kind, Value::Object(fields))).collect();
        let want: Vec<_> = want.into_iter().map(|(kind, fields)| (kind.to_owned(), fields)).collect();
        assert_eq!(found, want);
    }

    #[test]
    fn odd_records_hold_no_facts() {
        for record in [json!(null), json!([]), json!({"dates": 3, "facts": []}), json!({"dates": [1, "d1"]})]
        {
            assert_eq!(facts(&record), [], "{record}");
        }
    }
}
