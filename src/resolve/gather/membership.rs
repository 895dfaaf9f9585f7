//! Memberships, each a match of its own.

use super::Said;
use crate::fact::{Modality, Polarity};
use crate::resolve::draft::MembershipDraft;
use crate::rule::schema::{BuiltinKind, KindRef};
use crate::rule::{Match, RuleSet};
use crate::value::Values;
use crate::value::class::Value;
use crate::value::verb::VerbGroup;

/// A draft for each match that gives a membership.
pub fn memberships(values: &Values, set: &RuleSet, matches: &[Match]) -> Vec<MembershipDraft> {
    matches
        .iter()
        .filter(|found| set.rules[found.rule].kind == KindRef::Builtin(BuiltinKind::Membership))
        .map(|found| draft(values, Said::new(set, found), found))
        .collect()
}

fn draft(values: &Values, said: Said, found: &Match) -> MembershipDraft {
    let group = said.first("verb").and_then(|reading| match &reading.value {
        Value::Verb(_, group) => Some(group),
        _ => None,
    });
    let negated = said.is_negated("member") || said.is_negated("organisation");
    let polarity = said.value("polarity").and_then(Polarity::parse).or(group.map(|group| group.polarity));
    let modality = said.value("modality").and_then(Modality::parse).or(group.map(|group| group.modality));
    // What the rule or its word list says outright comes before what its verb stands for.
    let status = said.value("status").or_else(|| said.value("verb")).unwrap_or("member");
    MembershipDraft {
        tokens: found.tokens.clone(),
        rule: said.name().to_owned(),
        members: said.who("member", values),
        organisations: said.who("organisation", values),
        is_bare: said.first("organisation").is_none(),
        named: said.value("status").is_some(),
        status: status.to_owned(),
        event: said.value("event").filter(|_| group.is_none_or(happened)).map(str::to_owned),
        since: said.date("since"),
        until: said.date("until"),
        date: said.date("date"),
        ordinal: said.values("ordinal").find_map(|reading| match reading.value {
            Value::Number(number) => Some(number),
            _ => None,
        }),
        polarity: if negated { Polarity::Negated } else { polarity.unwrap_or(Polarity::Affirmed) },
        modality: modality_of(group, modality),
    }
}

/// Whether a verb tells of what did happen: only then is the event that the rule gives one.
fn happened(group: &VerbGroup) -> bool {
    group.polarity == Polarity::Affirmed && matches!(group.modality, Modality::Asserted | Modality::Reported)
}

fn modality_of(group: Option<&VerbGroup>, said: Option<Modality>) -> Modality {
    said.or(group.map(|group| group.modality)).unwrap_or(Modality::Asserted)
}
