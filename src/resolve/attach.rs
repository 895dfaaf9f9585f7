//! Days and places that open a sentence ('In Minsk on Tuesday, …') go to the events of that sentence that have none.

use super::draft::{DocumentDraft, EventDraft, MembershipDraft, PlaceDraft};
use super::status::StatusTable;
use super::trailing;
use crate::fact::{Date, DocumentStatus, Modality, PartyKind, Polarity, Published, Source};
use crate::lexicon::{Origin, VerbForm};
use crate::token::keyword as k;
use crate::token::{BlockKind, Tokens, Word};
use crate::value::name::NameKind;
use crate::value::{Page, Values};

/// Words that lead to a day or place.
const LEADS: &[Word] = &[k::IN, k::ON, k::AT];

/// What is known of an article's days.
#[derive(Clone, Copy)]
pub struct Days<'a> {
    /// The dates, resolved.
    pub dates: &'a [Date],
    /// The day of publication.
    pub published: Option<&'a Published>,
}

/// Hands the openings of sentences to the events in them; what is still to come is planned; then the place of the dateline to events of that very day, or
/// 'here'.
pub fn resolve(
    page: &Page,
    values: &Values,
    days: Days,
    status: &StatusTable,
    documents: &mut [DocumentDraft],
    memberships: &mut [MembershipDraft],
) {
    let dateline = dateline_place(page, values);
    for draft in documents.iter_mut() {
        let document = draft.tokens.clone();
        draft.events.iter_mut().for_each(|event| fill(page, values, days, event, &document));
    }
    for event in documents.iter_mut().flat_map(|draft| &mut draft.events) {
        if event.is_plain() && is_present(page, &event.tokens) && is_ahead(days, event) {
            event.modality = Modality::Planned;
            event.status = status.document(event.verb.as_str(), event.polarity, event.modality);
        }
        if event.place.is_none() && (event.is_plain() && is_on_the_day(days, event) || is_here(page, event)) {
            event.place = dateline.map(|name| PlaceDraft { name, venue: None, source: Source::Dateline });
        }
    }
    documents.iter_mut().for_each(end_to_come);
    for draft in memberships {
        if draft.date.is_none() && draft.since.is_none() && draft.until.is_none() {
            draft.date = opening(page, values, days, &draft.tokens).date;
        }
    }
}

/// An end that is still to come is no event: it is until when the document provides.
fn end_to_come(draft: &mut DocumentDraft) {
    let ends = |event: &EventDraft| {
        event.verb == DocumentStatus::Expired
            && event.modality == Modality::Planned
            && event.polarity == Polarity::Affirmed
    };
    let end = draft.events.iter().filter(|event| ends(event)).find_map(|event| event.date);
    let Some((index, _)) = end else { return };
    draft.until = draft.until.or(Some(index));
    draft.events.retain(|event| !ends(event));
}

fn fill(page: &Page, values: &Values, days: Days, event: &mut EventDraft, document: &Tokens) {
    if event.date.is_some() && event.place.is_some() {
        return;
    }
    take(event, trailing::find(page, values, days, event, document));
    take(event, opening(page, values, days, &event.tokens));
}

/// Takes over what an event does not know yet.
fn take(event: &mut EventDraft, told: Opening) {
    event.date = event.date.or(told.date.map(|index| (index, Source::Sentence)));
    if event.place.is_none() {
        event.place = told.place.map(|name| PlaceDraft { name, venue: None, source: Source::Sentence });
    }
}

/// The place that a dateline names, where the article has one.
fn dateline_place(page: &Page, values: &Values) -> Option<usize> {
    let block = page.blocks.iter().find(|block| block.kind == BlockKind::Dateline)?;
    values.names.within(&block.tokens).find(|(_, name)| is_place(name.kind)).map(|(index, _)| index)
}

/// Whether a verb stands in the present: 'comes into force', not 'came'.
fn is_present(page: &Page, tokens: &Tokens) -> bool {
    let present = |form| matches!(form, VerbForm::Base | VerbForm::Third);
    tokens.clone().any(|at| {
        page.hits.at(at).iter().any(|hit| matches!(hit.entry.origin, Origin::Verbs(_, form) if present(form)))
    })
}

/// Whether an event has yet to come: all of its date lies after the day of publication.
fn is_ahead(days: Days, event: &EventDraft) -> bool {
    let begin =
        event.date.and_then(|(index, _)| days.dates.get(index)).and_then(|date| date.begin.as_deref());
    // ISO 8601 days compare as text.
    matches!((begin, days.published), (Some(begin), Some(published)) if begin > published.value.as_str())
}

/// Whether an event is said to have been on the day of publication: the dateline's place and day are then its own.
fn is_on_the_day(days: Days, event: &EventDraft) -> bool {
    let day = event.date.and_then(|(index, _)| days.dates.get(index)).map(|date| date.value.as_str());
    day.is_some() && day == days.published.map(|published| published.value.as_str())
}

/// Whether the words after the verb say 'here': where the dateline is.
fn is_here(page: &Page, event: &EventDraft) -> bool {
    const NEAR: u32 = 16;
    let Some(sentence) = page.sentence_at(event.tokens.start) else { return false };
    let end = page.sentences[sentence].tokens.end.min(event.tokens.end + NEAR);
    (event.tokens.start..end)
        .take_while(|&at| {
            !matches!(
                page.word(at),
                k::SAID | k::TOLD | k::QUOTE | k::SEMICOLON | k::THAT | k::WHICH | k::WILL | k::UNDER
            )
        })
        .any(|at| page.word(at) == k::HERE)
}

/// A day and a place, by index, that a sentence says beside an event.
#[derive(Default)]
pub(super) struct Opening {
    pub(super) date: Option<usize>,
    pub(super) place: Option<usize>,
}

/// The day and place that open the sentence of some tokens.
fn opening(page: &Page, values: &Values, days: Days, tokens: &Tokens) -> Opening {
    let mut opening = Opening::default();
    let Some(sentence) = page.sentence_at(tokens.start) else { return opening };
    let mut at = page.sentences[sentence].tokens.start;
    let mut led = false;
    while at < tokens.start {
        if values.documents.covering(at).is_some() {
            break; // 'The 1997 accord' says nothing of when
        }
        if let Some((index, date)) = values.dates.at(at) {
            let moment = days.dates.get(index).is_some_and(Date::is_moment);
            opening.date = opening.date.or(moment.then_some(index));
            at = date.tokens.end;
        } else if let Some((index, name)) = values.names.at(at).filter(|(_, name)| led && is_place(name.kind))
        {
            opening.place = opening.place.or(Some(index));
            at = name.tokens.end;
        } else {
            match page.word(at) {
                word if LEADS.contains(&word) => led = true,
                k::COMMA => led = false,
                k::THE => {}
                _ => break,
            }
            at += 1;
        }
    }
    opening
}

/// Whether something can be signed there.
pub(super) fn is_place(kind: NameKind) -> bool {
    matches!(kind, NameKind::Place | NameKind::Party(PartyKind::Subnational))
}
