//! What is said from some other day: 'yesterday', 'last week', 'two years ago', 'the day before'.

use super::calendar::Spelled;
use super::expr::{Amount, Unit, Way, When, Which};
use super::number::amount;
use super::term::{Read, article, ensure, fail, hyphen, joint, pick, skip, word};
use crate::lexicon::time::Term;
use crate::token::{Shape, keyword};
use crate::value::page::Cursor;

/// Any of them.
pub(super) fn read(input: Cursor) -> Read<Spelled> {
    shift(input)
        .or_else(|_| year_ago(input))
        .or_else(|_| period_a_year_ago(input))
        .or_else(|_| around_deictic(input))
        .or_else(|_| deictic(input))
        .or_else(|_| day_before(input))
        .or_else(|_| which_unit(input))
        .or_else(|_| weekday(input))
        .or_else(|_| the_unit(input))
}

fn deictic(input: Cursor) -> Read<Spelled> {
    let (rest, days) = pick!(Term::Day(n) => n)(input)?;
    Ok((rest, ("date/deictic", When::Deictic(days))))
}

/// 'the day before yesterday', 'the day after tomorrow'
fn around_deictic(input: Cursor) -> Read<Spelled> {
    let (rest, _) = pick!(Term::Unit(Unit::Day) => ())(article(input)?.0)?;
    let (rest, way) = pick!(Term::Way(w) => w)(rest)?;
    let (rest, days) = pick!(Term::Day(n) => n)(rest)?;
    let more = match (way, days) {
        (Way::Earlier, -1) => -2,
        (Way::Later, 1) => 2,
        _ => return fail(),
    };
    Ok((rest, ("date/deictic", When::Deictic(more))))
}

/// 'Friday', 'last Friday', 'next Monday', 'the previous Friday'
pub(super) fn weekday(input: Cursor) -> Read<Spelled> {
    if let Ok((rest, day)) = pick!(Term::Weekday(n) => n)(input) {
        return Ok((rest, ("date/weekday", When::Weekday(day, None))));
    }
    let (rest, which) = determiner(input)?;
    // 'following Friday's vote' has a preposition.
    ensure(rest, input.word() != keyword::FOLLOWING)?;
    let (rest, day) = pick!(Term::Weekday(n) => n)(rest)?;
    Ok((rest, ("date/which-weekday", When::Weekday(day, Some(which)))))
}

/// 'last', 'the previous', 'past'
pub(super) fn determiner(input: Cursor) -> Read<Which> {
    let (rest, _) = article(input)?;
    pick!(Term::Which(w) => w)(rest).or_else(|_| pick!(Term::Past => Which::Last)(rest))
}

/// 'last week', 'this month', 'next year', 'the following year', 'the latest quarter', 'this fiscal year'
fn which_unit(input: Cursor) -> Read<Spelled> {
    let (rest, which) = pick!(Term::Which(w) => w)(article(input)?.0)?;
    let rest = skip(skip(rest, pick!(Term::Fiscal => ())), pick!(Term::Filler => ()));
    let (rest, unit) = unit_or_period(rest)?;
    ensure(rest, !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Half))?;
    ensure(rest, hyphen(rest).is_err())?;
    Ok((rest, ("date/which-unit", When::Unit(unit, Some(which)))))
}

/// A unit, or 'period', which is a quarter until more is known.
fn unit_or_period(input: Cursor) -> Read<Unit> {
    pick!(Term::Unit(u) => u)(input).or_else(|_| pick!(Term::Period => Unit::Quarter)(input))
}

/// 'the quarter', 'the weekend', 'the week', 'the fiscal year'
fn the_unit(input: Cursor) -> Read<Spelled> {
    let (rest, _) = pick!(Term::Article => ())(input)?;
    let rest = skip(skip(rest, pick!(Term::Fiscal => ())), pick!(Term::Filler => ()));
    let (rest, unit) = pick!(Term::Unit(u) => u)(rest)?;
    ensure(rest, matches!(unit, Unit::Week | Unit::Weekend | Unit::Quarter | Unit::Year))?;
    // 'the year ended March 31' is none of the calendar, 'the year 0' is none at all.
    let numbered = rest.peek().is_some_and(|token| token.shape == Shape::Number);
    ensure(rest, unit != Unit::Year || !numbered && pick!(Term::Ended => ())(rest).is_err())?;
    ensure(rest, hyphen(rest).is_err() && rest.word() != keyword::OF)?;
    Ok((rest, ("date/the-unit", When::Unit(unit, None))))
}

