//! Memberships, each a match of its own.

use super::Said;
use crate::fact::{Modality, Polarity};
use crate::resolve::draft::MembershipDraft;
use crate::rule::schema::{BuiltinKind, KindRef};
use crate::rule::{Match, RuleSet};
use crate::token::{Word, keyword as k};
use crate::value::class::Value;
use crate::value::verb::VerbGroup;
use crate::value::{Page, Values};

/// A draft for each match that gives a membership.
pub fn memberships(page: &Page, values: &Values, set: &RuleSet, matches: &[Match]) -> Vec<MembershipDraft> {
    matches
        .iter()
        .filter(|found| set.rules[found.rule].kind == KindRef::Builtin(BuiltinKind::Membership))
        .map(|found| draft(page, values, Said::new(set, found), found))
        .collect()
}

fn draft(page: &Page, values: &Values, said: Said, found: &Match) -> MembershipDraft {
    let group = said.first("verb").and_then(|reading| match &reading.value {
        Value::Verb(_, group) => Some(group),
        _ => None,
    });
    let negated = said.is_negated("member") || said.is_negated("organisation");
    let polarity = said.value("polarity").and_then(Polarity::parse).or(group.map(|group| group.polarity));
    let modality = said.value("modality").and_then(Modality::parse).or(group.map(|group| group.modality));
    let modality = supposed(page, &said, group, found).or(modality).unwrap_or(Modality::Asserted);
    // What the rule or its word list says outright comes before what its verb stands for.
    let standing = said.value("status").or_else(|| said.value("verb"));
    let is_bare = said.first("organisation").is_none();
    let status = standing.unwrap_or("member");
    let status = if is_over(page, &said, group, found, status) { "former_member" } else { status };
    MembershipDraft {
        tokens: found.tokens.clone(),
        rule: said.name().to_owned(),
        members: said.who("member", values),
        organisations: said.who("organisation", values),
        is_bare,
        is_echo: is_bare && standing.is_none(),
        is_continued: said.first("member").is_none(),
        named: said.value("status").is_some(),
        status: status.to_owned(),
        event: said
            .value("event")
            .or_else(|| said.value("verb").filter(|_| status == "member"))
            .filter(|_| group.is_none_or(|group| happened(group.polarity, modality)))
            .map(str::to_owned),
        since: said.date("since"),
        until: said.date("until"),
        date: None,
        ordinal: said.values("ordinal").find_map(|reading| match reading.value {
            Value::Number(number) => Some(number),
            _ => None,
        }),
        polarity: if negated { Polarity::Negated } else { polarity.unwrap_or(Polarity::Affirmed) },
        modality,
    }
}

/// Whether a membership is told as one of the past: 'had been a member', 'was a member until 2013'. Reported
/// speech moves the present to the past as well.
fn is_over(page: &Page, said: &Said, group: Option<&VerbGroup>, found: &Match, status: &str) -> bool {
    if status != "member" {
        return false;
    }
    let Some(group) = group.filter(|group| group.polarity == Polarity::Affirmed) else {
        return group.is_none() && said.date("since").is_none() && said.date("until").is_some();
    };
    let been = page.word(group.tokens.end.saturating_sub(1)) == k::BEEN;
    match page.word(group.tokens.start) {
        k::HAD => been && !is_reported(page, found),
        k::WAS | k::WERE => said.date("until").is_some(),
        _ => false,
    }
}

/// Whether the sentence says who said so.
fn is_reported(page: &Page, found: &Match) -> bool {
    let sentence = page.sentence_at(found.tokens.start).map(|at| page.sentences[at].tokens.clone());
    let saying = [k::SAID, k::SAYS, k::TOLD, k::ADDED];
    sentence.is_some_and(|mut tokens| tokens.any(|at| saying.contains(&page.word(at))))
}

/// Whether something is told that did happen: only then is the event that the rule gives one.
fn happened(polarity: Polarity, modality: Modality) -> bool {
    polarity == Polarity::Affirmed && matches!(modality, Modality::Asserted | Modality::Reported)
}

/// What the words around a plain statement make of it: 'if A joins', 'A is joining', 'opposed to A joining'
/// without a day.
fn supposed(page: &Page, said: &Said, group: Option<&VerbGroup>, found: &Match) -> Option<Modality> {
    let group = group.filter(|group| happened(group.polarity, group.modality))?;
    let before = found.tokens.start.checked_sub(1).map_or(Word::UNKNOWN, |at| page.word(at));
    let gerund = page.str(group.verb.start).ends_with("ing");
    let bare = group.tokens == group.verb;
    match before {
        k::IF | k::UNLESS | k::WHETHER => Some(Modality::Conditional),
        k::UNTIL | k::BEFORE => Some(Modality::Planned),
        _ if !gerund || said.value("verb") == Some("member") => None,
        _ if !bare => Some(Modality::Planned),
        _ => said.date("since").is_none().then_some(Modality::Possible),
    }
}
