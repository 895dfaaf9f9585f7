//! Two or more dates of which one lacks what another says: 'from 3 to 5 May', 'Oct. 3, 10 and 17',
//! 'June to August 2012', '1914-18', 'between 12 and 18 months'.

use super::DateValue;
use super::calendar::{day_first, fiscal_code, month, month_first, year_of, year_said};
use super::expr::{Amount, Every, Expr, Part, Point, Set, When, Year};
use super::number::{cardinal, day, ordinal, short_year, year};
use super::term::{Read, article, ensure, fail, hyphen, pick, skip, word};
use crate::lexicon::time::Term;
use crate::token::{Tokens, keyword};
use crate::value::page::Cursor;

/// Dates read together, each with its tokens.
type Several = Vec<(Tokens, &'static str, When)>;

/// Any of them, with the place where reading goes on.
pub(super) fn read(input: Cursor) -> Read<Vec<DateValue>> {
    if let Ok(read) = lengths(input) {
        return Ok(read);
    }
    if let Ok(read) = nights(input) {
        return Ok(read);
    }
    let (rest, several) = days_before_month(input)
        .or_else(|_| days_after_month(input))
        .or_else(|_| months(input))
        .or_else(|_| quarters(input))
        .or_else(|_| years(input))?;
    let point = |when| Expr::Point(Point { when, time: None });
    Ok((rest, several.into_iter().map(|(tokens, rule, when)| value(tokens, rule, point(when))).collect()))
}

fn value(tokens: Tokens, rule: &'static str, expr: Expr) -> DateValue {
    DateValue { tokens, rule, expr, modifier: None }
}

/// '12 and 18 months', after 'between'; '12 to 18 months', after 'from'
fn lengths(input: Cursor) -> Read<Vec<DateValue>> {
    let before = input.before().map_or(keyword::STOP, |token| token.word);
    ensure(input, matches!(before, keyword::BETWEEN | keyword::FROM))?;
    let (rest, from) = cardinal(input)?;
    let first = input.at..rest.at;
    let and = word(keyword::AND)(rest);
    let (second_at, _) =
        and.ok().filter(|_| before == keyword::BETWEEN).map_or_else(|| word(keyword::TO)(rest), Ok)?;
    let (rest, to) = cardinal(second_at)?;
    let (rest, unit) = pick!(Term::Units(unit) => unit)(rest)?;
    let length = |number| Expr::Duration(vec![(Amount::whole(number), unit)]);
    let second = second_at.at..rest.at;
    Ok((
        rest,
        vec![value(first, "duration/of-list", length(from)), value(second, "duration/count", length(to))],
    ))
}

/// 'Monday' of 'Monday and Tuesday nights'
fn nights(input: Cursor) -> Read<Vec<DateValue>> {
    let (rest, first) = pick!(Term::Weekday(n) => n)(input)?;
    let first_tokens = input.at..rest.at;
    let (second_at, _) = joint(rest)?;
    let (rest, second) = pick!(Term::Weekday(n) => n)(second_at)?;
    let (rest, part) = pick!(Term::DayParts(part) => part)(rest)?;
    let set = |day| Expr::Set(Set { every: Every::Weekday(day, Some(part)), freq: None, each: None });
    let dates = vec![
        value(first_tokens, "set/of-list", set(first)),
        value(second_at.at..rest.at, "set/weekday-parts", set(second)),
    ];
    Ok((rest, dates))
}

/// 'second and fourth quarters', 'first or second half of 2012'
fn quarters(input: Cursor) -> Read<Several> {
    let (rest, first) = ordinal(input)?;
    let first_tokens = input.at..rest.at;
    let (second_at, _) = joint(rest)?;
    let (rest, (_, when)) = super::period::read(article(second_at)?.0)?;
    let When::Calendar { year, part, which: None } = when else { return fail() };
    let earlier = match part {
        Part::Quarter(second) if (1..second).contains(&first) => Part::Quarter(first),
        Part::Half(2) if first == 1 => Part::Half(1),
        _ => return fail(),
    };
    let dates = vec![
        (first_tokens, "date/quarter", calendar(year, earlier)),
        (second_at.at..rest.at, "date/quarter", when),
    ];
    Ok((rest, dates))
}

fn calendar(year: Year, part: Part) -> When {
    When::Calendar { year, part, which: None }
}

/// 'to', 'through', 'until', a hyphen or dash, 'and', 'or'
fn joint(input: Cursor) -> Read<()> {
    use keyword::*;
    let is = [TO, THROUGH, UNTIL, TILL, AND, OR, HYPHEN, EN_DASH, EM_DASH, DOUBLE_DASH, SLASH]
        .contains(&input.word());
    ensure(input, is)?;
    Ok((input.to(input.at + 1), ()))
}

/// A joint, or a comma between more than two.
fn list_joint(input: Cursor) -> Read<()> {
    match word(keyword::COMMA)(input) {
        Ok((rest, _)) => Ok((joint(rest).map_or(rest, |(rest, _)| rest), ())),
        Err(_) => joint(input),
    }
}

/// '3 to 5 May', '3, 4 and 5 May 2012'
fn days_before_month(input: Cursor) -> Read<Several> {
    let mut firsts = Vec::new();
    let mut rest = input;
    while firsts.len() < 8 {
        if let Ok((after, (rule, last))) = day_first(rest) {
            return finish_days(input, firsts, (rest.at..after.at, rule, last), after);
        }
        let (after, number) = day(rest)?;
        firsts.push((rest.at..after.at, number));
        rest = list_joint(after)?.0;
    }
    fail()
}

fn finish_days<'a>(
    input: Cursor<'a>,
    firsts: Vec<(Tokens, i8)>,
    last: (Tokens, &'static str, When),
    rest: Cursor<'a>,
) -> Read<'a, Several> {
    let When::Calendar { year, part: Part::Day(month, _), .. } = last.2 else { return fail() };
    ensure(input, !firsts.is_empty())?;
    let firsts = firsts
        .into_iter()
        .map(|(tokens, day)| (tokens, "date/day-of-list", calendar(year, Part::Day(month, day))));
    Ok((rest, firsts.chain([last]).collect()))
}

