//! Files below a folder, in sorted order.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::InputError;

/// A file to read, and its path below the folder that was named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct File {
    /// Where it is.
    pub path: PathBuf,
    /// Its path below the folder that was named, or its own name.
    pub below: PathBuf,
}

/// The file itself, or all text files below a folder: `.txt`, `.text`, `.md` and JSON Lines.
pub fn files(root: &Path) -> Box<dyn Iterator<Item = Result<File, InputError>> + Send> {
    files_with(root, &["txt", "text", "md", "jsonl", "ndjson"])
}

/// The file itself, or all files below a folder that end in one of `endings`. Hidden files are passed over, and ignore
/// files of other tools are not heeded.
pub fn files_with(
    root: &Path,
    endings: &'static [&'static str],
) -> Box<dyn Iterator<Item = Result<File, InputError>> + Send> {
    if !root.is_dir() {
        let below = root.file_name().map(PathBuf::from).unwrap_or_default();
        return Box::new(std::iter::once(Ok(File { path: root.to_owned(), below })));
    }
    let walk =
        WalkBuilder::new(root).standard_filters(false).hidden(true).sort_by_file_name(Ord::cmp).build();
    let root = root.to_owned();
    let ends =
        |path: &Path| path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known));
    Box::new(walk.filter_map(move |entry| match entry {
        Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) && ends(entry.path()) => {
            let below = entry.path().strip_prefix(&root).unwrap_or(entry.path()).to_owned();
            Some(Ok(File { path: entry.into_path(), below }))
        }
        Ok(_) => None,
        Err(error) => Some(Err(InputError::new(root.display().to_string(), error))),
    }))
}
