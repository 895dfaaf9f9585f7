//! Figures: values with unit and bound, what they count or measure, how they changed.

use rust_decimal::Decimal;

use super::vocabulary::vocabulary;
use super::{DateId, FigureId};
use crate::text::Span;

vocabulary! {
    /// How the value bounds what is meant.
    Bound {
        Exact = "exact", About = "about", MoreThan = "more_than", AtLeast = "at_least",
        LessThan = "less_than", AtMost = "at_most", Range = "range",
    }
    /// What sort of unit it is.
    UnitKind {
        Currency = "currency", Percent = "percent", PercentagePoint = "percentage_point",
        BasisPoint = "basis_point", Count = "count", Length = "length", Area = "area",
        Volume = "volume", Mass = "mass", Energy = "energy", Power = "power",
        Temperature = "temperature", Speed = "speed", Duration = "duration", Age = "age",
        Data = "data", Pressure = "pressure", Frequency = "frequency", Angle = "angle",
        Electric = "electric", Force = "force", Radiation = "radiation", Sound = "sound",
        Point = "point", Times = "times", Other = "other",
    }
    /// Which way something changed.
    Direction { Up = "up", Down = "down", Flat = "flat" }
    /// What the value is of the change: its size, its end or its start.
    ChangeKind { By = "by", To = "to", From = "from" }
}

/// A figure.
#[derive(Clone, PartialEq, Debug)]
pub struct Figure {
    /// Where it stands: number, unit and the words that bound it.
    pub span: Span,
    /// The class and spelling that found it: `quantity/money`.
    pub rule: String,
    /// All rules that added to it.
    pub rules: Vec<String>,
    /// Exact value; none for a range.
    pub value: Option<Decimal>,
    /// Lower end of a range or vague number.
    pub low: Option<Decimal>,
    /// Upper end.
    pub high: Option<Decimal>,
    /// How the value bounds what is meant.
    pub bound: Bound,
    /// Its unit.
    pub unit: Option<Unit>,
    /// The unit that it is per.
    pub per: Option<Unit>,
    /// What a count counts.
    pub counted: Option<Phrase>,
    /// What it is the figure of.
    pub measure: Option<Phrase>,
    /// How it changed.
    pub change: Option<Change>,
    /// The date that it is for.
    pub period: Option<DateId>,
}

/// A unit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// Its sort.
    pub kind: UnitKind,
    /// ISO 4217 for currencies, UCUM for physical units, where there is one.
    pub code: Option<String>,
    /// As written; none where a count has no unit of its own.
    pub span: Option<Span>,
}

/// A phrase of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Phrase {
    /// Where it stands.
    pub span: Span,
}

/// How a figure changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// Up, down or flat.
    pub direction: Direction,
    /// Whether the figure is the change's size, its end or its start.
    pub kind: ChangeKind,
    /// The level that it changes.
    pub of: Option<FigureId>,
}
