//! Classes: what a hole of a rule can name. A class is one function; a rule never calls back into code.

use super::verb::VerbGroup;
use crate::fact::{DocumentType, PartyKind};
use crate::token::Tokens;

/// A class of values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Class {
    /// A cardinal number.
    Number,
    /// A number with its unit or what it counts.
    Quantity,
    /// A quantity of a currency.
    Money,
    /// A date, time, duration or set.
    Date,
    /// 'third', '11th'
    Ordinal,
    /// A noun phrase.
    Np,
    /// Any name.
    Name,
    /// A person, post included.
    Person,
    /// A person with a post.
    Official,
    /// A place: city, region, state.
    Place,
    /// A state, by its name.
    Country,
    /// An organisation.
    Organisation,
    /// Whoever can sign or join, and references.
    Party,
    /// A mention of a document.
    Document,
    /// A bracket, or a stretch between two commas or dashes.
    Aside,
    /// To the end of the line or sentence, without its closing mark.
    Rest,
    /// A party of one kind.
    PartyOf(PartyKind),
    /// A document of one type.
    DocumentOf(DocumentType),
}

/// What a class read.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The tokens matched, a leading article included.
    pub matched: Tokens,
    /// The tokens that are the value.
    pub tokens: Tokens,
    /// The value.
    pub value: Value,
}

/// A value, by index into [`Values`] where it is one of those.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// A date.
    Date(usize),
    /// A quantity.
    Quantity(usize),
    /// A name.
    Name(usize),
    /// A reference.
    Reference(usize),
    /// A document.
    Document(usize),
    /// A number that is no quantity by itself: ordinals.
    Number(u64),
    /// An entry of a word list: list and entry.
    Word(u16, u32),
    /// A verb group of a list: list and group.
    Verb(u16, VerbGroup),
    /// Text alone.
    Text,
}
