//! The day of a holiday in a given year, by the rule that the table has.

use jiff::civil::{Date, Weekday};

use super::moment::{Moment, days, number};
use crate::value::date::{Feast, Unit};

/// The day.
pub(super) fn day(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Nth(month, n, weekday) => nth(year, month, n, weekday),
        Feast::Last(month, weekday) => last(year, month, weekday),
        Feast::Easter(by) => days(easter(year)?, by.into()),
        Feast::Orthodox(by) => days(orthodox_easter(year)?, by.into()),
        Feast::Election => days(nth(year, 11, 1, 1)?, 1),
    }
}

/// The week or weekend of a holiday's day: of a Monday the weekend before it.
pub(super) fn around(day: Date, unit: Unit) -> Option<Moment> {
    let monday = unit == Unit::Weekend && day.weekday() == Weekday::Monday;
    Moment::around(days(day, if monday { -1 } else { 0 })?, unit)
}

/// The nth weekday of a month.
fn nth(year: i16, month: i8, n: i8, weekday: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    let ahead = (weekday - number(first.weekday())).rem_euclid(7);
    days(first, i32::from(ahead) + 7 * (i32::from(n) - 1))
}

/// The last weekday of a month.
fn last(year: i16, month: i8, weekday: i8) -> Option<Date> {
    let last = Date::new(year, month, 1).ok()?.last_of_month();
    let back = (number(last.weekday()) - weekday).rem_euclid(7);
    days(last, -i32::from(back))
}

/// Easter Sunday of the Gregorian calendar, after the anonymous computus of 1876.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let day = h + l - 7 * m + 114;
    Date::new(year as i16, (day / 31) as i8, (day % 31 + 1) as i8).ok()
}

/// Easter Sunday of the Eastern churches, by the Julian reckoning; right from 1900 to 2099.
fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 4, y % 7, y % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let day = d + e + 114;
    days(Date::new(year, (day / 31) as i8, (day % 31 + 1) as i8).ok()?, 13)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_give_days() {
        let cases = [
            (Feast::Fixed(12, 25), 2012, "2012-12-25"),
            (Feast::Nth(11, 4, 4), 2012, "2012-11-22"),
            (Feast::Nth(1, 3, 1), 2024, "2024-01-15"),
            (Feast::Last(5, 1), 2024, "2024-05-27"),
            (Feast::Easter(0), 2018, "2018-04-01"),
            (Feast::Easter(-2), 2024, "2024-03-29"),
            (Feast::Orthodox(0), 2018, "2018-04-08"),
            (Feast::Election, 1998, "1998-11-03"),
        ];
        for (feast, year, want) in cases {
            assert_eq!(day(feast, year).map(|d| d.to_string()).as_deref(), Some(want), "{feast:?} {year}");
        }
        assert_eq!(day(Feast::Fixed(2, 30), 2020), None);
    }
}
