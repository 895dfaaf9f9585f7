//! A folder that a run writes into, part by part, and that a killed run can go on with.
//!
//! When a part ends, its files appear, and then a line of the journal says so: the articles that it covers, what failed, the
//! digests of its files. What the journal does not tell of is no part of the output and is written anew.

mod card;
mod inputs;
mod journal;
mod package;

use std::ffi::OsStr;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

pub use inputs::digest_of_rules;
pub use journal::{Header, Inputs};

use super::shard::{WORK, Written, write_whole};
use super::table::{self, Table};
use super::{Form, Layout, Sink};
use crate::batch::{Failure, Outcome, Take, Tally};
use crate::rule::ast::Kind;
use journal::{Journal, Part};

/// The file of what failed.
const ERRORS: &str = "errors.jsonl";

/// What to do with what an earlier run left in the folder.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Start {
    /// The folder must be empty, or not there yet.
    #[default]
    Fresh,
    /// Go on where it was stopped.
    Resume,
    /// Empty it first.
    Replace,
}

/// The output folder of a run.
pub struct Folder {
    root: PathBuf,
    form: Form,
    kinds: Vec<Kind>,
    sink: Box<dyn Sink>,
    journal: Journal,
    /// Counts of the part that is being written, and what failed in it.
    tally: Tally,
    failures: Vec<Failure>,
}

impl Folder {
    /// Opens the folder of a run, made where it is missing.
    ///
    /// # Errors
    /// Where it can't be written, holds something else, or holds a run with other inputs, rules or options.
    pub fn open(
        root: &Path,
        form: Form,
        header: Header,
        kinds: &[Kind],
        start: Start,
    ) -> anyhow::Result<Folder> {
        let journal = match start {
            Start::Fresh => begin(root, header)?,
            Start::Replace => {
                empty(root)?;
                begin(root, header)?
            }
            Start::Resume if !Journal::path(root).exists() => begin(root, header)?,
            Start::Resume => resume(root, &header)?,
        };
        let sink = form.sink(root, kinds, journal.parts.len());
        let (root, kinds) = (root.to_owned(), kinds.to_vec());
        Ok(Folder { root, form, kinds, sink, journal, tally: Tally::default(), failures: Vec::new() })
    }

    /// Whether an earlier run has done everything already.
    pub fn is_complete(&self) -> bool {
        self.journal.complete
    }

    /// What earlier runs and this one have done, up to the last part that is whole.
    pub fn tally(&self) -> Tally {
        let mut all = Tally::default();
        self.journal.parts.iter().for_each(|part| all.add(&part.tally));
        all
    }

    /// Writes what stands beside the data, and says in the journal that the run is over.
    ///
    /// # Errors
    /// Where that can't be written.
    pub fn close(mut self) -> anyhow::Result<Tally> {
        let tally = self.tally();
        let tables = self.tables();
        if !matches!(self.form.layout(), Layout::Files(_)) {
            let package = package::Package {
                header: &self.journal.header,
                form: self.form,
                tables: &tables,
                written: self.journal.parts.iter().flat_map(|part| &part.files).collect(),
                tally: &tally,
            };
            self.write("datapackage.json", &package.descriptor()?)?;
            self.write("README.md", &card::card(&package))?;
        }
        if self.form == Form::Brat {
            self.write("annotation.conf", &super::brat::configuration(&self.kinds))?;
        }
        self.journal.close(&self.root)?;
        Ok(tally)
    }

    /// The tables that there are, where the form is one of tables.
    fn tables(&self) -> Vec<Table> {
        match self.form.layout() {
            Layout::Tables(_) => table::tables(&self.kinds),
            Layout::Lines(..) | Layout::Files(_) => Vec::new(),
        }
    }

    fn write(&self, name: &str, text: &str) -> anyhow::Result<()> {
        write_whole(&self.root, Path::new(name), text.as_bytes())
    }
}

impl Take for Folder {
    fn window(&mut self, window: Vec<Outcome>) -> anyhow::Result<()> {
        self.tally.count(&window);
        let done: Vec<_> = window.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
        self.sink.put(&done)?;
        self.failures.extend(window.into_iter().filter_map(Result::err));
        Ok(())
    }

