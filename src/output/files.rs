//! Forms of files of its own for each article, in folders that mirror the input's.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::Sink;
use super::shard::{Written, write_whole};
use crate::batch::Done;

/// What an article's files hold, by the endings of their names.
pub(super) type Write = fn(&Done) -> io::Result<Vec<(&'static str, Vec<u8>)>>;

/// Indented records.
pub(super) fn json(done: &Done) -> io::Result<Vec<(&'static str, Vec<u8>)>> {
    let mut text = serde_json::to_vec_pretty(&done.record)?;
    text.write_all(b"\n")?;
    Ok(vec![("json", text)])
}

/// A folder of them. Each file appears whole or not at all.
pub(super) struct Files {
    root: PathBuf,
    write: Write,
}

impl Files {
    /// Files below `root`.
    pub fn new(root: &Path, write: Write) -> Self {
        Files { root: root.to_owned(), write }
    }

    fn write(&self, done: &Done) -> anyhow::Result<()> {
        for (ending, bytes) in (self.write)(done)? {
            let mut path = done.item.path.clone().into_os_string();
            path.push(".");
            path.push(ending);
            write_whole(&self.root, Path::new(&path), &bytes)?;
        }
        Ok(())
    }
}

impl Sink for Files {
    fn put(&mut self, window: &[&Done]) -> anyhow::Result<()> {
        window.par_iter().try_for_each(|done| self.write(done))
    }

    fn end_part(&mut self) -> anyhow::Result<Vec<Written>> {
        Ok(Vec::new())
    }
}
