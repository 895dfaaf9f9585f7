//! Days, months and years by the calendar: 'May 4th, 1992', '4 May', 'Sept. 2011', '1992', '2013-03-19'.

use super::expr::{Part, Point, When, Which, Year};
use super::number::{day, digits, maybe, ordinal, short_year, year};
use super::term::{Read, article, ensure, fail, glued, hyphen, pick, skip, word};
use crate::lexicon::time::Term;
use crate::token::{Shape, Token, keyword};
use crate::value::page::Cursor;

/// A reading: the spelling's name and the place in time.
pub(super) type Spelled = (&'static str, When);

fn calendar(year: Year, part: Part) -> When {
    When::Calendar { year, part, which: None }
}

/// Any date by the calendar, the longest spelling first, a weekday before it included.
pub(super) fn read(input: Cursor) -> Read<Spelled> {
    weekday_date(input).or_else(|_| undayed(input))
}

/// 'Tuesday, March 19, 2013', 'Tues., March 19', 'Tuesday the 19th'
fn weekday_date(input: Cursor) -> Read<Spelled> {
    let rest = super::relative::determiner(input).map_or(input, |(rest, _)| rest);
    let (rest, _) = pick!(Term::Weekday(n) | Term::ShortWeekday(n) => n)(rest)?;
    let rest = skip(rest, glued(keyword::STOP));
    let rest = skip(rest, word(keyword::COMMA));
    let rest = article(rest)?.0;
    day_first(rest).or_else(|_| month_first(rest)).or_else(|_| slashed(rest)).or_else(|_| iso(rest))
}

fn undayed(input: Cursor) -> Read<Spelled> {
    iso(input)
        .or_else(|_| slashed(input))
        .or_else(|_| dotted(input))
        .or_else(|_| month_first(input))
        .or_else(|_| day_first(article(input)?.0))
        .or_else(|_| month_year(input))
        .or_else(|_| month_alone(input))
}

/// A month by name, with the stop of an abbreviation.
pub(super) fn month(input: Cursor) -> Read<i8> {
    let (rest, month) = pick!(Term::Month(month) => month)(input)?;
    let short = input.text().len() < usize::from(month.length);
    Ok((if short { skip(rest, glued(keyword::STOP)) } else { rest }, month.number))
}

/// Whether a month has such a day in any year.
pub fn has_day(month: i8, day: i8) -> bool {
    day >= 1 && day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][(month as usize).clamp(1, 12) - 1]
}

/// Whether a number is the end of a bigger thing: a clock time, a decimal, a quantity, a range's tail.
fn is_free(input: Cursor) -> bool {
    let tail = input.peek().filter(|token| token.is_glued()).map(|token| token.word);
    !matches!(tail, Some(keyword::COLON | keyword::PERCENT | keyword::SLASH))
        || (tail == Some(keyword::COLON) && digits(input.to(input.at + 1)).is_err())
}

/// 'May 4', 'May 4th, 1992', 'May the 4th'
pub(super) fn month_first(input: Cursor) -> Read<Spelled> {
    let (rest, month) = month(input)?;
    let (rest, day) = day(article(rest)?.0).or_else(|_| spelled_day(rest))?;
    ensure(rest, is_free(rest) && !is_counting(rest))?;
    let (rest, spelled) = tail_year(rest, month, day, "date/month-day-year", "date/month-day")?;
    // 'In February 31 people' names no day.
    ensure(rest, has_day(month, day) || spelled.0 == "date/month-day-year")?;
    Ok((rest, spelled))
}

/// 'two' of 'April two', as it is spoken: nothing may follow that it could count.
fn spelled_day(input: Cursor) -> Read<i8> {
    ensure(input, input.peek().is_some_and(Token::is_word))?;
    let (rest, day) = super::number::cardinal(input)?;
    let closed = rest.peek().is_none_or(is_end) || year_said(rest).is_ok();
    ensure(rest, closed && (1..=31).contains(&day))?;
    Ok((rest, day as i8))
}

/// Whether a unit follows, so that the number before counts something: 'May 10 hours'.
fn is_counting(input: Cursor) -> bool {
    pick!(Term::Units(_) => ())(input).is_ok()
}