/// 'two years ago', 'three days later', 'a year earlier', 'a week or so ago', 'two weeks from now', 'months ago'
fn shift(input: Cursor) -> Read<Spelled> {
    let (rest, (by, unit)) = counted_unit(input)?;
    let (rest, way) = pick!(Term::Way(w) => w)(or_so(rest))?;
    ensure(rest, hyphen(rest).is_err() && rest.word() != keyword::THAN && is_closed(rest, way))?;
    Ok((rest, ("date/shift", When::Shift { by, unit, way })))
}

/// 'two years', 'a few more weeks', and 'months' alone, which are some.
fn counted_unit(input: Cursor) -> Read<(Amount, Unit)> {
    if let Ok((rest, unit)) = pick!(Term::Units(unit) => unit)(input) {
        return Ok((rest, (Amount::Some, unit)));
    }
    let (rest, by) = amount(input)?;
    let (rest, _) = joint(skip(rest, pick!(Term::Filler => ())))?;
    let (rest, unit) = any_unit(rest)?;
    Ok((rest, (by, unit)))
}

/// 'or so', 'or more'
fn or_so(input: Cursor) -> Cursor {
    match word(keyword::OR)(input) {
        Ok((rest, _)) if rest.word() == keyword::SO => rest.to(rest.at + 1),
        _ => input,
    }
}

/// A unit in either number.
pub(super) fn any_unit(input: Cursor) -> Read<Unit> {
    pick!(Term::Unit(u) | Term::Units(u) => u)(input)
}

/// Whether the phrase is over after 'before' and 'after', which else begin another: 'two days before the vote'.
fn is_closed(rest: Cursor, way: Way) -> bool {
    let before = rest.page.word(rest.at.wrapping_sub(1));
    let open = matches!(before, keyword::BEFORE | keyword::AFTER);
    !(open && matches!(way, Way::Earlier | Way::Later))
        || rest.peek().is_none_or(|token| token.shape == Shape::Mark)
        || matches!(rest.word(), keyword::IN | keyword::AT | keyword::AND | keyword::BUT | keyword::BY)
}

/// 'the day before', 'the year after'
fn day_before(input: Cursor) -> Read<Spelled> {
    let (rest, _) = pick!(Term::Article => ())(input)?;
    let (rest, unit) = pick!(Term::Unit(u) => u)(rest)?;
    let (rest, way) = pick!(Term::Way(w @ (Way::Earlier | Way::Later)) => w)(rest)?;
    ensure(rest, is_closed(rest, way) && rest.word() != keyword::THAN)?;
    Ok((rest, ("date/day-before", When::Shift { by: Amount::whole(1), unit, way })))
}

/// 'the year-ago quarter', 'year-earlier', 'the year-earlier period', 'the comparable year-ago quarter'
fn year_ago(input: Cursor) -> Read<Spelled> {
    let start = skip(article(input)?.0, pick!(Term::Which(Which::Same) => ()));
    let (rest, _) = hyphened_year_ago(start)?;
    let named = skip(rest, pick!(Term::Ordinal(_) => ()));
    let (rest, unit) = match unit_or_period(named) {
        Ok(read) => read,
        Err(_) => (rest, Unit::Quarter),
    };
    ensure(rest, rest.at > named.at || article(input)?.0.at == input.at)?;
    Ok((rest, ("date/year-ago", When::YearAgo(unit))))
}

/// 'year-ago', 'year-earlier'
pub(super) fn hyphened_year_ago(input: Cursor) -> Read<Way> {
    let (rest, _) = pick!(Term::Unit(Unit::Year) => ())(input)?;
    let (rest, _) = hyphen(rest)?;
    pick!(Term::Way(w @ (Way::Ago | Way::Earlier)) => w)(rest)
}

/// 'the quarter a year ago', 'the same period a year earlier'
fn period_a_year_ago(input: Cursor) -> Read<Spelled> {
    let (rest, _) =
        pick!(Term::Article => ())(input).or_else(|_| pick!(Term::Which(Which::Same) => ())(input))?;
    let rest = skip(rest, pick!(Term::Which(Which::Same) => ()));
    let (rest, unit) = unit_or_period(rest)?;
    ensure(rest, matches!(unit, Unit::Week | Unit::Month | Unit::Quarter))?;
    let (rest, _) = pick!(Term::Count(1) | Term::Small(1) => ())(rest)?;
    let (rest, _) = pick!(Term::Unit(Unit::Year) => ())(rest)?;
    let (rest, _) = pick!(Term::Way(w @ (Way::Ago | Way::Earlier)) => w)(rest)?;
    ensure(rest, rest.page.word(rest.at - 1) != keyword::BEFORE)?;
    Ok((rest, ("date/year-ago", When::YearAgo(unit))))
}
