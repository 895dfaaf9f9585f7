//! Tables as CSV (RFC 4180, with line feeds). Null is nothing at all, empty text is `""`: writers of CSV at large can't tell
//! the two apart, so the quoting is done here.

use std::io::Write;

use super::{Shard, Table, Writer, Written};
use crate::output::table::{Cell, Rows};
use crate::wire::Record;

/// A file of CSV with a head line.
pub(super) struct Csv {
    shard: Shard,
    lines: Lines,
}

impl Csv {
    pub fn new(table: &Table, mut shard: Shard) -> anyhow::Result<Csv> {
        let mut head = Lines::default();
        table.columns.iter().for_each(|column| head.cell(Cell::Text(column.name.as_str().into())));
        head.end_row();
        shard.write_all(&head.text)?;
        Ok(Csv { shard, lines: Lines::default() })
    }
}

impl Writer for Csv {
    fn put(&mut self, table: &Table, records: &[&Record]) -> anyhow::Result<()> {
        for record in records {
            table.fill(record, &mut self.lines);
        }
        self.shard.write_all(&self.lines.text)?;
        self.lines.text.clear();
        Ok(())
    }

    fn finish(self: Box<Self>, _: &Table) -> anyhow::Result<Written> {
        self.shard.finish(self.lines.rows)
    }
}

/// Rows as text.
#[derive(Default)]
struct Lines {
    text: Vec<u8>,
    begun: bool,
    rows: u64,
}

impl Rows for Lines {
    fn cell(&mut self, cell: Cell) {
        if self.begun {
            self.text.push(b',');
        }
        self.begun = true;
        match cell {
            Cell::Null => {}
            Cell::Text(text) => quoted(&text, &mut self.text),
            Cell::Whole(number) => self.text.extend(number.to_string().bytes()),
            Cell::Real(number) => self.text.extend(number.to_string().bytes()),
        }
    }

    fn end_row(&mut self) {
        self.text.push(b'\n');
        self.begun = false;
        self.rows += 1;
    }
}

fn quoted(text: &str, out: &mut Vec<u8>) {
    let plain = |byte: u8| !matches!(byte, b',' | b'"' | b'\n' | b'\r');
    if !text.is_empty() && text.trim() == text && text.bytes().all(plain) {
        return out.extend(text.bytes());
    }
    out.push(b'"');
    for byte in text.bytes() {
        if byte == b'"' {
            out.push(b'"');
        }
        out.push(byte);
    }
    out.push(b'"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_as_text() {
        let mut lines = Lines::default();
        let cells = [
            Cell::Null,
            Cell::Text("".into()),
            Cell::Text("Köln, \"Ost\"".into()),
            Cell::Text("two\nlines".into()),
            Cell::Text(" room".into()),
            Cell::Whole(-7),
            Cell::Real(2.5),
            Cell::Null,
        ];
        cells.into_iter().for_each(|cell| lines.cell(cell));
        lines.end_row();
        let text = String::from_utf8(lines.text).unwrap();
        assert_eq!(text, ",\"\",\"Köln, \"\"Ost\"\"\",\"two\nlines\",\" room\",-7,2.5,\n");
    }
}