/// 'May 3-5, 2012', 'Oct. 3, 10 and 17', 'Nov. 28–29'
fn days_after_month(input: Cursor) -> Read<Several> {
    let (mut rest, (rule, first)) = month_first(input)?;
    let When::Calendar { year: Year::Unsaid, part: Part::Day(month, _), .. } = first else { return fail() };
    let mut found = vec![(input.at..rest.at, rule, first)];
    while let Ok((next, _)) = list_joint(rest) {
        let Some((after, number)) = another_day(next) else { break };
        found.push((next.at..after.at, "date/day-of-list", calendar(Year::Unsaid, Part::Day(month, number))));
        rest = after;
    }
    ensure(rest, found.len() > 1)?;
    let at = skip(rest, word(keyword::COMMA));
    if let Ok((after, year)) = year_said(at).or_else(|_| year_of(rest)) {
        for (_, _, when) in &mut found {
            set_year(when, year);
        }
        if let Some(last) = found.last_mut() {
            last.0.end = after.at;
        }
        rest = after;
    }
    Ok((rest, found))
}

/// A day of the same month: a number that nothing follows which it would count.
fn another_day(input: Cursor) -> Option<(Cursor, i8)> {
    let (rest, number) = day(input).ok()?;
    use keyword::*;
    let closed = rest.peek().is_none_or(|t| !t.is_word())
        || matches!(
            rest.word(),
            AND | OR | TO | IN | AT | OF | WITH | FOR | BY | WHEN | AS | FROM | THE | DURING
        );
    let opens = matches!(rest.word(), COLON | PERCENT | DOLLAR | HYPHEN | SLASH);
    (closed && !opens).then_some((rest, number))
}

fn set_year(when: &mut When, said: Year) {
    if let When::Calendar { year, .. } = when {
        *year = said;
    }
}

/// 'June to August 2012', 'Jan-March', 'July and August'
fn months(input: Cursor) -> Read<Several> {
    let (rest, first) = month(input)?;
    let first_tokens = input.at..rest.at;
    let (second_at, _) = joint(rest)?;
    let (mut rest, second) = month(second_at)?;
    ensure(rest, day(rest).is_err())?;
    let mut said = Year::Unsaid;
    if let Ok((after, year)) = year_said(skip(rest, word(keyword::COMMA))).or_else(|_| year_of(rest)) {
        (rest, said) = (after, year);
    }
    let dates = vec![
        (first_tokens, "date/month", calendar(said, Part::Month(first))),
        (second_at.at..rest.at, "date/month", calendar(said, Part::Month(second))),
    ];
    Ok((rest, dates))
}

/// '2009-2010', '1988-89', '1914-18', 'FY2018/19'
fn years(input: Cursor) -> Read<Several> {
    let (rest, first) = year(input).or_else(|_| fiscal_year(input))?;
    let (second_at, _) = hyphen(rest)
        .or_else(|_| super::term::glued(keyword::EN_DASH)(rest))
        .or_else(|_| super::term::glued(keyword::SLASH)(rest))?;
    let (rest, second) = match year(second_at) {
        Ok(read) => read,
        Err(_) => short_year(second_at).map(|(rest, short)| (rest, first / 100 * 100 + i16::from(short)))?,
    };
    ensure(rest, second > first && second - first <= 150 && !super::number::hyphenated(rest))?;
    ensure(rest, (1000..2200).contains(&first))?;
    let year = |year| calendar(Year::Said(year), Part::Whole);
    Ok((
        rest,
        vec![
            (input.at..second_at.at - 1, "date/year", year(first)),
            (second_at.at..rest.at, "date/year", year(second)),
        ],
    ))
}

/// 'FY2018', 'FY 2018'
fn fiscal_year(input: Cursor) -> Read<i16> {
    match fiscal_code(input)? {
        (rest, (_, When::Calendar { year: Year::Said(year), .. })) => Ok((rest, year)),
        _ => fail(),
    }
}
