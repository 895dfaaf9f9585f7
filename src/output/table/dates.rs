//! `dates`

use super::Table;
use super::columns::Columns;
use crate::wire::{Anchor, Date};

pub(super) fn dates() -> Table {
    Columns::<Date>::new()
        .id(|date| date.id)
        .text("text", "As written.", |date| &date.text)
        .span(|date| date.span)
        .text("rule", "The class and spelling that found it.", |date| &date.rule)
        .term("type", "TIMEX3 type.", |date| date.kind)
        .text("value", "TIMEX3 value; `XXXX-05-31` where the year can't be known.", |date| &date.value)
        .maybe_term("mod", "TIMEX3 modifier.", |date| date.modifier)
        .maybe("first_day", "First calendar day covered (`begin` of the record).", |date| date.begin.as_ref())
        .maybe("last_day", "Last calendar day covered (`end` of the record).", |date| date.end.as_ref())
        .maybe("quant", "Of a set: TIMEX3's `quant`.", |date| date.quant.as_ref())
        .maybe("freq", "Of a set: TIMEX3's `freq`.", |date| date.freq.as_ref())
        .other("range_from", "The earlier of two mentions that make one range: `dates.id`.", |date| {
            date.range.map(|range| range.from)
        })
        .other("range_to", "The later of them: `dates.id`.", |date| date.range.map(|range| range.to))
        .maybe("said", "The value as far as it is said, where more is known.", |date| date.said.as_ref())
        .made("anchor", "What a relative date was counted from: `published`, or `dates.id`.", |date| {
            date.anchor.map(|anchor: Anchor| String::from(anchor)).unwrap_or_default()
        })
        .maybe("cue", "The words that decided whether it lies ahead or behind.", |date| date.cue.as_ref())
        .of_facts("dates", "A mention of a date, time, duration or set.", |record| &record.dates)
}
