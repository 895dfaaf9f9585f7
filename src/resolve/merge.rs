//! Mentions of one document become one record.
//!
//! A later mention joins an earlier one when nothing they say is at odds and something binds them: the same parties and
//! type, the same subject, the same title; or when it is but a reference ('the document', 'the pact'). Different items
//! of a list are never one.

use super::draft::{DocumentDraft, EventDraft};
use super::entity::{Entity, entity_of};
use crate::fact::DocumentType;
use crate::token::{Shape, Tokens, Word};
use crate::value::{Page, Values};

/// How many sentences a bare reference looks back.
const REACH: usize = 6;
/// How many documents a mention looks back: no article that people read tells of so many, and long lists stay linear.
const WINDOW: usize = 100;

/// Merges; what was merged says into which.
pub fn resolve(page: &Page, values: &Values, drafts: &mut [DocumentDraft]) {
    let mut known: Vec<Known> = drafts.iter().map(|draft| Known::new(page, values, draft)).collect();
    let mut single: Vec<usize> = Vec::new();
    for later in 0..drafts.len() {
        let mut window = single.iter().rev().take(WINDOW).copied();
        let earlier = window
            .find(|&earlier| is_same(page, &drafts[earlier], &known[earlier], &drafts[later], &known[later]));
        let Some(earlier) = earlier else {
            single.push(later);
            continue;
        };
        let (before, after) = drafts.split_at_mut(later);
        absorb(&mut before[earlier], &mut after[0], earlier);
        known[earlier] = Known::new(page, values, &drafts[earlier]);
        if drafts[later].plural || drafts[later].listed.is_some() {
            adopt_items(drafts, earlier, later);
        }
    }
}

/// What tells a document from others.
struct Known {
    sentence: usize,
    parties: Vec<Entity>,
    subject: Vec<Word>,
    subject_text: String,
    title: String,
}

impl Known {
    fn new(page: &Page, values: &Values, draft: &DocumentDraft) -> Known {
        let mut parties: Vec<Entity> =
            draft.parties.iter().filter_map(|who| entity_of(page, values, who)).collect();
        parties.sort();
        parties.dedup();
        let text =
            |tokens: &Option<Tokens>| tokens.as_ref().map_or(String::new(), |tokens| normal(page, tokens));
        let subject = draft.subject.clone().unwrap_or(0..0);
        Known {
            sentence: page.sentence_at(draft.tokens.start).unwrap_or(0),
            parties,
            subject: subject.map(|at| page.word(at)).collect(),
            subject_text: text(&draft.subject),
            title: text(&draft.title),
        }
    }
}

/// Small letters, without articles: how subjects and titles are compared.
fn normal(page: &Page, tokens: &Tokens) -> String {
    let words = tokens.clone().filter(|&at| page.token(at).is_some_and(|token| token.shape != Shape::Mark));
    let words = words
        .map(|at| crate::token::fold(page.str(at)))
        .filter(|word| !matches!(word.as_str(), "the" | "a" | "an"));
    words.collect::<Vec<_>>().join(" ")
}

fn is_same(page: &Page, earlier: &DocumentDraft, a: &Known, later: &DocumentDraft, b: &Known) -> bool {
    if a.sentence == b.sentence && !is_text_of(earlier, later, b)
        || earlier.plural != later.plural
        || siblings(earlier, later)
    {
        return false;
    }
    if earlier.plural {
        return is_same_group(page, earlier, a, later, b);
    }
    if !kinds_agree(earlier.kind, later.kind) || dates_differ(&earlier.events, &later.events) {
        return false;
    }
    if is_bare(later, b) {
        return later.definite && b.sentence - a.sentence <= REACH;
    }
    if !a.title.is_empty() && !b.title.is_empty() {
        return a.title == b.title;
    }
    let parties_agree = a.parties.is_empty() || b.parties.is_empty() || a.parties == b.parties;
    let same_parties = !b.parties.is_empty() && a.parties == b.parties;
    let same_subject = !b.subject_text.is_empty() && a.subject_text == b.subject_text;
    let subjects_agree =
        a.subject_text.is_empty() || b.subject_text.is_empty() || same_subject || one_holds_other(a, b);
    parties_agree
        && subjects_agree
        && (same_subject || same_parties && (earlier.kind == later.kind || later.definite))
}

