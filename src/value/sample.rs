//! For tests: an article cut and looked up.

use std::sync::LazyLock;

use super::{Page, Values};
use crate::lexicon::Lexicon;
use crate::token::{block, lex, sentence};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::builtin().expect("the tables read"));

/// Runs a test on a text's page.
pub(crate) fn page<T>(text: &str, test: impl FnOnce(&Page) -> T) -> T {
    page_in(&LEXICON, text, test)
}

/// Runs a test on a text's page, cut and looked up in a lexicon of the test's own.
pub(crate) fn page_in<T>(lexicon: &Lexicon, text: &str, test: impl FnOnce(&Page) -> T) -> T {
    let tokens = lex(text, 0, &lexicon.vocabulary);
    let mut blocks = block::cut(text, &tokens, lexicon.cues());
    let sentences = sentence::cut(text, &tokens, lexicon.cues(), &mut blocks);
    let hits = lexicon.look_up(&tokens);
    test(&Page { text, tokens: &tokens, blocks: &blocks, sentences: &sentences, lexicon, hits: &hits })
}

/// Runs a test on a text's page and values.
pub(crate) fn values<T>(text: &str, test: impl FnOnce(&Page, &Values) -> T) -> T {
    page(text, |page| test(page, &Values::read(page)))
}
