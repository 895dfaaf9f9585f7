//! What a rule's match holds.

use super::ast::Mode;
use crate::token::Tokens;
use crate::value::Reading;

/// A match of one rule in one sentence.
#[derive(Clone, PartialEq, Debug)]
pub struct Match {
    /// Index of the rule in the compiled set.
    pub rule: usize,
    /// The sentence, by number.
    pub sentence: usize,
    /// All tokens of the match, its list items excluded.
    pub tokens: Tokens,
    /// What its holes captured, in the order of the text.
    pub captures: Vec<Capture>,
    /// Items read by `then each line` and `then each item`, in order.
    pub items: Vec<ItemMatch>,
    /// How it competes with others.
    pub rank: Rank,
}

/// What decides between two matches that share words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rank {
    /// The tokens matched as a word, a word list or a verb, in order: what matches compete for.
    pub words: Vec<u32>,
}

/// What one hole captured.
#[derive(Clone, PartialEq, Debug)]
pub struct Capture {
    /// The hole's field, as written: `parties`, `change.direction`.
    pub field: String,
    /// How the hole was written.
    pub mode: Mode,
    /// All tokens that the hole took: of a list, with its commas and conjunctions.
    pub tokens: Tokens,
    /// Its values: one, or the items of a list.
    pub values: Vec<Reading>,
    /// Of a list: 'neither A nor B'.
    pub negated: bool,
}

/// One item of a list under a head.
#[derive(Clone, PartialEq, Debug)]
pub struct ItemMatch {
    /// Its tokens.
    pub tokens: Tokens,
    /// What the item's pattern captured.
    pub captures: Vec<Capture>,
}
