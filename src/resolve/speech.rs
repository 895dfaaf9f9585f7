//! Who says so: what is denied, only reported by others or still awaited is not simply so.

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
        let heard = match event.modality {
            Modality::Asserted => said(page, &event.tokens).or_else(|| awaited(page, &event.tokens)),
            Modality::Conditional => is_future_of_past(page, &event.tokens).then_some(Modality::Planned),
            Modality::Planned | Modality::Possible | Modality::Reported | Modality::Denied => None,
        };
        let Some(modality) = heard else { continue };
        event.modality = modality;
        if event.polarity == Polarity::Affirmed {
            event.status = status.document(event.verb.as_str(), event.polarity, modality);
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

/// What has yet to come about: 'once the deal is signed', 'until it enters into force', 'the accord, once signed'.
fn awaited(page: &Page, tokens: &Tokens) -> Option<Modality> {
    const NEAR: u32 = 12;
    const WAITING: &[Word] = &[k::WHEN, k::AFTER, k::UNTIL, k::BEFORE, k::ONCE];
    let sentence = page.sentence_at(tokens.start)?;
    let start = page.sentences[sentence].tokens.start.max(tokens.start.saturating_sub(NEAR));
    if page.word(tokens.start) == k::ONCE && page.word(tokens.start.saturating_sub(1)) == k::COMMA {
        return Some(Modality::Planned);
    }
    let clause = (start..tokens.start).rev().take_while(|&at| !CLAUSE_ENDS.contains(&page.word(at)));
    let waits = clause.into_iter().any(|at| WAITING.contains(&page.word(at)));
    let present = matches!(page.word(tokens.start), k::IS | k::ARE | k::HAS | k::HAVE);
    (waits && present).then_some(Modality::Planned)
}

/// 'He said it would be signed': what was to come when it was said, where no condition is named.
fn is_future_of_past(page: &Page, tokens: &Tokens) -> bool {
    let Some(sentence) = page.sentence_at(tokens.start) else { return false };
    let sentence = page.sentences[sentence].tokens.clone();
    let says = |at: u32| matches!(page.word(at), k::SAID | k::TOLD | k::ADDED | k::SAYING);
    let conditional = |at: u32| {
        page.hits.table(at, Catalog::Speech).is_some_and(|(_, row, _)| {
            page.lexicon.table(Catalog::Speech).get(row, "modality") == Modality::Conditional.as_str()
        })
    };
    let would = page.word(tokens.start) == k::WOULD;
    would && sentence.clone().any(says) && !sentence.into_iter().any(conditional)
}

const CLAUSE_ENDS: &[Word] = &[k::COMMA, k::SEMICOLON, k::QUOTE, k::CLOSE_QUOTE];