/// '4 May', '4th of May, 1992'
pub(super) fn day_first(input: Cursor) -> Read<Spelled> {
    let (rest, day) = day(input)?;
    let rest = skip(rest, word(keyword::OF));
    let rest = skip(rest, hyphen);
    let (rest, month) = month(rest)?;
    ensure(rest, input.before().is_none_or(|token| token.word != keyword::DOLLAR))?;
    tail_year(rest, month, day, "date/day-month-year", "date/day-month")
}

/// The year after month and day, where there is one.
fn tail_year<'a>(
    input: Cursor<'a>,
    month: i8,
    day: i8,
    with: &'static str,
    without: &'static str,
) -> Read<'a, Spelled> {
    let part = Part::Day(month, day);
    let rest = skip(skip(input, word(keyword::COMMA)), hyphen);
    match year_said(rest).or_else(|_| year_of(input)) {
        Ok((rest, year)) => Ok((rest, (with, calendar(year, part)))),
        Err(_) => Ok((input, (without, calendar(Year::Unsaid, part)))),
    }
}

/// A year: '1992', '’98'.
pub(super) fn year_said(input: Cursor) -> Read<Year> {
    if let Ok((rest, year)) = apostrophe_year(input) {
        return Ok((rest, Year::Short(year)));
    }
    let (rest, year) = year(input)?;
    ensure(rest, is_free(rest) && !is_counting(rest))?;
    Ok((rest, Year::Said(year)))
}

/// 'of 1992', 'of this year', 'last year', 'of the same year', 'of the year'
pub(super) fn year_of(input: Cursor) -> Read<Year> {
    let of = skip(input, word(keyword::OF));
    match year_said(skip(of, pick!(Term::Fiscal => ()))) {
        Ok(read) if of.at > input.at => return Ok(read),
        _ => {}
    }
    let (the, _) = article(of)?;
    let (rest, which) = pick!(Term::Which(w) => w)(the).unwrap_or((the, Which::This));
    let (rest, _) = pick!(Term::Unit(super::expr::Unit::Year) => ())(skip(rest, pick!(Term::Fiscal => ())))?;
    // 'of the year' is of this one; 'of the year before' and 'of the year 2000' are not.
    let whole = the.at > of.at && of.at > input.at;
    let goes_on = pick!(Term::Way(_) | Term::Ended => ())(rest).is_ok() || year_said(rest).is_ok();
    ensure(rest, rest.at > the.at + 1 || whole && !goes_on)?;
    Ok((rest, Year::Which(which)))
}

/// '’98': the apostrophe is part of it.
pub(super) fn apostrophe_year(input: Cursor) -> Read<i8> {
    let (rest, _) = word(keyword::APOSTROPHE)(input)?;
    ensure(rest, rest.peek().is_some_and(Token::is_glued))?;
    let (rest, year) = short_year(rest)?;
    ensure(rest, !rest.peek().is_some_and(|t| t.is_glued() && t.is_word()))?;
    Ok((rest, year))
}

/// 'Sept. 2011', 'May of 2010', 'May, 2010', 'June last year'
fn month_year(input: Cursor) -> Read<Spelled> {
    let (rest, month) = month(input)?;
    let (rest, year) = year_said(skip(rest, word(keyword::COMMA))).or_else(|_| year_of(rest))?;
    Ok((rest, ("date/month-year", calendar(year, Part::Month(month)))))
}

fn month_alone(input: Cursor) -> Read<Spelled> {
    let (rest, month) = month(input)?;
    ensure(rest, !is_code(input))?;
    ensure(rest, !is_impossible_day(month, rest))?;
    Ok((rest, ("date/month", calendar(Year::Unsaid, Part::Month(month)))))
}

/// Whether a month's abbreviation in capitals is a name of something else: '<DEC>', 'the MAR index'.
fn is_code(input: Cursor) -> bool {
    let short = pick!(Term::Month(found) => found.length)(input)
        .is_ok_and(|(_, length)| input.text().len() < usize::from(length));
    let led = input
        .before()
        .is_some_and(|token| matches!(token.word, keyword::IN | keyword::SINCE | keyword::FROM));
    short && input.peek().is_some_and(|token| token.shape == Shape::Upper) && !led
}

/// Whether a number follows that the month has no day for, and that counts nothing: 'February 31' is no day, and no month
/// either.
fn is_impossible_day(month: i8, rest: Cursor) -> bool {
    digits(rest).is_ok_and(|(after, number)| {
        (1..=99).contains(&number)
            && !has_day(month, number as i8)
            && !is_counting(after)
            && !super::guard::is_plural(after)
    })
}

