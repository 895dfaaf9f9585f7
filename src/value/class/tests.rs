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

#[test]
fn topics() {
    check(
        Class::Topic,
        &[
            ("[Exports rose by 5 percent.", "Exports"),
            ("[The price of oil from Libya fell.", "price of oil from Libya"),
            (
                "In May, [a two-way trade between Peru and the Republic of Chile has grown.",
                "two-way trade between Peru and the Republic of Chile",
            ),
            ("The bank said [exports to the two countries rose.", "exports to the two countries"),
            ("[Output in March rose.", "Output"),
            ("[Prices of butter, eggs and cabbage rose.", "Prices of butter, eggs and cabbage"),
            ("[Ten-year yields rose.", "Ten-year yields"),
            ("He noted that [the average monthly wage reached 900 euros.", "average monthly wage"),
            ("Prices fell by 5 percent and [wages rose.", "wages"),
            ("[The countries' trade rose.", "countries' trade"),
            ("[It rose.", "-"),
            ("[Ada Obi rose to 5 percent.", "-"),
            ("[Three climbers fell.", "-"),
            ("[March was cold.", "-"),
            ("The price of [oil rose.", "-"),
            ("The price of oil and [gas rose.", "-"),
            ("The average [price rose.", "-"),
        ],
    );
}

#[test]
fn nouns() {
    check(
        Class::Noun,
        &[
            ("It took [a loan of $5 million.", "loan"),
            ("It won [orders of $5 million.", "orders"),
            ("It sold [an interest-free bond of $5 million.", "interest-free bond"),
            ("A $5 million [loan came.", "loan"),
            ("It took a [soft loan.", "-"),
            ("It took a soft [loan.", "-"),
            ("It took it in [March.", "-"),
            ("It took [it.", "-"),
        ],
    );
}
