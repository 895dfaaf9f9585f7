//! Mutants: every one-step change of every rule, tried on examples and golden files. What survives is what rules say and
//! nobody tests.

mod bed;
mod change;
mod print;
mod sample;
mod suggest;

use rayon::prelude::*;

pub use change::{Mutant, Owner};
pub use print::{json, text};
pub use suggest::Suggestion;

use super::Wanted;
use super::forms::forms;
use super::wanted::named;
use crate::extract::{Article, Extractor};
use crate::fact::{Published, PublishedSource};
use crate::golden::Place;
use crate::input;
use crate::lexicon::{Hit, Origin};
use crate::rule::RuleSet;
use crate::rule::set::Target;
use crate::token::{Vocabulary, fold, lex};
use bed::{Bed, Test};
use change::{Slot, Step, apply, mutants};
use suggest::Suggester;

/// What became of all mutants.
pub struct Mutation {
    /// Each with what became of it, in the order of rules, phrases and lists.
    pub mutants: Vec<(Mutant, Fate)>,
    /// How many articles with golden files they were tried on.
    pub articles: usize,
    /// How many examples they were tried on.
    pub examples: usize,
    /// Examples that fail as it is, so that they can catch nothing.
    pub failing: usize,
}

/// What became of a mutant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fate {
    /// An example fails.
    CaughtByExample,
    /// No example fails, but some article's facts are not those of its golden file.
    CaughtByGolden,
    /// Nobody would notice; with an example that would, where one was found.
    Survived(Option<Suggestion>),
}

impl Mutation {
    /// How many were caught.
    pub fn caught(&self) -> usize {
        self.mutants.iter().filter(|(_, fate)| !matches!(fate, Fate::Survived(_))).count()
    }

    /// The share of those caught, in percent; 100 where there are none.
    pub fn percent(&self) -> f64 {
        let all = self.mutants.len();
        if all == 0 { 100.0 } else { 100.0 * self.caught() as f64 / all as f64 }
    }
}

/// Makes every mutant of what is wanted and tries it. Texts are cut, looked up and read once; what a mutant can't touch is not
/// matched again.
///
/// # Errors
/// An article that can't be read.
pub fn mutate(extractor: &Extractor, wanted: &Wanted, places: &[Place]) -> anyhow::Result<Mutation> {
    let examples = examples(extractor);
    let golden = places.par_iter().filter(|place| place.golden.exists());
    let articles: Vec<Bed> = golden.map(|place| article(extractor, place)).collect::<anyhow::Result<_>>()?;
    let (sound, failing): (Vec<Bed>, Vec<Bed>) = examples.into_iter().partition(|bed| bed.passes(extractor));
    let suggester = Suggester::new(extractor);
    let lab = Lab { extractor, suggester, examples: sound, articles };
    let vocabulary = || extractor.lexicon().vocabulary.clone();
    let mutants = mutants(extractor.rules().set(), wanted);
    let tried = mutants.into_par_iter().map_init(vocabulary, |vocabulary, mutant| {
        let fate = lab.fate(&mutant, vocabulary);
        (mutant, fate)
    });
    let mutants = tried.collect();
    let (articles, examples) = (lab.articles.len(), lab.examples.len());
    Ok(Mutation { mutants, articles, examples, failing: failing.len() })
}

fn examples(extractor: &Extractor) -> Vec<Bed> {
    let rules = extractor.rules().set().rules.par_iter().enumerate();
    let all = rules.flat_map_iter(|(rule, of)| (0..of.examples.len()).map(move |number| (rule, number)));
    all.map(|(rule, number)| {
        let example = &extractor.rules().set().rules[rule].examples[number];
        let day = example.on.as_ref().map(|on| on.text.clone());
        let published = day.map(|value| Published { value, source: PublishedSource::Option });
        let article = Article { text: example.text.clone(), published, ..Article::default() };
        Bed::new(extractor, article, Test::Example(rule, number))
    })
    .collect()
}

fn article(extractor: &Extractor, place: &Place) -> anyhow::Result<Bed> {
    let mut article = input::open(&place.article)?.article;
    article.id.clone_from(&place.id);
    Ok(Bed::new(extractor, article, Test::Golden))
}

