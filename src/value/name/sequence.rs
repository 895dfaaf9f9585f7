//! Capitalised words that nothing else knows.

use super::style::Style;
use super::surface::{begins, surface_of};
use super::word::{is_name_word, is_ordinary, run_end};
use super::{Name, NameKind, person, state};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::Shape;
use crate::value::Cursor;

/// A run of capitalised words as an unknown name; none where only a sentence's start or a headline wants the capitals.
pub(super) fn unknown(input: Cursor, style: Style, first: bool) -> Option<Name> {
    let end = run_end(input, |at| !(begins_known(at) || style == Style::Title && is_ordinary(at)));
    let stated = state::owner(input).map(|owner| owner.end).filter(|after| *after < end);
    let proper = (stated.unwrap_or(input.at)..end).any(|at| is_proper(input.to(at)));
    if !proper || is_ordinary(input) && (first || style == Style::Title) {
        return None;
    }
    Some(Name::new(input.at..end, "name/unknown", NameKind::Party(PartyKind::Unknown)))
}

/// Whether a capital here can't come from the language: no ordinary word, post or body noun.
fn is_proper(input: Cursor) -> bool {
    let worded = input
        .peek()
        .is_some_and(|token| token.shape != Shape::Mark && token.is_word() || token.shape == Shape::Code);
    worded
        && input.page.str(input.at).chars().nth(1).is_some()
        && is_name_word(input)
        && !is_ordinary(input)
        && !begins(input, Catalog::Posts)
        && !begins(input, Catalog::BodyNouns)
        && !begins(input, Catalog::Portfolios)
}

/// Whether a person, post or state begins here, which ends a run before it.
fn begins_known(input: Cursor) -> bool {
    surface_of(input, Catalog::Posts, &["forms", "plural"], ("kind", "office")).is_some()
        || state::state(input).is_some()
        || person::given(input).is_some() && !is_ordinary(input)
}
