//! Lines of a list that no rule read: what their head, or the paragraph above it, tells of several documents is told of them.

use crate::resolve::draft::DocumentDraft;
use crate::token::{Block, BlockKind, Tokens};
use crate::value::{Page, Values};

/// How far into a line its document may begin: after an article or a quotation mark.
const LEAD: u32 = 2;

/// Gives each line that begins with a document its head; tells which mentions stand there.
pub(super) fn read(page: &Page, values: &Values, drafts: &mut [DocumentDraft]) -> Vec<usize> {
    let mut found = Vec::new();
    let lines = page.blocks.iter().filter(|block| block.kind == BlockKind::ListItem);
    for (block, head) in lines.filter_map(|block| Some((block, block.head?))) {
        let Some(item) = opening(values, block).filter(|&item| is_free(&drafts[item])) else { continue };
        let Some(head) = group(page, values, drafts, head).filter(|&head| head != item) else { continue };
        drafts[item].part_of = Some(head);
        found.push(item);
    }
    for &item in &found {
        count(drafts, item);
    }
    found
}

/// The document that opens a line.
fn opening(values: &Values, block: &Block) -> Option<usize> {
    let (index, mention) = values.documents.within(&block.tokens).next()?;
    let opens = mention.tokens.start <= block.tokens.start + LEAD && mention.stands_for.is_none();
    opens.then_some(index)
}

/// Whether nothing is told of a document yet.
fn is_free(draft: &DocumentDraft) -> bool {
    draft.part_of.is_none() && draft.events.is_empty()
}

/// The documents of which the head of a list tells something, else the paragraph before it.
fn group(page: &Page, values: &Values, drafts: &[DocumentDraft], head: u32) -> Option<usize> {
    let head = head as usize;
    let told = |tokens: &Tokens| {
        let several = values.documents.within(tokens).filter(|(index, mention)| {
            mention.plural && !drafts[*index].events.is_empty() && drafts[*index].part_of.is_none()
        });
        several.last().map(|(index, _)| index)
    };
    let above = || page.blocks.get(head.checked_sub(1)?).filter(|block| block.kind == BlockKind::Paragraph);
    told(&page.blocks.get(head)?.tokens).or_else(|| told(&above()?.tokens))
}

/// Counts the lines of the list that an item stands in.
fn count(drafts: &mut [DocumentDraft], item: usize) {
    let Some(head) = drafts[item].part_of else { return };
    let lines = drafts.iter().filter(|draft| draft.part_of == Some(head)).count();
    drafts[head].listed = Some(lines as u64);
}
