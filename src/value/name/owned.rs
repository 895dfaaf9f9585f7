//! Names that a state goes before: "Sweden's Nordhav AB", 'Kenyan lender Tsavo Bank', 'the Moldovan utility Codru-Gaz'.

use super::style::Style;
use super::surface::{Surface, cell, surface};
use super::word::is_function;
use super::{Name, NameKind, body, company, organisation, sequence, state};
use crate::lexicon::Catalog;
use crate::token::{Shape, keyword};
use crate::value::Cursor;

/// How many words may say what the body or company is: 'state oil company'.
const WORDS: u32 = 3;

/// A body or company with the state that it is of before it.
pub(super) fn owned(input: Cursor, style: Style) -> Option<Name> {
    let owner = state::owner(input)?;
    let after = input.to(owner.end);
    let possessed = input.page.word(owner.end - 1) == keyword::S;
    let (start, described) = described(after).map_or((after, false), |end| (after.to(end), true));
    if style == Style::Title || !(possessed || described) {
        return None;
    }
    let inner = inner(start, described).filter(|inner| matches!(inner.kind, NameKind::Party(_)))?;
    let country = inner.country.or(Some(owner.row));
    Some(Name { tokens: input.at..inner.tokens.end, country, ..inner })
}

/// One past the small words that say what it is, if the last of them is a noun for companies or bodies.
fn described(input: Cursor) -> Option<u32> {
    (input.at..input.at + WORDS)
        .take_while(|&at| is_small(input.to(at)))
        .filter_map(|at| kind_noun(input.to(at)))
        .map(|found| found.end)
        .last()
}

fn is_small(input: Cursor) -> bool {
    input.peek().is_some_and(|token| token.shape == Shape::Lower && !is_function(token.word))
}

fn kind_noun(input: Cursor) -> Option<Surface> {
    let found = surface(input, Catalog::ReferenceNouns, &["singular"])?;
    let referent = cell(input, Catalog::ReferenceNouns, found.row, "referent");
    matches!(referent, "companies" | "bodies" | "organisation").then_some(found)
}

/// The company itself; a body, or a name that says nothing of its kind, only after words that do: in "Fiji's EU bid"
/// the state is meant.
fn inner(input: Cursor, described: bool) -> Option<Name> {
    let company = company::known(input).or_else(|| company::company(input, Style::Running));
    if company.is_some() || !described {
        return company;
    }
    organisation::organisation_name(input)
        .or_else(|| body::body(input, Style::Running))
        .or_else(|| sequence::unknown(input, Style::Running, false))
}
