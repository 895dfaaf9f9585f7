//! What follows the noun of a body: 'of X', 'for X, Y and Z', 'on X', 'under the President of X'.

use strsim::osa_distance;

use super::surface::{Surface, begins, surface, surface_of};
use super::word::{is_modifier, is_name_word, is_ordinary, join, join_possessed, skip_article};
use super::{body, organisation, state};
use crate::lexicon::Catalog;
use crate::token::{Word, keyword};
use crate::value::Cursor;

/// A chain that was read.
pub(super) struct Chain {
    /// One past its last token.
    pub(super) end: u32,
    /// The state at its end.
    pub(super) country: Option<usize>,
    /// Whether a place of the table or an unknown one follows 'of'.
    pub(super) placed: bool,
}

/// How many fields a list 'X, Y and Z' may have.
const FIELDS: usize = 8;

/// Reads as much of a chain as there is; a noun that `governs` as a whole is for nothing in particular.
pub(super) fn read(input: Cursor, governs: bool) -> Chain {
    let mut chain = Chain { end: input.at, country: None, placed: false };
    for _ in 0..6 {
        let at = input.to(chain.end);
        let Some(next) = link(at, &mut chain, at.at == input.at, governs) else { break };
        chain.end = next;
    }
    chain
}

/// One preposition and what it governs; 'on' only as the first: what comes later is what a document is about.
fn link(input: Cursor, chain: &mut Chain, first: bool, governs: bool) -> Option<u32> {
    let preposition = preposition(input, chain).filter(|&word| word != keyword::ON || first)?;
    if governs && preposition == keyword::FOR {
        return None;
    }
    let governed = skip_article(input.to(input.at + 1));
    if preposition == keyword::UNDER {
        return superior(governed);
    }
    if chain.country.is_some() {
        return None;
    }
    if let Some(found) = state::state(governed) {
        chain.country = Some(found.row);
        return Some(found.end);
    }
    if let Some((end, country)) = state::place(governed) {
        chain.placed = true;
        chain.country = country;
        return Some(end);
    }
    if let Some(found) = organisation::organisation(governed) {
        return Some(found.end);
    }
    chain.placed = true;
    fields(governed)
}

/// The preposition of a link, misspelt ones included.
fn preposition(input: Cursor, chain: &Chain) -> Option<Word> {
    const LINKS: [Word; 4] = [keyword::OF, keyword::FOR, keyword::ON, keyword::UNDER];
    let word = input.word();
    if LINKS.contains(&word) {
        return Some(word);
    }
    let after = skip_article(input.to(input.at + 1));
    (word == Word::UNKNOWN && chain.country.is_none() && is_name_word(after)).then(|| misspelt(input))?
}

/// An unknown small word one slip away from a preposition: 'unde the Government'.
fn misspelt(input: Cursor) -> Option<Word> {
    let token = input.peek()?;
    let text = input.page.str(input.at);
    if token.shape != crate::token::Shape::Lower || text.len() < 3 {
        return None;
    }
    let candidates = [(keyword::UNDER, "under"), (keyword::FOR, "for")];
    candidates.into_iter().find(|(_, right)| osa_distance(text, right) == 1).map(|(word, _)| word)
}

/// Whom a body is under: 'the President', 'the Government', 'the Ministry of Justice'.
fn superior(input: Cursor) -> Option<u32> {
    let noun = surface_of(input, Catalog::Posts, &["forms"], ("kind", "office"))
        .or_else(|| surface_of(input, Catalog::BodyNouns, &["forms"], ("kind", "government")));
    if let Some(noun) = noun {
        let stated = state::of_state(input.to(noun.end)).is_some();
        return (is_name_word(input) || stated).then_some(noun.end);
    }
    is_name_word(input).then(|| body::tokens(input).map(|(tokens, _)| tokens.end))?
}

/// What a body is for: 'Mine Safety, Drilling and Surveys', 'foreign affairs'.
fn fields(input: Cursor) -> Option<u32> {
    let mut end = field(input)?;
    let listed = list_end(input.to(end));
    if let Some(listed) = listed {
        end = listed;
    }
    Some(end)
}

/// One field: capitalised words, or small ones that ministries are known to be for.
fn field(input: Cursor) -> Option<u32> {
    if !is_name_word(input) {
        return surface(input, Catalog::Portfolios, &["forms"]).map(|found| found.end);
    }
    let mut at = input;
    let mut end = input.at;
    while is_name_word(at) && (at.at == input.at || state::state(at).is_none()) {
        let plain = is_plain(at);
        end = at.at + 1;
        at = at.to(end);
        at = if plain { join_possessed(at) } else { join(at) }.unwrap_or(at);
    }
    Some(end)
}

/// The rest of a list of fields: ', Y and Z' or 'and Z'; what begins a name of its own ends it.
fn list_end(input: Cursor) -> Option<u32> {
    let mut at = input;
    let mut plain = true;
    for _ in 0..FIELDS {
        let comma = at.word() == keyword::COMMA;
        let mut next = if comma { at.to(at.at + 1) } else { at };
        let and = next.word() == keyword::AND;
        if and {
            next = next.to(next.at + 1);
        }
        if !comma && !and || begins_name(next) {
            return None;
        }
        plain &= is_plain(next);
        let end = field(next)?;
        at = at.to(end);
        if and {
            let commas = end - input.at > 0 && input.word() == keyword::COMMA;
            let sure = !commas || plain || state::of_state(at).is_some();
            return sure.then_some(end);
        }
    }
    None
}

/// A word of the language, not a name.
fn is_plain(input: Cursor) -> bool {
    is_ordinary(input) || is_modifier(input)
}

/// Whether a name of its own begins here: then 'and' before it does not join a field.
fn begins_name(input: Cursor) -> bool {
    let known = |found: Option<Surface>| found.is_some();
    known(state::state(input))
        || known(state::demonym(input))
        || known(organisation::organisation(input))
        || begins(input, Catalog::GivenNames) && !is_plain(input)
        || surface_of(input, Catalog::Posts, &["forms", "plural"], ("kind", "office")).is_some()
        || body::begins_body(input)
        || super::company::begins_company(input)
}
