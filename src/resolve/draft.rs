//! Facts in the making: what rules and classes said, before it is settled who and when is meant.

use crate::fact::{DocumentStatus, DocumentType, Modality, Polarity, RelationType, Source};
use crate::token::Tokens;

/// Whoever is named or referred to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Who {
    /// Where it stands: the name, or the words that refer to it.
    pub tokens: Tokens,
    /// What stands there.
    pub is: Is,
    /// How it is known.
    pub source: Source,
}

/// What stands for somebody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Is {
    /// A name, by index.
    Name(usize),
    /// A reference, by index, not yet resolved.
    Reference(usize),
    /// Words that no grammar knows: they are their own name.
    Text,
}

/// A document in the making.
#[derive(Clone, Debug)]
pub struct DocumentDraft {
    /// The mention of a class, by index; none for an item without a type word.
    pub mention: Option<usize>,
    /// The whole mention.
    pub tokens: Tokens,
    /// Its type.
    pub kind: DocumentType,
    /// The words of the type.
    pub type_tokens: Option<Tokens>,
    /// Where the type comes from.
    pub type_source: Source,
    /// Its own name.
    pub title: Option<Tokens>,
    /// What it is about.
    pub subject: Option<Tokens>,
    /// Who it is between.
    pub parties: Vec<Who>,
    /// Who signed.
    pub signatories: Vec<Signatory>,
    /// In whose presence.
    pub witnesses: Vec<Who>,
    /// What happened to it.
    pub events: Vec<EventDraft>,
    /// Until when it provides: a date, by index.
    pub until: Option<usize>,
    /// For how long: a duration, by index.
    pub validity: Option<usize>,
    /// Amounts: quantities, by index.
    pub value: Vec<usize>,
    /// How many it is said to be.
    pub count: Option<u64>,
    /// How many are listed.
    pub listed: Option<u64>,
    /// The group it belongs to: a draft, by index.
    pub part_of: Option<usize>,
    /// How it bears on others.
    pub relations: Vec<(RelationType, Tokens)>,
    /// All mentions merged into it.
    pub mentions: Vec<Tokens>,
    /// The rule or class that found it, then those that added to it.
    pub rules: Vec<String>,
    /// Whether several are meant.
    pub plural: bool,
    /// Whether it is but a reference to one named before.
    pub definite: bool,
    /// The draft that this one was merged into.
    pub merged_into: Option<usize>,
}

/// Somebody who signed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signatory {
    /// The person.
    pub who: Who,
    /// Whom they sign for, where it is said.
    pub on_behalf: Option<Who>,
}

/// Something that happened to a document.
#[derive(Clone, PartialEq, Debug)]
pub struct EventDraft {
    /// What the verb stands for by itself.
    pub verb: DocumentStatus,
    /// What it says with its polarity and modality.
    pub status: DocumentStatus,
    /// As the verb group has it.
    pub polarity: Polarity,
    /// As the verb group has it.
    pub modality: Modality,
    /// The words that say it.
    pub tokens: Tokens,
    /// A date, by index, and where it comes from.
    pub date: Option<(usize, Source)>,
    /// A place.
    pub place: Option<PlaceDraft>,
}

/// Where something happened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PlaceDraft {
    /// A name, by index.
    pub name: usize,
    /// A building, by its tokens.
    pub venue: Option<Tokens>,
    /// Where it comes from.
    pub source: Source,
}

/// A membership in the making; resolution makes one fact of each pair.
#[derive(Clone, Debug)]
pub struct MembershipDraft {
    /// The words that say it.
    pub tokens: Tokens,
    /// The rule that found it.
    pub rule: String,
    /// Who.
    pub members: Vec<Who>,
    /// In what.
    pub organisations: Vec<Who>,
    /// Whether the words name no organisation at all: 'A is an observer'.
    pub is_bare: bool,
    /// Whether the words name no member: '… and left the bloc in 2011'.
    pub is_continued: bool,
    /// Whether the words say nothing of their own but who: '…, as are Malta and Cyprus'.
    pub is_echo: bool,
    /// Whether the words name a standing: 'member', 'observer'.
    pub named: bool,
    /// As what, as the rule has it.
    pub status: String,
    /// What happened, as the rule has it.
    pub event: Option<String>,
    /// From when: a date, by index.
    pub since: Option<usize>,
    /// Until when: a date, by index.
    pub until: Option<usize>,
    /// The day that opens the sentence: `since` or `until`, as the status has it.
    pub date: Option<usize>,
    /// 'the eleventh member'
    pub ordinal: Option<u64>,
    /// As the verb group has it, or as 'neither' does.
    pub polarity: Polarity,
    /// As the verb group has it.
    pub modality: Modality,
}

impl MembershipDraft {
    /// Whether it is known who and in what.
    pub fn is_whole(&self) -> bool {
        !self.members.is_empty() && !self.organisations.is_empty()
    }

    /// Whether it tells of a way out.
    pub fn is_parting(&self) -> bool {
        matches!(self.status.as_str(), "former_member" | "withdrew" | "expelled")
    }
}

impl EventDraft {
    /// Whether a state's bodies do it, not the state.
    pub fn is_of_parliament(&self) -> bool {
        matches!(self.verb, DocumentStatus::Ratified | DocumentStatus::Approved)
    }

    /// Whether it is a plain statement that something came about.
    pub fn is_plain(&self) -> bool {
        self.polarity == Polarity::Affirmed && self.modality == Modality::Asserted
    }
}
