//! From drafts to documents: the status out of the events, spans out of tokens, names out of the lexicon.

use super::draft::{DocumentDraft, EventDraft, Is, PlaceDraft, Signatory, Who};
use super::entity::{self, Entity, is_capital};
use super::status::progress;
use crate::fact::{
    Date, DateType, Document, DocumentDate, DocumentStatus, DocumentType, Event, Modality, Party, PartyKind,
    Person, Place, Polarity, Relation, Source, Warning,
};
use crate::lexicon::Catalog;
use crate::token::{BlockKind, Shape, Tokens, keyword};
use crate::value::document::DocumentMention;
use crate::value::name::{self, Name, NameKind};
use crate::value::{Page, Values};

/// The documents of all drafts that were not merged into others.
pub fn finish(
    page: &Page,
    values: &Values,
    dates: &[Date],
    drafts: &[DocumentDraft],
    warnings: &mut Vec<Warning>,
) -> Vec<Document> {
    let finisher = Finisher { page, values, dates };
    let kept: Vec<usize> = (0..drafts.len()).filter(|&at| stays(page, values, &drafts[at])).collect();
    let number = |draft: usize| kept.binary_search(&draft).ok();
    let documents: Vec<Document> = kept
        .iter()
        .map(|&at| Document {
            part_of: drafts[at].part_of.and_then(number),
            ..finisher.document(&drafts[at])
        })
        .collect();
    warnings.extend(documents.iter().filter_map(count_mismatch));
    documents
}

/// Whether a draft becomes a document.
pub(super) fn stays(page: &Page, values: &Values, draft: &DocumentDraft) -> bool {
    draft.merged_into.is_none()
        && !is_only_a_head(draft)
        && !is_domestic(draft)
        && !is_vague(page, values, draft)
}

/// A law or decree that nobody shares: no document between parties.
fn is_domestic(draft: &DocumentDraft) -> bool {
    matches!(draft.kind, DocumentType::Law | DocumentType::Decree) && draft.parties.len() < 2
}

/// Words of a document of which nothing is told and that nothing tells from others: 'an agreement', 'trade deals with
/// Asia'.
fn is_vague(page: &Page, values: &Values, draft: &DocumentDraft) -> bool {
    let Some(mention) = draft.mention.and_then(|at| values.documents.get(at)) else { return false };
    let undone = |status| {
        matches!(status, DocumentStatus::NotSigned | DocumentStatus::Proposed | DocumentStatus::Mentioned)
    };
    let talk = |event: &EventDraft| {
        let agreed = event.status == DocumentStatus::Negotiated && draft.parties.is_empty();
        let wished = matches!(event.verb, DocumentStatus::Negotiated | DocumentStatus::Proposed);
        agreed || undone(event.status) && (mention.plural || wished)
    };
    let told = !draft.events.iter().all(talk) || draft.part_of.is_some() || draft.listed.is_some();
    let named = draft.title.is_some() && !is_institution(values, mention)
        || draft.parties.len() > 1
        || !draft.relations.is_empty();
    let counted = mention.count_of.is_some();
    let dated = mention.date.is_some();
    let generic = draft.kind == DocumentType::Document;
    !(told || named || is_item(page, draft) || !generic && (counted || dated || is_described(page, mention)))
}

/// Whether its name is as well that of an organisation or a regime: 'GATT', 'Schengen'.
fn is_institution(values: &Values, mention: &DocumentMention) -> bool {
    values.names.at(mention.tokens.start).is_some_and(|(_, name)| name.organisation.is_some())
}

/// Whether its subject, a party or its article tells which document is meant: 'the gas deal', 'a deal on gas', 'a deal
/// with Oman', 'the accord'.
fn is_described(page: &Page, mention: &DocumentMention) -> bool {
    let known = page.word(mention.tokens.start.saturating_sub(1)) == keyword::THE;
    let subject = mention.subject.as_ref().is_some_and(|subject| mention.type_tokens.end <= subject.start);
    let one = !mention.plural && (known && !mention.weak || !mention.parties.is_empty());
    subject || one || known && (mention.subject.is_some() || !mention.parties.is_empty())
}

/// Whether it is a line of a list.
fn is_item(page: &Page, draft: &DocumentDraft) -> bool {
    let sentence = page.sentence_at(draft.tokens.start).and_then(|at| page.sentences.get(at));
    let block = sentence.and_then(|sentence| page.blocks.get(sentence.block as usize));
    block.is_some_and(|block| block.kind == BlockKind::ListItem)
}