/// '2013-03-19'
fn iso(input: Cursor) -> Read<Spelled> {
    let (rest, year) = year(input)?;
    let (rest, month) = digits(glued(keyword::HYPHEN)(rest)?.0)?;
    let (rest, day) = digits(glued(keyword::HYPHEN)(rest)?.0)?;
    ensure(rest, (1..=12).contains(&month) && (1..=31).contains(&day) && !super::number::hyphenated(rest))?;
    Ok((rest, ("date/iso", calendar(Year::Said(year), Part::Day(month as i8, day as i8)))))
}

/// '03/04/2013', '3/4/13', '2013/03/04', '03-04-2013'
fn slashed(input: Cursor) -> Read<Spelled> {
    let (rest, first) = digits(input)?;
    let mark = rest.word();
    ensure(rest, matches!(mark, keyword::SLASH | keyword::HYPHEN))?;
    let (rest, second) = digits(glued(mark)(rest)?.0)?;
    let at = glued(mark)(rest)?.0;
    let (rest, third) = digits(at)?;
    ensure(rest, mark == keyword::SLASH || (at.text().len() == 4 && input.text().len() <= 2))?;
    ensure(rest, !rest.peek().is_some_and(|t| t.is_glued() && t.word == mark))?;
    ensure(rest, input.before().is_none_or(|t| t.word != mark) && !super::number::hyphenated(rest))?;
    three(rest, [first, second, third], at.text().len(), "date/slashed")
}

/// '31.05.2018', one token
fn dotted(input: Cursor) -> Read<Spelled> {
    ensure(input, input.peek().is_some_and(|t| t.shape == Shape::Number))?;
    let mut parts = [0; 3];
    let mut count = 0;
    for part in input.text().split('.') {
        match (parts.get_mut(count), part.parse()) {
            (Some(place), Ok(number)) => *place = number,
            _ => return fail(),
        }
        count += 1;
    }
    let [first, second, year] = parts;
    ensure(input, count == 3 && (1900..=2199).contains(&year))?;
    ensure(input, (1..=31).contains(&first) && (1..=31).contains(&second))?;
    // Between stops the day comes first, unless that can't be.
    let (day, month) = if second > 12 { (second, first) } else { (first, second) };
    ensure(input, month <= 12)?;
    let part = Part::Day(month as i8, day as i8);
    Ok((input.to(input.at + 1), ("date/dotted", calendar(Year::Said(year as i16), part))))
}

/// Two numbers of day and month and one of the year, in the orders that are in use.
fn three<'a>(rest: Cursor<'a>, numbers: [u32; 3], last: usize, rule: &'static str) -> Read<'a, Spelled> {
    let [first, second, third] = numbers;
    let is_day = |number: &u32| (1..=31).contains(number);
    if (1900..=2199).contains(&first) {
        ensure(rest, (1..=12).contains(&second) && is_day(&third))?;
        let part = Part::Day(second as i8, third as i8);
        return Ok((rest, (rule, calendar(Year::Said(first as i16), part))));
    }
    let year = match last {
        4 if (1900..=2199).contains(&third) => Year::Said(third as i16),
        2 => Year::Short(third as i8),
        _ => return fail(),
    };
    ensure(rest, is_day(&first) && is_day(&second) && (first <= 12 || second <= 12))?;
    Ok((rest, (rule, calendar(year, Part::Slashed(first as i8, second as i8)))))
}

/// 'the 15th', 'the fifteenth of the month'; the guard asks for 'on' before it.
pub(super) fn day_of_month(input: Cursor) -> Read<Spelled> {
    let (rest, _) = pick!(Term::Article => ())(input)?;
    let (rest, day) = ordinal(rest)?;
    ensure(rest, (1..=31).contains(&day))?;
    ensure(rest, input.before().is_some_and(|t| t.word == keyword::ON))?;
    ensure(rest, rest.peek().is_none_or(|t| t.shape == Shape::Mark && !t.is_glued() || is_end(t)))?;
    Ok((rest, ("date/day-of-month", calendar(Year::Unsaid, Part::DayOfMonth(day)))))
}

/// Marks after which a phrase is over.
fn is_end(token: &Token) -> bool {
    matches!(token.word, keyword::STOP | keyword::COMMA | keyword::SEMICOLON | keyword::CLOSE)
}

