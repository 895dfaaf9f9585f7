//! Quarters, halves and seasons, with and without their year.

use super::calendar::{Spelled, day_first, month_first, year_of, year_said};
use super::expr::{Feast, Part, Season, Unit, When, Which, Year};
use super::number::{ordinal, short_year};
use super::relative::determiner;
use super::term::{Read, article, ensure, fail, joint, pick, skip, word};
use crate::lexicon::time::Term;
use crate::token::{Shape, Token, keyword};
use crate::value::page::Cursor;

/// Any of them.
pub(super) fn read(input: Cursor) -> Read<Spelled> {
    code(input)
        .or_else(|_| year_first(input))
        .or_else(|_| ordinal_part(input))
        .or_else(|_| year_period(input))
        .or_else(|_| season(input))
        .or_else(|_| nth_weekday(input))
        .or_else(|_| holiday(input))
        .or_else(|_| week_of(input))
}

fn calendar(year: Year, part: Part, which: Option<Which>) -> When {
    When::Calendar { year, part, which }
}

/// 'Q3 2012', 'H2 2002', 'Q3'
fn code(input: Cursor) -> Read<Spelled> {
    ensure(input, input.peek().is_some_and(|t| t.shape == Shape::Code))?;
    let part = match input.text().as_bytes() {
        [b'Q', n @ b'1'..=b'4'] => Part::Quarter((n - b'0') as i8),
        [b'H', n @ b'1'..=b'2'] => Part::Half((n - b'0') as i8),
        _ => return fail(),
    };
    let rest = input.to(input.at + 1);
    match tail(rest) {
        Ok((rest, year)) => Ok((rest, ("date/quarter-code", calendar(year, part, None)))),
        Err(_) if matches!(part, Part::Quarter(_)) => {
            Ok((rest, ("date/quarter-code", calendar(Year::Unsaid, part, None))))
        }
        Err(_) => fail(),
    }
}

/// The year after the period: 'of 2012', '2012', 'of fiscal 2012', 'of last year', 'last year', 'of this year'.
fn tail(input: Cursor) -> Read<Year> {
    year_of(input)
        .or_else(|_| year_said(skip(input, word(keyword::COMMA))))
        .or_else(|_| year_said(skip(word(keyword::OF)(input)?.0, pick!(Term::Fiscal => ()))))
}

/// The ordinal and its unit: 'third quarter', 'third-quarter', 'fiscal second quarter', 'first half', 'last half'
fn named_part(input: Cursor) -> Read<Part> {
    let rest = skip(input, pick!(Term::Fiscal => ()));
    if let Ok((rest, _)) = pick!(Term::Which(Which::Last) => ())(rest) {
        return pick!(Term::Unit(Unit::Half) => Part::Half(2))(rest);
    }
    let rest = if rest.at > input.at { joint(rest)?.0 } else { rest };
    let (rest, number) = ordinal(rest)?;
    let (rest, _) = joint(skip(rest, pick!(Term::Fiscal => ())))?;
    let (rest, unit) = pick!(Term::Unit(u) | Term::Units(u) => u)(rest)?;
    match (unit, number) {
        (Unit::Quarter, 1..=4) => Ok((rest, Part::Quarter(number))),
        (Unit::Half, 1..=2) => Ok((rest, Part::Half(number))),
        _ => fail(),
    }
}

/// 'the first quarter of this year', 'fourth-quarter', 'the first half of 2012'
fn ordinal_part(input: Cursor) -> Read<Spelled> {
    let (start, _) = article(input)?;
    let (rest, part) = named_part(start)?;
    // Of 'the third-quarter results' the article belongs to the results.
    let joined = start.page.word(rest.at - 2) == keyword::HYPHEN;
    ensure(rest, !joined || start.at == input.at)?;
    if let Ok((rest, year)) = tail(rest) {
        return Ok((rest, ("date/quarter-year", calendar(year, part, None))));
    }
    // 'the second half' alone is a half of anything; 'first-half' is a company's.
    ensure(rest, matches!(part, Part::Quarter(_)) || joined)?;
    Ok((rest, ("date/quarter", calendar(Year::Unsaid, part, None))))
}

/// 'the 1988 second quarter', 'this year’s third quarter', 'next year’s first half'
fn year_first(input: Cursor) -> Read<Spelled> {
    let (rest, year) = leading_year(input)?;
    let (rest, part) = named_part(rest)?;
    Ok((rest, ("date/year-quarter", calendar(year, part, None))))
}

fn leading_year(input: Cursor) -> Read<Year> {
    let (rest, _) = article(input)?;
    let (rest, year) = year_said(rest).or_else(|_| {
        let (rest, which) = pick!(Term::Which(w) => w)(rest)?;
        let (rest, _) = pick!(Term::Unit(Unit::Year) => ())(rest)?;
        Ok((rest, Year::Which(which)))
    })?;
    Ok((skip(rest, word(keyword::S)), year))
}

/// 'the 1988 quarter', 'last year’s quarter', 'the 1988 period', 'the same period last year'
fn year_period(input: Cursor) -> Read<Spelled> {
    if let Ok((rest, year)) = leading_year(input) {
        let (rest, _) = pick!(Term::Unit(Unit::Quarter) | Term::Period => ())(rest)?;
        return Ok((rest, ("date/year-period", calendar(year, Part::Quarter(0), None))));
    }
    let (rest, which) = determiner(input)?;
    ensure(rest, which == Which::Same)?;
    let (rest, _) = pick!(Term::Unit(Unit::Quarter) | Term::Period => ())(rest)?;
    let (rest, year) = tail(rest)?;
    Ok((rest, ("date/year-period", calendar(year, Part::Quarter(0), None))))
}

