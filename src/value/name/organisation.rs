//! Organisations of the table, by long form and acronym.

use super::surface::{Surface, cell, surface};
use super::{Name, NameKind};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::Shape;
use crate::value::{Cursor, number};

/// An organisation of the table. Acronyms that also mean something else are no surfaces: they must be learnt.
pub(super) fn organisation(input: Cursor) -> Option<Surface> {
    surface(input, Catalog::Organisations, &["name", "forms", "acronyms"])
}

/// An organisation of the table as a name.
pub(super) fn organisation_name(input: Cursor) -> Option<Name> {
    let capital = matches!(input.peek()?.shape, Shape::Capital | Shape::Upper | Shape::Mixed | Shape::Code);
    capital.then(|| named(input)).flatten()
}

/// An organisation of the table that is written small: 'the euro zone'.
pub(super) fn small(input: Cursor) -> Option<Name> {
    (!input.page.hits.at(input.at).is_empty()).then(|| named(input)).flatten()
}

/// Whether a number opens a phrase about an organisation: 'Three | Gulf Cooperation Council states'.
pub(super) fn counted(input: Cursor) -> bool {
    number::is_cardinal_word(input)
        && organisation(input).is_none()
        && organisation(input.to(input.at + 1)).is_some()
}

fn named(input: Cursor) -> Option<Name> {
    let found = organisation(input)?;
    let kind = cell(input, Catalog::Organisations, found.row, "kind");
    let kind = PartyKind::parse(kind).unwrap_or(PartyKind::Organisation);
    let name = Name::new(input.at..found.end, "name/organisation", NameKind::Party(kind));
    Some(Name { organisation: Some(found.row), ..name })
}
