//! What one look-up in a table says of the tokens at a cursor.

use crate::lexicon::{Catalog, Origin};
use crate::value::Cursor;

/// A surface of a table that begins at a cursor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Surface {
    /// One past its last token.
    pub(super) end: u32,
    /// Row of the table.
    pub(super) row: usize,
}

/// The longest surface of some columns of a table that ends before the cursor does.
pub(super) fn surface(input: Cursor, catalog: Catalog, columns: &[&str]) -> Option<Surface> {
    let hits = input.page.hits;
    if !hits.knows(input.at, catalog) || input.at >= input.end {
        return None;
    }
    let table = input.page.lexicon.table(catalog);
    hits.at(input.at).iter().rev().filter(|hit| hit.end <= input.end).find_map(|hit| match hit.entry.origin {
        Origin::Table(found, column)
            if found == catalog && columns.contains(&table.heading(usize::from(column))) =>
        {
            Some(Surface { end: hit.end, row: hit.entry.row as usize })
        }
        _ => None,
    })
}

/// Whether any surface of a table begins here.
#[inline]
pub(super) fn begins(input: Cursor, catalog: Catalog) -> bool {
    input.table(catalog).is_some()
}

/// A cell of a row.
#[inline]
pub(super) fn cell<'a>(input: Cursor<'a>, catalog: Catalog, row: usize, column: &str) -> &'a str {
    input.page.lexicon.table(catalog).get(row, column)
}

/// A surface of a table whose row has a given value in one column.
pub(super) fn surface_of(
    input: Cursor,
    catalog: Catalog,
    columns: &[&str],
    (column, value): (&str, &str),
) -> Option<Surface> {
    surface(input, catalog, columns).filter(|found| cell(input, catalog, found.row, column) == value)
}
