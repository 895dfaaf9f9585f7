//! Whole expressions: what a family read, with the words before it that bound it or take a part of it.

use super::calendar::{century, day_of_month, decade, point, year_alone};
use super::expr::{Expr, Part, Unit, When, Which, Year};
use super::sign::{Signs, any};
use super::term::{Read, article, ensure, hyphen, pick, skip, word};
use super::{DateValue, calendar, clock, duration, period, range, relative, set};
use crate::fact::Modifier;
use crate::lexicon::time::Term;
use crate::token::{Shape, Token, keyword};
use crate::value::page::Cursor;

/// The expressions that begin at a token: several where they share a month or year, else at most one, the longest.
pub(super) fn read(input: Cursor) -> Vec<DateValue> {
    let one = single(input);
    let listed = Signs::at(input.page, input.at).meets(SEVERAL);
    match if listed { range::read(input) } else { super::term::fail() } {
        Ok((rest, several)) if one.as_ref().is_none_or(|one| one.tokens.end <= rest.at) => several,
        _ => one.into_iter().collect(),
    }
}

/// A family: what it may begin with, and its grammar.
type Family<T> = (Signs, fn(Cursor) -> Read<T>);

/// What a count begins with: digits or words.
const NUMBER: &[Signs] = &[Signs::DIGITS, Signs::COUNT];

/// Every way to read one expression; the longest wins, then the first.
const FAMILIES: &[Family<DateValue>] = &[
    (any(&[Signs::DAY]), contrasted),
    (any(&[Signs::COUNT]), some_day),
    (TIMED, timed),
    (any(&[Signs::BOUND, Signs::SIDE, Signs::ARTICLE]), bounded_time),
    (DATED, dated),
    (any(&[Signs::SIDE, Signs::ARTICLE]), sided),
    (any(&[Signs::BOUND]), approximate),
    (any(&[Signs::UNIT, Signs::ARTICLE]), year_end),
    (any(&[Signs::SET, Signs::WEEKDAYS, Signs::WEEKDAY, Signs::DIGITS, Signs::COUNT]), sets),
    (any(&[Signs::ARTICLE, Signs::ORDINAL, Signs::WHICH]), nth_of_each),
    (LENGTH, lengths),
    (any(&[Signs::VAGUE]), vague),
];

const TIMED: Signs = any(&[
    any(NUMBER),
    any(&[Signs::ARTICLE, Signs::WHICH, Signs::ORDINAL, Signs::MONTH, Signs::WEEKDAY]),
    any(&[Signs::DAY, Signs::DAY_PART, Signs::NIGHT]),
]);
const DATED: Signs = any(&[
    any(NUMBER),
    any(&[Signs::ARTICLE, Signs::WHICH, Signs::ORDINAL, Signs::APOSTROPHE]),
    any(&[
        Signs::MONTH,
        Signs::WEEKDAY,
        Signs::SEASON,
        Signs::UNIT,
        Signs::UNITS,
        Signs::DAY,
        Signs::DECADE,
        Signs::FISCAL,
    ]),
]);
const LENGTH: Signs = any(&[
    any(NUMBER),
    any(&[Signs::ARTICLE, Signs::WHICH, Signs::ORDINAL, Signs::BOUND, Signs::UNIT, Signs::UNITS]),
]);
const SEVERAL: Signs = any(&[any(NUMBER), any(&[Signs::ORDINAL, Signs::MONTH, Signs::WEEKDAY])]);

/// What the families read that may begin here, the longest, then the first.
fn longest<'a, T>(input: Cursor<'a>, families: &[Family<T>]) -> Read<'a, T> {
    let signs = Signs::at(input.page, input.at);
    let mut best: Read<T> = super::term::fail();
    for (begins, family) in families {
        if !signs.meets(*begins) {
            continue;
        }
        let longer = |rest: &Cursor| best.as_ref().map_or(true, |(best, _)| best.at < rest.at);
        match family(input) {
            Ok((rest, read)) if longer(&rest) => best = Ok((rest, read)),
            _ => {}
        }
    }
    best
}

fn single(input: Cursor) -> Option<DateValue> {
    longest(input, FAMILIES).ok().map(|(_, date)| date)
}

