//! Odd articles: each gives a record, in a time that grows with its size and no faster.

use std::time::{Duration, Instant};

use crate::sandbox::{Ran, Sandbox};

/// How much larger texts are where the program is fast.
const SCALE: usize = if cfg!(debug_assertions) { 1 } else { 40 };

/// Reads a text and gives the time it took.
fn time(text: &str) -> Duration {
    let sandbox = Sandbox::with(&[("a.txt", text)]);
    let start = Instant::now();
    let ran = sandbox.run("extract a.txt");
    assert_eq!((ran.code, ran.records().len()), (0, 1), "{}", ran.err);
    start.elapsed()
}

#[test]
fn odd_texts_give_records() {
    let texts = [
        "",
        " ",
        "\n\n\n",
        ".",
        "\u{feff}",
        "\u{1}\u{2}\u{1b}[31mPeru\u{7f} signed\u{85}a treaty\u{2028}on\u{200b}3 May.",
        "\"Peru and Chile ((signed “a 'treaty on 3 May 2021.",
        "))))]]]]}}}}””””",
        "Peru\r\nand Chile\rsigned a\ttreaty\u{a0}on 3 May 2021.",
        "PERU AND CHILE SIGNED A TREATY ON 3 MAY 2021.",
        "99999999999999999999999999999999999999999999 dollars on 99/99/9999",
        "$1,,,000 and -–—− % of 0/0 on 2024-02-30 at 25:61",
        "👩‍👩‍👧‍👦 signed 🇵🇪 e\u{301} ﬁve ½ ٣ Ⅷ treaties",
        "Published:\nTitle:\n\n",
        "Published: 2024-99-99\n\nOn Monday.",
        "- \n- \n1. \n2. \n•\n",
    ];
    for text in texts {
        let sandbox = Sandbox::with(&[("a.txt", text)]);
        let ran = sandbox.run("extract a.txt");
        assert_eq!((ran.code, ran.records().len()), (0, 1), "{text:?}");
        // What is odd about reading it may be told, and is no error.
        assert!(ran.err.lines().all(|line| line.starts_with("warning: ")), "{text:?}\n{}", ran.err);
    }
}

#[test]
fn time_grows_with_size_and_no_faster() {
    let sentence = "Peru and Chile signed a treaty on mutual aid worth $5 million on 3 May, he said. ";
    let items: String = (0..2_500).map(|number| format!("- an agreement on item {number}\n")).collect();
    let list = format!("Peru and Chile signed:\n{}", items.repeat(SCALE));
    let texts = [
        ("one long line", sentence.repeat(500 * SCALE)),
        ("a long list", list),
        ("no space at all", "Peru".repeat(10_000 * SCALE)),
        ("one word", "Peru ".repeat(5_000 * SCALE)),
        ("one list", "Peru and Chile, ".repeat(2_500 * SCALE)),
        ("brackets that never close", "( ".repeat(10_000 * SCALE)),
        ("quotes that never close", "“ said \" ".repeat(2_500 * SCALE)),
        ("types alone", "a treaty ".repeat(2_500 * SCALE)),
        ("verbs alone", "signed ".repeat(5_000 * SCALE)),
        ("numbers alone", "1,000 million ".repeat(2_500 * SCALE)),
        ("blank lines", "\n \n".repeat(10_000 * SCALE)),
    ];
    // What starting takes is no part of it.
    let idle = time("");
    for (name, text) in texts {
        let half = &text[..text.floor_char_boundary(text.len() / 2)];
        let (half, whole) = (time(half).saturating_sub(idle), time(&text).saturating_sub(idle));
        // Twice the time, with much room for a busy machine; a square would take four times as long.
        let most = half * 3 + Duration::from_millis(400);
        assert!(whole < most, "{name}: {half:?}, and {whole:?} for twice as much");
    }
}

#[test]
fn a_long_line_among_articles_does_not_hold_up_the_rest() {
    let long = "Fog ".repeat(5_000 * SCALE);
    let sandbox = Sandbox::with(&[("a/1.txt", "Fog."), ("a/2.txt", &long), ("a/3.txt", "Fog.")]);
    let ids: Vec<String> = Ran::of(&mut sandbox.command("extract a"))
        .records()
        .iter()
        .map(|record| record["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids, ["1", "2", "3"]);
}
