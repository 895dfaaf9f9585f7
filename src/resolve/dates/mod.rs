//! When it was: every temporal expression against the day of publication and the dates before it.

mod cue;
mod ended;
mod feast;
mod infer;
mod length;
mod link;
mod moment;
mod now;
mod order;
mod partial;
mod publication;
mod settle;
#[cfg(test)]
mod tests;
mod warn;

use crate::fact::{Anchor, Date, DateType, Published, Warning};
use crate::lexicon::time::Term;
use crate::value::date::{DateValue, Expr, Part, Point, Set, Time, When, Year};
use crate::value::{Page, Values};
use cue::Cue;
use moment::Moment;
use now::Now;
pub use order::DateOrder;
use order::Order;
pub use publication::{dateline, publication};
use settle::Context;

/// How dates are to be read where the text allows two readings.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// Which number of '03/04/2013' is the month.
    pub order: DateOrder,
    /// The text tells a story of the past: 'yesterday' and bare weekdays are counted from the last day that
    /// it names, where there is one, not from the day of publication.
    pub narrative: bool,
}

/// The dates of an article, resolved.
#[derive(Default)]
pub struct Resolved {
    /// One for each of the page's values, in their order.
    pub dates: Vec<Date>,
    /// What was odd.
    pub warnings: Vec<Warning>,
}

/// Resolves the dates of a page; date `i` is that of `values.dates`' item `i`.
pub fn resolve(page: &Page, values: &Values, published: Option<&Published>, options: Options) -> Resolved {
    let dates = values.dates.all();
    let publication = Now::of(published);
    let mut context = Context {
        page,
        dates,
        number: 0,
        now: publication,
        order: Order::of(options.order, dates),
        last: None,
        last_day: None,
        last_quarter: None,
        last_results: None,
        ahead: None,
        known_year: None,
    };
    let mut resolved = Resolved::default();
    for (number, value) in dates.iter().enumerate() {
        if options.narrative {
            context.now = Now::told(context.last, context.last_day).unwrap_or(publication);
        }
        let date = one(&mut context, number, value);
        resolved.warnings.extend(warn::of(context.order, value, &date));
        resolved.dates.push(date);
    }
    link::ranges(page, values, &mut resolved.dates);
    resolved
}

fn one(context: &mut Context, number: usize, value: &DateValue) -> Date {
    let mut date = blank(context.page, value);
    match &value.expr {
        Expr::Point(point) => settle_point(context, number, value, *point, &mut date),
        Expr::Duration(parts) => {
            date.kind = DateType::Duration;
            date.value = length::value(parts);
        }
        Expr::Set(set) => settle_set(set, &mut date),
        Expr::Vague(vague) => date.value = vague.as_str().to_owned(),
    }
    date
}

fn blank(page: &Page, value: &DateValue) -> Date {
    Date {
        span: page.span(&value.tokens),
        rule: value.rule.to_owned(),
        kind: DateType::Date,
        value: String::new(),
        modifier: value.modifier,
        begin: None,
        end: None,
        quant: None,
        freq: None,
        range: None,
        said: None,
        anchor: None,
        cue: None,
    }
}

fn settle_set(set: &Set, date: &mut Date) {
    date.kind = DateType::Set;
    date.value = length::set_value(set);
    date.quant = set.each.map(|step| match step {
        1 => "EVERY".to_owned(),
        2 => "EVERY OTHER".to_owned(),
        _ => format!("EVERY {step}"),
    });
    date.freq = set.freq.map(|times| format!("{times}X"));
}

fn settle_point(context: &mut Context, number: usize, value: &DateValue, point: Point, date: &mut Date) {
    let when = context.order.settle(point.when);
    let cue = needs_cue(when).then(|| cue::find(context.page, &value.tokens)).flatten();
    context.number = number;
    context.ahead = cue.as_ref().map(|cue| cue.future);
    context.known_year = known_year(context, value, when);
    let ended = ended::period(context, number);
    let settled = ended.map(|ended| (ended.moment, None)).or_else(|| context.settle(when));
    let said = partial::value(when);
    date.value = match settled {
        Some((moment, anchor)) => {
            date.anchor = anchor;
            cover(context, moment, date);
            if let Some((first, last)) = ended.map(|ended| ended.days) {
                (date.begin, date.end) = (Some(first.to_string()), Some(last.to_string()));
            }
            if (ended.is_some() || !is_comparison(when)) && !ended::is_end(context, value) {
                note(context, number, moment);
            }
            day_value(context, moment)
        }
        None if is_vague(when) => vague_shift(when).to_owned(),
        None => said.clone(),
    };
    date.said = (said != date.value).then_some(said);
    if let Some(time) = point.time {
        date.kind = DateType::Time;
        let time = time_value(time);
        date.value.push_str(&time);
        date.said.iter_mut().for_each(|said| said.push_str(&time));
    }
    date.cue = cue.filter(|_| settled.is_some()).map(|Cue { text, .. }| text);
}

