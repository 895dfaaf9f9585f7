//! What comes again: 'every other Monday', 'daily', 'twice a week', '$5 a year', 'Tuesday nights'.

use super::calendar::month;
use super::expr::{Amount, Every, Part, Set, Unit, Which};
use super::number::{cardinal, ordinal};
use super::term::{Read, article, ensure, fail, hyphen, pick, word};
use crate::lexicon::time::Term;
use crate::token::{Shape, Token, keyword};
use crate::value::page::Cursor;

/// A set with the spelling that read it.
pub(super) type Again = (&'static str, Set);

/// Any of them.
pub(super) fn read(input: Cursor) -> Read<Again> {
    every(input)
        .or_else(|_| often(input))
        .or_else(|_| adverb(input))
        .or_else(|_| weekdays(input))
        .or_else(|_| rate(input))
}

fn set(every: Every, freq: Option<u32>, each: Option<u32>) -> Set {
    Set { every, freq, each }
}

/// 'every Monday', 'each July', 'every two weeks', 'every other day', 'every morning'
fn every(input: Cursor) -> Read<Again> {
    let (rest, _) = pick!(Term::Every => ())(input)?;
    let (rest, (every, step)) =
        every_what(rest).map(|(rest, every)| (rest, (every, 1))).or_else(|_| every_nth(rest))?;
    ensure(rest, hyphen(rest).is_err())?;
    Ok((rest, ("set/every", set(every, None, Some(step)))))
}

/// 'other Friday', 'second Tuesday': every so many of them.
fn every_nth(input: Cursor) -> Read<(Every, u32)> {
    let (rest, by) = interval(input);
    let Amount::Exact(hundredths) = by else { return fail() };
    let (rest, day) = pick!(Term::Weekday(n) => n)(rest)?;
    Ok((rest, (Every::Weekday(day, None), hundredths / 100)))
}

/// 'the first Monday of each month', 'the last Friday of every quarter'
pub(super) fn nth_of_each(input: Cursor) -> Read<Again> {
    let (rest, _) = article(input)?;
    let (rest, _) =
        ordinal(rest).map(|(rest, _)| (rest, ())).or_else(|_| pick!(Term::Which(Which::Last) => ())(rest))?;
    let (rest, _) = pick!(Term::Weekday(_) | Term::Unit(Unit::Day | Unit::Week | Unit::Weekend) => ())(rest)?;
    let (rest, _) = word(keyword::OF)(rest)?;
    let (rest, _) = pick!(Term::Every => ())(rest)?;
    let (rest, every) = every_what(rest)?;
    Ok((rest, ("set/nth-of-each", set(every, None, Some(1)))))
}

fn every_what(input: Cursor) -> Read<Every> {
    if let Ok((rest, day)) = pick!(Term::Weekday(n) => n)(input) {
        let (rest, part) =
            pick!(Term::DayPart(part) => part)(rest).map_or((rest, None), |(rest, part)| (rest, Some(part)));
        return Ok((rest, Every::Weekday(day, part)));
    }
    if let Ok((rest, part)) = pick!(Term::DayPart(part) => part)(input) {
        return Ok((rest, Every::DayPart(part)));
    }
    if let Ok((rest, month)) = month(input) {
        return Ok((rest, Every::Part(Part::Month(month))));
    }
    if let Ok((rest, season)) = pick!(Term::Season(s) => s)(input) {
        return Ok((rest, Every::Part(Part::Season(season))));
    }
    if let Ok((rest, feast)) = pick!(Term::Holiday(feast) => feast)(input) {
        return Ok((rest, Every::Part(Part::Holiday(feast))));
    }
    let (rest, by) = interval(input);
    let (rest, unit) = pick!(Term::Unit(u) | Term::Units(u) => u)(rest)?;
    Ok((rest, Every::Length(by, unit)))
}

/// 'two', 'other', 'third', 'few', or nothing.
fn interval(input: Cursor) -> (Cursor, Amount) {
    if let Ok((rest, number)) = cardinal(input) {
        return (rest, Amount::whole(number));
    }
    if let Ok((rest, number)) = ordinal(input) {
        return (rest, Amount::whole(number.unsigned_abs().into()));
    }
    if let Ok((rest, _)) = pick!(Term::Some => ())(input) {
        return (rest, Amount::Some);
    }
    match word(keyword::OTHER)(input) {
        Ok((rest, _)) => (rest, Amount::whole(2)),
        Err(_) => (input, Amount::whole(1)),
    }
}

/// 'twice a week', 'three times a year', 'once every two years'
fn often(input: Cursor) -> Read<Again> {
    let (rest, times) = times(input)?;
    if let Ok((rest, (_, every))) = every(rest) {
        return Ok((rest, ("set/often", set(every.every, Some(times), Some(1)))));
    }
    let (rest, every) = a_unit(rest)?;
    Ok((rest, ("set/often", set(every, Some(times), None))))
}

fn times(input: Cursor) -> Read<u32> {
    if let Ok(read) = pick!(Term::Times(n) => n)(input) {
        return Ok(read);
    }
    let (rest, number) = cardinal(input)?;
    ensure(rest, rest.word() == keyword::TIMES)?;
    Ok((rest.to(rest.at + 1), number))
}

/// 'a week', 'per week'
fn a_unit(input: Cursor) -> Read<Every> {
    let rest = match word(keyword::PER)(input) {
        Ok((rest, _)) => rest,
        Err(_) => pick!(Term::Count(1) => ())(input)?.0,
    };
    let (rest, unit) = pick!(Term::Unit(u) => u)(rest)?;
    ensure(rest, unit != Unit::Half)?;
    Ok((rest, Every::Length(Amount::whole(1), unit)))
}

/// 'daily', 'annually'
fn adverb(input: Cursor) -> Read<Again> {
    let (rest, every) = pick!(Term::Set(count, unit) => Every::Length(Amount::whole(count), unit))(input)
        .or_else(|_| pick!(Term::SetPart(part) => Every::DayPart(part))(input))?;
    let opens = is_capital_opening(input) && rest.peek().is_some_and(|token| token.shape == Shape::Lower);
    let lower = input.peek().is_some_and(|token| token.shape == Shape::Lower);
    ensure(rest, opens || lower && !is_paper(rest))?;
    ensure(rest, hyphen(rest).is_err())?;
    Ok((rest, ("set/adverb", set(every, None, None))))
}

/// Whether the capital is that of a sentence's first word: 'Daily flights'.
fn is_capital_opening(input: Cursor) -> bool {
    let sentence = input.page.sentence_at(input.at).map(|number| input.page.sentences[number].tokens.start);
    sentence == Some(input.at) && input.peek().is_some_and(|token| token.shape == Shape::Capital)
}

/// Whether a name closes the phrase, so that it is a paper: 'the party daily Liberty said', not 'daily Cabinet meetings'.
fn is_paper(input: Cursor) -> bool {
    let mut rest = input;
    while rest.peek().is_some_and(|token| token.is_capital()) {
        rest = rest.to(rest.at + 1);
    }
    let noun = |token: &Token| token.shape == Shape::Lower && !token.word.is_keyword();
    rest.at > input.at && !rest.peek().is_some_and(noun)
}

/// 'Mondays', 'Tuesday nights'
fn weekdays(input: Cursor) -> Read<Again> {
    if let Ok((rest, day)) = pick!(Term::Weekdays(n) => n)(input) {
        return Ok((rest, ("set/weekdays", set(Every::Weekday(day, None), None, None))));
    }
    let (rest, day) = pick!(Term::Weekday(n) => n)(input)?;
    let (rest, part) = pick!(Term::DayParts(part) => part)(rest)?;
    Ok((rest, ("set/weekday-parts", set(Every::Weekday(day, Some(part)), None, None))))
}

/// '$5 a year', '40 hours a week': after an amount, or what was counted.
fn rate(input: Cursor) -> Read<Again> {
    let (rest, every) = a_unit(input)?;
    if !follows_amount(input) {
        return fail();
    }
    ensure(rest, !is_shift(rest) && hyphen(rest).is_err())?;
    Ok((rest, ("set/rate", set(every, None, None))))
}

/// 'a year ago' is no rate.
fn is_shift(rest: Cursor) -> bool {
    pick!(Term::Way(_) => ())(rest).is_ok()
}

/// Whether a number stands before, or a number and one word: '$5', '5 percent', '2 million tons'.
fn follows_amount(input: Cursor) -> bool {
    let token = |back: u32| input.at.checked_sub(back).and_then(|at| input.page.token(at));
    let is_number = |t: Option<&Token>| t.is_some_and(|t| t.shape == Shape::Number);
    let is_word =
        |t: Option<&Token>| t.is_some_and(|t| t.shape == Shape::Lower || t.word == keyword::PERCENT);
    is_number(token(1))
        || (is_word(token(1)) && is_number(token(2)))
        || (is_word(token(1)) && is_word(token(2)) && is_number(token(3)))
}
