//! `documents[]`

use serde::{Deserialize, Serialize};

use super::evidence::{Cutter, Evidence};
use super::{Id, List};
use crate::fact::{self, DocumentStatus, DocumentType, Modality, PartyKind, Polarity, RelationType, Source};

/// A document, with everything that the article says of it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Document {
    /// `doc1`
    pub id: Id,
    /// The whole mention that names it.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// The class or rule that found it.
    pub rule: String,
    /// All rules that added to it.
    pub rules: Vec<String>,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: DocumentType,
    /// The type as written.
    pub type_text: Option<String>,
    /// Where that is written.
    pub type_span: Option<[u32; 2]>,
    /// Where the type comes from.
    pub type_source: Source,
    /// Its own name.
    pub title: Option<Evidence>,
    /// What it is about.
    pub subject: Option<Evidence>,
    /// Who it is between.
    pub parties: Vec<Party>,
    /// Who signed.
    pub signatories: Vec<Person>,
    /// In whose presence it was signed.
    pub witnesses: Vec<Person>,
    /// Its life as told.
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
    /// The figures that are its amount.
    pub value: Vec<Id>,
    /// Of a group: how many it is said to be.
    pub count: Option<u64>,
    /// Of a group: how many are listed.
    pub listed: Option<u64>,
    /// The group that it belongs to.
    pub part_of: Option<Id>,
    /// How it bears on others.
    pub relations: Vec<Relation>,
    /// Every mention that was merged into it, its own included.
    pub mentions: Vec<Evidence>,
}

/// Who a document is between.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Party {
    /// As written.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// Canonical name, else as written.
    pub name: String,
    /// Its kind.
    pub kind: PartyKind,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// How it is known to be a party.
    pub source: Source,
}

/// A person who signed or witnessed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Person {
    /// The name as written.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// The post.
    pub post: Option<Evidence>,
    /// Whom the person signs for.
    #[serde(rename = "for")]
    pub on_behalf: Option<String>,
}

/// Something that happened to a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
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
    pub text: String,
    /// Where they stand.
    pub span: [u32; 2],
}

/// A day, with where it comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct DocumentDate {
    /// TIMEX3 value.
    pub value: String,
    /// As written; null where it was inferred.
    pub text: Option<String>,
    /// Where.
    pub span: Option<[u32; 2]>,
    /// The date that it is.
    pub date: Option<Id>,
    /// Where it comes from.
    pub source: Source,
}

/// A place, with where it comes from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Place {
    /// As written.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// Canonical name.
    pub name: String,
    /// A building in it.
    pub venue: Option<Evidence>,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// Where it comes from.
    pub source: Source,
}

/// How a document bears on another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Relation {
    /// How.
    #[serde(rename = "type")]
    pub kind: RelationType,
    /// The other, as written.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// The other, where it has a record.
    pub document: Option<Id>,
}

impl Cutter<'_> {
    pub(super) fn document(&self, index: usize, document: &fact::Document) -> Document {
        Document {
            id: List::Documents.id(index),
            text: self.text(document.span),
            span: self.span(document.span),
            rule: document.rule.clone(),
            rules: document.rules.clone(),
            kind: document.kind,
            type_text: document.type_span.map(|span| self.text(span)),
            type_span: document.type_span.map(|span| self.span(span)),
            type_source: document.type_source,
            title: document.title.map(|span| self.evidence(span)),
            subject: document.subject.map(|span| self.evidence(span)),
            parties: document.parties.iter().map(|party| self.party(party)).collect(),
            signatories: document.signatories.iter().map(|person| self.person(person)).collect(),
            witnesses: document.witnesses.iter().map(|person| self.person(person)).collect(),
            events: document.events.iter().map(|event| self.event(event)).collect(),
            status: document.status,
            polarity: document.polarity,
            modality: document.modality,
            date: document.date.as_ref().map(|date| self.document_date(date)),
            place: document.place.as_ref().map(|place| self.place(place)),
            until: document.until.as_ref().map(|date| self.document_date(date)),
            validity: document.validity.clone(),
            value: document.value.iter().map(|&index| List::Figures.id(index)).collect(),
            count: document.count,
            listed: document.listed,
            part_of: document.part_of.map(|index| List::Documents.id(index)),
            relations: document.relations.iter().map(|relation| self.relation(relation)).collect(),
            mentions: document.mentions.iter().map(|&span| self.evidence(span)).collect(),
        }
    }

    fn party(&self, party: &fact::Party) -> Party {
        Party {
            text: self.text(party.span),
            span: self.span(party.span),
            name: party.name.clone(),
            kind: party.kind,
            country: party.country.clone(),
            source: party.source,
        }
    }

    fn person(&self, person: &fact::Person) -> Person {
        Person {
            text: self.text(person.span),
            span: self.span(person.span),
            post: person.post.map(|span| self.evidence(span)),
            on_behalf: person.on_behalf.clone(),
        }
    }

    fn event(&self, event: &fact::Event) -> Event {
        Event {
            status: event.status,
            date: event.date.as_ref().map(|date| self.document_date(date)),
            place: event.place.as_ref().map(|place| self.place(place)),
            polarity: event.polarity,
            modality: event.modality,
            text: self.text(event.span),
            span: self.span(event.span),
        }
    }

    fn document_date(&self, date: &fact::DocumentDate) -> DocumentDate {
        DocumentDate {
            value: date.value.clone(),
            text: date.span.map(|span| self.text(span)),
            span: date.span.map(|span| self.span(span)),
            date: date.date.map(|index| List::Dates.id(index)),
            source: date.source,
        }
    }

    fn place(&self, place: &fact::Place) -> Place {
        Place {
            text: self.text(place.span),
            span: self.span(place.span),
            name: place.name.clone(),
            venue: place.venue.map(|span| self.evidence(span)),
            country: place.country.clone(),
            source: place.source,
        }
    }

    fn relation(&self, relation: &fact::Relation) -> Relation {
        Relation {
            kind: relation.kind,
            text: self.text(relation.span),
            span: self.span(relation.span),
            document: relation.document.map(|index| List::Documents.id(index)),
        }
    }
}
