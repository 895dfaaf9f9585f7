//! When a point in time was, from what is said, the day of publication, and the dates before it.

use jiff::civil::Date;

use super::feast;
use super::moment::{Moment, days, number, season_month};
use crate::fact::Anchor;
use crate::value::Page;
use crate::value::date::{Amount, DateValue, Expr, Part, Season, Unit, Way, When, Which, Year};

/// What is known when a date is read.
pub(super) struct Context<'a> {
    pub(super) page: &'a Page<'a>,
    /// All dates as said.
    pub(super) dates: &'a [DateValue],
    /// Which of them is read.
    pub(super) number: usize,
    /// The day from which dates are counted.
    pub(super) day: Option<Date>,
    /// Whether of that day only month and day are known; its year is then a stand-in.
    pub(super) yearless: bool,
    /// Whether '03/04' is 3 April.
    pub(super) day_first: bool,
    /// The last date, with its number.
    pub(super) last: Option<(usize, Moment)>,
    /// The last that is a day.
    pub(super) last_day: Option<(usize, Date)>,
    /// The last that is a quarter.
    pub(super) last_quarter: Option<(usize, Moment)>,
    /// Of the date that is read: whether a cue turns it ahead; none where there is no cue.
    pub(super) ahead: Option<bool>,
    /// Of the date that is read: the year in which its noun says it was.
    pub(super) known_year: Option<i16>,
}

