//! Runs compiled rules over a page.

mod capture;
mod hole;
mod machine;
mod phrases;
mod starts;
#[cfg(test)]
mod tests;
mod then;
mod unless;

use rustc_hash::FxHashMap;

use super::compile::{Candidate, Rules, Woken};
use super::matched::{Capture, Match, Rank};
use super::schema::KindRef;
use super::trace::Trace;
use crate::token::{BlockKind, Tokens};
use crate::value::{Page, Values};
use machine::{Goal, Machine, Way};
use phrases::Phrases;
use starts::Starts;

/// What the rules found on a page.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Found {
    /// All matches, by sentence, then by rule; those that compete with each other included.
    pub matches: Vec<Match>,
    /// Rules that ran out of steps, with the sentence.
    pub exhausted: Vec<(usize, usize)>,
}

impl Found {
    /// What would be found if a rule found nothing, where no rule is made of what others find.
    #[must_use]
    pub fn without(&self, rule: usize) -> Found {
        let matches = self.matches.iter().filter(|found| found.rule != rule).cloned().collect();
        let exhausted = self.exhausted.iter().filter(|(tried, _)| *tried != rule).copied().collect();
        Found { matches, exhausted }
    }
}

/// Where a pattern is tried.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    /// The sentence, or the item of a list.
    pub tokens: Tokens,
    pub headline: bool,
    /// Whether it is an item of a list.
    pub item: bool,
}

/// What patterns are tried on.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub page: &'a Page<'a>,
    pub values: &'a Values,
    pub facts: &'a Facts,
    pub starts: &'a Starts,
    pub phrases: &'a Phrases,
}

/// Facts that rules of earlier stages gave: by kind and first token, the index of the match and its end.
#[derive(Default)]
pub(super) struct Facts {
    starts: FxHashMap<(KindRef, u32), (usize, u32)>,
}

impl Facts {
    fn add(&mut self, kind: KindRef, number: usize, tokens: &Tokens) {
        let longest = self.starts.entry((kind, tokens.start)).or_insert((number, tokens.end));
        if longest.1 < tokens.end {
            *longest = (number, tokens.end);
        }
    }

    /// The longest fact of a kind that starts at a token.
    pub(super) fn at(&self, kind: KindRef, start: u32) -> Option<(usize, u32)> {
        self.starts.get(&(kind, start)).copied()
    }
}

impl Rules {
    /// All matches on a page. A draft rule gives nothing unless it is named.
    pub fn find(&self, page: &Page, values: &Values, draft: Option<&str>) -> Found {
        self.find_with(page, values, draft, &mut ())
    }

    /// [`Rules::find`], with a record of what was tried.
    pub fn find_with(
        &self,
        page: &Page,
        values: &Values,
        draft: Option<&str>,
        trace: &mut impl Trace,
    ) -> Found {
        let mut found = Found::default();
        let mut facts = Facts::default();
        let (starts, phrases) = (Starts::new(page, values), Phrases::default());
        for stage in 0..self.stages.len() {
            let first = found.matches.len();
            let mut run = Run {
                rules: self,
                ground: Ground { page, values, facts: &facts, starts: &starts, phrases: &phrases },
                draft,
                trace,
                found: &mut found,
            };
            run.stage(stage);
            for (number, found) in found.matches.iter().enumerate().skip(first) {
                facts.add(self.set().rules[found.rule].kind, number, &found.tokens);
            }
        }
        found
    }
}

struct Run<'a, T> {
    rules: &'a Rules,
    ground: Ground<'a>,
    draft: Option<&'a str>,
    trace: &'a mut T,
    found: &'a mut Found,
}

