//! From text to tokens, blocks and sentences.

pub mod block;
mod cue;
pub mod keyword;
mod lexer;
pub mod sentence;
mod vocabulary;

use std::ops::Range;

pub use block::{Block, BlockKind};
pub use cue::{Cues, Ends};
pub use lexer::{lex, lex_into};
pub use sentence::Sentence;
pub use vocabulary::{Vocabulary, fold, fold_into};

use crate::text::Span;

/// The id of a folded word or mark in the [`Vocabulary`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Word(pub u32);

impl Word {
    /// What no table, rule or grammar names.
    pub const UNKNOWN: Word = Word(0);

    /// Whether it is one of the closed class that grammars name.
    pub const fn is_keyword(self) -> bool {
        self.0 >= 1 && self.0 as usize <= keyword::ALL.len()
    }
}

/// A stretch of tokens: half-open indices into the article's tokens.
pub type Tokens = Range<u32>;

/// A word, a number or a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands in the text, in bytes.
    pub span: Span,
    /// Its folded form's id.
    pub word: Word,
    /// What it looks like.
    pub shape: Shape,
    /// What stands between it and the token before.
    pub gap: Gap,
}

impl Token {
    /// Whether it is a word that begins with a capital letter, or is all capitals.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Mixed)
    }

    /// Whether it is a word of letters.
    pub fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capital | Shape::Upper | Shape::Mixed)
    }

    /// Whether it is glued to the token before.
    pub fn is_glued(&self) -> bool {
        self.gap == Gap::None
    }
}

/// What a token looks like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A word whose first letter is small (or from a script without case): `pact`, `iPhone`.
    Lower,
    /// A word with a capital first letter and small ones after; also a single capital: `Pact`, `I`.
    Capital,
    /// Two or more letters, all capitals, inner full stops allowed: `SCO`, `U.S.`
    Upper,
    /// A capital first letter and others inside: `MoU`, `McGregor`.
    Mixed,
    /// Digits with `,` or `.` between digits: `1,000.5`.
    Number,
    /// Letters first, then digits among them: `G20`, `A320`.
    Code,
    /// A web or mail address.
    Address,
    /// A punctuation mark or symbol.
    Mark,
}

/// What stands before a token.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Gap {
    /// Nothing: it is glued to the token before.
    None,
    /// White space within a line.
    Space,
    /// One line break.
    Line,
    /// A blank line, or the start of the text.
    Paragraph,
}
