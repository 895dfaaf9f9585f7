//! TimeML: the whole text as XML, its dates as TIMEX3 elements, the day of publication as the document's creation time.
//!
//! The text inside `TEXT` is that of the article, code point for code point: what XML cannot hold becomes U+FFFD.

use std::io::{self, Write};

use crate::batch::Done;
use crate::extract::Article;
use crate::text::Unit;
use crate::wire::{Anchor, Date, Id, Record};

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <TimeML xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" \
    xsi:noNamespaceSchemaLocation=\"http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd\">\n";

/// The file of an article.
pub(super) fn files(done: &Done) -> io::Result<Vec<(&'static str, Vec<u8>)>> {
    let mut text = Vec::new();
    write(&done.item.article, &done.record, &mut text)?;
    Ok(vec![("tml", text)])
}

/// Writes the document of an article. The record's spans count code points.
pub(super) fn write(article: &Article, record: &Record, out: &mut impl Write) -> io::Result<()> {
    debug_assert_eq!(record.offsets, Unit::Chars);
    write!(out, "{HEAD}<DOCID>{}</DOCID>\n<DCT>", escaped(&record.id))?;
    if let Some(day) = &record.published {
        let value = escaped(&day.value);
        write!(
            out,
            "<TIMEX3 tid=\"t0\" type=\"DATE\" value=\"{value}\" temporalFunction=\"false\" \
             functionInDocument=\"CREATION_TIME\">{value}</TIMEX3>"
        )?;
    }
    writeln!(out, "</DCT>")?;
    if let Some(title) = &record.title {
        writeln!(out, "<TITLE>{}</TITLE>", escaped(title))?;
    }
    write!(out, "<TEXT>")?;
    text(&article.text, record, out)?;
    writeln!(out, "</TEXT>\n</TimeML>")
}

/// The text with its dates, which stand in order and apart.
fn text(text: &str, record: &Record, out: &mut impl Write) -> io::Result<()> {
    let mut rest = Rest { chars: text.chars(), at: 0 };
    for date in &record.dates {
        let [start, end] = date.span;
        write!(out, "{}", escaped(rest.to(start)))?;
        let words = rest.to(end);
        write!(out, "<TIMEX3 {}>{}</TIMEX3>", attributes(record, date), escaped(words))?;
    }
    write!(out, "{}", escaped(rest.chars.as_str()))
}

/// What of a text is still to be written.
struct Rest<'a> {
    chars: std::str::Chars<'a>,
    /// Code points before it.
    at: u32,
}

impl<'a> Rest<'a> {
    /// The text up to a code point.
    fn to(&mut self, end: u32) -> &'a str {
        let before = self.chars.as_str();
        let count = end.saturating_sub(self.at) as usize;
        if count > 0 {
            self.chars.nth(count - 1);
            self.at = end;
        }
        &before[..before.len() - self.chars.as_str().len()]
    }
}

fn attributes(record: &Record, date: &Date) -> String {
    let anchor = date.anchor.filter(|anchor| *anchor != Anchor::Published || record.published.is_some());
    let function = if anchor.is_some() { "true" } else { "false" };
    let mut all = format!(
        "tid=\"{}\" type=\"{}\" value=\"{}\"",
        tid(date.id),
        date.kind.as_str(),
        escaped(&date.value)
    );
    let more = [
        ("mod", date.modifier.map(|modifier| modifier.as_str().to_owned())),
        ("quant", date.quant.clone()),
        ("freq", date.freq.clone()),
        ("temporalFunction", Some(function.to_owned())),
        ("functionInDocument", Some("NONE".to_owned())),
        ("anchorTimeID", anchor.map(anchor_tid)),
    ];
    for (name, value) in more {
        if let Some(value) = value {
            all.push_str(&format!(" {name}=\"{}\"", escaped(&value)));
        }
    }
    all
}

fn tid(id: Id) -> String {
    format!("t{}", id.number)
}

fn anchor_tid(anchor: Anchor) -> String {
    match anchor {
        Anchor::Published => "t0".to_owned(),
        Anchor::Date(id) => tid(id),
    }
}

/// A text as XML holds it, in attributes too.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '&' => safe.push_str("&amp;"),
            '"' => safe.push_str("&quot;"),
            // A reader would make a line feed of it.
            '\r' => safe.push_str("&#13;"),
            '\t' | '\n' => safe.push(c),
            c if c.is_control() && c < '\u{80}' || matches!(c, '\u{fffe}' | '\u{ffff}') => {
                safe.push('\u{fffd}')
            }
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Extractor, Options, Scope};
    use crate::fact::{Published, PublishedSource};
    use crate::wire;

    fn document(text: &str, day: Option<&str>) -> String {
        let published = day.map(|day| Published { value: day.to_owned(), source: PublishedSource::Option });
        let article = Article { text: text.to_owned(), published, ..Article::default() };
        let options = Options { scope: Scope::Dates, ..Options::default() };
        let facts = Extractor::new(&[]).unwrap().with(options).extract(&article);
        let of = wire::Article { id: "a&b", text, ..wire::Article::default() };
        let mut out = Vec::new();
        write(&article, &Record::new(&of, &facts, Unit::Chars), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn dates_stand_inline() {
        let cases = [
            (
                "Talks of May 3, 2012 failed a year later — A < B.",
                Some("2013-03-22"),
                "<TEXT>Talks of <TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2012-05-03\" temporalFunction=\"false\" \
                 functionInDocument=\"NONE\">May 3, 2012</TIMEX3> failed <TIMEX3 tid=\"t2\" type=\"DATE\" \
                 value=\"2013-05-03\" temporalFunction=\"true\" functionInDocument=\"NONE\" \
                 anchorTimeID=\"t1\">a year later</TIMEX3> — A &lt; B.</TEXT>",
            ),
            (
                "Ömer & “Ω” met twice a week\u{1}",
                None,
                "<DCT></DCT>\n<TEXT>Ömer &amp; “Ω” met <TIMEX3 tid=\"t1\" type=\"SET\" value=\"P1W\" \
                 freq=\"2X\" temporalFunction=\"false\" functionInDocument=\"NONE\">twice a week</TIMEX3>\u{fffd}</TEXT>",
            ),
            (
                "Early today\r\nit rained.",
                Some("2013-03-22"),
                "<DOCID>a&amp;b</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2013-03-22\" \
                 temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">2013-03-22</TIMEX3></DCT>\n\
                 <TEXT><TIMEX3 tid=\"t1\" type=\"DATE\" value=\"2013-03-22\" mod=\"START\" temporalFunction=\"true\" \
                 functionInDocument=\"NONE\" anchorTimeID=\"t0\">Early today</TIMEX3>&#13;\nit rained.</TEXT>",
            ),
        ];
        for (text, day, want) in cases {
            let got = document(text, day);
            assert!(got.contains(want), "{want}\n\n{got}");
        }
    }
}
