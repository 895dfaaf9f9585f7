//! One text file is one article.

use std::path::Path;

use crate::extract::Article;
use crate::fact::{Published, PublishedSource, Warning};
use crate::input::fetch::{Fetched, Stream, failed};
use crate::input::source::{At, Source};
use crate::input::{Decoded, Header, InputError, Item, day, decode};

/// The article of a source.
pub(super) fn articles(mut source: Source) -> Stream {
    match source.whole() {
        Err(error) => failed(error),
        Ok(bytes) => {
            let size = bytes.len();
            let at = source.at.clone();
            let id = source.id();
            let place = at.place.clone();
            let work = move || Some(read(&at, id, bytes));
            Box::new(std::iter::once(Ok(Fetched::new(place, size, work))))
        }
    }
}

fn read(at: &At, id: String, bytes: Vec<u8>) -> Result<Item, InputError> {
    let forced = at.options.encoding;
    let decoded = decode::forced_or(forced, bytes, None).ok_or_else(|| at.error("not a text file"))?;
    Ok(item(decoded, id, at.place.clone()))
}

/// An article out of a whole text.
pub(in crate::input) fn item(decoded: Decoded, id: String, place: String) -> Item {
    let header = Header::read(&decoded.text);
    let published = header.published.as_deref().and_then(day::read);
    let warnings =
        [decoded.encoding.map(decode::warning), unread(header.published.as_deref(), published.as_deref())];
    let given = published.map(|value| Published { value, source: PublishedSource::Header });
    let filename = || {
        day::of_path(Path::new(&place)).map(|value| Published { value, source: PublishedSource::Filename })
    };
    Item {
        article: Article {
            text: decoded.text,
            body: header.body as u32,
            title: header.title,
            published: given.or_else(filename),
            id: id.clone(),
        },
        path: super::super::item::path(&id),
        source: header.source.unwrap_or(place),
        text_is_made: false,
        warnings: warnings.into_iter().flatten().collect(),
    }
}

/// The warning that a day of publication is given and can't be read.
pub(in crate::input) fn unread(given: Option<&str>, read: Option<&str>) -> Option<Warning> {
    let value = given.filter(|_| read.is_none())?;
    let message = format!("`{value}` is no day of publication that can be read");
    Some(Warning { code: "unread_day", message, span: None })
}
