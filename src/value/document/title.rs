//! Which mentions hold the document's own name.

use super::left::Left;
use super::right::Right;
use super::scope::{Scope, is_theme};
use super::words::TypeWord;
use crate::fact::{DocumentType, PartyKind};
use crate::token::{Shape, Tokens, keyword};
use crate::value::name::NameKind;

/// The title, where capitals or a place say that it is one.
pub(super) fn read(scope: &Scope, kind: &TypeWord, left: &Left, right: &Right) -> Option<Tokens> {
    if scope.headline {
        return None;
    }
    if kind.named {
        return Some(kind.tokens.clone());
    }
    right
        .quoted
        .clone()
        .or_else(|| of_place(scope, kind, left))
        .or_else(|| capitalised(scope, kind, left, right))
}

/// 'the Helsinki accord', 'the Plaza accord'.
fn of_place(scope: &Scope, kind: &TypeWord, left: &Left) -> Option<Tokens> {
    let definite = left.determiner == Some(keyword::THE) || left.determiner == Some(keyword::S);
    let formal = matches!(
        kind.kind,
        DocumentType::Accord
            | DocumentType::Convention
            | DocumentType::Protocol
            | DocumentType::Treaty
            | DocumentType::Statute
            | DocumentType::Charter
            | DocumentType::Declaration
            | DocumentType::Pact
            | DocumentType::PeaceAgreement
    ) || (kind.kind == DocumentType::Agreement && !kind.weak);
    let place =
        left.place.or_else(|| unknown(scope, kind, left)).filter(|_| definite && formal && !kind.plural)?;
    Some(place..kind.tokens.end)
}

/// One capitalised word that names nobody, right before the type: a place or hotel that no table knows.
fn unknown(scope: &Scope, kind: &TypeWord, left: &Left) -> Option<u32> {
    let [only] = left.parties.as_slice() else { return None };
    let name = scope.name_at(only.start).filter(|name| name.tokens == *only && name.learnt.is_none())?;
    let alone = only.len() == 1 && only.end == kind.tokens.start && is_name_like(scope, only.start);
    (alone && name.kind == NameKind::Party(PartyKind::Unknown)).then_some(only.start)
}

/// 'Treaty of Friendship, Cooperation and Mutual Assistance', 'Seabed Treaty'.
fn capitalised(scope: &Scope, kind: &TypeWord, left: &Left, right: &Right) -> Option<Tokens> {
    if !is_name_like(scope, kind.tokens.start) || kind.plural {
        return None;
    }
    let start = run_start(scope, left.start, kind.tokens.start);
    let proper = start < kind.tokens.start
        && left.determiner != Some(keyword::A)
        && left.determiner != Some(keyword::AN);
    let proper =
        proper && (!scope.is_first(start) || left.place == Some(start) || kind.tokens.start > start + 1);
    let end = right.subject.as_ref().map(|subject| subject.end);
    match (proper, end) {
        (_, Some(end)) if is_set(scope, kind, left, end) => Some(start..right_end(scope, right, end)),
        (true, _) => Some(start..kind.tokens.end),
        _ => None,
    }
}

/// A capital that does not come from an acronym ('MoU').
fn is_name_like(scope: &Scope, at: u32) -> bool {
    scope.page.token(at).is_some_and(|token| token.shape == Shape::Capital)
}

/// Where the capitals before the type begin.
fn run_start(scope: &Scope, from: u32, to: u32) -> u32 {
    let mut start = to;
    while start > from && (scope.is_capital(start - 1) || joins(scope, start - 1, from)) {
        start -= 1;
    }
    start
}

/// A hyphen or 'and' with a capital before it.
fn joins(scope: &Scope, at: u32, from: u32) -> bool {
    at > from && matches!(scope.word(at), keyword::AND | keyword::HYPHEN) && scope.is_capital(at - 1)
}

/// Whether the capital of the type says that it is a title: in the middle of a sentence after 'the', or
/// with more capitals after it.
fn is_set(scope: &Scope, kind: &TypeWord, left: &Left, end: u32) -> bool {
    let more = (kind.tokens.start + 1..end)
        .any(|at| is_name_like(scope, at) && scope.name_over(at).is_none_or(is_theme));
    let definite = left.determiner == Some(keyword::THE) && !scope.is_first(kind.tokens.start);
    more || definite
}

/// Sides that are not named are part of the title: 'relations between two states'.
fn right_end(scope: &Scope, right: &Right, end: u32) -> u32 {
    let unnamed = right
        .parties
        .iter()
        .all(|party| scope.name_at(party.start).is_none() && !scope.is_capital(party.start));
    match right.parties.last() {
        Some(last) if unnamed && last.end > end => last.end,
        _ => end,
    }
}
