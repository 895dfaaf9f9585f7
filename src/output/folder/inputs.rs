//! What a run is told apart by: its rules and its input files.

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use super::super::shard::hex;
use super::Inputs;
use crate::input;
use crate::lexicon::TABLES;
use crate::rule::SourceFile;

impl Inputs {
    /// Looks at all files that articles will come from. A file that can't be looked at tells of itself when it is read.
    pub fn of(paths: &[PathBuf], options: &input::Options) -> Inputs {
        let mut inputs = Inputs {
            paths: paths.iter().map(|path| path.display().to_string()).collect(),
            files: 0,
            bytes: 0,
            digest: String::new(),
        };
        let mut seen = Sha256::new();
        for file in paths.iter().flat_map(|path| input::inputs(path, options)).flatten() {
            if let Ok(data) = file.path.metadata() {
                inputs.files += 1;
                inputs.bytes += data.len();
                seen.update(line(&file.path, &data));
            }
        }
        inputs.digest = hex(&seen.finalize());
        inputs
    }
}

fn line(path: &Path, data: &Metadata) -> String {
    let changed = data.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    format!("{} {} {}\n", path.display(), data.len(), changed.map_or(0, |age| age.as_nanos()))
}

/// Digest of all that decides what is found: the rules, and the built-in tables.
pub fn digest_of_rules(sources: &[SourceFile]) -> String {
    let rules = sources.iter().map(|source| (source.path.as_str(), source.text.as_str()));
    let tables = TABLES.iter().map(|table| (table.name, table.text));
    let mut all = Sha256::new();
    for text in rules.chain(tables).flat_map(|(name, text)| [name, text]) {
        // With its length, so that no text can pass for the end of another.
        all.update(text.len().to_le_bytes());
        all.update(text);
    }
    hex(&all.finalize())
}
