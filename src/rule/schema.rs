//! The kinds of facts and their fields: what a hole can fill and an example can ask for.
//!
//! The tables follow the wire format. A path is dotted where the record nests.

use super::ast;
use crate::fact::{
    Bound, ChangeKind, DateType, Direction, DocumentStatus, DocumentType, MembershipEvent, MembershipStatus,
    Modality, Modifier, PartyKind, Polarity, RelationType, Source, UnitKind,
};

/// The kinds that every version of the program knows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BuiltinKind {
    /// Dates, times, durations and sets.
    Date,
    /// Figures.
    Figure,
    /// Documents.
    Document,
    /// Memberships.
    Membership,
}

impl BuiltinKind {
    /// All of them, in the order of the wire format.
    pub const ALL: &[BuiltinKind] =
        &[BuiltinKind::Date, BuiltinKind::Figure, BuiltinKind::Document, BuiltinKind::Membership];

    /// Its name in rules.
    pub const fn name(self) -> &'static str {
        match self {
            BuiltinKind::Date => "date",
            BuiltinKind::Figure => "figure",
            BuiltinKind::Document => "document",
            BuiltinKind::Membership => "membership",
        }
    }

    /// Its fields, without those that every kind has.
    pub const fn fields(self) -> &'static [FieldSpec] {
        match self {
            BuiltinKind::Date => DATE,
            BuiltinKind::Figure => FIGURE,
            BuiltinKind::Document => DOCUMENT,
            BuiltinKind::Membership => MEMBERSHIP,
        }
    }
}

/// A kind of fact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum KindRef {
    /// One that the program knows.
    Builtin(BuiltinKind),
    /// One that a user declared: index into the rule set's kinds.
    User(usize),
}

impl KindRef {
    /// Its name in rules.
    pub fn name(self, kinds: &[ast::Kind]) -> &str {
        match self {
            KindRef::Builtin(kind) => kind.name(),
            KindRef::User(index) => kinds.get(index).map_or("", |kind| &kind.name.text),
        }
    }
}

/// A field of a built-in kind.
#[derive(Clone, Copy, Debug)]
pub struct FieldSpec {
    /// Its path.
    pub path: &'static str,
    /// Whether it holds a list.
    pub list: bool,
    /// Whether a hole can fill it; if not, only an example can ask for it.
    pub fillable: bool,
    /// What it holds.
    pub holds: Holds,
}

/// What a field holds.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// Words of the text, or whatever a class reads.
    Anything,
    /// A date.
    Date,
    /// A number.
    Number,
    /// A figure.
    Figure,
    /// One of some names.
    OneOf(fn() -> Vec<&'static str>),
}

/// Names of an enum of the wire format.
macro_rules! one_of {
    ($name:ident) => {
        Holds::OneOf(|| $name::ALL.iter().map(|value| value.as_str()).collect())
    };
}

const fn one(path: &'static str, holds: Holds) -> FieldSpec {
    FieldSpec { path, list: false, fillable: true, holds }
}

const fn list(path: &'static str, holds: Holds) -> FieldSpec {
    FieldSpec { path, list: true, fillable: true, holds }
}

const fn asked(path: &'static str, holds: Holds) -> FieldSpec {
    FieldSpec { path, list: false, fillable: false, holds }
}

use Holds::{Anything, Date, Figure, Number};

/// What holes and examples of every kind can name: the verb, and what it tells.
pub const COMMON: &[FieldSpec] = &[
    one("verb", Anything),
    one("polarity", one_of!(Polarity)),
    one("modality", one_of!(Modality)),
    asked("text", Anything),
    asked("rule", Anything),
];

const DATE: &[FieldSpec] = &[
    one("date", Date),
    asked("type", one_of!(DateType)),
    asked("value", Anything),
    one("mod", one_of!(Modifier)),
    asked("begin", Anything),
    asked("end", Anything),
    one("quant", Anything),
    one("freq", Anything),
    one("range.from", Date),
    one("range.to", Date),
    one("anchor", Anything),
];

