//! When a point in time was, from what is said, the day of publication, and the dates before it.

mod part;
mod shift;
mod unit;
mod weekday;

use jiff::civil::Date;

use super::moment::{Moment, days};
use super::now::Now;
use super::order::Order;
use crate::fact::Anchor;
use crate::value::Page;
use crate::value::date::{DateValue, Expr, When};

/// What is known when a date is read.
pub(super) struct Context<'a> {
    pub(super) page: &'a Page<'a>,
    /// All dates as said.
    pub(super) dates: &'a [DateValue],
    /// Which of them is read.
    pub(super) number: usize,
    /// The day from which dates are counted.
    pub(super) now: Now,
    /// Which number of '03/04' is the month.
    pub(super) order: Order,
    /// The last date, with its number.
    pub(super) last: Option<(usize, Moment)>,
    /// The last that is a day.
    pub(super) last_day: Option<(usize, Date)>,
    /// The last that is a quarter.
    pub(super) last_quarter: Option<(usize, Moment)>,
    /// The last period of results, a quarter or a half.
    pub(super) last_results: Option<(usize, Moment)>,
    /// Of the date that is read: whether a cue turns it ahead; none where there is no cue.
    pub(super) ahead: Option<bool>,
    /// Of the date that is read: the year in which its noun says it was.
    pub(super) known_year: Option<i16>,
}

/// Tokens between a time of day and its day: a bracket, 'on'.
const GAP: u32 = 2;

/// A moment, with what it was counted from.
pub(super) type Settled = Option<(Moment, Option<Anchor>)>;

impl Context<'_> {
    /// The moment; none where it can't be known.
    pub(super) fn settle(&self, when: When) -> Settled {
        match when {
            When::Calendar { year, part, which } => self.calendar(year, part, which),
            When::Decade(tens) => self.decade(tens),
            When::Century(ordinal) => Some((Moment::Century(ordinal - 1), None)),
            When::Weekday(weekday, which) => self.weekday(weekday, which),
            When::Unit(unit, which) => self.unit(unit, which),
            When::Deictic(by) if self.now.exact => {
                self.counted(|day| Some(Moment::Day(days(day, i32::from(by))?)))
            }
            When::Deictic(_) => None,
            When::Shift { by, unit, way } => self.shift(by, unit, way),
            When::YearAgo(unit) => self.year_ago(unit),
            When::Unsaid => self.day_spoken_of(),
        }
    }

    /// The day from which is counted, its year known.
    fn dated(&self) -> Option<Date> {
        self.now.day.filter(|_| !self.now.yearless)
    }

    /// The day of a time of day that is said without one: the one named in its sentence or the sentence
    /// before, else that of publication.
    fn day_spoken_of(&self) -> Settled {
        self.following_day().or_else(|| self.day_told())
    }

    /// The day named in the sentence or the one before, else that of publication.
    fn day_told(&self) -> Settled {
        let told = self.last_day.map(|(id, day)| (id, (Moment::Day(day), Some(Anchor::Date(id)))));
        match told {
            Some((id, day)) if self.is_near(id) => Some(day),
            _ => self.counted(|day| Some(Moment::Day(day))).or(told.map(|(_, day)| day)),
        }
    }

    /// The day right after a time of day: '10:35 a.m. (0735 GMT) Friday'.
    fn following_day(&self) -> Settled {
        let mut end = self.dates.get(self.number)?.tokens.end;
        for next in self.dates.iter().skip(self.number + 1).take(2) {
            let Expr::Point(point) = &next.expr else { return None };
            if next.tokens.start > end + GAP {
                return None;
            }
            if point.when != When::Unsaid {
                return self.settle(point.when).filter(|(moment, _)| matches!(moment, Moment::Day(_)));
            }
            end = next.tokens.end;
        }
        None
    }

    /// Whether another date stands in the same sentence or the one before.
    fn is_near(&self, id: usize) -> bool {
        let sentence =
            |id: usize| self.dates.get(id).and_then(|date| self.page.sentence_at(date.tokens.start));
        sentence(id).zip(sentence(self.number)).is_some_and(|(other, own)| other + 1 >= own)
    }

    fn counted(&self, count: impl FnOnce(Date) -> Option<Moment>) -> Settled {
        Some((count(self.now.day?)?, Some(self.now.anchor)))
    }

    fn counted_dated(&self, count: impl FnOnce(Date) -> Option<Moment>) -> Settled {
        Some((count(self.dated()?)?, Some(self.now.anchor)))
    }

    fn is_ahead(&self) -> bool {
        self.ahead == Some(true)
    }

    fn decade(&self, tens: i16) -> Settled {
        let tens = if tens < 100 { tens + if tens < 2 { 200 } else { 190 } } else { tens };
        Some((Moment::Decade(tens), None))
    }
}
