//! All records into one stream.

use std::io::{self, BufWriter, Write};

use anyhow::bail;

use super::lines::written;
use super::shard::Written;
use super::table::Table;
use super::tables::JsonLine;
use super::{Sink, timeml};
use crate::batch::Done;

/// Writes records one after the other.
pub struct Stream<W: Write, L> {
    out: BufWriter<W>,
    write: L,
    /// How many articles may still come, of a form that holds one alone.
    room: Option<usize>,
}

impl<W: Write, L: Fn(&Done, &mut Vec<u8>) -> io::Result<()> + Sync> Stream<W, L> {
    /// A stream of what some code writes of each article.
    pub(super) fn new(out: W, write: L) -> Self {
        Stream { out: BufWriter::with_capacity(1 << 16, out), write, room: None }
    }

    /// A stream of one article.
    pub(super) fn one(out: W, write: L) -> Self {
        Stream { room: Some(1), ..Stream::new(out, write) }
    }
}

impl<W: Write + Send, L: Fn(&Done, &mut Vec<u8>) -> io::Result<()> + Send + Sync> Sink for Stream<W, L> {
    fn put(&mut self, window: &[&Done]) -> anyhow::Result<()> {
        if self.room.is_some_and(|room| room < window.len()) {
            bail!("this form is one document an article: write them below a folder with --out");
        }
        self.room = self.room.map(|room| room - window.len());
        for text in written(window, &self.write)? {
            self.out.write_all(&text)?;
        }
        Ok(self.out.flush()?)
    }

    fn end_part(&mut self) -> anyhow::Result<Vec<Written>> {
        Ok(Vec::new())
    }
}

/// Indented records.
pub(super) fn indented(done: &Done, out: &mut Vec<u8>) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &done.record)?;
    out.write_all(b"\n")
}

/// The TimeML document of an article.
pub(super) fn timeml(done: &Done, out: &mut Vec<u8>) -> io::Result<()> {
    timeml::write(&done.item.article, &done.record, out)
}

/// The facts of an article as lines, those of each table together.
pub(super) fn facts(tables: Vec<Table>) -> impl Fn(&Done, &mut Vec<u8>) -> io::Result<()> + Send + Sync {
    move |done, out| {
        for table in tables.iter().filter(|table| table.of_facts) {
            let mut line = JsonLine::new(table, out);
            table.fill(&done.record, &mut line);
        }
        Ok(())
    }
}
