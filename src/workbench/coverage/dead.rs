//! What of the rules took part in no match: alternatives, optional parts, words of lists.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::{Taken, Word};
use crate::extract::Extractor;
use crate::rule::ast::{At, Repeat};
use crate::rule::print::{whole, written};
use crate::rule::set::{List, Pattern, Piece, Rule, RuleSet, Target};
use crate::token::{Vocabulary, fold, lex};
use crate::workbench::Wanted;
use crate::workbench::forms::forms;
use crate::workbench::places::Spot;

/// What took part in no match that won.
#[derive(Serialize)]
pub struct Dead {
    /// Alternatives of groups, and optional parts.
    pub parts: Vec<DeadPart>,
    /// Words of lists.
    pub words: Vec<DeadWord>,
}

/// An alternative or an optional part that no match took.
#[derive(Serialize)]
pub struct DeadPart {
    /// Where it stands.
    pub at: Spot,
    /// The rule or phrase that it stands in.
    pub of: String,
    /// As it is written.
    pub text: String,
}

/// A word of a list that no match took.
#[derive(Serialize)]
pub struct DeadWord {
    /// Where the list stands.
    pub at: Spot,
    /// The list's name.
    pub list: String,
    /// As the list has it.
    pub word: String,
}

/// Everything that is not among what was taken.
pub(super) fn dead(extractor: &Extractor, wanted: &Wanted, taken: &Taken) -> Dead {
    let set = extractor.rules().set();
    let mut search = Search { set, taken, parts: Vec::new() };
    for (_, rule) in set.rules.iter().enumerate().filter(|(number, _)| wanted.rule(*number)) {
        search.rule(rule);
    }
    let phrases = set.phrases.iter().enumerate();
    for (_, phrase) in phrases.filter(|(number, _)| wanted.shared(Target::Phrase(*number as u16))) {
        search.pattern(&phrase.name, &phrase.pattern);
    }
    let parts = search.parts;
    let lists = set.words.iter().enumerate().map(|(number, list)| (Target::Words(number as u16), list));
    let verbs = set.verbs.iter().enumerate().map(|(number, list)| (Target::Verbs(number as u16), list));
    let lists = lists.chain(verbs).filter(|(target, _)| wanted.shared(*target));
    let words = lists.flat_map(|(target, list)| words(extractor, taken, target, list));
    Dead { parts, words: words.collect() }
}

struct Search<'a> {
    set: &'a RuleSet,
    taken: &'a Taken,
    parts: Vec<DeadPart>,
}

impl Search<'_> {
    /// Of a rule that never won, all is dead: that needs no list.
    fn rule(&mut self, rule: &Rule) {
        if !rule.finds.iter().any(|pattern| self.takes(pattern)) {
            return;
        }
        let then = rule.then.iter().map(|then| &then.pattern);
        rule.finds.iter().chain(then).for_each(|pattern| self.alternative(&rule.name, pattern));
    }

    fn takes(&self, pattern: &Pattern) -> bool {
        pattern.iter().any(|part| self.taken.places.contains(&part.at))
    }

    fn pattern(&mut self, of: &str, pattern: &Pattern) {
        for part in pattern {
            let taken = self.taken.places.contains(&part.at);
            match &part.piece {
                // What stands in a part that was never taken goes without saying.
                _ if !taken && matches!(part.repeat, Repeat::Optional | Repeat::Star) => {
                    self.push(of, part.at)
                }
                Piece::Any(alternatives) if taken => {
                    alternatives.iter().for_each(|alternative| self.alternative(of, alternative));
                }
                _ => {}
            }
        }
    }

    fn alternative(&mut self, of: &str, alternative: &Pattern) {
        match self.takes(alternative) {
            true => self.pattern(of, alternative),
            false => self.push(of, whole(alternative)),
        }
    }

    fn push(&mut self, of: &str, at: At) {
        let text = written(self.set, at);
        self.parts.push(DeadPart { at: Spot::of(self.set, at), of: of.to_owned(), text });
    }
}

/// The words of a list that no match took.
fn words(extractor: &Extractor, taken: &Taken, target: Target, list: &List) -> Vec<DeadWord> {
    let mut used: FxHashMap<u32, BTreeSet<&str>> = FxHashMap::default();
    for Word { entry, words, .. } in taken.words.iter().filter(|word| word.list == target) {
        used.entry(*entry).or_default().insert(words);
    }
    let set = extractor.rules().set();
    let mut dead = Vec::new();
    for (entry, row) in list.entries.iter().enumerate() {
        let used = used.get(&(entry as u32));
        for alias in &row.aliases {
            let surfaces = surfaces(extractor, target, alias);
            if !used.is_some_and(|used| surfaces.iter().any(|surface| used.contains(surface.as_str()))) {
                let at = Spot::of(set, list.at);
                dead.push(DeadWord { at, list: list.name.clone(), word: alias.clone() });
            }
        }
    }
    dead
}

/// The words that stand for a spelling, as they are compared.
fn surfaces(extractor: &Extractor, target: Target, alias: &str) -> Vec<String> {
    let lexicon = extractor.lexicon();
    let forms = forms(target, alias, lexicon);
    forms.iter().map(|form| spaced(form, &lexicon.vocabulary)).collect()
}

/// A text as its tokens, in small letters, with a space between any two.
fn spaced(text: &str, vocabulary: &Vocabulary) -> String {
    let tokens = lex(text, 0, vocabulary);
    tokens.iter().map(|token| fold(token.span.of(text))).collect::<Vec<_>>().join(" ")
}
