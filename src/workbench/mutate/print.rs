//! Mutants for people and for programs.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Fate, Mutant, Mutation, Suggestion};
use crate::rule::RuleSet;
use crate::text::counted;
use crate::workbench::places::Spot;

/// The survivors, rule by rule, then the sum.
pub fn text(set: &RuleSet, mutation: &Mutation) -> String {
    let mut out = String::new();
    for group in mutation.mutants.chunk_by(|(a, _), (b, _)| a.of == b.of) {
        let survivors: Vec<_> = survivors(group).collect();
        if let Some((first, _)) = survivors.first() {
            // Writing into a string does not fail.
            let _ = writeln!(
                out,
                "{}: {} of {} mutants survive",
                first.of.name(set),
                survivors.len(),
                group.len()
            );
        }
        for (mutant, suggestion) in survivors {
            let _ = writeln!(out, "  {} {}", Spot::of(set, mutant.at), mutant.what);
            let _ = match suggestion {
                Some(Suggestion { rule, line }) if rule == mutant.of.name(set) => {
                    writeln!(out, "      add: {line}")
                }
                Some(Suggestion { rule, line }) => writeln!(out, "      add to {rule}: {line}"),
                None => writeln!(out, "      no sentence was found on which it makes a difference"),
            };
        }
    }
    let _ = writeln!(out, "{}", sum(mutation));
    out
}

fn survivors(mutants: &[(Mutant, Fate)]) -> impl Iterator<Item = (&Mutant, Option<&Suggestion>)> {
    mutants.iter().filter_map(|(mutant, fate)| match fate {
        Fate::Survived(suggestion) => Some((mutant, suggestion.as_ref())),
        Fate::CaughtByExample | Fate::CaughtByGolden => None,
    })
}

fn sum(mutation: &Mutation) -> String {
    let golden = mutation.mutants.iter().filter(|(_, fate)| *fate == Fate::CaughtByGolden).count();
    let [examples, articles] = [counted(mutation.examples, "example"), counted(mutation.articles, "article")];
    let failing = match mutation.failing {
        0 => String::new(),
        1 => " (and 1 that fails already)".to_owned(),
        count => format!(" (and {count} that fail already)"),
    };
    format!(
        "{} on {examples}{failing} and {articles}: {} caught by examples, {golden} by golden files alone, {} not at \
         all; {:.1} % caught",
        counted(mutation.mutants.len(), "mutant"),
        mutation.caught() - golden,
        mutation.mutants.len() - mutation.caught(),
        mutation.percent()
    )
}

/// All mutants for programs.
pub fn json(set: &RuleSet, mutation: &Mutation) -> Value {
    let mutants = mutation.mutants.iter().map(|(mutant, fate)| {
        let (fate, suggestion) = match fate {
            Fate::CaughtByExample => ("example", None),
            Fate::CaughtByGolden => ("golden", None),
            Fate::Survived(suggestion) => ("survived", suggestion.as_ref()),
        };
        let add = suggestion.map(|add| json!({"rule": add.rule, "line": add.line}));
        json!({
            "of": mutant.of.name(set), "at": Spot::of(set, mutant.at), "what": mutant.what, "fate": fate, "add": add,
        })
    });
    json!({
        "articles": mutation.articles, "examples": mutation.examples, "failing": mutation.failing,
        "caught": mutation.caught(), "percent": mutation.percent(), "mutants": mutants.collect::<Vec<_>>(),
    })
}
