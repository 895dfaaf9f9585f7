//! The formats of articles. To add one: a file here, a variant of [`Format`], its row in [`NAMES`] and its line in
//! [`Format::open`].

mod csv;
mod header;
#[cfg(feature = "html")]
mod html;
mod json;
mod jsonl;
mod object;
#[cfg(feature = "parquet")]
mod parquet;
mod text;
#[cfg(feature = "html")]
mod warc;

pub use header::Header;
pub(super) use text::{item as text_item, unread};

use super::fetch::Stream;
use super::source::Source;
use super::unpack;

/// A format of articles.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// Plain text, one article a file.
    Text,
    /// JSON, an article a line.
    Jsonl,
    /// JSON: one object, several, or an array of them.
    Json,
    /// A table with an article a row, parted by commas, semicolons or tabs.
    Csv,
    /// A web page, one article a file.
    Html,
    /// Pages of a crawl.
    Warc,
    /// A table with an article a row.
    Parquet,
}

/// The name of each format and the endings of its files.
const NAMES: &[(Format, &str, &[&str])] = &[
    (Format::Text, "text", &["txt", "text", "md"]),
    (Format::Jsonl, "jsonl", &["jsonl", "ndjson"]),
    (Format::Json, "json", &["json"]),
    (Format::Csv, "csv", &["csv", "tsv"]),
    (Format::Html, "html", &["html", "htm", "xhtml"]),
    (Format::Warc, "warc", &["warc"]),
    (Format::Parquet, "parquet", &["parquet"]),
];

/// What is said of an archive that holds nothing to read.
#[cfg(feature = "archives")]
pub(super) const NOTHING_KNOWN: &str = "it holds no file whose ending is known (such as .txt, .jsonl, .json, .csv, .html, .warc, .parquet): name their format with --from";

impl Format {
    /// All formats by name.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(_, name, _)| *name)
    }

    /// The format of that name.
    pub fn named(name: &str) -> Option<Format> {
        NAMES.iter().find(|(_, known, _)| *known == name).map(|(format, ..)| *format)
    }

    /// What the ending of a name says.
    fn of_name(name: &str) -> Option<Format> {
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        NAMES.iter().find(|(.., endings)| endings.contains(&ending.as_str())).map(|(format, ..)| *format)
    }

    /// What the first bytes say; text, where they say nothing.
    fn of_head(head: &[u8]) -> Format {
        let plain = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
        if head.starts_with(b"PAR1") {
            Format::Parquet
        } else if head.starts_with(b"WARC/") {
            Format::Warc
        } else if json::is_array_of_objects(plain) {
            Format::Json
        } else if plain.starts_with(b"{") {
            if json::is_more_than_a_line(plain) { Format::Json } else { Format::Jsonl }
        } else if is_page(plain) {
            Format::Html
        } else {
            Format::Text
        }
    }

    fn open(self, source: Source) -> Stream {
        match self {
            Format::Text => text::articles(source),
            Format::Jsonl => jsonl::articles(source),
            Format::Json => json::articles(source),
            Format::Csv => csv::articles(source),
            #[cfg(feature = "html")]
            Format::Html => html::articles(source),
            #[cfg(feature = "html")]
            Format::Warc => warc::articles(source),
            #[cfg(feature = "parquet")]
            Format::Parquet => parquet::articles(source),
            #[cfg(not(feature = "html"))]
            Format::Html => super::lack(&source.at, "web pages", "html"),
            #[cfg(not(feature = "html"))]
            Format::Warc => super::lack(&source.at, "crawls of web pages", "html"),
            #[cfg(not(feature = "parquet"))]
            Format::Parquet => super::lack(&source.at, "Parquet tables", "parquet"),
        }
    }
}

/// Whether bytes open as a web page does.
fn is_page(head: &[u8]) -> bool {
    let opens =
        |tag: &str| head.get(..tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag.as_bytes()));
    opens("<!doctype html") || opens("<html") || (opens("<?xml") && contains(head, b"<html"))
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

/// Whether a file in a folder or archive is read: its name says what it is, or the user does.
pub(super) fn is_taken(name: &str, takes_all: bool) -> bool {
    let is_hidden = name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX");
    !is_hidden && (takes_all || unpack::is_archive(name) || is_known(name))
}

fn is_known(name: &str) -> bool {
    Format::of_name(unpack::without_endings(name)).is_some()
}

/// The articles of a source that is not packed.
pub(super) fn articles(source: Source) -> Stream {
    let format = source.at.options.format.or_else(|| Format::of_name(&source.name));
    format.unwrap_or_else(|| Format::of_head(&source.head)).open(source)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_by_their_first_bytes() {
        let cases: &[(&[u8], Format)] = &[
            (b"PAR1\x15\x04", Format::Parquet),
            (b"WARC/1.0\r\n", Format::Warc),
            (b"{\"text\": \"a\"}\n{\"text\"", Format::Jsonl),
            (b"\n {\"text\": \"a", Format::Jsonl),
            (b"{\n  \"text\": \"a\"\n}\n", Format::Json),
            (b"\xef\xbb\xbf[ {\"text\": \"a\"}, ", Format::Json),
            (b"[1] Notes come first.", Format::Text),
            (b"<!DOCTYPE html>\n<html>", Format::Html),
            (b"<html lang=en>", Format::Html),
            (b"<?xml version=\"1.0\"?><html xmlns=\"", Format::Html),
            (b"<?xml version=\"1.0\"?><nitf>", Format::Text),
            (b"Fog fell.", Format::Text),
            (b"", Format::Text),
        ];
        for (head, want) in cases {
            assert_eq!(Format::of_head(head), *want, "{}", String::from_utf8_lossy(head));
        }
    }

    #[test]
    fn what_is_read_below_a_folder() {
        let cases = [
            ("a.txt", true),
            ("in/a.JSONL.gz", true),
            ("a.tgz", true),
            ("a.warc.gz", true),
            ("a.pdf", false),
            ("a", false),
            (".git/a.txt", false),
            ("__MACOSX/a.txt", false),
            ("._a.txt", false),
        ];
        for (name, want) in cases {
            assert_eq!(is_taken(name, false), want, "{name}");
        }
        assert!(is_taken("AGY2024", true) && !is_taken(".hidden", true));
    }
}
