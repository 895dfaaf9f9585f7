//! Periods of results that their last day tells: 'the quarter ended July 31'.

use jiff::ToSpan;
use jiff::civil::Date;

use super::moment::{Moment, days};
use super::settle::Context;
use crate::lexicon::time::Term;
use crate::value::date::{DateValue, Expr, Part, Point, Unit, When, Year};

/// Days back from its end at which the middle of a quarter lies, whether or not it is one of the calendar.
const MIDDLE: i32 = 45;

/// A period that its last day tells.
#[derive(Clone, Copy)]
pub(super) struct Ended {
    /// By the calendar: of a plain quarter the one that it covers most of; of a numbered one that number in the year of its end.
    pub(super) moment: Moment,
    /// Its first and last day.
    pub(super) days: (Date, Date),
}

/// The quarter or week that the date after it ends.
pub(super) fn period(context: &Context, number: usize) -> Option<Ended> {
    let (value, next) = (context.dates.get(number)?, context.dates.get(number + 1)?);
    let Expr::Point(Point { when, .. }) = value.expr else { return None };
    let unit = unit_of(when)?;
    let follows = is_end(context, next) && value.tokens.end + 1 == next.tokens.start;
    let end = if follows { last_day(context, next) } else { None }?;
    let moment = match (unit, when) {
        (Unit::Week, _) => Moment::around(end, Unit::Week)?,
        (_, When::Calendar { part: Part::Quarter(number @ 1..), .. }) => Moment::Quarter(end.year(), number),
        _ => Moment::around(days(end, -MIDDLE)?, Unit::Quarter)?,
    };
    let after = days(end, 1)?;
    let first = if unit == Unit::Week { days(after, -7) } else { after.checked_sub(3.months()).ok() }?;
    Some(Ended { moment, days: (first, end) })
}

/// The unit of a period that may be told by its end.
fn unit_of(when: When) -> Option<Unit> {
    match when {
        When::Unit(unit @ (Unit::Quarter | Unit::Week), _) => Some(unit),
        When::Calendar { year: Year::Unsaid, part: Part::Quarter(_), which: None } => Some(Unit::Quarter),
        _ => None,
    }
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
