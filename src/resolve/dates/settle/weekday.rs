//! Days of the week: 'Friday', 'last Friday', 'the following Monday'.

use jiff::civil::Date;

use super::{Context, Settled};
use crate::fact::Anchor;
use crate::resolve::dates::moment::{Moment, days, number};
use crate::value::date::Which;

impl Context<'_> {
    pub(super) fn weekday(&self, weekday: i8, which: Option<Which>) -> Settled {
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
                None if self.is_ahead() || self.now.narrative => next_in(now, weekday),
                None => -back_in(now, weekday),
            };
            Some(Moment::Day(days(now, by)?))
        })
    }
}

/// Days to the next such weekday, one to seven.
fn next_in(day: Date, weekday: i8) -> i32 {
    i32::from((weekday - number(day.weekday()) - 1).rem_euclid(7)) + 1
}

/// Days back to the last such weekday, one to seven.
fn back_in(day: Date, weekday: i8) -> i32 {
    i32::from((number(day.weekday()) - weekday - 1).rem_euclid(7)) + 1
}
