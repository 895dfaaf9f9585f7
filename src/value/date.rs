//! Dates, times, durations and sets as they are said; [`crate::resolve`] settles what they mean.

use super::{Found, Page, Placed, Values};
use crate::token::Tokens;

/// A temporal expression as said.
#[derive(Clone, Debug)]
pub struct DateValue {
    /// Its tokens.
    pub tokens: Tokens,
    /// The spelling that read it: `date/month-day-year`.
    pub rule: &'static str,
}

impl Placed for DateValue {
    fn tokens(&self) -> Tokens {
        self.tokens.clone()
    }
}

/// All temporal expressions of a page.
pub fn read(_page: &Page, _values: &Values) -> Found<DateValue> {
    Found::default()
}
