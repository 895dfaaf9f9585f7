//! What would be lost, and gained, without each rule.

use std::fmt::Write;

use serde_json::{Value, json};

use super::Wanted;
use super::table::table;
use crate::batch;
use crate::extract::{Extractor, Inside};
use crate::fact::Facts;
use crate::golden::{Change, Golden, compare};
use crate::input::{InputError, Item, Read};
use crate::rule::print::place;
use crate::rule::{Found, RuleSet, Rules};
use crate::text::Unit;
use crate::text::counted;

/// What each rule is worth.
pub struct Ablation {
    /// How many articles there were.
    pub articles: usize,
    /// What could not be read.
    pub unreadable: Vec<InputError>,
    /// By index of the rule.
    pub rules: Vec<Worth>,
}

/// What would be otherwise without a rule.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Worth {
    /// How many of its matches won.
    pub won: usize,
    /// Facts that would be found no more.
    pub lost: usize,
    /// Facts that would be found instead.
    pub gained: usize,
    /// Facts of which some field would be otherwise.
    pub changed: usize,
}

impl Worth {
    fn add(&mut self, other: &Worth) {
        self.won += other.won;
        self.lost += other.lost;
        self.gained += other.gained;
        self.changed += other.changed;
    }

    /// Whether all would be as it is.
    pub fn is_nothing(&self) -> bool {
        self.lost + self.gained + self.changed == 0
    }
}

/// Takes each rule away in turn. Its matches are left out of what was found once, and only where one of them won.
pub fn ablate(extractor: &Extractor, articles: impl Iterator<Item = Read>) -> Ablation {
    let rules = vec![Worth::default(); extractor.rules().set().rules.len()];
    let mut ablation = Ablation { articles: 0, unreadable: Vec::new(), rules };
    let without = chained(extractor);
    let done = batch::each(
        articles,
        |item| worths(extractor, &without, &item),
        |worths| {
            match worths {
                Ok(worths) => {
                    ablation.articles += 1;
                    worths.iter().for_each(|(rule, worth)| ablation.rules[*rule].add(worth));
                }
                Err(error) => ablation.unreadable.push(error),
            }
            Ok::<(), std::convert::Infallible>(())
        },
    );
    match done {
        Ok(()) => ablation,
    }
}

/// By rule, all others, where facts of its kind go into those of other rules: its matches alone can't be left out then.
fn chained(extractor: &Extractor) -> Vec<Option<Rules>> {
    let rules = extractor.rules();
    let all = 0..rules.set().rules.len();
    let mut vocabulary = extractor.lexicon().vocabulary.clone();
    let mut others = |rule: usize| {
        let others: Vec<usize> = all.clone().filter(|other| *other != rule).collect();
        let is_chained = rules.touched(&[rule]).len() > 1;
        is_chained.then(|| rules.vary(rules.set().clone(), &others, &mut vocabulary))
    };
    all.clone().map(&mut others).collect()
}

/// What the rules that won something in an article are worth there.
fn worths(extractor: &Extractor, others: &[Option<Rules>], item: &Item) -> Vec<(usize, Worth)> {
    let article = &item.article;
    let rules = extractor.rules();
    let prepared = extractor.prepare(article);
    let page = &prepared.page(&article.text, extractor.lexicon());
    let found = rules.find(page, &prepared.values, None);
    let conclude = |found: Found| {
        extractor.conclude(rules.set(), page, &prepared.values, found, article.published.clone())
    };
    let Inside { matches, facts, .. } = conclude(found.clone());
    let golden = |facts: &Facts| {
        let record = batch::record(extractor, item, facts, Unit::Chars);
        Golden::of(&serde_json::to_value(record).unwrap_or_default())
    };
    let before = golden(&facts);
    let mut won: Vec<usize> = matches.iter().map(|found| found.rule).collect();
    won.sort_unstable();
    let worth = |of: &[usize]| {
        let without = match &others[of[0]] {
            None => found.without(of[0]),
            Some(others) => others.find(page, &prepared.values, None),
        };
        let after = conclude(without).facts;
        let mut worth = Worth { won: of.len(), ..Worth::default() };
        if after != facts {
            worth.count(&before, &golden(&after));
        }
        (of[0], worth)
    };
    won.chunk_by(|a, b| a == b).map(worth).collect()
}

impl Worth {
    fn count(&mut self, before: &Golden, after: &Golden) {
        for difference in compare(before, after) {
            match difference.change {
                Change::Gone => self.lost += 1,
                Change::New | Change::Found => self.gained += 1,
                Change::Changed(_) | Change::Article(_) => self.changed += 1,
            }
        }
    }
}

/// A table for people: the rules that won something, and then those without which all would be as it is.
pub fn text(set: &RuleSet, wanted: &Wanted, ablation: &Ablation) -> String {
    let mut won: Vec<(usize, &Worth)> =
        worths_of(wanted, ablation).filter(|(_, worth)| worth.won > 0).collect();
    won.sort_by_key(|(_, worth)| std::cmp::Reverse(worth.lost));
    let rows: Vec<[String; 6]> = won.iter().map(|(number, worth)| row(set, *number, worth)).collect();
    let mut out = table(["without", "won", "lost", "gained", "changed", "at"], &rows);
    let idle = won.iter().filter(|(_, worth)| worth.is_nothing());
    let idle: Vec<&str> = idle.map(|(number, _)| set.rules[*number].name.as_str()).collect();
    // Writing into a string does not fail.
    if !idle.is_empty() {
        let _ = writeln!(out, "\nwithout any one of these all would be as it is:\n  {}", idle.join(", "));
    }
    let _ = writeln!(
        out,
        "\n{}; {} of {} won something there",
        counted(ablation.articles, "article"),
        won.len(),
        counted(worths_of(wanted, ablation).count(), "rule")
    );
    out
}

/// What the rules are worth that are wanted.
fn worths_of<'w>(wanted: &'w Wanted, ablation: &'w Ablation) -> impl Iterator<Item = (usize, &'w Worth)> {
    ablation.rules.iter().enumerate().filter(|(number, _)| wanted.rule(*number))
}

fn row(set: &RuleSet, number: usize, worth: &Worth) -> [String; 6] {
    let [won, lost, gained, changed] =
        [worth.won, worth.lost, worth.gained, worth.changed].map(|count| count.to_string());
    let rule = &set.rules[number];
    [rule.name.clone(), won, lost, gained, changed, place(set, rule)]
}

/// The same for programs.
pub fn json(set: &RuleSet, wanted: &Wanted, ablation: &Ablation) -> Value {
    let worths = worths_of(wanted, ablation).filter(|(number, _)| !set.rules[*number].draft);
    let rules = worths.map(|(number, worth)| {
        let rule = &set.rules[number];
        json!({
            "rule": rule.name, "kind": rule.kind.name(&set.kinds), "at": place(set, rule),
            "won": worth.won, "lost": worth.lost, "gained": worth.gained, "changed": worth.changed,
        })
    });
    json!({"articles": ablation.articles, "rules": rules.collect::<Vec<_>>()})
}
