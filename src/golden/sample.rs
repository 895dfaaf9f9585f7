//! Golden files for tests, written in few words.

use serde_json::{Map, Value, json};

use super::{Golden, GoldenFact, Verdict};

/// A fact of a kind at a place, with more fields.
pub(super) fn fact(kind: &str, is: Verdict, span: [u64; 2], more: Value) -> GoldenFact {
    let mut fields = Map::new();
    fields.insert("span".to_owned(), json!(span));
    fields.insert("rule".to_owned(), json!(format!("{kind}/any")));
    fields.extend(more.as_object().cloned().unwrap_or_default());
    GoldenFact { kind: kind.to_owned(), is, because: None, wrong: Vec::new(), fields }
}

/// A date that is accepted, with its value.
pub(super) fn date(span: [u64; 2], value: &str) -> GoldenFact {
    fact("date", Verdict::Seen, span, json!({ "value": value }))
}

pub(super) fn golden(facts: &[GoldenFact]) -> Golden {
    Golden { id: "a".to_owned(), facts: facts.to_vec(), ..Golden::default() }
}
