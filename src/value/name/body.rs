//! Bodies: ministries, agencies, banks, universities, parties, regions, with their chains of 'of', 'for', 'on', 'under'.

use super::chain::{self, Chain};
use super::style::Style;
use super::surface::{Surface, cell, surface, surface_of};
use super::word::{is_modifier, is_name_word, is_ordinary, join_possessed, run_end};
use super::{Name, NameKind};
use super::{organisation, state};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::{Tokens, keyword};
use crate::value::Cursor;

/// How many tokens may stand before the noun of a body.
const REACH: u32 = 12;

/// 'Federal Service for State Registration of X', 'Tajik Ministry of Economy', 'National Bank'.
pub(super) fn body(input: Cursor, style: Style) -> Option<Name> {
    if let Some(name) = led_by_place(input) {
        return Some(name);
    }
    let owner = state::owner(input);
    let start = owner.map_or(input, |owner| input.to(owner.end));
    let noun = noun(start, style).or_else(|| owner.and_then(|_| small_noun(start)))?;
    if organisation::organisation(start).is_some_and(|known| known.end >= noun.end) {
        return None;
    }
    let governs = cell(input, Catalog::BodyNouns, noun.row, "kind") == "government";
    let chain = chain::read(start.to(noun.end), governs);
    let bare = noun.begin == start.at && owner.is_none();
    let kind = kind(input, &noun, &chain)?;
    if bare && chain.end == noun.end {
        return None;
    }
    let name = Name::new(input.at..chain.end, rule(kind), kind);
    let country = chain.country.or(owner.map(|owner| owner.row));
    let core = core_start(input, owner)..chain.end;
    Some(Name { country, core, ..name })
}

/// 'Lake X', 'Mount Y': a geographic noun right before a name.
fn led_by_place(input: Cursor) -> Option<Name> {
    let noun = surface_of(input, Catalog::BodyNouns, &["forms"], ("kind", "place"))?;
    let after = input.to(noun.end);
    let end = run_end(after, |_| true);
    let named = is_name_word(input) && end > after.at && !is_ordinary(after);
    named.then(|| Name::new(input.at..end, "name/place", NameKind::Place))
}

/// The name itself begins after a possessor: "X's | Ministry of Economy", but 'Tajik Ministry of Economy'.
fn core_start(input: Cursor, owner: Option<Surface>) -> u32 {
    match owner {
        Some(owner) if input.to(owner.end.wrapping_sub(1)).word() == keyword::S => owner.end,
        _ => input.at,
    }
}

/// The noun that says what a phrase names.
struct Noun {
    begin: u32,
    end: u32,
    row: usize,
}

/// The last body noun of the capitalised run that begins here.
fn noun(input: Cursor, style: Style) -> Option<Noun> {
    let mut at = input;
    let mut found = None;
    while at.at < input.at + REACH && is_name_word(at) && fits(at, style) {
        let before = at.at;
        if let Some(noun) = singular(at) {
            found = Some(Noun { begin: at.at, end: noun.end, row: noun.row });
            at = at.to(noun.end);
        } else if at.at > input.at && state::state(at).is_some() {
            break;
        } else {
            at = at.to(field(at).unwrap_or(at.at + 1));
        }
        at = join_possessed(at).or_else(|| field_join(at, before)).unwrap_or(at);
    }
    found
}

/// Whether the word can stand before a body noun: in a headline where all words are capitals, few can.
fn fits(input: Cursor, style: Style) -> bool {
    style == Style::Running || !is_ordinary(input) || is_modifier(input) || singular(input).is_some()
}

/// 'and' or a comma between two words before the noun: 'Trade, Industry and Transport Ministry', 'Securities
/// and Exchange Commission'. Both must be words of the language, not names.
fn field_join(input: Cursor, before: u32) -> Option<Cursor> {
    if !matches!(input.word(), keyword::AND | keyword::COMMA) {
        return None;
    }
    let next = input.to(input.at + 1);
    let after = field(next).filter(|_| is_name_word(next));
    let fields = after.is_some() && field(input.to(before)) == Some(input.at);
    if input.word() == keyword::COMMA {
        return (fields && after.is_some_and(|end| next.to(end).word() == keyword::AND)).then_some(next);
    }
    let last = input.to(input.at - 1);
    let plain = is_ordinary(last) && singular(last).is_none() && is_name_word(next) && is_ordinary(next);
    (fields || plain).then_some(next)
}

/// Where a field of government ends that begins here.
fn field(input: Cursor) -> Option<u32> {
    surface(input, Catalog::Portfolios, &["forms"]).map(|found| found.end)
}

/// After an owner, small letters will do: 'Tajik finance ministry', 'Russian central bank'.
fn small_noun(input: Cursor) -> Option<Noun> {
    let mut at = input;
    while let Some(end) = field(at) {
        at = at.to(end);
        if at.word() == keyword::AND {
            at = at.to(at.at + 1);
        }
    }
    let noun = singular(at)?;
    let kind = cell(at, Catalog::BodyNouns, noun.row, "kind");
    let known = (at.at > input.at && kind == "agency") || (noun.end - at.at > 1 && kind != "company");
    known.then_some(Noun { begin: at.at, end: noun.end, row: noun.row })
}

/// A body noun in the singular.
pub(super) fn singular(input: Cursor) -> Option<Surface> {
    surface(input, Catalog::BodyNouns, &["forms"])
}

/// Whether the capitalised run here holds a body noun: then it is a name of its own after 'and'.
pub(super) fn begins_body(input: Cursor) -> bool {
    let start = state::owner(input).map_or(input, |owner| input.to(owner.end));
    noun(start, Style::Running).is_some()
}

/// What the noun makes of the phrase. A form of state needs more than that.
fn kind(input: Cursor, noun: &Noun, chain: &Chain) -> Option<NameKind> {
    match cell(input, Catalog::BodyNouns, noun.row, "kind") {
        "place" => Some(NameKind::Place),
        "state" if chain.placed => Some(NameKind::Party(PartyKind::Subnational)),
        "state" => None,
        kind => PartyKind::parse(kind).map(NameKind::Party),
    }
}

fn rule(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Party(PartyKind::Bank) => "name/bank",
        NameKind::Party(PartyKind::University) => "name/university",
        NameKind::Party(PartyKind::Company) => "name/company",
        NameKind::Party(PartyKind::Subnational) => "name/subnational",
        NameKind::Party(PartyKind::Government) => "name/government",
        NameKind::Place => "name/place",
        _ => "name/body",
    }
}

/// A body as whole tokens, for chains and posts that hold one.
pub(super) fn tokens(input: Cursor) -> Option<(Tokens, Option<usize>)> {
    body(input, Style::Running).map(|name| (name.tokens, name.country))
}
