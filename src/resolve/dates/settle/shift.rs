//! So long before or after: 'two years ago', 'three days later', 'the year-ago quarter'.

use super::{Context, Settled};
use crate::fact::Anchor;
use crate::resolve::dates::moment::Moment;
use crate::value::date::{Amount, Unit, Way};

/// How many dates may stand between a period of results and what compares with it.
const NEAR: usize = 4;

impl Context<'_> {
    pub(super) fn shift(&self, by: Amount, unit: Unit, way: Way) -> Settled {
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
        match self.results() {
            Some((id, period)) => Some((period.years(-1)?, Some(Anchor::Date(id)))),
            None => self.counted_dated(|now| Moment::around(now, Unit::Year)?.step(-1)),
        }
    }

    /// The period of results that is spoken of, where it was named not many dates before.
    fn results(&self) -> Option<(usize, Moment)> {
        self.last_results.filter(|(id, _)| self.last.is_some_and(|(last, _)| last <= id + NEAR))
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

    /// What 'a year earlier' goes back from: of results their period, not the day on which they were told.
    fn compared(&self) -> Option<(usize, Moment)> {
        match self.last? {
            last @ (_, Moment::Day(_)) => self.last_results.or(Some(last)),
            last @ (_, Moment::Month(..)) => self.results().or(Some(last)),
            last => Some(last),
        }
    }

    /// 'the year-ago quarter': a year before the quarter spoken of, or before the last that is over.
    pub(super) fn year_ago(&self, unit: Unit) -> Settled {
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
