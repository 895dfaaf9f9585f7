//! Classes: what a hole of a rule can name. A class is one function; a rule never calls back into code.

use super::verb::VerbGroup;
use crate::fact::{DocumentType, PartyKind};
use crate::token::Tokens;

/// A class of values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Class {
    /// A cardinal number.
    Number,
    /// A number with its unit or what it counts.
    Quantity,
    /// A quantity of a currency.
    Money,
    /// A date, time, duration or set.
    Date,
    /// 'third', '11th'
    Ordinal,
    /// A noun phrase.
    Np,
    /// Any name.
    Name,
    /// A person, post included.
    Person,
    /// A person with a post.
    Official,
    /// A place: city, region, state.
    Place,
    /// A state, by its name.
    Country,
    /// An organisation.
    Organisation,
    /// Whoever can sign or join, and references.
    Party,
    /// A mention of a document.
    Document,
    /// A bracket, or a stretch between two commas or dashes.
    Aside,
    /// To the end of the line or sentence, without its closing mark.
    Rest,
    /// A party of one kind.
    PartyOf(PartyKind),
    /// A document of one type.
    DocumentOf(DocumentType),
}

/// What a class read.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The tokens matched, a leading article included.
    pub matched: Tokens,
    /// The tokens that are the value.
    pub tokens: Tokens,
    /// The value.
    pub value: Value,
}

/// A value, by index into [`Values`] where it is one of those.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// A date.
    Date(usize),
    /// A quantity.
    Quantity(usize),
    /// A name.
    Name(usize),
    /// A reference.
    Reference(usize),
    /// A document.
    Document(usize),
    /// A number that is no quantity by itself: ordinals.
    Number(u64),
    /// An entry of a word list: list and entry.
    Word(u16, u32),
    /// A verb group of a list: list and group.
    Verb(u16, VerbGroup),
    /// Text alone.
    Text,
}

impl Class {
    /// The classes that have a name of their own; each party kind and document type is one besides.
    pub const OWN: &[(&str, Class)] = &[
        ("number", Class::Number),
        ("quantity", Class::Quantity),
        ("money", Class::Money),
        ("date", Class::Date),
        ("ordinal", Class::Ordinal),
        ("np", Class::Np),
        ("name", Class::Name),
        ("person", Class::Person),
        ("official", Class::Official),
        ("place", Class::Place),
        ("country", Class::Country),
        ("organisation", Class::Organisation),
        ("party", Class::Party),
        ("document", Class::Document),
        ("aside", Class::Aside),
        ("rest", Class::Rest),
    ];

    /// The class of that name. `party`, `person`, `organisation` and `document` are the wide classes, not the
    /// party kinds and the document type of the same names.
    pub fn parse(name: &str) -> Option<Class> {
        let own = Class::OWN.iter().find(|(own, _)| *own == name).map(|(_, class)| *class);
        own.or_else(|| PartyKind::parse(name).map(Class::PartyOf))
            .or_else(|| DocumentType::parse(name).map(Class::DocumentOf))
    }

    /// The names of all classes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let own = Class::OWN.iter().map(|(name, _)| *name);
        let kinds = PartyKind::ALL.iter().map(|kind| kind.as_str());
        let types = DocumentType::ALL.iter().map(|kind| kind.as_str());
        own.chain(kinds).chain(types)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_a_class_and_the_wide_ones_come_first() {
        assert!(Class::names().all(|name| Class::parse(name).is_some()));
        let cases = [
            ("party", Some(Class::Party)),
            ("organisation", Some(Class::Organisation)),
            ("state", Some(Class::PartyOf(PartyKind::State))),
            ("treaty", Some(Class::DocumentOf(DocumentType::Treaty))),
            ("Treaty", None),
            ("", None),
        ];
        for (name, want) in cases {
            assert_eq!(Class::parse(name), want, "{name}");
        }
    }
}
