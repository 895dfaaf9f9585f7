//! Who says so: what is denied, or only reported by others, is not simply so.

use super::draft::{DocumentDraft, MembershipDraft};
use super::status::StatusTable;
use crate::fact::{Modality, Polarity};
use crate::lexicon::Catalog;
use crate::token::{Tokens, Word, keyword as k};
use crate::value::Page;

/// Marks events that stand under a word of denying or reporting.
pub fn resolve(
    page: &Page,
    status: &StatusTable,
    documents: &mut [DocumentDraft],
    memberships: &mut [MembershipDraft],
) {
    for event in documents.iter_mut().flat_map(|draft| &mut draft.events) {
        if event.modality == Modality::Asserted
            && let Some(modality) = said(page, &event.tokens)
        {
            event.modality = modality;
            if event.polarity == Polarity::Affirmed {
                event.status = status.document(event.status.as_str(), event.polarity, modality);
            }
        }
    }
    for draft in memberships.iter_mut().filter(|draft| draft.modality == Modality::Asserted) {
        draft.modality = said(page, &draft.tokens).unwrap_or(Modality::Asserted);
    }
}

/// What the last word of saying before some tokens, in the same sentence and clause, makes of them.
fn said(page: &Page, tokens: &Tokens) -> Option<Modality> {
    let sentence = page.sentence_at(tokens.start)?;
    let start = page.sentences[sentence].tokens.start;
    let (end, row, _) = (start..tokens.start).rev().find_map(|at| page.hits.table(at, Catalog::Speech))?;
    let modality = Modality::parse(page.lexicon.table(Catalog::Speech).get(row, "modality"))?;
    // A condition ends with its clause: 'If A leaves, B joins.'
    let ended = (end..tokens.start).any(|at| CLAUSE_ENDS.contains(&page.word(at)));
    (modality != Modality::Conditional || !ended).then_some(modality)
}

const CLAUSE_ENDS: &[Word] = &[k::COMMA, k::SEMICOLON, k::QUOTE, k::CLOSE_QUOTE];
