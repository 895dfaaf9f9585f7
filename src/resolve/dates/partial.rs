//! TIMEX3 values with X for what can't be known.

use crate::value::date::{Part, Unit, When, Which, Year, has_day};

/// The value of a point whose moment can't be told.
pub(super) fn value(when: When) -> String {
    match when {
        When::Calendar { year, part, .. } => part_value(&year_value(year), part),
        When::Decade(tens) => format!("{tens:0>3}"),
        When::Century(ordinal) => format!("{:02}", ordinal - 1),
        When::Weekday(day, _) => format!("XXXX-WXX-{day}"),
        When::Unit(unit, which) => unit_value(unit, which),
        When::Deictic(_) | When::Unsaid => "XXXX-XX-XX".to_owned(),
        When::Shift { unit, .. } => unit_value(unit, None),
        When::YearAgo(unit) => unit_value(unit, None),
    }
}

fn year_value(year: Year) -> String {
    match year {
        Year::Said(year) => format!("{year:04}"),
        Year::Short(two) => format!("XX{two:02}"),
        Year::Which(_) | Year::Unsaid => "XXXX".to_owned(),
    }
}

fn part_value(year: &str, part: Part) -> String {
    match part {
        Part::Whole => year.to_owned(),
        Part::Month(month) => format!("{year}-{month:02}"),
        Part::Day(month, day) if !has_day(month, day) => format!("{year}-{month:02}"),
        Part::Day(month, day) | Part::Slashed(month, day) => format!("{year}-{month:02}-{day:02}"),
        Part::WeekOf(..) => format!("{year}-WXX"),
        Part::DayOfMonth(day) => format!("{year}-XX-{day:02}"),
        Part::Quarter(0) => format!("{year}-QX"),
        Part::Quarter(quarter) => format!("{year}-Q{quarter}"),
        Part::Half(half) => format!("{year}-H{half}"),
        Part::Season(season) => format!("{year}-{}", season.as_str()),
        Part::Holiday(_) => format!("{year}-XX-XX"),
        Part::Around(_, unit) => format!("{year}{}", &unit_value(unit, None)[4..]),
    }
}

fn unit_value(unit: Unit, which: Option<Which>) -> String {
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX".to_owned(),
        Unit::Weekend => "XXXX-WXX-WE".to_owned(),
        Unit::Week | Unit::Fortnight => "XXXX-WXX".to_owned(),
        Unit::Month => "XXXX-XX".to_owned(),
        Unit::Quarter => "XXXX-QX".to_owned(),
        Unit::Half => "XXXX-HX".to_owned(),
        Unit::Year => "XXXX".to_owned(),
        Unit::Decade if which.is_some() => "XXX".to_owned(),
        Unit::Decade | Unit::Century | Unit::Millennium => "XX".to_owned(),
    }
}
