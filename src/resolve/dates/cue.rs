//! The words near an incomplete date that say whether it lies ahead or behind.

use crate::lexicon::Catalog;
use crate::token::{Tokens, keyword};
use crate::value::Page;

/// Which way an incomplete date points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    pub(super) future: bool,
    /// The words as written.
    pub(super) text: String,
}

/// How many tokens before a date are looked at, and after one that opens its sentence.
const BEFORE: u32 = 10;
const AFTER: u32 = 10;

/// The nearest cue before the date within its clause; where there is none and the date opens its sentence, the
/// first after it.
pub(super) fn find(page: &Page, tokens: &Tokens) -> Option<Cue> {
    let sentence = page.sentence_at(tokens.start).map(|number| &page.sentences[number].tokens)?;
    let from = sentence.start.max(tokens.start.saturating_sub(BEFORE));
    let back = (from..tokens.start).rev().take_while(|&at| !ends_clause(page, at));
    if let Some(cue) = back.into_iter().find_map(|at| at_token(page, at, tokens.start)) {
        return Some(cue);
    }
    let opens = tokens.start <= sentence.start + 2;
    let to = sentence.end.min(tokens.end + AFTER);
    (tokens.end..if opens { to } else { tokens.end }).find_map(|at| at_token(page, at, to))
}

fn ends_clause(page: &Page, at: u32) -> bool {
    use keyword::*;
    matches!(page.word(at), SEMICOLON | QUOTE | CLOSE_QUOTE | OPEN_QUOTE | EM_DASH | DOUBLE_DASH)
}

fn at_token(page: &Page, at: u32, end: u32) -> Option<Cue> {
    let (stop, row, _) = page.hits.table(at, Catalog::DateCues).filter(|(stop, ..)| *stop <= end)?;
    let direction = page.lexicon.table(Catalog::DateCues).cell(row, 0);
    let future = match direction {
        "future" => true,
        "past" => false,
        _ => return None,
    };
    Some(Cue { future, text: page.slice(&(at..stop)).to_owned() })
}
