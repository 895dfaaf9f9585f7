//! Blocks: headline, dateline, paragraphs, list heads and their items.

use super::{Token, Tokens};

/// What part of the article a block is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BlockKind {
    /// A title line that opens the article.
    Headline,
    /// The opening that names place, day and agency: `DUSHANBE, June 1 (Agency) —`.
    Dateline,
    /// Running text.
    Paragraph,
    /// A paragraph that announces a list.
    ListHead,
    /// One item of a list.
    ListItem,
}

/// A stretch of tokens that is read as a whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its tokens, without the bullet of an item.
    pub tokens: Tokens,
    /// Its sentences, as indices into the article's.
    pub sentences: Tokens,
    /// Of an item: the index of the block that heads its list, where there is one.
    pub head: Option<u32>,
}

/// Cuts tokens into blocks. Sentences are filled in by [`super::sentence::cut`].
pub fn cut(_text: &str, tokens: &[Token]) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for at in 1..=tokens.len() as u32 {
        let ends = tokens.get(at as usize).is_none_or(|t| t.gap == super::Gap::Paragraph);
        if ends && start < at {
            blocks.push(Block { kind: BlockKind::Paragraph, tokens: start..at, sentences: 0..0, head: None });
            start = at;
        }
    }
    blocks
}
