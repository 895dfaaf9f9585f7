//! The day of publication as input gives it: the value of a header line or field, the name of a file.

use std::path::Path;

use jiff::civil::Date;
use jiff::fmt::strtime::BrokenDownTime;

/// How a day is written, the longer before what its beginning could be taken for. Time and zone may follow.
const FORMATS: &[&str] = &[
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d-%B-%Y",
    "%B %d %Y",
    "%b %d %H:%M:%S %Y",
    "%b %d %Y",
];

/// The day that a value names, as ISO 8601: `2024-03-14T10:00Z`, `Thu, 14 Mar 2024 10:00 GMT`, `March 14th, 2024`. None where
/// there is none, or where either number may be the month.
pub(super) fn read(value: &str) -> Option<String> {
    let value = plain(value);
    let named = value.split_once(' ').map(|(_, rest)| rest);
    let day = [Some(value.as_str()), named].into_iter().flatten().find_map(prefix)?;
    (1600..2200).contains(&day.year()).then(|| day.to_string())
}

/// The day that a number names: `20240314`, or the seconds or milliseconds since 1970 (UTC).
pub(super) fn of_number(number: &str) -> Option<String> {
    let whole = number.split_once('.').map_or(number, |(whole, _)| whole);
    let digits = whole.trim_start_matches('-').len();
    match digits {
        8 => compact(whole),
        9..=10 => of_millis(whole.parse::<i64>().ok()?.checked_mul(1000)?),
        11..=13 => of_millis(whole.parse().ok()?),
        _ => None,
    }
}

/// The day of so many milliseconds since 1970 (UTC).
pub(super) fn of_millis(millis: i64) -> Option<String> {
    let moment = jiff::Timestamp::from_millisecond(millis).ok()?;
    Some(jiff::tz::Offset::UTC.to_datetime(moment).date().to_string())
}

