//! Blocks: headline, dateline, paragraphs, list heads and their items.

use super::{Cues, Token, Tokens};

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
    /// Of an item: the tokens that mark it, which stand before its own; empty where nothing does.
    pub bullet: Tokens,
    /// Of an item: the index of the block that heads its list, where there is one.
    pub head: Option<u32>,
}

impl Block {
    /// A block without bullet, head and sentences.
    pub fn new(kind: BlockKind, tokens: Tokens) -> Block {
        let bullet = tokens.start..tokens.start;
        Block { kind, tokens, sentences: 0..0, bullet, head: None }
    }
}

/// Cuts tokens into blocks. Sentences are filled in by [`super::sentence::cut`].
pub fn cut(_text: &str, tokens: &[Token], _cues: &Cues) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for at in 1..=tokens.len() as u32 {
        let ends = tokens.get(at as usize).is_none_or(|t| t.gap == super::Gap::Paragraph);
        if ends && start < at {
            blocks.push(Block::new(BlockKind::Paragraph, start..at));
            start = at;
        }
    }
    blocks
}
