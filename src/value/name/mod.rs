//! Names of persons, places, states, bodies and companies, and references to them.

use super::{Found, Page, Placed, Values};
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
    /// Of a person: the post as written, without the person's name.
    pub post: Option<Tokens>,
    /// Of an official: whom the post belongs to ('of Bulgaria', 'Tajik', 'ADB').
    pub holder: Option<Tokens>,
    /// Its acronym in brackets.
    pub acronym: Option<Tokens>,
    /// Row of the table of organisations, where it is known or learnt to be that.
    pub organisation: Option<usize>,
    /// Of an acronym learnt from the text: the index of the name whose it is.
    pub learnt: Option<usize>,
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

/// Words that stand for something named before.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Its tokens: 'both countries', 'the two sides', 'it', 'the bloc', 'its Kazakh counterpart'.
    pub tokens: Tokens,
    /// What it can stand for.
    pub to: Referent,
    /// How many: 2 for 'both', 'the two'.
    pub count: Option<u32>,
    /// A demonym inside ('its Kazakh counterpart'): row of the table of countries.
    pub country: Option<usize>,
}

/// What a reference can stand for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Referent {
    /// 'the two sides', 'the parties', 'they', 'them': whoever was last coordinated.
    Sides,
    /// 'both countries', 'the two states', 'the country', 'the republic'.
    States,
    /// 'the ministries', 'the agency': bodies.
    Bodies,
    /// 'the company', 'the two firms'.
    Companies,
    /// 'the bloc', 'the alliance', 'the organization': row-less; the noun is the last token.
    Organisation,
    /// 'he', 'she', 'the president': a person.
    Person,
    /// 'it', 'its': whatever was last.
    Thing,
    /// 'his Tajik counterpart': the same post of another state.
    Counterpart,
}

impl Placed for Name {
    fn tokens(&self) -> Tokens {
        self.tokens.clone()
    }
}

impl Placed for Reference {
    fn tokens(&self) -> Tokens {
        self.tokens.clone()
    }
}

/// All names of a page, those learnt from it included.
pub fn read(_page: &Page) -> Found<Name> {
    Found::default()
}

/// All references of a page.
pub fn read_references(_page: &Page, _values: &Values) -> Found<Reference> {
    Found::default()
}
