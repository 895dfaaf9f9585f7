//! Parts of years: 'May 4', 'last August', 'the third quarter of 2012'.

use jiff::civil::Date;

use super::{Context, Settled};
use crate::fact::Anchor;
use crate::resolve::dates::feast;
use crate::resolve::dates::moment::{Moment, days, season_month};
use crate::token::keyword;
use crate::value::date::{Part, Season, Unit, Which, Year};

/// Days within which the nearest year is a matter of course, whatever cue stands near.
const SURE: i32 = 80;
/// Days within which a cue can turn a quarter ahead.
const FAR: i32 = 120;
/// Days within which a month that nothing turns is rather the next than the last.
const SOON: i32 = 100;

impl Context<'_> {
    pub(super) fn calendar(&self, year: Year, part: Part, which: Option<Which>) -> Settled {
        match self.year(year) {
            Some((year, anchor)) => {
                Some((self.part_of(year, part).or_else(|| month_of(year, part))?, anchor))
            }
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
            // The order has made a day of it.
            Part::Slashed(..) => return None,
            Part::WeekOf(month, day) => Moment::around(Date::new(year, month, day).ok()?, Unit::Week)?,
            Part::DayOfMonth(_) => return None,
            Part::Quarter(0) => Moment::Quarter(year, self.spoken_quarter()?),
            Part::Quarter(quarter) => Moment::Quarter(year, quarter),
            Part::Half(half) => Moment::Half(year, half),
            Part::Season(season) => Moment::Season(year, season),
            Part::Holiday(feast) => Moment::Day(feast::day(feast, year)?),
            Part::Around(feast, unit) => feast::around(feast::day(feast, year)?, unit)?,
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
        Some((Moment::Day(Date::new(now.year(), now.month(), day).ok()?), Some(self.now.anchor)))
    }

    /// A part of the year that a word picks: 'last August', 'this summer', 'next May'.
    fn picked(&self, part: Part, which: Which) -> Settled {
        if let (Which::Same, Some((id, told))) = (which, self.last) {
            return Some((self.part_of(told.first()?.year(), part)?, Some(Anchor::Date(id))));
        }
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
        if let Some(settled) = self.listed_month(part) {
            return Some(settled);
        }
        self.counted_dated(|now| match part {
            _ if self.now.narrative => self.onward(now, part),
            Part::Month(_) | Part::Season(_) | Part::Quarter(_) | Part::Half(_) => {
                self.nearest_period(now, part)
            }
            _ => {
                let years = [now.year(), now.year() - 1, now.year() + 1];
                let moments = years.into_iter().filter_map(|year| self.part_of(year, part));
                let nearest =
                    moments.min_by_key(|moment| moment.first().map_or(i32::MAX, |day| distance(day, now)))?;
                Some(self.turned(now, part, nearest))
            }
        })
    }

    /// 'August' of 'July and August': the next after the month before it.
    fn listed_month(&self, part: Part) -> Settled {
        let before = self.number.checked_sub(1)?;
        let (id, Moment::Month(year, first)) = self.last? else { return None };
        let Part::Month(month) = part else { return None };
        let listed =
            id == before && self.dates[before].tokens.end + 1 == self.dates[self.number].tokens.start;
        let mark = self.page.word(self.dates[before].tokens.end);
        let joined = listed && mark != keyword::STOP && mark != keyword::OPEN;
        joined.then(|| (Moment::Month(year + i16::from(month < first), month), Some(self.now.anchor)))
    }

    /// A story goes on: the first such part of a year that is not over before what was told last.
    fn onward(&self, now: Date, part: Part) -> Option<Moment> {
        let years = [now.year(), now.year() + 1];
        let moments = years.into_iter().filter_map(|year| self.part_of(year, part));
        let reaches = |moment: &Moment| {
            moment
                .bounds()
                .map_or_else(|| season_end(*moment), |(_, end)| Some(end))
                .is_some_and(|end| end >= now)
        };
        moments.into_iter().find(reaches)
    }

    /// The nearest year's, unless it is far and a cue says that it lies on the other side of the year.
    fn turned(&self, now: Date, part: Part, nearest: Moment) -> Moment {
        let (Some(first), Some(ahead)) = (nearest.first(), self.ahead) else { return nearest };
        let other = || self.part_of(first.year() + if ahead { 1 } else { -1 }, part);
        let turns = distance(first, now) > SURE && ahead != (first > now);
        if turns { other().unwrap_or(nearest) } else { nearest }
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
}

/// The month of a day that it does not have: of 'February 30, 2012' the month is known.
fn month_of(year: i16, part: Part) -> Option<Moment> {
    match part {
        Part::Day(month, _) => Some(Moment::Month(year, month)),
        _ => None,
    }
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
