//! Dates, times, durations and sets: TIMEX3 with the calendar days that they cover.

use super::DateId;
use super::vocabulary::vocabulary;
use crate::text::Span;

vocabulary! {
    /// TIMEX3's types.
    DateType { Date = "DATE", Time = "TIME", Duration = "DURATION", Set = "SET" }
    /// TIMEX3's modifiers.
    Modifier {
        Before = "BEFORE", After = "AFTER", OnOrBefore = "ON_OR_BEFORE", OnOrAfter = "ON_OR_AFTER",
        LessThan = "LESS_THAN", MoreThan = "MORE_THAN", EqualOrLess = "EQUAL_OR_LESS",
        EqualOrMore = "EQUAL_OR_MORE", Start = "START", Mid = "MID", End = "END", Approx = "APPROX",
    }
}

/// A mention of a date, time, duration or set.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Date {
    /// Where it stands.
    pub span: Span,
    /// The class and spelling that found it: `date/month-day-year`.
    pub rule: String,
    /// TIMEX3 type.
    pub kind: DateType,
    /// TIMEX3 value.
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// First calendar day covered, ISO 8601.
    pub begin: Option<String>,
    /// Last calendar day covered, ISO 8601.
    pub end: Option<String>,
    /// Of a set: `EVERY`.
    pub quant: Option<String>,
    /// Of a set: `2X`.
    pub freq: Option<String>,
    /// The other end, where two mentions make one range.
    pub range: Option<DateRange>,
    /// The value as far as it is said, where resolution added to it: `XXXX-05-31`.
    pub said: Option<String>,
    /// What a relative date was counted from.
    pub anchor: Option<Anchor>,
    /// The words that decided its direction, where any did.
    pub cue: Option<String>,
}

impl Date {
    /// Whether it can say when something happened: not a length of time, a habit or 'now'.
    pub fn is_moment(&self) -> bool {
        matches!(self.kind, DateType::Date | DateType::Time) && !self.value.ends_with("_REF")
    }
}

/// Two mentions that make one range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateRange {
    /// The earlier.
    pub from: DateId,
    /// The later.
    pub to: DateId,
}

/// What a relative date was counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// The day of publication.
    Published,
    /// An earlier date.
    Date(DateId),
}
