//! The kinds of facts.

use super::ast;

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
