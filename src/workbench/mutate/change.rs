//! The one-step changes of rules, phrases and lists: what a mutant is.

use crate::rule::RuleSet;
use crate::rule::ast::{At, Mode, Repeat};
use crate::rule::print::{whole, written};
use crate::rule::set::{Hole, Part, Pattern, Piece, Target};
use crate::workbench::Wanted;

/// A rule set that differs from the real one in one step.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// Whose it is.
    pub of: Owner,
    /// Where the change is.
    pub at: At,
    /// What is changed, in words: 'without `by`'.
    pub what: String,
    /// The change.
    pub(super) step: Step,
}

/// What is changed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Owner {
    /// A rule, by index.
    Rule(usize),
    /// A phrase or a list, which several rules may name.
    Shared(Target),
}

/// One step.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// Another pattern in the place of one.
    Pattern(Slot, Pattern),
    /// A clause fewer.
    Without(Slot),
    /// A spelling fewer in a list: entry and spelling.
    Word(u32, String),
}

/// A clause of a rule, by its number among those of its form, or the pattern of a phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Slot {
    Find(usize),
    Then(usize),
    Unless(usize),
    Give(usize),
    Over(usize),
    Phrase,
}

impl Owner {
    /// Its name.
    pub fn name<'s>(&self, set: &'s RuleSet) -> &'s str {
        match self {
            Owner::Rule(rule) => &set.rules[*rule].name,
            Owner::Shared(Target::Phrase(phrase)) => &set.phrases[usize::from(*phrase)].name,
            Owner::Shared(Target::Words(list)) => &set.words[usize::from(*list)].name,
            Owner::Shared(Target::Verbs(list)) => &set.verbs[usize::from(*list)].name,
            Owner::Shared(_) => "",
        }
    }
}

/// All mutants of what is wanted, in the order of rules, phrases, word lists and verb lists.
pub(super) fn mutants(set: &RuleSet, wanted: &Wanted) -> Vec<Mutant> {
    let mut all = Vec::new();
    for number in (0..set.rules.len()).filter(|number| wanted.rule(*number)) {
        Maker { set, of: Owner::Rule(number), all: &mut all }.rule(number);
    }
    for (number, phrase) in set.phrases.iter().enumerate() {
        let of = Target::Phrase(number as u16);
        if wanted.shared(of) {
            Maker { set, of: Owner::Shared(of), all: &mut all }.pattern(Slot::Phrase, &phrase.pattern);
        }
    }
    let words = set.words.iter().enumerate().map(|(number, list)| (Target::Words(number as u16), list));
    let verbs = set.verbs.iter().enumerate().map(|(number, list)| (Target::Verbs(number as u16), list));
    for (of, list) in words.chain(verbs).filter(|(of, _)| wanted.shared(*of)) {
        for (entry, row) in list.entries.iter().enumerate() {
            all.extend(row.aliases.iter().map(|alias| Mutant {
                of: Owner::Shared(of),
                at: list.at,
                what: format!("without the word `{alias}`"),
                step: Step::Word(entry as u32, alias.clone()),
            }));
        }
    }
    all
}

struct Maker<'a> {
    set: &'a RuleSet,
    of: Owner,
    all: &'a mut Vec<Mutant>,
}

impl Maker<'_> {
    fn push(&mut self, at: At, what: String, step: Step) {
        self.all.push(Mutant { of: self.of, at, what, step });
    }

    fn rule(&mut self, number: usize) {
        let set = self.set;
        let rule = &set.rules[number];
        for (number, find) in rule.finds.iter().enumerate() {
            if rule.finds.len() > 1 {
                let what = format!("without `find {}`", written(set, whole(find)));
                self.push(whole(find), what, Step::Without(Slot::Find(number)));
            }
            self.pattern(Slot::Find(number), find);
        }
        for (number, then) in rule.then.iter().enumerate() {
            let at = whole(&then.pattern);
            let form = if then.line { "line" } else { "item" };
            let what = format!("without `then each {form} {}`", written(set, at));
            self.push(at, what, Step::Without(Slot::Then(number)));
            self.pattern(Slot::Then(number), &then.pattern);
        }
        for (number, unless) in rule.unless.iter().enumerate() {
            let at = whole(&unless.pattern);
            let what = format!("without `unless {} {}`", unless.side.name(), written(set, at));
            self.push(at, what, Step::Without(Slot::Unless(number)));
            self.pattern(Slot::Unless(number), &unless.pattern);
        }
        for (number, (field, value)) in rule.give.iter().enumerate() {
            self.push(
                rule.at,
                format!("without `give {field} = {value}`"),
                Step::Without(Slot::Give(number)),
            );
        }
        for (number, over) in rule.over.iter().enumerate() {
            let what = format!("without `over {}`", set.rules[*over].name);
            self.push(rule.at, what, Step::Without(Slot::Over(number)));
        }
    }

    fn pattern(&mut self, slot: Slot, pattern: &Pattern) {
        for (at, what, changed) in changes(self.set, pattern) {
            if holds_up(&changed) {
                self.push(at, what, Step::Pattern(slot, changed));
            }
        }
    }
}

/// Where, what, and the pattern that comes of it.
type Change = (At, String, Pattern);

/// All patterns that differ from one in one step.
fn changes(set: &RuleSet, pattern: &Pattern) -> Vec<Change> {
    let mut all = Vec::new();
    for (index, part) in pattern.iter().enumerate() {
        for (at, what, parts) in part_changes(set, part) {
            let mut changed = pattern.clone();
            changed.splice(index..=index, parts);
            all.push((at, what, changed));
        }
    }
    all
}

