//! The two states that a story is about are the parties of the documents it tells of, where nobody else is named.
//!
//! A state counts once a sentence, by its name, demonym, capital, ministry or official. A pair stands out where both are in
//! the opening and each is in more sentences than any third, and in more than one. Documents of many states, laws and contracts are left alone.

use super::documents;
use super::draft::{DocumentDraft, EventDraft, Is, Who};
use super::entity::{Entity, entity_of, is_capital, state};
use super::own_side;
use crate::fact::{DocumentStatus, DocumentType, PartyKind, Source};
use crate::lexicon::Catalog;
use crate::token::{BlockKind, Tokens, Word, keyword as k};
use crate::value::name::{Name, NameKind, Reference, Referent};
use crate::value::{Page, Values};

/// How many sentences open a story, its headline among them.
const OPENING: usize = 3;

/// Fills in the story's pair of states where a document names none, or one of them as the one who acts.
pub fn resolve(page: &Page, values: &Values, documents: &mut [DocumentDraft]) {
    if !documents.iter().any(|draft| wants_sides(page, values, draft)) {
        return;
    }
    let Some(pair) = Story { page, values }.pair() else { return };
    for draft in documents.iter_mut().filter(|draft| wants_sides(page, values, draft)) {
        let sentence = page.sentence_at(draft.tokens.start).and_then(|at| page.sentences.get(at));
        if sentence.is_some_and(|sentence| !names_others(page, values, &pair, draft, &sentence.tokens)) {
            fill(page, values, &pair, draft);
        }
    }
}

/// The rows of two states, each with a name of it in the opening.
type Pair = [(usize, usize); 2];

fn fill(page: &Page, values: &Values, pair: &Pair, draft: &mut DocumentDraft) {
    let known: Vec<Option<usize>> = draft.parties.iter().map(|who| state_of(page, values, who)).collect();
    for &(row, name) in pair {
        if !known.contains(&Some(row)) {
            let who = Who { tokens: draft.tokens.clone(), is: Is::Name(name), source: Source::Coreference };
            draft.parties.push(who);
        }
    }
}

/// The state that somebody is, or stands for as its capital.
fn state_of(page: &Page, values: &Values, who: &Who) -> Option<usize> {
    match who.is {
        Is::Name(index) => values.names.get(index).and_then(|name| state(page, name)),
        Is::Reference(_) | Is::Text => match entity_of(page, values, who) {
            Some(Entity::State(row)) => Some(row),
            _ => None,
        },
    }
}

/// Whether it is a paper between two states of which a side or both are not named.
fn wants_sides(page: &Page, values: &Values, draft: &DocumentDraft) -> bool {
    let told = draft.events.iter().any(|event| {
        !matches!(event.verb, DocumentStatus::Acceded | DocumentStatus::Deposited | DocumentStatus::Mentioned)
    });
    // 'Denmark has 82 tax treaties in force', with whomever.
    let standing = draft.events.iter().any(|event| event.verb == DocumentStatus::InForce);
    let single = !draft.plural || draft.count.is_some() && !standing;
    let definite = draft.definite && single || draft.part_of.is_some();
    let regime = values.names.at(draft.tokens.start).is_some_and(|(_, name)| name.organisation.is_some());
    (told && (single || !draft.definite && !standing) || definite)
        && lacks_sides(page, values, draft)
        && is_bilateral(draft.kind)
        && !regime
        && documents::stays(page, values, draft)
}

/// Whether nobody is named, or only the one who acts or with whom it is. Of a paper that persons signed, the words name
/// all sides, be it in names that are not known.
fn lacks_sides(page: &Page, values: &Values, draft: &DocumentDraft) -> bool {
    match draft.parties.as_slice() {
        [] => draft.signatories.is_empty(),
        [one] => {
            let acts = one.tokens.end <= draft.tokens.start;
            let ratifies = draft.events.iter().any(EventDraft::is_of_parliament);
            (draft.signatories.is_empty() || ratifies)
                && (acts || own_side::names_partner_only(page, values, draft))
        }
        _ => false,
    }
}

/// Types of papers that two states sign with each other.
fn is_bilateral(kind: DocumentType) -> bool {
    use DocumentType::*;
    !matches!(
        kind,
        Convention
            | Charter
            | Statute
            | Resolution
            | Decree
            | Law
            | Contract
            | LoanAgreement
            | GrantAgreement
            | Plan
            | Ceasefire
            | PeaceAgreement
    )
}