fn made<'a>(
    input: Cursor,
    rest: Cursor<'a>,
    rule: &'static str,
    expr: Expr,
    modifier: Option<Modifier>,
) -> Read<'a, DateValue> {
    Ok((rest, DateValue { tokens: input.at..rest.at, rule, expr, modifier }))
}

fn timed(input: Cursor) -> Read<DateValue> {
    let (rest, (rule, point)) = clock::read(input)?;
    made(input, rest, rule, Expr::Point(point), None)
}

/// 'around 7:15 p.m.', 'late Thursday night', 'later this afternoon', 'mid-afternoon'
fn bounded_time(input: Cursor) -> Read<DateValue> {
    let (rest, modifier) = bound(input).or_else(|_| side(input))?;
    let (rest, (rule, point)) = clock::read(rest).or_else(|_| clock::part(rest))?;
    made(input, rest, rule, Expr::Point(point), Some(modifier))
}

/// The ways to read a day or period without a time of day.
const DAYS: &[Family<calendar::Spelled>] = &[
    (
        any(&[
            any(NUMBER),
            any(&[Signs::ARTICLE, Signs::WHICH, Signs::ORDINAL, Signs::MONTH, Signs::WEEKDAY]),
        ]),
        calendar::read,
    ),
    (any(&[Signs::ARTICLE, Signs::WHICH]), calendar::which_month),
    (
        any(&[
            any(NUMBER),
            any(&[Signs::ARTICLE, Signs::WHICH, Signs::ORDINAL, Signs::APOSTROPHE]),
            any(&[Signs::SEASON, Signs::UNIT, Signs::FISCAL]),
        ]),
        period::read,
    ),
    (
        any(&[
            any(NUMBER),
            any(&[Signs::ARTICLE, Signs::WHICH, Signs::WEEKDAY, Signs::DAY, Signs::UNIT, Signs::UNITS]),
        ]),
        relative::read,
    ),
    (any(&[Signs::ARTICLE, Signs::ORDINAL, Signs::DIGITS, Signs::COUNT]), century),
    (any(&[Signs::ARTICLE, Signs::DECADE, Signs::APOSTROPHE, Signs::DIGITS]), decade),
    (any(&[any(NUMBER), any(&[Signs::ARTICLE, Signs::FISCAL, Signs::UNIT, Signs::APOSTROPHE])]), year_alone),
    (any(&[Signs::ARTICLE]), day_of_month),
];

/// A day or period without a time of day.
fn when(input: Cursor) -> Read<calendar::Spelled> {
    longest(input, DAYS)
}

fn dated(input: Cursor) -> Read<DateValue> {
    let (rest, (rule, when)) = when(input)?;
    made(input, rest, rule, Expr::Point(point(when)), None)
}

/// 'early December', 'mid-November', 'the end of 2011', 'late last week', 'earlier this month'
fn sided(input: Cursor) -> Read<DateValue> {
    let (rest, modifier) = side(input)?;
    let (rest, (rule, when)) = when(rest).or_else(|_| loose(rest))?;
    ensure(rest, !is_adverb(input, &when) && !is_of_life(input, &when) && !is_beside(modifier, &when))?;
    made(input, rest, rule, Expr::Point(point(when)), Some(modifier))
}

/// Whether the word stands before a day by itself: 'Earlier Friday, they met'.
fn is_adverb(input: Cursor, when: &When) -> bool {
    matches!(input.word(), keyword::EARLIER | keyword::LATER) && matches!(when, When::Weekday(..))
}

/// Whether 'pre-' or 'post-' stands before what is no year: 'post-Friday'.
fn is_beside(modifier: Modifier, when: &When) -> bool {
    let years =
        matches!(when, When::Calendar { year: Year::Said(_), part: Part::Whole, .. } | When::Decade(_));
    matches!(modifier, Modifier::Before | Modifier::After) && !years
}

/// Whether a decade is one of somebody's life: 'in her early thirties'.
fn is_of_life(input: Cursor, when: &When) -> bool {
    use keyword::{HER, HIS, OUR, THEIR};
    matches!(when, When::Decade(_))
        && input.before().is_some_and(|token| matches!(token.word, HER | HIS | OUR | THEIR))
}

