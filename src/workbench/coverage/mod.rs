//! What rules do in a corpus: how often each is tried, matches and wins, and which of their alternatives and words ever take
//! part.

mod dead;
mod print;

use rustc_hash::FxHashSet;

pub use dead::{Dead, DeadPart, DeadWord};
pub use print::{json, text};

use crate::batch;
use crate::extract::{Article, Extractor, Inside};
use crate::input::{InputError, Item, Read};
use crate::rule::Match;
use crate::rule::ast::At;
use crate::rule::error::line_and_column;
use crate::rule::set::Target;
use crate::rule::trace::{Trace, Walk};
use crate::value::class::Value;
use crate::value::{Page, Reading};
use crate::workbench::Wanted;

/// What all rules did.
pub struct Coverage {
    /// How many articles there were.
    pub articles: usize,
    /// What could not be read.
    pub unreadable: Vec<InputError>,
    /// By index of the rule.
    pub rules: Vec<Tally>,
    taken: Taken,
}

/// What one rule did.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// In how many sentences it was tried, since the words that it needs are there.
    pub tried: usize,
    /// How many matches it had.
    pub matched: usize,
    /// How many of them won.
    pub won: usize,
    /// In how many articles it won.
    pub articles: usize,
    /// Its first match that won.
    pub first: Option<First>,
}

/// Where a rule first won.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct First {
    /// The article's id.
    pub article: String,
    /// From 1.
    pub line: usize,
    /// What matched.
    pub text: String,
}

/// What took part in matches that won.
#[derive(Default)]
struct Taken {
    places: FxHashSet<At>,
    words: FxHashSet<Word>,
}

/// An entry of a list, with the words that stood for it, in small letters.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Word {
    list: Target,
    entry: u32,
    words: String,
}

/// Runs the rules over articles.
pub fn coverage(extractor: &Extractor, articles: impl Iterator<Item = Read>) -> Coverage {
    let rules = vec![Tally::default(); extractor.rules().set().rules.len()];
    let mut coverage = Coverage { articles: 0, unreadable: Vec::new(), rules, taken: Taken::default() };
    let done = batch::each(
        articles,
        |item| One::of(extractor, &item),
        |one| {
            match one {
                Ok(one) => coverage.add(one),
                Err(error) => coverage.unreadable.push(error),
            }
            Ok::<(), std::convert::Infallible>(())
        },
    );
    match done {
        Ok(()) => coverage,
    }
}

impl Coverage {
    /// What never took part, of the rules that are wanted.
    pub fn dead(&self, extractor: &Extractor, wanted: &Wanted) -> Dead {
        dead::dead(extractor, wanted, &self.taken)
    }

    fn add(&mut self, one: One) {
        self.articles += 1;
        self.taken.places.extend(one.taken.places);
        self.taken.words.extend(one.taken.words);
        for (all, tally) in self.rules.iter_mut().zip(one.rules) {
            all.tried += tally.tried;
            all.matched += tally.matched;
            all.won += tally.won;
            all.articles += tally.articles;
            all.first = all.first.take().or(tally.first);
        }
    }
}

/// What the rules did in one article.
struct One {
    rules: Vec<Tally>,
    taken: Taken,
}

impl One {
    fn of(extractor: &Extractor, item: &Item) -> One {
        let set = extractor.rules().set();
        let mut watch =
            Watch { tallies: vec![Tally::default(); set.rules.len()], last: None, walks: Vec::new() };
        extractor.trace(&item.article, None, &mut watch, |inside, watch| {
            let mut one = One { rules: watch.tallies.clone(), taken: Taken::default() };
            inside.matches.iter().for_each(|found| one.won(&inside, item, found));
            watch.walks.iter().filter(|walk| won(&inside, walk)).for_each(|walk| one.walk(&inside, walk));
            one
        })
    }

    fn won(&mut self, inside: &Inside, item: &Item, found: &Match) {
        let tally = &mut self.rules[found.rule];
        tally.won += 1;
        tally.articles = 1;
        tally.first.get_or_insert_with(|| First::of(inside.page, &item.article, found));
    }

    fn walk(&mut self, inside: &Inside, walk: &Walk) {
        self.taken.places.extend(&walk.places);
        self.taken.words.extend(walk.readings.iter().filter_map(|reading| word(inside.page, reading)));
    }
}

impl First {
    fn of(page: &Page, article: &Article, found: &Match) -> First {
        let span = page.span(&found.tokens);
        let (line, _) = line_and_column(&article.text, span.start as usize);
        let text = span.of(&article.text).split_whitespace().collect::<Vec<_>>().join(" ");
        First { article: article.id.clone(), line, text }
    }
}

/// Whether the way is that of a match that won, or of an item under it.
fn won(inside: &Inside, walk: &Walk) -> bool {
    inside.matches.iter().any(|found| {
        (found.rule, found.sentence) == (walk.rule, walk.sentence)
            && (found.tokens == walk.tokens || found.items.iter().any(|item| item.tokens == walk.tokens))
    })
}

/// The entry of a list that a hole took.
fn word(page: &Page, reading: &Reading) -> Option<Word> {
    let (list, entry, tokens) = match &reading.value {
        Value::Word(list, entry) => (Target::Words(*list), *entry, &reading.tokens),
        Value::Verb(list, group) => (Target::Verbs(*list), group.entry, &group.verb),
        _ => return None,
    };
    let words: Vec<&str> = tokens.clone().map(|at| page.lexicon.vocabulary.text(page.word(at))).collect();
    Some(Word { list, entry, words: words.join(" ") })
}

/// Counts what is tried, and keeps the ways of matches.
struct Watch {
    tallies: Vec<Tally>,
    last: Option<(usize, usize)>,
    walks: Vec<Walk>,
}

impl Trace for Watch {
    const ON: bool = false;
    const WALKS: bool = true;

    fn woken(&mut self, rule: usize, sentence: usize) {
        if self.last.replace((rule, sentence)) != Some((rule, sentence)) {
            self.tallies[rule].tried += 1;
        }
    }

    fn walked(&mut self, walk: Walk) {
        self.walks.push(walk);
    }

    fn matched(&mut self, found: &Match) {
        self.tallies[found.rule].matched += 1;
    }
}
