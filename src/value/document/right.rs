//! What stands after the type: its gloss, subject, parties, dates, and other documents.

use super::scope::{Scope, is_theme};
use super::words::{self, Link, Start, TypeWord};
use super::{party, subject};
use crate::fact::{DocumentType, PartyKind, RelationType, UnitKind};
use crate::token::{Shape, Tokens, keyword};
use crate::value::name::NameKind;

/// What was found after the type.
#[derive(Default)]
pub(super) struct Right {
    /// Where the mention ends.
    pub(super) end: u32,
    pub(super) subject: Option<Tokens>,
    pub(super) parties: Vec<Tokens>,
    /// A title in quotes right after the type.
    pub(super) quoted: Option<Tokens>,
    pub(super) date: Option<usize>,
    pub(super) until: Option<usize>,
    pub(super) amount: Option<usize>,
    pub(super) relations: Vec<(RelationType, Tokens)>,
    /// The acronym in brackets: 'MoU', 'CEPA'.
    pub(super) gloss: Option<Tokens>,
}

/// Reads on from the type; each part once, in any order.
pub(super) fn read(scope: &Scope, kind: &TypeWord, from: u32, set: bool) -> Right {
    let mut right = Right { end: from, ..Right::default() };
    while let Some(end) = part(scope, kind, &mut right, set) {
        right.end = end;
    }
    right
}

/// The next part; its end.
fn part(scope: &Scope, kind: &TypeWord, right: &mut Right, set: bool) -> Option<u32> {
    let at = right.end;
    if at >= scope.end {
        return None;
    }
    let at = if set { skip_extras(scope, at) } else { at };
    gloss(scope, right, at)
        .or_else(|| quoted(scope, right, at))
        .or_else(|| dated(scope, right, at))
        .or_else(|| parties(scope, right, at, set))
        .or_else(|| attached(scope, kind, right, at, set))
        .or_else(|| linked(scope, kind, right, at, set))
        .or_else(|| worth(scope, right, at))
}

/// Past what stands between a title's type and its parties: 'No. 3', '(with Final Protocol)', a comma, further papers.
fn skip_extras(scope: &Scope, at: u32) -> u32 {
    let at = numbered(scope, at).unwrap_or(at);
    let after = party::bracket_end(scope, at, 14).or_else(|| accompanied(scope, at)).unwrap_or(at);
    let after = after + u32::from(scope.word(after) == keyword::COMMA);
    let told = after > at && matches!(words::link(scope.page, after), Some((_, Link::Topic)));
    if told || matches!(scope.word(after), keyword::BETWEEN | keyword::AMONG) { after } else { at }
}

/// Past the papers that one title names beside the first: 'Agreement, Schedule and two Exchanges of Notes between'.
fn accompanied(scope: &Scope, at: u32) -> Option<u32> {
    const PAPERS: u32 = 12;
    let joins = |at: u32| {
        matches!(
            scope.word(at),
            keyword::AND | keyword::COMMA | keyword::WITH | keyword::OF | keyword::AN | keyword::A
        )
    };
    let inside = |at: u32| scope.is_capital(at) || joins(at) || scope.number_over(at).is_some();
    let form = words::link(scope.page, at).filter(|(_, link)| *link == Link::Form).map(|(end, _)| end);
    let opens = matches!(scope.word(at), keyword::AND | keyword::COMMA | keyword::WITH);
    let first = form.unwrap_or(at);
    let end = (first..scope.end.min(at + PAPERS)).find(|&at| !inside(at))?;
    let papers = (at..end).any(|at| matches!(scope.begins(at), Some(Start::Type(_))));
    let attached = scope.word(at) == keyword::AND && end == at + 2;
    (form.is_some() || opens && (papers || attached)).then_some(end)
}

/// One past 'No. 3'.
fn numbered(scope: &Scope, at: u32) -> Option<u32> {
    let stop = u32::from(scope.word(at + 1) == keyword::STOP);
    let number = scope.page.token(at + 1 + stop).filter(|token| token.shape == Shape::Number);
    (scope.word(at) == keyword::NO && number.is_some()).then_some(at + 2 + stop)
}

/// '(MoU)': one word of capitals in brackets.
fn gloss(scope: &Scope, right: &mut Right, at: u32) -> Option<u32> {
    let inside = scope.page.token(at + 1)?;
    let short = matches!(inside.shape, Shape::Upper | Shape::Mixed | Shape::Code);
    if scope.word(at) != keyword::OPEN || !short || right.gloss.is_some() {
        return None;
    }
    let close = (at + 2..scope.end.min(at + 5)).find(|&at| scope.word(at) == keyword::CLOSE)?;
    right.gloss = Some(at + 1..close);
    Some(close + 1)
}

