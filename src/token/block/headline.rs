//! The title lines that open an article.

use super::dateline;
use super::line::{Line, Lines, Source, WRAPPED};
use super::list::Item;
use crate::token::{Tokens, Word, keyword as k};

/// A longer first line is text.
const LONGEST: u32 = 160;
/// More lines on end without a full stop are a table or a poem.
const MOST: usize = 3;

/// What ends a line that goes on, or is no title.
const UNFINISHED: &[Word] = &[
    k::SEMICOLON,
    k::COMMA,
    k::A,
    k::AN,
    k::THE,
    k::OF,
    k::IN,
    k::ON,
    k::AT,
    k::BY,
    k::TO,
    k::FROM,
    k::FOR,
    k::WITH,
    k::BETWEEN,
    k::AND,
    k::OR,
    k::THAT,
];

/// The headlines, and the number of lines that they take.
pub(super) fn read(source: &Source, lines: &Lines, items: &[Option<Item>]) -> (Vec<Tokens>, usize) {
    let reader = Reader { source, lines, items };
    let mut headlines: Vec<Tokens> = Vec::new();
    if lines.all.len() == 1 && reader.is_headline(0) && lines.all[0].width <= WRAPPED {
        return (vec![lines.all[0].tokens.clone()], 1); // nothing but a title: a ticker line
    }
    let mut at = 0;
    while at < MOST && reader.is_headline(at) && reader.body_follows(at) {
        let tokens = lines.all[at].tokens.clone();
        match headlines.last_mut().filter(|_| reader.continues(at)) {
            Some(headline) => headline.end = tokens.end,
            None => headlines.push(tokens),
        }
        at += 1;
    }
    (headlines, at)
}

struct Reader<'a> {
    source: &'a Source<'a>,
    lines: &'a Lines,
    items: &'a [Option<Item>],
}

impl Reader<'_> {
    fn line(&self, at: usize) -> Option<&Line> {
        self.lines.all.get(at)
    }

    /// Whether a line looks like a title by itself.
    fn is_headline(&self, at: usize) -> bool {
        let Some(line) = self.line(at) else { return false };
        let first = at == 0 || line.width <= WRAPPED && self.source.last_word(&line.tokens) != k::QUESTION;
        first
            && line.width <= LONGEST
            && self.items[at].is_none()
            && !self.source.stops(&line.tokens)
            && !self.source.announces(&line.tokens)
            && !self.has_dateline(&line.tokens)
    }

    /// Whether a line is a dateline, or begins with one that can't be mistaken.
    fn has_dateline(&self, tokens: &Tokens) -> bool {
        let dateline = dateline::read(self.source, tokens);
        dateline.is_some_and(|dateline| dateline.dated || dateline.end == tokens.end)
    }

    /// Whether what comes after a line is something else: after a blank line, or evidently.
    fn body_follows(&self, at: usize) -> bool {
        let (Some(line), Some(next)) = (self.line(at), self.line(at + 1)) else { return false };
        if self.is_title(at) {
            return true;
        }
        if UNFINISHED.contains(&self.source.last_word(&line.tokens)) {
            return false;
        }
        if next.opens {
            return at == 0 || self.is_text(at + 1);
        }
        let shouts = |line: &Line| self.source.is_capitals(&line.tokens);
        if shouts(line) && !shouts(next) {
            return true;
        }
        let indented = next.indent >= line.indent + 2 && line.indent <= self.lines.base + 1;
        let wide = next.width > WRAPPED && line.width <= WRAPPED;
        let short = self.lines.is_short(self.source, at) && self.is_longer(at);
        !self.source.starts_small(&next.tokens)
            && (indented || wide || short || dateline::read(self.source, &next.tokens).is_some())
    }

    /// Whether a few lines without a full stop stand together from `at` on, with text after them.
    fn is_title(&self, at: usize) -> bool {
        let after = (at + 1..=at + MOST).find(|&next| self.line(next).is_none_or(|line| line.opens));
        after.is_some_and(|after| (at + 1..after).all(|next| self.is_headline(next)) && self.is_text(after))
    }

    /// Whether the lines from `at` on look like text: long, or closed by a full stop.
    fn is_text(&self, at: usize) -> bool {
        self.line(at).is_some_and(|line| line.width > 60 || self.source.stops(&line.tokens))
            || self.is_headline(at)
                && at < MOST
                && self.line(at + 1).is_some_and(|next| next.opens && self.is_text(at + 1))
    }

    /// Whether the next line, or the one after, is longer than line `at`.
    fn is_longer(&self, at: usize) -> bool {
        let width = |at| self.line(at).map_or(0, |line| line.width);
        width(at + 1).max(width(at + 2)) > width(at)
    }

    /// Whether line `at` goes on with the headline of the line before.
    fn continues(&self, at: usize) -> bool {
        let (Some(line), Some(before)) = (self.line(at), at.checked_sub(1)) else { return false };
        let above = &self.lines.all[before];
        let same = self.source.is_capitals(&above.tokens) == self.source.is_capitals(&line.tokens);
        let small = self.source.starts_small(&line.tokens);
        !line.opens && same && (small || !self.lines.is_short(self.source, before))
    }
}
