//! One file of a part: it appears whole or not at all, and its digest is known.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tempfile::{Builder, NamedTempFile};

/// The folder, below that of the output, of what is not whole yet and of the journal.
pub(super) const WORK: &str = ".dateline";

/// A file that was written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Written {
    /// The table, or the list of records, that it is a part of.
    pub name: String,
    /// Its path below the output folder, parts joined by `/`.
    pub path: String,
    /// Rows or records in it.
    pub rows: u64,
    /// Its size.
    pub bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// A file that is being written.
pub(super) struct Shard {
    root: PathBuf,
    name: String,
    path: String,
    file: BufWriter<NamedTempFile>,
    hash: Sha256,
    bytes: u64,
}

impl Shard {
    /// The file of a part of `name` below `root`.
    pub fn new(root: &Path, name: &str, part: usize, ending: &str) -> anyhow::Result<Shard> {
        let path = format!("{name}/part-{part:05}.{ending}");
        let file = BufWriter::with_capacity(1 << 16, temporary(root)?);
        Ok(Shard { root: root.to_owned(), name: name.to_owned(), path, file, hash: Sha256::new(), bytes: 0 })
    }

    /// Makes the file appear, with so many rows.
    pub fn finish(self, rows: u64) -> anyhow::Result<Written> {
        let Shard { root, name, path, file, hash, bytes } = self;
        let target = root.join(&path);
        let file = file.into_inner().map_err(|error| error.into_error())?;
        file.as_file().sync_all()?;
        appear(file, &target)?;
        // The name itself lasts only when the folder is written.
        target.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())?;
        Ok(Written { name, path, rows, bytes, sha256: hex(&hash.finalize()) })
    }
}

impl Write for Shard {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.file.write(bytes)?;
        self.hash.update(&bytes[..count]);
        self.bytes += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a whole file below `root` at once.
pub(super) fn write_whole(root: &Path, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let target = root.join(path);
    let write = || -> io::Result<()> {
        let mut file = temporary(root)?;
        file.write_all(bytes)?;
        appear(file, &target)
    };
    write().with_context(|| format!("cannot write {}", target.display()))
}

/// Bytes in hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A file in the work folder, which is on the same disk as what it is to become.
fn temporary(root: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix("part-");
    // Others may read it as they may read any other new file; the user's mask is heeded.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(root.join(WORK))
}

fn appear(file: NamedTempFile, target: &Path) -> io::Result<()> {
    target.parent().map_or(Ok(()), std::fs::create_dir_all)?;
    file.persist(target)?;
    Ok(())
}
