//! What stands in `.ann` files.

use super::*;
use crate::extract::{Article, Extractor};
use crate::text::Unit;
use crate::wire;

fn annotated(text: &str) -> String {
    let article = Article { text: text.to_owned(), ..Article::default() };
    let facts = Extractor::new(&[]).unwrap().extract(&article);
    let of = wire::Article { text, ..wire::Article::default() };
    annotate(text, &Record::new(&of, &facts, Unit::Chars))
}

fn check(text: &str, lines: &[&str]) {
    let got = annotated(text);
    for line in lines {
        assert!(got.lines().any(|found| found == *line), "{line}\n\n{got}");
    }
}

#[test]
fn entities_attributes_and_relations() {
    check(
        "Köln: Peru and Chile signed a treaty on mutual aid on 3 May 2021.",
        &[
            "T1\tDate 54 64\t3 May 2021",
            "A1\tDateType T1 DATE",
            "#1\tAnnotatorNotes T1\t2021-05-03",
            "T2\tDocument 30 50\ttreaty on mutual aid",
            "A3\tStatus T2 signed",
            "T3\tParty 6 10\tPeru",
            "R1\tParty Arg1:T2 Arg2:T3",
            "R3\tWhen Arg1:T2 Arg2:T1",
        ],
    );
}

#[test]
fn line_breaks_part_entities() {
    check("It met on May 3,\n2021, they said.", &["T1\tDate 10 16;17 21\tMay 3, 2021"]);
    let mut out = Annotations::new("ä 3\r\n  May\t2021 b");
    out.entity("Date", [1, 16]);
    assert_eq!(out.finish(), "T1\tDate 2 3;7 10;11 15\t3 May 2021\n");
}

#[test]
fn a_text_without_facts_has_no_lines() {
    assert_eq!(annotated("Fog fell."), "");
}
