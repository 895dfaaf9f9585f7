//! The example that would catch a mutant: a sentence made from the rule, on which the mutant finds something else.

use super::bed::{Bed, Test};
use super::change::{Mutant, Step};
use super::sample::{Sample, Sampler};
use crate::extract::{Article, Extractor};
use crate::rule::RuleSet;
use crate::workbench::pool::Pool;

/// How many sentences are tried for a mutant.
const TRIES: usize = 24;

/// An example to add.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Suggestion {
    /// The rule under which it belongs.
    pub rule: String,
    /// The line: `yes "…"`.
    pub line: String,
}

/// What suggestions are made of: for each rule its sentences.
pub(super) struct Suggester<'a> {
    extractor: &'a Extractor,
    pool: Pool,
    samples: Vec<Vec<Sample>>,
}

impl<'a> Suggester<'a> {
    pub(super) fn new(extractor: &'a Extractor) -> Suggester<'a> {
        let sampler = Sampler { extractor };
        let rules = &extractor.rules().set().rules;
        let samples = rules.iter().map(|rule| sampler.rule(rule)).collect();
        Suggester { extractor, pool: Pool::new(extractor), samples }
    }

    /// The first sentence of some rules that a mutant does not survive, as an example.
    pub(super) fn suggest(
        &self,
        mutant: &Mutant,
        rules: &[usize],
        catches: impl Fn(&Bed) -> bool,
    ) -> Option<Suggestion> {
        rules.iter().find_map(|&rule| {
            let samples = near(mutant, &self.samples[rule]);
            let sentences = samples.into_iter().filter_map(|sample| sample.sentence(&self.pool, rule));
            let mut beds = sentences.take(TRIES).map(|text| {
                Bed::new(self.extractor, Article { text, ..Article::default() }, Test::Sentence(rule))
            });
            let caught = beds.find(&catches)?;
            let of = &self.set().rules[rule];
            Some(Suggestion { rule: of.name.clone(), line: caught.example(self.extractor, rule) })
        })
    }

    fn set(&self) -> &RuleSet {
        self.extractor.rules().set()
    }
}

/// The sentences that have to do with a change: first those that were made from what is changed, then their neighbours.
fn near<'s>(mutant: &Mutant, samples: &'s [Sample]) -> Vec<&'s Sample> {
    let touches = |sample: &Sample| match &mutant.step {
        Step::Word(entry, spelling) => sample.entries.iter().any(|(target, row, alias)| {
            mutant.of == super::Owner::Shared(*target) && (row, alias) == (entry, spelling)
        }),
        _ => {
            sample.parts.iter().any(|part| part.file == mutant.at.file && mutant.at.span.contains(part.span))
        }
    };
    let (mut near, far): (Vec<_>, Vec<_>) = samples.iter().partition(|sample| touches(sample));
    near = spread(&near, TRIES * 2 / 3);
    near.extend(spread(&far, TRIES / 3));
    near
}

/// So many of some samples, from the first to the last.
fn spread<'s>(samples: &[&'s Sample], most: usize) -> Vec<&'s Sample> {
    let count = samples.len().min(most);
    (0..count).map(|number| samples[number * samples.len() / count]).collect()
}
