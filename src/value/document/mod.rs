//! Mentions of documents: type, title, subject, parties.

use super::{Found, Page, Placed, Values};
use crate::fact::{DocumentType, RelationType};
use crate::token::Tokens;

/// A mention of a document, or of a group of them.
#[derive(Clone, Debug)]
pub struct DocumentMention {
    /// The whole mention: 'Memorandum of understanding (MoU) on cooperation between A and B'.
    pub tokens: Tokens,
    /// The spelling that read it: `document/title`.
    pub rule: &'static str,
    /// Its type.
    pub kind: DocumentType,
    /// The words of the type.
    pub type_tokens: Tokens,
    /// Its own name, where it has one (a capitalised title, or one in quotes).
    pub title: Option<Tokens>,
    /// What it is about.
    pub subject: Option<Tokens>,
    /// Its parties: each the tokens at which a name, a reference or a demonym is found.
    pub parties: Vec<Tokens>,
    /// How many: 3 of 'three cooperation documents', 2 of 'two MOUs'.
    pub count: Option<u64>,
    /// The figure that is the count: index of [`Values::quantities`].
    pub count_of: Option<usize>,
    /// Whether it speaks of more than one.
    pub plural: bool,
    /// Whether it is only a reference to one named before ('the document', 'the deal', 'it').
    pub definite: bool,
    /// A year or day inside: 'the 2010 gas contract', 'dated 4 June 1998': index of [`Values::dates`].
    pub date: Option<usize>,
    /// The amount: index of [`Values::quantities`].
    pub amount: Option<usize>,
    /// Until when it provides: index of [`Values::dates`].
    pub until: Option<usize>,
    /// Other documents that it bears on: how, and their tokens.
    pub relations: Vec<(RelationType, Tokens)>,
}

impl Placed for DocumentMention {
    fn tokens(&self) -> Tokens {
        self.tokens.clone()
    }
}

/// All mentions of a page.
pub fn read(_page: &Page, _values: &Values) -> Found<DocumentMention> {
    Found::default()
}
