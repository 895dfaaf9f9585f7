//! What a server answered.

use std::io::Read;

use encoding_rs::Encoding;
use flate2::bufread::{MultiGzDecoder, ZlibDecoder};

use super::super::html::label_after;
use crate::input::source::At;

/// An answer: its headers, and its body as it was sent.
pub(super) struct Answer<'a> {
    status: &'a str,
    media: String,
    encoding: String,
    chunked: bool,
    body: &'a [u8],
}

impl<'a> Answer<'a> {
    /// Reads the headers.
    pub fn read(bytes: &'a [u8]) -> Option<Answer<'a>> {
        let (end, skip) =
            [&b"\r\n\r\n"[..], b"\n\n"].iter().find_map(|mark| Some((find(bytes, mark)?, mark.len())))?;
        let head = std::str::from_utf8(&bytes[..end]).ok()?;
        let mut lines = head.lines();
        let status = lines.next()?.split_whitespace().nth(1)?;
        let mut answer = Answer {
            status,
            media: String::new(),
            encoding: String::new(),
            chunked: false,
            body: &bytes[end + skip..],
        };
        lines.for_each(|line| answer.set(line));
        Some(answer)
    }

    fn set(&mut self, line: &str) {
        let Some((name, value)) = line.split_once(':') else { return };
        let value = value.trim().to_ascii_lowercase();
        match name.to_ascii_lowercase().as_str() {
            "content-type" => self.media = value,
            "content-encoding" => self.encoding = value,
            "transfer-encoding" => self.chunked = value.contains("chunked"),
            _ => {}
        }
    }

    /// Whether it is a web page.
    pub fn is_page(&self) -> bool {
        self.status == "200" && self.media.contains("html")
    }

    /// The encoding that the server declares.
    pub fn charset(&self) -> Option<&'static Encoding> {
        label_after(&self.media, "charset=")
    }

    /// The body as the server meant it. Crawlers that undo how it was sent often leave the headers as they were.
    pub fn body(&self, at: &At) -> Result<Vec<u8>, String> {
        let dechunked = if self.chunked { dechunked(self.body) } else { None };
        let body = dechunked.as_deref().unwrap_or(self.body);
        match self.encoding.as_str() {
            "gzip" | "x-gzip" if body.starts_with(b"\x1f\x8b") => unpacked(at, MultiGzDecoder::new(body)),
            "deflate" if body.first().is_some_and(|first| first & 0x0f == 8) => {
                unpacked(at, ZlibDecoder::new(body))
            }
            "br" | "zstd" if std::str::from_utf8(body).is_err() => {
                Err(format!("the server sent it as `{}`, which is not read", self.encoding))
            }
            _ => Ok(body.to_vec()),
        }
    }
}

/// All that a decoder gives, as far as an article may go.
fn unpacked(at: &At, decoder: impl Read) -> Result<Vec<u8>, String> {
    let limits = at.options.limits;
    let mut body = Vec::new();
    let read = decoder.take(limits.most() + 1).read_to_end(&mut body);
    match read {
        // What came before a break is a page all the same, as browsers show it.
        Err(error) if body.is_empty() => Err(format!("its compressed data is damaged: {error}")),
        _ if body.len() as u64 > limits.most() => Err(limits.too_large()),
        _ => Ok(body),
    }
}

/// A body that was sent in chunks; none where it was not.
fn dechunked(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut whole = Vec::with_capacity(body.len());
    loop {
        let end = find(body, b"\r\n")?;
        let size = std::str::from_utf8(&body[..end]).ok()?.split(';').next()?.trim();
        let size = usize::from_str_radix(size, 16).ok()?;
        body = &body[end + 2..];
        if size == 0 {
            return Some(whole);
        }
        whole.extend_from_slice(body.get(..size)?);
        body = body.get(size..)?.strip_prefix(b"\r\n")?;
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|part| part == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chunks_are_put_together() {
        let cases: &[(&[u8], Option<&[u8]>)] = &[
            (b"3\r\nFog\r\n6;x=y\r\n fell.\r\n0\r\n\r\n", Some(b"Fog fell.")),
            (b"0\r\n\r\n", Some(b"")),
            (b"<html>\r\n", None),
            (b"ff\r\nFog\r\n", None),
            (b"", None),
        ];
        for (body, want) in cases {
            assert_eq!(dechunked(body).as_deref(), *want, "{}", String::from_utf8_lossy(body));
        }
    }

    #[test]
    fn pages_are_told_from_other_answers() {
        let cases: &[(&[u8], bool)] = &[
            (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>", true),
            (b"HTTP/1.1 200 OK\ncontent-type: application/xhtml+xml\n\n<p>", true),
            (b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>", false),
            (b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG", false),
            (b"HTTP/1.1 200 OK\r\nContent-Type: text/html", false),
            (b"", false),
        ];
        for (bytes, want) in cases {
            let is_page = Answer::read(bytes).is_some_and(|answer| answer.is_page());
            assert_eq!(is_page, *want, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
