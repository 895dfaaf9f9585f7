//! Which words a sentence must hold for a pattern to match (NEED), and which a match begins with (FIRST).

use super::emit::literals;
use crate::lexicon::{Entry, Lexicon, Origin};
use crate::rule::ast::{Mode, Repeat};
use crate::rule::set::{Hole, Pattern, Piece, RuleSet, Target};
use crate::token::{Shape, Vocabulary, Word, keyword};
use crate::value::class::Families;

/// What a sentence must hold for one part of a pattern to match: one of some words and marks, or the start of a value of
/// one of some families.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Demand {
    /// Sorted.
    pub words: Vec<Word>,
    /// Bits of [`Families`].
    pub families: Families,
}

/// The first words of every word list and verb list.
#[derive(Clone, Debug)]
pub(super) struct ListWords {
    words: Vec<Vec<Word>>,
    verbs: Vec<Vec<Word>>,
}

impl ListWords {
    /// Puts all lists into the lexicon.
    pub(super) fn insert(set: &RuleSet, lexicon: &mut Lexicon) -> ListWords {
        let words = set.words.iter().enumerate().map(|(number, list)| {
            let origin = Origin::Words(number as u16);
            let spellings = list.entries.iter().enumerate();
            let spellings =
                spellings.flat_map(|(row, entry)| entry.aliases.iter().map(move |alias| (row, alias)));
            let firsts = spellings.filter_map(|(row, alias)| {
                lexicon.insert(alias, Entry { origin, row: row as u32 });
                first_word(alias, &mut lexicon.vocabulary)
            });
            sorted(firsts.collect())
        });
        let words = words.collect();
        let verbs = set.verbs.iter().enumerate().map(|(number, list)| {
            lexicon.add_verbs(set.is_own(list));
            let mut firsts = Vec::new();
            for (row, entry) in list.entries.iter().enumerate() {
                for alias in &entry.aliases {
                    let forms = crate::value::verb::insert(number as u16, row as u32, alias, lexicon);
                    firsts.extend(forms.iter().filter_map(|form| first_word(form, &mut lexicon.vocabulary)));
                }
            }
            sorted(firsts)
        });
        let verbs = verbs.collect();
        ListWords { words, verbs }
    }
}

fn first_word(surface: &str, vocabulary: &mut Vocabulary) -> Option<Word> {
    literals(surface, vocabulary).first().map(|token| token.word)
}

fn sorted(mut words: Vec<Word>) -> Vec<Word> {
    words.sort_unstable();
    words.dedup();
    words
}

/// Reads what patterns need.
pub(super) struct Needs<'a> {
    pub(super) set: &'a RuleSet,
    pub(super) lists: &'a ListWords,
    pub(super) vocabulary: &'a mut Vocabulary,
}

