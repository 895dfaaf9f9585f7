//! `figures[]`

use serde::{Deserialize, Serialize};

use super::evidence::{Cutter, Evidence};
use super::{Id, List, Number};
use crate::fact::{self, Bound, ChangeKind, Direction, UnitKind};

/// A figure.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Figure {
    /// `f1`
    pub id: Id,
    /// As written.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// The class and spelling that found it: `quantity/money`.
    pub rule: String,
    /// All rules that added to it.
    pub rules: Vec<String>,
    /// Exact value; null for a range.
    pub value: Option<Number>,
    /// Lower end of a range or a bound.
    pub low: Option<Number>,
    /// Upper end of a range or a bound.
    pub high: Option<Number>,
    /// How the value bounds what is meant.
    pub bound: Bound,
    /// Its unit.
    pub unit: Option<Unit>,
    /// The unit that it is per.
    pub per: Option<Unit>,
    /// What a count counts.
    pub counted: Option<Evidence>,
    /// What it is the figure of.
    pub measure: Option<Evidence>,
    /// How it changed.
    pub change: Option<Change>,
    /// The date that it is for.
    pub period: Option<Id>,
}

/// A unit.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Unit {
    /// Its sort.
    pub kind: UnitKind,
    /// ISO 4217 or UCUM, where there is one.
    pub code: Option<String>,
    /// As written; null where a count has no unit of its own.
    pub text: Option<String>,
    /// Where.
    pub span: Option<[u32; 2]>,
}

/// How a figure changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Change {
    /// Up, down or flat.
    pub direction: Direction,
    /// Whether the figure is the change's size, its end or its start.
    pub kind: ChangeKind,
    /// The figure that changed.
    pub of: Option<Id>,
}

impl Cutter<'_> {
    pub(super) fn figure(&self, index: usize, figure: &fact::Figure) -> Figure {
        Figure {
            id: List::Figures.id(index),
            text: self.text(figure.span),
            span: self.span(figure.span),
            rule: figure.rule.clone(),
            rules: figure.rules.clone(),
            value: figure.value.map(Number),
            low: figure.low.map(Number),
            high: figure.high.map(Number),
            bound: figure.bound,
            unit: figure.unit.as_ref().map(|unit| self.unit(unit)),
            per: figure.per.as_ref().map(|unit| self.unit(unit)),
            counted: figure.counted.map(|phrase| self.evidence(phrase.span)),
            measure: figure.measure.map(|phrase| self.evidence(phrase.span)),
            change: figure.change.map(change),
            period: figure.period.map(|index| List::Dates.id(index)),
        }
    }

    fn unit(&self, unit: &fact::Unit) -> Unit {
        Unit {
            kind: unit.kind,
            code: unit.code.clone(),
            text: unit.span.map(|span| self.text(span)),
            span: unit.span.map(|span| self.span(span)),
        }
    }
}

fn change(change: fact::Change) -> Change {
    let of = change.of.map(|index| List::Figures.id(index));
    Change { direction: change.direction, kind: change.kind, of }
}
