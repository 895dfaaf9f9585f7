//! `dateline fmt`: rule files in one layout.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use super::{Exit, counted};
use crate::rule::{SourceFile, format, syntax};

/// Puts rule files into the one layout; words, comments and the order of lines stay. A file that does not read is left alone.
#[derive(Args)]
pub(super) struct Fmt {
    /// Rule files (.cloze) or folders of them
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Change nothing; exit code 1 where something would change
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let mut out = io::stdout().lock();
        let (mut files, mut changed) = (0, 0);
        for path in self.paths.iter().flat_map(|path| crate::input::files_with(path, &["cloze"])) {
            let path = path?.path;
            files += 1;
            if self.file(&path)? {
                changed += 1;
                writeln!(out, "{}", path.display())?;
            }
        }
        let would = if self.check { "would change" } else { "changed" };
        writeln!(out, "{changed} of {} {would}", counted(files, "file"))?;
        out.flush()?;
        Ok(match (files, changed) {
            (0, _) => Exit::Nothing,
            (_, 1..) if self.check => Exit::Differences,
            _ => Exit::Fine,
        })
    }

    /// Whether a file changes, or would.
    fn file(&self, path: &Path) -> anyhow::Result<bool> {
        let text =
            std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let Some(formatted) = format(&text) else {
            let source = SourceFile { path: path.display().to_string(), text, builtin: false };
            return Err(syntax(source).into());
        };
        let changes = formatted != text;
        if changes && !self.check {
            crate::golden::write_whole(path, formatted.as_bytes())
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(changes)
    }
}
