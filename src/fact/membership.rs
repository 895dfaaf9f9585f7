//! Memberships: who is in which organisation, as what, since when.

use super::{DateId, MembershipEvent, MembershipStatus, Modality, PartyKind, Polarity, Source};
use crate::text::Span;

/// A stated membership, or a stated lack of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Membership {
    /// The words that say it.
    pub span: Span,
    /// The rule that found it.
    pub rule: String,
    /// Who.
    pub member: Member,
    /// In what.
    pub organisation: Organisation,
    /// As what.
    pub status: MembershipStatus,
    /// What happened.
    pub event: Option<MembershipEvent>,
    /// From when.
    pub since: Option<Interval>,
    /// Until when.
    pub until: Option<Interval>,
    /// 'the eleventh member'
    pub ordinal: Option<u64>,
    /// Whether it is said to be so.
    pub polarity: Polarity,
    /// How surely.
    pub modality: Modality,
}

/// Who is a member.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Where it stands: the name, or the words that refer to it.
    pub span: Span,
    /// Canonical name.
    pub name: String,
    /// Its kind.
    pub kind: PartyKind,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// How it is known.
    pub source: Source,
}

/// What it is a member of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Organisation {
    /// Where it stands.
    pub span: Span,
    /// Canonical name.
    pub name: String,
    /// Its acronym, from the lexicon or learnt from the text.
    pub acronym: Option<String>,
    /// Its kind, as the table of organisations has it.
    pub kind: String,
    /// How it is known.
    pub source: Source,
}

/// One end of an interval.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Interval {
    /// TIMEX3 value.
    pub value: String,
    /// Where it stands.
    pub span: Span,
    /// The date it is.
    pub date: Option<DateId>,
}
