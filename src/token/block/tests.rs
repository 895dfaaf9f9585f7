use std::sync::LazyLock;

use super::*;
use crate::lexicon::Lexicon;
use crate::token::lex;

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::builtin().unwrap());

/// Each block as a letter for its kind, with `<` and the number of its head, and its text.
fn cut_text(text: &str) -> Vec<String> {
    let lexicon = &*LEXICON;
    let tokens = lex(text, 0, &lexicon.vocabulary);
    let blocks = cut(text, &tokens, lexicon.cues());
    blocks.iter().map(|block| show(text, &tokens, block)).collect()
}

fn show(text: &str, tokens: &[Token], block: &Block) -> String {
    let kind = match block.kind {
        BlockKind::Headline => 'H',
        BlockKind::Dateline => 'D',
        BlockKind::Paragraph => 'P',
        BlockKind::ListHead => 'L',
        BlockKind::ListItem => 'I',
    };
    let head = block.head.map_or(String::new(), |head| format!("<{head}"));
    let words = &tokens[block.tokens.start as usize..block.tokens.end as usize];
    let span = words.first().zip(words.last()).map(|(first, last)| first.span.cover(last.span));
    let text: Vec<&str> = span.map_or("", |span| span.of(text)).split_whitespace().collect();
    format!("{kind}{head} {}", text.join(" "))
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        assert_eq!(&cut_text(text), want, "{text}");
    }
}

#[test]
fn headlines() {
    check(&[
        (
            "Two states sign pact\n\nThe pact was signed.",
            &["H Two states sign pact", "P The pact was signed."],
        ),
        ("Two states sign pact", &["H Two states sign pact"]),
        ("Who signs?\n\nNobody does.", &["H Who signs?", "P Nobody does."]),
        (
            "Ministers sign a treaty with\nneighbours on water\n\nThe treaty was signed on Monday.",
            &["H Ministers sign a treaty with neighbours on water", "P The treaty was signed on Monday."],
        ),
        (
            "Pact signed\n\nSecond such pact within a year\n\nThe pact was signed on Monday.",
            &["H Pact signed", "H Second such pact within a year", "P The pact was signed on Monday."],
        ),
        (
            "PACT SIGNED IN RIGA\nThe pact was signed on\nMonday.",
            &["H PACT SIGNED IN RIGA", "P The pact was signed on Monday."],
        ),
        (
            "Envoys sign pact\nThe pact which the envoys had been speaking of was signed on\nMonday.",
            &["H Envoys sign pact", "P The pact which the envoys had been speaking of was signed on Monday."],
        ),
        (
            "Pact signed\nRIGA, June 1 (LNA) - It was signed.",
            &["H Pact signed", "D RIGA, June 1 (LNA) -", "P It was signed."],
        ),
    ]);
}

#[test]
fn no_headlines() {
    check(&[
        ("Pact signed\n\nWho signs?\n\nNobody does.", &["H Pact signed", "P Who signs?", "P Nobody does."]),
        ("RIGA, June 1 - Shares up\n\nThey rose.", &["D RIGA, June 1 -", "P Shares up", "P They rose."]),
        ("Two states sign pact:", &["P Two states sign pact:"]),
        ("Two states sign pact.", &["P Two states sign pact."]),
        ("It was signed.\n\nIt lapsed.", &["P It was signed.", "P It lapsed."]),
        (
            "The two states have signed a pact on water which the envoys had\nspoken of for years.",
            &["P The two states have signed a pact on water which the envoys had spoken of for years."],
        ),
        ("They signed:\n\nIt was late.", &["P They signed:", "P It was late."]),
    ]);
}

#[test]
fn datelines() {
    let openings = [
        "DUSHANBE, June 1 (Agency) —",
        "DUSHANBE, June 1, 2018 (Agency) —",
        "DUSHANBE, 1 June 2018 --",
        "DUSHANBE, June 1. /Agency/.",
        "BAKU, 19.05.2021 /Agency/",
        "KYIV. March 3 (Interfax) -",
        "Tashkent, March 14 -",
        "ST JOHN'S, Antigua, Dec 3 -",
        "ORLANDO, Fla., March 30 -",
        "LONDON (Reuters) -",
        "London (Reuters) –",
        "PARIS —",
        "MANILA --",
        "NUR-SULTAN/ALMATY, 4 May -",
        "MOSCOW and MINSK, May 4 (TASS) -",
        "BAKU, Azerbaijan, March 14.",
        "WASHINGTON, D.C., Feb. 26 -",
        "ASTANA. KAZINFORM –",
        "ARNHEM, the Netherlands, April 1 -",
        "BOSTON, Mass., march 4 -",
        "EVANSTON, Ill., March 5-",
        "TULSA, Okla., April 1, -",
    ];
    for opening in openings {
        let text = format!("{opening} The pact was signed.");
        assert_eq!(
            cut_text(&text),
            [format!("D {opening}"), "P The pact was signed.".to_owned()],
            "{opening}"
        );
    }
    check(&[("(MALTA), 19 MAY 90\n\nIt was signed.", &["D (MALTA), 19 MAY 90", "P It was signed."])]);
}

