//! JSON Lines: an article a line, with `id`, `text`, and optionally `published` (or another of [`DAYS`]), `title` and `source`.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{InputError, Item, Read, day, decode, text};
use crate::extract::Article;
use crate::fact::{Published, PublishedSource};

/// The fields that may hold the day of publication, the surest first.
const DAYS: &[&str] = &[
    "published",
    "published_at",
    "date_published",
    "publication_date",
    "publish_date",
    "pub_date",
    "pubdate",
    "datePublished",
    "date",
    "dct",
];

/// Whether a file's name says that it holds JSON Lines.
pub(super) fn is_jsonl(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson")
}

/// The articles of a file.
pub(super) fn open(path: &Path) -> Box<dyn Iterator<Item = Read> + Send> {
    let place = path.display().to_string();
    match File::open(path) {
        Ok(file) => Box::new(lines(BufReader::with_capacity(1 << 16, file), place)),
        Err(error) => Box::new(std::iter::once(Err(InputError::new(place, error)))),
    }
}

/// Standard input: JSON Lines if its first line is a JSON object, else one text.
pub(super) fn or_text(input: std::io::Stdin) -> Box<dyn Iterator<Item = Read> + Send> {
    let mut input = BufReader::new(input);
    let opens = match input.fill_buf() {
        Ok(bytes) => bytes.iter().find(|byte| !byte.is_ascii_whitespace()).copied(),
        Err(error) => return Box::new(std::iter::once(Err(InputError::new("-", error)))),
    };
    if opens == Some(b'{') {
        return Box::new(lines(input, "-".to_owned()));
    }
    let mut bytes = Vec::new();
    let read = input.read_to_end(&mut bytes).map_err(|error| InputError::new("-", error)).and_then(|_| {
        let decoded = decode(bytes).ok_or_else(|| InputError::new("-", "not a text"))?;
        Ok(text::item(decoded, Path::new("stdin"), "-".to_owned()))
    });
    Box::new(std::iter::once(read))
}

fn lines(input: impl BufRead + Send + 'static, place: String) -> impl Iterator<Item = Read> + Send {
    let mut failed = false;
    input
        .split(b'\n')
        .enumerate()
        .map_while(move |(number, line)| {
            if failed {
                return None;
            }
            let place = format!("{place}:{}", number + 1);
            match line {
                Ok(line) if line.trim_ascii().is_empty() => Some(None),
                Ok(line) => Some(Some(article(&line, &place))),
                Err(error) => {
                    failed = true;
                    Some(Some(Err(InputError::new(place, error))))
                }
            }
        })
        .flatten()
}

fn article(line: &[u8], place: &str) -> Read {
    let value: Value = serde_json::from_slice(line).map_err(|error| InputError::new(place, error))?;
    let field = |name: &str| value.get(name).and_then(Value::as_str);
    let id = match value.get("id") {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => place.to_owned(),
    };
    let text = field("text").ok_or_else(|| InputError::new(place, "there is no string field `text`"))?;
    let given = DAYS.iter().find_map(|name| field(name).filter(|value| !value.is_empty()));
    let published = given.and_then(day::read);
    let warnings = text::unread(given, published.as_deref()).into_iter().collect();
    Ok(Item {
        path: PathBuf::from(safe(&id)),
        article: Article {
            id,
            text: text.to_owned(),
            body: 0,
            title: field("title").map(str::to_owned),
            published: published.map(|value| Published { value, source: PublishedSource::Metadata }),
        },
        source: field("source").unwrap_or(place).to_owned(),
        warnings,
    })
}

/// An id as a relative path: folders stay, what could leave the output folder does not.
fn safe(id: &str) -> String {
    let parts = id.split('/').filter(|part| !matches!(*part, "" | "." | ".."));
    let clean = |part: &str| {
        part.chars()
            .map(|c| if c.is_control() || "\\:*?\"<>|".contains(c) { '_' } else { c })
            .collect::<String>()
    };
    let path = parts.map(clean).collect::<Vec<_>>().join("/");
    if path.is_empty() { "article".to_owned() } else { path }
}
