//! One text file is one article.

use std::path::Path;

use super::walk::File;
use super::{Decoded, Header, InputError, Item, Read, day, decode};
use crate::extract::Article;
use crate::fact::{Published, PublishedSource, Warning};

/// Reads a file.
pub(super) fn open(file: &File) -> Read {
    let place = file.path.display().to_string();
    let bytes = std::fs::read(&file.path).map_err(|error| InputError::new(&place, error))?;
    let decoded = decode(bytes).ok_or_else(|| InputError::new(&place, "not a text file"))?;
    let mut item = item(decoded, &file.below.with_extension(""), place);
    let filename =
        || day::of_path(&file.path).map(|value| Published { value, source: PublishedSource::Filename });
    item.article.published = item.article.published.take().or_else(filename);
    Ok(item)
}

/// An article out of a whole text.
pub(super) fn item(decoded: Decoded, path: &Path, source: String) -> Item {
    let header = Header::read(&decoded.text);
    let published = header.published.as_deref().and_then(day::read);
    let warnings =
        [decoded.encoding.map(encoding), unread(header.published.as_deref(), published.as_deref())];
    Item {
        article: Article {
            id: super::id(path),
            text: decoded.text,
            body: header.body as u32,
            title: header.title,
            published: published.map(|value| Published { value, source: PublishedSource::Header }),
        },
        source: header.source.unwrap_or(source),
        path: path.to_owned(),
        warnings: warnings.into_iter().flatten().collect(),
    }
}

fn encoding(encoding: &str) -> Warning {
    Warning { code: "encoding", message: format!("decoded as {encoding}"), span: None }
}

/// The warning that a day of publication is given and can't be read.
pub(super) fn unread(given: Option<&str>, read: Option<&str>) -> Option<Warning> {
    let value = given.filter(|_| read.is_none())?;
    let message = format!("`{value}` is no day of publication that can be read");
    Some(Warning { code: "unread_day", message, span: None })
}