/// What is a date only after 'early', 'the end of' …: a year in any place, 'nineties', 'the year', 'the month'.
fn loose(input: Cursor) -> Read<calendar::Spelled> {
    if let Ok((rest, tens)) = pick!(Term::Decade(n) => n)(input) {
        return Ok((rest, ("date/decade", When::Decade(tens))));
    }
    if let Ok((rest, year)) = calendar::year_said(input) {
        return Ok((rest, ("date/year", When::Calendar { year, part: Part::Whole, which: None })));
    }
    let (start, _) = article(input)?;
    let (rest, unit) = pick!(Term::Unit(u) => u)(start)?;
    // 'later in the day', but 'early day' and 'at the end of the day' are no time.
    let day = unit == Unit::Day && start.at > input.at && !is_idiom(input);
    ensure(rest, day || matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Decade))?;
    Ok((rest, ("date/the-unit", When::Unit(unit, None))))
}

/// Whether 'at the end of' stands before: 'at the end of the day' sums up.
fn is_idiom(input: Cursor) -> bool {
    let word = |back: u32| input.at.checked_sub(back).map_or(keyword::STOP, |at| input.page.word(at));
    (word(1), word(2), word(4)) == (keyword::OF, keyword::END, keyword::AT)
}

/// 'early', 'the end of', 'mid-'
fn side(input: Cursor) -> Read<Modifier> {
    let (rest, _) = article(input)?;
    let led = rest.at > input.at;
    let (rest, modifier) = pick!(Term::Side(m) => m)(rest)?;
    let joined = hyphen(rest);
    // Of 'the mid-March talks' the article belongs to the talks.
    ensure(rest, !led || joined.as_ref().map_or(true, |(rest, _)| decade(*rest).is_ok()))?;
    ensure(rest, !matches!(modifier, Modifier::Before | Modifier::After) || joined.is_ok())?;
    // 'the end' needs its 'of'.
    ensure(rest, rest.page.word(rest.at - 1) != keyword::END)?;
    let rest = skip(rest, hyphen);
    Ok((skip(rest, word(keyword::OF)), modifier))
}

/// 'about', 'nearly', 'at least'
fn bound(input: Cursor) -> Read<Modifier> {
    pick!(Term::Bound(m) => m)(input)
}

/// 'around 1900', 'about two years ago', 'nearly a decade ago'
fn approximate(input: Cursor) -> Read<DateValue> {
    let (after, modifier) = bound(input)?;
    let (rest, (rule, when)) = when(after).or_else(|_| loose(after))?;
    let is = matches!(when, When::Calendar { .. } | When::Shift { .. } | When::Decade(_));
    // 'over the week before' has a preposition.
    let led = article(after)?.0.at > after.at && matches!(when, When::Shift { .. });
    ensure(rest, is && !led && is_approximate(input, modifier, &when))?;
    made(input, rest, rule, Expr::Point(point(when)), Some(modifier))
}

/// 'over' and 'under' before a date that is no shift are prepositions of something else.
fn is_approximate(input: Cursor, modifier: Modifier, when: &When) -> bool {
    modifier == Modifier::Approx && input.word() != keyword::SOME || matches!(when, When::Shift { .. })
}

/// 'year-end', 'year end 1989', 'year’s end'
fn year_end(input: Cursor) -> Read<DateValue> {
    let (rest, _) = pick!(Term::Unit(Unit::Year) => ())(article(input)?.0)?;
    let rest = skip(skip(rest, hyphen), word(keyword::S));
    let (rest, modifier) = pick!(Term::Side(m) => m)(rest)?;
    ensure(rest, modifier == Modifier::End && rest.page.word(rest.at - 1) != keyword::OF)?;
    ensure(rest, rest.page.word(rest.at - 1) == keyword::END)?;
    let (rest, year) = calendar::year_said(rest).unwrap_or((rest, Year::Which(end_of(input))));
    let when = When::Calendar { year, part: Part::Whole, which: None };
    made(input, rest, "date/year-end", Expr::Point(point(when)), Some(modifier))
}

