//! Sentences: stretches of a block that end with a full stop that is one.

use super::{Block, Token, Tokens, keyword};

/// A sentence, or a list item, or a headline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its tokens, closing mark included.
    pub tokens: Tokens,
    /// The block it stands in.
    pub block: u32,
}

/// Cuts every block into sentences and tells the block which are its own.
pub fn cut(_text: &str, tokens: &[Token], blocks: &mut [Block]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (number, block) in blocks.iter_mut().enumerate() {
        let first = sentences.len() as u32;
        let mut start = block.tokens.start;
        for at in block.tokens.clone() {
            let stop = tokens[at as usize].word == keyword::STOP;
            if stop || at + 1 == block.tokens.end {
                sentences.push(Sentence { tokens: start..at + 1, block: number as u32 });
                start = at + 1;
            }
        }
        block.sentences = first..sentences.len() as u32;
    }
    sentences
}
