//! Every block of rules in docs/rule-language.md reads, and the one that is wrong is wrong as it says.

use dateline::rule::{SourceFile, read};

const PAGE: &str = include_str!("../docs/rule-language.md");

/// The blocks of the page whose fence says so.
fn blocks(fence: &str) -> Vec<String> {
    let opening = format!("```{fence}\n");
    PAGE.split(&opening).skip(1).filter_map(|rest| rest.split("```").next()).map(str::to_owned).collect()
}

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), text: text.to_owned(), builtin: false }
}

#[test]
fn every_block_reads() {
    let blocks = blocks("cloze");
    assert!(blocks.len() >= 4, "{blocks:#?}");
    for block in blocks {
        if let Err(errors) = read(&[file("page.cloze", &block)]) {
            panic!("{errors}\n\n{block}");
        }
    }
}

#[test]
fn changes_apply_to_what_is_there() {
    let [base, change] = ["cloze base", "cloze change"].map(|fence| blocks(fence).remove(0));
    let set = read(&[file("base.cloze", &base), file("my.cloze", &change)]).unwrap();
    assert_eq!((set.rules.len(), set.rules[0].at.file), (1, 1));
    assert_eq!(set.verbs[0].entries.len(), 2);
    let dropped = read(&[file("base.cloze", &base), file("my.cloze", "drop rule they-signed")]).unwrap();
    assert!(dropped.rules.is_empty());
}

#[test]
fn errors_look_as_shown() {
    let errors = read(&[file("my.cloze", &blocks("cloze wrong")[0])]).unwrap_err().to_string();
    for line in errors.lines() {
        assert!(PAGE.contains(&format!("    {line}\n").replace("    \n", "\n")), "{line}\n\n{errors}");
    }
}

mod odd_files {
    use proptest::prelude::*;

    use super::{file, read};

    /// Pieces that rule files are made of, and some that they are not.
    const PIECES: &[&str] = &[
        "rule r ",
        "gives k",
        "adds to figure",
        "\n  ",
        "\n",
        "\n    ",
        "find ",
        "yes ",
        "no ",
        "todo ",
        "note ",
        "give ",
        "over r",
        "unless after ",
        "then each line ",
        "kind k",
        "words w",
        "verbs w",
        "phrase p = ",
        "replace ",
        "drop rule r",
        " add ",
        "draft ",
        "a",
        "Ünal’s",
        "\"",
        "{",
        "}",
        "(",
        ")",
        "|",
        "=",
        "?",
        "*",
        "+",
        "!",
        "...",
        ":",
        ";",
        "#",
        "\\",
        "\\n",
        "{a: np}",
        "{p}",
        "{w}",
        "{figure: money}",
        "list of ",
        "each of ",
        "\u{feff}",
        "\r\n",
        "\t",
        " on 2024-03-14 ",
    ];

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn never_panic(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
            if let Err(errors) = read(&[file("odd.cloze", &pieces.concat())]) {
                prop_assert!(!errors.to_string().is_empty());
            }
        }
    }
}
