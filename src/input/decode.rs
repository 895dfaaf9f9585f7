//! Bytes to text: as a mark or a declaration says, else UTF-8, UTF-16, else Windows-1252.

use std::io::{self, BufRead, BufReader, Read};

use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::options::Label;
use super::source::Bytes;
use crate::fact::Warning;

/// Text, and the encoding where it was not UTF-8.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding's name, where it was not UTF-8.
    pub encoding: Option<&'static str>,
}

/// Decodes a file; none where it is not text.
///
/// A byte order mark decides; then valid UTF-8; then UTF-16 by its NULs; else Windows-1252. Bytes with other NULs
/// are not text.
///
/// ```
/// let decoded = dateline::input::decode(b"caf\xe9".to_vec()).unwrap();
/// assert_eq!((decoded.text.as_str(), decoded.encoding), ("café", Some("windows-1252")));
/// ```
pub fn decode(bytes: Vec<u8>) -> Option<Decoded> {
    forced_or(None, bytes, None)
}

/// Decodes bytes as the user says, else by a byte order mark, else as they declare themselves, else as [`decode`] does.
pub(super) fn forced_or(
    forced: Option<Label>,
    bytes: Vec<u8>,
    declared: Option<&'static Encoding>,
) -> Option<Decoded> {
    let mark = Encoding::for_bom(&bytes);
    match (forced, mark) {
        // What the user says needs no warning.
        (Some(Label(encoding)), _) => {
            Some(Decoded { encoding: None, ..with(encoding, &bytes[mark.map_or(0, |(_, mark)| mark)..]) })
        }
        (None, Some((encoding, mark))) => Some(with(encoding, &bytes[mark..])),
        (None, None) => match declared {
            Some(encoding) if encoding != UTF_8 => Some(with(encoding, &bytes)),
            _ => guessed(bytes),
        },
    }
}

fn guessed(bytes: Vec<u8>) -> Option<Decoded> {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Some(Decoded { text, encoding: None }),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    match nulls(&bytes) {
        (0, 0) => Some(with(WINDOWS_1252, &bytes)),
        nulls => wide(nulls).map(|encoding| with(encoding, &bytes)),
    }
}

/// UTF-16, by the places of the NULs.
fn wide(nulls: (usize, usize)) -> Option<&'static Encoding> {
    match nulls {
        (even, odd) if odd > 8 * even => Some(UTF_16LE),
        (even, odd) if even > 8 * odd => Some(UTF_16BE),
        _ => None,
    }
}

/// The warning that a text was not UTF-8.
pub(super) fn warning(encoding: &str) -> Warning {
    Warning { code: "encoding", message: format!("decoded as {encoding}"), span: None }
}

/// A stream of records as text.
pub(super) struct Text {
    /// UTF-8 without a mark, unless single records turn out to be something else.
    pub bytes: Bytes,
    /// The encoding, where it is told by the stream's beginning and not UTF-8.
    pub encoding: Option<&'static str>,
}

