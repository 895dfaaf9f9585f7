//! Who signs, where the verb stands far from its subject: 'Acme moved into leasing on Friday, signing a letter of intent'.

use super::draft::{DocumentDraft, EventDraft, Is, Who};
use super::entity::is_agency;
use crate::fact::{PartyKind, Source};
use crate::token::{Tokens, Word, keyword as k};
use crate::value::name::{Name, NameKind};
use crate::value::{Page, Values};

/// Makes parties of the subjects of sentences whose active verb has none of its own.
pub fn resolve(page: &Page, values: &Values, documents: &mut [DocumentDraft]) {
    for draft in documents {
        let Some(event) = draft.events.iter().find(|event| wants_subject(page, draft, event)) else {
            continue;
        };
        let subject = subject(page, values, &event.tokens);
        let signs = |who: &Who| !(event.is_of_parliament() && is_agency(values, who));
        let new: Vec<Who> =
            subject.into_iter().filter(|who| signs(who) && !draft.parties.contains(who)).collect();
        draft.parties.extend(new);
    }
}

/// Whether somebody does it, and nobody is named before the verb.
fn wants_subject(page: &Page, draft: &DocumentDraft, event: &EventDraft) -> bool {
    let sentence = page.sentence_at(event.tokens.start);
    let active = event.tokens.end <= draft.tokens.start && sentence == page.sentence_at(draft.tokens.start);
    let noun = event.tokens.start > 0 && NOMINAL.contains(&page.word(event.tokens.start - 1));
    let named = draft.parties.iter().any(|who| who.tokens.start < event.tokens.start);
    active && !noun && !named && draft.signatories.is_empty() && draft.part_of.is_none()
}

/// Words after which 'signing' is a noun, or somebody else's deed.
const NOMINAL: &[Word] = &[k::THE, k::A, k::ITS, k::THEIR, k::OF, k::ON, k::AGAINST];

/// The names that open the sentence, and are no part of a phrase that says where or when.
fn subject(page: &Page, values: &Values, verb: &Tokens) -> Vec<Who> {
    let Some(sentence) = page.sentence_at(verb.start) else { return Vec::new() };
    let stretch = page.sentences[sentence].tokens.start..verb.start;
    let mut names = values.names.within(&stretch).filter(|(_, name)| can_sign(page, name)).peekable();
    let Some(opening) = names.peek().filter(|(_, name)| opens(page, &(stretch.start..name.tokens.start)))
    else {
        return Vec::new();
    };
    let mut end = opening.1.tokens.start;
    let joined = names.take_while(|(_, name)| {
        let follows = (end..name.tokens.start).all(|at| JOINS.contains(&page.word(at)));
        end = name.tokens.end;
        follows
    });
    joined
        .map(|(index, name)| Who {
            tokens: name.tokens.clone(),
            is: Is::Name(index),
            source: Source::Explicit,
        })
        .collect()
}

const JOINS: &[Word] = &[k::COMMA, k::AND, k::THE, k::LESS_SIGN, k::MORE_SIGN];

/// Whether it is whoever can sign, and no abbreviation before a name ('Cllr. Ada Obi').
fn can_sign(page: &Page, name: &Name) -> bool {
    let NameKind::Party(kind) = name.kind else { return false };
    kind != PartyKind::Unknown || page.word(name.tokens.end) != k::STOP
}

/// Whether only articles and plain words stand before the name, after an opening 'On Monday,' if there is one.
fn opens(page: &Page, before: &Tokens) -> bool {
    let comma = before.clone().rev().find(|&at| page.word(at) == k::COMMA);
    let start = comma.map_or(before.start, |comma| comma + 1);
    const ARTICLES: &[Word] = &[k::THE, k::A, k::AN, k::BUT, k::AND, k::LESS_SIGN, k::QUOTE];
    (start..before.end).all(|at| {
        page.word(at) == Word::UNKNOWN || page.word(at) > k::MUST || ARTICLES.contains(&page.word(at))
    })
}
