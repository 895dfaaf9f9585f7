//! `memberships[]`

use serde::{Deserialize, Serialize};

use super::evidence::Cutter;
use super::{Id, List};
use crate::fact::{self, MembershipEvent, MembershipStatus, Modality, PartyKind, Polarity, Source};

/// A stated membership, or a stated lack of one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Membership {
    /// `m1`
    pub id: Id,
    /// The words that say it.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
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
    /// 11 of 'the eleventh member'.
    pub ordinal: Option<u64>,
    /// Whether it is said to be so.
    pub polarity: Polarity,
    /// How surely.
    pub modality: Modality,
}

/// Who is a member.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Member {
    /// As written: the name, or the words that refer to it.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
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
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Organisation {
    /// As written.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// Canonical name.
    pub name: String,
    /// Its acronym.
    pub acronym: Option<String>,
    /// Its kind, as the table of organisations has it.
    pub kind: String,
    /// How it is known.
    pub source: Source,
}

/// One end of an interval.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Interval {
    /// TIMEX3 value.
    pub value: String,
    /// As written.
    pub text: String,
    /// Where.
    pub span: [u32; 2],
    /// The date that it is.
    pub date: Option<Id>,
}

impl Cutter<'_> {
    pub(super) fn membership(&self, index: usize, membership: &fact::Membership) -> Membership {
        Membership {
            id: List::Memberships.id(index),
            text: self.text(membership.span),
            span: self.span(membership.span),
            rule: membership.rule.clone(),
            member: self.member(&membership.member),
            organisation: self.organisation(&membership.organisation),
            status: membership.status,
            event: membership.event,
            since: membership.since.as_ref().map(|interval| self.interval(interval)),
            until: membership.until.as_ref().map(|interval| self.interval(interval)),
            ordinal: membership.ordinal,
            polarity: membership.polarity,
            modality: membership.modality,
        }
    }

    fn member(&self, member: &fact::Member) -> Member {
        Member {
            text: self.text(member.span),
            span: self.span(member.span),
            name: member.name.clone(),
            kind: member.kind,
            country: member.country.clone(),
            source: member.source,
        }
    }

    fn organisation(&self, organisation: &fact::Organisation) -> Organisation {
        Organisation {
            text: self.text(organisation.span),
            span: self.span(organisation.span),
            name: organisation.name.clone(),
            acronym: organisation.acronym.clone(),
            kind: organisation.kind.clone(),
            source: organisation.source,
        }
    }

    fn interval(&self, interval: &fact::Interval) -> Interval {
        Interval {
            value: interval.value.clone(),
            text: self.text(interval.span),
            span: self.span(interval.span),
            date: interval.date.map(|index| List::Dates.id(index)),
        }
    }
}