/// Days within which the nearest year is a matter of course, whatever cue stands near.
const SURE: i32 = 80;
/// Days within which a cue can turn a quarter ahead.
const FAR: i32 = 120;
/// Days within which a month that nothing turns is rather the next than the last.
const SOON: i32 = 100;

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
            When::Deictic(by) => self.counted(|day| Some(Moment::Day(days(day, i32::from(by))?))),
            When::Shift { by, unit, way } => self.shift(by, unit, way),
            When::YearAgo(unit) => self.year_ago(unit),
            When::Unsaid => self.day_spoken_of(),
        }
    }

    /// The day from which is counted, its year known.
    fn dated(&self) -> Option<Date> {
        self.day.filter(|_| !self.yearless)
    }

    /// The day of a time of day that is said without one: the one named in its sentence or the sentence
    /// before, else that of publication.
    fn day_spoken_of(&self) -> Settled {
        if let Some(settled) = self.following_day() {
            return Some(settled);
        }
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
        Some((count(self.day?)?, Some(Anchor::Published)))
    }

    fn counted_dated(&self, count: impl FnOnce(Date) -> Option<Moment>) -> Settled {
        Some((count(self.dated()?)?, Some(Anchor::Published)))
    }

    fn is_ahead(&self) -> bool {
        self.ahead == Some(true)
    }

    fn decade(&self, tens: i16) -> Settled {
        let tens = if tens < 100 { tens + if tens < 2 { 200 } else { 190 } } else { tens };
        Some((Moment::Decade(tens), None))
    }

    fn calendar(&self, year: Year, part: Part, which: Option<Which>) -> Settled {
        match self.year(year) {
            Some((year, anchor)) => Some((self.part_of(year, part)?, anchor)),
            None if year != Year::Unsaid => None,
            None => match (part, which) {
                (Part::DayOfMonth(day), _) => self.day_of_month(day),
                (_, Some(which)) => self.picked(part, which),
                (_, None) => self.nearest(part),
            },
        }
    }

    /// A year that is said, or can be told from what is.
    fn year(&self, year: Year) -> Option<(i16, Option<Anchor>)> {
        match year {
            Year::Said(year) => Some((year, None)),
            Year::Short(two) => Some((self.full_year(i16::from(two))?, None)),
            Year::Which(which) => self.which_year(which),
            Year::Unsaid => self.known_year.map(|year| (year, None)),
        }
    }

    /// Two digits: the year that is not further ahead than a few years.
    fn full_year(&self, two: i16) -> Option<i16> {
        let now = self.dated()?.year();
        let year = now - now % 100 + two;
        Some(if year > now + 10 { year - 100 } else { year })
    }

    fn which_year(&self, which: Which) -> Option<(i16, Option<Anchor>)> {
        let moment = self.unit(Unit::Year, Some(which))?;
        match moment {
            (Moment::Year(year), anchor) => Some((year, anchor)),
            _ => None,
        }
    }

    fn part_of(&self, year: i16, part: Part) -> Option<Moment> {
        Some(match part {
            Part::Whole => Moment::Year(year),
            Part::Month(month) => Moment::Month(year, month),
            Part::Day(month, day) => Moment::Day(Date::new(year, month, day).ok()?),
            Part::Slashed(a, b) => {
                let (month, day) = if self.day_first { (b, a) } else { (a, b) };
                Moment::Day(Date::new(year, month, day).ok()?)
            }
            Part::DayOfMonth(_) => return None,
            Part::Quarter(0) => Moment::Quarter(year, self.spoken_quarter()?),
            Part::Quarter(quarter) => Moment::Quarter(year, quarter),
            Part::Half(half) => Moment::Half(year, half),
            Part::Season(season) => Moment::Season(year, season),
            Part::Holiday(feast) => Moment::Day(feast::day(feast, year)?),
        })
    }

    /// The number of the quarter that is spoken of: the last one named, else the last that is over.
    fn spoken_quarter(&self) -> Option<i8> {
        let quarter = match self.last_quarter {
            Some((_, quarter)) => quarter,
            None => Moment::around(self.dated()?, Unit::Quarter)?.step(-1)?,
        };
        match quarter {
            Moment::Quarter(_, number) => Some(number),
            _ => None,
        }
    }

    /// 'the 15th': of the month spoken of, else of the month of publication.
    fn day_of_month(&self, day: i8) -> Settled {
        let now = self.dated()?;
        Some((Moment::Day(Date::new(now.year(), now.month(), day).ok()?), Some(Anchor::Published)))
    }

    /// A part of the year that a word picks: 'last August', 'this summer', 'next May'.
    fn picked(&self, part: Part, which: Which) -> Settled {
        self.counted_dated(|now| {
            let this = self.part_of(now.year(), part)?;
            let (first, last) = (this.first()?, this.bounds().map_or(this.first()?, |(_, last)| last));
            let by = match which {
                Which::Last | Which::Previous | Which::Latest => {
                    -i16::from(last >= now || first >= now.first_of_month())
                }
                Which::Next | Which::Following => i16::from(first <= now),
                Which::This | Which::Same => 0,
            };
            self.part_of(now.year() + by, part)
        })
    }

    /// A part of the year that nothing picks: months, quarters and seasons are past unless a cue turns
    /// them ahead; days are of the nearest year.
    fn nearest(&self, part: Part) -> Settled {
        self.counted_dated(|now| match part {
            Part::Month(_) | Part::Season(_) | Part::Quarter(_) | Part::Half(_) => {
                self.nearest_period(now, part)
            }
            _ => {
                let years = [now.year(), now.year() - 1, now.year() + 1];
                let moments = years.into_iter().filter_map(|year| self.part_of(year, part));
                let nearest =
                    moments.min_by_key(|moment| moment.first().map_or(i32::MAX, |day| distance(day, now)))?;
                self.turned(now, nearest)
            }
        })
    }

    /// The nearest year's, unless it is far and a cue says that it lies on the other side of the year.
    fn turned(&self, now: Date, nearest: Moment) -> Option<Moment> {
        let first = nearest.first()?;
        match self.ahead {
            Some(ahead) if distance(first, now) > SURE && ahead != (first > now) => {
                nearest.years(if ahead { 1 } else { -1 })
            }
            _ => Some(nearest),
        }
    }

    fn nearest_period(&self, now: Date, part: Part) -> Option<Moment> {
        let this = self.part_of(now.year(), part)?;
        let begun = this.first()? <= now;
        let last = if begun { this } else { self.part_of(now.year() - 1, part)? };
        let next = if begun { self.part_of(now.year() + 1, part)? } else { this };
        let over =
            last.bounds().map_or_else(|| season_end(last), |(_, end)| Some(end)).is_some_and(|end| end < now);
        let soon = |days| next.first().is_some_and(|first| distance(first, now) <= days);
        let ahead = match part {
            Part::Quarter(_) => self.is_ahead() && soon(FAR),
            Part::Month(_) => self.is_ahead() || (self.ahead.is_none() && soon(SOON)),
            _ => self.is_ahead(),
        };
        Some(if ahead && over { next } else { last })
    }

    fn weekday(&self, weekday: i8, which: Option<Which>) -> Settled {
        if let (Some(which @ (Which::Previous | Which::Following)), Some((id, day))) = (which, self.last_day)
        {
            let by = if which == Which::Following { next_in(day, weekday) } else { -back_in(day, weekday) };
            return Some((Moment::Day(days(day, by)?), Some(Anchor::Date(id))));
        }
        self.counted_dated(|now| {
            let today = number(now.weekday()) == weekday;
            let by = match which {
                _ if which.is_none() && today => 0,
                Some(Which::This | Which::Same) => next_in(now, weekday) % 7,
                Some(Which::Next | Which::Following) => next_in(now, weekday),
                Some(_) => -back_in(now, weekday),
                None if self.is_ahead() => next_in(now, weekday),
                None => -back_in(now, weekday),
            };
            Some(Moment::Day(days(now, by)?))
        })
    }

    fn unit(&self, unit: Unit, which: Option<Which>) -> Settled {
        match which {
            Some(Which::Last) => self.unit_from_now(unit, -1),
            Some(Which::This) => self.unit_from_now(unit, 0),
            Some(Which::Next) => self.next_unit(unit),
            Some(Which::Previous) => self.unit_from_last(unit, -1).or_else(|| self.unit_from_now(unit, -1)),
            Some(Which::Following) => self.unit_from_last(unit, 1).or_else(|| self.unit_from_now(unit, 1)),
            Some(Which::Same) => self.unit_from_last(unit, 0).or_else(|| self.unit_from_now(unit, 0)),
            Some(Which::Latest) => self.latest(unit),
            None => self.the_unit(unit),
        }
    }

    fn unit_from_now(&self, unit: Unit, by: i32) -> Settled {
        match self.yearless {
            false => self.counted_dated(|now| Moment::around(now, unit)?.step(by)),
            // Of a day without its year, the month is known and the week is not.
            true if unit == Unit::Month && by == 0 => self.counted(|now| Moment::around(now, unit)),
            true => None,
        }
    }

    /// 'the next day' is counted from the day spoken of; other units from now.
    fn next_unit(&self, unit: Unit) -> Settled {
        if unit == Unit::Day { self.unit(unit, Some(Which::Following)) } else { self.unit_from_now(unit, 1) }
    }

    fn unit_from_last(&self, unit: Unit, by: i32) -> Settled {
        let (id, day) = match unit {
            Unit::Day | Unit::Week => self.last_day?,
            Unit::Quarter => {
                let (id, quarter) = self.last_quarter?;
                (id, quarter.first()?)
            }
            _ => self.last.and_then(|(id, moment)| Some((id, moment.first()?)))?,
        };
        Some((Moment::around(day, unit)?.step(by)?, Some(Anchor::Date(id))))
    }

    /// 'the latest quarter': the one spoken of if it is over, else the last that is.
    fn latest(&self, unit: Unit) -> Settled {
        match self.last_quarter {
            Some((id, quarter)) if unit == Unit::Quarter && self.is_over(quarter) => {
                Some((quarter, Some(Anchor::Date(id))))
            }
            _ => self.unit_from_now(unit, -1),
        }
    }

    fn is_over(&self, moment: Moment) -> bool {
        moment.bounds().is_some_and(|(_, end)| self.day.is_none_or(|now| end < now))
    }

    /// 'the quarter', 'the weekend', 'the week', 'the year'
    fn the_unit(&self, unit: Unit) -> Settled {
        match unit {
            Unit::Quarter => self.latest(unit),
            Unit::Weekend => {
                let now = self.dated()?;
                let reached = number(now.weekday()) >= 6 || self.is_ahead();
                self.unit_from_now(unit, if reached { 0 } else { -1 })
            }
            _ => self.unit_from_now(unit, 0),
        }
    }

    fn shift(&self, by: Amount, unit: Unit, way: Way) -> Settled {
        let Amount::Exact(hundredths) = by else { return None };
        let (count, unit) = whole(hundredths, unit)?;
        match way {
            Way::Ago if unit == Unit::Year && count == 1 => self.a_year_ago(),
            Way::Ago => self.counted_dated(|now| Moment::around(now, unit)?.step(-count)),
            Way::Ahead => self.counted_dated(|now| Moment::around(now, unit)?.step(count)),
            Way::Earlier => self.shift_last(-count, unit),
            Way::Later => self.shift_last(count, unit),
        }
    }

    /// 'a year ago' of results is the same quarter a year before.
    fn a_year_ago(&self) -> Settled {
        match self.last_quarter.filter(|(id, _)| self.last.is_some_and(|(last, _)| last <= id + 1)) {
            Some((id, quarter)) => Some((quarter.years(-1)?, Some(Anchor::Date(id)))),
            None => self.counted_dated(|now| Moment::around(now, Unit::Year)?.step(-1)),
        }
    }

    /// Counted from the date spoken of: years keep how fine it is.
    fn shift_last(&self, count: i32, unit: Unit) -> Settled {
        let from_now = || self.counted_dated(|now| Moment::around(now, unit)?.step(count));
        let (id, last) = match unit {
            Unit::Day | Unit::Week => match self.last_day {
                Some((id, day)) => (id, Moment::Day(day)),
                None => return from_now(),
            },
            _ => match self.compared() {
                Some(last) => last,
                None => return from_now(),
            },
        };
        let moment = match unit {
            Unit::Year => last.years(count)?,
            _ => Moment::around(last.first()?, unit)?.step(count)?,
        };
        Some((moment, Some(Anchor::Date(id))))
    }

    /// What 'a year earlier' goes back from: of results the quarter, not the day on which they were told.
    fn compared(&self) -> Option<(usize, Moment)> {
        match self.last? {
            (_, Moment::Day(_)) if self.last_quarter.is_some() => self.last_quarter,
            last => Some(last),
        }
    }

    /// 'the year-ago quarter': a year before the quarter spoken of, or before the last that is over.
    fn year_ago(&self, unit: Unit) -> Settled {
        let (moment, anchor) = self.latest(if unit == Unit::Quarter { Unit::Quarter } else { unit })?;
        Some((moment.years(-1)?, anchor))
    }
}

