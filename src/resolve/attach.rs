//! Days and places that open a sentence ('In Minsk on Tuesday, …') go to the events of that sentence that have none.

use super::draft::{DocumentDraft, EventDraft, MembershipDraft, PlaceDraft};
use crate::fact::{PartyKind, Source};
use crate::token::keyword as k;
use crate::token::{Tokens, Word};
use crate::value::name::NameKind;
use crate::value::{Page, Values};

/// Words that lead to a day or place.
const LEADS: &[Word] = &[k::IN, k::ON, k::AT, k::COMMA, k::THE];

/// Hands the openings of sentences to the events in them.
pub fn resolve(
    page: &Page,
    values: &Values,
    documents: &mut [DocumentDraft],
    memberships: &mut [MembershipDraft],
) {
    for event in documents.iter_mut().flat_map(|draft| &mut draft.events) {
        fill(page, values, event);
    }
    for draft in memberships {
        if draft.date.is_none() && draft.since.is_none() && draft.until.is_none() {
            draft.date = opening(page, values, &draft.tokens).date;
        }
    }
}

fn fill(page: &Page, values: &Values, event: &mut EventDraft) {
    if event.date.is_some() && event.place.is_some() {
        return;
    }
    let opening = opening(page, values, &event.tokens);
    event.date = event.date.or(opening.date.map(|index| (index, Source::Sentence)));
    if event.place.is_none() {
        event.place = opening.place.map(|name| PlaceDraft { name, venue: None, source: Source::Sentence });
    }
}

#[derive(Default)]
struct Opening {
    date: Option<usize>,
    place: Option<usize>,
}

/// The day and place that open the sentence of some tokens.
fn opening(page: &Page, values: &Values, tokens: &Tokens) -> Opening {
    let mut opening = Opening::default();
    let Some(sentence) = page.sentence_at(tokens.start) else { return opening };
    let mut at = page.sentences[sentence].tokens.start;
    let mut led = false;
    while at < tokens.start {
        if let Some((index, date)) = values.dates.at(at) {
            opening.date = opening.date.or(Some(index));
            at = date.tokens.end;
        } else if let Some((index, name)) = values.names.at(at).filter(|(_, name)| led && is_place(name.kind))
        {
            opening.place = opening.place.or(Some(index));
            at = name.tokens.end;
        } else if LEADS.contains(&page.word(at)) {
            led = page.word(at) != k::COMMA;
            at += 1;
        } else {
            break;
        }
    }
    opening
}

fn is_place(kind: NameKind) -> bool {
    matches!(kind, NameKind::Place | NameKind::Party(PartyKind::Subnational))
}
