//! What holds other files: compression and archives, told by their first bytes, however they are named and nested.

mod layer;
#[cfg(feature = "archives")]
mod tar;
#[cfg(feature = "archives")]
mod zip;

use std::io::{BufReader, Read};

use super::fetch::{Stream, failed};
use super::source::{Bytes, Source};
use super::{InputError, format};
use layer::Layer;

/// What makes bytes of packed ones.
type Decoder = Box<dyn Read + Send>;

/// What buffers hold.
const BUFFER: usize = 1 << 16;

/// How deep archives and compression may be nested.
const DEEPEST: u8 = 8;

/// The ways of packing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Packing {
    Gzip,
    Bzip2,
    Zstd,
    Tar,
    Zip,
}

/// The first bytes of each, and where they stand.
const MAGIC: &[(Packing, usize, &[u8])] = &[
    (Packing::Gzip, 0, b"\x1f\x8b\x08"),
    (Packing::Bzip2, 0, b"BZh"),
    (Packing::Zstd, 0, b"\x28\xb5\x2f\xfd"),
    (Packing::Tar, 257, b"ustar"),
    (Packing::Zip, 0, b"PK\x03\x04"),
    (Packing::Zip, 0, b"PK\x05\x06"),
];

/// What is known and not read, with what to do about it.
const FOREIGN: &[(&[u8], &str)] = &[
    (b"\xfd7zXZ\0", "xz data is not read: decompress it into a pipe (`xz -dc FILE | dateline extract -`)"),
    (b"7z\xbc\xaf\x27\x1c", "7z archives are not read: unpack it first"),
    (b"Rar!\x1a\x07", "rar archives are not read: unpack it first"),
    (
        b"\x04\x22\x4d\x18",
        "lz4 data is not read: decompress it into a pipe (`lz4 -dc FILE | dateline extract -`)",
    ),
    (b"%PDF-", "PDF is not read: turn it into text first; Apache Tika's JSON can be read"),
];

/// The endings of compressed files, with what comes in their place.
const ENDINGS: &[(&str, &str)] =
    &[(".gz", ""), (".tgz", ".tar"), (".bz2", ""), (".tbz2", ".tar"), (".zst", ""), (".tzst", ".tar")];

/// The endings of archives.
const ARCHIVES: &[&str] = &["tar", "zip"];

/// A name without the endings of compression.
pub(super) fn without_endings(name: &str) -> &str {
    let stripped = ENDINGS.iter().find_map(|(ending, _)| name.strip_suffix(ending));
    stripped.map_or(name, without_endings)
}

/// Whether a name says that it is an archive.
pub(super) fn is_archive(name: &str) -> bool {
    let is_tar = ENDINGS.iter().any(|(ending, tar)| !tar.is_empty() && name.ends_with(ending));
    let ending = without_endings(name).rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    is_tar || ending.is_some_and(|ending| ARCHIVES.contains(&ending.as_str()))
}

/// The articles of a source, whatever it is packed in.
pub(super) fn articles(mut source: Source) -> Stream {
    while let Some(packing) = Packing::of(&source.head) {
        if source.at.depth >= DEEPEST {
            return failed(source.at.error("it is packed in too many layers"));
        }
        let unpacked = match packing {
            Packing::Tar => return archive::tar(source),
            Packing::Zip => return archive::zip(source),
            Packing::Gzip => decompressed(source, "gzip", gzip),
            Packing::Bzip2 => archive::bzip2(source),
            Packing::Zstd => archive::zstd(source),
        };
        source = match unpacked {
            Ok(unpacked) => unpacked,
            Err(error) => return failed(error),
        };
    }
    match FOREIGN.iter().find(|(magic, _)| source.head.starts_with(magic)) {
        Some((_, reason)) => failed(source.at.error(reason)),
        None => format::articles(source),
    }
}

/// A source without a layer of compression.
fn decompressed(
    source: Source,
    kind: &'static str,
    decoder: impl FnOnce(Bytes) -> Decoder,
) -> Result<Source, InputError> {
    let name = match ENDINGS.iter().find(|(ending, _)| source.name.ends_with(ending)) {
        Some((ending, instead)) => source.name.trim_end_matches(ending).to_owned() + instead,
        None => source.name.clone(),
    };
    let meter = source.at.meter.clone();
    source.unpacked(name, |bytes| {
        Box::new(BufReader::with_capacity(BUFFER, Layer::new(decoder(bytes), kind, meter)))
    })
}

fn gzip(bytes: Bytes) -> Decoder {
    Box::new(flate2::bufread::MultiGzDecoder::new(bytes))
}

/// What is packed in ways that the light build can't read.
#[cfg(feature = "archives")]
mod archive {
    use super::*;

    pub use super::tar::articles as tar;
    pub use super::zip::articles as zip;

    pub fn bzip2(source: Source) -> Result<Source, InputError> {
        decompressed(source, "bzip2", |bytes| Box::new(bzip2::bufread::MultiBzDecoder::new(bytes)))
    }

    pub fn zstd(source: Source) -> Result<Source, InputError> {
        let place = source.at.clone();
        let mut refused = None;
        let unpacked = decompressed(source, "zstd", |bytes| match zstd::Decoder::with_buffer(bytes) {
            Ok(decoder) => Box::new(decoder),
            Err(error) => {
                refused = Some(error);
                Box::new(std::io::empty())
            }
        });
        refused.map_or(unpacked, |error| Err(place.error(error)))
    }
}

/// What is packed in ways that this build can't read.
#[cfg(not(feature = "archives"))]
mod archive {
    use super::*;
    use crate::input::lacking;

    pub fn tar(source: Source) -> Stream {
        failed(lacking(&source.at, "tar archives", "archives"))
    }

    pub fn zip(source: Source) -> Stream {
        failed(lacking(&source.at, "zip archives", "archives"))
    }

    pub fn bzip2(source: Source) -> Result<Source, InputError> {
        Err(lacking(&source.at, "bzip2 data", "archives"))
    }

    pub fn zstd(source: Source) -> Result<Source, InputError> {
        Err(lacking(&source.at, "zstd data", "archives"))
    }
}

impl Packing {
    fn of(head: &[u8]) -> Option<Packing> {
        let stands = |at: usize, magic: &[u8]| head.get(at..).is_some_and(|rest| rest.starts_with(magic));
        MAGIC.iter().find(|(_, at, magic)| stands(*at, magic)).map(|(packing, ..)| *packing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_of_packed_files() {
        let cases = [
            ("a.txt", "a.txt", false),
            ("a.jsonl.gz", "a.jsonl", false),
            ("a.tar.bz2.gz", "a.tar", true),
            ("a.tgz", "a", true),
            ("a.TAR", "a.TAR", true),
            ("a.zip", "a.zip", true),
            ("gz", "gz", false),
        ];
        for (name, bare, archive) in cases {
            assert_eq!((without_endings(name), is_archive(name)), (bare, archive), "{name}");
        }
    }
}