/// The value without what says nothing: commas, the stops of abbreviations, the letters of ordinals.
fn plain(value: &str) -> String {
    let words = value.split_whitespace().map(|word| {
        let word = word.trim_end_matches(',');
        let word = if word.bytes().any(|b| b.is_ascii_digit()) { word } else { word.trim_end_matches('.') };
        let number = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let is_ordinal = matches!(&word[number.len()..], "st" | "nd" | "rd" | "th");
        if is_ordinal && number.len() <= 2 { number } else { word }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn prefix(value: &str) -> Option<Date> {
    FORMATS.iter().find_map(|format| day_at_start(format, value)).or_else(|| slashed(value))
}

fn day_at_start(format: &str, value: &str) -> Option<Date> {
    let (time, end) = BrokenDownTime::parse_prefix(format, value).ok()?;
    let more = value.as_bytes().get(end).is_some_and(u8::is_ascii_digit);
    if more { None } else { time.to_date().ok() }
}

/// `03/14/2024`, where only one of the numbers can be the month.
fn slashed(value: &str) -> Option<Date> {
    let both = ["%m/%d/%Y", "%d/%m/%Y"].map(|format| day_at_start(format, value));
    match both {
        [Some(one), Some(other)] if one != other => None,
        [one, other] => one.or(other),
    }
}

/// The day in a file's name (`2024-03-14-pact.txt`, `20240314_pact.txt`, `pact_2024_03_14.txt`), else in its folders
/// (`2024/03/14/pact.txt`, `2024-03-14/pact.txt`).
pub(super) fn of_path(path: &Path) -> Option<String> {
    let stem = path.file_stem()?.to_str()?;
    in_name(stem).or_else(|| in_folders(path))
}

/// The first day within a name: four, two and two digits, parted by one mark or by none.
fn in_name(name: &str) -> Option<String> {
    let bytes = name.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..bytes.len()).filter(|&at| digit(at) && !at.checked_sub(1).is_some_and(digit));
    starts.into_iter().find_map(|at| {
        let parted = bytes.get(at + 4).is_some_and(|mark| b"-_.".contains(mark));
        let end = at + if parted { 10 } else { 8 };
        let day = if digit(end) { None } else { name.get(at..end) }?;
        if parted && bytes.get(at + 7) != bytes.get(at + 4) {
            return None;
        }
        compact(&day.replace(['-', '_', '.'], ""))
    })
}

/// Eight digits that are a day of a time in which there was news.
fn compact(digits: &str) -> Option<String> {
    let is = digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let day = if is { day_at_start("%Y%m%d", digits) } else { None }?;
    (1600..2200).contains(&day.year()).then(|| day.to_string())
}

/// A folder that is named by a day alone, or three that are named by year, month and day.
fn in_folders(path: &Path) -> Option<String> {
    let folders: Vec<&str> = path.parent()?.iter().filter_map(|name| name.to_str()).collect();
    let alone = folders.iter().rev().find_map(|name| compact(&name.replace(['-', '_', '.'], "")));
    let nested = || folders.windows(3).rev().find_map(|parts| compact(&parts.concat()));
    alone.or_else(nested)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_in_values() {
        let cases = [
            ("2024-03-14", Some("2024-03-14")),
            ("2024-03-14T23:00:00+05:00", Some("2024-03-14")),
            ("2024/3/14 10:00", Some("2024-03-14")),
            ("20240314", Some("2024-03-14")),
            ("14.03.2024", Some("2024-03-14")),
            ("14 March 2024", Some("2024-03-14")),
            ("14th March, 2024", Some("2024-03-14")),
            ("March 14, 2024, 10:00 a.m.", Some("2024-03-14")),
            ("Mar. 14, 2024", Some("2024-03-14")),
            ("Thu, 14 Mar 2024 10:00:00 GMT", Some("2024-03-14")),
            ("Thursday, March 14, 2024", Some("2024-03-14")),
            ("Thu Mar 14 10:00:00 2024", Some("2024-03-14")),
            ("14-Mar-2024", Some("2024-03-14")),
            ("03/14/2024", Some("2024-03-14")),
            ("14/03/2024", Some("2024-03-14")),
            ("04/04/2024", Some("2024-04-04")),
            // Either number may be the month.
            ("03/04/2024", None),
            ("2024-02-30", None),
            ("31 February 2024", None),
            ("2024-03-145", None),
            ("0000-01-01", None),
            ("99999-01-01", None),
            ("March 2024", None),
            ("yesterday", None),
            ("", None),
        ];
        for (value, want) in cases {
            assert_eq!(read(value).as_deref(), want, "{value:?}");
        }
    }

    #[test]
    fn days_in_numbers() {
        let cases = [
            ("20240314", Some("2024-03-14")),
            ("1710410000", Some("2024-03-14")),
            ("1710410000.5", Some("2024-03-14")),
            ("1710410000000", Some("2024-03-14")),
            ("541900800", Some("1987-03-05")),
            ("20241314", None),
            ("2024", None),
            ("17104100000000000000", None),
            ("1e9", None),
        ];
        for (number, want) in cases {
            assert_eq!(of_number(number).as_deref(), want, "{number}");
        }
    }

    #[test]
    fn days_in_paths() {
        let cases = [
            ("2024-03-14-pact.txt", Some("2024-03-14")),
            ("20240314_pact.txt", Some("2024-03-14")),
            ("pact_2024_03_14.txt", Some("2024-03-14")),
            ("pact-2024.03.14.txt", Some("2024-03-14")),
            ("AGY20240314.0261.txt", Some("2024-03-14")),
            ("news/2024/03/14/pact.txt", Some("2024-03-14")),
            ("news/2024-03-14/pact.txt", Some("2024-03-14")),
            // The name is nearer than its folders.
            ("2024/03/14/20240312.txt", Some("2024-03-12")),
            ("pact-2024.txt", None),
            ("2024/pact.txt", None),
            ("20241314.txt", None),
            ("2024-03_14.txt", None),
            ("202403145.txt", None),
            ("12345678.txt", None),
            // A folder of many days that were fetched on one.
            ("2024-03-14-crawl/pact.txt", None),
            ("дата.txt", None),
        ];
        for (path, want) in cases {
            assert_eq!(of_path(Path::new(path)).as_deref(), want, "{path}");
        }
    }
}
