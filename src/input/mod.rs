//! What articles come in: text files, folders of them, JSON Lines, standard input.
//!
//! Input is read lazily, an article at a time. What can't be read is an [`InputError`] in the place of the
//! article; the rest goes on.

mod day;
mod decode;
mod header;
mod jsonl;
mod text;
mod walk;

use std::fmt;
use std::path::{Path, PathBuf};

pub use decode::{Decoded, decode};
pub use header::Header;
pub use walk::{File, files, files_with};

use crate::extract::Article;
use crate::fact::Warning;

/// An article with what is known of it besides its text.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its text, id, day of publication.
    pub article: Article,
    /// Where it was read from, as records name it.
    pub source: String,
    /// Where its record goes below the output folder, without an ending.
    pub path: PathBuf,
    /// What was odd about reading it.
    pub warnings: Vec<Warning>,
}

/// What could not be read, and why.
#[derive(Debug)]
pub struct InputError {
    /// The file, with the line where there is one: `news.jsonl:17`.
    pub place: String,
    /// What is wrong.
    pub reason: String,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl std::error::Error for InputError {}

impl InputError {
    fn new(place: impl Into<String>, reason: impl fmt::Display) -> Self {
        InputError { place: place.into(), reason: reason.to_string() }
    }
}

/// What comes out of reading.
pub type Read = Result<Item, InputError>;

/// Reads one text file.
///
/// # Errors
/// Where it can't be read or is not text.
pub fn open(path: &Path) -> Read {
    let below = path.file_name().map(PathBuf::from).unwrap_or_default();
    text::open(&File { path: path.to_owned(), below })
}

/// The id of an article out of its path: parts joined by `/` on every system.
pub fn id(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The articles of all paths, in their order; folders in sorted order. `-` is standard input.
pub fn articles(paths: &[PathBuf]) -> impl Iterator<Item = Read> + Send + '_ {
    paths.iter().flat_map(|path| articles_of(path))
}

fn articles_of(path: &Path) -> Box<dyn Iterator<Item = Read> + Send> {
    if path.as_os_str() == "-" {
        return jsonl::or_text(std::io::stdin());
    }
    Box::new(files(path).flat_map(|found| match found {
        Ok(file) if jsonl::is_jsonl(&file.path) => jsonl::open(&file.path),
        Ok(file) => Box::new(std::iter::once(text::open(&file))) as Box<dyn Iterator<Item = Read> + Send>,
        Err(error) => Box::new(std::iter::once(Err(error))),
    }))
}