/// Whether it only names what is compared with: 'a year earlier', 'the year-ago quarter', 'the 1988 period'.
fn is_comparison(when: When) -> bool {
    use crate::value::date::Unit;
    matches!(
        when,
        When::YearAgo(_)
            | When::Shift { unit: Unit::Year, .. }
            | When::Calendar { part: Part::Quarter(0), .. }
            | When::Unit(Unit::Quarter, _)
    )
}

/// Whether words near may turn the date ahead.
fn needs_cue(when: When) -> bool {
    matches!(
        when,
        When::Weekday(_, None)
            | When::Unit(_, None)
            | When::Unsaid
            | When::Calendar { year: Year::Unsaid, which: None, .. }
    )
}

/// The year that the noun after a month and day tells: 'the Sept. 11 attacks'.
fn known_year(context: &Context, value: &DateValue, when: When) -> Option<i16> {
    let When::Calendar { year: Year::Unsaid, part: Part::Day(month, day), which: None } = when else {
        return None;
    };
    let told = |term| match term {
        Term::KnownDay(known) if (known.month, known.day) == (month, day) => Some(known.year),
        _ => None,
    };
    let mut after = (value.tokens.end..value.tokens.end + 2).flat_map(|at| context.page.terms(at));
    let year = after.find_map(|(_, term)| told(term))?;
    context.now.day.is_none_or(|now| context.now.yearless || now.year() >= year).then_some(year)
}

fn is_vague(when: When) -> bool {
    matches!(when, When::Shift { by: crate::value::date::Amount::Some, .. })
}

fn vague_shift(when: When) -> &'static str {
    use crate::value::date::Way;
    match when {
        When::Shift { way: Way::Later | Way::Ahead, .. } => "FUTURE_REF",
        _ => "PAST_REF",
    }
}

/// Fills in the days covered, where their year is known.
fn cover(context: &Context, moment: Moment, date: &mut Date) {
    let of_stand_in = context.now.yearless && date.anchor == Some(Anchor::Published);
    if let Some((begin, end)) = moment.bounds().filter(|_| !of_stand_in) {
        date.begin = Some(begin.to_string());
        date.end = Some(end.to_string());
    }
}

/// The value, without the stand-in for a year that is not known.
fn day_value(context: &Context, moment: Moment) -> String {
    let value = moment.value();
    match moment {
        Moment::Day(_) | Moment::Month(..) if context.now.yearless && value.starts_with("2000") => {
            format!("XXXX{}", &value[4..])
        }
        _ => value,
    }
}

/// Remembers a date for those counted from it.
fn note(context: &mut Context, number: usize, moment: Moment) {
    if context.now.yearless {
        return;
    }
    context.last = Some((number, moment));
    if let Moment::Day(day) = moment {
        context.last_day = Some((number, day));
    }
    let is_told = |last: Option<(usize, Moment)>| {
        last.is_none_or(|(_, last)| last.first() <= moment.first())
            && context.now.day.is_none_or(|now| moment.first() <= Some(now))
    };
    // What results are compared with does not become what is spoken of.
    if matches!(moment, Moment::Quarter(..)) && is_told(context.last_quarter) {
        context.last_quarter = Some((number, moment));
    }
    if matches!(moment, Moment::Quarter(..) | Moment::Half(..)) && is_told(context.last_results) {
        context.last_results = Some((number, moment));
    }
}

fn time_value(time: Time) -> String {
    match time {
        Time::Clock(hour, minute, None) => format!("T{hour:02}:{:02}", minute.unwrap_or(0)),
        Time::Clock(hour, minute, Some(second)) => {
            format!("T{hour:02}:{:02}:{second:02}", minute.unwrap_or(0))
        }
        Time::Part(part) => part.as_str().to_owned(),
    }
}
