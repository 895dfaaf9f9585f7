//! From a checked rule set to programs, filed by the words that wake them.

mod describe;
mod emit;
mod index;
mod need;
pub(crate) mod program;

use index::Index;
pub(crate) use index::{Candidate, Woken};
pub(crate) use need::LIST_LEADS;
use need::{ListWords, Needs};
use program::Program;

use super::ast::Side;
use super::schema::KindRef;
use super::set::{Pattern, Piece, Rule, RuleSet, Target};
use crate::lexicon::Lexicon;
use crate::token::Vocabulary;

/// Rules ready to run. They never change, so that threads can share them.
#[derive(Debug)]
pub struct Rules {
    set: RuleSet,
    lists: ListWords,
    /// As many as the set has rules.
    pub(crate) compiled: Vec<Compiled>,
    /// All `find` patterns.
    pub(crate) finds: Vec<Find>,
    /// Indices of [`Rules::finds`], by stage: a stage runs when what it takes from others is there.
    pub(crate) stages: Vec<Index>,
}

/// A `find` pattern.
#[derive(Debug)]
pub(crate) struct Find {
    pub rule: usize,
    pub program: Program,
}

/// What a rule has besides its `find` patterns.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    /// `then each line`
    pub lines: Vec<Program>,
    /// `then each item`
    pub items: Vec<Program>,
    /// `unless`
    pub unless: Vec<(Side, Program)>,
}

/// Compiles rules and puts their words into the lexicon, which must happen before any text is cut.
pub fn compile(set: RuleSet, lexicon: &mut Lexicon) -> Rules {
    let lists = ListWords::insert(&set, lexicon);
    program(set, lists, &mut lexicon.vocabulary, |_| true)
}

/// Compiles those rules of a set that are wanted; the others never match.
fn program(
    set: RuleSet,
    lists: ListWords,
    vocabulary: &mut Vocabulary,
    wanted: impl Fn(usize) -> bool,
) -> Rules {
    let mut compiler = Compiler { set: &set, lists: &lists, vocabulary };
    let mut compiled = Vec::new();
    let mut finds = Vec::new();
    for (number, rule) in set.rules.iter().enumerate() {
        if wanted(number) {
            compiled.push(compiler.rule(rule));
            finds
                .extend(rule.finds.iter().map(|find| Find { rule: number, program: compiler.program(find) }));
        } else {
            compiled.push(Compiled::default());
        }
    }
    let stages = stages(&set, &finds);
    Rules { set, lists, compiled, finds, stages }
}

impl Rules {
    /// What the rules say, as read and checked; [`super::Match::rule`] is an index of its rules.
    pub fn set(&self) -> &RuleSet {
        &self.set
    }

    /// The `wanted` rules of a set that differs from this one in its patterns alone: the same rules, and the same lists.
    /// A word that is not in the vocabulary yet matches nothing in what was cut before.
    #[must_use]
    pub fn vary(&self, set: RuleSet, wanted: &[usize], vocabulary: &mut Vocabulary) -> Rules {
        program(set, self.lists.clone(), vocabulary, |rule| wanted.contains(&rule))
    }

    /// The rules whose matches may change when some rules do: these alone, unless facts are made of facts.
    pub fn touched(&self, changed: &[usize]) -> Vec<usize> {
        let named: Vec<KindRef> = (0..self.set.rules.len()).flat_map(|rule| kinds(&self.set, rule)).collect();
        let feeds =
            |rule: &usize| named.contains(&self.set.rules[*rule].kind) || !kinds(&self.set, *rule).is_empty();
        match !named.is_empty() && changed.iter().any(feeds) {
            true => (0..self.set.rules.len()).collect(),
            false => changed.to_vec(),
        }
    }
}

struct Compiler<'a> {
    set: &'a RuleSet,
    lists: &'a ListWords,
    vocabulary: &'a mut Vocabulary,
}

impl Compiler<'_> {
    fn rule(&mut self, rule: &Rule) -> Compiled {
        let mut then = |line| {
            let patterns = rule.then.iter().filter(|then| then.line == line);
            patterns.map(|then| self.program(&then.pattern)).collect()
        };
        let (lines, items) = (then(true), then(false));
        let unless = rule.unless.iter().map(|unless| (unless.side, self.program(&unless.pattern))).collect();
        Compiled { lines, items, unless }
    }

    fn program(&mut self, pattern: &Pattern) -> Program {
        let program = emit::emit(self.set, pattern, self.vocabulary);
        let mut needs = Needs { set: self.set, lists: self.lists, vocabulary: self.vocabulary };
        Program {
            need: needs.need(pattern),
            demands: needs.demands(pattern),
            first: needs.first(pattern),
            found_first: needs.found_first(pattern),
            ..program
        }
    }
}

/// Files the programs by stage: a rule runs after all that give a kind which one of its holes names.
fn stages(set: &RuleSet, finds: &[Find]) -> Vec<Index> {
    let mut stage_of = vec![0; set.rules.len()];
    for &rule in &set.order {
        let kinds = kinds(set, rule);
        let givers = (0..set.rules.len()).filter(|&other| set.rules[other].gives);
        let before = givers.filter(|&other| other != rule && kinds.contains(&set.rules[other].kind));
        stage_of[rule] = before.map(|other| stage_of[other] + 1).max().unwrap_or(0);
    }
    let last = stage_of.iter().copied().max().unwrap_or(0);
    let in_stage = |stage| {
        let numbered = finds.iter().enumerate();
        let of_stage = numbered.filter(|(_, find)| stage_of[find.rule] == stage);
        Index::new(of_stage.map(|(number, find)| (number as u32, &find.program)))
    };
    (0..=last).map(in_stage).collect()
}

/// The kinds that the holes of a rule name.
fn kinds(set: &RuleSet, rule: usize) -> Vec<KindRef> {
    let rule = &set.rules[rule];
    let then = rule.then.iter().map(|then| &then.pattern);
    let unless = rule.unless.iter().map(|unless| &unless.pattern);
    let mut kinds = Vec::new();
    rule.finds.iter().chain(then).chain(unless).for_each(|pattern| add_kinds(set, pattern, &mut kinds));
    kinds
}

fn add_kinds(set: &RuleSet, pattern: &Pattern, kinds: &mut Vec<KindRef>) {
    for part in pattern {
        let mut piece = &part.piece;
        while let Piece::Not(inner) = piece {
            piece = inner;
        }
        match piece {
            Piece::Any(alternatives) => {
                alternatives.iter().for_each(|pattern| add_kinds(set, pattern, kinds))
            }
            Piece::Hole(hole) => hole.targets.iter().for_each(|target| match *target {
                Target::Kind(kind) => kinds.push(kind),
                Target::Phrase(phrase) => {
                    if let Some(phrase) = set.phrases.get(usize::from(phrase)) {
                        add_kinds(set, &phrase.pattern, kinds);
                    }
                }
                _ => {}
            }),
            Piece::Text(_) | Piece::Not(_) | Piece::Gap => {}
        }
    }
}
