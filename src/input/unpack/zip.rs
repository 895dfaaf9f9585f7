//! Zip archives: their directory stands at their end, so they need a file that can be read from anywhere.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::sync::Arc;

use flate2::Crc;
use zip::CompressionMethod;

use super::super::fetch::{Stream, failed};
use super::super::meter::{Counted, told};
use super::super::source::{At, Bytes, Source};
use super::super::{InputError, format};
use super::layer::Layer;
use super::{BUFFER, Decoder};

/// Bytes before the name of a file in the archive, and where its length and that of what follows stand.
const LOCAL: usize = 30;

/// The articles of all files in an archive.
pub fn articles(source: Source) -> Stream {
    let at = source.at.clone();
    match source.seekable().and_then(|file| Ok((entries(&file).map_err(|reason| at.error(reason))?, file))) {
        Err(error) => failed(error),
        Ok((entries, file)) => {
            let taken: Vec<_> = entries
                .into_iter()
                .filter(|entry| format::is_taken(&entry.name, at.options.format.is_some()))
                .collect();
            if taken.is_empty() {
                return failed(at.error(format::NOTHING_KNOWN));
            }
            let file = Arc::new(file);
            Box::new(taken.into_iter().flat_map(move |entry| match entry.open(&at, &file) {
                Ok(source) => super::articles(source),
                Err(error) => failed(error),
            }))
        }
    }
}

/// What the directory says of a file.
struct Entry {
    name: String,
    /// Where its own header begins.
    header: u64,
    packed: u64,
    method: CompressionMethod,
    crc: u32,
    encrypted: bool,
}

/// The directory.
fn entries(file: &File) -> Result<Vec<Entry>, String> {
    let size = file.metadata().map_err(|error| error.to_string())?.len();
    let read = zip::ZipArchive::new(BufReader::new(file));
    let archive = read.map_err(|error| format!("the zip archive is damaged or ends too soon: {error}"))?;
    let mut entries = Vec::with_capacity(archive.len());
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(|error| error.to_string())?;
        if entry.is_file() {
            entries.push(Entry {
                name: String::from_utf8_lossy(entry.name_raw()).trim_start_matches('/').to_owned(),
                header: entry.header_start(),
                packed: entry.compressed_size(),
                method: entry.compression(),
                crc: entry.crc32(),
                encrypted: entry.encrypted(),
            });
        }
    }
    let all = entries.iter().fold(0, |sum: u64, entry| sum.saturating_add(entry.packed));
    if all > size {
        return Err("files of the zip archive overlap, as archive bombs do".to_owned());
    }
    Ok(entries)
}

impl Entry {
    fn open(&self, archive: &At, file: &File) -> Result<Source, InputError> {
        let at = archive.member(&self.name);
        archive.meter.check().map_err(|error| at.error(error))?;
        if self.encrypted {
            return Err(at.error("it is encrypted"));
        }
        let packed = self.packed(file, archive).map_err(|error| at.error(error))?;
        let unpacked = self.decoder(packed).map_err(|reason| at.error(reason))?;
        let checked = Checked { inner: unpacked, crc: Crc::new(), want: self.crc };
        let layer = Layer::new(Box::new(checked), "zip", archive.meter.clone());
        Source::member(at, Box::new(BufReader::with_capacity(BUFFER, layer)))
    }

    /// The packed bytes. Only one file of an archive is read at a time, so they may share a cursor.
    fn packed(&self, file: &File, archive: &At) -> io::Result<Bytes> {
        let mut file = file.try_clone()?;
        file.seek(SeekFrom::Start(self.header))?;
        let mut local = [0; LOCAL];
        file.read_exact(&mut local)?;
        let length = |at: usize| i64::from(u16::from_le_bytes([local[at], local[at + 1]]));
        file.seek(SeekFrom::Current(length(26) + length(28)))?;
        let counted = Counted::new(file, &archive.meter);
        Ok(Box::new(BufReader::with_capacity(BUFFER, counted.take(self.packed))))
    }

    fn decoder(&self, packed: Bytes) -> Result<Decoder, String> {
        match self.method {
            CompressionMethod::STORE => Ok(Box::new(packed)),
            CompressionMethod::DEFLATE => Ok(Box::new(flate2::bufread::DeflateDecoder::new(packed))),
            CompressionMethod::BZIP2 => Ok(Box::new(bzip2::bufread::BzDecoder::new(packed))),
            CompressionMethod::ZSTD => match zstd::Decoder::with_buffer(packed) {
                Ok(decoder) => Ok(Box::new(decoder)),
                Err(error) => Err(error.to_string()),
            },
            other => Err(format!("it is compressed in a way that is not read ({other})")),
        }
    }
}

/// Compares the sum of what was read with the one that the archive names.
struct Checked {
    inner: Decoder,
    crc: Crc,
    want: u32,
}

impl Read for Checked {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.crc.update(&into[..read]);
        if read == 0 && !into.is_empty() && self.crc.sum() != self.want {
            return Err(told("the zip archive is damaged: a checksum is wrong".to_owned()));
        }
        Ok(read)
    }
}
