//! Crawls as WARC: the pages that servers answered with, and texts that were made of them.

mod http;

use std::io::{self, BufRead, Read as _};

use super::html::{self, Page};
use crate::fact::{Published, PublishedSource};
use crate::input::fetch::{Fetch, Fetched, Stream};
use crate::input::meter::told;
use crate::input::source::{At, Bytes, Source};
use crate::input::{InputError, Item, Read, day, decode, item};
use http::Answer;

/// What the headers of a record may take.
const MOST_HEADERS: u64 = 1 << 16;

/// The articles of a source.
pub(super) fn articles(source: Source) -> Stream {
    Box::new(Pages { at: source.at, bytes: source.bytes, offset: 0, done: false })
}

struct Pages {
    at: At,
    bytes: Bytes,
    /// Bytes before the next record.
    offset: u64,
    done: bool,
}

/// What is known of a record.
#[derive(Default)]
struct Record {
    kind: String,
    id: String,
    url: Option<String>,
    date: String,
    media: String,
    length: u64,
}

impl Iterator for Pages {
    type Item = Fetch;

    fn next(&mut self) -> Option<Fetch> {
        while !self.done {
            let place = format!("{} (byte {})", self.at.place, self.offset);
            match self.record() {
                Ok(Some(record)) => match self.content(&record) {
                    Ok(Some(bytes)) => {
                        let at = At { place, ..self.at.clone() };
                        return Some(Ok(fetched(at, record, bytes)));
                    }
                    Ok(None) => {}
                    Err(error) => return Some(Err(self.failed(place, &error))),
                },
                Ok(None) => self.done = true,
                Err(error) => return Some(Err(self.failed(place, &error))),
            }
        }
        None
    }
}

impl Pages {
    fn failed(&mut self, place: String, error: &io::Error) -> InputError {
        self.done = true;
        InputError::new(place, error)
    }

    /// The headers of the next record; none at the end.
    fn record(&mut self) -> io::Result<Option<Record>> {
        let mut version = self.line()?;
        while version.as_deref() == Some("") {
            version = self.line()?;
        }
        match version {
            None => return Ok(None),
            Some(version) if version.starts_with("WARC/") => {}
            Some(_) => return Err(told("no record of a crawl begins here".to_owned())),
        }
        let mut record = Record { length: u64::MAX, ..Record::default() };
        loop {
            let line = self.line()?.ok_or_else(ends_too_soon)?;
            if line.is_empty() {
                break;
            }
            record.set(&line);
        }
        if record.length == u64::MAX {
            Err(told("a record does not tell its length".to_owned()))
        } else {
            Ok(Some(record))
        }
    }

    /// A line without its end; none at the end.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        let read = (&mut self.bytes).take(MOST_HEADERS).read_until(b'\n', &mut line)?;
        self.offset += read as u64;
        Ok((read > 0).then(|| String::from_utf8_lossy(line.trim_ascii_end()).into_owned()))
    }

    /// The content of a record that may be an article. Of one that is too large just enough is kept to tell that.
    fn content(&mut self, record: &Record) -> io::Result<Option<Vec<u8>>> {
        let keep = if record.is_wanted() { record.length.min(self.at.options.limits.most() + 1) } else { 0 };
        let mut bytes = Vec::new();
        let kept = (&mut self.bytes).take(keep).read_to_end(&mut bytes)? as u64;
        let passed = io::copy(&mut (&mut self.bytes).take(record.length - kept), &mut io::sink())?;
        self.offset += kept + passed;
        if kept + passed < record.length {
            Err(ends_too_soon())
        } else {
            Ok(record.is_wanted().then_some(bytes))
        }
    }
}

fn ends_too_soon() -> io::Error {
    told("the crawl ends too soon, within a record".to_owned())
}

impl Record {
    fn set(&mut self, line: &str) {
        let Some((name, value)) = line.split_once(':') else { return };
        let value = value.trim().to_owned();
        match name.to_ascii_lowercase().as_str() {
            "warc-type" => self.kind = value,
            "warc-record-id" => self.id = value.trim_matches(['<', '>']).to_owned(),
            "warc-target-uri" => self.url = Some(value.trim_matches(['<', '>']).to_owned()),
            "warc-date" => self.date = value,
            "content-type" => self.media = value.to_ascii_lowercase(),
            "content-length" => self.length = value.parse().unwrap_or(u64::MAX),
            _ => {}
        }
    }

    fn is_wanted(&self) -> bool {
        match self.kind.as_str() {
            "response" => self.media.starts_with("application/http"),
            "resource" => self.media.contains("html"),
            "conversion" => self.media.starts_with("text/plain"),
            _ => false,
        }
    }
}

fn fetched(at: At, record: Record, bytes: Vec<u8>) -> Fetched {
    Fetched::new(at.place.clone(), bytes.len(), move || {
        let read = made(&at, &record, bytes)?;
        Some(read.map(|item| if at.options.crawl_day { with_crawl_day(item, &record) } else { item }))
    })
}

/// The article of a record; none where the server did not answer with a page.
fn made(at: &At, record: &Record, bytes: Vec<u8>) -> Option<Read> {
    let page = |bytes, charset| Page { bytes, charset, url: record.url.clone(), id: record.id.clone() };
    let too_large = bytes.len() as u64 > at.options.limits.most();
    match record.kind.as_str() {
        "response" => {
            let answer = Answer::read(&bytes).filter(Answer::is_page)?;
            if too_large {
                return Some(Err(at.too_large()));
            }
            let charset = answer.charset();
            Some(
                answer
                    .body(at)
                    .map_err(|reason| at.error(reason))
                    .and_then(|body| html::read(at, page(body, charset))),
            )
        }
        _ if too_large => Some(Err(at.too_large())),
        "resource" => Some(html::read(at, page(bytes, None))),
        _ => Some(text(at, record, bytes)),
    }
}

/// A text that was made of a page.
fn text(at: &At, record: &Record, bytes: Vec<u8>) -> Read {
    let decoded = decode::decode(bytes).ok_or_else(|| at.error("it is not text"))?;
    let mut item = super::text_item(decoded, record.id.clone(), record.url.clone().unwrap_or_default());
    item.path = item::path(&record.id);
    item.text_is_made = true;
    Ok(item)
}

fn with_crawl_day(mut item: Item, record: &Record) -> Item {
    let crawled =
        || day::read(&record.date).map(|value| Published { value, source: PublishedSource::Metadata });
    item.article.published = item.article.published.take().or_else(crawled);
    item
}
