//! Forms of a line an article, in files of many articles each.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use rayon::prelude::*;

use super::Sink;
use super::shard::{Shard, Written};
use crate::batch::Done;

/// Writes an article as a line.
pub(super) type Line = fn(&Done, &mut Vec<u8>) -> io::Result<()>;

/// One record a line.
pub(super) fn record(done: &Done, out: &mut Vec<u8>) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &done.record)?;
    out.write_all(b"\n")
}

/// A folder of lines: `records/part-00000.jsonl`.
pub(super) struct Lines {
    root: PathBuf,
    name: &'static str,
    line: Line,
    part: usize,
    open: Option<(Shard, u64)>,
}

impl Lines {
    /// Lines below `root`, where there are so many parts already.
    pub fn new(root: &Path, name: &'static str, line: Line, parts: usize) -> Self {
        Lines { root: root.to_owned(), name, line, part: parts, open: None }
    }

    fn shard(&mut self) -> anyhow::Result<(Shard, u64)> {
        match self.open.take() {
            Some(open) => Ok(open),
            None => Ok((Shard::new(&self.root, self.name, self.part, "jsonl")?, 0)),
        }
    }

    fn cannot(&self) -> String {
        format!("cannot write {}", self.root.join(self.name).display())
    }
}

impl Sink for Lines {
    fn put(&mut self, window: &[&Done]) -> anyhow::Result<()> {
        let (mut shard, rows) = self.shard().with_context(|| self.cannot())?;
        for line in written(window, self.line)? {
            shard.write_all(&line).with_context(|| self.cannot())?;
        }
        self.open = Some((shard, rows + window.len() as u64));
        Ok(())
    }

    fn end_part(&mut self) -> anyhow::Result<Vec<Written>> {
        let (shard, rows) = self.shard()?;
        self.part += 1;
        Ok(vec![shard.finish(rows).with_context(|| self.cannot())?])
    }
}

/// What some code writes of each article, on all threads.
pub(super) fn written(
    window: &[&Done],
    write: impl Fn(&Done, &mut Vec<u8>) -> io::Result<()> + Sync,
) -> io::Result<Vec<Vec<u8>>> {
    window
        .par_iter()
        .map(|done| {
            let mut out = Vec::new();
            write(done, &mut out).map(|()| out)
        })
        .collect()
}
