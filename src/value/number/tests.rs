//! Spellings of numbers, and what looks like one.

use rust_decimal::Decimal;

use super::{cardinal, fraction, ordinal, parse};
use crate::value::sample;

/// Reads a cardinal at the start and gives value and text, or nothing.
fn check(text: &str, want: Option<(&str, &str)>) {
    sample::page(text, |page| {
        let got = cardinal(page.cursor(0..page.tokens.len() as u32)).ok();
        let got = got.map(|(_, number)| (number.value.normalize().to_string(), page.slice(&number.tokens)));
        assert_eq!(got.as_ref().map(|(value, text)| (value.as_str(), *text)), want, "{text}");
    });
}

#[test]
fn digits_in_any_grouping() {
    for (text, want) in [
        ("1,000", Some("1000")),
        ("12,50,000", Some("1250000")),
        ("1.000,5", Some("1000.5")),
        ("1.000.000", Some("1000000")),
        ("5,888.83", Some("5888.83")),
        ("3,5", Some("3.5")),
        ("0,125", Some("0.125")),
        ("1.234", Some("1.234")),
        ("65.26", Some("65.26")),
        ("5.6.7", None),
        ("1,00,00", None),
        ("1,2.3,4", None),
        ("9999999999999999999999999999999", None),
    ] {
        assert_eq!(parse(text).map(|value| value.to_string()).as_deref(), want, "{text}");
    }
}

#[test]
fn cardinals() {
    for (text, value, read) in [
        ("816 000 tonnes", "816000", "816 000"),
        ("1\u{a0}000\u{202f}000 people", "1000000", "1\u{a0}000\u{202f}000"),
        ("1 000,5 km", "1000.5", "1 000,5"),
        ("1998 300 people", "1998", "1998"),
        (".08 percent", "0.08", ".08"),
        ("1.3 billion people", "1300000000", "1.3 billion"),
        ("1.2bn", "1200000000", "1.2bn"),
        ("25k residents", "25000", "25k"),
        ("35m", "35", "35"),
        ("5 lakh crore", "5000000000000", "5 lakh crore"),
        ("500-million loan", "500000000", "500-million"),
        ("3 million 200 thousand", "3200000", "3 million 200 thousand"),
        ("2 million 500 men", "2000000", "2 million"),
        ("2 1/2 miles", "2.5", "2 1/2"),
        ("2½ miles", "2.5", "2½"),
        (
            "twenty-eight thousand six hundred forty-two",
            "28642",
            "twenty-eight thousand six hundred forty-two",
        ),
        ("one hundred and five", "105", "one hundred and five"),
        ("one hundred and two hundred", "100", "one hundred"),
        ("two thousand and five men", "2005", "two thousand and five"),
        ("two thousand and three thousand", "2000", "two thousand"),
        ("One and a half million", "1500000", "One and a half million"),
        ("two and three quarters", "2.75", "two and three quarters"),
        ("a million and a half", "1500000", "a million and a half"),
        ("half a million", "500000", "half a million"),
        ("half a dozen men", "6", "half a dozen"),
        ("two dozen", "24", "two dozen"),
        ("a hundred and twenty", "120", "a hundred and twenty"),
        ("nineteen ninety", "19", "nineteen"),
        ("three and four", "3", "three"),
        ("five hundred million", "500000000", "five hundred million"),
    ] {
        check(text, Some((value, read)));
    }
}

#[test]
fn no_cardinals() {
    for text in
        ["a man", "half the men", "third", "hundreds of men", "G20", "bn", "million", "and", "the", "."]
    {
        check(text, None);
    }
}

#[test]
fn ordinals_and_fractions() {
    for (text, want) in [
        ("third", Some(3)),
        ("twenty-first", Some(21)),
        ("11th", Some(11)),
        ("1,000th", Some(1000)),
        ("three", None),
        ("11 th", None),
        ("thirds", None),
    ] {
        sample::page(text, |page| {
            assert_eq!(ordinal(page.cursor(0..9)).ok().map(|(_, value)| value), want, "{text}");
        });
    }
    for (text, want) in [
        ("a quarter", Some(Decimal::new(25, 2))),
        ("three quarters", Some(Decimal::new(75, 2))),
        ("half", Some(Decimal::new(5, 1))),
        ("two-fifths", Some(Decimal::new(4, 1))),
        ("third", None),
        ("a second", None),
        ("quarter", None),
        ("two men", None),
    ] {
        sample::page(text, |page| {
            let got = fraction(page.cursor(0..9)).ok().map(|(_, value)| value.normalize());
            assert_eq!(got, want, "{text}");
        });
    }
}
