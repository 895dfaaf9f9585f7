//! Finds the heads of lists, and the items of lists that have no bullets.

use rustc_hash::FxHashMap;

use super::line::Source;
use super::{Block, BlockKind, Draft};
use crate::token::{Shape, Tokens, keyword as k};

/// Longer paragraphs are no items of a list without bullets.
const LONGEST_ITEM: usize = 120;

/// Tells list heads what they are, and items which head is theirs.
pub(super) fn find(source: &Source, drafts: &mut [Draft]) {
    let mut heads: FxHashMap<usize, Option<u32>> = FxHashMap::default();
    for at in 0..drafts.len() {
        let block = &drafts[at].block;
        if block.kind == BlockKind::Paragraph && source.announces(&block.tokens) {
            take_clauses(source, drafts, at);
        }
        let Some(list) = drafts[at].list else { continue };
        let above = at.checked_sub(1).filter(|&above| is_head(source, &drafts[above].block));
        let head = *heads.entry(list).or_insert(above.map(|above| above as u32));
        drafts[at].block.head = head;
        let head = head.map(|head| &mut drafts[head as usize].block);
        if let Some(head) = head.filter(|head| head.kind == BlockKind::Paragraph) {
            head.kind = BlockKind::ListHead;
        }
    }
}

/// Whether a block right before an item announces it.
fn is_head(source: &Source, block: &Block) -> bool {
    match block.kind {
        BlockKind::Paragraph => announces(source, &block.tokens),
        BlockKind::ListItem => source.announces(&block.tokens),
        BlockKind::Headline | BlockKind::Dateline | BlockKind::ListHead => false,
    }
}

/// A colon, no full stop, or a last sentence that says so.
fn announces(source: &Source, tokens: &Tokens) -> bool {
    let cue = |at: u32| matches!(source.word(at), k::FOLLOWING | k::FOLLOWS | k::BELOW | k::THESE);
    let mark = |at: &u32| source.token(*at).is_some_and(|token| token.shape == Shape::Mark);
    let sentence = || tokens.clone().rev().skip_while(mark).take_while(|&at| source.word(at) != k::STOP);
    source.announces(tokens) || !source.stops(tokens) || sentence().any(cue)
}

/// Paragraphs that end in semicolons under an announcement are its items, and the one after them is the last.
fn take_clauses(source: &Source, drafts: &mut [Draft], head: usize) {
    let short =
        |draft: &&Draft| draft.block.kind == BlockKind::Paragraph && draft.block.tokens.len() <= LONGEST_ITEM;
    let goes_on = |draft: &&Draft| short(draft) && ends_in_semicolon(source, &draft.block.tokens);
    let (above, below) = drafts.split_at_mut(head + 1);
    let count = below.iter().take_while(goes_on).count();
    if count == 0 {
        return;
    }
    above[head].block.kind = BlockKind::ListHead;
    let last = usize::from(below.get(count).as_ref().is_some_and(short));
    for draft in &mut below[..count + last] {
        draft.block.kind = BlockKind::ListItem;
        draft.block.head = Some(head as u32);
    }
}

/// `…;`, `…; and`
fn ends_in_semicolon(source: &Source, tokens: &Tokens) -> bool {
    let conjunction = matches!(source.word(tokens.end.saturating_sub(1)), k::AND | k::OR);
    source.word(tokens.end.saturating_sub(if conjunction { 2 } else { 1 })) == k::SEMICOLON
}
