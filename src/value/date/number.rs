//! Numbers as dates need them: counts, ordinals, years in words.

use nom::combinator::opt;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::expr::Amount;
use super::term::{Read, ensure, fail, glued, hyphen, joint, pick, word};
use crate::lexicon::time::Term;
use crate::token::{Token, keyword};
use crate::value::number;
use crate::value::page::Cursor;

/// A number of days, years …: 'two', '24', '2 1/2', 'two and a half', 'several', 'a', 'half a'.
pub(super) fn amount(input: Cursor) -> Read<Amount> {
    half_a(input)
        .or_else(|_| mixed(input))
        .or_else(|_| counted(input))
        .or_else(|_| pick!(Term::Some => Amount::Some)(input))
        .or_else(|_| pick!(Term::Count(n) => Amount::whole(n))(input))
}

/// Any number, to the hundredth.
fn counted(input: Cursor) -> Read<Amount> {
    let (rest, number) = number::cardinal(input)?;
    let hundredths = number.value.checked_mul(Decimal::ONE_HUNDRED).and_then(|value| value.to_u32());
    hundredths.map_or_else(fail, |hundredths| Ok((rest, Amount::Exact(hundredths))))
}

/// 'half a', 'half an'
fn half_a(input: Cursor) -> Read<Amount> {
    let (rest, _) = word(keyword::HALF)(input)?;
    let (rest, _) = joint(rest)?;
    let rest = pick!(Term::Count(1) => ())(rest).map_or(rest, |(rest, _)| rest);
    Ok((rest, Amount::Exact(50)))
}

/// '2 1/2', '2-1/2', '1/2'
fn mixed(input: Cursor) -> Read<Amount> {
    let (rest, whole) = opt_number(input)?;
    let (rest, _) = joint(rest)?;
    let (rest, upper) = digits(rest)?;
    let (rest, _) = glued(keyword::SLASH)(rest)?;
    let (rest, lower) = digits(rest)?;
    ensure(rest, lower > 0 && upper < lower && lower <= 100)?;
    Ok((rest, Amount::Exact(whole.saturating_mul(100).saturating_add(upper * 100 / lower))))
}

fn opt_number(input: Cursor) -> Read<u32> {
    match digits(input) {
        Ok((rest, whole)) if digits(joint(rest)?.0).is_ok() => Ok((rest, whole)),
        _ => Ok((input, 0)),
    }
}

/// Digits alone.
pub(super) fn digits(input: Cursor) -> Read<u32> {
    let text = input.text();
    ensure(input, text.len() <= 6 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()))?;
    text.parse().map_or_else(|_| fail(), |number| Ok((input.to(input.at + 1), number)))
}

/// A whole number in digits or words.
pub(super) fn cardinal(input: Cursor) -> Read<u32> {
    let (rest, whole) = number::whole(input)?;
    u32::try_from(whole).map_or_else(|_| fail(), |whole| Ok((rest, whole)))
}

/// 'third', '3rd', 'twenty-first'
pub(super) fn ordinal(input: Cursor) -> Read<i8> {
    let (rest, place) = number::ordinal(input)?;
    i8::try_from(place).map_or_else(|_| fail(), |place| Ok((rest, place)))
}

/// A day of the month: '5', '05', '5th', 'fifth'.
pub(super) fn day(input: Cursor) -> Read<i8> {
    if let Ok((rest, day)) = ordinal(input) {
        ensure(rest, (1..=31).contains(&day))?;
        return Ok((rest, day));
    }
    let (rest, day) = digits(input)?;
    ensure(rest, (1..=31).contains(&day) && input.text().len() <= 2)?;
    Ok((rest, day as i8))
}

/// A year in four digits, or in words.
pub(super) fn year(input: Cursor) -> Read<i16> {
    if let Ok((rest, year)) = digits(input) {
        ensure(rest, (1000..=2199).contains(&year) && input.text().len() == 4)?;
        return Ok((rest, year as i16));
    }
    spelled_year(input)
}

/// 'nineteen ninety-six', 'nineteen hundred', 'two thousand and five', 'twenty fourteen'
fn spelled_year(input: Cursor) -> Read<i16> {
    ensure(input, input.peek().is_some_and(Token::is_word))?;
    let (rest, first) = cardinal(input)?;
    match (first, cardinal(rest)) {
        (13..=20, Ok((rest, second @ 10..=99))) => Ok((rest, (first * 100 + second) as i16)),
        (1300..=2099, _) => Ok((rest, first as i16)),
        _ => fail(),
    }
}

/// Two digits that end a year: '89' of '1988-89'.
pub(super) fn short_year(input: Cursor) -> Read<i8> {
    let (rest, year) = digits(input)?;
    ensure(rest, input.text().len() == 2)?;
    Ok((rest, year as i8))
}

/// Whether a hyphen follows, so that a number belongs to a compound.
pub(super) fn hyphenated(input: Cursor) -> bool {
    hyphen(input).is_ok()
}

/// Something that may be missing.
pub(super) fn maybe<'a, T>(
    parser: impl Fn(Cursor<'a>) -> Read<'a, T>,
) -> impl Fn(Cursor<'a>) -> Read<'a, Option<T>> {
    move |input| nom::Parser::parse(&mut opt(&parser), input)
}
