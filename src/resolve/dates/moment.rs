//! A day or longer period of the calendar: its TIMEX3 value, the days it covers, and its neighbours.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::value::date::{Season, Unit};

/// A day or longer period of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Moment {
    /// By its first year divided by a hundred.
    Century(i16),
    /// By its first year divided by ten.
    Decade(i16),
    Year(i16),
    Half(i16, i8),
    Season(i16, Season),
    Quarter(i16, i8),
    Month(i16, i8),
    /// By its Monday.
    Week(Date),
    /// By the Monday before.
    Weekend(Date),
    Day(Date),
}

impl Moment {
    /// The period of a unit that holds a day; none for units without a place in the calendar.
    pub(super) fn around(day: Date, unit: Unit) -> Option<Moment> {
        let (year, month) = (day.year(), day.month());
        Some(match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Millennium => return None,
            Unit::Day => Moment::Day(day),
            Unit::Weekend => Moment::Weekend(monday(day)),
            Unit::Week | Unit::Fortnight => Moment::Week(monday(day)),
            Unit::Month => Moment::Month(year, month),
            Unit::Quarter => Moment::Quarter(year, (month + 2) / 3),
            Unit::Half => Moment::Half(year, (month + 5) / 6),
            Unit::Year => Moment::Year(year),
            Unit::Decade => Moment::Decade(year / 10),
            Unit::Century => Moment::Century(year / 100),
        })
    }

    /// The same kind of period, so many later; none beyond the calendar.
    pub(super) fn step(self, by: i32) -> Option<Moment> {
        let short = i16::try_from(by).ok()?;
        Some(match self {
            Moment::Century(n) => Moment::Century(n.checked_add(short)?),
            Moment::Decade(n) => Moment::Decade(n.checked_add(short)?),
            Moment::Year(year) => Moment::Year(year.checked_add(short)?),
            Moment::Season(year, season) => Moment::Season(year.checked_add(short)?, season),
            Moment::Half(year, half) => carry(year, half, 2, by).map(|(y, h)| Moment::Half(y, h))?,
            Moment::Quarter(year, quarter) => {
                carry(year, quarter, 4, by).map(|(y, q)| Moment::Quarter(y, q))?
            }
            Moment::Month(year, month) => carry(year, month, 12, by).map(|(y, m)| Moment::Month(y, m))?,
            Moment::Week(monday) => Moment::Week(days(monday, by.checked_mul(7)?)?),
            Moment::Weekend(monday) => Moment::Weekend(days(monday, by.checked_mul(7)?)?),
            Moment::Day(day) => Moment::Day(days(day, by)?),
        })
    }

    /// The same period so many years later, as fine as it is.
    pub(super) fn years(self, by: i32) -> Option<Moment> {
        match self {
            Moment::Century(_) | Moment::Decade(_) => Moment::Year(self.first()?.year()).step(by),
            Moment::Year(_) | Moment::Season(..) => self.step(by),
            Moment::Half(..) => self.step(by.checked_mul(2)?),
            Moment::Quarter(..) => self.step(by.checked_mul(4)?),
            Moment::Month(..) => self.step(by.checked_mul(12)?),
            Moment::Week(day) | Moment::Weekend(day) => {
                Some(Moment::Week(monday(day.checked_add(i64::from(by).years()).ok()?)))
            }
            Moment::Day(day) => Some(Moment::Day(day.checked_add(i64::from(by).years()).ok()?)),
        }
    }

    /// Its TIMEX3 value.
    pub(super) fn value(self) -> String {
        match self {
            Moment::Century(n) => format!("{n:02}"),
            Moment::Decade(n) => format!("{n:03}"),
            Moment::Year(year) => format!("{year:04}"),
            Moment::Half(year, half) => format!("{year:04}-H{half}"),
            Moment::Season(year, season) => format!("{year:04}-{}", season.as_str()),
            Moment::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Moment::Month(year, month) => format!("{year:04}-{month:02}"),
            Moment::Week(monday) => week_value(monday),
            Moment::Weekend(monday) => week_value(monday) + "-WE",
            Moment::Day(day) => day.to_string(),
        }
    }

    /// First and last day; none for seasons, whose days nobody agrees on.
    pub(super) fn bounds(self) -> Option<(Date, Date)> {
        let months = |year: i16, from: i8, to: i8| {
            let last = Date::new(year, to, 1).ok()?;
            Some((Date::new(year, from, 1).ok()?, last.last_of_month()))
        };
        match self {
            Moment::Century(n) => {
                Some((months(n.checked_mul(100)?, 1, 1)?.0, months(n * 100 + 99, 12, 12)?.1))
            }
            Moment::Decade(n) => Some((months(n.checked_mul(10)?, 1, 1)?.0, months(n * 10 + 9, 12, 12)?.1)),
            Moment::Year(year) => months(year, 1, 12),
            Moment::Half(year, half) => months(year, half * 6 - 5, half * 6),
            Moment::Season(..) => None,
            Moment::Quarter(year, quarter) => months(year, quarter * 3 - 2, quarter * 3),
            Moment::Month(year, month) => months(year, month, month),
            Moment::Week(monday) => Some((monday, days(monday, 6)?)),
            Moment::Weekend(monday) => Some((days(monday, 5)?, days(monday, 6)?)),
            Moment::Day(day) => Some((day, day)),
        }
    }

    /// A day by which periods are put in order: the first, or about the first of a season.
    pub(super) fn first(self) -> Option<Date> {
        match self {
            Moment::Season(year, season) => Date::new(year, season_month(season), 1).ok(),
            _ => self.bounds().map(|(first, _)| first),
        }
    }
}

/// The n-th of `count` parts of a year, so many later.
fn carry(year: i16, part: i8, count: i32, by: i32) -> Option<(i16, i8)> {
    let index = (i32::from(year) * count + i32::from(part) - 1).checked_add(by)?;
    Some((i16::try_from(index.div_euclid(count)).ok()?, i8::try_from(index.rem_euclid(count) + 1).ok()?))
}

/// A day so many days later.
pub(super) fn days(day: Date, by: i32) -> Option<Date> {
    day.checked_add(by.days()).ok()
}

/// The Monday of a day's week.
pub(super) fn monday(day: Date) -> Date {
    let back = i32::from(day.weekday().to_monday_zero_offset());
    days(day, -back).unwrap_or(day)
}

/// The number of a weekday in ISO 8601.
pub(super) fn number(weekday: Weekday) -> i8 {
    weekday.to_monday_one_offset()
}

fn week_value(monday: Date) -> String {
    let week = monday.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The month in which a season begins in the north; winter counts as beginning the year before.
pub(super) fn season_month(season: Season) -> i8 {
    match season {
        Season::Spring => 3,
        Season::Summer => 6,
        Season::Autumn => 9,
        Season::Winter => 12,
    }
}
