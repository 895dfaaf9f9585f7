//! Verb groups: auxiliaries, adverbs and control verbs around a verb of a list.

use super::{Page, Values};
use crate::fact::{Modality, Polarity};
use crate::token::Tokens;

/// A verb group read at some token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerbGroup {
    /// All of it: 'was not expected to be signed'.
    pub tokens: Tokens,
    /// The verb alone: 'signed'.
    pub verb: Tokens,
    /// The entry of the verb list.
    pub entry: u32,
    /// Whether it says that it is so or not.
    pub polarity: Polarity,
    /// How surely.
    pub modality: Modality,
}

/// Which voice a verb hole asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Voice {
    /// 'signed', 'will sign', 'has yet to sign', 'signing'
    Active,
    /// 'was signed', 'being signed', 'to be signed', and the reduced 'signed'
    Passive,
    /// Either.
    Any,
}

/// The verb group of a list's verb that starts at `at` and ends before `end`.
pub fn read(
    _page: &Page,
    _values: &Values,
    _list: u16,
    _voice: Voice,
    _at: u32,
    _end: u32,
) -> Option<VerbGroup> {
    None
}
