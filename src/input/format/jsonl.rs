//! JSON Lines: an article a line.

use std::io::{self, BufRead, Read as _};

use super::object;
use crate::input::InputError;
use crate::input::decode::{self, Text};
use crate::input::fetch::{Fetch, Fetched, Stream};
use crate::input::item::Spot;
use crate::input::source::{At, Bytes, Source};

/// The articles of a source.
pub(super) fn articles(source: Source) -> Stream {
    let Text { bytes, .. } = decode::stream(source.bytes, &source.head, source.at.options.encoding);
    Box::new(Lines { at: source.at, bytes, number: 0, failed: false })
}

struct Lines {
    at: At,
    bytes: Bytes,
    number: u64,
    failed: bool,
}

/// What came of reading a line.
enum Line {
    Whole(Vec<u8>),
    TooLong,
    End,
}

impl Iterator for Lines {
    type Item = Fetch;

    fn next(&mut self) -> Option<Fetch> {
        while !self.failed {
            self.number += 1;
            match self.line() {
                Ok(Line::Whole(line)) if line.trim_ascii().is_empty() => {}
                Ok(Line::Whole(line)) => return Some(Ok(self.fetched(line))),
                Ok(Line::TooLong) => {
                    return Some(Err(InputError::too_large(self.spot().place, self.at.options.limits)));
                }
                Ok(Line::End) => return None,
                Err(error) => {
                    self.failed = true;
                    return Some(Err(InputError::new(self.spot().place, error)));
                }
            }
        }
        None
    }
}

impl Lines {
    fn spot(&self) -> Spot {
        let At { place, below, .. } = &self.at;
        let below = if place == "-" { place } else { below };
        Spot { place: format!("{place}:{}", self.number), below: format!("{below}:{}", self.number) }
    }

    fn fetched(&self, line: Vec<u8>) -> Fetched {
        let (at, spot) = (self.at.clone(), self.spot());
        Fetched::new(spot.place.clone(), line.len(), move || object::read(&at, &spot, line))
    }

    fn line(&mut self) -> io::Result<Line> {
        let most = self.at.options.limits.most();
        let mut line = Vec::new();
        let read = (&mut self.bytes).take(most + 1).read_until(b'\n', &mut line)? as u64;
        match line.last() {
            None => Ok(Line::End),
            Some(b'\n') => Ok(Line::Whole(line)),
            Some(_) if read <= most => Ok(Line::Whole(line)),
            Some(_) => {
                self.bytes.skip_until(b'\n')?;
                Ok(Line::TooLong)
            }
        }
    }
}
