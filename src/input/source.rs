//! Something that was opened: a file, standard input, a member of an archive.

use std::fs::File;
#[cfg(any(feature = "archives", feature = "parquet"))]
use std::io::Seek;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::meter::{Counted, Meter};
use super::{File as Found, InputError, Options};

/// Bytes that come one after the other.
pub(super) type Bytes = Box<dyn BufRead + Send>;

/// How many bytes are looked at to tell what something is.
const HEAD: usize = 4096;

/// What buffers hold.
const BUFFER: usize = 1 << 16;

/// Where something is, and how it is to be read.
#[derive(Clone)]
pub(super) struct At {
    /// Its name in messages and records: `in/news.tar.gz!/2024/a.txt`.
    pub place: String,
    /// The same below the folder that was named: what ids are made of.
    pub below: String,
    /// How deep in archives and compression it is.
    pub depth: u8,
    /// What was read and unpacked of the file that it is in.
    pub meter: Arc<Meter>,
    /// How to read it.
    pub options: Arc<Options>,
}

impl At {
    /// An error about this place.
    pub fn error(&self, reason: impl std::fmt::Display) -> InputError {
        InputError::new(&self.place, reason)
    }

    /// The error that the article of this place is larger than the limits allow.
    pub fn too_large(&self) -> InputError {
        InputError::too_large(&self.place, self.options.limits)
    }

    /// A file of this archive.
    #[cfg(feature = "archives")]
    pub fn member(&self, name: &str) -> At {
        At {
            place: format!("{}!/{name}", self.place),
            below: format!("{}!/{name}", self.below),
            depth: self.depth + 1,
            ..self.clone()
        }
    }
}

/// Something that holds articles.
pub(super) struct Source {
    /// Where it is.
    pub at: At,
    /// The name that tells its format: endings of compression come off it.
    pub name: String,
    /// Its first bytes, which `bytes` gives too.
    pub head: Vec<u8>,
    /// What it holds.
    pub bytes: Bytes,
    /// Where it is, if these are the very bytes of a file.
    path: Option<PathBuf>,
}

impl Source {
    /// Opens a file.
    pub fn open(file: &Found, options: &Arc<Options>) -> Result<Source, InputError> {
        let place = file.path.display().to_string();
        let open = File::open(&file.path).map_err(|error| InputError::new(&place, error))?;
        let below = super::id(&file.below);
        let mut source = Source::new(open, place, below.clone(), below, options);
        source.path = Some(file.path.clone());
        source.peeked()
    }

    /// Standard input.
    pub fn stdin(options: &Arc<Options>) -> Result<Source, InputError> {
        Source::new(io::stdin(), "-".to_owned(), "stdin".to_owned(), String::new(), options).peeked()
    }

    fn new(
        bytes: impl Read + Send + 'static,
        place: String,
        below: String,
        name: String,
        options: &Arc<Options>,
    ) -> Source {
        let meter = Arc::new(Meter::new(options.limits));
        let bytes = Box::new(BufReader::with_capacity(BUFFER, Counted::new(bytes, &meter)));
        let at = At { place, below, depth: 0, meter, options: options.clone() };
        Source { at, name, head: Vec::new(), bytes, path: None }
    }

    /// A file of an archive.
    #[cfg(feature = "archives")]
    pub fn member(at: At, bytes: Bytes) -> Result<Source, InputError> {
        let name = at.below.clone();
        Source { at, name, head: Vec::new(), bytes, path: None }.peeked()
    }

    /// The same source without a layer of compression.
    pub fn unpacked(self, name: String, decoder: impl FnOnce(Bytes) -> Bytes) -> Result<Source, InputError> {
        let at = At { depth: self.at.depth + 1, ..self.at };
        Source { at, name, head: Vec::new(), bytes: decoder(self.bytes), path: None }.peeked()
    }

    /// Takes a look at the first bytes.
    fn peeked(mut self) -> Result<Source, InputError> {
        let mut head = Vec::new();
        let read = (&mut self.bytes).take(HEAD as u64).read_to_end(&mut head);
        // What can't be read later is told when it is come to.
        if let (Err(error), true) = (read, head.is_empty()) {
            return Err(self.at.error(error));
        }
        self.bytes = Box::new(Cursor::new(head.clone()).chain(self.bytes));
        self.head = head;
        Ok(self)
    }

    /// All bytes of what is one article.
    ///
    /// # Errors
    /// Where they can't be read or are too many.
    pub fn whole(&mut self) -> Result<Vec<u8>, InputError> {
        let limits = self.at.options.limits;
        let mut all = Vec::new();
        let read = (&mut self.bytes).take(limits.most() + 1).read_to_end(&mut all);
        read.map_err(|error| self.at.error(error))?;
        if all.len() as u64 > limits.most() {
            return Err(self.at.too_large());
        }
        Ok(all)
    }

    /// The id of an article that is all that this source holds: its path without endings.
    pub fn id(&self) -> String {
        let below = super::unpack::without_endings(&self.at.below);
        let plain = Path::new(below).with_extension("");
        super::id(&plain)
    }

    /// A file with these bytes, for what can't be read from front to end: the file itself, else a temporary one.
    ///
    /// # Errors
    /// Where it can't be opened or written.
    #[cfg(any(feature = "archives", feature = "parquet"))]
    pub fn seekable(mut self) -> Result<File, InputError> {
        let file = match &self.path {
            Some(path) => File::open(path),
            None => spooled(&mut self.bytes),
        };
        file.map_err(|error| self.at.error(error))
    }
}

/// A temporary file with these bytes.
#[cfg(any(feature = "archives", feature = "parquet"))]
fn spooled(bytes: &mut Bytes) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    io::copy(bytes, &mut file)?;
    file.rewind()?;
    Ok(file)
}
