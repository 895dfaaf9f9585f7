//! Which tokens can be words of a name.

use super::surface::{begins, surface_of};
use crate::lexicon::Catalog;
use crate::token::{Token, Word, keyword};
use crate::value::Cursor;

/// Articles, pronouns, conjunctions, prepositions and auxiliaries: the first group of keywords.
pub(super) fn is_function(word: Word) -> bool {
    word != Word::UNKNOWN && word <= keyword::MUST
}

/// A word with a capital that can be part of a name: no function word, month, document or newspaper.
pub(super) fn is_name_word(input: Cursor) -> bool {
    input.peek().is_some_and(|token| is_capital(token) && !is_function(token.word))
        && !begins(input, Catalog::NotNames)
        && (!begins(input, Catalog::Months) || is_given_month(input))
}

/// 'Jan', 'April' before a family name.
fn is_given_month(input: Cursor) -> bool {
    begins(input, Catalog::GivenNames) && begins(input.to(input.at + 1), Catalog::Surnames)
}

/// Capitalised, digits among the letters included: `Pact`, `G20`.
pub(super) fn is_capital(token: &Token) -> bool {
    token.is_capital() || token.shape == crate::token::Shape::Code
}

/// A word that news writes small: capitalised only because a sentence or headline wants it.
pub(super) fn is_ordinary(input: Cursor) -> bool {
    begins(input, Catalog::OrdinaryWords)
}

/// Whether the word names what a ministry is for, or stands before posts.
pub(super) fn is_modifier(input: Cursor) -> bool {
    begins(input, Catalog::Portfolios)
        || surface_of(input, Catalog::Posts, &["forms"], ("kind", "modifier")).is_some()
}

/// The cursor after an article, or where it was.
pub(super) fn skip_article(input: Cursor) -> Cursor {
    if input.word() == keyword::THE { input.to(input.at + 1) } else { input }
}

/// Where a run of name words that begins here ends: hyphens, `&` and possessives inside join.
pub(super) fn run_end(input: Cursor, goes_on: impl Fn(Cursor) -> bool) -> u32 {
    let mut at = input;
    while is_name_word(at) && (at.at == input.at || goes_on(at)) {
        at = at.to(at.at + 1);
        if let Some(joined) = join(at) {
            at = joined;
        }
    }
    at.at
}

/// The cursor after what joins two words of a name, where the second is one: `-`, `&`, `'s`.
pub(super) fn join(input: Cursor) -> Option<Cursor> {
    let next = input.to(input.at + 1);
    let token = input.peek()?;
    let glued = token.is_glued() && next.peek().is_some_and(Token::is_glued);
    let joins = match token.word {
        keyword::HYPHEN => glued && super::state::demonym(next).is_none(),
        keyword::AMPERSAND => true,
        keyword::S => !super::state::ends_before(input),
        _ => false,
    };
    (joins && is_name_word(next)).then_some(next)
}
