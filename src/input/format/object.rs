//! An article out of a JSON object.

use std::borrow::Cow;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::input::item::{self, Spot, Value};
use crate::input::source::At;
use crate::input::{Decoded, InputError, Item, Name, Read, decode};

/// The fields of an object, not yet read: most of them nobody asks for.
struct Object<'j>(Vec<(Cow<'j, str>, &'j RawValue)>);

impl<'j> Deserialize<'j> for Object<'j> {
    fn deserialize<D: Deserializer<'j>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Keys)
    }
}

struct Keys;

impl<'j> Visitor<'j> for Keys {
    type Value = Object<'j>;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'j>>(self, mut map: A) -> Result<Object<'j>, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry::<Key<'j>, &'j RawValue>()? {
            fields.push((field.0.0, field.1));
        }
        Ok(Object(fields))
    }
}

#[derive(serde::Deserialize)]
struct Key<'j>(#[serde(borrow)] Cow<'j, str>);

impl Object<'_> {
    fn raw(&self, name: &str) -> Option<&RawValue> {
        // Of a key that stands twice the last one counts, as everywhere.
        self.0.iter().rev().find(|(key, _)| key == name).map(|(_, value)| *value)
    }

    fn get(&self, name: &Name) -> Option<Value> {
        match self.raw(name.as_str()) {
            Some(raw) => value(&serde_json::from_str(raw.get()).ok()?),
            None => self.nested(name),
        }
    }

    fn nested(&self, name: &Name) -> Option<Value> {
        let mut steps = name.steps()?;
        let top: serde_json::Value = serde_json::from_str(self.raw(steps.next()?)?.get()).ok()?;
        let found = steps.try_fold(&top, |value, step| match value {
            serde_json::Value::Array(list) => list.get(step.parse::<usize>().ok()?),
            other => other.get(step),
        });
        value(found?)
    }

    fn is_tika(&self) -> bool {
        self.0.iter().any(|(key, _)| key.starts_with("X-TIKA:"))
    }
}

/// What a field holds; of a list, its first.
fn value(json: &serde_json::Value) -> Option<Value> {
    match json {
        serde_json::Value::String(text) => Some(Value::Text(text.clone())),
        serde_json::Value::Number(number) => Some(Value::Number(number.to_string())),
        serde_json::Value::Array(list) => list.first().and_then(value),
        _ => None,
    }
}

/// Reads one object; none where Apache Tika found no text in a part of a document.
pub(super) fn read(at: &At, spot: &Spot, bytes: Vec<u8>) -> Option<Read> {
    let Some(Decoded { text, encoding }) = decode::forced_or(None, bytes, None) else {
        return Some(Err(InputError::new(&spot.place, "it is not text")));
    };
    let object: Object = match serde_json::from_str(&text) {
        Ok(object) => object,
        Err(error) => return Some(Err(InputError::new(&spot.place, in_words(&error)))),
    };
    let read = if object.is_tika() { tika(at, spot, &object)? } else { plain(at, spot, &object) };
    Some(read.map(|mut item| {
        item.warnings.extend(encoding.map(decode::warning));
        item
    }))
}

fn plain(at: &At, spot: &Spot, object: &Object) -> Read {
    item::of_fields(&at.options.fields, spot, |name| object.get(name))
}

/// A document that Apache Tika read. Embedded images and the like have no text and are no articles.
fn tika(at: &At, spot: &Spot, object: &Object) -> Option<Read> {
    let read = item::of_fields(&at.options.fields.tika(), spot, |name| object.get(name));
    let exception =
        object.0.iter().find(|(key, _)| key.starts_with("X-TIKA:EXCEPTION:") && !key.ends_with("warn"));
    match (read, exception) {
        (Ok(item), _) if item.article.text.trim_start().starts_with("<html") => Some(markup(at, item)),
        (Ok(item), None) if item.article.text.trim().is_empty() => None,
        (Ok(item), _) => Some(Ok(item)),
        (Err(_), None) => None,
        (Err(error), Some((key, _))) => {
            Some(Err(InputError { reason: format!("Apache Tika could not read it: {key}"), ..error }))
        }
    }
}

/// Tika's XHTML, unless it was asked for text.
#[cfg(feature = "html")]
fn markup(at: &At, item: Item) -> Read {
    super::html::of_markup(item).map_err(|reason| at.error(reason))
}

#[cfg(not(feature = "html"))]
fn markup(at: &At, _: Item) -> Read {
    Err(crate::input::lacking(at, "Apache Tika's XHTML", "html"))
}

/// An error of the JSON reader with the column alone: the line is that of the file.
fn in_words(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let reason = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(reason, _)| reason);
    match (error.line(), error.column()) {
        (0, _) => reason.to_owned(),
        (1, column) => format!("{reason}, at column {column}"),
        (line, column) => format!("{reason}, at column {column} of its line {line}"),
    }
}
