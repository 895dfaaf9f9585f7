//! List items take over what their head says.
//!
//! Events with day and place, witnesses and signatories always; parties only where an item names none; the type only
//! where neither an item nor one before it has a type word. Never the count, the title or the subject.

use super::draft::{DocumentDraft, EventDraft, Who};
use crate::fact::{DocumentType, Source};

/// Hands down what heads say.
pub fn resolve(drafts: &mut [DocumentDraft]) {
    for at in 0..drafts.len() {
        if let Some(head) = drafts[at].part_of.and_then(|head| drafts.get(head)).cloned() {
            hand_down(&head, &mut drafts[at]);
        }
    }
}

fn hand_down(head: &DocumentDraft, item: &mut DocumentDraft) {
    if item.events.is_empty() {
        item.events = head.events.iter().map(inherited).collect();
    }
    if item.type_tokens.is_none() {
        item.kind = if item.kind == DocumentType::Document { head.kind } else { item.kind };
        item.type_source = Source::ListHead;
    }
    if item.parties.is_empty() {
        item.parties =
            head.parties.iter().map(|who| Who { source: Source::ListHead, ..who.clone() }).collect();
    }
    if item.witnesses.is_empty() {
        item.witnesses.clone_from(&head.witnesses);
    }
    if item.signatories.is_empty() {
        item.signatories.clone_from(&head.signatories);
    }
    item.rules.extend(
        head.rules.iter().skip(1).filter(|rule| !item.rules.contains(rule)).cloned().collect::<Vec<_>>(),
    );
}

fn inherited(event: &EventDraft) -> EventDraft {
    let mut event = event.clone();
    if let Some((_, source)) = &mut event.date {
        *source = Source::ListHead;
    }
    if let Some(place) = &mut event.place {
        place.source = Source::ListHead;
    }
    event
}