/// The year whose end is meant: since then is since the last one.
fn end_of(input: Cursor) -> Which {
    match input.before().map(|token| token.word) {
        Some(keyword::SINCE | keyword::FROM) => Which::Last,
        _ => Which::This,
    }
}

fn sets(input: Cursor) -> Read<DateValue> {
    let (rest, (rule, set)) = set::read(input)?;
    made(input, rest, rule, Expr::Set(set), None)
}

/// 'the first Monday of each month'
fn nth_of_each(input: Cursor) -> Read<DateValue> {
    let (rest, (rule, set)) = set::nth_of_each(input)?;
    made(input, rest, rule, Expr::Set(set), None)
}

/// 'nearly seven years', 'more than two weeks', 'at least 20 more years'
fn lengths(input: Cursor) -> Read<DateValue> {
    let (start, modifier) = bound(input).map_or((input, None), |(rest, m)| (rest, Some(m)));
    ensure(input, input.word() != keyword::OVER || over_bounds(input))?;
    let (rest, (rule, parts)) = duration::read(start)?;
    ensure(rest, modifier.is_none() || is_bounded(input, start))?;
    made(input, rest, rule, Expr::Duration(parts), modifier)
}

/// Whether the number that a bound stands before can be bounded: 'nearly two years', 'at least the past two years'. 'Over the past
/// two years' has a preposition.
fn is_bounded(input: Cursor, start: Cursor) -> bool {
    use keyword::{ABOUT, AROUND, OVER, UNDER};
    let preposition = start.at == input.at + 1 && matches!(input.word(), ABOUT | AROUND | OVER | UNDER);
    let led = relative::determiner(start).map_or(start, |(rest, _)| rest);
    let counted = if preposition { start } else { led };
    super::number::amount(counted).is_ok_and(|(_, amount)| amount != super::Amount::Some)
}

/// Whether 'over' says 'more than': 'for over two years', not 'repaid over two years'.
fn over_bounds(input: Cursor) -> bool {
    use keyword::*;
    let led = |token: &Token| {
        matches!(
            token.word,
            FOR | OF
                | AFTER
                | IN
                | AT
                | WITHIN
                | IS
                | ARE
                | WAS
                | WERE
                | BE
                | BEEN
                | HAS
                | HAVE
                | HAD
                | WELL
                | WITH
        ) || token.shape == Shape::Mark
    };
    let lasts = |at: u32| input.page.terms(at).any(|(_, term)| term == Term::Lasting);
    input.before().is_none_or(led) || lasts(input.at - 1)
}

/// 'unlike today': the present, not the day.
fn contrasted(input: Cursor) -> Read<DateValue> {
    ensure(input, input.before().is_some_and(|token| token.word == keyword::UNLIKE))?;
    let (rest, _) = pick!(Term::Day(0) => ())(input)?;
    made(input, rest, "date/vague", Expr::Vague(super::Vague::Present), None)
}

/// 'will one day': a day that nobody knows, not a length.
fn some_day(input: Cursor) -> Read<DateValue> {
    use keyword::{CAN, COULD, MAY, MIGHT, SHOULD, WILL, WOULD};
    let modal = |token: &Token| matches!(token.word, CAN | COULD | MAY | MIGHT | SHOULD | WILL | WOULD);
    ensure(input, input.before().is_some_and(modal))?;
    let (rest, _) = pick!(Term::Small(1) => ())(input)?;
    let (rest, _) = pick!(Term::Unit(Unit::Day) => ())(rest)?;
    made(input, rest, "date/vague", Expr::Vague(super::Vague::Future), None)
}

fn vague(input: Cursor) -> Read<DateValue> {
    let (rest, vague) = pick!(Term::Vague(v) => v)(input)?;
    let hyphened =
        hyphen(rest).is_ok() || input.before().is_some_and(|t| t.word == keyword::HYPHEN && t.is_glued());
    // 'now that' is a conjunction, and 'the past two winters' are counted.
    let conjoined = vague == super::Vague::Present && rest.word() == keyword::THAT;
    let counted = super::number::amount(rest).is_ok() && input.at + 1 < rest.at;
    ensure(rest, !hyphened && !conjoined && !counted && input.peek().is_some_and(Token::is_word))?;
    made(input, rest, "date/vague", Expr::Vague(vague), None)
}
