//! Two mentions that make one range: 'from 3 to 5 May', 'between 1998 and 2001', 'Monday through Thursday'.

use crate::fact::{Date, DateRange, DateType};
use crate::token::keyword;
use crate::value::{Page, Values};

/// Gives the ends of each range their partner.
pub(super) fn ranges(page: &Page, values: &Values, dates: &mut [Date]) {
    let found = values.dates.all();
    for (from, pair) in found.windows(2).enumerate() {
        let (start, end) = (&pair[0].tokens, &pair[1].tokens);
        if !joins(page, start.start, start.end, end.start) || !ordered(&dates[from], &dates[from + 1]) {
            continue;
        }
        let range = Some(DateRange { from, to: from + 1 });
        dates[from].range = range;
        dates[from + 1].range = range;
    }
}

/// Whether what stands between makes them a range.
fn joins(page: &Page, start: u32, end: u32, next: u32) -> bool {
    use keyword::*;
    if next != end + 1 {
        return false;
    }
    let before = start.checked_sub(1).map_or(STOP, |at| page.word(at));
    match page.word(end) {
        TO | THROUGH | UNTIL | TILL | EN_DASH => true,
        HYPHEN => page.token(end).is_some_and(|token| token.is_glued()),
        AND => before == BETWEEN,
        _ => false,
    }
}

/// Whether both are of a type and the first is not after the second.
fn ordered(from: &Date, to: &Date) -> bool {
    let points = matches!(from.kind, DateType::Date | DateType::Time) && from.kind == to.kind;
    points && from.begin.is_some() == to.begin.is_some() && from.begin <= to.begin
}
