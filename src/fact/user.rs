//! Facts of kinds that the user's own rules define.

use rust_decimal::Decimal;

use super::{DateId, FigureId};
use crate::text::Span;

/// A fact of a user's kind.
#[derive(Clone, PartialEq, Debug)]
pub struct UserFact {
    /// The kind's name.
    pub kind: String,
    /// The match.
    pub span: Span,
    /// The rule that found it.
    pub rule: String,
    /// Fields in the order in which the kind declares them; a list field holds several values.
    pub fields: Vec<(String, Vec<FieldValue>)>,
}

/// One value of a field.
#[derive(Clone, PartialEq, Debug)]
pub struct FieldValue {
    /// Where it stands; none for a value that a `give` clause sets.
    pub span: Option<Span>,
    /// Canonical name, TIMEX3 value, enum value or the text itself.
    pub value: String,
    /// ISO 3166 alpha-3, of a country or what belongs to one.
    pub country: Option<String>,
    /// Of a number or quantity.
    pub number: Option<Decimal>,
    /// The date it is.
    pub date: Option<DateId>,
    /// The figure it is.
    pub figure: Option<FigureId>,
}
