//! `then each line` and `then each item`: what stands under a head, or after its colon.

use super::machine::{Goal, Machine};
use super::{Ground, Scope, capture};
use crate::rule::compile::Compiled;
use crate::rule::compile::program::Program;
use crate::rule::matched::{ItemMatch, Match};
use crate::rule::trace::Trace;
use crate::token::{BlockKind, Tokens, keyword as k};
use crate::value::Page;

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

    /// The rest of the sentence after ':' or 'including', cut at ';', ',' and 'and'; or what stands right behind the head.
    fn inline(&mut self, patterns: &[Program]) -> Vec<ItemMatch> {
        let (page, head) = (self.ground.page, self.head);
        let end = page.sentences[head.sentence].tokens.end;
        match opening(page, head.tokens.end, end) {
            Some(opening) => self.announced(patterns, opening + 1..end),
            None => self.adjoining(patterns, head.tokens.end..end),
        }
    }

    /// Every item up to the end; between them may stand what is none.
    fn announced(&mut self, patterns: &[Program], tokens: Tokens) -> Vec<ItemMatch> {
        let hard = is_hard(self.ground, &tokens);
        let mut items = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            let whole = cut(self.ground, at, tokens.end, hard);
            let found = self.item(patterns, at..whole, false);
            let read = found.as_ref().map_or(at, |item| item.tokens.end);
            at = next(self.ground, read, tokens.end);
            items.extend(found);
        }
        items
    }

    /// Items without an opening mark, one right after the other: 'The papers include a pact on aid and a treaty'. The
    /// first begins with a value, since a word right behind the head ('was signed for years') belongs to it.
    fn adjoining(&mut self, patterns: &[Program], tokens: Tokens) -> Vec<ItemMatch> {
        let hard = is_hard(self.ground, &tokens);
        let mut items: Vec<ItemMatch> = Vec::new();
        let mut at = tokens.start;
        while let Some(found) = self.item(patterns, at..cut(self.ground, at, tokens.end, hard), false) {
            let valued = found.captures.iter().any(|capture| capture.tokens.start == found.tokens.start);
            if items.is_empty() && !valued {
                break;
            }
            let end = found.tokens.end;
            items.push(found);
            if end >= tokens.end || !parts(self.ground, end) {
                break;
            }
            at = next(self.ground, end, tokens.end);
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

/// The mark or word that opens a list: the head may end with it.
fn opening(page: &Page, head: u32, end: u32) -> Option<u32> {
    (head.saturating_sub(1)..end).find(|&at| matches!(page.word(at), k::COLON | k::INCLUDING))
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
    let Some(mut next) = (at..end).find(|&at| parts(ground, at)) else { return end };
    while next < end && (parts(ground, next) || ground.page.word(next) == k::ALSO) {
        next += 1;
    }
    next
}

/// Whether a mark or conjunction between items stands at a token.
fn parts(ground: Ground, at: u32) -> bool {
    matches!(ground.page.word(at), k::SEMICOLON | k::COMMA | k::AND)
}

/// Whether semicolons part the items.
fn is_hard(ground: Ground, tokens: &Tokens) -> bool {
    tokens.clone().any(|at| ground.page.word(at) == k::SEMICOLON)
}

/// Where an item of unmarked text ends: before the next mark or conjunction between items, unless a value
/// reaches over it; each 'between' has an 'and' of its own.
fn soft_end(ground: Ground, tokens: &Tokens) -> u32 {
    let values = ground.values;
    let (mut at, mut pairs) = (tokens.start, 0);
    while at < tokens.end {
        let document = values.documents.at(at).map(|(_, document)| document.tokens.end);
        let name = values.names.at(at).map(|(_, name)| name.tokens.end);
        if let Some(end) = document.or(name) {
            at = end;
        } else if pairs > 0 && ground.page.word(at) == k::AND {
            (at, pairs) = (at + 1, pairs - 1);
        } else if parts(ground, at) {
            return at;
        } else {
            pairs += u32::from(ground.page.word(at) == k::BETWEEN);
            at += 1;
        }
    }
    tokens.end
}
