//! Names of persons, places, states, bodies and companies, and references to them.

mod body;
mod canonical;
mod chain;
mod company;
mod landmark;
mod learn;
mod organisation;
mod owned;
mod person;
mod post;
mod reference;
mod scan;
mod sequence;
mod state;
mod style;
mod surface;
#[cfg(test)]
mod tests;
mod venue;
mod whence;
mod word;

pub use canonical::{canonical, country_code, country_row};
pub use reference::{Reference, Referent, read_references};
pub use whence::whence_end;

use super::{Found, Page, Placed};
use crate::fact::PartyKind;
use crate::token::Tokens;

/// A name, the longest at its start, without a leading article.
#[derive(Clone, Debug)]
pub struct Name {
    /// All of it: post and person, body with its 'of' and 'under' chain, long form with its '(LN)'.
    pub tokens: Tokens,
    /// The spelling that read it: `name/state`, `name/agency`, `name/person`.
    pub rule: &'static str,
    /// What it names.
    pub kind: NameKind,
    /// The state that it is, or belongs to: row of the table of countries.
    pub country: Option<usize>,
    /// The name alone: of a person without the post, of an organisation without the bracketed acronym.
    pub core: Tokens,
    /// Of a person: the post as written, without the person's name. Persons that share a post in the plural
    /// have the same tokens here, which may lie before the name's own.
    pub post: Option<Tokens>,
    /// Of an official: whom the post belongs to ('of Bulgaria', 'Tajik', 'ADB'), without 'of'.
    pub holder: Option<Tokens>,
    /// Its acronym in brackets.
    pub acronym: Option<Tokens>,
    /// Row of the table of organisations, where it is known or learnt to be that.
    pub organisation: Option<usize>,
    /// Of a short form learnt from the text: the index of the name whose it is.
    pub learnt: Option<usize>,
}

impl Name {
    fn new(tokens: Tokens, rule: &'static str, kind: NameKind) -> Name {
        let core = tokens.clone();
        Name {
            tokens,
            rule,
            kind,
            country: None,
            core,
            post: None,
            holder: None,
            acronym: None,
            organisation: None,
            learnt: None,
        }
    }
}

/// What a name names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NameKind {
    /// One of the kinds that can be a party.
    Party(PartyKind),
    /// A demonym: 'Tajik', 'Russians'.
    Demonym,
    /// A city or other place that is no state.
    Place,
    /// A building or site: 'Ak Orda palace'.
    Venue,
}

impl Placed for Name {
    fn tokens(&self) -> Tokens {
        self.tokens.clone()
    }
}

/// All names of a page, those learnt from it included.
pub fn read(page: &Page) -> Found<Name> {
    Found::new(scan::scan(page, |_| true))
}

/// The names of some sentences.
pub fn read_in(page: &Page, wanted: impl Fn(&Tokens) -> bool) -> Found<Name> {
    Found::new(scan::scan(page, wanted))
}
