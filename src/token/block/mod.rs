//! Blocks: headline, dateline, paragraphs, list heads and their items.

mod bullet;
mod dateline;
mod head;
mod headline;
mod line;
mod list;
mod paragraph;

use super::{Cues, Token, Tokens};
use line::{Lines, Source};
use list::Item;

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
pub fn cut(text: &str, tokens: &[Token], cues: &Cues) -> Vec<Block> {
    let source = Source { text, tokens, cues };
    let lines = Lines::new(&source);
    let items = list::items(&source, &lines);
    let (headlines, taken) = headline::read(&source, &lines, &items);
    let mut drafts: Vec<Draft> =
        headlines.into_iter().map(|tokens| Draft::new(BlockKind::Headline, tokens)).collect();
    let paragraphs = paragraph::join(&source, &lines, &items, taken);
    for (number, paragraph) in paragraphs.into_iter().enumerate() {
        match paragraph.item {
            Some(item) => drafts.push(Draft::item(paragraph.tokens, item)),
            None => add_paragraph(&source, &paragraph.tokens, number == 0, &mut drafts),
        }
    }
    head::find(&source, &mut drafts);
    drafts.into_iter().map(|draft| draft.block).collect()
}

/// A block in the making.
struct Draft {
    block: Block,
    /// Of an item with a bullet: the line with which its list begins.
    list: Option<usize>,
}

impl Draft {
    fn new(kind: BlockKind, tokens: Tokens) -> Draft {
        Draft { block: Block::new(kind, tokens), list: None }
    }

    fn item(tokens: Tokens, item: Item) -> Draft {
        let bullet = tokens.start..(tokens.start + item.bullet).min(tokens.end);
        let block = Block::new(BlockKind::ListItem, bullet.end..tokens.end);
        Draft { block: Block { bullet, ..block }, list: Some(item.first) }
    }
}

/// A paragraph, its dateline parted. Only the first one's may be as short as `PARIS —`.
fn add_paragraph(source: &Source, tokens: &Tokens, first: bool, drafts: &mut Vec<Draft>) {
    let dateline = dateline::read(source, tokens).filter(|dateline| first || dateline.dated);
    let end = dateline.map_or(tokens.start, |dateline| dateline.end);
    if end > tokens.start {
        drafts.push(Draft::new(BlockKind::Dateline, tokens.start..end));
    }
    if end < tokens.end {
        drafts.push(Draft::new(BlockKind::Paragraph, end..tokens.end));
    }
}

#[cfg(test)]
mod tests;
