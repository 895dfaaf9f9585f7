//! Forms that are tables: a folder of files for each, every part with one file of every table, rows or not.

mod csv;
mod json;
#[cfg(feature = "parquet")]
mod parquet;

use std::path::{Path, PathBuf};

use anyhow::Context;
use rayon::prelude::*;

pub(super) use json::JsonLine;

use super::Sink;
use super::shard::{Shard, Written};
use super::table::Table;
use crate::batch::Done;
use crate::wire::Record;

/// Writes the rows of one table into one file.
pub(super) trait Writer: Send {
    /// Writes the rows of some records.
    fn put(&mut self, table: &Table, records: &[&Record]) -> anyhow::Result<()>;

    /// Makes the file appear.
    fn finish(self: Box<Self>, table: &Table) -> anyhow::Result<Written>;
}

/// Opens the file of a part of a table: below a folder, by the number of the part.
pub(super) type Begin = fn(&Table, &Path, usize) -> anyhow::Result<Box<dyn Writer>>;

pub(super) fn csv(table: &Table, root: &Path, part: usize) -> anyhow::Result<Box<dyn Writer>> {
    let shard = Shard::new(root, &table.name, part, "csv")?;
    Ok(Box::new(csv::Csv::new(table, shard)?))
}

pub(super) fn json_lines(table: &Table, root: &Path, part: usize) -> anyhow::Result<Box<dyn Writer>> {
    let shard = Shard::new(root, &table.name, part, "jsonl")?;
    Ok(Box::new(json::JsonLines::new(shard)))
}

#[cfg(feature = "parquet")]
pub(super) fn parquet(table: &Table, root: &Path, part: usize) -> anyhow::Result<Box<dyn Writer>> {
    let shard = Shard::new(root, &table.name, part, "parquet")?;
    Ok(Box::new(parquet::Parquet::new(table, shard)?))
}

#[cfg(not(feature = "parquet"))]
pub(super) fn parquet(_: &Table, _: &Path, _: usize) -> anyhow::Result<Box<dyn Writer>> {
    anyhow::bail!("this build writes no Parquet: build it with `--features full`")
}

/// A folder of tables.
pub(super) struct Tables {
    root: PathBuf,
    begin: Begin,
    part: usize,
    tables: Vec<(Table, Option<Box<dyn Writer>>)>,
}

impl Tables {
    /// Tables below `root`, where there are so many parts already.
    pub fn new(root: &Path, tables: Vec<Table>, begin: Begin, parts: usize) -> Self {
        let tables = tables.into_iter().map(|table| (table, None)).collect();
        Tables { root: root.to_owned(), begin, part: parts, tables }
    }

    /// Does something with each table and its open file, the tables on all threads.
    fn each<T: Send>(
        &mut self,
        work: impl Fn(&Table, Box<dyn Writer>) -> anyhow::Result<(Option<Box<dyn Writer>>, T)> + Sync,
    ) -> anyhow::Result<Vec<T>> {
        let (root, begin, part) = (&self.root, self.begin, self.part);
        let each = self.tables.par_iter_mut().map(|(table, open)| {
            let cannot = || format!("cannot write {}", root.join(&table.name).display());
            let writer = open.take().map_or_else(|| begin(table, root, part), Ok).with_context(cannot)?;
            let (still, made) = work(table, writer).with_context(cannot)?;
            *open = still;
            Ok(made)
        });
        each.collect()
    }
}

impl Sink for Tables {
    fn put(&mut self, window: &[&Done]) -> anyhow::Result<()> {
        let records: Vec<&Record> = window.iter().map(|done| &done.record).collect();
        self.each(|table, mut writer| {
            writer.put(table, &records)?;
            Ok((Some(writer), ()))
        })?;
        Ok(())
    }

    fn end_part(&mut self) -> anyhow::Result<Vec<Written>> {
        let written = self.each(|table, writer| Ok((None, writer.finish(table)?)))?;
        self.part += 1;
        Ok(written)
    }
}
