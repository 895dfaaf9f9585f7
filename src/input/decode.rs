//! Bytes to text: UTF-8 with or without a mark, UTF-16, else Windows-1252.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

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
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return Some(with(encoding, &bytes[mark..]));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Some(Decoded { text, encoding: None }),
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    match nulls(&bytes) {
        (0, 0) => Some(with(WINDOWS_1252, &bytes)),
        (even, odd) if odd > 8 * even => Some(with(UTF_16LE, &bytes)),
        (even, odd) if even > 8 * odd => Some(with(UTF_16BE, &bytes)),
        _ => None,
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
    fn binary_files_are_not_text() {
        assert_eq!(decode(b"\x7fELF\0\0\0\0\x01\x02\0\0\0\xff".to_vec()), None);
    }
}
