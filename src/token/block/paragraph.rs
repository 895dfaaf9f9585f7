//! Joins lines to paragraphs.

use super::line::{Lines, Source};
use super::list::Item;
use crate::token::Tokens;

/// Lines that are read as a whole.
pub(super) struct Paragraph {
    pub(super) tokens: Tokens,
    pub(super) item: Option<Item>,
}

/// The paragraphs of the lines from `from` on.
pub(super) fn join(source: &Source, lines: &Lines, items: &[Option<Item>], from: usize) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut first = from;
    for at in from..lines.all.len() {
        let tokens = lines.all[at].tokens.clone();
        let starts = at == from || starts(source, lines, items, first, at);
        match paragraphs.last_mut().filter(|_| !starts) {
            Some(paragraph) => paragraph.tokens.end = tokens.end,
            None => {
                paragraphs.push(Paragraph { tokens, item: items[at] });
                first = at;
            }
        }
    }
    paragraphs
}

/// Whether a paragraph starts with line `at`, where the one before started with line `first`.
fn starts(source: &Source, lines: &Lines, items: &[Option<Item>], first: usize, at: usize) -> bool {
    let (line, above) = (&lines.all[at], &lines.all[at - 1]);
    if line.opens || items[at].is_some() {
        return true;
    }
    if items[first].is_some() && line.indent > lines.all[first].indent {
        return false; // the text of an item, indented under its first word
    }
    if source.starts_small(&line.tokens) && !source.closes(&above.tokens) {
        return false;
    }
    line.indent >= lines.base + 2 || lines.is_deliberate(source, at - 1)
}