/// 'the year 2000', '1992' with what must stand around it, 'fiscal 1989', 'FY2012'
pub(super) fn year_alone(input: Cursor) -> Read<Spelled> {
    fiscal_code(input).or_else(|_| year_noun(input)).or_else(|_| bare_year(input))
}

fn year_noun(input: Cursor) -> Read<Spelled> {
    let (start, _) = article(input)?;
    let rest = skip(start, pick!(Term::Fiscal => ()));
    let rest = skip(rest, pick!(Term::Unit(super::expr::Unit::Year) => ()));
    ensure(rest, rest.at > start.at)?;
    let (rest, year) = year_said(rest)?;
    Ok((rest, ("date/year-noun", calendar(year, Part::Whole))))
}

/// 'FY2012', 'FY 2012', 'FY12'
pub(super) fn fiscal_code(input: Cursor) -> Read<Spelled> {
    let text = input.text();
    ensure(input, text.len() >= 2 && text.is_char_boundary(2) && text[..2].eq_ignore_ascii_case("fy"))?;
    let year = match text[2..].parse::<i16>() {
        Ok(year) if text.len() == 6 => Year::Said(year),
        Ok(year) if text.len() == 4 => Year::Short(year as i8),
        _ if text.len() == 2 => {
            let (rest, year) = year_said(input.to(input.at + 1))?;
            return Ok((rest, ("date/fiscal-year", calendar(year, Part::Whole))));
        }
        _ => return fail(),
    };
    Ok((input.to(input.at + 1), ("date/fiscal-year", calendar(year, Part::Whole))))
}

fn bare_year(input: Cursor) -> Read<Spelled> {
    let (rest, year) = year_said(input)?;
    ensure(rest, super::guard::is_year(input, rest, year))?;
    Ok((rest, ("date/year", calendar(year, Part::Whole))))
}

/// 'the 1990s', 'the '90s', 'the nineties', '1980's'
pub(super) fn decade(input: Cursor) -> Read<Spelled> {
    let (rest, _) = article(input)?;
    let said = rest.at > input.at;
    if let Ok((rest, tens)) = pick!(Term::Decade(n) => n)(rest) {
        ensure(rest, said)?;
        return Ok((rest, ("date/decade", When::Decade(tens))));
    }
    ensure(rest, rest.text().len() != 2 || said || input.before().is_some_and(|t| t.word == keyword::IN))?;
    let (rest, tens) = decade_digits(rest)?;
    let plural = rest.peek().is_some_and(|t| t.is_glued() && (t.word == keyword::S || rest.text() == "s"));
    ensure(rest, plural)?;
    Ok((rest.to(rest.at + 1), ("date/decade", When::Decade(tens))))
}

fn decade_digits(input: Cursor) -> Read<i16> {
    let quoted = skip(input, word(keyword::APOSTROPHE));
    let (rest, number) = digits(quoted)?;
    let fits = match quoted.text().len() {
        4 => (1000..=2190).contains(&number),
        2 => quoted.at > input.at || number >= 20,
        _ => false,
    };
    ensure(rest, fits && number % 10 == 0)?;
    Ok((rest, (number / 10) as i16))
}

/// 'the 20th century', 'the nineteenth century'
pub(super) fn century(input: Cursor) -> Read<Spelled> {
    let (rest, _) = article(input)?;
    let (rest, number) = ordinal(rest)?;
    let rest = skip(rest, hyphen);
    let (rest, _) = pick!(Term::Unit(super::expr::Unit::Century) => ())(rest)?;
    ensure(rest, (1..=30).contains(&number))?;
    Ok((rest, ("date/century", When::Century(i16::from(number)))))
}

/// 'last August', 'next May 5', 'this coming March'
pub(super) fn which_month(input: Cursor) -> Read<Spelled> {
    let (rest, which) = pick!(Term::Which(w) => w)(article(input)?.0)?;
    let rest = skip(rest, pick!(Term::Side(_) => ()));
    let (rest, month) = month(rest)?;
    ensure(rest, !matches!(which, Which::Latest))?;
    let (rest, found) = maybe(day)(rest).unwrap_or((rest, None));
    let part = found.filter(|&d| has_day(month, d)).map_or(Part::Month(month), |d| Part::Day(month, d));
    Ok((rest, ("date/which-month", When::Calendar { year: Year::Unsaid, part, which: Some(which) })))
}

/// A point without a time of day.
pub(super) fn point(when: When) -> Point {
    Point { when, time: None }
}