/// 'the text', 'the document' in the sentence that names the document itself.
fn is_text_of(earlier: &DocumentDraft, later: &DocumentDraft, known: &Known) -> bool {
    let generic = later.kind == DocumentType::Document && earlier.kind != DocumentType::Document;
    generic && later.definite && is_bare(later, known)
}

/// 'three documents' and 'the following documents': one group where the second heads a list or is definite and no count
/// or party is at odds.
fn is_same_group(page: &Page, earlier: &DocumentDraft, a: &Known, later: &DocumentDraft, b: &Known) -> bool {
    let counts_agree = earlier.count.is_none() || later.count.is_none() || earlier.count == later.count;
    let lists_agree = earlier.listed.is_none() || later.listed.is_none();
    let parties_agree = a.parties.is_empty() || b.parties.is_empty() || a.parties == b.parties;
    let happened = !earlier.events.is_empty() && (later.definite || later.listed.is_some());
    let near = b.sentence - a.sentence <= REACH && page.sentences.len() > b.sentence;
    counts_agree && lists_agree && parties_agree && happened && near && kinds_agree(earlier.kind, later.kind)
}

/// Whether two stand under one head, or one under the other.
fn siblings(earlier: &DocumentDraft, later: &DocumentDraft) -> bool {
    match (earlier.part_of, later.part_of) {
        (Some(a), Some(b)) => a == b,
        (None, None) => false,
        (Some(_), None) => later.plural,
        (None, Some(_)) => earlier.plural,
    }
}

/// Whether nothing but its type is said.
fn is_bare(draft: &DocumentDraft, known: &Known) -> bool {
    known.parties.is_empty() && known.subject.is_empty() && known.title.is_empty() && draft.part_of.is_none()
}

/// Equal, or one is a word that any document can be called by.
fn kinds_agree(a: DocumentType, b: DocumentType) -> bool {
    use DocumentType::{Accord, Agreement, Document, Pact, Treaty};
    let generic = |kind| matches!(kind, Document | Agreement | Accord | Pact);
    a == b
        || a == Document
        || b == Document
        || generic(a) && (generic(b) || b == Treaty)
        || generic(b) && a == Treaty
}

fn dates_differ(a: &[EventDraft], b: &[EventDraft]) -> bool {
    a.iter().any(|a| {
        b.iter().any(|b| {
            a.status == b.status && matches!((a.date, b.date), (Some((x, _)), Some((y, _))) if x != y)
        })
    })
}

/// 'mining' and 'mining in the north', 'pipeline tariff' and 'tariff': all words of the shorter are in the longer.
fn one_holds_other(a: &Known, b: &Known) -> bool {
    let holds = |longer: &str, shorter: &str| {
        shorter.split(' ').all(|word| longer.split(' ').any(|other| other == word))
    };
    holds(&a.subject_text, &b.subject_text) || holds(&b.subject_text, &a.subject_text)
}

/// Takes over what the later mention adds.
fn absorb(earlier: &mut DocumentDraft, later: &mut DocumentDraft, index: usize) {
    later.merged_into = Some(index);
    let later = later.clone();
    if earlier.parties.len() < later.parties.len() {
        earlier.parties = later.parties;
    }
    if earlier.kind == DocumentType::Document {
        earlier.kind = later.kind;
    }
    earlier.subject = earlier.subject.take().or(later.subject);
    earlier.title = earlier.title.take().or(later.title);
    earlier.until = earlier.until.or(later.until);
    earlier.validity = earlier.validity.or(later.validity);
    earlier.count = earlier.count.or(later.count);
    earlier.listed = earlier.listed.or(later.listed);
    earlier.signatories.extend(later.signatories);
    earlier.witnesses.extend(later.witnesses);
    earlier.value.extend(later.value);
    earlier.relations.extend(later.relations);
    earlier.mentions.extend(later.mentions);
    add_events(&mut earlier.events, later.events);
    add_rules(&mut earlier.rules, later.rules);
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