/// What one part can become: nothing, or another part.
fn part_changes(set: &RuleSet, part: &Part) -> Vec<Change> {
    let text = written(set, part.at);
    let with = |repeat: Repeat| vec![Part { repeat, ..part.clone() }];
    let mut all: Vec<Change> = match part.repeat {
        Repeat::One => Vec::new(),
        Repeat::Optional => {
            vec![
                (format!("without `{text}`"), Vec::new()),
                (format!("`{text}` must be there"), with(Repeat::One)),
            ]
        }
        Repeat::Star => vec![
            (format!("without `{text}`"), Vec::new()),
            (format!("`{text}` at most once"), with(Repeat::Optional)),
            (format!("`{text}` at least once"), with(Repeat::Plus)),
        ],
        Repeat::Plus => vec![(format!("`{text}` only once"), with(Repeat::One))],
    }
    .into_iter()
    .map(|(what, parts)| (part.at, what, parts))
    .collect();
    for (at, what, piece) in piece_changes(set, part.at, &part.piece) {
        all.push((at, what, piece.into_iter().map(|piece| Part { piece, ..part.clone() }).collect()));
    }
    all
}

fn piece_changes(set: &RuleSet, at: At, piece: &Piece) -> Vec<(At, String, Option<Piece>)> {
    match piece {
        Piece::Any(alternatives) => any_changes(set, alternatives),
        Piece::Hole(hole) => {
            let changed = hole_changes(set, at, hole).into_iter();
            changed.map(|(what, hole)| (at, what, Some(Piece::Hole(hole)))).collect()
        }
        Piece::Not(_) => vec![(at, format!("without `{}`", written(set, at)), None)],
        Piece::Text(_) | Piece::Gap => Vec::new(),
    }
}

/// An alternative fewer, or one of them changed.
fn any_changes(set: &RuleSet, alternatives: &[Pattern]) -> Vec<(At, String, Option<Piece>)> {
    let mut all = Vec::new();
    for (index, alternative) in alternatives.iter().enumerate() {
        if alternatives.len() > 1 {
            let mut fewer = alternatives.to_vec();
            fewer.remove(index);
            let at = whole(alternative);
            all.push((at, format!("without `{}`", written(set, at)), Some(Piece::Any(fewer))));
        }
        for (at, what, changed) in changes(set, alternative).into_iter().filter(|(.., c)| holds_up(c)) {
            let mut others = alternatives.to_vec();
            others[index] = changed;
            all.push((at, what, Some(Piece::Any(others))));
        }
    }
    all
}

/// The other voice, one value for several, a class fewer.
fn hole_changes(set: &RuleSet, at: At, hole: &Hole) -> Vec<(String, Hole)> {
    let text = written(set, at);
    let with = |mode| Hole { mode, ..hole.clone() };
    let mut all = match hole.mode {
        Mode::Active => vec![(format!("`{text}` passive"), with(Mode::Passive))],
        Mode::Passive => vec![(format!("`{text}` active"), with(Mode::Active))],
        Mode::List | Mode::Each => vec![(format!("one value in `{text}`"), with(Mode::One))],
        Mode::One => Vec::new(),
    };
    if hole.targets.len() > 1 {
        // The names stand in the hole in the order of the targets.
        let names: Vec<&str> = text.trim_end_matches(['}', '?', '*', '+']).split('|').collect();
        for index in 0..hole.targets.len() {
            let mut targets = hole.targets.clone();
            targets.remove(index);
            let name = names.get(index).and_then(|name| name.split_whitespace().last()).unwrap_or("");
            let name = name.trim_start_matches('{');
            all.push((format!("`{text}` without {name}"), Hole { targets, ..hole.clone() }));
        }
    }
    all
}

/// Whether a pattern is one that could have been written: not empty, no gap first or last.
fn holds_up(pattern: &Pattern) -> bool {
    let is_gap = |part: Option<&Part>| part.is_none_or(|part| matches!(part.piece, Piece::Gap));
    !is_gap(pattern.first()) && !is_gap(pattern.last())
}

/// Carries a step out.
pub(super) fn apply(set: &mut RuleSet, of: Owner, step: &Step) {
    match (of, step) {
        (Owner::Rule(rule), Step::Pattern(slot, pattern)) => {
            let rule = &mut set.rules[rule];
            match *slot {
                Slot::Find(number) => rule.finds[number].clone_from(pattern),
                Slot::Then(number) => rule.then[number].pattern.clone_from(pattern),
                Slot::Unless(number) => rule.unless[number].pattern.clone_from(pattern),
                Slot::Give(_) | Slot::Over(_) | Slot::Phrase => {}
            }
        }
        (Owner::Rule(rule), Step::Without(slot)) => {
            let rule = &mut set.rules[rule];
            match *slot {
                Slot::Find(number) => drop(rule.finds.remove(number)),
                Slot::Then(number) => drop(rule.then.remove(number)),
                Slot::Unless(number) => drop(rule.unless.remove(number)),
                Slot::Give(number) => drop(rule.give.remove(number)),
                Slot::Over(number) => drop(rule.over.remove(number)),
                Slot::Phrase => {}
            }
        }
        (Owner::Shared(Target::Phrase(phrase)), Step::Pattern(_, pattern)) => {
            set.phrases[usize::from(phrase)].pattern.clone_from(pattern);
        }
        // A word fewer changes what is looked up, not what rules say.
        _ => {}
    }
}
