//! What was read and unpacked of one file, so that a small file can't unpack without end.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::Limits;

/// What any file may unpack to, however small it is.
const FREE: u64 = 64 << 20;

/// Counts the bytes that were read of a file, and those that all layers of compression in it made of them.
pub(super) struct Meter {
    read: AtomicU64,
    unpacked: AtomicU64,
    limits: Limits,
}

impl Meter {
    pub fn new(limits: Limits) -> Meter {
        Meter { read: AtomicU64::new(0), unpacked: AtomicU64::new(0), limits }
    }

    /// Counts what was unpacked.
    ///
    /// # Errors
    /// Where it is more than the limits allow.
    pub fn unpack(&self, bytes: usize) -> io::Result<()> {
        self.unpacked.fetch_add(bytes as u64, Ordering::Relaxed);
        self.check()
    }

    /// Whether the limits still hold.
    ///
    /// # Errors
    /// Where they do not.
    pub fn check(&self) -> io::Result<()> {
        let (read, unpacked) = (self.read.load(Ordering::Relaxed), self.unpacked.load(Ordering::Relaxed));
        let Limits { ratio, unpacked: most, .. } = self.limits;
        if ratio > 0 && unpacked > FREE && unpacked / ratio > read {
            return Err(told(format!(
                "it unpacks to over {ratio} times its size, as archive bombs do; --max-ratio 0 reads it all the same"
            )));
        }
        if most > 0 && unpacked > most {
            return Err(told(format!(
                "it unpacks to more than {most} bytes, the most that --max-unpacked allows"
            )));
        }
        Ok(())
    }
}

/// An error that says all that there is to say.
pub(super) fn told(reason: String) -> io::Error {
    io::Error::other(Told(reason))
}

/// Whether an error came out of [`told`].
pub(super) fn is_told(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.is::<Told>())
}

#[derive(Debug)]
struct Told(String);

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Told {}

/// Counts what is read of a file.
pub(super) struct Counted<R> {
    inner: R,
    meter: Arc<Meter>,
}

impl<R> Counted<R> {
    pub fn new(inner: R, meter: &Arc<Meter>) -> Self {
        Counted { inner, meter: meter.clone() }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.meter.read.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_files_may_not_unpack_without_end() {
        let after = |ratio: u64, most: u64, unpacked: u64| {
            let meter = Arc::new(Meter::new(Limits { ratio, unpacked: most, ..Limits::default() }));
            io::copy(&mut Counted::new(&[0u8; 1 << 20][..], &meter), &mut io::sink()).unwrap();
            meter.unpack(unpacked as usize).is_ok()
        };
        let cases = [
            (100, 0, 100 << 20, true),
            (100, 0, 102 << 20, false),
            // Little is let through whatever it was.
            (1, 0, FREE, true),
            (0, 0, 1 << 40, true),
            (0, 1 << 30, 1 << 30, true),
            (0, 1 << 30, (1 << 30) + 1, false),
        ];
        for (ratio, most, unpacked, want) in cases {
            assert_eq!(after(ratio, most, unpacked), want, "{ratio} {most} {unpacked}");
        }
    }
}
