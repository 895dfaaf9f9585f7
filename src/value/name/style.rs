//! Whether capitals mean anything in a sentence.

use super::word::is_function;
use crate::token::Shape;
use crate::value::Cursor;

/// How a sentence uses capitals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// Capitals mark names.
    Running,
    /// All words but small function words have one, as in headlines: a capital says nothing.
    Title,
}

/// Words that a sentence must have before its capitals are judged.
const ENOUGH: usize = 4;

/// No headline has more tokens: an item of a list that names two ministries may.
const LONGEST: u32 = 24;

/// Judges a sentence.
pub(super) fn style(sentence: Cursor) -> Style {
    let (mut capital, mut upper, mut small) = (0, 0, 0);
    for at in sentence.at..sentence.end {
        let Some(token) = sentence.page.token(at) else { break };
        match token.shape {
            Shape::Lower if !is_function(token.word) && !token.is_glued() => small += 1,
            Shape::Capital | Shape::Mixed => capital += 1,
            Shape::Upper => upper += 1,
            _ => {}
        }
    }
    let long = sentence.end - sentence.at > LONGEST && upper < capital;
    let most = !long && capital + upper >= ENOUGH && small * 8 <= capital + upper;
    if most { Style::Title } else { Style::Running }
}
