//! Numbers that only say how large: 'dozens of', 'tens of thousands of', 'several hundred'.

use rust_decimal::Decimal;

use super::QuantityUnit;
use super::unit;
use crate::token::keyword::{A, FEW, MANY, OF, SEVERAL};
use crate::value::number;
use crate::value::page::Cursor;

/// A vague number.
#[derive(Clone, Debug)]
pub(super) struct Vague {
    pub end: u32,
    pub low: Decimal,
    pub high: Decimal,
    pub unit: Option<QuantityUnit>,
}

/// The vague number at the cursor.
pub(super) fn vague(input: Cursor) -> Option<Vague> {
    plurals(input).or_else(|| several(input))
}

/// 'hundreds of millions of dollars'
fn plurals(input: Cursor) -> Option<Vague> {
    let (mut rest, first) = number::plural(input).ok()?;
    let mut low = first;
    while let Some((after, next)) = of(rest).and_then(|rest| number::plural(rest).ok()) {
        low = low.checked_mul(next)?;
        rest = after;
    }
    let high = low.checked_mul(Decimal::TEN)?;
    Some(with_unit(rest, low, high))
}

/// 'several hundred', 'a few thousand', 'many thousand'
fn several(input: Cursor) -> Option<Vague> {
    let rest = if input.word() == A { input.to(input.at + 1) } else { input };
    if ![SEVERAL, FEW, MANY].contains(&rest.word()) {
        return None;
    }
    let (rest, scale) = number::scale(rest.to(rest.at + 1)).ok()?;
    let low = scale.checked_mul(Decimal::TWO)?;
    let high = scale.checked_mul(Decimal::from(9))?;
    Some(with_unit(rest, low, high))
}

/// With its unit, after 'of' or directly: 'several hundred dollars'.
fn with_unit(rest: Cursor, low: Decimal, high: Decimal) -> Vague {
    let inner = of(rest).unwrap_or(rest);
    match unit::behind(inner, unit::Before { scale: low, value: low, ..unit::Before::SMALL }) {
        Some(read) => Vague { end: read.tokens.end, low, high, unit: Some(read.unit(inner)) },
        None => Vague { end: rest.at, low, high, unit: None },
    }
}

fn of(input: Cursor) -> Option<Cursor> {
    (input.word() == OF).then(|| input.to(input.at + 1))
}
