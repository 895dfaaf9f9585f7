//! An article, and how one is made of a record's fields.

use std::path::PathBuf;

use super::format::unread;
use super::{Fields, InputError, Name, Read, day};
use crate::extract::Article;
use crate::fact::{Published, PublishedSource, Warning};

/// An article with what is known of it besides its text.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Its text, id, day of publication.
    pub article: Article,
    /// Where it was read from, as records name it.
    pub source: String,
    /// Where its record goes below the output folder, without an ending.
    pub path: PathBuf,
    /// Whether the text was made of something else, such as a web page: then its record carries it.
    pub text_is_made: bool,
    /// What was odd about reading it.
    pub warnings: Vec<Warning>,
}

/// What a field holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Value {
    Text(String),
    /// As written.
    Number(String),
    /// ISO 8601.
    #[cfg(feature = "parquet")]
    Day(String),
}

impl Value {
    /// Its words, as ids and sources are written.
    fn words(self) -> String {
        match self {
            Value::Text(text) | Value::Number(text) => text,
            #[cfg(feature = "parquet")]
            Value::Day(day) => day,
        }
    }

    /// The day that it names, and the words that name none.
    fn day(self) -> Result<String, String> {
        match self {
            Value::Text(text) => day::read(&text).ok_or(text),
            Value::Number(number) => day::of_number(&number).ok_or(number),
            #[cfg(feature = "parquet")]
            Value::Day(day) => Ok(day),
        }
    }

    /// Bytes that it takes.
    #[cfg(feature = "parquet")]
    pub fn size(&self) -> usize {
        let (Value::Text(text) | Value::Number(text) | Value::Day(text)) = self;
        text.len()
    }

    fn is_empty(&self) -> bool {
        matches!(self, Value::Text(text) if text.is_empty())
    }
}

/// Where a record stands: `in/news.jsonl:17`, and below the folder that was named, `news.jsonl:17`.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    pub place: String,
    pub below: String,
}

/// An article out of the fields of a record.
///
/// # Errors
/// Where there is no text.
pub(super) fn of_fields(fields: &Fields, spot: &Spot, get: impl Fn(&Name) -> Option<Value>) -> Read {
    let first = |names: &[Name]| names.iter().filter_map(&get).find(|value| !value.is_empty());
    let words = |names: &[Name]| first(names).map(Value::words);
    // An empty text is a text.
    let text = fields.text.iter().find_map(|name| match get(name) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    });
    let text = text.ok_or_else(|| InputError::new(&spot.place, fields.no_text()))?;
    let id = words(&fields.id).unwrap_or_else(|| spot.below.clone());
    let day = first(&fields.published).map(Value::day);
    let (day, warning) = match day {
        Some(Ok(day)) => (Some(day), None),
        Some(Err(given)) => (None, unread(Some(&given), None)),
        None => (None, None),
    };
    Ok(Item {
        path: path(&id),
        article: Article {
            id,
            text,
            body: 0,
            title: words(&fields.title),
            published: day.map(|value| Published { value, source: PublishedSource::Metadata }),
        },
        source: words(&fields.source).unwrap_or_else(|| spot.place.clone()),
        text_is_made: false,
        warnings: warning.into_iter().collect(),
    })
}

/// An id as a relative path: folders stay, what could leave the output folder does not.
pub(super) fn path(id: &str) -> PathBuf {
    let parts = id.split('/').filter(|part| !matches!(*part, "" | "." | ".."));
    let clean = |part: &str| {
        part.chars()
            .map(|c| if c.is_control() || "\\:*?\"<>|".contains(c) { '_' } else { c })
            .collect::<String>()
    };
    let path = parts.map(clean).collect::<Vec<_>>().join("/");
    PathBuf::from(if path.is_empty() { "article".to_owned() } else { path })
}
