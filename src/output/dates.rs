//! Dates alone: `{"id", "timexes": [{"start", "end", "type", "value"}]}`, as scorers of temporal taggers read them.

use std::io::Write;

use serde_json::{Value, json};

use crate::wire::Record;

/// Writes the dates of a record on one line.
pub(super) fn write(record: &Record, out: impl Write) -> serde_json::Result<()> {
    let timexes = record.dates.iter().map(|date| {
        let [start, end] = date.span;
        json!({ "start": start, "end": end, "type": date.kind, "value": date.value })
    });
    let timexes: Vec<Value> = timexes.collect();
    serde_json::to_writer(out, &json!({ "id": record.id, "timexes": timexes }))
}
