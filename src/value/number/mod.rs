//! Cardinal and ordinal numbers: digits with any grouping, words, and both mixed ('2.5 million').
//!
//! What a number is a number of, and whether it is a figure at all, is for [`super::quantity`] to say.

mod digits;
mod entry;
mod fraction;
mod words;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::grammar::{Read, fail};
use super::page::Cursor;
use crate::token::{Shape, Tokens};

pub use digits::parse;
pub use fraction::fraction;
pub use words::Letters;

/// A number as read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Number {
    /// Its tokens.
    pub tokens: Tokens,
    /// Its exact value.
    pub value: Decimal,
    /// The last word or letter that multiplied it, 1 where there is none: what '10' lacks in '10 to 15 million'.
    pub scale: Decimal,
    /// Whether it begins with digits.
    pub digits: bool,
}

/// The longest cardinal number that begins here: `816 000`, `12,50,000`, `twenty-eight thousand six hundred`,
/// `one and a half million`, `2 1/2`, `half a dozen`, `a hundred`, `1.2bn`.
pub fn cardinal<'a>(input: Cursor<'a>) -> Read<'a, Number> {
    words::cardinal(input, Letters::No)
}

/// As [`cardinal`], where a currency makes single letters clear: `5m`, `2b`.
pub fn amount<'a>(input: Cursor<'a>, letters: Letters) -> Read<'a, Number> {
    words::cardinal(input, letters)
}

/// A cardinal number without fraction, for grammars that count days or members.
pub fn whole<'a>(input: Cursor<'a>) -> Read<'a, u64> {
    let (rest, number) = cardinal(input)?;
    match number.value.is_integer().then(|| number.value.to_u64()).flatten() {
        Some(value) => Ok((rest, value)),
        None => fail(),
    }
}

/// An ordinal number: `11th`, `third`, `twenty-first`.
pub fn ordinal<'a>(input: Cursor<'a>) -> Read<'a, u64> {
    match input.peek() {
        Some(token) if token.shape == Shape::Number => digits::ordinal(input),
        Some(_) => words::ordinal(input),
        None => fail(),
    }
}

/// What multiplies a number, by itself: 'million', 'hundred thousand' after 'several'.
pub fn scale<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    words::scale(input)
}

/// A power of ten, or the dozen, in the plural: 'hundreds', 'tens'.
pub fn plural<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    words::plural(input)
}

/// A fraction written with a slash: `1/4`.
pub fn slashed<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    digits::slashed(input)
}

/// A word for how many times: 'sixfold', 'twice as many'.
pub fn fold<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    words::fold(input)
}

/// Whether a word of a cardinal number stands at the cursor: 'four', 'million'.
pub fn is_cardinal_word(input: Cursor) -> bool {
    use entry::Kind::{Digit, Dozen, Hundred, Scale, Teen, Ten};
    entry::at(input).is_some_and(|entry| matches!(entry.kind, Digit | Dozen | Hundred | Scale | Teen | Ten))
}

/// Whether a word like 'first' stands at the cursor.
pub fn is_ordinal_word(input: Cursor) -> bool {
    entry::at(input).is_some_and(|entry| entry.kind == entry::Kind::Ordinal)
}

#[cfg(test)]
mod tests;
