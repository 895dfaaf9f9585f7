//! Numbers as dates need them: counts, ordinals, years in words.

use nom::combinator::opt;

use super::expr::Amount;
use super::term::{Read, ensure, fail, glued, hyphen, joint, pick, word};
use crate::lexicon::time::Term;
use crate::token::{Shape, Token, keyword};
use crate::value::page::Cursor;

/// A number of days, years …: 'two', '24', '2 1/2', 'several', 'a', 'half a'.
pub(super) fn amount(input: Cursor) -> Read<Amount> {
    half_a(input)
        .or_else(|_| mixed(input))
        .or_else(|_| decimal(input))
        .or_else(|_| wrap(cardinal(input)))
        .or_else(|_| pick!(Term::Some => Amount::Some)(input))
        .or_else(|_| wrap(pick!(Term::Count(n) => n)(input)))
}

fn wrap(read: Read<u32>) -> Read<Amount> {
    read.map(|(rest, number)| (rest, Amount::whole(number)))
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
    Ok((rest, Amount::Exact(whole.saturating_mul(100) + upper * 100 / lower)))
}

fn opt_number(input: Cursor) -> Read<u32> {
    match digits(input) {
        Ok((rest, whole)) if digits(joint(rest)?.0).is_ok() => Ok((rest, whole)),
        _ => Ok((input, 0)),
    }
}

/// '2.5'
fn decimal(input: Cursor) -> Read<Amount> {
    let Some((whole, part)) = input.text().split_once('.') else { return fail() };
    ensure(input, input.peek().is_some_and(|t| t.shape == Shape::Number))?;
    let hundredths = match (part.len(), part.parse::<u32>()) {
        (1, Ok(tenths)) => tenths * 10,
        (2, Ok(hundredths)) => hundredths,
        _ => return fail(),
    };
    match whole.parse::<u32>() {
        Ok(whole) => Ok((input.to(input.at + 1), Amount::Exact(whole.saturating_mul(100) + hundredths))),
        Err(_) => fail(),
    }
}

/// A whole number in digits, with or without commas.
fn counted(input: Cursor) -> Read<u32> {
    ensure(input, input.peek().is_some_and(|t| t.shape == Shape::Number))?;
    let text = input.text();
    let number = if text.contains(',') { text.replace(',', "").parse() } else { text.parse() };
    number.map_or_else(|_| fail(), |number| Ok((input.to(input.at + 1), number)))
}

/// Digits alone.
pub(super) fn digits(input: Cursor) -> Read<u32> {
    let text = input.text();
    ensure(input, text.len() <= 6 && !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()))?;
    text.parse().map_or_else(|_| fail(), |number| Ok((input.to(input.at + 1), number)))
}

/// A whole number in digits or words.
pub(super) fn cardinal(input: Cursor) -> Read<u32> {
    counted(input).or_else(|_| words(input))
}

/// 'twenty-four', 'two thousand', 'a hundred and twenty'
fn words(input: Cursor) -> Read<u32> {
    let (mut rest, mut number) = below_hundred(input).or_else(|_| hundred(input))?;
    while let Ok((after, scale)) = pick!(Term::Scale(n) => n)(rest) {
        number = number.saturating_mul(scale);
        rest = after;
        match below_hundred(word(keyword::AND)(rest).map_or(rest, |(after, _)| after)) {
            Ok((after, more)) if number >= 100 && pick!(Term::Scale(_) => ())(after).is_err() => {
                number = number.saturating_add(more);
                rest = after;
            }
            _ => {}
        }
    }
    Ok((rest, number))
}

/// 'a hundred'
fn hundred(input: Cursor) -> Read<u32> {
    let (rest, number) = pick!(Term::Count(1) => 1)(input)?;
    pick!(Term::Scale(_) => ())(rest)?;
    Ok((rest, number))
}

fn below_hundred(input: Cursor) -> Read<u32> {
    if let Ok(read) = pick!(Term::Small(n) => n)(input) {
        return Ok(read);
    }
    let (rest, tens) = pick!(Term::Ten(n) => n)(input)?;
    match joint(rest).and_then(|(rest, _)| pick!(Term::Small(n) => n)(rest)) {
        Ok((after, ones)) if ones < 10 => Ok((after, tens + ones)),
        _ => Ok((rest, tens)),
    }
}

/// 'third', '3rd', 'twenty-first'
pub(super) fn ordinal(input: Cursor) -> Read<i8> {
    if let Ok(read) = pick!(Term::Ordinal(n) => n)(input) {
        return Ok(read);
    }
    if let Ok((rest, number)) = digits(input) {
        let (rest, _) = suffix(rest)?;
        return i8::try_from(number).map_or_else(|_| fail(), |number| Ok((rest, number)));
    }
    let (rest, tens) = pick!(Term::Ten(n) => n)(input)?;
    let (rest, _) = joint(rest)?;
    let (rest, ones) = pick!(Term::Ordinal(n) => n)(rest)?;
    ensure(rest, ones < 10)?;
    Ok((rest, tens as i8 + ones))
}

/// The letters of an ordinal, glued to its digits.
fn suffix(input: Cursor) -> Read<()> {
    let is = input.peek().is_some_and(Token::is_glued)
        && ["st", "nd", "rd", "th"].iter().any(|s| input.text().eq_ignore_ascii_case(s));
    ensure(input, is)?;
    Ok((input.to(input.at + 1), ()))
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

/// 'nineteen ninety-six', 'two thousand', 'two thousand and five', 'twenty fourteen'
pub(super) fn spelled_year(input: Cursor) -> Read<i16> {
    let (rest, first) = below_hundred(input)?;
    if let Ok((rest, _)) = pick!(Term::Scale(1000) => ())(rest) {
        ensure(rest, first == 2)?;
        return below_hundred(word(keyword::AND)(rest).map_or(rest, |(after, _)| after))
            .map(|(after, ones)| (after, 2000 + ones as i16))
            .or(Ok((rest, 2000)));
    }
    ensure(rest, (13..=20).contains(&first))?;
    if let Ok((rest, _)) = pick!(Term::Scale(100) => ())(rest) {
        return Ok((rest, first as i16 * 100));
    }
    let (rest, second) = below_hundred(rest)?;
    ensure(rest, second >= 10)?;
    Ok((rest, (first * 100 + second) as i16))
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