/// Whether the sentence names somebody else who can be a party.
fn names_others(page: &Page, values: &Values, pair: &Pair, draft: &DocumentDraft, sentence: &Tokens) -> bool {
    let rows = pair.map(|(row, _)| row);
    let own = |name: &Name| rows.into_iter().any(|row| name.country == Some(row));
    let is_side = |who: &Who| state_of(page, values, who).is_some_and(|row| rows.contains(&row));
    draft.parties.iter().any(|who| !is_side(who))
        || values
            .names
            .within(sentence)
            .any(|(_, name)| can_be_party(page, name) && !own(name) && !is_subject(values, draft, name))
        || sentence.clone().any(|at| page.hits.table(at, Catalog::Actors).is_some())
        || values.references.within(sentence).any(|(_, reference)| is_of_others(reference))
}

/// Whether a name belongs to another document, or says what this one is about: 'on water from the Kushiyara'.
pub(super) fn is_subject(values: &Values, draft: &DocumentDraft, name: &Name) -> bool {
    let about = draft.subject.as_ref().is_some_and(|subject| subject.contains(&name.tokens.start));
    let other =
        values.documents.covering(name.tokens.start).is_some_and(|(index, _)| draft.mention != Some(index));
    about || other
}

/// 'the two utilities', 'both ministries': they sign, and not the states.
fn is_of_others(reference: &Reference) -> bool {
    matches!(reference.to, Referent::Bodies | Referent::Companies) && reference.count != Some(1)
}

/// Whether it is a name of whoever can be a side: no person, no town.
pub(super) fn can_be_party(page: &Page, name: &Name) -> bool {
    match name.kind {
        NameKind::Party(kind) => !matches!(kind, PartyKind::Person | PartyKind::Subnational),
        NameKind::Demonym => true,
        NameKind::Place => is_capital(page, name),
        NameKind::Venue => false,
    }
}

struct Story<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
}

/// A state of the story.
struct Actor {
    row: usize,
    /// The first name of it, and of nothing that is only its.
    name: Option<usize>,
    /// In how many sentences it is named.
    sentences: u32,
    /// The last sentence that named it.
    last: usize,
    /// Whether the opening names it.
    opens: bool,
}

impl Story<'_> {
    fn pair(&self) -> Option<Pair> {
        let mut actors = self.actors();
        actors.sort_by_key(|actor| std::cmp::Reverse(actor.sentences));
        let [first, second, rest @ ..] = actors.as_slice() else { return None };
        let third = rest.first().map_or(0, |third| third.sentences);
        let clear = second.sentences > third.max(1)
            && first.opens
            && second.opens
            && !rest.iter().any(|third| third.opens);
        let mut pair = [(first.row, first.name?), (second.row, second.name?)];
        pair.sort_by_key(|(_, name)| *name);
        clear.then_some(pair)
    }

    fn actors(&self) -> Vec<Actor> {
        let mut actors: Vec<Actor> = Vec::new();
        let body =
            self.page.sentences.iter().enumerate().filter(|(_, sentence)| !self.is_dateline(sentence.block));
        for (number, (index, sentence)) in body.enumerate() {
            for (name, row) in self.states(&sentence.tokens) {
                let own = Some(name).filter(|&name| self.is_itself(name));
                match actors.iter_mut().find(|actor| actor.row == row) {
                    Some(actor) => {
                        actor.sentences += u32::from(actor.last != index);
                        actor.last = index;
                        actor.name = actor.name.or(own);
                    }
                    None => actors.push(Actor {
                        row,
                        name: own,
                        sentences: 1,
                        last: index,
                        opens: number < OPENING,
                    }),
                }
            }
        }
        actors
    }

    fn is_dateline(&self, block: u32) -> bool {
        self.page.blocks.get(block as usize).is_some_and(|block| block.kind == BlockKind::Dateline)
    }

    /// The states that act in a sentence, each with the name by which it does.
    fn states(&self, sentence: &Tokens) -> impl Iterator<Item = (usize, usize)> {
        self.values.names.within(sentence).filter_map(|(index, name)| Some((index, self.acting(name)?)))
    }

    /// The state that a name is or belongs to; a capital in which something only takes place is none.
    fn acting(&self, name: &Name) -> Option<usize> {
        let before = name.tokens.start.checked_sub(1).map_or(Word::UNKNOWN, |at| self.page.word(at));
        match name.kind {
            NameKind::Party(PartyKind::Person) => self.holder(name),
            NameKind::Party(PartyKind::Agency | PartyKind::Government) => name.country,
            NameKind::Place if matches!(before, k::IN | k::AT | k::FROM | k::TO | k::OF) => None,
            _ => state(self.page, name),
        }
    }

    /// Whether a name is the state's own, and not that of its ministry or official.
    fn is_itself(&self, index: usize) -> bool {
        self.values.names.get(index).is_some_and(|name| state(self.page, name).is_some())
    }

    /// The state that an official is of.
    fn holder(&self, name: &Name) -> Option<usize> {
        let holder = name.holder.clone()?;
        holder.into_iter().find_map(|at| self.page.hits.table(at, Catalog::Countries).map(|(_, row, _)| row))
    }
}
