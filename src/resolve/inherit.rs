//! List items take over what their head says.
//!
//! Events with day and place, witnesses and signatories always; parties where an item names none, or only
//! with whom it is; the type only
//! where neither an item nor one before it has a type word. Never the count, the title or the subject.

use super::draft::{DocumentDraft, EventDraft, Who};
use super::entity::is_one;
use super::own_side;
use crate::fact::{DocumentType, Source};
use crate::value::{Page, Values};

/// Hands down what heads say.
pub fn resolve(page: &Page, values: &Values, drafts: &mut [DocumentDraft]) {
    for at in 0..drafts.len() {
        if let Some(head) = drafts[at].part_of.and_then(|head| drafts.get(head)).cloned() {
            hand_down(&head, &mut drafts[at]);
            join_head(page, values, &head, &mut drafts[at]);
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

/// 'Signed by the rector of Lomé University: a memorandum with Sejin University' is between the two.
fn join_head(page: &Page, values: &Values, head: &DocumentDraft, item: &mut DocumentDraft) {
    if let [own] = head.parties.as_slice()
        && own_side::names_partner_only(page, values, item)
        && !item.parties.iter().any(|who| is_one(page, values, who, own))
    {
        item.parties.insert(0, Who { source: Source::ListHead, ..own.clone() });
    }
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
