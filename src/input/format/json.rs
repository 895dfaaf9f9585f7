//! JSON that is not laid out in lines: an array of articles, or one object after the other.

use std::io::{self, BufRead};

use super::object;
use crate::input::decode::{self, Text};
use crate::input::fetch::{Fetch, Fetched, Stream};
use crate::input::item::Spot;
use crate::input::source::{At, Bytes, Source};
use crate::input::{InputError, Limits};

/// Whether bytes open an array of objects.
pub(super) fn is_array_of_objects(head: &[u8]) -> bool {
    head.strip_prefix(b"[").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"{"))
}

/// Whether the first line of bytes that open an object leaves it open.
pub(super) fn is_more_than_a_line(head: &[u8]) -> bool {
    let Some(end) = head.iter().position(|&byte| byte == b'\n') else { return false };
    let first: serde_json::Result<serde::de::IgnoredAny> = serde_json::from_slice(&head[..end]);
    first.is_err_and(|error| error.is_eof())
}

/// The articles of a source.
pub(super) fn articles(source: Source) -> Stream {
    let Text { bytes, .. } = decode::stream(source.bytes, &source.head, source.at.options.encoding);
    let objects = Objects { bytes, at: 0, in_array: false, begun: false };
    Box::new(Articles { at: source.at, objects, number: 0, failed: false })
}

struct Articles {
    at: At,
    objects: Objects,
    number: u64,
    failed: bool,
}

impl Iterator for Articles {
    type Item = Fetch;

    fn next(&mut self) -> Option<Fetch> {
        if self.failed {
            return None;
        }
        let At { place, below, options, .. } = &self.at;
        match self.objects.next(options.limits) {
            Ok(None) => None,
            Ok(Some(object)) => {
                let only = !self.objects.in_array && self.number == 0;
                let below = if only { super::super::unpack::without_endings(below) } else { below };
                let number = self.number;
                self.number += 1;
                let spot = if only {
                    // Most such files hold one article, and are named for it.
                    Spot { place: place.clone(), below: below.trim_end_matches(".json").to_owned() }
                } else {
                    Spot { place: format!("{place}[{number}]"), below: format!("{below}[{number}]") }
                };
                let at = self.at.clone();
                let size = object.len();
                Some(Ok(Fetched::new(spot.place.clone(), size, move || object::read(&at, &spot, object))))
            }
            Err(error) => {
                self.failed = true;
                let place = format!("{place}[{}]", self.number);
                Some(Err(InputError::new(place, error)))
            }
        }
    }
}

/// Cuts the objects out of bytes, one at a time.
struct Objects {
    bytes: Bytes,
    /// Bytes before the next one.
    at: u64,
    in_array: bool,
    begun: bool,
}

impl Objects {
    /// The next object, as written.
    fn next(&mut self, limits: Limits) -> io::Result<Option<Vec<u8>>> {
        loop {
            match self.peek()? {
                None if self.in_array => return Err(self.wrong("the array ends too soon")),
                None => return Ok(None),
                Some(b'[') if !self.begun => self.in_array = true,
                Some(b',' | b' ' | b'\t' | b'\r' | b'\n') => {}
                Some(b']') if self.in_array => return self.end(),
                Some(b'{') => {
                    self.begun = true;
                    return self.object(limits).map(Some);
                }
                Some(_) => return Err(self.wrong("there is something that is no object")),
            }
            self.begun |= self.in_array;
            self.pass(1);
        }
    }

    /// What follows an array.
    fn end(&mut self) -> io::Result<Option<Vec<u8>>> {
        self.pass(1);
        self.in_array = false;
        while let Some(byte) = self.peek()? {
            if !byte.is_ascii_whitespace() {
                return Err(self.wrong("something follows the array"));
            }
            self.pass(1);
        }
        Ok(None)
    }

    /// An object, whose first brace comes next.
    fn object(&mut self, limits: Limits) -> io::Result<Vec<u8>> {
        let mut object = Vec::new();
        let mut scan = Scan::default();
        loop {
            let part = self.bytes.fill_buf()?;
            if part.is_empty() {
                return Err(self.wrong("the object ends too soon"));
            }
            let end = part.iter().position(|&byte| scan.ends(byte));
            let taken = end.map_or(part.len(), |end| end + 1);
            if (object.len() + taken) as u64 > limits.most() {
                return Err(self.wrong(&limits.too_large()));
            }
            object.extend_from_slice(&part[..taken]);
            self.pass(taken);
            if end.is_some() {
                return Ok(object);
            }
        }
    }

    fn peek(&mut self) -> io::Result<Option<u8>> {
        Ok(self.bytes.fill_buf()?.first().copied())
    }

    fn pass(&mut self, bytes: usize) {
        self.bytes.consume(bytes);
        self.at += bytes as u64;
    }

    fn wrong(&self, what: &str) -> io::Error {
        io::Error::other(format!("{what}, at byte {}", self.at))
    }
}

/// How far the end of an object is.
#[derive(Default)]
struct Scan {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Scan {
    /// Whether this byte ends the object.
    fn ends(&mut self, byte: u8) -> bool {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_string => self.escaped = true,
            b'"' => self.in_string = !self.in_string,
            _ if self.in_string => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.depth == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn objects(json: &str) -> Result<Vec<String>, String> {
        let bytes = Box::new(io::BufReader::with_capacity(3, io::Cursor::new(json.to_owned())));
        let mut objects = Objects { bytes, at: 0, in_array: false, begun: false };
        let next = || objects.next(Limits { article: 20, ..Limits::default() }).transpose();
        let all: io::Result<Vec<_>> = std::iter::from_fn(next).collect();
        all.map(|all| all.into_iter().map(|one| String::from_utf8(one).unwrap()).collect())
            .map_err(|error| error.to_string())
    }

    #[test]
    fn objects_are_cut_out_of_what_holds_them() {
        let cases: &[(&str, Result<&[&str], &str>)] = &[
            ("", Ok(&[])),
            ("[]", Ok(&[])),
            ("{\"a\": 1}", Ok(&["{\"a\": 1}"])),
            ("{}\n{}", Ok(&["{}", "{}"])),
            (" [ {\"a\": \"}\\\"]\"} , {\"b\": [{}]}\n]\n", Ok(&["{\"a\": \"}\\\"]\"}", "{\"b\": [{}]}"])),
            ("[{}", Err("the array ends too soon, at byte 3")),
            ("[{\"a\": 1", Err("the object ends too soon, at byte 8")),
            ("[1]", Err("there is something that is no object, at byte 1")),
            ("{} 7", Err("there is something that is no object, at byte 3")),
            ("[{}] x", Err("something follows the array, at byte 5")),
        ];
        for (json, want) in cases {
            let want =
                want.map(|all| all.iter().map(|one| (*one).to_owned()).collect()).map_err(str::to_owned);
            assert_eq!(objects(json), want, "{json}");
        }
        assert!(
            objects("{\"a\": \"0123456789012345\"}").is_err_and(|error| error.contains("larger than 20"))
        );
    }

    #[test]
    fn objects_in_lines_are_told_from_others() {
        for (head, want) in
            [("{\n", true), ("{\"a\": [\n", true), ("{}\n{}", false), ("{oh\n", false), ("{\"a\"", false)]
        {
            assert_eq!(is_more_than_a_line(head.as_bytes()), want, "{head}");
        }
    }
}
