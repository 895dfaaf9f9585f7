//! The names of classes, as rules write them.

use super::Class;
use crate::fact::{DocumentType, PartyKind};

impl Class {
    /// The classes that have a name of their own, and what each reads; each party kind and document type is one besides.
    pub const OWN: &[(&str, Class, &str)] = &[
        ("number", Class::Number, "a number without a unit"),
        ("quantity", Class::Quantity, "a number with its unit or what it counts"),
        ("money", Class::Money, "an amount of money"),
        ("percent", Class::Percent, "a percentage or points"),
        ("measured", Class::Measured, "a number with a unit of measure"),
        ("attributive", Class::Attributive, "a number and unit before a noun"),
        ("range", Class::Range, "a range of numbers"),
        ("date", Class::Date, "a date, time, duration or set"),
        ("ordinal", Class::Ordinal, "an ordinal number"),
        ("np", Class::Np, "a noun phrase"),
        ("noun", Class::Noun, "a noun with the words before it"),
        ("topic", Class::Topic, "the subject of a clause"),
        ("name", Class::Name, "a name of anything"),
        ("person", Class::Person, "a person"),
        ("official", Class::Official, "a person with a post"),
        ("place", Class::Place, "a place"),
        ("country", Class::Country, "a state by its name"),
        ("nation", Class::Nation, "a state or its people"),
        ("organisation", Class::Organisation, "an organisation"),
        ("party", Class::Party, "a party: state, ministry, company, person"),
        ("political-party", Class::PartyOf(PartyKind::Party), "a political party"),
        ("document", Class::Document, "a document"),
        ("aside", Class::Aside, "an aside in brackets, commas or dashes"),
        ("rest", Class::Rest, "the rest of the line"),
    ];

    /// The class of that name. `party`, `person`, `organisation` and `document` are the wide classes, not the
    /// party kinds and the document type of the same names.
    pub fn parse(name: &str) -> Option<Class> {
        let own = Class::OWN.iter().find(|(own, ..)| *own == name).map(|(_, class, _)| *class);
        own.or_else(|| PartyKind::parse(name).map(Class::PartyOf))
            .or_else(|| DocumentType::parse(name).map(Class::DocumentOf))
    }

    /// What it reads, in words: 'a noun phrase'.
    pub fn about(self) -> String {
        let own = Class::OWN.iter().find(|(_, class, _)| *class == self);
        match (self, own) {
            (_, Some((.., about))) => (*about).to_owned(),
            (Class::PartyOf(kind), None) => with_article(kind.as_str()),
            (Class::DocumentOf(kind), None) => with_article(kind.as_str()),
            (_, None) => "a value".to_owned(),
        }
    }

    /// The names of all classes.
    pub fn names() -> impl Iterator<Item = &'static str> {
        let own = Class::OWN.iter().map(|(name, ..)| *name);
        let kinds = PartyKind::ALL.iter().map(|kind| kind.as_str());
        let types = DocumentType::ALL.iter().map(|kind| kind.as_str());
        own.chain(kinds).chain(types)
    }
}

/// 'an agreement'
fn with_article(name: &str) -> String {
    let vowel = name.starts_with(['a', 'e', 'i', 'o', 'u']) && !name.starts_with("uni");
    let article = if vowel { "an" } else { "a" };
    format!("{article} {}", name.replace('_', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_says_what_it_reads() {
        for class in Class::names().filter_map(Class::parse) {
            assert_ne!(class.about(), "a value", "{class:?}");
        }
    }

    #[test]
    fn every_name_is_a_class_and_the_wide_ones_come_first() {
        assert!(Class::names().all(|name| Class::parse(name).is_some()));
        let cases = [
            ("party", Some(Class::Party)),
            ("organisation", Some(Class::Organisation)),
            ("political-party", Some(Class::PartyOf(PartyKind::Party))),
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
