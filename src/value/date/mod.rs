//! Dates, times, durations and sets as they are said; [`crate::resolve`] settles what they mean.
//!
//! The tables say what each word can mean ([`crate::lexicon::time`]); a file a family reads what the words make
//! together. At every token where something may begin all families are tried, and the longest reading wins.

mod calendar;
mod clock;
mod duration;
pub mod expr;
mod guard;
mod number;
mod period;
mod phrase;
mod range;
mod reach;
mod relative;
mod set;
mod sign;
mod term;
mod weekday;

pub use expr::{
    Amount, DayPart, Every, Expr, Feast, Part, Point, Season, Set, Time, Unit, Vague, Way, When, Which, Year,
};

pub use calendar::has_day;
pub use reach::Reach;

use super::page::Cursor;
use super::{Found, Page, Placed, Values};
use crate::fact::Modifier;
use crate::token::Tokens;

/// A temporal expression as said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DateValue {
    /// Its tokens.
    pub tokens: Tokens,
    /// The spelling that read it: `date/month-day-year`.
    pub rule: &'static str,
    /// What it says.
    pub expr: Expr,
    /// A word that bounds it or takes its beginning, middle or end.
    pub modifier: Option<Modifier>,
}

impl Placed for DateValue {
    fn tokens(&self) -> Tokens {
        self.tokens.clone()
    }
}

/// All temporal expressions of a page.
pub fn read(page: &Page, values: &Values, reach: &Reach) -> Found<DateValue> {
    let mut found = Vec::new();
    for block in page.blocks {
        let mut at = block.tokens.start;
        while at < block.tokens.end {
            let input = Cursor { page, at, end: block.tokens.end };
            let next = reach.may_begin(page, at).then(|| step(input, values, &mut found)).flatten();
            at = next.unwrap_or(at + 1);
        }
    }
    Found::new(found)
}

/// Reads what begins at one token; gives where to go on.
fn step(input: Cursor, values: &Values, found: &mut Vec<DateValue>) -> Option<u32> {
    let read = phrase::read(input);
    let end = read.last()?.tokens.end;
    for date in read {
        let when = match &date.expr {
            Expr::Point(Point { when, .. }) => Some(when),
            Expr::Duration(_) | Expr::Set(_) | Expr::Vague(_) => None,
        };
        if guard::is_name(input.page, values, &date.tokens, when) {
            return None;
        }
        found.push(date);
    }
    Some(end)
}
