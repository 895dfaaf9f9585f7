//! Which tokens can be words of a name.

use super::state;
use super::surface::{begins, surface_of};
use crate::lexicon::Catalog;
use crate::token::{Shape, Token, Word, keyword};
use crate::value::Cursor;

/// Articles, pronouns, conjunctions, prepositions and auxiliaries: the first group of keywords.
#[inline]
pub(super) fn is_function(word: Word) -> bool {
    word != Word::UNKNOWN && word <= keyword::MUST
}

/// A word with a capital that can be part of a name: no function word, month, document or newspaper.
pub(super) fn is_name_word(input: Cursor) -> bool {
    input.peek().is_some_and(|token| is_capital(token) && !is_function(token.word))
        && !is_contraction(input)
        && !begins(input, Catalog::NotNames)
        && (!begins(input, Catalog::Months) || is_given_month(input))
}

/// "I've", "We'll", "Don't".
fn is_contraction(input: Cursor) -> bool {
    let text = input.page.str(input.at);
    if !matches!(text.as_bytes().last(), Some(b'e' | b'l' | b'd' | b'm' | b't')) {
        return false;
    }
    let tail = text.rsplit_once(['\'', '’']).map(|(_, tail)| tail);
    tail.is_some_and(|tail| matches!(tail, "ve" | "re" | "ll" | "d" | "m" | "t"))
}

/// 'Jan', 'April' before a family name.
fn is_given_month(input: Cursor) -> bool {
    begins(input, Catalog::GivenNames) && begins(input.to(input.at + 1), Catalog::FamilyNames)
}

/// Capitalised, digits among the letters included: `Pact`, `G20`.
#[inline]
pub(super) fn is_capital(token: &Token) -> bool {
    token.is_capital() || token.shape == crate::token::Shape::Code
}

/// A word that news writes small: capitalised only because a sentence or headline wants it.
#[inline]
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

/// Where a run of name words that begins here ends: hyphens and `&` inside join.
///
/// `goes_on` is asked of every word but the first.
pub(super) fn run_end(input: Cursor, goes_on: impl Fn(Cursor) -> bool) -> u32 {
    let mut at = input;
    let mut end = input.at;
    while is_name_word(at) && (at.at == input.at || goes_on(at)) {
        end = at.at + 1;
        at = at.to(end);
        at = join(at).unwrap_or(at);
    }
    end
}

/// The cursor after what joins two words of a name, where the second is one: a hyphen, `&`, 'de la'.
pub(super) fn join(input: Cursor) -> Option<Cursor> {
    if is_particle(input.word()) {
        return after_particles(input);
    }
    let next = input.to(input.at + 1);
    let token = input.peek()?;
    let joins = match token.word {
        keyword::HYPHEN => {
            token.is_glued() && next.peek().is_some_and(Token::is_glued) && state::demonym(next).is_none()
        }
        keyword::AMPERSAND => true,
        _ => false,
    };
    (joins && is_name_word(next)).then_some(next)
}

/// Prepositions and articles inside Romance names: 'Banco de la Costa', 'Vientos del Sur'.
fn is_particle(word: Word) -> bool {
    use keyword::{DA, DE, DEL, DES, DI, DOS, DU, LA};
    matches!(word, DE | DEL | DES | DOS | DU | DA | DI | LA)
}

/// Past up to two small particles before another word of the name.
fn after_particles(input: Cursor) -> Option<Cursor> {
    let small =
        |at: Cursor| is_particle(at.word()) && at.peek().is_some_and(|token| token.shape == Shape::Lower);
    let first = Some(input).filter(|&at| small(at))?;
    let next = first.to(first.at + 1);
    let next = if small(next) { next.to(next.at + 1) } else { next };
    is_name_word(next).then_some(next)
}

/// As [`join`], and also after the `'s` of a word that is no state: "Women's Committee".
pub(super) fn join_possessed(input: Cursor) -> Option<Cursor> {
    let next = input.to(input.at + 1);
    let possessed = || input.word() == keyword::S && is_name_word(next) && !state::ends_before(input);
    join(input).or_else(|| possessed().then_some(next))
}

/// Whether a sentence begins here: then a capital says nothing.
pub(super) fn opens_sentence(input: Cursor) -> bool {
    let number = input.page.sentence_at(input.at);
    number.is_some_and(|number| input.page.sentences[number].tokens.start == input.at)
}
