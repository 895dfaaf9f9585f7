//! The words near an incomplete date that say whether it lies ahead or behind.

use crate::lexicon::Catalog;
use crate::lexicon::time::{Term, Turn};
use crate::token::{Shape, Tokens, keyword};
use crate::value::Page;

/// Which way an incomplete date points.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Cue {
    pub(super) future: bool,
    /// The words as written.
    pub(super) text: String,
}

/// How many tokens before a date are looked at, and after one that opens its sentence.
const BEFORE: u32 = 14;
const AFTER: u32 = 10;

/// The nearest cue before the date within its clause; where there is none and the date opens its sentence, the
/// first after it.
pub(super) fn find(page: &Page, tokens: &Tokens) -> Option<Cue> {
    let sentence = page.sentence_at(tokens.start).map(|number| &page.sentences[number].tokens)?;
    let from = sentence.start.max(tokens.start.saturating_sub(BEFORE));
    let opens = tokens.start <= sentence.start + 2;
    let to = if opens { sentence.end.min(tokens.end + AFTER) } else { tokens.end };
    let after = (tokens.end..to).find_map(|at| at_token(page, at, to));
    let back = (from..tokens.start).rev().take_while(|&at| !ends_clause(page, at));
    let before = back.into_iter().find_map(|at| at_token(page, at, tokens.start));
    match limit(page, from..tokens.start).or(before) {
        // 'Until Thursday they had not met'
        Some(cue) if opens && after.as_ref().is_some_and(|after| cue.future && !after.future) => after,
        Some(cue) if cue.future && is_owner(page, tokens) => near_owner(page, tokens).then_some(cue),
        Some(cue) => Some(cue),
        None => after
            .or_else(|| past_verb(page, from..sentence.end.min(tokens.end + AFTER)))
            .or_else(|| infinitive(page, from..tokens.start)),
    }
}

/// 'a report by July': what it limits is still to be done, unless something 'had' been done by then.
fn limit(page: &Page, told: Tokens) -> Option<Cue> {
    let at = told.end.checked_sub(1)?;
    let limits = page.word(at) == keyword::BY && !told.into_iter().any(|at| page.word(at) == keyword::HAD);
    limits.then(|| Cue { future: true, text: page.str(at).to_owned() })
}

/// Whether the date owns what follows: 'Friday's ruling'.
fn is_owner(page: &Page, tokens: &Tokens) -> bool {
    page.word(tokens.end) == keyword::S
}

/// Whether what it owns is still to come: 'before Friday's match', 'ahead of Friday's talks'.
fn near_owner(page: &Page, tokens: &Tokens) -> bool {
    use keyword::{BEFORE, FOR, OF, UNTIL};
    tokens.start.checked_sub(1).is_some_and(|at| matches!(page.word(at), BEFORE | FOR | OF | UNTIL))
}

/// A verb that tells what happened: 'brought', 'changed'.
fn past_verb(page: &Page, tokens: Tokens) -> Option<Cue> {
    let told = |at: &u32| {
        let regular =
            page.token(*at).is_some_and(|t| t.shape == Shape::Lower) && page.str(*at).ends_with("ed");
        let verb = regular || page.hits.table(*at, Catalog::IrregularVerbs).is_some();
        verb && !at.checked_sub(1).is_some_and(|before| is_auxiliary(page, before))
    };
    let at = tokens.into_iter().find(told)?;
    Some(Cue { future: false, text: page.str(at).to_owned() })
}

/// 'Leaders to meet Thursday': where nothing tells what happened, an infinitive tells what is to be done.
fn infinitive(page: &Page, tokens: Tokens) -> Option<Cue> {
    let is = |at: &u32| page.word(*at) == keyword::TO && page.hits.knows(at + 1, Catalog::Infinitives);
    let at = tokens.into_iter().find(is)?;
    Some(Cue { future: true, text: page.slice(&(at..at + 2)).to_owned() })
}

/// Whether a participle after the word tells of no time that is over: 'is heard'.
fn is_auxiliary(page: &Page, at: u32) -> bool {
    matches!(page.word(at), keyword::IS | keyword::ARE | keyword::BE | keyword::BEING)
}

fn ends_clause(page: &Page, at: u32) -> bool {
    use keyword::*;
    matches!(page.word(at), SEMICOLON | QUOTE | CLOSE_QUOTE | OPEN_QUOTE | EM_DASH | DOUBLE_DASH)
}

fn at_token(page: &Page, at: u32, end: u32) -> Option<Cue> {
    let turn = |(stop, term)| match term {
        Term::Turn(turn) if stop <= end => Some((stop, turn)),
        _ => None,
    };
    let (stop, turn) = page.terms(at).find_map(turn)?;
    // 'will be reported': the participle tells of no time.
    if turn == Turn::Past && at.checked_sub(1).is_some_and(|before| is_auxiliary(page, before)) {
        return None;
    }
    (turn != Turn::Neither)
        .then(|| Cue { future: turn == Turn::Future, text: page.slice(&(at..stop)).to_owned() })
}
