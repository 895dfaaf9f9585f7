//! What is said of a second one only by pointing at what was said of the first: 'so is Malta', 'as do Peru and
//! Chile', 'Croatia in 2013', 'nor is Chad', 'Gabon followed'.

use super::draft::MembershipDraft;
use super::omitted::referring;
use crate::fact::Polarity;
use crate::value::Page;

/// How many words may stand between what was said and what points at it.
const REACH: u32 = 2;

/// Says of the draft's members what the membership before says of its own.
pub fn resolve(page: &Page, draft: &mut MembershipDraft, before: &[MembershipDraft]) {
    let Some(first) = before.iter().rev().find(|first| first.is_whole() && is_near(page, first, draft))
    else {
        return;
    };
    draft.organisations = first.organisations.iter().map(referring).collect();
    draft.status.clone_from(&first.status);
    draft.event.clone_from(&first.event);
    (draft.named, draft.is_bare, draft.modality) = (first.named, first.is_bare, first.modality);
    if draft.polarity == Polarity::Affirmed {
        draft.polarity = first.polarity;
    } else {
        draft.event = None;
    }
    if draft.is_parting() {
        draft.until = draft.until.or(draft.since.take());
    }
}

/// Whether one membership points at another: close behind it, or at the head of the next sentence.
fn is_near(page: &Page, first: &MembershipDraft, echo: &MembershipDraft) -> bool {
    let sentence = |draft: &MembershipDraft| page.sentence_at(draft.tokens.start);
    let (Some(then), Some(now)) = (sentence(first), sentence(echo)) else { return false };
    let opens = page.sentences[now].tokens.start == echo.tokens.start;
    let gap = echo.tokens.start.checked_sub(first.tokens.end);
    gap.is_some_and(|gap| then == now && gap <= REACH || then + 1 == now && opens)
}