/// 'the agreement "On cooperation in education"'.
fn quoted(scope: &Scope, right: &mut Right, at: u32) -> Option<u32> {
    let close = scope.closing_quote(at, 30)?;
    if right.quoted.is_some() || !scope.is_capital(at + 1) || close < at + 3 {
        return None;
    }
    right.quoted = Some(at + 1..close);
    if let Some((start, Link::Topic)) = words::link(scope.page, at + 1) {
        right.subject = Some(start..close);
    }
    Some(close + 1)
}

/// 'dated 4 June 1998', 'of 8 June 1990', 'until 2042', 'for 2024-2025'.
fn dated(scope: &Scope, right: &mut Right, at: u32) -> Option<u32> {
    if scope.word(at) == keyword::FOR {
        return scope.years(at + 1);
    }
    let first = scope.skip_article(at + 1);
    let (index, date) = scope.values.dates.at(first)?;
    let end = further_date(scope, date.tokens.end);
    match scope.word(at) {
        keyword::OF | keyword::DATED if right.date.is_none() => right.date = Some(index),
        keyword::UNTIL | keyword::TILL if right.until.is_none() => right.until = Some(index),
        _ => return None,
    }
    (end <= scope.end).then_some(end)
}

/// Past the second day of 'of 28 October and 12 November 1948'.
fn further_date(scope: &Scope, at: u32) -> u32 {
    let more = scope.values.dates.at(at + 1).filter(|_| scope.word(at) == keyword::AND);
    more.map_or(at, |(_, date)| date.tokens.end)
}

/// 'between A and B', 'among A, B and C', 'with C'.
fn parties(scope: &Scope, right: &mut Right, at: u32, set: bool) -> Option<u32> {
    if !right.parties.is_empty() {
        return None;
    }
    let at = before_between(scope, at, set);
    let (parties, end) = match scope.word(at) {
        keyword::BETWEEN | keyword::AMONG | keyword::AMONGST => party::between(scope, at + 1)?,
        keyword::WITH if !subject::is_object(scope, at) => party::with(scope, at + 1)?,
        keyword::COMMA if scope.word(at + 1) == keyword::WITH => set_off(scope, at + 2)?,
        _ => return None,
    };
    let end = end + u32::from(scope.word(end) == keyword::CLOSE);
    match &mut right.subject {
        Some(subject) if subject.end == at && is_route(scope, at, &parties) => subject.end = end,
        _ => right.parties = parties,
    }
    Some(end)
}

/// ', with the Academy,': a partner that marks set off on both sides.
fn set_off(scope: &Scope, at: u32) -> Option<(Vec<Tokens>, u32)> {
    let (parties, end) = party::with(scope, at)?;
    let public = parties.iter().all(|party| {
        scope.name_at(party.start).is_some_and(|name| name.kind != NameKind::Party(PartyKind::Person))
    });
    let closed =
        end >= scope.end || matches!(scope.word(end), keyword::COMMA | keyword::STOP | keyword::SEMICOLON);
    (public && closed).then_some((parties, end))
}

/// Past what may stand right before 'between': '(between A and B)', and in titles 'concluded between A and B', which in
/// running text tells what happened.
fn before_between(scope: &Scope, at: u32, set: bool) -> u32 {
    let past = set && words::is_past(scope.page, at) || scope.word(at) == keyword::OPEN;
    at + u32::from(past && matches!(scope.word(at + 1), keyword::BETWEEN | keyword::AMONG))
}

/// 'trains between Osh and Jalal-Abad': a thing between towns, where 'cooperation', 'twinning' and 'friendship' are
/// something that towns do together.
fn is_route(scope: &Scope, between: u32, parties: &[Tokens]) -> bool {
    let noun = scope.page.str(between - 1);
    let done = ["ion", "ions", "ing", "ship", "ties", "exchange", "exchanges"];
    let town = |party: &Tokens| {
        scope.name_at(party.start).is_some_and(|name| {
            name.tokens.end == party.end
                && matches!(name.kind, NameKind::Place | NameKind::Party(PartyKind::Unknown))
        })
    };
    let named = parties
        .iter()
        .any(|party| scope.name_at(party.start).is_some_and(|name| name.kind == NameKind::Place));
    scope.word(between) == keyword::BETWEEN
        && !scope.is_capital(between - 1)
        && !done.iter().any(|end| noun.ends_with(end))
        && named
        && parties.iter().all(town)
        && !parties.iter().any(|party| scope.is_capital_city(party.start))
}

/// 'annex to X', 'protocol to X', 'amendments to X'; at the start of a title, whatever is 'to X'.
fn attached(scope: &Scope, kind: &TypeWord, right: &mut Right, at: u32, set: bool) -> Option<u32> {
    let relation = match kind.kind {
        DocumentType::Amendment => RelationType::Amends,
        DocumentType::Document => RelationType::AnnexTo,
        DocumentType::Protocol | DocumentType::Minutes => RelationType::Under,
        DocumentType::Agreement if scope.word(at + 1) == keyword::THE => RelationType::Under,
        DocumentType::Convention | DocumentType::Treaty if set => RelationType::Amends,
        _ => return None,
    };
    if scope.word(at) != keyword::TO || !right.relations.is_empty() {
        return None;
    }
    relate(scope, right, relation, at + 1)
}

