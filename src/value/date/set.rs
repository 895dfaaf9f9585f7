//! What comes again: 'every Monday', 'daily', 'twice a week', '$5 a year', 'Tuesday nights'.

use super::calendar::month;
use super::expr::{Amount, Every, Part, Set, Unit};
use super::number::{cardinal, ordinal};
use super::term::{Input, Read, Term, ensure, fail, hyphen, pick, word};
use crate::token::{Shape, Token, keyword};

/// A set with the spelling that read it.
pub(super) type Again = (&'static str, Set);

/// Any of them.
pub(super) fn read(input: Input) -> Read<Again> {
    every(input)
        .or_else(|_| often(input))
        .or_else(|_| adverb(input))
        .or_else(|_| weekdays(input))
        .or_else(|_| rate(input))
}

fn set(every: Every, freq: Option<u32>, each: bool) -> Set {
    Set { every, freq, each }
}

/// 'every Monday', 'each July', 'every two weeks', 'every other day', 'every morning'
fn every(input: Input) -> Read<Again> {
    let (rest, ()) = pick!(Term::Every => ())(input)?;
    let (rest, every) = every_what(rest)?;
    ensure(rest, hyphen(rest).is_err())?;
    Ok((rest, ("set/every", set(every, None, true))))
}

fn every_what(input: Input) -> Read<Every> {
    if let Ok((rest, day)) = pick!(Term::Weekday(n) => n)(input) {
        let (rest, part) =
            pick!(Term::DayPart(row) => row)(rest).map_or((rest, None), |(rest, row)| (rest, Some(row)));
        return Ok((rest, Every::Weekday(day, part)));
    }
    if let Ok((rest, row)) = pick!(Term::DayPart(row) => row)(input) {
        return Ok((rest, Every::DayPart(row)));
    }
    if let Ok((rest, month)) = month(input) {
        return Ok((rest, Every::Part(Part::Month(month))));
    }
    if let Ok((rest, season)) = pick!(Term::Season(s) => s)(input) {
        return Ok((rest, Every::Part(Part::Season(season))));
    }
    let (rest, by) = interval(input);
    let (rest, unit) = pick!(Term::Unit(u) | Term::Units(u) => u)(rest)?;
    Ok((rest, Every::Length(by, unit)))
}

/// 'two', 'other', 'third', 'few', or nothing.
fn interval(input: Input) -> (Input, Amount) {
    if let Ok((rest, number)) = cardinal(input) {
        return (rest, Amount::whole(number));
    }
    if let Ok((rest, number)) = ordinal(input) {
        return (rest, Amount::whole(number.unsigned_abs().into()));
    }
    if let Ok((rest, ())) = pick!(Term::Some => ())(input) {
        return (rest, Amount::Some);
    }
    match word(keyword::OTHER)(input) {
        Ok((rest, ())) => (rest, Amount::whole(2)),
        Err(_) => (input, Amount::whole(1)),
    }
}

/// 'twice a week', 'three times a year', 'once every two years'
fn often(input: Input) -> Read<Again> {
    let (rest, times) = times(input)?;
    if let Ok((rest, (_, every))) = every(rest) {
        return Ok((rest, ("set/often", set(every.every, Some(times), true))));
    }
    let (rest, every) = a_unit(rest)?;
    Ok((rest, ("set/often", set(every, Some(times), false))))
}

fn times(input: Input) -> Read<u32> {
    if let Ok(read) = pick!(Term::Times(n) => n)(input) {
        return Ok(read);
    }
    let (rest, number) = cardinal(input)?;
    ensure(rest, rest.text() == "times")?;
    Ok((rest.to(rest.at + 1), number))
}

/// 'a week', 'per week'
fn a_unit(input: Input) -> Read<Every> {
    let rest = match word(keyword::PER)(input) {
        Ok((rest, ())) => rest,
        Err(_) => pick!(Term::Count(1) => ())(input)?.0,
    };
    let (rest, unit) = pick!(Term::Unit(u) => u)(rest)?;
    ensure(rest, unit != Unit::Half)?;
    Ok((rest, Every::Length(Amount::whole(1), unit)))
}

/// 'daily', 'annually'
fn adverb(input: Input) -> Read<Again> {
    let (rest, value) = pick!(Term::Set(value) => value)(input)?;
    ensure(rest, input.peek().is_some_and(|t| t.shape == Shape::Lower))?;
    ensure(rest, hyphen(rest).is_err())?;
    Ok((rest, ("set/adverb", set(Every::Value(value), None, false))))
}

/// 'Mondays', 'Tuesday nights'
fn weekdays(input: Input) -> Read<Again> {
    if let Ok((rest, day)) = pick!(Term::Weekdays(n) => n)(input) {
        return Ok((rest, ("set/weekdays", set(Every::Weekday(day, None), None, false))));
    }
    let (rest, day) = pick!(Term::Weekday(n) => n)(input)?;
    let (rest, row) = pick!(Term::DayParts(row) => row)(rest)?;
    Ok((rest, ("set/weekday-parts", set(Every::Weekday(day, Some(row)), None, false))))
}

/// '$5 a year', '40 hours a week': after an amount, or what was counted.
fn rate(input: Input) -> Read<Again> {
    let (rest, every) = a_unit(input)?;
    if !follows_amount(input) {
        return fail();
    }
    ensure(rest, !is_shift(rest) && hyphen(rest).is_err())?;
    Ok((rest, ("set/rate", set(every, None, false))))
}

/// 'a year ago' is no rate.
fn is_shift(rest: Input) -> bool {
    pick!(Term::Way(_) => ())(rest).is_ok()
}

/// Whether a number stands before, or a number and one word: '$5', '5 percent', '2 million tons'.
fn follows_amount(input: Input) -> bool {
    let token = |back: u32| input.at.checked_sub(back).and_then(|at| input.page.token(at));
    let is_number = |t: Option<&Token>| t.is_some_and(|t| t.shape == Shape::Number);
    let is_word =
        |t: Option<&Token>| t.is_some_and(|t| t.shape == Shape::Lower || t.word == keyword::PERCENT);
    is_number(token(1))
        || (is_word(token(1)) && is_number(token(2)))
        || (is_word(token(1)) && is_word(token(2)) && is_number(token(3)))
}