/// The texts on which mutants are tried.
struct Lab<'a> {
    extractor: &'a Extractor,
    suggester: Suggester<'a>,
    examples: Vec<Bed>,
    articles: Vec<Bed>,
}

impl Lab<'_> {
    fn fate(&self, mutant: &Mutant, vocabulary: &mut Vocabulary) -> Fate {
        match &mutant.step {
            Step::Word(entry, spelling) => self.fate_of_words(mutant, *entry, spelling, vocabulary),
            Step::Without(Slot::Give(_) | Slot::Over(_)) => self.fate_of_terms(mutant),
            Step::Pattern(..) | Step::Without(_) => self.fate_of_patterns(mutant, vocabulary),
        }
    }

    /// The first text that catches it, the examples of its own rules first; else one that could be written.
    fn first(&self, mutant: &Mutant, own: &[usize], catches: impl Fn(&Bed) -> bool) -> Fate {
        let is_own = |bed: &&Bed| matches!(bed.test(), Test::Example(rule, _) if own.contains(&rule));
        let others = self.examples.iter().filter(|bed| !is_own(bed));
        let mut examples = self.examples.iter().filter(is_own).chain(others);
        if examples.any(&catches) {
            return Fate::CaughtByExample;
        }
        if self.articles.iter().any(&catches) {
            return Fate::CaughtByGolden;
        }
        Fate::Survived(self.suggester.suggest(mutant, own, catches))
    }

    fn fate_of_patterns(&self, mutant: &Mutant, vocabulary: &mut Vocabulary) -> Fate {
        let rules = self.extractor.rules();
        let changed = self.changed(mutant.of);
        let touched = rules.touched(&changed);
        let varied = rules.vary(varied(rules.set(), mutant), &touched, vocabulary);
        self.first(mutant, &changed, |bed| bed.catches(self.extractor, &varied, &touched))
    }

    fn fate_of_terms(&self, mutant: &Mutant) -> Fate {
        let Owner::Rule(rule) = mutant.of else { return Fate::Survived(None) };
        let set = varied(self.extractor.rules().set(), mutant);
        self.first(mutant, &[rule], |bed| bed.catches_terms(self.extractor, &set, rule))
    }

    fn fate_of_words(&self, mutant: &Mutant, entry: u32, spelling: &str, vocabulary: &Vocabulary) -> Fate {
        let of = mutant.of;
        let surfaces = self.surfaces(of, spelling, vocabulary);
        let drop = |words: &[u32], hit: &Hit| {
            let is_of = match (hit.entry.origin, of) {
                (Origin::Words(list), Owner::Shared(Target::Words(of))) => list == of,
                (Origin::Verbs(list, _), Owner::Shared(Target::Verbs(of))) => list == of,
                _ => false,
            };
            is_of && hit.entry.row == entry && surfaces.iter().any(|surface| surface == words)
        };
        self.first(mutant, &self.changed(of), |bed| bed.catches_words(self.extractor, drop))
    }

    /// The words of all forms of a spelling.
    fn surfaces(&self, of: Owner, spelling: &str, vocabulary: &Vocabulary) -> Vec<Vec<u32>> {
        let cut = |text: &str| -> Vec<u32> {
            let tokens = lex(text, 0, vocabulary);
            tokens.iter().map(|token| vocabulary.get(&fold(token.span.of(text))).0).collect()
        };
        match of {
            Owner::Shared(target) => {
                forms(target, spelling, self.extractor.lexicon()).iter().map(|form| cut(form)).collect()
            }
            Owner::Rule(_) => vec![cut(spelling)],
        }
    }

    /// The rules that a mutant changes.
    fn changed(&self, of: Owner) -> Vec<usize> {
        let set = self.extractor.rules().set();
        match of {
            Owner::Rule(rule) => vec![rule],
            Owner::Shared(target) => {
                let rules = set.rules.iter().enumerate();
                rules
                    .filter(|(_, rule)| named(set, rule).contains(&target))
                    .map(|(number, _)| number)
                    .collect()
            }
        }
    }
}

/// The rules with one change.
fn varied(set: &RuleSet, mutant: &Mutant) -> RuleSet {
    let mut set = RuleSet { sources: Vec::new(), ..set.clone() };
    apply(&mut set, mutant.of, &mutant.step);
    set
}
