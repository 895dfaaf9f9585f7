//! The record: what is known of one article, as JSON. The only place that knows serde's shape.
//!
//! Every key is always there; what is not known is null, and an empty list is `[]`. Spans are half-open
//! and in the unit that the record names; ids refer within the record.

mod date;
mod document;
mod evidence;
mod figure;
mod id;
mod membership;
mod named;
mod number;
#[cfg(feature = "cli")]
mod schema;
mod user;
mod vocabulary;

use serde::{Deserialize, Serialize};

pub use date::{Anchor, Date, Range};
pub use document::{Document, DocumentDate, Event, Party, Person, Place, Relation};
pub use evidence::Evidence;
pub use figure::{Change, Figure, Unit};
pub use id::{Id, List, NoId};
pub use membership::{Interval, Member, Membership, Organisation};
pub use named::Named;
pub use number::Number;
#[cfg(feature = "cli")]
pub use schema::schema;
pub use user::{Field, FieldValue, UserFact};
pub use vocabulary::Term;

use crate::fact::{self, Facts, PublishedSource};
use crate::rule::ast::Kind;
use crate::text;
use evidence::Cutter;

/// The version of the format that this program writes.
pub const FORMAT: u32 = 1;

/// One article's record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Record {
    /// [`FORMAT`]
    pub format: u32,
    /// The input's name for the article.
    pub id: String,
    /// Where it was read from.
    pub source: String,
    /// Its title, as given.
    pub title: Option<String>,
    /// The day of publication.
    pub published: Option<Published>,
    /// What spans count.
    pub offsets: text::Unit,
    /// The text that spans index, where it is not what the input holds: that of a web page. Else null, unless it is asked for.
    pub text: Option<String>,
    /// Dates, times, durations and sets.
    pub dates: Vec<Date>,
    /// Figures.
    pub figures: Vec<Figure>,
    /// Documents.
    pub documents: Vec<Document>,
    /// Memberships.
    pub memberships: Vec<Membership>,
    /// Facts of the user's kinds, by kind.
    pub facts: Named<Vec<UserFact>>,
    /// What could not be settled or was odd.
    pub warnings: Vec<Warning>,
}

/// The day of publication.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Published {
    /// ISO 8601; partial (`XXXX-06-01`) where the year can't be known.
    pub value: String,
    /// What it was read from.
    pub source: PublishedSource,
}

/// Something odd about the article or a fact.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Warning {
    /// A stable name: `count_mismatch`.
    pub code: String,
    /// For people.
    pub message: String,
    /// Where in the text.
    pub span: Option<[u32; 2]>,
}

/// The article that a record is of, and what is known of it beforehand.
#[derive(Clone, Copy, Debug, Default)]
pub struct Article<'a> {
    /// The input's name for it.
    pub id: &'a str,
    /// Where it was read from.
    pub source: &'a str,
    /// Its title, where the input gives one.
    pub title: Option<&'a str>,
    /// The whole text, which all spans index.
    pub text: &'a str,
    /// The kinds that the user's rules declare.
    pub kinds: &'a [Kind],
}

impl Record {
    /// The record of an article's facts.
    pub fn new(article: &Article, facts: &Facts, unit: text::Unit) -> Record {
        let cutter = Cutter::new(article.text, unit);
        Record {
            format: FORMAT,
            id: article.id.to_owned(),
            source: article.source.to_owned(),
            title: article.title.map(str::to_owned),
            published: facts.published.as_ref().map(published),
            offsets: unit,
            text: None,
            dates: numbered(&facts.dates, |index, date| cutter.date(index, date)),
            figures: numbered(&facts.figures, |index, figure| cutter.figure(index, figure)),
            documents: numbered(&facts.documents, |index, document| cutter.document(index, document)),
            memberships: numbered(&facts.memberships, |index, member| cutter.membership(index, member)),
            facts: cutter.user_facts(article.kinds, &facts.user),
            warnings: facts.warnings.iter().map(|warning| cutter.warning(warning)).collect(),
        }
    }

    /// The record on one line.
    ///
    /// # Errors
    /// What the JSON writer says; the types of a record give it no cause.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// The record on many lines.
    ///
    /// # Errors
    /// As [`Record::to_json`].
    pub fn to_json_pretty(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self)
    }

    /// A record that was written before.
    ///
    /// # Errors
    /// Where `json` is no record of this format.
    pub fn from_json(json: &str) -> serde_json::Result<Record> {
        serde_json::from_str(json)
    }
}

fn numbered<F, T>(facts: &[F], write: impl Fn(usize, &F) -> T) -> Vec<T> {
    facts.iter().enumerate().map(|(index, fact)| write(index, fact)).collect()
}

fn published(published: &fact::Published) -> Published {
    Published { value: published.value.clone(), source: published.source }
}

impl Cutter<'_> {
    fn warning(&self, warning: &fact::Warning) -> Warning {
        Warning {
            code: warning.code.to_owned(),
            message: warning.message.clone(),
            span: warning.span.map(|span| self.span(span)),
        }
    }
}

#[cfg(test)]
mod tests;
