//! The day on which a page was published: structured data, then metadata, microdata, times, and the page's address.

use std::path::Path;

use dom_query::{Document, Selection};
use serde_json::Value;

use crate::fact::{Published, PublishedSource};
use crate::input::day;

/// The names under which `meta` elements give the day, the surest first.
const META: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "publish-date",
    "publish_date",
    "publishdate",
    "published-date",
    "publication-date",
    "publication_date",
    "pubdate",
    "article.published",
    "originalpublicationdate",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "date",
];

/// Elements that mark the time of publication, the surest first, and one that marks any time.
const TIMES: &[&str] = &[
    "time[pubdate]",
    "time[class*=publish]",
    "time[class*=entry-date]",
    "time[class*=post-date]",
    "article header time",
    "article time",
    "main time",
    "time",
];

/// The day of publication of a page, and what it is read from.
pub(super) fn of_page(page: &Document, place: &str) -> Option<Published> {
    let said = json_ld(page).or_else(|| meta(page)).or_else(|| microdata(page)).or_else(|| times(page));
    let metadata = said.map(|value| Published { value, source: PublishedSource::Metadata });
    metadata.or_else(|| {
        let value = address(page, place)?;
        Some(Published { value, source: PublishedSource::Filename })
    })
}

/// Linked data: that of an article, else that of the page.
fn json_ld(page: &Document) -> Option<String> {
    let scripts = page.select("script[type='application/ld+json']");
    let blocks: Vec<Value> =
        scripts.iter().filter_map(|script| serde_json::from_str(script.text().trim()).ok()).collect();
    let find = |is_meant: fn(&str) -> bool| blocks.iter().find_map(|block| published_of(block, is_meant));
    find(is_article).or_else(|| find(|kind| kind.ends_with("Page")))
}

fn is_article(kind: &str) -> bool {
    ["Article", "Posting", "Report"].iter().any(|end| kind.ends_with(end))
}

/// The day of the first thing of a kind that is meant, however deep.
fn published_of(data: &Value, is_meant: fn(&str) -> bool) -> Option<String> {
    match data {
        Value::Array(list) => list.iter().find_map(|one| published_of(one, is_meant)),
        Value::Object(fields) => {
            let kind = fields.get("@type");
            let is_kind = |kind: &Value| kind.as_str().is_some_and(is_meant);
            let is_meant_kind = match kind {
                Some(Value::Array(kinds)) => kinds.iter().any(is_kind),
                Some(kind) => is_kind(kind),
                None => false,
            };
            let own = fields
                .get("datePublished")
                .filter(|_| is_meant_kind)
                .and_then(Value::as_str)
                .and_then(day::read);
            own.or_else(|| fields.values().find_map(|field| published_of(field, is_meant)))
        }
        _ => None,
    }
}

fn meta(page: &Document) -> Option<String> {
    let all = page.select("meta[content]");
    let ranked = all.iter().filter_map(|meta| {
        let name = ["property", "name", "itemprop"].iter().find_map(|attribute| meta.attr(attribute))?;
        let rank = META.iter().position(|known| name.eq_ignore_ascii_case(known))?;
        Some((rank, day::read(&meta.attr("content")?)?))
    });
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, day)| day)
}

fn microdata(page: &Document) -> Option<String> {
    page.select("[itemprop~=datePublished]").iter().find_map(|one| moment(&one))
}

fn times(page: &Document) -> Option<String> {
    TIMES.iter().find_map(|times| page.select(times).iter().find_map(|time| moment(&time)))
}

/// What an element gives as its moment.
fn moment(element: &Selection) -> Option<String> {
    let given = ["content", "datetime"].iter().find_map(|attribute| element.attr(attribute));
    day::read(given.unwrap_or_else(|| element.text()).trim())
}

/// The day in the page's address: its own, the one it names, or the name of its file.
fn address(page: &Document, place: &str) -> Option<String> {
    let canonical = page.select("link[rel=canonical]").attr("href");
    let shared = || page.select("meta[property='og:url']").attr("content");
    let named = canonical.or_else(shared).and_then(|url| day::of_path(Path::new(path_of(&url))));
    named.or_else(|| day::of_path(Path::new(path_of(place))))
}

/// An address without host and question.
fn path_of(url: &str) -> &str {
    let rest =
        url.split_once("://").map_or(url, |(_, rest)| rest.split_once('/').map_or("", |(_, path)| path));
    rest.split(['?', '#']).next().unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_surest_place_is_believed() {
        let ld = |json: &str| format!("<script type=\"application/ld+json\">{json}</script>");
        let time = "<time datetime=\"2024-01-01\">";
        let cases = [
            (ld(r#"{"@type": "NewsArticle", "datePublished": "2024-03-14T10:00:00Z"}"#), Some("2024-03-14")),
            (ld(r#"{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, {"@type": ["Article"], "datePublished": "2024-03-14"}]}"#), Some("2024-03-14")),
            (ld(r#"[{"@type": "WebPage", "datePublished": "2024-03-14"}]"#), Some("2024-03-14")),
            (ld(r#"{"@type": "VideoObject", "datePublished": "2020-01-01"}"#) + time, Some("2024-01-01")),
            (ld("{broken") + time, Some("2024-01-01")),
            ("<meta name=date content=2020-01-01><meta property=article:published_time content=2024-03-14T01:00>".into(), Some("2024-03-14")),
            ("<meta name=DC.date.issued content='14 March 2024'>".into(), Some("2024-03-14")),
            ("<meta name=date content='not yet'>".to_owned() + time, Some("2024-01-01")),
            ("<span itemprop=datePublished content=2024-03-14>today</span>".to_owned() + time, Some("2024-03-14")),
            ("<span itemprop=datePublished>March 14, 2024</span>".into(), Some("2024-03-14")),
            (format!("<aside>{time}</aside><article><header><time datetime=2024-03-14></header></article>"), Some("2024-03-14")),
            ("<time>14 March 2024</time>".into(), Some("2024-03-14")),
            ("<time>an hour ago</time>".into(), None),
            ("<link rel=canonical href='https://a.example/2024/03/14/pact'>".into(), Some("2024-03-14")),
            ("<p>14 March 2024</p>".into(), None),
        ];
        for (html, want) in cases {
            let got = of_page(&Document::from(html.as_str()), "page.html");
            assert_eq!(got.map(|got| got.value).as_deref(), want, "{html}");
        }
    }

    #[test]
    fn addresses_tell_days() {
        let day = |place: &str| of_page(&Document::from("<p>"), place);
        let found = day("https://a.example/news/2024/03/14/pact.html?d=2020/01/01").unwrap();
        assert_eq!((found.value.as_str(), found.source), ("2024-03-14", PublishedSource::Filename));
        assert_eq!(day("https://2024-03-14.example/pact"), None);
    }
}
