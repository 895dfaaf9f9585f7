//! Whatever the words and numbers, and whenever it is said: nothing overflows, nothing panics, and values keep their form.

use proptest::prelude::*;

use super::super::{DateOrder, Options, publication, resolve};
use super::published;
use crate::value::sample;

/// What dates are made of, and numbers beyond them.
const WORDS: &[&str] = &[
    "the",
    "a",
    "last",
    "next",
    "same",
    "past",
    "every",
    "twice",
    "about",
    "over",
    "early",
    "end of",
    "year",
    "years",
    "decades",
    "centuries",
    "century",
    "millennium",
    "quarter",
    "half",
    "week",
    "days",
    "day",
    "hours",
    "fortnights",
    "ago",
    "from now",
    "later",
    "earlier",
    "before",
    "of",
    "in",
    "on",
    "to",
    "and",
    "until",
    "will",
    "was",
    "February",
    "May",
    "Monday",
    "Mondays",
    "winter",
    "Easter",
    "Election Day",
    "today",
    "yesterday",
    "now",
    "nineties",
    "fiscal",
    "first",
    "hundred",
    "thousand",
    "million",
    "twenty",
    "noon",
    "p.m.",
    "GMT",
    "0",
    "1",
    "12",
    "29",
    "31",
    "32",
    "99",
    "99th",
    "1812",
    "1990s",
    "2018",
    "9999",
    "99999",
    "999999",
    "4294967295",
    "4294967295.5",
    "99999999999999999999",
    "2018-02-29",
    "2018-13-01",
    "0000-00-00",
    "31.02.2018",
    "12/12/99",
    "25:61",
    "-",
    "/",
    ":",
    ",",
    ".",
    "'",
    "(",
    ")",
];

const DAYS: &[&str] = &[
    "",
    "2013-03-22",
    "2000-02-29",
    "0001-01-01",
    "9999-12-31",
    "-9999-01-01",
    "XXXX-02-29",
    "XXXX-13-40",
    "soon",
];

const ORDERS: &[DateOrder] = &[DateOrder::Auto, DateOrder::Mdy, DateOrder::Dmy, DateOrder::Ymd];

fn check(text: &str, day: &str, options: Options) {
    sample::values(text, |page, values| {
        let published = publication(page, values, published(day));
        let resolved = resolve(page, values, published.as_ref(), options);
        assert_eq!(resolved.dates.len(), values.dates.all().len());
        for date in &resolved.dates {
            let plain = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "-:._+".contains(c);
            assert!(!date.value.is_empty() && date.value.chars().all(plain), "{text:?} {:?}", date.value);
            assert!(date.begin.is_some() == date.end.is_some(), "{text:?} {date:?}");
            assert!(!date.span.of(text).is_empty(), "{text:?} {date:?}");
        }
    });
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn words_of_dates_in_any_order(
        words in proptest::collection::vec((0..WORDS.len(), any::<bool>()), 0..16),
        day in 0..DAYS.len(),
        order in 0..ORDERS.len(),
        narrative: bool,
    ) {
        let text: String = words.iter().map(|&(word, glued)| format!("{}{}", if glued { "" } else { " " }, WORDS[word])).collect();
        check(text.trim(), DAYS[day], Options { order: ORDERS[order], narrative });
    }

    #[test]
    fn any_text(text in "\\PC{0,120}", day in 0..DAYS.len()) {
        check(&text, DAYS[day], Options::default());
    }
}
