//! What the program made of a text, stage by stage, in words for somebody who does not know the code.

mod facts;
mod rules;
mod value;
mod words;

use std::fmt::{self, Write};

use crate::extract::{Article, Extractor, Inside};
use crate::golden::GoldenFact;
use crate::rule::trace::Record;
use crate::text::Span;
use crate::token::{BlockKind, Sentence};
use crate::wire;

/// Explains an article, or those of its sentences that touch a stretch of it.
///
/// ```
/// use dateline::extract::{Article, Extractor};
/// let extractor = Extractor::new(&[])?;
/// let article = Article { text: "The agreement between Peru and Chile was not yet seen.".into(), ..Article::default() };
/// let told = dateline::explain::explain(&extractor, &article, None);
/// assert!(told.contains("Peru"));
/// # Ok::<(), anyhow::Error>(())
/// ```
pub fn explain(extractor: &Extractor, article: &Article, within: Option<Span>) -> String {
    tell(extractor, article, within, Depth::Nearest)
}

/// [`explain`], with each word, and with every rule that was tried.
pub fn explain_all(extractor: &Extractor, article: &Article, within: Option<Span>) -> String {
    tell(extractor, article, within, Depth::All)
}

/// What is found in an article, or what one rule finds in it, a fact after the other; nothing where nothing is found.
pub fn facts(extractor: &Extractor, article: &Article, rule: Option<&str>) -> String {
    let mut record = Record::default();
    extractor.trace(article, rule, &mut record, |inside, record| {
        let telling = Telling::new(extractor, &inside, record, Depth::Nearest);
        let mut out = String::new();
        // Writing into a string does not fail.
        let _ = facts::tell_all(&telling, rule, &mut out);
        out
    })
}

fn tell(extractor: &Extractor, article: &Article, within: Option<Span>, depth: Depth) -> String {
    let mut record = Record::default();
    extractor.trace(article, None, &mut record, |inside, record| {
        let telling = Telling::new(extractor, &inside, record, depth);
        let mut out = String::new();
        // Writing into a string does not fail.
        let _ = telling.article(within, &mut out);
        out
    })
}

/// What there is to tell.
struct Telling<'a> {
    extractor: &'a Extractor,
    inside: &'a Inside<'a>,
    record: &'a Record,
    facts: Vec<GoldenFact>,
    depth: Depth,
}

/// How much is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Depth {
    /// What was found, and the rules that came nearest to finding more.
    Nearest,
    /// Each word, and every rule that was tried.
    All,
}

impl<'a> Telling<'a> {
    fn new(
        extractor: &'a Extractor,
        inside: &'a Inside<'a>,
        record: &'a Record,
        depth: Depth,
    ) -> Telling<'a> {
        let kinds = &extractor.rules().set().kinds;
        let wire = wire::Article { text: inside.page.text, kinds, ..wire::Article::default() };
        Telling { extractor, inside, record, facts: facts::of_record(&wire, &inside.facts), depth }
    }

    fn article(&self, within: Option<Span>, out: &mut String) -> fmt::Result {
        match &self.inside.facts.published {
            Some(day) => writeln!(out, "published {} (source: {})", day.value, day.source.as_str())?,
            None => writeln!(out, "published: not known")?,
        }
        let page = self.inside.page;
        for (number, sentence) in page.sentences.iter().enumerate() {
            let span = page.span(&sentence.tokens);
            if within.is_none_or(|within| within.overlaps(span)) {
                self.sentence(number, sentence, span, out)?;
            }
        }
        Ok(())
    }

    fn sentence(&self, number: usize, sentence: &Sentence, span: Span, out: &mut String) -> fmt::Result {
        let page = self.inside.page;
        let block = page.blocks.get(sentence.block as usize).map(|block| block.kind);
        let text = one_line(span.of(page.text));
        writeln!(out, "\nsentence {}, {}:\n  | {text}", number + 1, block.map_or("text", name_of))?;
        facts::tell(self, span, out)?;
        rules::tell(self, number, out)?;
        match self.depth {
            Depth::Nearest => Ok(()),
            Depth::All => words::tell(self, sentence, out),
        }
    }
}

fn name_of(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Dateline => "dateline",
        BlockKind::Paragraph => "paragraph",
        BlockKind::ListHead => "head of a list",
        BlockKind::ListItem => "item of a list",
    }
}

/// A text without line breaks and other control characters.
fn one_line(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
