//! States, their governments and what belongs to them: 'the Republic of X', 'X's', 'of the X Federation'.

use super::surface::{Surface, surface, surface_of};
use super::word::{is_function, is_name_word, join_possessed, skip_article};
use super::{Name, NameKind};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::{Tokens, keyword};
use crate::value::Cursor;

/// A state by one of its names, or by a form of state and a name: 'Federal Republic of X'.
pub(super) fn state(input: Cursor) -> Option<Surface> {
    let known = surface(input, Catalog::Countries, &["name", "forms"]);
    known.or_else(|| polity(input))
}

/// 'Grand Duchy of X', 'Socialist Republic of X'.
fn polity(input: Cursor) -> Option<Surface> {
    let mut at = input;
    for _ in 0..4 {
        if !is_name_word(at) {
            return None;
        }
        if let Some(noun) = surface_of(at, Catalog::BodyNouns, &["forms"], ("kind", "state")) {
            let after = at.to(noun.end);
            if after.word() == keyword::OF {
                let of = skip_article(after.to(noun.end + 1));
                return surface(of, Catalog::Countries, &["name", "forms"]);
            }
        }
        at = at.to(at.at + 1);
    }
    None
}

/// 'Tajik', 'Russians', and the first half of 'Russo-'.
pub(super) fn demonym(input: Cursor) -> Option<Surface> {
    if let Some(found) = surface(input, Catalog::Countries, &["demonyms"]) {
        return Some(found);
    }
    let prefix = surface(input, Catalog::Countries, &["prefix"])?;
    (input.to(prefix.end).word() == keyword::HYPHEN).then_some(prefix)
}

/// Whose something is: 'Tajik', 'Tajikistan's', 'Tajikistan'; of two ('Tajik-Russian') nobody's.
pub(super) fn owner(input: Cursor) -> Option<Surface> {
    let found = longer(state(input), demonym(input))?;
    let after = input.to(found.end);
    match after.word() {
        keyword::HYPHEN if after.peek()?.is_glued() => None,
        keyword::S => Some(Surface { end: found.end + 1, ..found }),
        _ => Some(found),
    }
}

/// 'of Tajikistan', 'of the Russian Federation', at the preposition.
pub(super) fn of_state(input: Cursor) -> Option<Surface> {
    if input.word() != keyword::OF {
        return None;
    }
    state(skip_article(input.to(input.at + 1)))
}

/// Whether a state or its demonym ends right before the cursor.
pub(super) fn ends_before(input: Cursor) -> bool {
    let first = input.at.saturating_sub(4);
    (first..input.at).any(|at| {
        let from = input.to(at);
        longer(surface(from, Catalog::Countries, &["name", "forms"]), demonym(from))
            .is_some_and(|found| found.end == input.at)
    })
}

fn longer(one: Option<Surface>, other: Option<Surface>) -> Option<Surface> {
    match (one, other) {
        (Some(a), Some(b)) if b.end > a.end => Some(b),
        (Some(a), _) => Some(a),
        (None, b) => b,
    }
}

/// A state as a name.
pub(super) fn state_name(input: Cursor) -> Option<Name> {
    let found = state(input)?;
    Some(country_name(input.at..found.end, "name/state", PartyKind::State, found.row))
}

/// A demonym as a name.
pub(super) fn demonym_name(input: Cursor) -> Option<Name> {
    let found = demonym(input)?;
    let kind = NameKind::Demonym;
    Some(Name { country: Some(found.row), ..Name::new(input.at..found.end, "name/demonym", kind) })
}

/// 'Government of the Republic of X', 'X Government', 'Russian government'.
pub(super) fn government(input: Cursor) -> Option<Name> {
    government_of(input).or_else(|| government_owned(input))
}

fn government_of(input: Cursor) -> Option<Name> {
    let after = input.to(government_run(input)?);
    if !matches!(after.word(), keyword::OF | keyword::IN) {
        return None;
    }
    let found = state(skip_article(after.to(after.at + 1)))?;
    Some(country_name(input.at..found.end, "name/government", PartyKind::Government, found.row))
}

/// 'Government', 'Federal Government', "Majesty's Government": where it ends.
fn government_run(input: Cursor) -> Option<u32> {
    let mut at = input;
    for _ in 0..4 {
        if !is_name_word(at) {
            return None;
        }
        if let Some(end) = government_noun(at) {
            return Some(end);
        }
        at = at.to(at.at + 1);
        at = join_possessed(at).unwrap_or(at);
    }
    None
}

/// 'Kenyan government', 'Royal Danish Government', "Britannic Majesty's Government".
fn government_owned(input: Cursor) -> Option<Name> {
    let start = styled(input);
    let owner = owner(start)?;
    let after = start.to(owner.end);
    let end = government_noun(after).or_else(|| government_run(after))?;
    let governs = input.to(end).word() != keyword::OF;
    governs.then(|| country_name(input.at..end, "name/government", PartyKind::Government, owner.row))
}

/// Past a word that goes before the demonym of a government: 'Royal', 'Federal'.
fn styled(input: Cursor) -> Cursor {
    let style = surface_of(input, Catalog::Posts, &["forms"], ("kind", "modifier"));
    style.filter(|_| is_name_word(input)).map_or(input, |style| input.to(style.end))
}

/// 'government', 'cabinet of ministers': where it ends.
fn government_noun(input: Cursor) -> Option<u32> {
    surface_of(input, Catalog::BodyNouns, &["forms"], ("kind", "government")).map(|found| found.end)
}

fn country_name(tokens: Tokens, rule: &'static str, kind: PartyKind, row: usize) -> Name {
    Name { country: Some(row), ..Name::new(tokens, rule, NameKind::Party(kind)) }
}

/// A capital or another place of the table, with the row of its state.
pub(super) fn place(input: Cursor) -> Option<(u32, Option<usize>)> {
    if let Some(found) = surface(input, Catalog::Countries, &["capital"]) {
        return Some((found.end, Some(found.row)));
    }
    let found = surface(input, Catalog::Places, &["name", "forms"])?;
    let code = super::surface::cell(input, Catalog::Places, found.row, "country");
    Some((found.end, super::canonical::country_row(input.page.lexicon, code)))
}

/// A place as a name.
pub(super) fn place_name(input: Cursor) -> Option<Name> {
    let (end, country) = place(input)?;
    let starts = input.peek().is_some_and(|token| !is_function(token.word));
    starts.then(|| Name { country, ..Name::new(input.at..end, "name/place", NameKind::Place) })
}
