//! Persons sign for somebody: whom their post belongs to is a party, unless the parties are named.

use super::draft::{DocumentDraft, Who};
use super::entity::{entity_of, who_at};
use crate::fact::Source;
use crate::value::{Page, Values};

/// Makes parties of whom the signatories sign for.
pub fn resolve(page: &Page, values: &Values, drafts: &mut [DocumentDraft]) {
    for draft in drafts {
        for signatory in &mut draft.signatories {
            if signatory.on_behalf.is_none() {
                signatory.on_behalf = holder(values, &signatory.who);
            }
        }
        if draft.parties.len() < 2 {
            add_principals(page, values, draft);
        }
    }
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
fn holder(values: &Values, who: &Who) -> Option<Who> {
    let super::draft::Is::Name(index) = who.is else { return None };
    let name = values.names.get(index)?;
    let holder = name.holder.as_ref().filter(|holder| !holder.is_empty())?;
    Some(who_at(values, holder, Source::Signatory))
}
