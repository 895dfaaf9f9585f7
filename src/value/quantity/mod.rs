//! Numbers, money, measures and counts.
//!
//! ```text
//! figure  = [bound] (range | amount | vague | share) [bound] [what it counts]
//! amount  = [sign] (currency number | number [unit]) ["a" unit]
//! ```
//! Only digits, number words and currency signs start anything.

mod amount;
mod bound;
mod count;
mod range;
mod reader;
mod refuse;
mod scaled_code;
mod settle;
mod share;
mod unit;
mod vague;

use rust_decimal::Decimal;

use super::{Found, Page, Placed, Values};
use crate::fact::{Bound, Change, UnitKind};
use crate::token::Tokens;

/// A number with its unit and bound.
#[derive(Clone, Debug)]
pub struct Quantity {
    /// Number, unit, the words that bound it ('some', 'or more'), and what it counts where that stands next to it.
    pub tokens: Tokens,
    /// The spelling that read it: `quantity/money`.
    pub rule: &'static str,
    /// Exact value; none for a range.
    pub value: Option<Decimal>,
    /// Lower end.
    pub low: Option<Decimal>,
    /// Upper end.
    pub high: Option<Decimal>,
    /// How the value bounds what is meant.
    pub bound: Bound,
    /// The unit.
    pub unit: Option<QuantityUnit>,
    /// The unit that it is per.
    pub per: Option<QuantityUnit>,
    /// What a count counts.
    pub counted: Option<Tokens>,
    /// A change that the words around the number say by themselves ('+0.2%', 'from 3 to 5').
    pub change: Option<Change>,
}

/// A unit as written, and what it stands for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuantityUnit {
    /// Its sort.
    pub kind: UnitKind,
    /// ISO 4217 or UCUM.
    pub code: Option<String>,
    /// Where it is written; none where a count has no unit of its own.
    pub tokens: Option<Tokens>,
}

impl Placed for Quantity {
    fn tokens(&self) -> Tokens {
        self.tokens.clone()
    }
}

/// All figures of a page: not the parts of dates and names, nor ordinals and numbers that are names.
pub fn read(page: &Page, values: &Values) -> Found<Quantity> {
    let mut found = Vec::new();
    for sentence in page.sentences {
        let first = found.len();
        reader::sentence(page, values, &sentence.tokens, &mut found);
        settle::sentence(page, &mut found[first..]);
    }
    Found::new(found)
}

#[cfg(test)]
mod tests;
