//! For tests: an article cut and looked up.

use std::sync::LazyLock;

use super::{Page, Values};
use crate::lexicon::Lexicon;
use crate::token::{block, lex, sentence};

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::builtin().expect("the tables read"));

/// Runs a test on a text's page.
pub(crate) fn page<T>(text: &str, test: impl FnOnce(&Page) -> T) -> T {
    let tokens = lex(text, 0, &LEXICON.vocabulary);
    let mut blocks = block::cut(text, &tokens, LEXICON.cues());
    let sentences = sentence::cut(text, &tokens, LEXICON.cues(), &mut blocks);
    let hits = LEXICON.look_up(&tokens);
    test(&Page {
        text,
        tokens: &tokens,
        blocks: &blocks,
        sentences: &sentences,
        lexicon: &LEXICON,
        hits: &hits,
    })
}

/// Runs a test on a text's page and values.
pub(crate) fn values<T>(text: &str, test: impl FnOnce(&Page, &Values) -> T) -> T {
    page(text, |page| test(page, &Values::read(page)))
}