/// Whether it says nothing but that a list of documents follows: 'The following papers were signed:'.
fn is_only_a_head(draft: &DocumentDraft) -> bool {
    let says_more = draft.count.is_some() || draft.subject.is_some() || draft.title.is_some();
    draft.listed.is_some() && !says_more && (draft.plural || draft.mention.is_none())
}

/// Fewer or more listed than are said to be.
fn count_mismatch(document: &Document) -> Option<Warning> {
    let (count, listed) = (document.count?, document.listed?);
    let message = format!("{count} are announced and {listed} listed");
    (count != listed).then_some(Warning { code: "count_mismatch", message, span: Some(document.span) })
}

struct Finisher<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    dates: &'a [Date],
}

impl Finisher<'_> {
    fn document(&self, draft: &DocumentDraft) -> Document {
        let events: Vec<Event> = draft.events.iter().map(|event| self.event(event)).collect();
        let latest = latest(&events);
        let span = |tokens: &Option<Tokens>| tokens.as_ref().map(|tokens| self.page.span(tokens));
        Document {
            span: self.page.span(&draft.tokens),
            rule: draft.rules.first().cloned().unwrap_or_default(),
            rules: draft.rules.clone(),
            kind: draft.kind,
            type_span: span(&draft.type_tokens),
            type_source: draft.type_source,
            title: span(&draft.title),
            subject: span(&draft.subject),
            parties: self.parties(&draft.parties),
            signatories: draft.signatories.iter().map(|signatory| self.signatory(signatory)).collect(),
            witnesses: draft.witnesses.iter().map(|who| self.person(who)).collect(),
            status: latest.map_or(DocumentStatus::Mentioned, |event| event.status),
            polarity: latest.map_or(Polarity::Affirmed, |event| event.polarity),
            modality: latest.map_or(Modality::Asserted, |event| event.modality),
            date: latest.and_then(|event| event.date.clone()).or_else(|| self.own_date(draft)),
            place: latest.and_then(|event| event.place.clone()),
            until: draft.until.and_then(|index| self.date(index, Source::Explicit)),
            validity: draft.validity.and_then(|index| self.length(index)),
            value: draft.value.clone(),
            count: draft.count,
            listed: draft.listed,
            part_of: None,
            relations: draft.relations.iter().map(|(kind, tokens)| self.relation(*kind, tokens)).collect(),
            mentions: draft.mentions.iter().map(|tokens| self.page.span(tokens)).collect(),
            events,
        }
    }

    fn event(&self, draft: &EventDraft) -> Event {
        Event {
            status: draft.status,
            date: draft.date.and_then(|(index, source)| self.date(index, source)),
            place: draft.place.as_ref().and_then(|place| self.place(place)),
            polarity: draft.polarity,
            modality: draft.modality,
            span: self.page.span(&draft.tokens),
        }
    }

    /// A date that the mention itself holds ('dated 4 June 1998'), where no event has one.
    fn own_date(&self, draft: &DocumentDraft) -> Option<DocumentDate> {
        let mention = self.values.documents.get(draft.mention?)?;
        draft.events.is_empty().then_some(mention.date?).and_then(|index| self.date(index, Source::Explicit))
    }

    /// A day or period in which something was; a length of time or a habit is none.
    fn date(&self, index: usize, source: Source) -> Option<DocumentDate> {
        let date = self.dates.get(index).filter(|date| date.is_moment())?;
        Some(DocumentDate { value: date.value.clone(), span: Some(date.span), date: Some(index), source })
    }

    /// A length of time.
    fn length(&self, index: usize) -> Option<String> {
        let date = self.dates.get(index).filter(|date| date.kind == DateType::Duration)?;
        Some(date.value.clone())
    }

    fn place(&self, draft: &PlaceDraft) -> Option<Place> {
        let name = self.values.names.get(draft.name)?;
        Some(Place {
            span: self.page.span(&name.core),
            name: name::canonical(self.page, name),
            venue: draft.venue.as_ref().map(|tokens| self.page.span(tokens)),
            country: self.country(name.country),
            source: draft.source,
        })
    }

    /// Capitals stand for their states, unless a party beside them is a city that can't.
    fn parties(&self, who: &[Who]) -> Vec<Party> {
        let name = |who: &Who| match who.is {
            Is::Name(index) => self.values.names.get(index),
            Is::Reference(_) | Is::Text => None,
        };
        let cities = who
            .iter()
            .filter_map(name)
            .any(|name| name.kind == NameKind::Place && !is_capital(self.page, name));
        who.iter()
            .filter(|who| !matches!(who.is, Is::Reference(_)))
            .map(|who| self.party(who, cities))
            .collect()
    }

    fn party(&self, who: &Who, beside_cities: bool) -> Party {
        match who.is {
            Is::Name(index) if index < self.values.names.all().len() => {
                self.named_party(who, &self.values.names.all()[index], beside_cities)
            }
            Is::Name(_) | Is::Reference(_) | Is::Text => self.worded_party(who),
        }
    }

    /// A party that is a name of its own.
    fn named_party(&self, who: &Who, name: &Name, beside_cities: bool) -> Party {
        let own_words = who.source == Source::Coreference || name.post.is_some();
        let stands_for_state = !beside_cities && is_capital(self.page, name);
        Party {
            span: self.page.span(if own_words { &who.tokens } else { &name.tokens }),
            name: if stands_for_state {
                entity::state_name(self.page, name)
            } else {
                entity::name(self.page, name)
            },
            kind: if stands_for_state { PartyKind::State } else { entity::party_kind(name) },
            country: self.country(name.country.or_else(|| self.state_behind(who, name))),
            source: who.source,
        }
    }

    /// The state of which the words around a name say that it is: 'Ministry of Food in X', "X's De Beers".
    fn state_behind(&self, who: &Who, name: &Name) -> Option<usize> {
        let after = name.tokens.end..who.tokens.end.max(name.tokens.end);
        let behind = self.values.names.within(&after).find_map(|(_, state)| state.country);
        behind.or_else(|| self.owner(name.tokens.start))
    }

    /// The state whose possessive or demonym goes before a token, with a few words of what it is: 'Chilean generator X'.
    fn owner(&self, at: u32) -> Option<usize> {
        const WORDS: u32 = 4;
        let plain = |at: u32| self.page.token(at).is_some_and(|token| token.shape == Shape::Lower);
        let names = &self.values.names;
        let mark = at.checked_sub(1)?;
        if self.page.word(mark) == keyword::S {
            let (_, owner) = names.covering(mark.checked_sub(1)?)?;
            return owner.country.filter(|_| owner.kind == NameKind::Party(PartyKind::State));
        }
        let before =
            (at.saturating_sub(WORDS)..at).rev().find(|&at| !plain(at) || names.covering(at).is_some())?;
        let (_, owner) = names.covering(before)?;
        owner.country.filter(|_| owner.kind == NameKind::Demonym)
    }

    /// A party that stands inside another name, or is no name at all.
    fn worded_party(&self, who: &Who) -> Party {
        let table = |catalog, row: usize| self.page.lexicon.table(catalog).get(row, "name").to_owned();
        let (name, kind, country) = match entity::of_words(self.page, &who.tokens) {
            Entity::State(row) => (table(Catalog::Countries, row), PartyKind::State, Some(row)),
            Entity::Organisation(row) => (table(Catalog::Organisations, row), PartyKind::Organisation, None),
            Entity::Named(name) => (name, PartyKind::Unknown, None),
        };
        let span = self.page.span(&who.tokens);
        Party { span, name, kind, country: self.country(country), source: who.source }
    }

    fn country(&self, row: Option<usize>) -> Option<String> {
        row.map(|row| name::country_code(self.page.lexicon, row).to_owned())
    }

    fn signatory(&self, signatory: &Signatory) -> Person {
        let on_behalf = signatory.on_behalf.as_ref().map(|who| self.party(who, false).name);
        Person { on_behalf, ..self.person(&signatory.who) }
    }

    fn person(&self, who: &Who) -> Person {
        let name = match who.is {
            Is::Name(index) => self.values.names.get(index),
            Is::Reference(_) | Is::Text => None,
        };
        Person {
            span: self.page.span(name.map_or(&who.tokens, |name| &name.core)),
            post: name.and_then(|name| name.post.as_ref()).map(|tokens| self.page.span(tokens)),
            on_behalf: None,
        }
    }

    fn relation(&self, kind: crate::fact::RelationType, tokens: &Tokens) -> Relation {
        Relation { kind, span: self.page.span(tokens), document: None }
    }
}

/// The event that a document has got furthest with; of two alike, the later told.
fn latest(events: &[Event]) -> Option<&Event> {
    events.iter().max_by_key(|event| progress(event.status))
}
