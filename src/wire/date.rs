//! `dates[]`

use serde::{Deserialize, Serialize};

use super::evidence::Cutter;
use super::{Id, List};
use crate::fact::{self, DateType, Modifier};

/// A mention of a date, time, duration or set.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Date {
    /// `d1`
    pub id: Id,
    /// As written.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// The class and spelling that found it: `date/month-day-year`.
    pub rule: String,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: DateType,
    /// TIMEX3 value; `XXXX-05-31` where the year can't be known.
    pub value: String,
    /// TIMEX3 modifier.
    #[serde(rename = "mod")]
    pub modifier: Option<Modifier>,
    /// First calendar day covered, where it is known.
    pub begin: Option<String>,
    /// Last calendar day covered, where it is known.
    pub end: Option<String>,
    /// Of a set: `EVERY`.
    pub quant: Option<String>,
    /// Of a set: `2X`.
    pub freq: Option<String>,
    /// Two mentions that make one range.
    pub range: Option<Range>,
    /// The value as far as it is said, where more is known: `XXXX-05-31` of 'May 31'.
    pub said: Option<String>,
    /// What a relative date was counted from.
    pub anchor: Option<Anchor>,
    /// The words that decided whether it lies ahead or behind.
    pub cue: Option<String>,
}

/// Two mentions that make one range.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Range {
    /// The earlier.
    pub from: Id,
    /// The later.
    pub to: Id,
}

/// What a relative date was counted from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Anchor {
    /// `published`: the day of publication.
    Published,
    /// Another date.
    Date(Id),
}

impl From<Anchor> for String {
    fn from(anchor: Anchor) -> String {
        match anchor {
            Anchor::Published => "published".to_owned(),
            Anchor::Date(id) => id.to_string(),
        }
    }
}

impl TryFrom<String> for Anchor {
    type Error = super::id::NoId;

    fn try_from(text: String) -> Result<Anchor, Self::Error> {
        if text == "published" { Ok(Anchor::Published) } else { text.parse().map(Anchor::Date) }
    }
}

impl Cutter<'_> {
    pub(super) fn date(&self, index: usize, date: &fact::Date) -> Date {
        Date {
            id: List::Dates.id(index),
            text: self.text(date.span),
            span: self.span(date.span),
            rule: date.rule.clone(),
            kind: date.kind,
            value: date.value.clone(),
            modifier: date.modifier,
            begin: date.begin.clone(),
            end: date.end.clone(),
            quant: date.quant.clone(),
            freq: date.freq.clone(),
            range: date
                .range
                .map(|range| Range { from: List::Dates.id(range.from), to: List::Dates.id(range.to) }),
            said: date.said.clone(),
            anchor: date.anchor.map(anchor),
            cue: date.cue.clone(),
        }
    }
}

fn anchor(anchor: fact::Anchor) -> Anchor {
    match anchor {
        fact::Anchor::Published => Anchor::Published,
        fact::Anchor::Date(index) => Anchor::Date(List::Dates.id(index)),
    }
}
