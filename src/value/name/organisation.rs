//! Organisations of the table, by long form and acronym.

use super::surface::{Surface, cell, surface};
use super::{Name, NameKind};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::Shape;
use crate::value::Cursor;

/// An organisation of the table. Acronyms that also mean something else are no surfaces: they must be learnt.
pub(super) fn organisation(input: Cursor) -> Option<Surface> {
    surface(input, Catalog::Organisations, &["name", "forms", "acronyms"])
}

/// An organisation of the table as a name.
pub(super) fn organisation_name(input: Cursor) -> Option<Name> {
    if !matches!(input.peek()?.shape, Shape::Capital | Shape::Upper | Shape::Mixed | Shape::Code) {
        return None;
    }
    let found = organisation(input)?;
    let kind = cell(input, Catalog::Organisations, found.row, "kind");
    let kind = PartyKind::parse(kind).unwrap_or(PartyKind::Organisation);
    let name = Name::new(input.at..found.end, "name/organisation", NameKind::Party(kind));
    Some(Name { organisation: Some(found.row), ..name })
}
