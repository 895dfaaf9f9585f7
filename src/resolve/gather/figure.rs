//! What rules say of figures.

use super::Said;
use crate::fact::{Bound, ChangeKind, Direction};
use crate::rule::schema::{BuiltinKind, KindRef};
use crate::rule::{Match, RuleSet};
use crate::token::Tokens;
use crate::value::class::Value;

/// What one match says of one figure.
#[derive(Clone, PartialEq, Debug)]
pub struct FigureNote {
    /// The figure, by the index of its quantity.
    pub quantity: usize,
    /// The rule that says it.
    pub rule: String,
    /// What it is the figure of.
    pub measure: Option<Tokens>,
    /// What it counts.
    pub counted: Option<Tokens>,
    /// The date that it is for, by index.
    pub period: Option<usize>,
    /// Which way it changed.
    pub direction: Option<Direction>,
    /// Whether it is the change's size, its end or its start.
    pub change: Option<ChangeKind>,
    /// A bound that the verb sets ('exceeded').
    pub bound: Option<Bound>,
}

/// What all matches say, in their order.
pub fn figures(set: &RuleSet, matches: &[Match]) -> Vec<FigureNote> {
    let of_figures = |found: &&Match| set.rules[found.rule].kind == KindRef::Builtin(BuiltinKind::Figure);
    matches.iter().filter(of_figures).flat_map(|found| notes(Said::new(set, found))).collect()
}

fn notes(said: Said) -> Vec<FigureNote> {
    let direction = said.value("change.direction").or_else(|| said.value("verb")).and_then(Direction::parse);
    let bound = said.value("bound").or_else(|| said.value("verb")).and_then(Bound::parse);
    let note = |quantity| FigureNote {
        quantity,
        rule: said.name().to_owned(),
        measure: said.tokens("measure"),
        counted: said.tokens("counted"),
        period: said.date("period"),
        direction,
        change: said.value("change.kind").and_then(ChangeKind::parse),
        bound,
    };
    let quantity = |value: &Value| match value {
        Value::Quantity(index) => Some(*index),
        _ => None,
    };
    said.values("figure").filter_map(|reading| quantity(&reading.value)).map(note).collect()
}
