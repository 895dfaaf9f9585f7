//! The day from which dates are counted.

use jiff::civil::Date as Day;

use super::moment::Moment;
use crate::fact::{Anchor, Published};

/// The day from which dates are counted.
#[derive(Clone, Copy)]
pub(super) struct Now {
    /// The day, where it is known.
    pub(super) day: Option<Day>,
    /// Whether only its month and day are known; the year is then a stand-in.
    pub(super) yearless: bool,
    /// Whether it is the very day, not one that stands for its month or year.
    pub(super) exact: bool,
    /// Whether it is the last date of a story, which goes on from there.
    pub(super) narrative: bool,
    /// What it is.
    pub(super) anchor: Anchor,
}

impl Now {
    /// The day of publication. For a year that is not known a leap year stands in, so that 29 February is a day.
    pub(super) fn of(published: Option<&Published>) -> Now {
        let (day, yearless) = match published.map(|published| published.value.as_str()) {
            Some(value) => match value.strip_prefix("XXXX-") {
                Some(rest) => (format!("2000-{rest}").parse().ok(), true),
                None => (value.get(..10).and_then(|value| value.parse().ok()), false),
            },
            None => (None, false),
        };
        Now { day, yearless, exact: true, narrative: false, anchor: Anchor::Published }
    }

    /// Of a story: the last date told, which for a month or year that holds the last day is that day.
    pub(super) fn told(last: Option<(usize, Moment)>, last_day: Option<(usize, Day)>) -> Option<Now> {
        let (id, moment) = last?;
        let holds = |day: Day| moment.bounds().is_some_and(|(first, end)| (first..=end).contains(&day));
        let (id, day, exact) = match last_day.filter(|(_, day)| holds(*day)) {
            Some((id, day)) => (id, day, true),
            None => (id, moment.first()?, false),
        };
        Some(Now { day: Some(day), yearless: false, exact, narrative: true, anchor: Anchor::Date(id) })
    }
}
