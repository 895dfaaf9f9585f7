//! What classes read that no other grammar finds for them.

use super::*;
use crate::value::sample;

/// Reads a class at the bracket in `marked`; the value must be `want`, or `-` for none.
fn check(class: Class, rows: &[(&str, &str)]) {
    for (marked, want) in rows {
        let start = marked.find('[').unwrap() as u32;
        sample::values(&marked.replacen('[', "", 1), |page, values| {
            let at = page.tokens.iter().position(|token| token.span.start == start).unwrap() as u32;
            let end = page.sentences[page.sentence_at(at).unwrap()].tokens.end;
            let got = read(page, values, class, at, end);
            assert_eq!(got.map_or("-", |read| page.slice(&read.tokens)), *want, "{class:?} {marked}");
        });
    }
}

#[test]
fn noun_phrases() {
    check(
        Class::Np,
        &[
            ("[The annual inflation rate fell", "annual inflation rate"),
            ("[exports of goods rose", "exports of goods"),
            ("[its two-way trade between them", "its two-way trade"),
            ("[Increased output of the mines was seen", "Increased output of the mines"),
            ("[prices climbed", "prices"),
            ("[the country's debt, he said", "country's debt"),
            ("[the rate of", "rate"),
            ("[of rates", "-"),
            ("[was seen", "-"),
            ("[, rates", "-"),
            ("[it fell", "-"),
        ],
    );
}

#[test]
fn asides_and_rests() {
    check(
        Class::Aside,
        &[
            ("Ada [(the minister, of old) signed", "the minister, of old"),
            ("Ada[, the minister, signed", "the minister"),
            ("Ada [— the minister — signed", "the minister"),
            ("Ada[, the minister; signed, later", "-"),
            ("Ada[, the minister signed it.", "-"),
            ("Ada [(the minister signed it.", "-"),
            ("Ada [the minister, signed", "-"),
            ("A[, b b b b b b b b b b b b b b b b b b b b b b b b b b, c", "-"),
        ],
    );
    check(
        Class::Rest,
        &[("a deal on [trade and aid; and", "trade and aid"), ("on [trade.", "trade"), ("on trade[.", "-")],
    );
}

#[test]
fn ordinals() {
    check(
        Class::Ordinal,
        &[
            ("the [11th member", "11th"),
            ("[third", "third"),
            ("[twenty-first", "twenty-first"),
            ("[three", "-"),
        ],
    );
}