/// A subject, or another document that this one extends, amends, implements.
fn linked(scope: &Scope, kind: &TypeWord, right: &mut Right, at: u32, set: bool) -> Option<u32> {
    let (start, link) = words::link(scope.page, at).filter(|(end, _)| *end < scope.end)?;
    match link {
        Link::End | Link::Form | Link::Side | Link::Capacity | Link::Worth => None,
        Link::Topic => topic(scope, kind, right, at, start, set),
        Link::Relation(relation) => {
            let about = matches!(scope.word(at), keyword::ON | keyword::FOR | keyword::CONCERNING);
            let Some(end) = relate(scope, right, relation, start) else {
                // 'for the extension of transit facilities' names no other document.
                return if about { topic(scope, kind, right, at, at + 1, set) } else { None };
            };
            if about && right.subject.is_none() {
                right.subject = Some(at + 1..before_parties(scope, at + 1, end));
            }
            Some(end)
        }
    }
}

/// Where the name of another document ends: before the parties that both have.
fn before_parties(scope: &Scope, start: u32, end: u32) -> u32 {
    (start..end).find(|&at| matches!(scope.word(at), keyword::BETWEEN | keyword::AMONG)).unwrap_or(end)
}

fn topic(scope: &Scope, kind: &TypeWord, right: &mut Right, at: u32, start: u32, set: bool) -> Option<u32> {
    let first = scope.skip_article(start);
    let late = scope.word(at) == keyword::OF && !right.parties.is_empty();
    if right.subject.is_some() || late || scope.is_date(first) {
        return None;
    }
    let capital = scope.is_capital(kind.tokens.start) && !scope.is_first(kind.tokens.start);
    if scope.word(at) == keyword::OF && start == at + 1 && is_somebody(scope, first) {
        return scope.name_at(first).map(|name| name.tokens.end).filter(|_| capital || kind.weak);
    }
    if scope.word(at) == keyword::FOR && (is_somebody(scope, first) || is_measure(scope, first)) {
        return None;
    }
    if scope.word(at) == keyword::FOR && !(set || capital || is_purpose(scope, first)) {
        return None;
    }
    let found = subject::read(scope, start, set || capital)?;
    right.subject = Some(found.clone());
    Some(found.end)
}

/// Whether a name stands here that is no word of the subject in capitals.
fn is_somebody(scope: &Scope, at: u32) -> bool {
    scope.name_at(at).is_some_and(|name| name.kind != NameKind::Party(PartyKind::Unknown) && !is_theme(name))
}

/// Whether something is to be done ('for the supply of gas', 'for cooperation in trade'), not for somebody.
fn is_purpose(scope: &Scope, at: u32) -> bool {
    let action = |at: u32| ["ing", "ion", "ment", "ance"].iter().any(|end| scope.page.str(at).ends_with(end));
    action(at) || (at + 1..scope.end.min(at + 5)).any(|at| scope.word(at) == keyword::OF)
}

/// Whether a figure of money or another measure stands here: 'a contract for $3 million'.
fn is_measure(scope: &Scope, at: u32) -> bool {
    scope.values.quantities.covering(at).is_some_and(|(_, quantity)| quantity.unit.is_some())
}

/// The other document, from `from` on.
fn relate(scope: &Scope, right: &mut Right, relation: RelationType, from: u32) -> Option<u32> {
    let other = super::nested(scope, from)?;
    let until = other.until.and_then(|index| scope.values.dates.get(index));
    let end = until.map_or(other.tokens.end, |date| date.tokens.start.saturating_sub(1));
    right.relations.push((relation, other.tokens.start..end.max(other.type_tokens.end)));
    right.until = right.until.or(other.until);
    let attached = scope.word(from - 1) == keyword::TO;
    let inherits = attached || !matches!(relation, RelationType::Under | RelationType::Implements);
    if right.parties.is_empty() && inherits {
        right.parties = other.parties.clone();
    }
    Some(other.tokens.end)
}

/// 'worth $3 billion'.
fn worth(scope: &Scope, right: &mut Right, at: u32) -> Option<u32> {
    let sum = match words::link(scope.page, at) {
        Some((end, Link::Worth)) => end,
        _ if scope.word(at) == keyword::FOR => at + 1,
        _ => return None,
    };
    let (index, quantity) = scope.values.quantities.at(sum).filter(|_| right.amount.is_none())?;
    let money = quantity.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Currency);
    if !money || quantity.tokens.end > scope.end {
        return None;
    }
    right.amount = Some(index);
    Some(quantity.tokens.end)
}
