//! Documents signed, initialled, ratified, or said to be about to be.

use super::{
    DateId, DocumentId, DocumentStatus, DocumentType, FigureId, Modality, PartyKind, Polarity, RelationType,
    Source,
};
use crate::text::Span;

/// A document, with everything that the article says of it.
#[derive(Clone, PartialEq, Debug)]
pub struct Document {
    /// The whole mention that names it.
    pub span: Span,
    /// The class or rule that found it.
    pub rule: String,
    /// All rules that added to it.
    pub rules: Vec<String>,
    /// Its type.
    pub kind: DocumentType,
    /// The type as written.
    pub type_span: Option<Span>,
    /// Where the type comes from.
    pub type_source: Source,
    /// Its own name.
    pub title: Option<Span>,
    /// What it is about.
    pub subject: Option<Span>,
    /// Who it is between.
    pub parties: Vec<Party>,
    /// Who signed.
    pub signatories: Vec<Person>,
    /// In whose presence it was signed.
    pub witnesses: Vec<Person>,
    /// Its life as told, in the order of the text.
    pub events: Vec<Event>,
    /// Of the latest event.
    pub status: DocumentStatus,
    /// Of the latest event.
    pub polarity: Polarity,
    /// Of the latest event.
    pub modality: Modality,
    /// When that event was.
    pub date: Option<DocumentDate>,
    /// Where that event was.
    pub place: Option<Place>,
    /// Until when it provides.
    pub until: Option<DocumentDate>,
    /// For how long it provides: an ISO 8601 duration.
    pub validity: Option<String>,
    /// Its amount.
    pub value: Vec<FigureId>,
    /// Of a group: how many it is said to be.
    pub count: Option<u64>,
    /// Of a group: how many are listed.
    pub listed: Option<u64>,
    /// The group that it belongs to.
    pub part_of: Option<DocumentId>,
    /// How it bears on others.
    pub relations: Vec<Relation>,
    /// Every mention that was merged into it, its own included.
    pub mentions: Vec<Span>,
}

/// Who a document is between.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Party {
    /// Where it stands.
    pub span: Span,
    /// Canonical name out of the lexicon, else as written.
    pub name: String,
    /// Its kind.
    pub kind: PartyKind,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// How it is known to be a party.
    pub source: Source,
}

/// A person who signed or witnessed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    /// The name.
    pub span: Span,
    /// The post, as written.
    pub post: Option<Span>,
    /// Whom the person signs for, as written or by its name.
    pub on_behalf: Option<String>,
}

/// Something that happened to a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Event {
    /// What.
    pub status: DocumentStatus,
    /// When.
    pub date: Option<DocumentDate>,
    /// Where.
    pub place: Option<Place>,
    /// Whether it is said to be so.
    pub polarity: Polarity,
    /// How surely.
    pub modality: Modality,
    /// The words that say so.
    pub span: Span,
}

/// A day, with where it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentDate {
    /// TIMEX3 value.
    pub value: String,
    /// Where it stands; none where it was inferred.
    pub span: Option<Span>,
    /// The date it is.
    pub date: Option<DateId>,
    /// Where it comes from.
    pub source: Source,
}

/// A place, with where it comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// Where it stands.
    pub span: Span,
    /// Canonical name.
    pub name: String,
    /// A building in it, as written.
    pub venue: Option<Span>,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Where it comes from.
    pub source: Source,
}

/// How a document bears on another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Relation {
    /// How.
    pub kind: RelationType,
    /// The other, as written.
    pub span: Span,
    /// The other, where it has a record.
    pub document: Option<DocumentId>,
}

impl DocumentType {
    /// Whether one side can make it alone.
    pub fn is_unilateral(self) -> bool {
        use DocumentType::{Amendment, Charter, Decree, Law, Plan, Programme, Resolution, Roadmap, Statute};
        matches!(self, Amendment | Charter | Decree | Law | Plan | Programme | Resolution | Roadmap | Statute)
    }
}
