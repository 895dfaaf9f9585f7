//! Periods of results that their last day tells: 'the quarter ended July 31'.

use jiff::civil::Date;

use super::moment::{Moment, days};
use super::settle::Context;
use crate::lexicon::time::Term;
use crate::value::date::{DateValue, Expr, Point, Unit, When};

/// Days back from its end at which the middle of a quarter lies, whether or not it is one of the calendar.
const MIDDLE: i32 = 45;

/// The quarter of the calendar that a quarter of results covers most of, by the date that follows it.
pub(super) fn quarter(context: &Context, number: usize) -> Option<Moment> {
    let (value, next) = (context.dates.get(number)?, context.dates.get(number + 1)?);
    let is_quarter = matches!(value.expr, Expr::Point(Point { when: When::Unit(Unit::Quarter, _), .. }));
    let end = (is_quarter && is_end(context, next) && value.tokens.end + 1 == next.tokens.start)
        .then(|| last_day(context, next))??;
    Moment::around(days(end, -MIDDLE)?, Unit::Quarter)
}

/// Whether a date is the end of a period that was named before it.
pub(super) fn is_end(context: &Context, value: &DateValue) -> bool {
    let before = value.tokens.start.checked_sub(1);
    before.is_some_and(|at| context.page.terms(at).any(|(_, term)| term == Term::Ended))
}

fn last_day(context: &Context, value: &DateValue) -> Option<Date> {
    let Expr::Point(point) = &value.expr else { return None };
    match context.settle(point.when)? {
        (Moment::Day(day), _) => Some(day),
        _ => None,
    }
}
