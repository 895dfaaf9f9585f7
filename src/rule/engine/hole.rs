//! What a hole takes: the longest reading of any of its sources, or a list of them.

use super::{Ground, Scope};
use crate::lexicon::Origin;
use crate::rule::ast::Mode;
use crate::rule::compile::program::{Hole, Source};
use crate::token::{Tokens, keyword as k};
use crate::value::class::{self, Reading, Value};
use crate::value::{list, name, verb};

/// What a hole took.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Taken {
    /// All of it.
    pub tokens: Tokens,
    /// One value, or the items of a list.
    pub values: Vec<Reading>,
    /// 'neither A nor B'
    pub negated: bool,
    /// Whether it was matched as a word or a verb, not as a value.
    pub is_word: bool,
}

/// Reads a hole at a token.
pub(super) fn take(ground: Ground, hole: &Hole, scope: &Scope, at: u32) -> Option<Taken> {
    let end = scope.tokens.end;
    if at >= end {
        return None;
    }
    match hole.mode {
        Mode::One | Mode::Active | Mode::Passive => {
            let reading = longest(ground, hole, at, end)?;
            let is_word = matches!(reading.value, Value::Word(..) | Value::Row(..) | Value::Verb(..));
            let tokens = reading.matched.clone();
            Some(Taken { tokens, values: vec![reading], negated: false, is_word })
        }
        Mode::List | Mode::Each => {
            let later = |item| if item > at { after_whence(ground, hole, item, end) } else { None };
            let item = |item| {
                later(item)
                    .or_else(|| longest(ground, hole, item, end))
                    .or_else(|| after_article(ground, hole, item, end))
            };
            let list = list::read(ground.page, at, end, scope.headline, item)?;
            Some(Taken { tokens: list.tokens, values: list.items, negated: list.negated, is_word: false })
        }
    }
}

/// An item of a list after its article.
fn after_article(ground: Ground, hole: &Hole, at: u32, end: u32) -> Option<Reading> {
    let article = matches!(ground.page.word(at), k::THE | k::A | k::AN);
    let reading = longest(ground, hole, at + 1, end).filter(|_| article)?;
    Some(Reading { matched: at..reading.matched.end, ..reading })
}

/// An item of a list after the words that say where it is from: 'Kenya and Oslo-based Acme', 'Swiss drug maker Acme'.
fn after_whence(ground: Ground, hole: &Hole, at: u32, end: u32) -> Option<Reading> {
    let from = name::whence_end(ground.page, ground.values, at)?;
    let reading = longest(ground, hole, from, end).filter(|found| matches!(found.value, Value::Name(_)))?;
    Some(Reading { matched: at..reading.matched.end, ..reading })
}

/// The longest reading of any source; of two as long, the one named first.
fn longest(ground: Ground, hole: &Hole, at: u32, end: u32) -> Option<Reading> {
    let readings = hole.sources.iter().filter_map(|source| read(ground, *source, at, end));
    readings.reduce(|best, next| if next.matched.end > best.matched.end { next } else { best })
}

fn read(ground: Ground, source: Source, at: u32, end: u32) -> Option<Reading> {
    match source {
        Source::Class(class) if class.is_phrase() => {
            ground.phrases.read(ground.page, ground.values, class, at, end)
        }
        Source::Class(class) => {
            let may = ground.starts.may_read(class, at);
            may.then(|| class::read(ground.page, ground.values, class, at, end))?
        }
        Source::Words(list) => listed(ground, at, end, |origin, row| match origin {
            Origin::Words(found) if found == list => Some(Value::Word(list, row)),
            _ => None,
        }),
        Source::Table(table) => listed(ground, at, end, |origin, row| match origin {
            Origin::Table(found, _) if found == table => Some(Value::Row(table, row)),
            _ => None,
        }),
        Source::Verbs(list, voice) => {
            let group = verb::read(ground.page, ground.values, list, voice, at, end)?;
            Some(Reading::of(group.tokens.clone(), Value::Verb(list, group)))
        }
        Source::Kind(kind) => {
            let (number, last) = ground.facts.at(kind, at).filter(|(_, last)| *last <= end)?;
            Some(Reading::of(at..last, Value::Fact(number)))
        }
    }
}

/// The longest surface that the lexicon found here and that `value` wants.
fn listed(
    ground: Ground,
    at: u32,
    end: u32,
    value: impl Fn(Origin, u32) -> Option<Value>,
) -> Option<Reading> {
    let hits = ground.page.hits.at(at).iter().rev().filter(|hit| hit.end <= end);
    hits.filter_map(|hit| Some(Reading::of(at..hit.end, value(hit.entry.origin, hit.entry.row)?))).next()
}
