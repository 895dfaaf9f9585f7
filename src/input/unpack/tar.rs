//! Tar archives, read from front to end.

use std::io::{self, BufReader, Read};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tar::{EntryType, Header, PaxExtensions};

use super::super::fetch::{Stream, failed};
use super::super::meter::told;
use super::super::source::{At, Bytes, Source};
use super::super::{InputError, format};

const BLOCK: u64 = 512;

/// What a name or a list of extensions may take.
const MOST_EXTENSION: u64 = 1 << 20;

/// The articles of all files in an archive.
pub fn articles(source: Source) -> Stream {
    let members = Members { at: source.at, archive: Archive::new(source.bytes), taken: 0, done: false };
    Box::new(members.flat_map(|member| match member {
        Ok(source) => super::articles(source),
        Err(error) => failed(error),
    }))
}

/// The files of an archive that may hold articles.
struct Members {
    at: At,
    archive: Archive,
    taken: usize,
    done: bool,
}

/// What the headers say of a file.
struct Entry {
    name: String,
    size: u64,
}

impl Iterator for Members {
    type Item = Result<Source, InputError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            match self.archive.next_entry() {
                Ok(Some(entry)) if format::is_taken(&entry.name, self.at.options.format.is_some()) => {
                    self.taken += 1;
                    let bytes = BufReader::new(self.archive.section(entry.size));
                    return Some(Source::member(self.at.member(&entry.name), Box::new(bytes)));
                }
                Ok(Some(entry)) => self.archive.pass_over(entry.size),
                Ok(None) => {
                    self.done = true;
                    if self.taken == 0 {
                        return Some(Err(self.at.error(format::NOTHING_KNOWN)));
                    }
                }
                Err(error) => {
                    self.done = true;
                    return Some(Err(self.at.error(error)));
                }
            }
        }
        None
    }
}

/// The bytes of an archive, shared with the file in it that is being read.
#[derive(Clone)]
struct Archive(Arc<Mutex<Inside>>);

struct Inside {
    bytes: Bytes,
    /// Where it is.
    at: u64,
    /// What is left of the file in it that is being read.
    left: u64,
    /// What follows the file and fills its last block.
    padding: u64,
}

impl Archive {
    fn new(bytes: Bytes) -> Archive {
        Archive(Arc::new(Mutex::new(Inside { bytes, at: 0, left: 0, padding: 0 })))
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next file, after what is left of the one before.
    fn next_entry(&self) -> io::Result<Option<Entry>> {
        self.inside().next_entry()
    }

    /// The bytes of the next file.
    fn section(&self, size: u64) -> Section {
        self.inside().begin(size);
        Section(self.clone())
    }

    fn pass_over(&self, size: u64) {
        self.inside().begin(size);
    }
}

impl Inside {
    fn begin(&mut self, size: u64) {
        self.left = size;
        self.padding = size.next_multiple_of(BLOCK) - size;
    }

    fn next_entry(&mut self) -> io::Result<Option<Entry>> {
        self.finish()?;
        let (mut name, mut size) = (None, None);
        loop {
            let Some(header) = self.header()? else { return Ok(None) };
            let given = header.entry_size()?;
            match header.entry_type() {
                EntryType::GNULongName => name = Some(text(self.extension(given)?.as_slice())),
                EntryType::XHeader => {
                    let extension = self.extension(given)?;
                    let value = |key| pax(&extension, key);
                    name = value("path").or(name);
                    size = value("size").and_then(|size| size.parse().ok()).or(size);
                }
                EntryType::Regular | EntryType::Continuous => {
                    let name = name.unwrap_or_else(|| text(&header.path_bytes()));
                    let name = name.trim_start_matches("./").trim_start_matches('/').to_owned();
                    return Ok(Some(Entry { name, size: size.unwrap_or(given) }));
                }
                kind => {
                    // What has no bytes may name a size all the same: that of what it links to.
                    let has_bytes = !kind.is_hard_link() && !kind.is_symlink() && !kind.is_dir();
                    self.begin(if has_bytes { given } else { 0 });
                    self.finish()?;
                    if !kind.is_pax_global_extensions() {
                        (name, size) = (None, None);
                    }
                }
            }
        }
    }

    /// Passes over what is left of a file.
    fn finish(&mut self) -> io::Result<()> {
        let rest = self.left + self.padding;
        let passed = io::copy(&mut (&mut self.bytes).take(rest), &mut io::sink())?;
        self.at += passed;
        (self.left, self.padding) = (0, 0);
        // Some writers leave out the padding of the very last file.
        if passed < rest && rest - passed >= BLOCK { Err(self.ends_too_soon()) } else { Ok(()) }
    }

    /// The next header; none at the end.
    fn header(&mut self) -> io::Result<Option<Header>> {
        let mut header = Header::new_old();
        let block = header.as_mut_bytes();
        let mut read = 0;
        while read < block.len() {
            match self.bytes.read(&mut block[read..])? {
                0 if read == 0 => return Ok(None),
                0 => return Err(self.ends_too_soon()),
                more => read += more,
            }
        }
        self.at += BLOCK;
        if header.as_bytes().iter().all(|&byte| byte == 0) {
            return Ok(None);
        }
        let sum = |range: std::ops::Range<usize>| {
            header.as_bytes()[range].iter().map(|&b| u32::from(b)).sum::<u32>()
        };
        let checked = sum(0..148) + 8 * u32::from(b' ') + sum(156..512);
        let is_whole = header.cksum().is_ok_and(|sum| sum == checked);
        if is_whole {
            Ok(Some(header))
        } else {
            Err(told(format!("the tar archive is damaged at byte {}", self.at - BLOCK)))
        }
    }

    fn extension(&mut self, size: u64) -> io::Result<Vec<u8>> {
        if size > MOST_EXTENSION {
            return Err(told(format!("the tar archive is damaged at byte {}", self.at)));
        }
        self.begin(size);
        let mut bytes = Vec::new();
        let read = (&mut self.bytes).take(size).read_to_end(&mut bytes)? as u64;
        self.at += read;
        self.left -= read;
        self.finish()?;
        Ok(bytes)
    }

    fn ends_too_soon(&self) -> io::Error {
        told(format!("the tar archive ends too soon, at byte {}", self.at))
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end_matches('\0').to_owned()
}

/// A value among extensions.
fn pax(extensions: &[u8], key: &str) -> Option<String> {
    let mut all = PaxExtensions::new(extensions).filter_map(Result::ok);
    all.find(|extension| extension.key() == Ok(key)).map(|extension| text(extension.value_bytes()))
}

/// One file of an archive.
struct Section(Archive);

impl Read for Section {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut inside = self.0.inside();
        let most = inside.left.min(into.len() as u64) as usize;
        let read = inside.bytes.read(&mut into[..most])?;
        if read == 0 && most > 0 {
            return Err(inside.ends_too_soon());
        }
        inside.left -= read as u64;
        inside.at += read as u64;
        Ok(read)
    }
}
