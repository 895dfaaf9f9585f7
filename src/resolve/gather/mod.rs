//! From mentions and matches to drafts: what every later step works on.

mod document;
mod figure;
mod lines;
mod membership;
mod user;

pub use document::documents;
pub use figure::{FigureNote, figures};
pub use membership::memberships;
pub use user::user_facts;

use super::draft::{Is, Who};
use crate::fact::Source;
use crate::rule::{Capture, Match, RuleSet};
use crate::token::Tokens;
use crate::value::class::Value;
use crate::value::name::NameKind;
use crate::value::{Reading, Values};

/// A match with the rule set that it belongs to.
#[derive(Clone, Copy)]
struct Said<'a> {
    set: &'a RuleSet,
    rule: usize,
    captures: &'a [Capture],
}

impl<'a> Said<'a> {
    fn new(set: &'a RuleSet, found: &'a Match) -> Self {
        Said { set, rule: found.rule, captures: &found.captures }
    }

    /// The rule's name.
    fn name(&self) -> &'a str {
        &self.set.rules[self.rule].name
    }

    /// All captures of a field.
    fn all(&self, field: &'a str) -> impl Iterator<Item = &'a Capture> {
        self.captures.iter().filter(move |capture| capture.field == field)
    }

    /// All values of a field.
    fn values(&self, field: &'a str) -> impl Iterator<Item = &'a Reading> {
        self.all(field).flat_map(|capture| &capture.values)
    }

    /// The first value of a field.
    fn first(&self, field: &'a str) -> Option<&'a Reading> {
        self.values(field).next()
    }

    /// Where a field's first value stands.
    fn tokens(&self, field: &'a str) -> Option<Tokens> {
        self.first(field).map(|reading| reading.tokens.clone())
    }

    /// The first date of a field, by index.
    fn date(&self, field: &'a str) -> Option<usize> {
        self.values(field).find_map(|reading| match reading.value {
            Value::Date(index) => Some(index),
            _ => None,
        })
    }

    /// What a field's word, or a `give` clause, stands for.
    fn value(&self, field: &'a str) -> Option<&'a str> {
        self.first(field).and_then(|reading| value_of(self.set, reading)).or_else(|| self.given(field))
    }

    /// What a `give` clause sets.
    fn given(&self, field: &str) -> Option<&'a str> {
        self.set.rules[self.rule].give.iter().find(|(name, _)| name == field).map(|(_, value)| value.as_str())
    }

    /// Whoever a field names, in order.
    fn who(&self, field: &'a str, values: &Values) -> Vec<Who> {
        self.values(field).map(|reading| who(reading, values)).collect()
    }

    /// Whether a list of the field was said with 'neither'.
    fn is_negated(&self, field: &'a str) -> bool {
        self.all(field).any(|capture| capture.negated)
    }
}

/// What a word or a verb of a list stands for.
fn value_of<'a>(set: &'a RuleSet, reading: &Reading) -> Option<&'a str> {
    let entry = match &reading.value {
        Value::Word(list, entry) => set.words.get(*list as usize)?.entries.get(*entry as usize),
        Value::Verb(list, group) => set.verbs.get(*list as usize)?.entries.get(group.entry as usize),
        Value::Date(_)
        | Value::Quantity(_)
        | Value::Name(_)
        | Value::Reference(_)
        | Value::Document(_)
        | Value::Number(_)
        | Value::Row(..)
        | Value::Fact(_)
        | Value::Text => None,
    };
    entry.map(|entry| entry.value.as_str())
}

/// Whoever a reading names.
fn who(reading: &Reading, values: &Values) -> Who {
    let (is, source) = match reading.value {
        Value::Name(index) => {
            let demonym = values.names.get(index).is_some_and(|name| name.kind == NameKind::Demonym);
            (Is::Name(index), if demonym { Source::Demonym } else { Source::Explicit })
        }
        Value::Reference(index) => (Is::Reference(index), Source::Coreference),
        _ => (Is::Text, Source::Explicit),
    };
    Who { tokens: reading.tokens.clone(), is, source }
}
