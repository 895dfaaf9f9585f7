//! Fractions: `1/2`, `½`, 'two-thirds', 'a quarter', 'and a half'.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::digits;
use super::entry::{self, Entry, Kind};
use crate::token::keyword::{A, AN, AND, HYPHEN};
use crate::value::grammar::{Read, fail, glued, one_of, word};
use crate::value::page::Cursor;

/// A fraction in words: 'a third', 'two-thirds', 'half', 'three quarters', 'one-fifth'.
pub fn fraction<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    let (rest, over) = numerator(input)?;
    let Some(Entry { kind: Kind::Half | Kind::Part | Kind::Ordinal, value, plural, end }) = entry::at(rest)
    else {
        return fail();
    };
    let stands = over.is_some() || entry::at(rest).is_some_and(|entry| entry.kind == Kind::Half);
    let over = over.unwrap_or(Decimal::ONE);
    // 'the second' is no fraction, and 'two third' is a slip for something else.
    if !stands || value <= Decimal::ONE || plural != (over > Decimal::ONE) || is_second(value, rest) {
        return fail();
    }
    over.checked_div(value).map_or_else(fail, |value| Ok((rest.to(end), value)))
}

fn is_second(value: Decimal, input: Cursor) -> bool {
    value == Decimal::TWO && entry::at(input).is_some_and(|entry| entry.kind == Kind::Ordinal)
}

fn numerator<'a>(input: Cursor<'a>) -> Read<'a, Option<Decimal>> {
    if let Ok((rest, _)) = one_of(&[A, AN])(input) {
        return Ok((rest, Some(Decimal::ONE)));
    }
    match entry::at(input) {
        Some(Entry { kind: Kind::Digit | Kind::Teen, value, plural: false, end }) => {
            let (rest, _) = opt(glued(HYPHEN)).parse(input.to(end))?;
            Ok((rest, Some(value)))
        }
        _ => Ok((input, None)),
    }
}

/// What stands behind a whole number: ` 1/2`, `-1/2`, `½`.
pub(super) fn written<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    let (rest, _) = opt(glued(HYPHEN)).parse(input)?;
    alt((digits::slashed, sign)).parse(rest)
}

/// `½`
pub(super) fn sign<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    match entry::at(input) {
        Some(Entry { kind: Kind::Vulgar, value, end, .. }) => Ok((input.to(end), value)),
        _ => fail(),
    }
}

/// 'and a half', 'and three quarters', '-and-a-half'
pub(super) fn and_part<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    let (rest, _) = opt(glued(HYPHEN)).parse(input)?;
    let (rest, _) = word(AND)(rest)?;
    let (rest, _) = opt(glued(HYPHEN)).parse(rest)?;
    let (rest, over) = alt((
        |i| one_of(&[A, AN])(i).map(|(rest, _)| (rest, Decimal::ONE)),
        |i| match numerator(i) {
            Ok((rest, Some(over))) => Ok((rest, over)),
            _ => fail(),
        },
    ))
    .parse(rest)?;
    let (rest, _) = opt(glued(HYPHEN)).parse(rest)?;
    match entry::at(rest) {
        Some(Entry { kind: Kind::Half | Kind::Part, value, end, .. }) => {
            over.checked_div(value).map_or_else(fail, |value| Ok((rest.to(end), value)))
        }
        _ => fail(),
    }
}
