//! The other side of a document that only says with whom it is: 'Japan is going back on its microchip pact with the
//! United States', 'Yemen has similar agreements with Oman and Chad'.

use super::clause;
use super::draft::{DocumentDraft, EventDraft, Is, Who};
use super::entity::{entity_of, is_agency};
use crate::fact::Source;
use crate::lexicon::Catalog;
use crate::token::{Tokens, Word, keyword as k};
use crate::value::{Page, Values};

/// Makes a party of the subject of the clause, else of whom 'its' stands for.
pub fn resolve(page: &Page, values: &Values, documents: &mut [DocumentDraft]) {
    for draft in documents {
        if !names_partner_only(page, values, draft) {
            continue;
        }
        let own = own_side(page, values, draft);
        let known: Vec<_> = draft.parties.iter().filter_map(|who| entity_of(page, values, who)).collect();
        let is_other = |who: &Who| entity_of(page, values, who).is_none_or(|entity| !known.contains(&entity));
        if own.iter().all(is_other) {
            draft.parties.splice(0..0, own);
        }
    }
}

/// Whether all its parties stand after its type, and 'with' leads to them.
pub(super) fn names_partner_only(page: &Page, values: &Values, draft: &DocumentDraft) -> bool {
    let Some(mention) = draft.mention.and_then(|at| values.documents.get(at)) else { return false };
    let Some(first) = draft.parties.iter().map(|who| who.tokens.start).min() else { return false };
    let lead = (mention.type_tokens.end..first).rev().find(|&at| LEADS.contains(&page.word(at)));
    let listed = draft.parties.len() == 1 || draft.parties.len() == mention.parties.len();
    listed && lead.is_some_and(|lead| page.word(lead) == k::WITH && first - lead <= REACH)
}

/// How far from 'with' a party's name may start, its own words before it: 'with U.S. plane maker Boeing'.
const REACH: u32 = 6;
/// Words that lead to parties or to something else.
const LEADS: &[Word] =
    &[k::WITH, k::BETWEEN, k::AMONG, k::BY, k::OF, k::ON, k::IN, k::FOR, k::TO, k::FROM, k::AND, k::COMMA];

/// Whose document it is.
fn own_side(page: &Page, values: &Values, draft: &DocumentDraft) -> Vec<Who> {
    let owner = draft.tokens.start.checked_sub(1).filter(|&at| matches!(page.word(at), k::ITS | k::THEIR));
    let subject = clause::subject(page, values, owner.unwrap_or(draft.tokens.start));
    if owner.is_none()
        && subject.last().is_some_and(|last| remarks(page, &(last.tokens.end..draft.tokens.start)))
    {
        return Vec::new();
    }
    let of_parliament = draft.events.iter().any(EventDraft::is_of_parliament);
    let subject: Vec<Who> =
        subject.into_iter().filter(|who| !(of_parliament && is_agency(values, who))).collect();
    match (subject.is_empty(), owner) {
        (true, Some(at)) => possessor(values, at).into_iter().collect(),
        _ => subject,
    }
}

/// Whether some words say no more than what somebody thinks of it, or did for others: 'Oman hailed a deal with Kenya'.
fn remarks(page: &Page, between: &Tokens) -> bool {
    between.clone().any(|at| page.hits.table(at, Catalog::Remarks).is_some())
}

/// 'its', as a reference.
fn possessor(values: &Values, at: u32) -> Option<Who> {
    let (index, _) = values.references.at(at)?;
    let tokens: Tokens = at..at + 1;
    Some(Who { tokens, is: Is::Reference(index), source: Source::Coreference })
}
