//! The editors' files know every word of the rule language.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use dateline::rule::keywords;
use serde_json::Value;

const TEXTMATE: &str = include_str!("../editors/vscode/syntaxes/cloze.tmLanguage.json");
const VIM: &str = include_str!("../editors/vim/syntax/cloze.vim");

/// Whether a text holds a word as such.
fn holds(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|part| part == word)
}

#[test]
fn every_word_of_the_language_is_known() {
    // In JSON a pattern's `\\s` would be read as part of the word after it.
    let textmate = TEXTMATE.replace("\\\\s", " ").replace("\\\\b", " ");
    for word in keywords() {
        assert!(holds(&textmate, word), "TextMate: {word}");
        assert!(holds(VIM, word), "Vim: {word}");
    }
}

#[test]
fn what_is_json_reads() {
    let files = [
        TEXTMATE,
        include_str!("../editors/vscode/package.json"),
        include_str!("../editors/vscode/language-configuration.json"),
    ];
    for file in files {
        let _: Value = serde_json::from_str(file).unwrap();
    }
}
