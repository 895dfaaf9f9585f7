//! Dates alone: `{"id", "timexes": [{"start", "end", "type", "value"}]}`, as scorers of temporal taggers read them.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::batch::Done;

/// Writes the dates of a record on one line.
pub(super) fn write(done: &Done, out: &mut Vec<u8>) -> io::Result<()> {
    let record = &done.record;
    let timexes = record.dates.iter().map(|date| {
        let [start, end] = date.span;
        json!({ "start": start, "end": end, "type": date.kind, "value": date.value })
    });
    let timexes: Vec<Value> = timexes.collect();
    serde_json::to_writer(&mut *out, &json!({ "id": record.id, "timexes": timexes }))?;
    out.write_all(b"\n")
}
