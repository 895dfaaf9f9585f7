//! Persons sign for somebody: whom their post belongs to is a party, unless the parties are named.

use super::draft::{DocumentDraft, Is, Signatory, Who};
use super::entity::{entity_of, who_at};
use crate::fact::{PartyKind, Source};
use crate::token::keyword;
use crate::value::name::NameKind;
use crate::value::{Page, Values};

/// Makes parties of whom the signatories sign for.
pub fn resolve(page: &Page, values: &Values, drafts: &mut [DocumentDraft]) {
    for draft in drafts {
        move_persons(values, draft);
        for signatory in &mut draft.signatories {
            if signatory.on_behalf.as_ref().is_none_or(|who| matches!(who.is, Is::Reference(_))) {
                signatory.on_behalf = holder(page, values, &signatory.who);
            }
        }
        if draft.parties.len() < 2 {
            add_principals(page, values, draft);
        }
    }
}

/// A person among the parties ('he signed the accord') is one who signs.
fn move_persons(values: &Values, draft: &mut DocumentDraft) {
    let is_person = |who: &Who| match who.is {
        Is::Name(index) => {
            values.names.get(index).is_some_and(|name| name.kind == NameKind::Party(PartyKind::Person))
        }
        Is::Reference(_) | Is::Text => false,
    };
    let (persons, parties) = draft.parties.drain(..).partition(is_person);
    draft.parties = parties;
    draft.signatories.extend(Vec::into_iter(persons).map(|who| Signatory { who, on_behalf: None }));
}

fn add_principals(page: &Page, values: &Values, draft: &mut DocumentDraft) {
    for signatory in &draft.signatories {
        let Some(principal) = &signatory.on_behalf else { continue };
        let entity = entity_of(page, values, principal);
        if !draft.parties.iter().any(|party| entity_of(page, values, party) == entity) {
            draft.parties.push(principal.clone());
        }
    }
}

/// Whom a person's post belongs to.
fn holder(page: &Page, values: &Values, who: &Who) -> Option<Who> {
    let Is::Name(index) = who.is else { return None };
    let name = values.names.get(index)?;
    let mut holder = name.holder.clone().filter(|holder| !holder.is_empty())?;
    if page.word(holder.end - 1) == keyword::S {
        holder.end -= 1;
    }
    Some(who_at(page, values, &holder, Source::Signatory))
}