impl<T: Trace> Run<'_, T> {
    fn stage(&mut self, stage: usize) {
        let Ground { page, starts, .. } = self.ground;
        let mut woken = Woken::default();
        for (number, sentence) in page.sentences.iter().enumerate() {
            let tokens = page.tokens.get(sentence.tokens.start as usize..sentence.tokens.end as usize);
            let families = starts.families(&sentence.tokens);
            // What is explained is told of every start.
            self.rules.stages[stage].wake(tokens.unwrap_or_default(), families, T::ON, &mut woken);
            if !woken.programs.is_empty() {
                self.sentence(number, &woken.programs);
            }
        }
    }

    /// Tries the woken patterns of each rule together: of its matches, the first and longest come first.
    fn sentence(&mut self, number: usize, woken: &[Candidate]) {
        let page = self.ground.page;
        let sentence = &page.sentences[number];
        let kind = page.blocks.get(sentence.block as usize).map(|block| block.kind);
        let scope = Scope {
            tokens: sentence.tokens.clone(),
            headline: kind == Some(BlockKind::Headline),
            item: kind == Some(BlockKind::ListItem),
        };
        let finds = &self.rules.finds;
        let rule = |candidate: &Candidate| finds[candidate.find as usize].rule;
        for candidates in woken.chunk_by(|a, b| rule(a) == rule(b)) {
            let rule = rule(&candidates[0]);
            if self.runs(rule) {
                self.rule(rule, candidates, number, &scope);
            }
        }
    }

    fn runs(&self, rule: usize) -> bool {
        let rule = &self.rules.set().rules[rule];
        !rule.draft || self.draft == Some(&rule.name)
    }

    fn rule(&mut self, rule: usize, candidates: &[Candidate], sentence: usize, scope: &Scope) {
        let mut matches = Vec::new();
        for candidate in candidates {
            self.trace.woken(rule, sentence);
            if !self.program(candidate, sentence, scope, &mut matches) {
                self.found.exhausted.push((rule, sentence));
            }
        }
        if candidates.len() > 1 {
            leftmost(&mut matches);
        }
        for mut found in matches {
            found.items = then::items(self.ground, &self.rules.compiled[rule], &found, self.trace);
            self.trace.matched(&found);
            self.found.matches.push(found);
        }
    }

    /// All matches of one pattern in a sentence, from left to right; whether the steps sufficed.
    fn program(
        &mut self,
        candidate: &Candidate,
        sentence: usize,
        scope: &Scope,
        matches: &mut Vec<Match>,
    ) -> bool {
        let super::compile::Find { rule, program } = &self.rules.finds[candidate.find as usize];
        let unless = &self.rules.compiled[*rule].unless;
        let last = scope.tokens.start + candidate.last;
        let mut machine = Machine::new(self.ground, program, scope, self.trace, (*rule, sentence));
        let mut at = scope.tokens.start;
        while at <= last && !machine.is_exhausted() {
            let forbids = |tokens: &Tokens| unless::forbidding(self.ground, unless, tokens, scope);
            at = match machine.run(at, Goal::Longest, forbids) {
                Some(way) => {
                    let end = way.end;
                    machine.walked(at, &way);
                    matches.push(to_match(*rule, sentence, program, at, way));
                    end.max(at + 1)
                }
                None => at + 1,
            };
        }
        !machine.is_exhausted()
    }
}

fn to_match(
    rule: usize,
    sentence: usize,
    program: &super::compile::program::Program,
    start: u32,
    way: Way,
) -> Match {
    let captures: Vec<Capture> = capture::captures(program, way.trail);
    let rank = Rank { words: way.words };
    Match { rule, sentence, tokens: start..way.end, captures, items: Vec::new(), rank }
}

/// Keeps of matches that overlap the one that starts first, of those the longest.
fn leftmost(matches: &mut Vec<Match>) {
    matches.sort_by_key(|found| (found.tokens.start, std::cmp::Reverse(found.tokens.end)));
    let mut end = 0;
    matches.retain(|found| {
        let free = found.tokens.start >= end;
        end = if free { found.tokens.end } else { end };
        free
    });
}
