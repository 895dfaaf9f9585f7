//! The names of classes, as rules write them.

use super::Class;
use crate::fact::{DocumentType, PartyKind};

impl Class {
    /// The classes that have a name of their own; each party kind and document type is one besides.
    pub const OWN: &[(&str, Class)] = &[
        ("number", Class::Number),
        ("quantity", Class::Quantity),
        ("money", Class::Money),
        ("percent", Class::Percent),
        ("measured", Class::Measured),
        ("attributive", Class::Attributive),
        ("range", Class::Range),
        ("date", Class::Date),
        ("ordinal", Class::Ordinal),
        ("np", Class::Np),
        ("noun", Class::Noun),
        ("topic", Class::Topic),
        ("name", Class::Name),
        ("person", Class::Person),
        ("official", Class::Official),
        ("place", Class::Place),
        ("country", Class::Country),
        ("nation", Class::Nation),
        ("organisation", Class::Organisation),
        ("party", Class::Party),
        ("political-party", Class::PartyOf(PartyKind::Party)),
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