/// A number of units as whole ones that have a place in the calendar.
fn whole(hundredths: u32, unit: Unit) -> Option<(i32, Unit)> {
    let (factor, unit) = match unit {
        Unit::Decade => (10, Unit::Year),
        Unit::Century => (100, Unit::Year),
        Unit::Fortnight => (2, Unit::Week),
        _ => (1, unit),
    };
    let (factor, unit) = match unit {
        Unit::Year if !hundredths.is_multiple_of(100) => (factor * 12, Unit::Month),
        _ => (factor, unit),
    };
    Some((i32::try_from(hundredths.checked_mul(factor)? / 100).ok()?, unit))
}

fn distance(a: Date, b: Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days().abs())
}

/// The end of a season, roughly.
fn season_end(moment: Moment) -> Option<Date> {
    let Moment::Season(year, season) = moment else { return None };
    let first = Date::new(year, season_month(season), 1).ok()?;
    days(first, if season == Season::Winter { 80 } else { 85 })
}

/// Days to the next such weekday, one to seven.
fn next_in(day: Date, weekday: i8) -> i32 {
    i32::from((weekday - number(day.weekday()) - 1).rem_euclid(7)) + 1
}

/// Days back to the last such weekday, one to seven.
fn back_in(day: Date, weekday: i8) -> i32 {
    i32::from((number(day.weekday()) - weekday - 1).rem_euclid(7)) + 1
}
