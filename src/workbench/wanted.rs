//! Which rules are looked at, and which phrases and lists with them.

use rustc_hash::FxHashSet;

use crate::rule::ast::At;
use crate::rule::set::{Pattern, Piece, Rule, RuleSet, Target};

/// What of a rule set is looked at.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    rules: FxHashSet<usize>,
    shared: FxHashSet<Target>,
}

impl Wanted {
    /// The rules of some names with all that they name; where no name is given, everything, or everything that is not the
    /// program's own.
    pub fn new(set: &RuleSet, names: &[String], builtin: bool) -> Wanted {
        let own = |at: At| builtin || !set.sources.get(at.file as usize).is_some_and(|source| source.builtin);
        let rules = set.rules.iter().enumerate();
        let is_wanted =
            |rule: &Rule| if names.is_empty() { own(rule.at) } else { names.contains(&rule.name) };
        let rules: FxHashSet<usize> =
            rules.filter(|(_, rule)| is_wanted(rule)).map(|(number, _)| number).collect();
        let mut shared = FxHashSet::default();
        if names.is_empty() {
            shared.extend(all_shared(set).filter(|(_, at)| own(*at)).map(|(target, _)| target));
        } else {
            rules.iter().for_each(|rule| shared.extend(named(set, &set.rules[*rule])));
        }
        Wanted { rules, shared }
    }

    /// Whether a rule is.
    pub fn rule(&self, number: usize) -> bool {
        self.rules.contains(&number)
    }

    /// Whether a phrase or a list is.
    pub fn shared(&self, target: Target) -> bool {
        self.shared.contains(&target)
    }
}

/// Every phrase and list, with its place.
fn all_shared(set: &RuleSet) -> impl Iterator<Item = (Target, At)> {
    let phrases = set.phrases.iter().enumerate().map(|(n, phrase)| (Target::Phrase(n as u16), phrase.at));
    let words = set.words.iter().enumerate().map(|(n, list)| (Target::Words(n as u16), list.at));
    let verbs = set.verbs.iter().enumerate().map(|(n, list)| (Target::Verbs(n as u16), list.at));
    phrases.chain(words).chain(verbs)
}

/// All that a rule's patterns name, phrases opened.
pub(super) fn named(set: &RuleSet, rule: &Rule) -> FxHashSet<Target> {
    let mut found = FxHashSet::default();
    patterns(rule).for_each(|pattern| add(set, pattern, &mut found));
    found
}

/// All patterns of a rule.
pub(super) fn patterns(rule: &Rule) -> impl Iterator<Item = &Pattern> {
    let then = rule.then.iter().map(|then| &then.pattern);
    let unless = rule.unless.iter().map(|unless| &unless.pattern);
    rule.finds.iter().chain(then).chain(unless)
}

fn add(set: &RuleSet, pattern: &Pattern, found: &mut FxHashSet<Target>) {
    pattern.iter().for_each(|part| add_piece(set, &part.piece, found));
}

fn add_piece(set: &RuleSet, piece: &Piece, found: &mut FxHashSet<Target>) {
    match piece {
        Piece::Any(alternatives) => alternatives.iter().for_each(|pattern| add(set, pattern, found)),
        Piece::Not(inner) => add_piece(set, inner, found),
        Piece::Hole(hole) => hole.targets.iter().for_each(|target| {
            if found.insert(*target)
                && let Target::Phrase(number) = target
                && let Some(phrase) = set.phrases.get(usize::from(*number))
            {
                add(set, &phrase.pattern, found);
            }
        }),
        Piece::Text(_) | Piece::Gap => {}
    }
}