const FIGURE: &[FieldSpec] = &[
    one("figure", Figure),
    asked("value", Number),
    one("low", Number),
    one("high", Number),
    one("bound", one_of!(Bound)),
    one("unit", Anything),
    asked("unit.kind", one_of!(UnitKind)),
    asked("unit.code", Anything),
    asked("unit.text", Anything),
    one("per", Anything),
    asked("per.kind", one_of!(UnitKind)),
    asked("per.code", Anything),
    asked("per.text", Anything),
    one("counted", Anything),
    asked("counted.text", Anything),
    one("measure", Anything),
    asked("measure.text", Anything),
    one("change.direction", one_of!(Direction)),
    one("change.kind", one_of!(ChangeKind)),
    one("change.of", Figure),
    one("period", Date),
];

const DOCUMENT: &[FieldSpec] = &[
    one("document", Anything),
    one("type", one_of!(DocumentType)),
    asked("type_text", Anything),
    asked("type_source", one_of!(Source)),
    one("title", Anything),
    one("subject", Anything),
    list("parties", Anything),
    asked("parties.name", Anything),
    asked("parties.kind", one_of!(PartyKind)),
    asked("parties.country", Anything),
    asked("parties.source", one_of!(Source)),
    list("signatories", Anything),
    list("signatories.post", Anything),
    list("signatories.for", Anything),
    list("witnesses", Anything),
    one("status", one_of!(DocumentStatus)),
    one("date", Date),
    asked("date.value", Anything),
    asked("date.source", one_of!(Source)),
    one("place", Anything),
    asked("place.name", Anything),
    one("place.venue", Anything),
    asked("place.country", Anything),
    asked("place.source", one_of!(Source)),
    one("until", Date),
    asked("until.value", Anything),
    one("validity", Date),
    list("value", Figure),
    one("count", Number),
    asked("listed", Number),
    asked("part_of", Anything),
    list("relations.type", one_of!(RelationType)),
    list("relations.document", Anything),
];

const MEMBERSHIP: &[FieldSpec] = &[
    one("membership", Anything),
    one("member", Anything),
    asked("member.name", Anything),
    asked("member.kind", one_of!(PartyKind)),
    asked("member.country", Anything),
    asked("member.source", one_of!(Source)),
    one("organisation", Anything),
    asked("organisation.name", Anything),
    asked("organisation.acronym", Anything),
    asked("organisation.kind", Anything),
    asked("organisation.source", one_of!(Source)),
    one("status", one_of!(MembershipStatus)),
    one("event", one_of!(MembershipEvent)),
    one("since", Date),
    asked("since.value", Anything),
    one("until", Date),
    asked("until.value", Anything),
    one("ordinal", Number),
];

/// The values that a verb of a list can stand for in a rule about a kind; `None` where any will do.
pub fn verb_values(kind: KindRef) -> Option<Vec<&'static str>> {
    let of = |holds: &[Holds]| {
        let values = holds.iter().flat_map(|holds| match holds {
            Holds::OneOf(values) => values(),
            _ => Vec::new(),
        });
        Some(values.collect())
    };
    match kind {
        KindRef::Builtin(BuiltinKind::Document) => of(&[one_of!(DocumentStatus)]),
        KindRef::Builtin(BuiltinKind::Membership) => {
            of(&[one_of!(MembershipEvent), one_of!(MembershipStatus)])
        }
        KindRef::Builtin(BuiltinKind::Date | BuiltinKind::Figure) | KindRef::User(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_unique_in_a_kind() {
        for kind in BuiltinKind::ALL {
            let mut paths: Vec<&str> = kind.fields().iter().chain(COMMON).map(|field| field.path).collect();
            let all = paths.len();
            paths.sort_unstable();
            paths.dedup();
            assert_eq!(paths.len(), all, "{kind:?}");
        }
    }
}
