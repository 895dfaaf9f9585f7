//! Tables as CSV: an article a row, the names of the fields in the first.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use csv::{ByteRecord, ByteRecordsIntoIter, ErrorKind, ReaderBuilder};

use crate::input::decode::{self, Decoded, Text};
use crate::input::fetch::{Fetch, Fetched, Stream, failed};
use crate::input::item::{self, Spot, Value};
use crate::input::meter::told;
use crate::input::source::{At, Bytes, Source};
use crate::input::{InputError, Name, Read as ReadItem};

/// What may part fields; the first, where none is in the first line.
const DELIMITERS: &[u8] = b",;\t";

/// The articles of a source.
pub(super) fn articles(source: Source) -> Stream {
    let Source { at, head, bytes, .. } = source;
    let Text { mut bytes, encoding } = decode::stream(bytes, &head, at.options.encoding);
    let delimiter = match bytes.fill_buf() {
        Ok(head) => delimiter(head),
        Err(error) => return failed(at.error(error)),
    };
    let row = Arc::new(AtomicU64::new(0));
    let guarded = Guarded {
        bytes,
        row: row.clone(),
        most: at.options.limits.most(),
        reason: at.options.limits.too_large(),
    };
    let mut reader = ReaderBuilder::new().delimiter(delimiter).from_reader(guarded);
    let columns = match reader.byte_headers() {
        Ok(columns) => {
            columns.iter().map(|name| String::from_utf8_lossy(name).trim().to_owned()).collect::<Vec<_>>()
        }
        Err(error) => return failed(at.error(error)),
    };
    if !at.options.fields.text.iter().any(|name| column(&columns, name).is_some()) {
        let reason = format!("{}; its columns are {}", at.options.fields.no_text(), columns.join(", "));
        return failed(at.error(reason));
    }
    let rows = reader.into_byte_records();
    Box::new(Rows { at, columns: Arc::new(columns), rows, row, encoding, failed: false })
}

/// What parts the fields of the first line.
fn delimiter(head: &[u8]) -> u8 {
    let line = head.split(|&byte| byte == b'\n').next().unwrap_or(head);
    let count = |delimiter: u8| line.iter().filter(|&&byte| byte == delimiter).count();
    let most = DELIMITERS.iter().rev().max_by_key(|&&delimiter| count(delimiter));
    most.copied().unwrap_or(b',')
}

fn column(columns: &[String], name: &Name) -> Option<usize> {
    columns.iter().position(|column| column == name.as_str())
}

struct Rows {
    at: At,
    columns: Arc<Vec<String>>,
    rows: ByteRecordsIntoIter<Guarded>,
    /// Bytes that were read for the row.
    row: Arc<AtomicU64>,
    encoding: Option<&'static str>,
    failed: bool,
}

impl Iterator for Rows {
    type Item = Fetch;

    fn next(&mut self) -> Option<Fetch> {
        if self.failed {
            return None;
        }
        self.row.store(0, Ordering::Relaxed);
        let line = self.rows.reader().position().line();
        let At { place, below, .. } = &self.at;
        let spot = Spot { place: format!("{place}:{line}"), below: format!("{below}:{line}") };
        match self.rows.next()? {
            Ok(row) => Some(Ok(self.fetched(spot, row))),
            Err(error) => {
                self.failed = !matches!(error.kind(), ErrorKind::UnequalLengths { .. });
                Some(Err(InputError::new(spot.place, in_words(&error))))
            }
        }
    }
}

/// An error without the place, which is told before it.
fn in_words(error: &csv::Error) -> String {
    match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("the row has {len} fields, the first one {expected_len}")
        }
        _ => error.to_string(),
    }
}

impl Rows {
    fn fetched(&self, spot: Spot, row: ByteRecord) -> Fetched {
        let (at, columns, encoding) = (self.at.clone(), self.columns.clone(), self.encoding);
        Fetched::new(spot.place.clone(), row.as_slice().len(), move || {
            Some(read(&at, &spot, &columns, &row, encoding))
        })
    }
}

fn read(
    at: &At,
    spot: &Spot,
    columns: &[String],
    row: &ByteRecord,
    encoding: Option<&'static str>,
) -> ReadItem {
    let used = std::cell::Cell::new(encoding);
    let get = |name: &Name| {
        let bytes = row.get(column(columns, name)?)?;
        let Decoded { text, encoding } = decode::decode(bytes.to_vec())?;
        used.set(encoding.or(used.get()));
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        Some(if is_number { Value::Number(text) } else { Value::Text(text) })
    };
    let mut item = item::of_fields(&at.options.fields, spot, get)?;
    item.warnings.extend(used.get().map(decode::warning));
    Ok(item)
}

/// Bytes of which a row may not take too many: a quote that is never closed would take all.
struct Guarded {
    bytes: Bytes,
    row: Arc<AtomicU64>,
    most: u64,
    reason: String,
}

impl Read for Guarded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(into)?;
        let row = self.row.fetch_add(read as u64, Ordering::Relaxed) + read as u64;
        if row > self.most.saturating_add(into.len() as u64) {
            return Err(told(format!("{}, or a quote is never closed", self.reason)));
        }
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_parted_by_what_the_first_line_has_most_of() {
        let cases = [
            ("id,text\n", b','),
            ("id;text;a,b\n", b';'),
            ("id\ttext\n", b'\t'),
            ("text\n;;;;", b','),
            ("", b','),
        ];
        for (head, want) in cases {
            assert_eq!(delimiter(head.as_bytes()), want, "{head}");
        }
    }
}
