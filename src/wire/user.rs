//! `facts`: kinds that the user's own rules define.

use serde::{Deserialize, Serialize};

use super::evidence::Cutter;
use super::{Id, List, Named, Number};
use crate::fact;
use crate::rule::ast;

/// A fact of a user's kind.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct UserFact {
    /// `u1`, counted within its kind.
    pub id: Id,
    /// The match.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// The rule that found it.
    pub rule: String,
    /// All fields that the kind declares, in that order.
    pub fields: Named<Field>,
}

/// What a field holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Field {
    /// Of a single field: its value, or null.
    One(Option<Box<FieldValue>>),
    /// Of a list field.
    List(Vec<FieldValue>),
}

/// One value of a field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct FieldValue {
    /// As written; null for a value that a `give` clause sets.
    pub text: Option<String>,
    /// Where.
    pub span: Option<[u32; 2]>,
    /// Canonical name, TIMEX3 value, enum value or the text itself.
    pub value: String,
    /// ISO 3166 alpha-3, of a country or what belongs to one.
    pub country: Option<String>,
    /// Of a number or quantity.
    pub number: Option<Number>,
    /// The date that it is.
    pub date: Option<Id>,
    /// The figure that it is.
    pub figure: Option<Id>,
}

impl Cutter<'_> {
    /// The facts of each kind, kinds in the order of their declaration, those without facts included.
    pub(super) fn user_facts(&self, kinds: &[ast::Kind], facts: &[fact::UserFact]) -> Named<Vec<UserFact>> {
        let of = |kind: &ast::Kind| {
            let own = facts.iter().filter(|fact| fact.kind == kind.name.text);
            own.enumerate().map(|(index, fact)| self.user_fact(index, kind, fact)).collect()
        };
        Named(kinds.iter().map(|kind| (kind.name.text.clone(), of(kind))).collect())
    }

    fn user_fact(&self, index: usize, kind: &ast::Kind, fact: &fact::UserFact) -> UserFact {
        let fields = kind.fields.iter().map(|field| (field.name.text.clone(), self.field(field, fact)));
        UserFact {
            id: List::User.id(index),
            text: self.text(fact.span),
            span: self.span(fact.span),
            rule: fact.rule.clone(),
            fields: Named(fields.collect()),
        }
    }

    fn field(&self, field: &ast::Field, fact: &fact::UserFact) -> Field {
        let filled = fact.fields.iter().find(|(name, _)| *name == field.name.text);
        let mut values = filled.into_iter().flat_map(|(_, values)| values).map(|value| self.value(value));
        match field.list {
            true => Field::List(values.collect()),
            false => Field::One(values.next().map(Box::new)),
        }
    }

    fn value(&self, value: &fact::FieldValue) -> FieldValue {
        FieldValue {
            text: value.span.map(|span| self.text(span)),
            span: value.span.map(|span| self.span(span)),
            value: value.value.clone(),
            country: value.country.clone(),
            number: value.number.map(Number),
            date: value.date.map(|index| List::Dates.id(index)),
            figure: value.figure.map(|index| List::Figures.id(index)),
        }
    }
}

mod field {
    //! A field as JSON: an array or not. Derived code for untagged enums would read numbers as floats.

    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::{Serialize, Serializer};
    use serde_json::value::RawValue;

    use super::Field;

    impl Serialize for Field {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self {
                Field::One(value) => value.serialize(serializer),
                Field::List(values) => values.serialize(serializer),
            }
        }
    }

    impl<'de> Deserialize<'de> for Field {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Field, D::Error> {
            let raw = Box::<RawValue>::deserialize(deserializer)?;
            let read = match raw.get().starts_with('[') {
                true => serde_json::from_str(raw.get()).map(Field::List),
                false => serde_json::from_str(raw.get()).map(Field::One),
            };
            read.map_err(D::Error::custom)
        }
    }
}
