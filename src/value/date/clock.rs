//! Times of day: '8 p.m. Saturday', '15:00 GMT', 'Friday afternoon', 'last night', 'noon'.

use super::calendar::{self, Spelled};
use super::expr::{DayPart, Point, Time, Unit, When, Which};
use super::number::{cardinal, digits};
use super::relative;
use super::term::{Read, ensure, fail, glued, pick, skip, word};
use crate::lexicon::time::Term;
use crate::token::{Token, keyword};
use crate::value::page::Cursor;

type Timed = (&'static str, Point);

/// Any time of day, with the day before or after it.
pub(super) fn read(input: Cursor) -> Read<Timed> {
    day_then_time(input)
        .or_else(|_| time_then_day(input))
        .or_else(|_| part_then_day(input))
        .or_else(|_| part_of_day(input))
        .or_else(|_| night(input))
        .or_else(|_| which_part(input))
}

/// A day that may stand beside a time.
fn day(input: Cursor) -> Read<When> {
    let (rest, (_, when)) = calendar_day(input).or_else(|_| relative_day(input))?;
    Ok((rest, when))
}

fn calendar_day(input: Cursor) -> Read<Spelled> {
    let (rest, spelled) = calendar::read(input)?;
    let is_day = matches!(
        spelled.1,
        When::Calendar { part: super::expr::Part::Day(..) | super::expr::Part::Slashed(..), .. }
    );
    ensure(rest, is_day)?;
    Ok((rest, spelled))
}

fn relative_day(input: Cursor) -> Read<Spelled> {
    let (rest, spelled) = relative::weekday(input).or_else(|_| relative::read(input))?;
    let is_day = matches!(
        spelled.1,
        When::Weekday(..)
            | When::Deictic(_)
            | When::Unit(Unit::Day, Some(Which::Next | Which::Following | Which::Same | Which::Previous))
    );
    ensure(rest, is_day)?;
    Ok((rest, spelled))
}

/// 'Friday afternoon', 'Saturday at 8 p.m.', 'yesterday morning'
fn day_then_time(input: Cursor) -> Read<Timed> {
    let (rest, when) = day(input)?;
    let sided = skip(rest, pick!(Term::Side(_) => ()));
    let sided = skip(sided, super::term::hyphen);
    if let Ok((rest, part)) = pick!(Term::DayPart(part) => part)(sided) {
        return Ok((rest, ("time/day-part", Point { when, time: Some(Time::Part(part)) })));
    }
    let rest = skip(skip(rest, word(keyword::COMMA)), word(keyword::AT));
    let (rest, time) = clock(rest)?;
    Ok((rest, ("time/day-clock", Point { when, time: Some(time) })))
}

/// '8 p.m. Saturday', 'noon on Thursday', '3 p.m. EST, Nov. 9', '8 p.m.'
fn time_then_day(input: Cursor) -> Read<Timed> {
    let (rest, time) = clock(input)?;
    let after = skip(skip(rest, word(keyword::COMMA)), word(keyword::ON));
    match day(after) {
        // '6 o'clock tomorrow morning'
        Ok((rest, when)) => Ok((skip(rest, long_part), ("time/clock-day", Point { when, time: Some(time) }))),
        Err(_) => Ok((rest, ("time/clock", Point { when: When::Unsaid, time: Some(time) }))),
    }
}

/// 'mid-afternoon yesterday', after what takes its middle.
fn part_then_day(input: Cursor) -> Read<Timed> {
    let (rest, part) = pick!(Term::DayPart(part) => part)(input)?;
    let (rest, when) = day(rest)?;
    Ok((rest, ("time/part-day", Point { when, time: Some(Time::Part(part)) })))
}

/// 'the night of 3 March', 'the morning of Sept. 11'
fn part_of_day(input: Cursor) -> Read<Timed> {
    let (rest, part) = long_part(super::term::article(input)?.0)?;
    let (rest, _) = word(keyword::OF)(rest)?;
    let (rest, (_, when)) = calendar_day(rest)?;
    Ok((rest, ("time/part-of-day", Point { when, time: Some(Time::Part(part)) })))
}

/// 'morning', 'night': not a named hour.
fn long_part(input: Cursor) -> Read<DayPart> {
    use DayPart::{Afternoon, Evening, Morning, Night};
    pick!(Term::DayPart(part @ (Morning | Afternoon | Evening | Night)) => part)(input)
}

/// 'afternoon', after what takes its middle.
pub(super) fn part(input: Cursor) -> Read<Timed> {
    let (rest, part) = pick!(Term::DayPart(part) => part)(input)?;
    Ok((rest, ("time/part", Point { when: When::Unsaid, time: Some(Time::Part(part)) })))
}

/// 'tonight', 'overnight'
fn night(input: Cursor) -> Read<Timed> {
    let (rest, days) = pick!(Term::Night(n) => n)(input)?;
    Ok((rest, ("time/night", Point { when: When::Deictic(days), time: Some(Time::Part(DayPart::Night)) })))
}

/// 'this morning', 'last night', 'the next morning', 'the evening'
fn which_part(input: Cursor) -> Read<Timed> {
    let (rest, which) = match relative::determiner(input) {
        Ok((rest, which)) => (rest, Some(which)),
        Err(_) => (pick!(Term::Article => ())(input)?.0, None),
    };
    let rest = skip(rest, pick!(Term::Side(_) => ()));
    let (rest, part) = pick!(Term::DayPart(part) => part)(rest)?;
    ensure(rest, which.is_some() || (is_led(input) && rest.word() != keyword::OF))?;
    let when = match which {
        None => When::Unsaid,
        Some(Which::This) => When::Deictic(0),
        Some(Which::Last) => When::Deictic(-1),
        Some(which) => When::Unit(Unit::Day, Some(which)),
    };
    Ok((rest, ("time/which-part", Point { when, time: Some(Time::Part(part)) })))
}

/// Whether a preposition of time leads: 'in the morning', 'during the night'.
fn is_led(input: Cursor) -> bool {
    let before = input.before().map_or(keyword::STOP, |token| token.word);
    matches!(before, keyword::IN | keyword::DURING | keyword::THROUGH | keyword::BY | keyword::UNTIL)
}

/// A time by the clock, its zone included.
pub(super) fn clock(input: Cursor) -> Read<Time> {
    let (rest, time) = half_day(input).or_else(|_| named(input)).or_else(|_| full_day(input))?;
    Ok((skip(rest, pick!(Term::Zone => ())), time))
}

/// 'noon', 'midnight'
fn named(input: Cursor) -> Read<Time> {
    pick!(Term::DayPart(part @ (DayPart::Noon | DayPart::Midnight)) => Time::Part(part))(input)
}

/// '8 p.m.', '8:30 am', '8.30 am', 'eight o’clock', '4 in the morning'
fn half_day(input: Cursor) -> Read<Time> {
    let (rest, (hour, minute)) = stopped(input).or_else(|_| hour_and_minute(input))?;
    ensure(rest, (1..=12).contains(&hour))?;
    let (rest, add) = half(rest)?;
    let hour = (hour as i8 % 12) + add;
    Ok((rest, Time::Clock(hour, minute, None)))
}

/// '8', '8:30', 'eight'
fn hour_and_minute(input: Cursor) -> Read<(u32, Option<i8>)> {
    let (rest, hour) = cardinal(input)?;
    Ok(minutes(rest).map_or((rest, (hour, None)), |(rest, minute)| (rest, (hour, Some(minute)))))
}

/// '2.30', one token
fn stopped(input: Cursor) -> Read<(u32, Option<i8>)> {
    let two = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts = input.text().split_once('.').filter(|(hour, minute)| hour.len() <= 2 && two(minute));
    match parts.map(|(hour, minute)| (hour.parse(), minute.parse())) {
        Some((Ok(hour), Ok(minute))) if minute < 60 => Ok((input.to(input.at + 1), (hour, Some(minute)))),
        _ => fail(),
    }
}

fn half(input: Cursor) -> Read<i8> {
    let clock = skip(input, pick!(Term::Clock => ()));
    if let Ok(read) = pick!(Term::Meridian(n) => n)(clock) {
        return Ok(read);
    }
    let in_the = word(keyword::IN)(clock).and_then(|(rest, _)| pick!(Term::Article => ())(rest));
    if let Ok((rest, part)) = in_the.and_then(|(rest, _)| pick!(Term::DayPart(part) => part)(rest)) {
        return Ok((rest, if part == DayPart::Morning { 0 } else { 12 }));
    }
    ensure(clock, clock.at > input.at)?;
    Ok((clock, 0))
}

/// ':30'
fn minutes(input: Cursor) -> Read<i8> {
    let (rest, _) = glued(keyword::COLON)(input)?;
    let (after, minute) = digits(rest)?;
    ensure(after, minute < 60 && rest.text().len() == 2 && rest.peek().is_some_and(Token::is_glued))?;
    Ok((after, minute as i8))
}

/// '15:00', '15:00:30', '1500 GMT', '15.00 GMT'
fn full_day(input: Cursor) -> Read<Time> {
    if let Ok((rest, (hour @ 0..=24, minute))) = stopped(input) {
        pick!(Term::Zone => ())(rest)?;
        return Ok((rest, Time::Clock(hour as i8, minute, None)));
    }
    let (rest, number) = digits(input)?;
    if let Ok((rest, minute)) = minutes(rest) {
        ensure(rest, number < 25 && !is_elapsed(input))?;
        let (rest, second) = minutes(rest).map_or((rest, None), |(rest, s)| (rest, Some(s)));
        let zoned = pick!(Term::Zone => ())(rest).is_ok();
        ensure(rest, second.is_none() || zoned)?;
        ensure(rest, zoned || is_at(input))?;
        return Ok((rest, Time::Clock(number as i8, Some(minute), second)));
    }
    let four = input.text().len() == 4 && number < 2400 && number % 100 < 60;
    if four && pick!(Term::Zone => ())(rest).is_ok() {
        return Ok((rest, Time::Clock((number / 100) as i8, Some((number % 100) as i8), None)));
    }
    fail()
}

/// Whether 'in' leads, so that it is a time taken, not a time of day.
fn is_elapsed(input: Cursor) -> bool {
    input.before().is_some_and(|token| token.word == keyword::IN)
}

/// Whether a word of clock times leads: 'at 9:05', 'from 8:05 to 9:05'.
fn is_at(input: Cursor) -> bool {
    input.before().is_none_or(|token| {
        use keyword::*;
        matches!(
            token.word,
            AT | BY
                | FROM
                | TO
                | UNTIL
                | TILL
                | AROUND
                | ABOUT
                | BEFORE
                | AFTER
                | SINCE
                | HYPHEN
                | EN_DASH
                | BETWEEN
                | AND
        )
    })
}

/// '3:07:35' as a time taken: hours, minutes, seconds.
pub(super) fn elapsed(input: Cursor) -> Read<[u32; 3]> {
    let (rest, hours) = digits(input)?;
    let (rest, minutes_) = minutes(rest)?;
    let (rest, seconds) = minutes(rest)?;
    ensure(rest, pick!(Term::Zone => ())(rest).is_err())?;
    Ok((rest, [hours, minutes_ as u32, seconds as u32]))
}