    fn end_part(&mut self) -> anyhow::Result<()> {
        // Nothing came after what an earlier run wrote.
        if self.tally.seen() == 0 && !self.journal.parts.is_empty() {
            return Ok(());
        }
        let files = self.sink.end_part()?;
        let tally = std::mem::take(&mut self.tally);
        let failures = std::mem::take(&mut self.failures);
        let part = Part { tally, files, failures };
        append_failures(&self.root, &part.failures)?;
        self.journal.add(&self.root, part)
    }
}

/// A new run in an empty folder.
fn begin(root: &Path, header: Header) -> anyhow::Result<Journal> {
    let cannot = || format!("cannot write into {}", root.display());
    match fs::read_dir(root) {
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            bail!("{} is a file, not a folder", root.display())
        }
        Err(error) => return Err(error).with_context(cannot),
        Ok(mut entries) => {
            // A run that was stopped before its journal began has left nothing but that folder.
            let is_ours = |name: &OsStr| name == WORK && !Journal::path(root).exists();
            if entries.any(|entry| entry.is_ok_and(|entry| !is_ours(&entry.file_name()))) {
                bail!("{}", taken(root));
            }
        }
    }
    fs::create_dir_all(root.join(WORK)).with_context(cannot)?;
    Journal::begin(root, header)
}

/// What holds against a new run in a folder.
fn taken(root: &Path) -> String {
    let place = root.display();
    match Journal::read(root) {
        Ok(journal) if journal.complete => {
            format!("{place} holds the output of an earlier run: --replace empties it first")
        }
        Ok(_) => format!(
            "{place} holds a run that was stopped: --resume goes on with it, --replace empties the folder first"
        ),
        Err(_) => format!("{place} is not empty, and what it holds is not from here: name another folder"),
    }
}

/// Removes all that an earlier run left, and what somebody may have put beside it since.
fn empty(root: &Path) -> anyhow::Result<()> {
    let Ok(entries) = fs::read_dir(root) else { return Ok(()) };
    let entries: Vec<_> = entries.collect::<Result<_, _>>()?;
    if entries.is_empty() {
        return Ok(());
    }
    Journal::read(root).map_err(|_| anyhow::anyhow!(taken(root)))?;
    // The journal goes last: until then the folder is known to be ours.
    let (work, others): (Vec<_>, Vec<_>) = entries.into_iter().partition(|entry| entry.file_name() == WORK);
    for entry in others.into_iter().chain(work) {
        let path = entry.path();
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.with_context(|| format!("cannot remove {}", path.display()))?;
    }
    Ok(())
}

/// An earlier run of the very same inputs, rules and options, with nothing in the folder but what its journal tells of.
fn resume(root: &Path, header: &Header) -> anyhow::Result<Journal> {
    let journal = Journal::read(root)?;
    if let Some(change) = journal.header.differs_from(header) {
        bail!("{} can't be gone on with: {change}; --replace begins anew", root.display());
    }
    if !journal.complete {
        journal.clean(root)?;
        write_failures(root, &journal)?;
    }
    Ok(journal)
}

/// The failures of all parts that are whole, as the run that was stopped may have written some more.
fn write_failures(root: &Path, journal: &Journal) -> anyhow::Result<()> {
    match fs::remove_file(root.join(ERRORS)) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    journal.parts.iter().try_for_each(|part| append_failures(root, &part.failures))
}

fn append_failures(root: &Path, failures: &[Failure]) -> anyhow::Result<()> {
    if failures.is_empty() {
        return Ok(());
    }
    let path = root.join(ERRORS);
    let write = || -> anyhow::Result<()> {
        let mut file = fs::File::options().append(true).create(true).open(&path)?;
        file.write_all(&lines(failures)?)?;
        Ok(file.sync_data()?)
    };
    write().with_context(|| format!("cannot write {}", path.display()))
}

/// Failures as JSON, one a line.
pub(crate) fn lines(failures: &[Failure]) -> anyhow::Result<Vec<u8>> {
    let mut lines = Vec::new();
    for failure in failures {
        serde_json::to_writer(&mut lines, failure)?;
        lines.push(b'\n');
    }
    Ok(lines)
}
