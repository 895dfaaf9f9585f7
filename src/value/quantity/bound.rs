//! The words that bound a number: 'some', 'more than', 'or more'.

use crate::fact::Bound;
use crate::lexicon::{Catalog, Origin};
use crate::token::keyword::{A, ABOVE, AN, BELOW, OVER, UNDER};
use crate::value::page::{Cursor, Page};

const AFTER: u8 = 2;
const VERBS: u8 = 3;
/// The most tokens that words before a number take.
const LONGEST: u32 = 5;

/// Where a figure starts with the words before its number, and what they say.
pub(super) fn before(page: &Page, floor: u32, start: u32) -> (u32, Option<Bound>) {
    let mut from = if after_article(page, floor, start) { start - 1 } else { start };
    let mut bound = None;
    while let Some((at, column, found)) = ending_at(page, floor, from) {
        bound = match bound {
            None | Some(Bound::About) => Some(found),
            said => said,
        };
        if column == VERBS {
            return (from, bound);
        }
        from = at;
    }
    // 'a dispute over a $5 million fund'
    if from + 1 < start
        && [OVER, ABOVE, UNDER, BELOW].contains(&page.word(from))
        && [A, AN].contains(&page.word(start - 1))
    {
        return (start, None);
    }
    // 'seven more than five times': what touches the figure before compares with it.
    let compares =
        from == floor && page.sentence_at(from).is_some_and(|at| page.sentences[at].tokens.start < from);
    if bound.is_none() || compares { (start, None) } else { (from, bound) }
}

/// 'nearly a two-year high'
fn after_article(page: &Page, floor: u32, start: u32) -> bool {
    start > floor && [A, AN].contains(&page.word(start - 1)) && ending_at(page, floor, start - 1).is_some()
}

/// The longest words of the table that end right before a token.
fn ending_at(page: &Page, floor: u32, end: u32) -> Option<(u32, u8, Bound)> {
    let first = end.saturating_sub(LONGEST).max(floor);
    (first..end).find_map(|at| {
        page.hits.at(at).iter().find_map(|hit| match hit.entry.origin {
            Origin::Table(Catalog::Bounds, column) if hit.end == end && column != AFTER => {
                Some((at, column, bound(page, hit.entry.row as usize)?))
            }
            _ => None,
        })
    })
}

/// Words behind: 'or so', 'or more', '-odd'.
pub(super) fn behind<'a>(input: Cursor<'a>) -> Option<(Cursor<'a>, Bound)> {
    input.page.hits.at(input.at).iter().rev().find_map(|hit| match hit.entry.origin {
        Origin::Table(Catalog::Bounds, AFTER) if hit.end <= input.end => {
            Some((input.to(hit.end), bound(input.page, hit.entry.row as usize)?))
        }
        _ => None,
    })
}

fn bound(page: &Page, row: usize) -> Option<Bound> {
    Bound::parse(page.lexicon.table(Catalog::Bounds).cell(row, 0))
}
