//! The facts of an article, resolved, with spans in bytes. [`crate::wire`] writes them.
//!
//! Facts refer to each other by index into the record's lists, which are sorted by span.

mod date;
mod document;
mod figure;
mod membership;
mod user;
mod vocabulary;

pub use date::{Anchor, Date, DateRange, DateType, Modifier};
pub use document::{Document, DocumentDate, Event, Party, Person, Place, Relation};
pub use figure::{Bound, Change, ChangeKind, Direction, Figure, Phrase, Unit, UnitKind};
pub use membership::{Interval, Member, Membership, Organisation};
pub use user::{FieldValue, UserFact};
pub use vocabulary::{
    DocumentStatus, DocumentType, MembershipEvent, MembershipStatus, Modality, PartyKind, Polarity,
    RelationType, Source,
};

use crate::text::Span;
pub(crate) use vocabulary::vocabulary;

/// Everything found in one article.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Facts {
    /// The day of publication as ISO 8601, with what it was read from.
    pub published: Option<Published>,
    /// Dates, by span.
    pub dates: Vec<Date>,
    /// Figures, by span.
    pub figures: Vec<Figure>,
    /// Documents, by span.
    pub documents: Vec<Document>,
    /// Memberships, by span.
    pub memberships: Vec<Membership>,
    /// Facts of the user's kinds, by span.
    pub user: Vec<UserFact>,
    /// What could not be settled or was odd.
    pub warnings: Vec<Warning>,
}

/// The day of publication.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Published {
    /// ISO 8601; partial (`XXXX-06-01`) where the year can't be known.
    pub value: String,
    /// What it was read from.
    pub source: PublishedSource,
}

vocabulary! {
    /// What the day of publication was read from: the caller's option, a header line of the text, the
    /// input's own field, the file's name, the opening that names place and day, or two mentions that force it.
    PublishedSource {
        Option = "option", Header = "header", Metadata = "metadata", Filename = "filename",
        Dateline = "dateline", Inferred = "inferred",
    }
}

/// Something odd about an article or a fact.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warning {
    /// A stable name: `count_mismatch`.
    pub code: &'static str,
    /// For people.
    pub message: String,
    /// Where in the text.
    pub span: Option<Span>,
}

/// A date of the record, by index into [`Facts::dates`].
pub type DateId = usize;
/// A figure of the record, by index into [`Facts::figures`].
pub type FigureId = usize;
/// A document of the record, by index into [`Facts::documents`].
pub type DocumentId = usize;
