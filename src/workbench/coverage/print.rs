//! Coverage for people and for programs.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use super::{Coverage, Dead, Tally};
use crate::rule::RuleSet;
use crate::rule::print::place;
use crate::text::counted;
use crate::workbench::Wanted;
use crate::workbench::places::Spot;
use crate::workbench::table::table;

/// How much of a first find is shown, in characters.
const SHOWN: usize = 60;

/// Tables for people.
pub fn text(set: &RuleSet, wanted: &Wanted, coverage: &Coverage, dead: &Dead) -> String {
    let head = ["rule", "kind", "tried", "matched", "won", "articles", "first find"];
    let rows: Vec<[String; 7]> =
        tallies(set, wanted, coverage).map(|(number, tally)| row(set, number, tally)).collect();
    let mut out = table(head, &rows);
    let named = |is: &dyn Fn(&Tally) -> bool| -> Vec<&str> {
        let rules = tallies(set, wanted, coverage).filter(|(_, tally)| is(tally));
        rules.map(|(number, _)| set.rules[number].name.as_str()).collect()
    };
    let never = named(&|tally| tally.tried == 0);
    list(&mut out, "never tried, since no sentence has the words that they need", &never);
    list(&mut out, "tried, but never matched", &named(&|tally| tally.tried > 0 && tally.matched == 0));
    list(&mut out, "matched, but never won", &named(&|tally| tally.matched > 0 && tally.won == 0));
    parts(&mut out, dead);
    words(&mut out, dead);
    let articles = counted(coverage.articles, "article");
    let won = tallies(set, wanted, coverage).filter(|(_, tally)| tally.won > 0).count();
    let rules = counted(tallies(set, wanted, coverage).count(), "rule");
    // Writing into a string does not fail.
    let _ = writeln!(
        out,
        "\n{articles}, {won} of {rules} won somewhere; {} and {} never took part",
        counted(dead.parts.len(), "part"),
        counted(dead.words.len(), "word")
    );
    out
}

/// What the rules did that are wanted and run.
fn tallies<'c>(
    set: &'c RuleSet,
    wanted: &'c Wanted,
    coverage: &'c Coverage,
) -> impl Iterator<Item = (usize, &'c Tally)> {
    let tallies = coverage.rules.iter().enumerate();
    tallies.filter(|(number, _)| wanted.rule(*number) && !set.rules[*number].draft)
}

fn row(set: &RuleSet, number: usize, tally: &Tally) -> [String; 7] {
    let rule = &set.rules[number];
    let first = tally.first.as_ref().map_or(String::new(), |first| {
        let text: String = first.text.chars().take(SHOWN).collect();
        let more = if text.len() < first.text.len() { "…" } else { "" };
        format!("{}:{} `{text}{more}`", first.article, first.line)
    });
    let [tried, matched, won, articles] =
        [tally.tried, tally.matched, tally.won, tally.articles].map(|count| count.to_string());
    [rule.name.clone(), rule.kind.name(&set.kinds).to_owned(), tried, matched, won, articles, first]
}

fn list(out: &mut String, head: &str, names: &[&str]) {
    if !names.is_empty() {
        let _ = writeln!(out, "\n{head}:\n  {}", names.join(", "));
    }
}

fn parts(out: &mut String, dead: &Dead) {
    let parts = dead.parts.iter().map(|part| (&part.at, part.of.as_str(), format!("`{}`", part.text)));
    by_place(out, "alternatives and optional parts that no match took", ", ", parts);
}

fn words(out: &mut String, dead: &Dead) {
    let words = dead.words.iter().map(|word| (&word.at, word.list.as_str(), word.word.clone()));
    by_place(out, "words that no match took", " | ", words);
}

/// What stands on one line of a file, on one line.
fn by_place<'d>(
    out: &mut String,
    head: &str,
    join: &str,
    items: impl Iterator<Item = (&'d Spot, &'d str, String)>,
) {
    let mut places: BTreeMap<(&str, usize, &str), Vec<String>> = BTreeMap::new();
    for (at, of, text) in items {
        places.entry((&at.file, at.line, of)).or_default().push(text);
    }
    if !places.is_empty() {
        let _ = writeln!(out, "\n{head}:");
    }
    for ((file, line, of), texts) in places {
        let _ = writeln!(out, "  {file}:{line} {of}: {}", texts.join(join));
    }
}

/// The same for programs.
pub fn json(set: &RuleSet, wanted: &Wanted, coverage: &Coverage, dead: &Dead) -> Value {
    let rules = tallies(set, wanted, coverage).map(|(number, tally)| {
        let rule = &set.rules[number];
        let first = tally.first.as_ref();
        let first =
            first.map(|first| json!({"article": first.article, "line": first.line, "text": first.text}));
        json!({
            "rule": rule.name, "kind": rule.kind.name(&set.kinds), "at": place(set, rule),
            "tried": tally.tried, "matched": tally.matched, "won": tally.won, "articles": tally.articles,
            "first": first,
        })
    });
    json!({
        "articles": coverage.articles,
        "rules": rules.collect::<Vec<_>>(),
        "dead": dead,
    })
}
