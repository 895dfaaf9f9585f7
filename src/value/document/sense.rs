//! Whether a type word means a document, and how surely.

use super::left::Left;
use super::right::Right;
use super::scope::Scope;
use super::words::{self, TypeWord};
use crate::fact::{Bound, DocumentType, PartyKind};
use crate::token::{Shape, Tokens, Word, keyword};
use crate::value::name::NameKind;

/// Whether the word belongs to the name of a body or person: 'World Food Programme', 'Treaty Organization'.
pub(super) fn is_part_of_name(scope: &Scope, kind: &TypeWord) -> bool {
    let at = kind.tokens.start;
    let Some(name) = scope.name_over(at) else { return false };
    name.organisation.is_some()
        || name.kind == NameKind::Party(PartyKind::Person)
        || name.tokens.end > kind.tokens.end
}

/// Whether no document is meant at all.
pub(super) fn is_none(scope: &Scope, kind: &TypeWord, left: &Left, right: &Right) -> bool {
    let next = kind.tokens.end;
    let alone = right.end == next;
    let compound = alone && words::is_follower(scope.page, next) && !is_title_like(scope, kind);
    let glued = scope.is_joined(next + 1) && scope.word(next) == keyword::HYPHEN;
    let measured = scope.number_over(kind.tokens.start).is_some() || scope.is_date(kind.tokens.start);
    compound
        || glued
        || measured
        || is_abstract(scope, kind, left)
        || is_verb(scope, kind, left)
        || is_given_name(scope, kind, right)
        || is_personal(kind, left)
}

/// 'his contract', 'her deal': one person's terms of work.
fn is_personal(kind: &TypeWord, left: &Left) -> bool {
    kind.weak && matches!(left.determiner, Some(keyword::HIS | keyword::HER))
}

/// 'Beijing plans to', 'Acme plans a sale': a verb after whoever does it.
fn is_verb(scope: &Scope, kind: &TypeWord, left: &Left) -> bool {
    let after_name = kind.tokens.start > scope.start && scope.name_over(kind.tokens.start - 1).is_some();
    let naked = left.naked
        && left.determiner.is_none()
        && words::is_content(scope.page, kind.tokens.start.saturating_sub(1));
    let to = left.determiner.is_none() && scope.word(kind.tokens.end) == keyword::TO;
    kind.kind == DocumentType::Plan && kind.plural && (after_name || naked || to)
}

/// 'Bill Clinton': a capital before another one.
fn is_given_name(scope: &Scope, kind: &TypeWord, right: &Right) -> bool {
    let next = kind.tokens.end;
    kind.weak
        && kind.tokens.len() == 1
        && right.end == next
        && scope.is_capital(kind.tokens.start)
        && scope.is_capital(next)
}

fn is_title_like(scope: &Scope, kind: &TypeWord) -> bool {
    scope.is_capital(kind.tokens.start) && !scope.is_first(kind.tokens.start)
}

/// 'reached agreement on prices', 'to deal with': one, without an article, in running text.
fn is_abstract(scope: &Scope, kind: &TypeWord, left: &Left) -> bool {
    let bare = left.naked && left.determiner.is_none() && !kind.plural && !kind.named;
    let acronym = scope
        .page
        .token(kind.tokens.start)
        .is_some_and(|token| matches!(token.shape, Shape::Upper | Shape::Mixed));
    if !bare || acronym || is_title_like(scope, kind) {
        return false;
    }
    !(opens(scope, left.start) || words::is_past(scope.page, left.start - 1) || scope.headline)
}

/// Whether a mention at this token opens its sentence, item or bracket: there the article may be missing.
fn opens(scope: &Scope, at: u32) -> bool {
    let mark = |at: u32| scope.page.token(at).is_some_and(|token| token.shape == Shape::Mark);
    at == scope.start || (mark(at - 1) && scope.word(at - 1) != keyword::COMMA)
}

/// Whether the mention counts only where a rule says that it was signed.
pub(super) fn is_weak(scope: &Scope, kind: &TypeWord, left: &Left, right: &Right, titled: bool) -> bool {
    if kind.named {
        return kind.weak;
    }
    if left.determiner == Some(keyword::NO) {
        return true;
    }
    if titled && (!kind.weak || is_formal(kind.kind)) {
        return false;
    }
    let bare = left.naked && left.determiner.is_none() && !kind.plural && !opens(scope, left.start);
    let before = left.parties.iter().filter(|party| is_public(scope, party)).count();
    let after =
        right.parties.len() > 1 && right.parties.iter().all(|party| scope.name_at(party.start).is_some());
    let joint = before > 1 || right.parties.iter().any(|party| is_public(scope, party));
    let sided = after || joint && !is_undertaking(kind.kind);
    bare || (kind.weak && !sided && !(kind.kind == DocumentType::Document && left.count.is_some()))
}

/// Types of what one side can do with another's help and without a paper: 'a U.S.-Japanese aid programme'.
fn is_undertaking(kind: DocumentType) -> bool {
    matches!(kind, DocumentType::Plan | DocumentType::Programme)
}

/// Types whose capitals make them names of documents between states; those of a plan or a law do not.
fn is_formal(kind: DocumentType) -> bool {
    use DocumentType::*;
    matches!(
        kind,
        Treaty
            | Convention
            | Agreement
            | Accord
            | Pact
            | Protocol
            | Declaration
            | Charter
            | Communique
            | Memorandum
            | ExchangeOfNotes
    )
}

/// Whether a party is one that signs documents with others of its kind: no person, no team.
fn is_public(scope: &Scope, party: &Tokens) -> bool {
    use PartyKind::*;
    let public = |kind| {
        matches!(
            kind,
            NameKind::Demonym
                | NameKind::Party(
                    State | Government | Agency | Subnational | Organisation | Bank | University | ArmedGroup
                )
        )
    };
    scope.name_over(party.start).is_some_and(|name| public(name.kind))
        || scope.values.names.within(party).any(|(_, name)| public(name.kind))
}

/// What the document is about, where its words say so: 'cooperation documents' does not.
pub(super) fn subject(kind: &TypeWord, left: &Left, right: &Right, title: Option<&Tokens>) -> Option<Tokens> {
    if right.subject.is_some() {
        return right.subject.clone();
    }
    let before = left.subject.clone().filter(|_| kind.kind != DocumentType::Document)?;
    match title {
        Some(title) if title.start <= before.start => None,
        _ => Some(before),
    }
}

/// Whether a name before the type is part of a title and nobody who signs: 'Seabed Treaty'.
pub(super) fn is_title_word(scope: &Scope, title: Option<&Tokens>, party: &Tokens) -> bool {
    let kind = scope.name_over(party.start).map(|name| name.kind);
    let side = matches!(kind, Some(NameKind::Demonym | NameKind::Party(PartyKind::State)));
    !side && title.is_some_and(|title| title.contains(&party.start))
}

/// Articles that point at something known.
pub(super) fn is_definite(word: Word) -> bool {
    matches!(word, keyword::THE | keyword::THIS | keyword::THAT | keyword::THESE | keyword::THOSE)
}

/// The number as a whole one.
pub(super) fn count(scope: &Scope, index: usize) -> Option<u64> {
    let stated = |bound| matches!(bound, Bound::Exact | Bound::About);
    let quantity = scope.values.quantities.get(index).filter(|quantity| stated(quantity.bound))?;
    let value = quantity.value?;
    u64::try_from(value.trunc().mantissa()).ok().filter(|_| value.trunc().scale() == 0)
}
