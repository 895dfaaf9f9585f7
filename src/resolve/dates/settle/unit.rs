//! Units that a word picks: 'last week', 'this month', 'the following year', 'the quarter'.

use super::{Context, Settled};
use crate::fact::Anchor;
use crate::resolve::dates::moment::{Moment, number};
use crate::value::date::{Unit, Which};

impl Context<'_> {
    pub(super) fn unit(&self, unit: Unit, which: Option<Which>) -> Settled {
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
        match self.now.yearless {
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
    pub(super) fn latest(&self, unit: Unit) -> Settled {
        match self.last_quarter {
            Some((id, quarter)) if unit == Unit::Quarter && self.is_over(quarter) => {
                Some((quarter, Some(Anchor::Date(id))))
            }
            _ => self.unit_from_now(unit, -1),
        }
    }

    fn is_over(&self, moment: Moment) -> bool {
        moment.bounds().is_some_and(|(_, end)| self.now.day.is_none_or(|now| end < now))
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
            Unit::Day => self.day_told(),
            _ => self.unit_from_now(unit, 0),
        }
    }
}