/// 'last summer', 'the winter of 1994', 'summer 2012', 'in the spring', 'all summer'
fn season(input: Cursor) -> Read<Spelled> {
    let (rest, which) = match determiner(input) {
        Ok((rest, which)) => (rest, Some(which)),
        Err(_) => (article(input)?.0, None),
    };
    let rest = skip(skip(rest, pick!(Term::Side(_) => ())), |i| super::term::hyphen(i));
    let (rest, season) = pick!(Term::Season(s) => s)(rest)?;
    let part = Part::Season(season);
    // 'rates fall this year' has a verb.
    let noun = rest.at - 1 > input.at || rest.word() == keyword::OF || season != Season::Autumn;
    if let Some((rest, year)) = tail(rest).ok().filter(|(_, year)| noun || matches!(year, Year::Said(_))) {
        return Ok((to_next_year(rest, year), ("date/season-year", calendar(year, part, which))));
    }
    ensure(rest, which.is_some() || is_season(input, rest, season))?;
    Ok((rest, ("date/season", calendar(Year::Unsaid, part, which))))
}

/// Past the second year of 'the winter of 1928-29'.
fn to_next_year<'a>(input: Cursor<'a>, first: Year) -> Cursor<'a> {
    let second =
        joint(input).and_then(|(rest, ())| if rest.at > input.at { short_year(rest) } else { fail() });
    match (first, second) {
        (Year::Said(first), Ok((rest, second))) if (first + 1) % 100 == i16::from(second) => rest,
        _ => input,
    }
}

/// Whether a season that nothing picks is one: 'by summer', 'in the fall', not 'the fall of', 'a spring'.
fn is_season(start: Cursor, rest: Cursor, season: Season) -> bool {
    let before = start.before().map_or(keyword::STOP, |t| t.word);
    let led = matches!(
        before,
        keyword::IN | keyword::BY | keyword::DURING | keyword::SINCE | keyword::UNTIL | keyword::OF
    ) || start.word() == keyword::ALL_
        || rest.at - start.at > 1
            && matches!(before, keyword::OVER | keyword::INTO | keyword::THROUGH | keyword::THROUGHOUT);
    let clear = matches!(season, Season::Summer | Season::Winter) || before != keyword::OF;
    let closed =
        rest.peek().is_none_or(|t| t.shape == Shape::Mark) || rest.peek().is_some_and(Token::is_word);
    led && clear
        && closed
        && !matches!(rest.word(), keyword::OF | keyword::HYPHEN)
        && !super::number::hyphenated(rest)
}

/// 'the week of March 6'
fn week_of(input: Cursor) -> Read<Spelled> {
    let (rest, _) = pick!(Term::Unit(Unit::Week) => ())(article(input)?.0)?;
    let (rest, _) = word(keyword::OF)(rest)?;
    match month_first(rest).or_else(|_| day_first(rest))? {
        (rest, (_, When::Calendar { year, part: Part::Day(month, day), which })) => {
            Ok((rest, ("date/week-of", When::Calendar { year, part: Part::WeekOf(month, day), which })))
        }
        _ => fail(),
    }
}

/// 'Thanksgiving', 'Christmas Day 2012', 'last Easter', 'the Labor Day weekend'
fn holiday(input: Cursor) -> Read<Spelled> {
    let (rest, which) = match determiner(input) {
        Ok((rest, which)) => (rest, Some(which)),
        Err(_) => (article(input)?.0, None),
    };
    let led = which.is_none() && rest.at > input.at;
    // The Lunar New Year is another day.
    let owned = |token: &Token| token.is_capital() && !token.word.is_keyword();
    ensure(input, !input.before().is_some_and(owned) || which.is_some())?;
    let (rest, row) = pick!(Term::Holiday(row) => row)(rest)?;
    let (rest, part) = match pick!(Term::Unit(unit @ (Unit::Weekend | Unit::Week)) => unit)(rest) {
        Ok((rest, unit)) => (rest, Part::Around(row, unit)),
        Err(_) => (rest, Part::Holiday(row)),
    };
    // Of 'the Christmas tree' the article belongs to the tree.
    ensure(rest, !led || matches!(part, Part::Around(..)))?;
    match tail(rest) {
        Ok((rest, year)) => Ok((rest, ("date/holiday-year", calendar(year, part, which)))),
        Err(_) => Ok((rest, ("date/holiday", calendar(Year::Unsaid, part, which)))),
    }
}

/// 'the first Monday of May', 'the last Friday in November 2012'
fn nth_weekday(input: Cursor) -> Read<Spelled> {
    let (start, _) = article(input)?;
    let (rest, place) = match pick!(Term::Which(Which::Last) => ())(start) {
        Ok((rest, ())) => (rest, None),
        Err(_) => ordinal(start).map(|(rest, place)| (rest, Some(place)))?,
    };
    let (rest, weekday) = pick!(Term::Weekday(n) => n)(rest)?;
    let (rest, _) = word(keyword::OF)(rest).or_else(|_| word(keyword::IN)(rest))?;
    let (rest, month) = super::calendar::month(rest)?;
    let feast = match place {
        None => Feast::Last(month, weekday),
        Some(place @ 1..=5) => Feast::Nth(month, place, weekday),
        Some(_) => return fail(),
    };
    let (rest, year) = tail(rest).unwrap_or((rest, Year::Unsaid));
    Ok((rest, ("date/nth-weekday", calendar(year, Part::Holiday(feast), None))))
}
