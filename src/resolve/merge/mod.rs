//! Mentions of one document become one record.
//!
//! A later mention joins an earlier one when nothing they say is at odds and something binds them: see [`same`]. What a
//! headline calls a deal may be a protocol further down. Different items of a list are never one.

mod same;

use super::draft::{DocumentDraft, EventDraft, Who};
use super::entity::entity_of;
use crate::fact::{Date, Source};
use crate::value::{Page, Values};
use same::Known;

/// How many documents a mention looks back: no article that people read tells of so many, and long lists stay linear.
const WINDOW: usize = 100;

/// Merges; what was merged says into which.
pub fn resolve(page: &Page, values: &Values, dates: &[Date], drafts: &mut [DocumentDraft]) {
    let mut known: Vec<Known> = drafts.iter().map(|draft| Known::new(page, values, dates, draft)).collect();
    let mut single: Vec<usize> = Vec::new();
    for later in 0..drafts.len() {
        let mut window = single.iter().rev().take(WINDOW).copied();
        let earlier = window
            .find(|&earlier| same::is_same(&drafts[earlier], &known[earlier], &drafts[later], &known[later]));
        let Some(earlier) = earlier else {
            single.push(later);
            continue;
        };
        let (before, after) = drafts.split_at_mut(later);
        absorb(page, values, &mut before[earlier], &mut after[0], earlier);
        known[earlier] = Known::new(page, values, dates, &drafts[earlier]);
        if drafts[later].plural || drafts[later].listed.is_some() {
            adopt_items(drafts, earlier, later);
        }
    }
}

/// Takes over what the later mention adds.
fn absorb(
    page: &Page,
    values: &Values,
    earlier: &mut DocumentDraft,
    later: &mut DocumentDraft,
    index: usize,
) {
    later.merged_into = Some(index);
    let later = later.clone();
    earlier.listed = same::listed(earlier, &later);
    add_parties(page, values, &mut earlier.parties, later.parties);
    if same::tells_more(later.kind, earlier.kind) {
        earlier.kind = later.kind;
        earlier.type_tokens = later.type_tokens;
        earlier.type_source = later.type_source;
    }
    earlier.subject = earlier.subject.take().or(later.subject);
    earlier.title = earlier.title.take().or(later.title);
    earlier.until = earlier.until.or(later.until);
    earlier.validity = earlier.validity.or(later.validity);
    earlier.count = earlier.count.or(later.count);
    earlier.signatories.extend(later.signatories);
    earlier.witnesses.extend(later.witnesses);
    earlier.value.extend(later.value);
    earlier.relations.extend(later.relations);
    earlier.mentions.extend(later.mentions);
    add_events(&mut earlier.events, later.events);
    add_rules(&mut earlier.rules, later.rules);
}

/// Parties of both tellings: what only refers back or is only known from who signed gives way to what is named.
fn add_parties(page: &Page, values: &Values, parties: &mut Vec<Who>, more: Vec<Who>) {
    let is_named = |who: &Who| !matches!(who.source, Source::Coreference | Source::Signatory);
    if more.len() > parties.len() && parties.iter().all(|who| !is_named(who)) {
        *parties = more;
        return;
    }
    let whole = parties.len() > 1;
    for who in more {
        let entity = entity_of(page, values, &who);
        let is_known = parties.iter().any(|known| entity_of(page, values, known) == entity);
        if !is_known && (!whole || is_named(&who)) {
            parties.push(who);
        }
    }
}

/// One event told twice stays one, with what each telling knows.
fn add_events(events: &mut Vec<EventDraft>, more: Vec<EventDraft>) {
    for event in more {
        let told =
            events.iter_mut().find(|known| known.status == event.status && known.polarity == event.polarity);
        match told {
            Some(known) => {
                known.date = known.date.or(event.date);
                known.place = known.place.take().or(event.place);
            }
            None => events.push(event),
        }
    }
}

fn add_rules(rules: &mut Vec<String>, more: Vec<String>) {
    for rule in more {
        if !rules.contains(&rule) {
            rules.push(rule);
        }
    }
}

/// Items of the later group belong to the earlier one from now on.
fn adopt_items(drafts: &mut [DocumentDraft], earlier: usize, later: usize) {
    for draft in drafts.iter_mut().filter(|draft| draft.part_of == Some(later)) {
        draft.part_of = Some(earlier);
    }
}
