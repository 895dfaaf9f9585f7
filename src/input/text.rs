//! One text file is one article.

use std::path::Path;

use super::walk::File;
use super::{Decoded, Header, InputError, Item, Read, decode};
use crate::extract::Article;
use crate::fact::{Published, PublishedSource, Warning};

/// Reads a file.
pub(super) fn open(file: &File) -> Read {
    let place = file.path.display().to_string();
    let bytes = std::fs::read(&file.path).map_err(|error| InputError::new(&place, error))?;
    let decoded = decode(bytes).ok_or_else(|| InputError::new(&place, "not a text file"))?;
    Ok(item(decoded, &file.below.with_extension(""), place))
}

/// An article out of a whole text.
pub(super) fn item(decoded: Decoded, path: &Path, source: String) -> Item {
    let header = Header::read(&decoded.text);
    let published = header
        .published
        .and_then(|value| day(&value))
        .map(|value| Published { value, source: PublishedSource::Header });
    let warning =
        |encoding| Warning { code: "encoding", message: format!("decoded as {encoding}"), span: None };
    Item {
        article: Article {
            id: super::id(path),
            text: decoded.text,
            body: header.body as u32,
            title: header.title,
            published,
        },
        source: header.source.unwrap_or(source),
        path: path.to_owned(),
        warnings: decoded.encoding.map(warning).into_iter().collect(),
    }
}

/// An ISO 8601 day at the start of a value; a time after it is passed over.
pub(super) fn day(value: &str) -> Option<String> {
    let date: jiff::civil::Date = value.get(..10)?.parse().ok()?;
    Some(date.to_string())
}
