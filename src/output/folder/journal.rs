//! What a run has written so far: a line that says what run it is, a line for each part, a line when all is done.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::super::shard::{WORK, Written, write_whole};
use crate::batch::{Failure, Tally};

const NAME: &str = "journal.jsonl";

/// What makes a run the run that it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Header {
    /// The version of this program.
    pub dateline: String,
    /// Digest of all rules and tables.
    pub rules: String,
    /// The options that the output hangs on, by name.
    pub options: Map<String, Value>,
    /// Where articles come from.
    pub inputs: Inputs,
}

/// The files that articles come from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Inputs {
    /// The paths as given.
    pub paths: Vec<String>,
    /// How many files there are.
    pub files: u64,
    /// Their size in bytes.
    pub bytes: u64,
    /// Digest of their paths, sizes and times.
    pub digest: String,
}

impl Header {
    /// What differs from the run of now, for people.
    pub(super) fn differs_from(&self, now: &Header) -> Option<String> {
        if self.dateline != now.dateline {
            return Some(format!("it was begun by version {}", self.dateline));
        }
        if self.rules != now.rules {
            return Some("the rules have changed".to_owned());
        }
        let option = now.options.iter().find(|(name, value)| self.options.get(*name) != Some(value));
        if let Some((name, value)) = option {
            let was = self.options.get(name).unwrap_or(&Value::Null);
            return Some(format!("`{name}` was {was} and is {value}"));
        }
        if self.inputs.paths != now.inputs.paths {
            return Some(format!("its inputs were {}", self.inputs.paths.join(" ")));
        }
        (self.inputs != now.inputs).then(|| "the inputs have changed".to_owned())
    }
}

/// A part that is whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Part {
    /// What it holds.
    pub tally: Tally,
    /// Its files.
    pub files: Vec<Written>,
    /// What failed.
    pub failures: Vec<Failure>,
}

/// A line of the file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Line {
    Run(Header),
    Part(Part),
    Complete(bool),
}

/// The journal of a run.
pub(super) struct Journal {
    /// What run it is.
    pub header: Header,
    /// The parts that are whole.
    pub parts: Vec<Part>,
    /// Whether there are no more to come.
    pub complete: bool,
}

impl Journal {
    pub fn path(root: &Path) -> PathBuf {
        root.join(WORK).join(NAME)
    }

    /// The journal of a new run. It appears with its first line whole.
    pub fn begin(root: &Path, header: Header) -> anyhow::Result<Journal> {
        let mut text = serde_json::to_vec(&Line::Run(header.clone()))?;
        text.push(b'\n');
        write_whole(root, Path::new(&format!("{WORK}/{NAME}")), &text)?;
        Ok(Journal { header, parts: Vec::new(), complete: false })
    }

    /// Reads the journal below a folder. A last line that was cut off is as good as not there, and is removed.
    pub fn read(root: &Path) -> anyhow::Result<Journal> {
        let path = Journal::path(root);
        let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let whole = text.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let mut lines =
            text[..whole].split_inclusive(|&byte| byte == b'\n').map(serde_json::from_slice::<Line>);
        let header = match lines.next() {
            Some(Ok(Line::Run(header))) => header,
            _ => bail!("{} does not say what run it is of: --replace begins anew", path.display()),
        };
        let mut journal = Journal { header, parts: Vec::new(), complete: false };
        for line in lines {
            match line.with_context(|| format!("{} is damaged", path.display()))? {
                Line::Run(_) => bail!("{} is damaged", path.display()),
                Line::Part(part) => journal.parts.push(part),
                Line::Complete(complete) => journal.complete = complete,
            }
        }
        Ok(journal)
    }

    /// Adds a part, whose files are there.
    pub fn add(&mut self, root: &Path, part: Part) -> anyhow::Result<()> {
        append(root, &Line::Part(part.clone()))?;
        self.parts.push(part);
        Ok(())
    }

    /// Says that the run is over.
    pub fn close(&mut self, root: &Path) -> anyhow::Result<()> {
        if !self.complete {
            append(root, &Line::Complete(true))?;
            self.complete = true;
        }
        Ok(())
    }

    /// Removes what a run that was stopped left unfinished: files that are not whole, and a line that was cut off. Whole files
    /// of a part that has no line are written anew.
    pub fn clean(&self, root: &Path) -> anyhow::Result<()> {
        let path = Journal::path(root);
        for entry in fs::read_dir(root.join(WORK))? {
            let entry = entry?.path();
            if entry != path {
                fs::remove_file(entry)?;
            }
        }
        let text = fs::read(&path)?;
        let whole = text.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        File::options().write(true).open(&path)?.set_len(whole as u64)?;
        Ok(())
    }
}

fn append(root: &Path, line: &Line) -> anyhow::Result<()> {
    let path = Journal::path(root);
    let write = || -> anyhow::Result<()> {
        let mut text = serde_json::to_vec(line)?;
        text.push(b'\n');
        let mut file = File::options().append(true).create(true).open(&path)?;
        file.write_all(&text)?;
        Ok(file.sync_data()?)
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}
