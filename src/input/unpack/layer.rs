//! A layer of compression: its bytes are counted, and its errors say what is wrong and where.

use std::io::{self, ErrorKind, Read};
use std::sync::Arc;

use super::Decoder;
use crate::input::meter::{Meter, is_told, told};

/// What a decoder gives. After an error it gives that error again.
pub(super) struct Layer {
    decoder: Decoder,
    kind: &'static str,
    meter: Arc<Meter>,
    /// Bytes that came out.
    out: u64,
    failed: Option<String>,
}

impl Layer {
    pub fn new(decoder: Decoder, kind: &'static str, meter: Arc<Meter>) -> Layer {
        Layer { decoder, kind, meter, out: 0, failed: None }
    }

    fn reason(&self, error: &io::Error) -> String {
        let Layer { kind, out, .. } = self;
        match error.kind() {
            _ if is_told(error) => error.to_string(),
            ErrorKind::UnexpectedEof => format!("the {kind} data ends too soon, after {out} bytes unpacked"),
            ErrorKind::PermissionDenied => error.to_string(),
            _ => format!("the {kind} data is damaged, after {out} bytes unpacked: {error}"),
        }
    }
}

impl Read for Layer {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if let Some(reason) = &self.failed {
            return Err(told(reason.clone()));
        }
        let read = self.decoder.read(into).and_then(|read| self.meter.unpack(read).map(|()| read));
        match read {
            Ok(read) => {
                self.out += read as u64;
                Ok(read)
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => Err(error),
            Err(error) => {
                let reason = self.reason(&error);
                self.failed = Some(reason.clone());
                Err(told(reason))
            }
        }
    }
}
