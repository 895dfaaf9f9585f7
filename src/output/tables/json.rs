//! Tables as JSON lines: a row is an object with all columns, and the table's name as [`KIND`].

use std::io::Write;

use super::{Shard, Table, Writer, Written};
use crate::output::table::{Cell, Column, KIND, Rows};
use crate::wire::Record;

/// A file of lines.
pub(super) struct JsonLines {
    shard: Shard,
    text: Vec<u8>,
    rows: u64,
}

impl JsonLines {
    pub fn new(shard: Shard) -> JsonLines {
        JsonLines { shard, text: Vec::new(), rows: 0 }
    }
}

impl Writer for JsonLines {
    fn put(&mut self, table: &Table, records: &[&Record]) -> anyhow::Result<()> {
        let mut line = JsonLine::new(table, &mut self.text);
        records.iter().for_each(|record| table.fill(record, &mut line));
        self.rows += line.rows;
        self.shard.write_all(&self.text)?;
        self.text.clear();
        Ok(())
    }

    fn finish(self: Box<Self>, _: &Table) -> anyhow::Result<Written> {
        self.shard.finish(self.rows)
    }
}

/// Writes rows as lines.
pub(in crate::output) struct JsonLine<'a> {
    table: &'a str,
    columns: &'a [Column],
    out: &'a mut Vec<u8>,
    next: usize,
    rows: u64,
}

impl<'a> JsonLine<'a> {
    /// Lines of a table.
    pub fn new(table: &'a Table, out: &'a mut Vec<u8>) -> Self {
        JsonLine { table: &table.name, columns: &table.columns, out, next: 0, rows: 0 }
    }

    /// Text in quotes. Writing into memory can't fail.
    fn text(&mut self, text: &str) {
        let _ = serde_json::to_writer(&mut *self.out, text);
    }

    fn key(&mut self) {
        if self.next == 0 {
            self.out.push(b'{');
            self.text(KIND);
            self.out.push(b':');
            self.text(self.table);
        }
        self.out.push(b',');
        let columns = self.columns;
        self.text(&columns[self.next].name);
        self.out.push(b':');
        self.next += 1;
    }
}

impl Rows for JsonLine<'_> {
    fn cell(&mut self, cell: Cell) {
        self.key();
        match cell {
            Cell::Null => self.out.extend(b"null"),
            Cell::Text(text) => self.text(&text),
            Cell::Whole(number) => self.out.extend(number.to_string().bytes()),
            // With a point, so that readers don't take whole ones for integers.
            Cell::Real(number) => self.out.extend(format!("{number:?}").bytes()),
        }
    }

    fn end_row(&mut self) {
        self.out.extend(b"}\n");
        self.next = 0;
        self.rows += 1;
    }
}