#[test]
fn no_datelines() {
    let texts = [
        "The pact - a short one - was signed.",
        "Riga - the capital - was chosen.",
        "On June 1 - a Friday - it was signed.",
        "In Riga, June 1 came.",
        "Ada Obi (Labour) said so.",
        "Riga, Latvia, was chosen.",
        "UN-led talks failed.",
        "NATO - the alliance - met.",
        "US - Russia talks failed.",
        "ON June 1, Dr. Obi left.",
    ];
    texts.iter().for_each(|text| assert_eq!(cut_text(text), [format!("P {text}")]));
}

#[test]
fn paragraphs() {
    check(&[
        ("It was\nsigned.\n\nIt lapsed.", &["P It was signed.", "P It lapsed."]),
        ("It was signed\nlate.\n    It lapsed\nsoon.", &["P It was signed late.", "P It lapsed soon."]),
        ("It was signed.\nIt lapsed.\nIt is dead.", &["P It was signed.", "P It lapsed.", "P It is dead."]),
        (
            "The pact was signed in the main hall of the old town house in June.\nIt lapsed soon after.",
            &["P The pact was signed in the main hall of the old town house in June. It lapsed soon after."],
        ),
    ]);
}

#[test]
fn lists() {
    check(&[
        (
            "The following were signed:\n\n- a treaty;\n\n-\u{a0}\u{a0} an accord\non water.\n\nThen they left.",
            &[
                "L The following were signed:",
                "I<0 a treaty;",
                "I<0 an accord on water.",
                "P Then they left.",
            ],
        ),
        ("They signed:\n— a pact.\n\nThey left.", &["L They signed:", "I<0 a pact.", "P They left."]),
        (
            "The ministers signed the following documents.\n1. A treaty\n2. An accord",
            &["L The ministers signed the following documents.", "I<0 A treaty", "I<0 An accord"],
        ),
        (
            "They agreed:\n(a) to meet;\n(b) to talk:\n  i) often,\n  ii) long;\n(c) to sign.",
            &["L They agreed:", "I<0 to meet;", "I<0 to talk:", "I<2 often,", "I<2 long;", "I<0 to sign."],
        ),
        ("They met.\n\n• A treaty\n• An accord", &["P They met.", "I A treaty", "I An accord"]),
        (
            "Signed today:\n1. a treaty;\n2) an accord;\n(iii) a pact.\nAlso:\n- a law\n– a decree",
            &[
                "L Signed today:",
                "I<0 a treaty;",
                "I<0 an accord;",
                "I<0 a pact.",
                "L Also:",
                "I<4 a law",
                "I<4 a decree",
            ],
        ),
        ("Signed today:\no a treaty\no an accord", &["L Signed today:", "I<0 a treaty", "I<0 an accord"]),
        (
            "They signed:\n\na treaty on water;\n\nan accord on air.\n\nThey left.",
            &["L They signed:", "I<0 a treaty on water;", "I<0 an accord on air.", "P They left."],
        ),
    ]);
}

#[test]
fn no_lists() {
    check(&[
        (
            "They were as follows.\n    - Riga is up, of which a part is offered\n- no bid.\n    - Kyiv is down.",
            &[
                "L They were as follows.",
                "I<0 Riga is up, of which a part is offered - no bid.",
                "I<0 Kyiv is down.",
            ],
        ),
        (
            "The envoys who had met in Riga put their hopes on page\n- and not on the date of the talks in\n1992. Then they left.",
            &[
                "P The envoys who had met in Riga put their hopes on page - and not on the date of the talks in 1992. Then they left.",
            ],
        ),
        (
            "They met.\n\n- They signed nothing.\n\nThey left.",
            &["P They met.", "P - They signed nothing.", "P They left."],
        ),
        ("— Who signs?\n— Nobody.", &["P — Who signs?", "P — Nobody."]),
        ("It fell to\n12. Then it rose.", &["P It fell to 12. Then it rose."]),
    ]);
}

#[test]
fn odd_texts() {
    for text in ["", "\n\n", "-", "•", "1.", "(", "- \n- ", "A\r\rB", ":\n-", "DUSHANBE,", "«»\n\n…"] {
        cut_text(text);
    }
}
