//! What articles come in.
//!
//! A path is walked (`walk`), each file opened (`source`), unpacked (`unpack`: compression and archives, as deep as they are nested)
//! and cut into articles by its format (`format`). Fetching is lazy, an article at a time and in order; what makes an [`Item`] of the
//! bytes (`fetch`) can run on any thread. What can't be read is an [`InputError`] in the place of the article; the rest goes on.

mod day;
mod decode;
mod fetch;
mod fields;
mod format;
mod item;
mod meter;
mod options;
mod source;
mod unpack;
mod walk;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use decode::{Decoded, decode};
pub use fetch::{Fetch, Fetched};
pub use fields::{Fields, Name, Rename};
pub use format::{Format, Header};
pub use item::Item;
pub use options::{Label, Limits, Options};
pub use walk::{File, Files, files, files_with};

use fetch::{Stream, failed};
use source::Source;

/// What could not be read, and why.
#[derive(Debug)]
pub struct InputError {
    /// The file, with the line or the like where there is one: `news.jsonl:17`, `news.tar.gz!/2024/a.txt`.
    pub place: String,
    /// What is wrong.
    pub reason: String,
    /// Whether the article is but larger than the limits allow.
    pub too_large: bool,
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl std::error::Error for InputError {}

impl InputError {
    fn new(place: impl Into<String>, reason: impl fmt::Display) -> Self {
        InputError { place: place.into(), reason: reason.to_string(), too_large: false }
    }

    fn too_large(place: impl Into<String>, limits: Limits) -> Self {
        InputError { too_large: true, ..InputError::new(place, limits.too_large()) }
    }
}

/// What comes out of reading.
pub type Read = Result<Item, InputError>;

/// Reads one plain text file.
///
/// # Errors
/// Where it can't be read or is not text.
pub fn open(path: &Path) -> Read {
    let place = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|error| InputError::new(&place, error))?;
    let decoded = decode(bytes).ok_or_else(|| InputError::new(&place, "not a text file"))?;
    let name = path.file_name().map(|name| Path::new(name).with_extension(""));
    Ok(format::text_item(decoded, id(&name.unwrap_or_default()), place))
}

/// The id of an article out of its path: parts joined by `/` on every system.
pub fn id(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The articles of all paths, in their order; folders and what patterns match in sorted order. `-` is standard input.
pub fn articles(paths: &[PathBuf], options: Options) -> impl Iterator<Item = Fetch> + Send + '_ {
    let options = Arc::new(options);
    paths.iter().flat_map(move |path| articles_of(path, &options))
}

/// The files that articles of a path come from.
pub fn inputs(path: &Path, options: &Options) -> Files {
    let takes_all = options.format.is_some();
    walk::files_or_glob(path, move |below| format::is_taken(&id(below), takes_all))
}

fn articles_of(path: &Path, options: &Arc<Options>) -> Stream {
    if path.as_os_str() == "-" {
        return source_articles(Source::stdin(options));
    }
    let reading = options.clone();
    let files = inputs(path, options);
    Box::new(files.flat_map(move |file| source_articles(file.and_then(|file| Source::open(&file, &reading)))))
}

fn source_articles(source: Result<Source, InputError>) -> Stream {
    source.map_or_else(failed, unpack::articles)
}

/// What is said where this build can't read something.
#[cfg(not(all(feature = "archives", feature = "html", feature = "parquet")))]
fn lacking(at: &source::At, what: &str, feature: &str) -> InputError {
    at.error(format!("this build does not read {what}: build it with `--features {feature}`, or `--features full` for everything"))
}

/// The same in the place of all articles.
#[cfg(not(all(feature = "html", feature = "parquet")))]
fn lack(at: &source::At, what: &str, feature: &str) -> Stream {
    failed(lacking(at, what, feature))
}
