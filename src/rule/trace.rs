//! What was tried: for `explain`. Off, it costs nothing.

use std::fmt;

use super::ast::At;
use super::matched::Match;
use crate::token::Tokens;
use crate::value::{Page, Reading};

/// Who is told what the engine does. `()` is told nothing.
pub trait Trace {
    /// Whether failures are worth telling: then all starts are tried, hopeless ones too.
    const ON: bool;
    /// Whether the ways of matches are worth telling.
    const WALKS: bool = false;
    /// A rule is tried in a sentence, since the words that it needs are there.
    fn woken(&mut self, _rule: usize, _sentence: usize) {}
    /// A pattern came so far and failed.
    fn reached(&mut self, _reach: Reach) {}
    /// A pattern matched, but an `unless` of its rule forbids it.
    fn forbidden(&mut self, _forbidden: Forbidden) {}
    /// A pattern matched, and by which way.
    fn walked(&mut self, _walk: Walk) {}
    /// A rule matched, its list items included.
    fn matched(&mut self, _found: &Match) {}
}

impl Trace for () {
    const ON: bool = false;
}

/// How far a pattern came from one start.
#[derive(Clone, Copy, Debug)]
pub struct Reach<'a> {
    /// Index of the rule.
    pub rule: usize,
    /// The sentence, by number.
    pub sentence: usize,
    /// First token.
    pub start: u32,
    /// The token at which it failed.
    pub at: u32,
    /// One past the last token of the sentence.
    pub end: u32,
    /// The part of the pattern that failed, from 0.
    pub part: u32,
    /// What that part wanted, in words.
    pub want: &'a str,
}

/// A match that an `unless` forbids.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Forbidden {
    /// Index of the rule.
    pub rule: usize,
    /// The sentence, by number.
    pub sentence: usize,
    /// What had matched.
    pub tokens: Tokens,
    /// Which `unless` of the rule.
    pub unless: usize,
}

/// The way by which a pattern matched: of a rule, or of an item under it.
#[derive(Clone, Debug)]
pub struct Walk {
    /// Index of the rule.
    pub rule: usize,
    /// The sentence, by number; of an item that of its head.
    pub sentence: usize,
    /// What matched.
    pub tokens: Tokens,
    /// The places in the rule files of all that took part.
    pub places: Vec<At>,
    /// What its holes took, those without a field included.
    pub readings: Vec<Reading>,
}

/// A record of what was tried in which sentence.
#[derive(Debug, Default)]
pub struct Record {
    /// A rule in a sentence, in the order in which they were tried.
    pub tries: Vec<Try>,
}

/// What became of a rule in a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Try {
    /// Index of the rule.
    pub rule: usize,
    /// The sentence, by number.
    pub sentence: usize,
    /// Where it matched.
    pub matches: Vec<Tokens>,
    /// The attempt that came furthest in the pattern, though it failed.
    pub nearest: Option<Miss>,
    /// The longest match that an `unless` forbids.
    pub forbidden: Option<Forbidden>,
}

/// A failed attempt: 'matched `The agreement`, then wanted a passive `signing` but found `not`'.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Miss {
    /// What was matched.
    pub matched: Tokens,
    /// The part of the pattern that failed, from 0.
    pub part: u32,
    /// What was wanted there; several where the pattern had a choice.
    pub wanted: Vec<String>,
    /// Whether the sentence ended there.
    pub at_end: bool,
}

impl Trace for Record {
    const ON: bool = true;

    fn woken(&mut self, rule: usize, sentence: usize) {
        if !self.tries.last().is_some_and(|last| last.rule == rule && last.sentence == sentence) {
            self.tries.push(Try { rule, sentence, matches: Vec::new(), nearest: None, forbidden: None });
        }
    }

    fn reached(&mut self, reach: Reach) {
        if let Some(last) = self.tries.last_mut()
            && (last.rule, last.sentence) == (reach.rule, reach.sentence)
        {
            last.reached(reach);
        }
    }

    fn forbidden(&mut self, forbidden: Forbidden) {
        if let Some(last) = self.tries.last_mut()
            && (last.rule, last.sentence) == (forbidden.rule, forbidden.sentence)
            && last.forbidden.as_ref().is_none_or(|known| known.tokens.len() < forbidden.tokens.len())
        {
            last.forbidden = Some(forbidden);
        }
    }

    fn matched(&mut self, found: &Match) {
        let tried = self.tries.iter_mut().rev();
        let mut tried = tried.filter(|tried| (tried.rule, tried.sentence) == (found.rule, found.sentence));
        if let Some(last) = tried.next() {
            last.matches.push(found.tokens.clone());
        }
    }
}

impl Try {
    /// Keeps the attempt whose failed part is furthest in the pattern; of these, the one furthest in the text.
    fn reached(&mut self, reach: Reach) {
        let far = (reach.part, reach.at);
        let known = self.nearest.as_ref().map(|miss| (miss.part, miss.matched.end));
        match known {
            Some(known) if known > far => {}
            Some(known) if known == far => self.also(reach.want),
            _ => {
                self.nearest = Some(Miss {
                    matched: reach.start..reach.at,
                    part: reach.part,
                    wanted: vec![reach.want.to_owned()],
                    at_end: reach.at >= reach.end,
                });
            }
        }
    }

    fn also(&mut self, want: &str) {
        if let Some(miss) = &mut self.nearest
            && !miss.wanted.iter().any(|known| known == want)
        {
            miss.wanted.push(want.to_owned());
        }
    }
}

impl Miss {
    /// The miss in words.
    pub fn describe<'a>(&'a self, page: &'a Page) -> impl fmt::Display + 'a {
        Described { miss: self, page }
    }
}

struct Described<'a> {
    miss: &'a Miss,
    page: &'a Page<'a>,
}

impl fmt::Display for Described<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Miss { matched, wanted, at_end, .. } = self.miss;
        if matched.is_empty() {
            write!(f, "wanted ")?;
        } else {
            write!(f, "matched `{}`, then wanted ", self.page.slice(matched))?;
        }
        for (number, want) in wanted.iter().enumerate() {
            let join = match number {
                0 => "",
                _ if number + 1 == wanted.len() => " or ",
                _ => ", ",
            };
            write!(f, "{join}{want}")?;
        }
        match at_end {
            true => write!(f, " but the sentence ended"),
            false => write!(f, " but found `{}`", self.page.str(matched.end)),
        }
    }
}
