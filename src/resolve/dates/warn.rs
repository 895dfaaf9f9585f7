//! What is odd about a date.

use super::order::Order;
use crate::fact::{Date, Warning};
use crate::value::date::{DateValue, Expr, Part, Point, When};

/// The warning that a date calls for: its day and month may be told apart in two ways, or its month has no such day.
pub(super) fn of(order: Order, value: &DateValue, date: &Date) -> Option<Warning> {
    let Expr::Point(Point { when, .. }) = value.expr else { return None };
    let (code, message) = if order.is_open(when) {
        ("ambiguous_date", "either number may be the month")
    } else if is_impossible(order.settle(when), date) {
        ("impossible_date", "the month has no such day")
    } else {
        return None;
    };
    Some(Warning { code, message: message.to_owned(), span: Some(date.span) })
}

/// Whether a day was said and only its month could be had.
fn is_impossible(when: When, date: &Date) -> bool {
    let When::Calendar { part: Part::Day(_, day), .. } = when else { return false };
    !date.value.contains(&format!("-{day:02}"))
}
