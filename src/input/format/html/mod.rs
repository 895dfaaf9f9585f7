//! Web pages: their main text, title and day of publication.

mod published;

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};
use encoding_rs::Encoding;

use crate::extract::Article;
use crate::fact::Published;
use crate::input::fetch::{Fetched, Stream, failed};
use crate::input::item;
use crate::input::source::{At, Source};
use crate::input::{Item, Read, decode, unpack};

/// Where pages may declare their encoding.
const DECLARATION: usize = 1024;

/// How deep elements may be nested, as in browsers. Time grows with the square of it.
const DEEPEST: usize = 512;

/// A page as it came.
pub(super) struct Page {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// The encoding that the server declares.
    pub charset: Option<&'static Encoding>,
    /// Where it is from.
    pub url: Option<String>,
    /// The article's id.
    pub id: String,
}

/// The article of a source.
pub(super) fn articles(mut source: Source) -> Stream {
    match source.whole() {
        Err(error) => failed(error),
        Ok(bytes) => {
            let (at, id) = (source.at.clone(), source.id());
            let fetched = Fetched::new(at.place.clone(), bytes.len(), move || {
                Some(read(&at, Page { bytes, charset: None, url: None, id }))
            });
            Box::new(std::iter::once(Ok(fetched)))
        }
    }
}

/// Makes an article of a page.
pub(super) fn read(at: &At, page: Page) -> Read {
    let declared = page.charset.or_else(|| declared(&page.bytes));
    let decoded = decode::forced_or(at.options.encoding, page.bytes, declared);
    let decoded = decoded.ok_or_else(|| at.error("it is no web page"))?;
    let known = page.url.as_deref().unwrap_or_else(|| unpack::without_endings(&at.place));
    let content = content(&decoded.text, known).map_err(|reason| at.error(reason))?;
    Ok(Item {
        path: item::path(&page.id),
        article: Article {
            id: page.id,
            text: content.text,
            body: 0,
            title: content.title,
            published: content.published,
        },
        source: page.url.unwrap_or_else(|| at.place.clone()),
        text_is_made: true,
        warnings: decoded.encoding.map(decode::warning).into_iter().collect(),
    })
}

/// An article whose text is markup, with its main text in its place.
pub(super) fn of_markup(item: Item) -> Result<Item, &'static str> {
    let Item { article, .. } = &item;
    let content = content(&article.text, &item.source)?;
    let article = Article {
        id: article.id.clone(),
        text: content.text,
        body: 0,
        title: article.title.clone().or(content.title),
        published: article.published.clone().or(content.published),
    };
    Ok(Item { article, text_is_made: true, ..item })
}

/// What a page says.
struct Content {
    text: String,
    title: Option<String>,
    published: Option<Published>,
}

fn content(html: &str, place: &str) -> Result<Content, &'static str> {
    if nesting(html) > DEEPEST {
        return Err("its elements are nested too deeply");
    }
    let document = Document::from(html);
    let published = published::of_page(&document, place);
    let headline =
        document.select("h1").iter().next().map(|h1| h1.text().trim().to_owned()).unwrap_or_default();
    let whole = document.body().map(|body| body.formatted_text().to_string());
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let mut readability =
        Readability::with_document(document, None, Some(config)).map_err(|_| "it is no web page")?;
    let (text, title) = match readability.parse() {
        Ok(article) => (article.text_content.trim().to_owned(), Some(article.title)),
        // A page that is nothing but an article has no main part.
        Err(_) => (whole.unwrap_or_default().trim().to_owned(), None),
    };
    // Most titles are the headline with the name of the site behind it.
    let shown = |title: String| {
        if !headline.is_empty() && title.starts_with(&headline) { headline.clone() } else { title }
    };
    let title = title.map(|title| shown(title.trim().to_owned())).filter(|title| !title.is_empty());
    if text.is_empty() {
        Err("the page holds no text of an article")
    } else {
        Ok(Content { text, title, published })
    }
}

/// The most elements that are open at once, by a count that is never too low.
fn nesting(html: &str) -> usize {
    let (mut open, mut most) = (0usize, 0);
    for part in html.split('<').skip(1) {
        match part.bytes().next() {
            Some(b'/') => open = open.saturating_sub(1),
            Some(first) if first.is_ascii_alphabetic() && !is_void(part) => open += 1,
            _ => {}
        }
        most = most.max(open);
    }
    most
}

/// Whether a tag opens an element that is never closed, or need not be and does not nest.
fn is_void(tag: &str) -> bool {
    const VOID: &[&str] = &[
        "area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta",
        "option", "p", "param", "source", "td", "th", "tr", "track", "wbr",
    ];
    let name = tag.find(|c: char| !c.is_ascii_alphanumeric()).map_or(tag, |end| &tag[..end]);
    let is_closed = tag.split('>').next().is_some_and(|tag| tag.ends_with('/'));
    is_closed || VOID.iter().any(|void| name.eq_ignore_ascii_case(void))
}

/// The encoding that a page declares in its first bytes.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARATION)];
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|mark| label_after(&text, mark))
}

/// The encoding whose label follows a mark: `charset="utf-8"`.
pub(super) fn label_after(text: &str, mark: &str) -> Option<&'static Encoding> {
    let (_, rest) = text.split_once(mark)?;
    let rest = rest.trim_start_matches(['"', '\'', ' ']);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).unwrap_or(rest.len());
    Encoding::for_label(&rest.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILLER: &str =
        "The two sides discussed trade, transport and energy at length, and the ministers of both took part.";

    fn page(head: &str, body: &str) -> String {
        format!("<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>")
    }

    #[test]
    fn the_main_text_keeps_its_paragraphs() {
        let paragraphs: String =
            (1..=5).map(|n| format!("<p>Paragraph {n}, of 3 May. {FILLER}</p>")).collect();
        let body = format!(
            "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav><article><h1>Pact signed</h1>{paragraphs}</article>\
             <footer>All rights reserved 1999</footer>"
        );
        let content = content(&page("<title>Pact signed | Agency</title>", &body), "a.html").unwrap();
        let found: Vec<&str> =
            content.text.split("\n\n").filter(|part| part.starts_with("Paragraph")).collect();
        assert_eq!(found.len(), 5, "{}", content.text);
        assert!(!content.text.contains("1999") && !content.text.contains("World"), "{}", content.text);
        assert_eq!(content.title.as_deref(), Some("Pact signed"));
    }

    #[test]
    fn pages_that_are_no_articles() {
        let text = |body: &str| content(&page("", body), "a.html").map(|content| content.text);
        assert_eq!(text("<p>Fog fell.</p>").as_deref(), Ok("Fog fell."));
        assert!(text("").is_err());
        assert!(text(&"<div>".repeat(100_000)).is_err());
        assert!(text(&"<p>Fog fell.<br>".repeat(3_000)).is_ok());
    }

    #[test]
    fn encodings_that_pages_declare() {
        let cases = [
            ("<meta charset=\"windows-1251\">", Some("windows-1251")),
            ("<meta http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", Some("Shift_JIS")),
            ("<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>", Some("ISO-8859-2")),
            ("<meta charset=klingon>", None),
            ("<p>", None),
        ];
        for (head, want) in cases {
            assert_eq!(declared(head.as_bytes()).map(Encoding::name), want, "{head}");
        }
    }
}
