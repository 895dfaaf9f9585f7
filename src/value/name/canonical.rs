//! Canonical names and country codes, out of the tables.

use super::{Name, NameKind};
use crate::fact::PartyKind;
use crate::lexicon::{Catalog, Lexicon};
use crate::value::Page;

/// The name by which a thing is known: a state's short name, an organisation's long one, else the words as
/// written with their white space collapsed.
pub fn canonical(page: &Page, name: &Name) -> String {
    let lexicon = page.lexicon;
    match (name.kind, name.country, name.organisation) {
        (_, _, Some(row)) => lexicon.table(Catalog::Organisations).get(row, "name").to_owned(),
        (NameKind::Party(PartyKind::State) | NameKind::Demonym, Some(row), _) => {
            lexicon.table(Catalog::Countries).get(row, "name").to_owned()
        }
        (NameKind::Place, Some(row), _) => out_of_capitals(lexicon, row, as_written(page, name)),
        _ => as_written(page, name),
    }
}

fn as_written(page: &Page, name: &Name) -> String {
    page.slice(&name.core).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The capital of a state as its table writes it, where the text prints it all in capitals as datelines do.
fn out_of_capitals(lexicon: &Lexicon, row: usize, name: String) -> String {
    if name.chars().any(char::is_lowercase) {
        return name;
    }
    let table = lexicon.table(Catalog::Countries);
    let mut capitals = table.column("capital").into_iter().flat_map(|column| table.spellings(row, column));
    capitals.find(|capital| capital.eq_ignore_ascii_case(&name)).map_or(name.clone(), str::to_owned)
}

/// The ISO 3166 alpha-3 code of a row of the table of countries.
pub fn country_code(lexicon: &Lexicon, row: usize) -> &str {
    lexicon.table(Catalog::Countries).get(row, "code")
}

/// The row of the table of countries that has a code. The table is in the order of its codes.
pub fn country_row(lexicon: &Lexicon, code: &str) -> Option<usize> {
    let table = lexicon.table(Catalog::Countries);
    let (mut low, mut high) = (0, table.len());
    while low < high {
        let middle = low.midpoint(high);
        match table.cell(middle, 0).cmp(code) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return Some(middle),
        }
    }
    None
}
