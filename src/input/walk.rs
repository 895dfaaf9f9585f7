//! Files by name, by pattern and below a folder, in sorted order.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
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
        return itself(root);
    }
    let ends =
        |path: &Path| path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known));
    walk(root, move |below| ends(below))
}

/// Files, and where they are below what was named.
pub type Files = Box<dyn Iterator<Item = Result<File, InputError>> + Send>;

/// The file itself, all files below a folder that are `wanted` (by their path below it), or those that a pattern matches.
pub(super) fn files_or_glob(root: &Path, wanted: impl Fn(&Path) -> bool + Send + 'static) -> Files {
    if root.is_dir() {
        return walk(root, wanted);
    }
    match root.to_str().filter(|name| name.contains(['*', '?', '[', '{'])) {
        Some(pattern) if !root.exists() => globbed(pattern),
        _ => itself(root),
    }
}

fn itself(file: &Path) -> Files {
    let below = file.file_name().map(PathBuf::from).unwrap_or_default();
    Box::new(std::iter::once(Ok(File { path: file.to_owned(), below })))
}

/// The files that a pattern matches: `*` stays within a folder, `**` goes through all.
fn globbed(pattern: &str) -> Files {
    let glob = GlobBuilder::new(pattern).literal_separator(true).build();
    let matcher: GlobMatcher = match glob {
        Ok(glob) => glob.compile_matcher(),
        Err(error) => return Box::new(std::iter::once(Err(InputError::new(pattern, error.kind())))),
    };
    let base = folder_before(pattern);
    let root = base.clone();
    let matches = move |below: &Path| matcher.is_match(root.join(below));
    let mut found =
        walk(if base.as_os_str().is_empty() { Path::new(".") } else { &base }, matches).peekable();
    if found.peek().is_none() {
        return Box::new(std::iter::once(Err(InputError::new(pattern, "no file matches"))));
    }
    // Files are named as the pattern names them.
    Box::new(found.map(move |file| file.map(|file| File { path: base.join(&file.below), ..file })))
}

/// The folder that a pattern begins with.
fn folder_before(pattern: &str) -> PathBuf {
    let plain = Path::new(pattern).components();
    let is_plain =
        |part: &std::path::Component| !part.as_os_str().to_string_lossy().contains(['*', '?', '[', '{']);
    plain.take_while(is_plain).collect()
}

fn walk(root: &Path, wanted: impl Fn(&Path) -> bool + Send + 'static) -> Files {
    let walk =
        WalkBuilder::new(root).standard_filters(false).hidden(true).sort_by_file_name(Ord::cmp).build();
    let root = root.to_owned();
    Box::new(walk.filter_map(move |entry| match entry {
        Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
            let below = entry.path().strip_prefix(&root).unwrap_or(entry.path()).to_owned();
            wanted(&below).then(|| Ok(File { path: entry.into_path(), below }))
        }
        Ok(_) => None,
        Err(error) => Some(Err(InputError::new(root.display().to_string(), error))),
    }))
}
