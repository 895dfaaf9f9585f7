//! One file an article, in folders that mirror the input's. Each file appears whole or not at all.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use tempfile::NamedTempFile;

use super::{Form, Sink};
use crate::batch::Done;

/// A folder of records.
pub struct Folder {
    root: PathBuf,
    form: Form,
}

impl Folder {
    /// Records below `root`, which is made where it is missing.
    pub fn new(root: PathBuf, form: Form) -> Self {
        Folder { root, form }
    }

    fn write(&self, done: &Done, path: &Path) -> anyhow::Result<()> {
        let folder = path.parent().unwrap_or(&self.root);
        std::fs::create_dir_all(folder)?;
        let mut file = NamedTempFile::new_in(folder)?;
        let mut text = Vec::new();
        self.form.write(done, &mut text)?;
        file.write_all(&text)?;
        file.persist(path)?;
        Ok(())
    }
}

impl Sink for Folder {
    fn put(&mut self, done: &Done) -> anyhow::Result<()> {
        let mut name = done.item.path.clone().into_os_string();
        name.push(".");
        name.push(self.form.ending());
        let path = self.root.join(name);
        self.write(done, &path).with_context(|| format!("cannot write {}", path.display()))
    }

    fn close(&mut self) -> anyhow::Result<()> {
        Ok(())
    }
}
