//! What is told of small texts.

use super::*;
use crate::rule::SourceFile;

const RULES: &str = "kind visit\n  guest person\n  host country\n  date date\n\
    rule came gives visit\n  find {guest: person} visited {host: country} (on {date: date})?\n\
    rule saw gives visit\n  find {guest: person} visited {host: country}\n";

/// What is told of a text, or of one line of it.
fn told(text: &str, line: Option<&str>) -> String {
    let file = SourceFile { path: "visits.cloze".to_owned(), text: RULES.to_owned(), builtin: false };
    let extractor = Extractor::new(&[file]).unwrap();
    let within = line.map(|line| {
        let start = text.find(line).unwrap() as u32;
        Span::new(start, start + line.len() as u32)
    });
    explain_all(&extractor, &Article { text: text.to_owned(), ..Article::default() }, within)
}

#[test]
fn every_stage_is_told() {
    let text = "MINSK, 14 March 2024 - Foreign Minister Ada Obi visited Belarus on Monday.";
    let cases = [
        "published 2024-03-14 (source: dateline)",
        "sentence 1, dateline:\n  | MINSK, 14 March 2024 -",
        "sentence 2, paragraph:\n  | Foreign Minister Ada Obi visited Belarus on Monday.",
        "known    `Belarus`: countries (BLR)",
        "read as  `Monday`: date",
        "    came (visits.cloze:5)\n      matched `Foreign Minister Ada Obi visited Belarus on Monday` and won",
        "        host: `Belarus`\n        date: `Monday` = 2024-03-11",
        "visited Belarus` and lost to came, which is longer",
        "date `Monday` is 2024-03-11 (DATE)\n      said as XXXX-WXX-1; counted from the day of publication",
        "visit `Foreign Minister Ada Obi visited Belarus on Monday`, from came",
    ];
    let told = told(text, None);
    for want in cases {
        assert!(told.contains(want), "{want}\n\n{told}");
    }
}

#[test]
fn near_misses_are_told() {
    let cases = [
        (
            "The agreement between Peru and Chile was lost before they signed anything.",
            "matched `The agreement between Peru and Chile`, then wanted a passive verb of `signing` but found `was`",
        ),
        (
            "Foreign Minister Ada Obi visited Lima.",
            "visited`, then wanted a state by its name but found `Lima`",
        ),
        (
            "Foreign Minister Ada Obi visited",
            "visited`, then wanted a state by its name but the sentence ended",
        ),
    ];
    for (text, want) in cases {
        let told = told(text, None);
        assert!(told.contains(want), "{want}\n\n{told}");
    }
}

#[test]
fn only_what_is_asked_for_is_told() {
    let text = "Peru and Chile signed a treaty.\nFog fell on\nMalta.\n";
    let told = told(text, Some("Malta."));
    assert!(told.contains("| Fog fell on Malta.") && !told.contains("Peru"), "{told}");
    assert!(told.contains("nothing is found here") && told.contains("published: not known"), "{told}");
}

#[test]
fn what_came_less_far_is_only_counted() {
    let text = "The agreement between Peru and Chile was lost.";
    let file = SourceFile { path: "visits.cloze".to_owned(), text: RULES.to_owned(), builtin: false };
    let extractor = Extractor::new(&[file]).unwrap();
    let told = explain(&extractor, &Article { text: text.to_owned(), ..Article::default() }, None);
    assert_eq!(told.matches("then wanted").count(), 5, "{told}");
    assert!(
        told.contains("other rules came less far: --all tells of each") && !told.contains("read as"),
        "{told}"
    );
}

#[test]
fn odd_texts_are_told() {
    for text in ["", " ", "\u{0}\u{1b}[2J", "\"((", "….", "\u{feff}"] {
        let told = told(text, None);
        assert!(told.starts_with("published") && !told.contains('\u{1b}'), "{text:?}\n\n{told}");
    }
}
