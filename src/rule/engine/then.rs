//! `then each line` and `then each item`: what stands under a head, or after its colon.

use super::machine::{Goal, Machine};
use super::{Ground, Scope, capture};
use crate::rule::compile::Compiled;
use crate::rule::compile::program::Program;
use crate::rule::matched::{ItemMatch, Match};
use crate::rule::trace::Trace;
use crate::token::{BlockKind, Tokens, keyword as k};

/// The items that a match heads.
pub(super) fn items(ground: Ground, rule: &Compiled, head: &Match, trace: &mut impl Trace) -> Vec<ItemMatch> {
    let mut reader = Reader { ground, head, trace };
    let mut items = Vec::new();
    if !rule.items.is_empty() {
        items.extend(reader.inline(&rule.items));
    }
    if !rule.lines.is_empty() && items.is_empty() {
        items.extend(reader.lines(&rule.lines));
    }
    items
}

/// Reads the items under one head.
struct Reader<'a, T> {
    ground: Ground<'a>,
    head: &'a Match,
    trace: &'a mut T,
}

impl<T: Trace> Reader<'_, T> {
    /// The list under the block whose last sentence the head stands in.
    fn lines(&mut self, patterns: &[Program]) -> Vec<ItemMatch> {
        let (page, head) = (self.ground.page, self.head);
        let number = page.sentences[head.sentence].block as usize;
        let last = page.blocks.get(number).map(|block| block.sentences.end);
        if last != Some(head.sentence as u32 + 1) {
            return Vec::new();
        }
        let below = page.blocks[number + 1..].iter();
        let items =
            below.take_while(|block| block.kind == BlockKind::ListItem && block.head == Some(number as u32));
        let firsts = items.filter_map(|block| page.sentences.get(block.sentences.start as usize));
        firsts.filter_map(|sentence| self.item(patterns, sentence.tokens.clone(), true)).collect()
    }

    /// The rest of the sentence after ':' or 'including', cut at ';', ',' and 'and'.
    fn inline(&mut self, patterns: &[Program]) -> Vec<ItemMatch> {
        let (page, head) = (self.ground.page, self.head);
        let end = page.sentences[head.sentence].tokens.end;
        let opens = |at: &u32| matches!(page.word(*at), k::COLON | k::INCLUDING);
        let Some(opening) = (head.tokens.end..end).find(opens) else { return Vec::new() };
        let hard = (opening + 1..end).any(|at| page.word(at) == k::SEMICOLON);
        let mut items = Vec::new();
        let mut at = opening + 1;
        while at < end {
            let whole = cut(self.ground, at, end, hard);
            let found = self.item(patterns, at..whole, false);
            let read = found.as_ref().map_or(at, |item| item.tokens.end);
            at = next(self.ground, read, end);
            items.extend(found);
        }
        items
    }

    /// The first pattern that matches at the start of an item.
    fn item(&mut self, patterns: &[Program], tokens: Tokens, line: bool) -> Option<ItemMatch> {
        patterns.iter().find_map(|program| {
            let short = program.has_rest && !line;
            let end = if short { soft_end(self.ground, &tokens) } else { tokens.end };
            let scope = Scope { tokens: tokens.start..end, headline: false, item: line };
            let names = (self.head.rule, self.head.sentence);
            let mut machine = Machine::new(self.ground, program, &scope, self.trace, names);
            let way = machine.run(tokens.start, Goal::Longest, |_| None)?;
            let tokens = tokens.start..way.end;
            machine.walked(tokens.start, &way);
            Some(ItemMatch { tokens, captures: capture::captures(program, way.trail) })
        })
    }
}

/// Where the item that starts at a token ends at the latest: at a ';' where the list has any.
fn cut(ground: Ground, at: u32, end: u32, hard: bool) -> u32 {
    if !hard {
        return end;
    }
    (at..end).find(|&at| ground.page.word(at) == k::SEMICOLON).unwrap_or(end)
}

/// Where the next item starts: after the next mark or conjunction between items.
fn next(ground: Ground, at: u32, end: u32) -> u32 {
    let parts = |at: &u32| matches!(ground.page.word(*at), k::SEMICOLON | k::COMMA | k::AND);
    let Some(mut next) = (at..end).find(parts) else { return end };
    while next < end && (parts(&next) || ground.page.word(next) == k::ALSO) {
        next += 1;
    }
    next
}

/// Where an item of unmarked text ends: before the next mark or conjunction between items, unless a value
/// reaches over it.
fn soft_end(ground: Ground, tokens: &Tokens) -> u32 {
    let values = ground.values;
    let mut at = tokens.start;
    while at < tokens.end {
        let document = values.documents.at(at).map(|(_, document)| document.tokens.end);
        let name = values.names.at(at).map(|(_, name)| name.tokens.end);
        if let Some(end) = document.or(name) {
            at = end;
        } else if matches!(ground.page.word(at), k::SEMICOLON | k::COMMA | k::AND) {
            return at;
        } else {
            at += 1;
        }
    }
    tokens.end
}
