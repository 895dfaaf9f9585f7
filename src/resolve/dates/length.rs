//! TIMEX3 values of durations and sets.

use crate::value::date::{Amount, Every, Part, Set, Unit};

/// The letter of a unit, whether it belongs to the clock, and how many of the letter it is.
fn letter(unit: Unit) -> (&'static str, bool, u32) {
    match unit {
        Unit::Second => ("S", true, 1),
        Unit::Minute => ("M", true, 1),
        Unit::Hour => ("H", true, 1),
        Unit::Day => ("D", false, 1),
        Unit::Weekend => ("WE", false, 1),
        Unit::Week => ("W", false, 1),
        Unit::Fortnight => ("W", false, 2),
        Unit::Month => ("M", false, 1),
        Unit::Quarter => ("Q", false, 1),
        Unit::Half => ("M", false, 6),
        Unit::Year => ("Y", false, 1),
        Unit::Decade => ("DE", false, 1),
        Unit::Century => ("CE", false, 1),
        Unit::Millennium => ("ML", false, 1),
    }
}

/// The unit in which half a unit is a whole number, and that number.
fn half_unit(unit: Unit) -> Option<(Unit, u32)> {
    match unit {
        Unit::Minute => Some((Unit::Second, 30)),
        Unit::Hour => Some((Unit::Minute, 30)),
        Unit::Day => Some((Unit::Hour, 12)),
        Unit::Year => Some((Unit::Month, 6)),
        Unit::Decade => Some((Unit::Year, 5)),
        Unit::Century => Some((Unit::Year, 50)),
        _ => None,
    }
}

/// The value of a duration: `P3Y`, `PT1M30S`, `PXW`.
pub(super) fn value(parts: &[(Amount, Unit)]) -> String {
    let mut calendar = String::from("P");
    let mut clock = String::new();
    for &(amount, unit) in parts {
        for (number, unit) in split(amount, unit) {
            let (letter, of_clock, _) = letter(unit);
            let into = if of_clock { &mut clock } else { &mut calendar };
            into.push_str(&number);
            into.push_str(letter);
        }
    }
    if !clock.is_empty() {
        calendar.push('T');
        calendar.push_str(&clock);
    }
    calendar
}

/// An amount as numbers of units: 2.5 years are 2 years and 6 months.
fn split(amount: Amount, unit: Unit) -> Vec<(String, Unit)> {
    let Amount::Exact(hundredths) = amount else { return vec![("X".to_owned(), unit)] };
    let hundredths = hundredths.saturating_mul(letter(unit).2);
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match (rest, half_unit(unit)) {
        (0, _) => vec![(whole.to_string(), unit)],
        (50, Some((smaller, count))) if whole == 0 => vec![(count.to_string(), smaller)],
        (50, Some((smaller, count))) => vec![(whole.to_string(), unit), (count.to_string(), smaller)],
        _ => {
            let decimal = format!("{whole}.{rest:02}");
            vec![(decimal.trim_end_matches('0').to_owned(), unit)]
        }
    }
}

/// The value of a set: `XXXX-WXX-1`, `P1D`, `XXXX-XX-XXTMO`.
pub(super) fn set_value(set: &Set) -> String {
    match set.every {
        Every::Length(by, unit) => value(&[(by, unit)]),
        Every::Weekday(day, None) => format!("XXXX-WXX-{day}"),
        Every::Weekday(day, Some(part)) => format!("XXXX-WXX-{day}{}", part.as_str()),
        Every::Part(Part::Month(month)) => format!("XXXX-{month:02}"),
        Every::Part(Part::Season(season)) => format!("XXXX-{}", season.as_str()),
        Every::Part(_) => "P1Y".to_owned(),
        Every::DayPart(part) => format!("XXXX-XX-XX{}", part.as_str()),
    }
}