impl Needs<'_> {
    /// Words one of which stands in every match, the most telling set that there is; none where no part
    /// of the pattern names words.
    pub(super) fn need(&mut self, pattern: &Pattern) -> Option<Vec<Word>> {
        let always = pattern.iter().filter(|part| matches!(part.repeat, Repeat::One | Repeat::Plus));
        always.filter_map(|part| self.piece(&part.piece)).min_by_key(|words| cost(words))
    }

    fn piece(&mut self, piece: &Piece) -> Option<Vec<Word>> {
        match piece {
            Piece::Text(text) => {
                let tokens = literals(text, self.vocabulary);
                let words =
                    tokens.iter().filter(|token| token.shape != Shape::Mark).map(|token| vec![token.word]);
                words.min_by_key(|words| cost(words))
            }
            Piece::Any(alternatives) => self.union(alternatives.iter(), Needs::need),
            Piece::Hole(hole) => self.hole(hole, Needs::need),
            Piece::Not(_) | Piece::Gap => None,
        }
    }

    /// What every match holds, part by part. A match starts at or before each of them.
    pub(super) fn demands(&mut self, pattern: &Pattern) -> Vec<Demand> {
        let always = pattern.iter().filter(|part| matches!(part.repeat, Repeat::One | Repeat::Plus));
        always.filter_map(|part| self.demand(&part.piece)).collect()
    }

    fn demand(&mut self, piece: &Piece) -> Option<Demand> {
        match piece {
            Piece::Text(text) => {
                let words = literals(text, self.vocabulary).into_iter().map(|token| vec![token.word]);
                words.min_by_key(|words| cost(words)).map(|words| Demand { words, families: Families::NONE })
            }
            Piece::Any(alternatives) => {
                self.any_demand(alternatives.iter(), |needs, pattern| needs.best_demand(pattern))
            }
            Piece::Hole(hole) => self.any_demand(hole.targets.iter(), |needs, target| match *target {
                Target::Class(class) => {
                    Families::of(class).map(|families| Demand { words: Vec::new(), families })
                }
                Target::Phrase(phrase) => {
                    let set = needs.set;
                    needs.best_demand(&set.phrases.get(usize::from(phrase))?.pattern)
                }
                Target::Words(list) => {
                    needs.lists.words.get(usize::from(list)).map(|words| Demand::of(words))
                }
                Target::Verbs(list) => {
                    needs.lists.verbs.get(usize::from(list)).map(|words| Demand::of(words))
                }
                Target::Kind(_)
                | Target::Table(_)
                | Target::Start
                | Target::End
                | Target::Headline
                | Target::Bullet => None,
            }),
            Piece::Not(_) | Piece::Gap => None,
        }
    }

    fn best_demand(&mut self, pattern: &Pattern) -> Option<Demand> {
        self.demands(pattern).into_iter().min_by_key(Demand::cost)
    }

    fn any_demand<T>(
        &mut self,
        alternatives: impl Iterator<Item = T>,
        mut of: impl FnMut(&mut Self, T) -> Option<Demand>,
    ) -> Option<Demand> {
        let mut any = Demand { words: Vec::new(), families: Families::NONE };
        for alternative in alternatives {
            let demand = of(self, alternative)?;
            any.words.extend(demand.words);
            any.families = any.families.or(demand.families);
        }
        Some(Demand { words: sorted(any.words), ..any })
    }

    /// Words one of which begins every match; none where a match can begin with a class.
    pub(super) fn first(&mut self, pattern: &Pattern) -> Option<Vec<Word>> {
        let mut words = Vec::new();
        for part in pattern {
            words.extend(match &part.piece {
                Piece::Text(text) => vec![literals(text, self.vocabulary).first()?.word],
                Piece::Any(alternatives) => self.union(alternatives.iter(), Needs::first)?,
                Piece::Hole(hole) if !is_verb(hole) => {
                    let words = self.hole(hole, Needs::first)?;
                    let leads = if is_list(hole) { LIST_LEADS } else { &[] };
                    words.into_iter().chain(leads.iter().copied()).collect()
                }
                Piece::Hole(_) | Piece::Not(_) | Piece::Gap => return None,
            });
            if matches!(part.repeat, Repeat::One | Repeat::Plus) {
                return Some(sorted(words));
            }
        }
        None
    }

    /// Whether every match begins with a value that the grammars found.
    pub(super) fn found_first(&self, pattern: &Pattern) -> bool {
        let Some(part) = pattern.first() else { return false };
        matches!(part.repeat, Repeat::One | Repeat::Plus)
            && match &part.piece {
                Piece::Any(alternatives) => alternatives.iter().all(|pattern| self.found_first(pattern)),
                Piece::Hole(hole) => hole.targets.iter().all(|target| self.is_found(*target)),
                Piece::Text(_) | Piece::Not(_) | Piece::Gap => false,
            }
    }

    fn is_found(&self, target: Target) -> bool {
        match target {
            Target::Class(class) => class.is_found(),
            Target::Phrase(phrase) => {
                let phrase = self.set.phrases.get(usize::from(phrase));
                phrase.is_some_and(|phrase| self.found_first(&phrase.pattern))
            }
            _ => false,
        }
    }

    fn hole(&mut self, hole: &Hole, of: fn(&mut Self, &Pattern) -> Option<Vec<Word>>) -> Option<Vec<Word>> {
        let set = self.set;
        self.union(hole.targets.iter(), |needs, target| match *target {
            Target::Words(list) => needs.lists.words.get(usize::from(list)).cloned(),
            Target::Verbs(list) => needs.lists.verbs.get(usize::from(list)).cloned(),
            Target::Phrase(phrase) => of(needs, &set.phrases.get(usize::from(phrase))?.pattern),
            Target::Class(_)
            | Target::Kind(_)
            | Target::Table(_)
            | Target::Start
            | Target::End
            | Target::Headline
            | Target::Bullet => None,
        })
    }

    fn union<T>(
        &mut self,
        alternatives: impl Iterator<Item = T>,
        mut of: impl FnMut(&mut Self, T) -> Option<Vec<Word>>,
    ) -> Option<Vec<Word>> {
        let mut all = Vec::new();
        for alternative in alternatives {
            all.extend(of(self, alternative)?);
        }
        Some(sorted(all))
    }
}

impl Demand {
    fn of(words: &[Word]) -> Demand {
        Demand { words: words.to_vec(), families: Families::NONE }
    }

    /// Values are in most sentences, but fewer than function words.
    fn cost(&self) -> usize {
        cost(&self.words) + if self.families == Families::NONE { 0 } else { 500 }
    }
}

/// What a list may begin with before its first item.
pub(crate) const LIST_LEADS: &[Word] =
    &[keyword::BOTH, keyword::NEITHER, keyword::EITHER, keyword::THE, keyword::A, keyword::AN];

fn is_list(hole: &Hole) -> bool {
    matches!(hole.mode, Mode::List | Mode::Each)
}

/// A verb group begins with any auxiliary.
fn is_verb(hole: &Hole) -> bool {
    hole.targets.iter().any(|target| matches!(target, Target::Verbs(_)))
}

/// How many sentences a set of words is likely to wake: function words wake nearly all.
fn cost(words: &[Word]) -> usize {
    let common = words.iter().filter(|word| (word.0 as usize) <= keyword::ALL.len()).count();
    words.len() + common * 1000
}
