//! Venues: 'the Kremlin', 'Ak Orda palace', 'the Palace of Nations'.

use super::surface::surface_of;
use super::word::{is_name_word, is_ordinary, join, skip_article};
use super::{Name, NameKind};
use crate::lexicon::Catalog;
use crate::token::keyword;
use crate::value::Cursor;

/// How many tokens may stand before the noun.
const REACH: u32 = 5;

/// A venue of the table, or capitalised words before or after a noun of the table.
pub(super) fn venue(input: Cursor) -> Option<Name> {
    let known = surface_of(input, Catalog::Venues, &["forms"], ("kind", "name")).map(|found| found.end);
    let end = [known, led(input), closed(input)].into_iter().flatten().max()?;
    Some(Name::new(input.at..end, "name/venue", NameKind::Venue))
}

/// 'Palace of Nations'.
fn led(input: Cursor) -> Option<u32> {
    let noun = noun(input).filter(|_| is_name_word(input))?;
    let named = skip_article(input.to(noun + 1));
    let end = super::word::run_end(named, |_| true);
    (input.to(noun).word() == keyword::OF && end > named.at).then_some(end)
}

/// 'Ak Orda palace', 'Hyatt Regency Hotel'.
fn closed(input: Cursor) -> Option<u32> {
    let mut at = input;
    let mut proper = false;
    while at.at < input.at + REACH {
        if let Some(end) = noun(at).filter(|_| at.at > input.at) {
            return proper.then_some(end);
        }
        if !is_name_word(at) {
            return None;
        }
        proper |= !is_ordinary(at);
        at = at.to(at.at + 1);
        at = join(at).unwrap_or(at);
    }
    None
}

fn noun(input: Cursor) -> Option<u32> {
    surface_of(input, Catalog::Venues, &["forms"], ("kind", "noun")).map(|found| found.end)
}
