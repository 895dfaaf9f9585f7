//! Words before a name that say where its bearer is from: 'Oslo-based', 'Swiss drug maker'.

use super::NameKind;
use crate::fact::PartyKind;
use crate::token::{Shape, Word, keyword as k};
use crate::value::{Page, Values};

/// How many small words may stand between a demonym and a name.
const NOUNS: u32 = 4;

/// One past the words from a token on that say where somebody is from; none where no name follows them.
pub fn whence_end(page: &Page, values: &Values, at: u32) -> Option<u32> {
    let (_, name) = values.names.at(at)?;
    let after = name.tokens.end;
    let end = if page.word(after) == k::HYPHEN && is_glued_noun(page, after + 1) {
        after + 2
    } else if name.kind == NameKind::Demonym {
        (after..after + NOUNS).find(|&at| !is_noun(page, at)).filter(|&end| end > after)?
    } else {
        return None;
    };
    let (_, bearer) = values.names.at(end)?;
    matches!(bearer.kind, NameKind::Party(kind) if kind != PartyKind::Person).then_some(end)
}

/// 'based', glued to the hyphen before it.
fn is_glued_noun(page: &Page, at: u32) -> bool {
    is_noun(page, at) && page.token(at).is_some_and(|token| token.is_glued())
}

/// A small word that carries meaning.
fn is_noun(page: &Page, at: u32) -> bool {
    let small = page.token(at).is_some_and(|token| token.shape == Shape::Lower);
    small && (page.word(at) == Word::UNKNOWN || page.word(at) > k::MUST)
}
