//! The day of publication, where two mentions of one event force it: 'the treaty was signed yesterday'
//! beside 'the treaty … on May 31'. Anything that speaks against it leaves the day unknown.

use jiff::civil::Date as Day;

use super::cue;
use super::moment::days;
use crate::fact::{Published, PublishedSource};
use crate::token::{Shape, Token, Tokens, keyword};
use crate::value::date::{DateValue, Expr, Part, When, Year};
use crate::value::{Page, Values};

/// How many sentences apart the two may stand.
const APART: usize = 2;
/// How much of a long sentence is compared.
const LONG: u32 = 80;

/// The day that all pairs of mentions agree on.
pub(super) fn infer(page: &Page, values: &Values) -> Option<Published> {
    let dates = values.dates.all();
    let mut value = None;
    for (number, deictic) in dates.iter().enumerate() {
        let Some(by) = days_from_publication(page, deictic) else { continue };
        let sentence = page.sentence_at(deictic.tokens.start)?;
        if let Some(found) = dates.get(number + 1).and_then(|next| apposed(page, deictic, next, by)) {
            return Some(Published { value: found, source: PublishedSource::Inferred });
        }
        for absolute in near(page, dates, number, sentence) {
            let Some(found) = same_event(page, deictic, absolute, by) else { continue };
            if value.as_ref().is_some_and(|value| *value != found) {
                return None;
            }
            value = Some(found);
        }
    }
    Some(Published { value: value?, source: PublishedSource::Inferred })
}

/// Tokens between a day and the same day by the calendar: a comma, a bracket, 'on'.
const APPOSED: u32 = 2;

/// The day of publication, if the next words say which day is meant: 'yesterday (May 31)', 'today, 1 June 2018'.
fn apposed(page: &Page, deictic: &DateValue, next: &DateValue, by: i32) -> Option<String> {
    let between = deictic.tokens.end..next.tokens.start;
    let close = (1..=APPOSED).contains(&(between.end - between.start));
    let joins = |at: u32| matches!(page.word(at), keyword::COMMA | keyword::OPEN | keyword::ON);
    let (year, day) = if close && between.into_iter().all(joins) { calendar_day(next) } else { None }?;
    publication(year, days(day, -by)?)
}

/// 'yesterday' is -1; none for what is not counted from that day, or is said in quotes on some other day.
fn days_from_publication(page: &Page, date: &DateValue) -> Option<i32> {
    let Expr::Point(point) = &date.expr else { return None };
    let When::Deictic(by) = point.when else { return None };
    let sentence = &page.sentences[page.sentence_at(date.tokens.start)?].tokens;
    let quoted = sentence.clone().any(|at| matches!(page.word(at), keyword::QUOTE | keyword::OPEN_QUOTE));
    (!quoted && (-1..=0).contains(&by)).then_some(i32::from(by))
}

/// The dates whose sentences stand near.
fn near<'d>(
    page: &Page,
    dates: &'d [DateValue],
    number: usize,
    sentence: usize,
) -> impl Iterator<Item = &'d DateValue> {
    let from = page.sentences[sentence.saturating_sub(APART)].tokens.start;
    let to = page.sentences[(sentence + APART).min(page.sentences.len() - 1)].tokens.end;
    let first =
        dates[..number].iter().rposition(|date| date.tokens.start < from).map_or(0, |before| before + 1);
    dates[first..].iter().take_while(move |date| date.tokens.start < to)
}

/// The day of publication, if both tell of one event.
fn same_event(page: &Page, deictic: &DateValue, absolute: &DateValue, by: i32) -> Option<String> {
    let (year, day) = day_on(page, absolute)?;
    let (told, untold) = (sentence(page, deictic)?, sentence(page, absolute)?);
    if told == untold || cue::find(page, &absolute.tokens).is_some_and(|cue| cue.future) {
        return None;
    }
    shares_a_thing(page, &told, &untold).then(|| publication(year, days(day, -by)?)).flatten()
}

/// A day that is said with 'on', and its year if that is said.
fn day_on(page: &Page, date: &DateValue) -> Option<(Option<i16>, Day)> {
    let on = date.tokens.start.checked_sub(1).is_some_and(|at| page.word(at) == keyword::ON);
    if on { calendar_day(date) } else { None }
}

/// A day of the calendar, and its year if that is said.
fn calendar_day(date: &DateValue) -> Option<(Option<i16>, Day)> {
    let Expr::Point(point) = &date.expr else { return None };
    let When::Calendar { year, part: Part::Day(month, day), which: None } = point.when else { return None };
    match year {
        Year::Said(year) => Some((Some(year), Day::new(year, month, day).ok()?)),
        // A common year stands in for the one that is not known; the end of February stays out of it.
        Year::Unsaid if !(month == 2 && day >= 28) => Some((None, Day::new(2001, month, day).ok()?)),
        _ => None,
    }
}

fn publication(year: Option<i16>, day: Day) -> Option<String> {
    Some(match year {
        Some(_) => day.to_string(),
        None => format!("XXXX-{:02}-{:02}", day.month(), day.day()),
    })
}

fn sentence(page: &Page, date: &DateValue) -> Option<Tokens> {
    let tokens = &page.sentences[page.sentence_at(date.tokens.start)?].tokens;
    Some(tokens.start..tokens.end.min(tokens.start + LONG))
}

/// Whether both sentences speak of one thing: they share two words in a row ('cooperation documents') and a name.
fn shares_a_thing(page: &Page, one: &Tokens, other: &Tokens) -> bool {
    let thing = pairs(page, one).any(|pair| pairs(page, other).any(|found| found == pair));
    let name = names(page, one).any(|name| names(page, other).any(|found| found == name));
    thing && name
}

/// Two small words in a row that mean something by themselves.
fn pairs<'p>(page: &'p Page, tokens: &Tokens) -> impl Iterator<Item = (&'p str, &'p str)> {
    let full = |at: u32| page.token(at).filter(|token| is_full(token)).map(|token| token.span.of(page.text));
    (tokens.start..tokens.end.saturating_sub(1)).filter_map(move |at| Some((full(at)?, full(at + 1)?)))
}

/// Whether a small word is none of those that grammar is made of.
fn is_full(token: &Token) -> bool {
    token.shape == Shape::Lower && token.span.len() > 4 && !token.word.is_keyword()
}

/// Words with a capital that do not open the sentence.
fn names<'p>(page: &'p Page, tokens: &Tokens) -> impl Iterator<Item = &'p str> {
    let inner = tokens.start + 1..tokens.end;
    inner
        .filter_map(|at| page.token(at))
        .filter(|token| token.is_capital())
        .map(|token| token.span.of(page.text))
}
