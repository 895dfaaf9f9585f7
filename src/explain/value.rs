//! What a hole's value stands for: a date's day, a figure's amount, a name's canonical form.

use super::{Telling, one_line};
use crate::fact::Figure;
use crate::resolve::entity;
use crate::rule::set::List;
use crate::value::Reading;
use crate::value::class::Value;

/// The value of a reading, or its text where it has no other.
pub(super) fn of(telling: &Telling, reading: &Reading) -> String {
    normal(telling, reading).unwrap_or_else(|| one_line(telling.inside.page.slice(&reading.tokens)))
}

fn normal(telling: &Telling, reading: &Reading) -> Option<String> {
    let inside = telling.inside;
    let set = telling.extractor.rules().set();
    match &reading.value {
        Value::Date(index) => inside.facts.dates.get(*index).map(|date| date.value.clone()),
        Value::Quantity(index) => inside.facts.figures.get(*index).and_then(figure),
        Value::Name(index) => {
            inside.values.names.get(*index).map(|name| entity::state_name(inside.page, name))
        }
        Value::Number(number) => Some(number.to_string()),
        Value::Word(list, entry) => entry_value(&set.words, *list, *entry),
        Value::Verb(list, group) => entry_value(&set.verbs, *list, group.entry),
        Value::Row(..) | Value::Reference(_) | Value::Document(_) | Value::Fact(_) | Value::Text => None,
    }
}

fn entry_value(lists: &[List], list: u16, entry: u32) -> Option<String> {
    let entry = lists.get(usize::from(list))?.entries.get(entry as usize)?;
    Some(entry.value.clone())
}

/// `230000000 USD`
fn figure(figure: &Figure) -> Option<String> {
    let value = figure.value?.normalize();
    let code = figure.unit.as_ref().and_then(|unit| unit.code.as_deref());
    Some(code.map_or(value.to_string(), |code| format!("{value} {code}")))
}
