//! Asides, and the rest of a line.

use super::{Reading, Value};
use crate::token::{Tokens, Word, keyword as k};
use crate::value::Page;

/// The longest aside, in tokens between its marks.
const LONGEST: u32 = 25;

/// '(…)', ', … ,' or '— … —'. What is between the marks is the value.
pub(super) fn aside(page: &Page, at: u32, end: u32) -> Option<Reading> {
    let closing = closing(page.word(at))?;
    let stretch = at + 1..end.min(at + LONGEST + 2);
    let last = stretch.clone().find(|&at| ends(page.word(at), closing))?;
    let closed = closing.contains(&page.word(last)) && last > at + 1;
    closed.then(|| Reading { matched: at..last + 1, tokens: at + 1..last, value: Value::Text })
}

/// The marks that close what a mark opens.
fn closing(opening: Word) -> Option<&'static [Word]> {
    match opening {
        k::OPEN => Some(&[k::CLOSE]),
        k::OPEN_SQUARE => Some(&[k::CLOSE_SQUARE]),
        k::COMMA => Some(&[k::COMMA]),
        k::EN_DASH | k::EM_DASH | k::DOUBLE_DASH => Some(&[k::EN_DASH, k::EM_DASH, k::DOUBLE_DASH]),
        k::HYPHEN => Some(&[k::HYPHEN]),
        _ => None,
    }
}

/// Whether looking for the closing mark ends here: a bracket may hold commas, a comma no semicolon.
fn ends(word: Word, closing: &[Word]) -> bool {
    let bracket = closing == [k::CLOSE] || closing == [k::CLOSE_SQUARE];
    closing.contains(&word) || (!bracket && matches!(word, k::SEMICOLON | k::COLON | k::STOP | k::QUESTION))
}

/// Everything up to `end`, without the marks and the conjunction that close a line of a list.
pub(crate) fn rest(page: &Page, at: u32, end: u32) -> Option<Reading> {
    let tokens: Tokens = at..trim(page, at, end);
    (!tokens.is_empty()).then(|| Reading::of(tokens, Value::Text))
}

/// The marks that close a line are few; a line of nothing but marks is no rest.
const TRIMMED: u32 = 4;

fn trim(page: &Page, at: u32, end: u32) -> u32 {
    let mut last = end.min(page.tokens.len() as u32);
    for _ in 0..TRIMMED {
        let Some(before) = last.checked_sub(1).filter(|&before| before >= at) else { break };
        if !CLOSERS.contains(&page.word(before)) {
            break;
        }
        last = before;
    }
    last
}

const CLOSERS: &[Word] = &[k::STOP, k::SEMICOLON, k::COMMA, k::QUESTION, k::EXCLAMATION, k::AND];