/// Decodes a stream as the user says, else by its mark or the NULs among its first bytes.
pub(super) fn stream(bytes: Bytes, head: &[u8], forced: Option<Label>) -> Text {
    let marked = Encoding::for_bom(head);
    let encoding = forced
        .map(|label| label.0)
        .or(marked.map(|(encoding, _)| encoding))
        .or_else(|| wide(nulls(head)))
        .unwrap_or(UTF_8);
    if encoding == UTF_8 {
        let mark = if head.starts_with(MARK) { MARK.len() } else { 0 };
        let mut bytes = bytes;
        // The first bytes were read before: this can't fail.
        let _ = io::copy(&mut (&mut bytes).take(mark as u64), &mut io::sink());
        return Text { bytes, encoding: None };
    }
    let decoder = encoding.new_decoder_with_bom_removal();
    let decoded = Transcoded { bytes, decoder, ready: Vec::new(), taken: 0, done: false };
    let named = forced.is_none().then(|| encoding.name());
    Text { bytes: Box::new(BufReader::with_capacity(1 << 16, decoded)), encoding: named }
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Another encoding as UTF-8.
struct Transcoded {
    bytes: Bytes,
    decoder: Decoder,
    /// What is decoded and not yet taken: a decoder needs more room than readers may have.
    ready: Vec<u8>,
    taken: usize,
    done: bool,
}

impl Transcoded {
    fn refill(&mut self) -> io::Result<()> {
        const ROOM: usize = 1 << 13;
        let part = self.bytes.fill_buf()?;
        let last = part.is_empty();
        self.ready.resize(ROOM, 0);
        let (result, read, written, _) = self.decoder.decode_to_utf8(part, &mut self.ready, last);
        self.bytes.consume(read);
        self.ready.truncate(written);
        self.taken = 0;
        self.done = last && result == CoderResult::InputEmpty;
        Ok(())
    }
}

impl Read for Transcoded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.taken == self.ready.len() && !self.done {
            self.refill()?;
        }
        let read = (&self.ready[self.taken..]).read(into)?;
        self.taken += read;
        Ok(read)
    }
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: (encoding != UTF_8).then(|| encoding.name()) }
}

/// How many NULs stand at even and at odd places: Latin text in UTF-16 has one in every pair.
fn nulls(bytes: &[u8]) -> (usize, usize) {
    let count = |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    (count(0), count(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: Option<&str>) {
        let decoded = decode(bytes.to_vec()).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
    }

    #[test]
    fn encodings_that_are_common() {
        check("Köln".as_bytes(), "Köln", None);
        check(b"\xef\xbb\xbfpact", "pact", None);
        check(b"K\xf6ln \x80", "Köln €", Some("windows-1252"));
        check(b"\xff\xfep\0a\0", "pa", Some("UTF-16LE"));
        check(b"p\0a\0c\0t\0", "pact", Some("UTF-16LE"));
        check(b"\0p\0a\0c\0t", "pact", Some("UTF-16BE"));
        check(b"", "", None);
    }

    #[test]
    fn what_is_said_comes_before_what_is_seen() {
        let label = |label: &str| -> Label { label.parse().unwrap() };
        let forced =
            |bytes: &[u8], forced: &str| forced_or(Some(label(forced)), bytes.to_vec(), None).unwrap();
        assert_eq!(forced(b"\xcc\xe8\xed\xf1\xea", "windows-1251").text, "Минск");
        assert_eq!(forced(b"\xff\xfep\0", "utf-16le"), Decoded { text: "p".into(), encoding: None });
        let declared = forced_or(None, b"\xb1".to_vec(), Encoding::for_label(b"iso-8859-2")).unwrap();
        assert_eq!((declared.text.as_str(), declared.encoding), ("ą", Some("ISO-8859-2")));
        assert!("klingon".parse::<Label>().is_err());
    }

    #[test]
    fn streams_are_decoded_piece_by_piece() {
        let wide: Vec<u8> = "{\"é\": 1}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked = [&b"\xff\xfe"[..], &wide].concat();
        let cases: [(&[u8], Option<&str>); 4] = [
            (&marked, Some("UTF-16LE")),
            (&wide, Some("UTF-16LE")),
            ("{\"é\": 1}\n".as_bytes(), None),
            ("\u{feff}{\"é\": 1}\n".as_bytes(), None),
        ];
        for (bytes, encoding) in cases {
            let pieces = BufReader::with_capacity(1, io::Cursor::new(bytes.to_vec()));
            let mut text = stream(Box::new(pieces), bytes, None);
            let mut all = String::new();
            text.bytes.read_to_string(&mut all).unwrap();
            assert_eq!((all.as_str(), text.encoding), ("{\"é\": 1}\n", encoding));
        }
    }

    #[test]
    fn binary_files_are_not_text() {
        assert_eq!(decode(b"\x7fELF\0\0\0\0\x01\x02\0\0\0\xff".to_vec()), None);
    }
}
