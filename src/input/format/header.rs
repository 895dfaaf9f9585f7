//! The header that a text may open with: lines such as `Published:`, `Title:` and `Source:`, or the same between two lines of
//! hyphens (front matter), then the body.

/// What a header says, and where the body begins.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Header {
    /// The day of publication, as written: the first of `Published:`, `Date:`, `Posted:` and `Updated:` that there is, in
    /// their common spellings.
    pub published: Option<String>,
    /// `Title:` or `Headline:`
    pub title: Option<String>,
    /// `Source:`, `URL:` or `Link:`
    pub source: Option<String>,
    /// First byte of the body.
    pub body: usize,
}

/// What a line of a header is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Title,
    Source,
    /// The day of publication; the lower the rank, the surer.
    Day(u8),
    Other,
}

/// The keys, without case, spaces, hyphens and underscores.
const KEYS: &[(Key, &[&str])] = &[
    (Key::Title, &["title", "headline"]),
    (Key::Source, &["source", "url", "link"]),
    (
        Key::Day(0),
        &[
            "published",
            "publishedon",
            "publishedat",
            "datepublished",
            "publicationdate",
            "publicationtime",
            "publishdate",
            "publisheddate",
            "pubdate",
            "dateofpublication",
            "releasedate",
            "released",
            "issued",
        ],
    ),
    (Key::Day(1), &["date", "dated", "dct", "created", "createdat"]),
    (Key::Day(2), &["posted", "postedon", "postedat", "dateposted"]),
    (Key::Day(3), &["updated", "lastupdated", "updatedon", "modified", "lastmodified", "datemodified"]),
    (
        Key::Other,
        &["author", "authors", "by", "byline", "language", "lang", "category", "section", "tags", "keywords"],
    ),
];

/// Where a line of three hyphens opens front matter and another ends it.
const FENCE: &str = "---";

impl Header {
    /// Reads the header of a text. Where there is none the body begins at once.
    ///
    /// ```
    /// let text = "Published: 2024-03-14\nTitle: Pact\n\nBoth sides signed.";
    /// let header = dateline::input::Header::read(text);
    /// assert_eq!(header.published.as_deref(), Some("2024-03-14"));
    /// assert_eq!(&text[header.body..], "Both sides signed.");
    /// ```
    pub fn read(text: &str) -> Header {
        front_matter(text).unwrap_or_else(|| open(text))
    }

    fn set(&mut self, rank: &mut u8, key: Key, value: &str) {
        let value = value.trim().trim_matches(['"', '\'', '*']).trim();
        let said = || Some(value.to_owned()).filter(|value| !value.is_empty());
        match key {
            Key::Title => self.title = said(),
            Key::Source => self.source = said(),
            Key::Day(n) if n < *rank && !value.is_empty() => {
                self.published = said();
                *rank = n;
            }
            Key::Day(_) | Key::Other => {}
        }
    }

    fn begin_body(&mut self, text: &str, at: usize) {
        let blank = text[at..].len() - text[at..].trim_start_matches(['\r', '\n']).len();
        self.body = at + blank;
    }
}

/// Lines of known keys from the first line on.
fn open(text: &str) -> Header {
    let mut header = Header::default();
    let (mut at, mut rank) = (0, u8::MAX);
    for line in text.split_inclusive('\n') {
        let Some((key, value)) = pair(line).and_then(|(name, value)| Some((key(name)?, value))) else {
            break;
        };
        header.set(&mut rank, key, value);
        at += line.len();
    }
    if at > 0 {
        header.begin_body(text, at);
    }
    header
}

/// Lines of any keys between two fences; none where the second is missing or something else stands between.
fn front_matter(text: &str) -> Option<Header> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next().filter(|line| line.trim_end() == FENCE)?;
    let mut header = Header::default();
    let (mut at, mut rank) = (first.len(), u8::MAX);
    for line in lines {
        at += line.len();
        if line.trim_end() == FENCE {
            header.begin_body(text, at);
            return Some(header);
        }
        match pair(line) {
            Some((name, value)) => header.set(&mut rank, key(name).unwrap_or(Key::Other), value),
            None if line.starts_with([' ', '-', '\t', '#']) || line.trim().is_empty() => {}
            None => return None,
        }
    }
    None
}

fn pair(line: &str) -> Option<(&str, &str)> {
    line.split_once(':')
}

/// The key that a name is a spelling of: `Publication date`, `**Date**`, `pub_date`.
fn key(name: &str) -> Option<Key> {
    const LONGEST: usize = 24;
    if name.len() > LONGEST {
        return None;
    }
    let plain: String = name
        .chars()
        .filter(|c| !matches!(c, ' ' | '-' | '_' | '*' | '\u{feff}'))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    KEYS.iter().find(|(_, spellings)| spellings.contains(&plain.as_str())).map(|(key, _)| *key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> &str {
        &text[Header::read(text).body..]
    }

    #[test]
    fn only_header_lines_are_cut() {
        assert_eq!(body("Title: A: b\r\n\r\nBody"), "Body");
        assert_eq!(body("Minsk: the talks\n\nBody"), "Minsk: the talks\n\nBody");
        assert_eq!(body("Published: 2024-01-02"), "");
        assert_eq!(body(""), "");
        assert_eq!(body("---\ndate: 2024-01-02\nlayout: post\ntags:\n  - pacts\n---\n\nBody"), "Body");
        assert_eq!(body("---\nBody: a\nno end"), "---\nBody: a\nno end");
    }

    #[test]
    fn the_day_is_found_under_many_names() {
        let cases = [
            ("Published: a\n\nBody", Some("a")),
            ("PUBLICATION DATE: a\n\nBody", Some("a")),
            ("pub_date: a\n\nBody", Some("a")),
            ("**Date:** a\n\nBody", Some("a")),
            ("Posted on: a\n\nBody", Some("a")),
            ("Last updated: b\nDate: a\n\nBody", Some("a")),
            ("Date: a\nLast updated: b\n\nBody", Some("a")),
            ("---\ntitle: \"Pact\"\ndate: \"a\"\n---\nBody", Some("a")),
            ("Date:\n\nBody", None),
            ("Deadline: a\n\nBody", None),
        ];
        for (text, want) in cases {
            assert_eq!(Header::read(text).published.as_deref(), want, "{text}");
        }
    }
}
