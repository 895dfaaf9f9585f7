//! Documents: mentions that classes found, and what rules say of them.

use super::{Said, lines};
use crate::fact::{DocumentStatus, DocumentType, Modality, PartyKind, Polarity, Source};
use crate::lexicon::Catalog;
use crate::resolve::draft::{DocumentDraft, EventDraft, Is, PlaceDraft, Signatory, Who};
use crate::resolve::entity::who_at;
use crate::resolve::status::StatusTable;
use crate::rule::schema::{BuiltinKind, KindRef};
use crate::rule::{ItemMatch, Match, RuleSet};
use crate::token::{BlockKind, Tokens, keyword};
use crate::value::class::Value;
use crate::value::document::DocumentMention;
use crate::value::name::NameKind;
use crate::value::verb::VerbGroup;
use crate::value::{Page, Values};

/// A draft for each mention, and one for each list item that is none, in the order of the text.
/// Mentions that count only where a rule touches them are left out where none does.
pub fn documents(
    page: &Page,
    values: &Values,
    set: &RuleSet,
    status: &StatusTable,
    matches: &[Match],
) -> Vec<DocumentDraft> {
    let drafts = values
        .documents
        .all()
        .iter()
        .enumerate()
        .map(|(index, mention)| from_mention(page, values, index, mention));
    let mut gather = Gather {
        page,
        values,
        status,
        touched: vec![false; values.documents.all().len()],
        drafts: drafts.collect(),
    };
    for found in
        matches.iter().filter(|found| set.rules[found.rule].kind == KindRef::Builtin(BuiltinKind::Document))
    {
        gather.add(Said::new(set, found), found);
    }
    for line in lines::read(page, values, &mut gather.drafts) {
        gather.touched[line] = true;
    }
    gather.finish()
}

struct Gather<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    status: &'a StatusTable,
    /// For each mention, whether a rule speaks of it.
    touched: Vec<bool>,
    /// First one for each mention, in their order, then list items without a type word.
    drafts: Vec<DocumentDraft>,
}

impl Gather<'_> {
    /// What one match says.
    fn add(&mut self, said: Said, found: &Match) {
        let event = self.event(said, &found.tokens);
        let mentions: Vec<usize> = said
            .values("document")
            .filter_map(|reading| match reading.value {
                Value::Document(index) => {
                    Some(self.values.documents.all()[index].stands_for.unwrap_or(index))
                }
                _ => None,
            })
            .filter(|&mention| self.concerns(mention, event.as_ref()))
            .collect();
        for &mention in &mentions {
            self.touched[mention] |= event.is_some() || !found.items.is_empty();
            let event = event.clone().map(|event| self.denied_by_no(mention, event));
            let draft = &mut self.drafts[mention];
            say(draft, said, self.values);
            if event.as_ref().is_some_and(EventDraft::is_of_parliament) {
                draft.parties.retain_mut(|who| stands_for_state(self.page, self.values, who));
            }
            draft.events.extend(event);
        }
        if !found.items.is_empty() {
            let head = mentions.first().copied().unwrap_or_else(|| self.unnamed_head(said, found, event));
            let items = self.items(&found.items);
            let mut noun = None;
            for item in &items {
                noun = self.item(said, item, head, noun);
            }
            self.drafts[head].listed = Some(items.len() as u64).filter(|listed| *listed > 0);
        }
    }

    /// Whether an event makes a document of what may be none: plans and laws are dropped, extended and agreed on without
    /// being papers that anybody signs, and what is only wished for need not come about.
    fn concerns(&self, mention: usize, event: Option<&EventDraft>) -> bool {
        let mention = &self.values.documents.all()[mention];
        let verb = event.map_or(DocumentStatus::Signed, |event| event.verb);
        !mention.weak || !mention.kind.is_unilateral() || is_of_papers(verb)
    }

    /// The items that are documents. Inside a sentence an item without a type word ('on coal, on steel') is one only
    /// where it names its parties or where no other has one: 'a treaty on aid, on the first day of the visit'. What only
    /// points back ('the text') is none.
    fn items<'m>(&self, items: &'m [ItemMatch]) -> Vec<&'m ItemMatch> {
        let is_typed = |item: &ItemMatch| item.captures.iter().any(|capture| capture.field == "document");
        let is_told = |item: &ItemMatch| item.captures.iter().any(|capture| capture.field != "subject");
        let is_line = |item: &ItemMatch| {
            let sentence = self.page.sentence_at(item.tokens.start).map(|at| &self.page.sentences[at]);
            sentence
                .is_some_and(|sentence| self.page.blocks[sentence.block as usize].kind == BlockKind::ListItem)
        };
        let typed = items.iter().any(is_typed);
        let fits = |item: &ItemMatch| !typed || is_told(item) || is_line(item);
        items.iter().filter(|item| fits(item) && !self.points_back(item)).collect()
    }

    /// Whether an item is but a reference to a document named before: 'No paper was signed: the text needs work'.
    fn points_back(&self, item: &ItemMatch) -> bool {
        item.captures.iter().flat_map(|capture| &capture.values).any(|reading| match reading.value {
            Value::Document(index) => self.drafts[index].definite && !self.drafts[index].plural,
            _ => false,
        })
    }

    /// 'No agreement was signed'
    fn denied_by_no(&self, mention: usize, mut event: EventDraft) -> EventDraft {
        let before = self.drafts[mention].tokens.start.checked_sub(1).map(|at| self.page.word(at));
        if before == Some(keyword::NO) && event.polarity == Polarity::Affirmed {
            event.polarity = Polarity::Negated;
            event.status = self.status.document(event.verb.as_str(), event.polarity, event.modality);
        }
        event
    }

    /// The head of a list that names no document itself: 'Signed were:'
    fn unnamed_head(&mut self, said: Said, found: &Match, event: Option<EventDraft>) -> usize {
        let mut head = DocumentDraft { plural: true, ..bare(found.tokens.clone()) };
        say(&mut head, said, self.values);
        head.events.extend(event);
        self.drafts.push(head);
        self.drafts.len() - 1
    }

    /// One item of the list under a head; gives the type of its noun, which items after it may leave unsaid:
    /// 'pacts between A and B; between C and D'.
    fn item(
        &mut self,
        head: Said,
        item: &ItemMatch,
        part_of: usize,
        noun: Option<DocumentType>,
    ) -> Option<DocumentType> {
        let said = Said { captures: &item.captures, ..head };
        let mention = said.values("document").find_map(|reading| match reading.value {
            Value::Document(index) => Some(index),
            _ => None,
        });
        let at = mention.unwrap_or_else(|| {
            self.drafts.push(bare(item.tokens.clone()));
            self.drafts.len() - 1
        });
        if let Some(mention) = mention {
            self.touched[mention] = true;
        }
        let draft = &mut self.drafts[at];
        say(draft, said, self.values);
        if at != part_of {
            draft.part_of = draft.part_of.or(Some(part_of));
        }
        if mention.is_none() && !draft.parties.is_empty() {
            draft.kind = noun.unwrap_or(draft.kind);
        }
        mention.map(|_| draft.kind).or(noun)
    }

    /// The event that a match tells: its verb's or the one that a `give` clause names.
    fn event(&self, said: Said, tokens: &Tokens) -> Option<EventDraft> {
        let value = said.value("verb").or_else(|| said.given("status"))?;
        let group = said.first("verb").and_then(|reading| match &reading.value {
            Value::Verb(_, group) => Some(group),
            _ => None,
        });
        let polarity = said.given("polarity").and_then(Polarity::parse).or(group.map(|group| group.polarity));
        let modality = said.given("modality").and_then(Modality::parse).or(group.map(|group| group.modality));
        let (polarity, modality) =
            (polarity.unwrap_or(Polarity::Affirmed), modality.unwrap_or(Modality::Asserted));
        Some(EventDraft {
            verb: self.status.document(value, Polarity::Affirmed, Modality::Asserted),
            status: self.status.document(value, polarity, modality),
            polarity,
            modality,
            tokens: group.map_or_else(|| event_words(said, tokens), |group: &VerbGroup| group.tokens.clone()),
            date: said.date("date").map(|index| (index, Source::Explicit)),
            place: place(said),
        })
    }

    /// Drops what no rule touched though it has to be, and puts the rest in the order of the text.
    fn finish(self) -> Vec<DocumentDraft> {
        let Gather { page, values, touched, drafts, .. } = self;
        let stays = |index: usize| {
            touched.get(index).is_none_or(|&touched| touched || !values.documents.all()[index].weak)
        };
        let mut order: Vec<usize> = (0..drafts.len()).filter(|&index| stays(index)).collect();
        order.sort_by_key(|&index| (page.span(&drafts[index].tokens), index));
        let mut place = vec![None; drafts.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = Some(new);
        }
        let mut kept: Vec<Option<DocumentDraft>> = drafts.into_iter().map(Some).collect();
        let mut drafts: Vec<DocumentDraft> = order.iter().filter_map(|&old| kept[old].take()).collect();
        for draft in &mut drafts {
            draft.part_of = draft.part_of.and_then(|old| place[old]);
        }
        drafts
    }
}

/// A parliament or cabinet ratifies for its state, and is no party itself; false where it is not known whose it is.
fn stands_for_state(page: &Page, values: &Values, who: &mut Who) -> bool {
    let Is::Name(index) = who.is else { return true };
    let Some(name) = values.names.get(index) else { return true };
    if name.kind != NameKind::Party(PartyKind::Agency) {
        return true;
    }
    let owner =
        name.tokens.clone().chain(name.tokens.start.saturating_sub(3)..name.tokens.start).find_map(|at| {
            let (end, row, _) = page.hits.table(at, Catalog::Countries)?;
            (Some(row) == name.country).then_some(at..end)
        });
    let Some(owner) = owner else { return false };
    *who = Who { is: Is::Text, tokens: owner, source: Source::Explicit };
    true
}

/// Whether something is done to a paper, and not to what it says.
fn is_of_papers(verb: DocumentStatus) -> bool {
    use DocumentStatus::{Adopted, Deposited, Exchanged, Initialled, Ratified, Signed};
    matches!(verb, Adopted | Deposited | Exchanged | Initialled | Ratified | Signed)
}

/// The words that a nominal event is told with: the word captured as the verb, else the whole match.
fn event_words(said: Said, tokens: &Tokens) -> Tokens {
    said.tokens("verb").unwrap_or_else(|| tokens.clone())
}

fn place(said: Said) -> Option<PlaceDraft> {
    let name = said.values("place").find_map(|reading| match reading.value {
        Value::Name(index) => Some(index),
        _ => None,
    })?;
    Some(PlaceDraft { name, venue: said.tokens("venue"), source: Source::Explicit })
}

/// Fields that a match fills in a draft: lists add up, and a hole beats the class on a single field.
fn say(draft: &mut DocumentDraft, said: Said, values: &Values) {
    let (persons, parties) = said.who("parties", values).into_iter().partition(|who| is_person(who, values));
    add_new(&mut draft.parties, parties);
    draft.signatories.extend(signatories(persons, said, values));
    add_new(&mut draft.witnesses, said.who("witnesses", values));
    draft.subject = said.tokens("subject").or(draft.subject.take());
    draft.title = said.tokens("title").or(draft.title.take());
    draft.until = said.date("until").or(draft.until);
    draft.validity = said.date("validity").or(draft.validity);
    draft.value.extend(said.values("value").filter_map(|reading| match reading.value {
        Value::Quantity(index) => Some(index),
        _ => None,
    }));
    let name = said.name();
    if !draft.rules.iter().any(|known| known == name) {
        draft.rules.push(name.to_owned());
    }
}

/// Persons among the parties are those who sign, not whom they sign for.
fn is_person(who: &Who, values: &Values) -> bool {
    let Is::Name(index) = who.is else { return false };
    values.names.get(index).is_some_and(|name| name.kind == NameKind::Party(PartyKind::Person))
}

fn add_new<T: PartialEq>(list: &mut Vec<T>, more: Vec<T>) {
    for one in more {
        if !list.contains(&one) {
            list.push(one);
        }
    }
}

/// Who signs, each with whom they sign for: in pairs where both are listed and equally many, else all for the one.
fn signatories(mut persons: Vec<Who>, said: Said, values: &Values) -> Vec<Signatory> {
    persons.extend(said.who("signatories", values));
    let principals = said.who("signatories.for", values);
    let several = principals.len() == persons.len();
    let principal = |at: usize| match principals.as_slice() {
        [one] => Some(one.clone()),
        all if several => all.get(at).cloned(),
        _ => None,
    };
    persons.into_iter().enumerate().map(|(at, who)| Signatory { who, on_behalf: principal(at) }).collect()
}

/// A draft with all that the class knows of a mention.
fn from_mention(page: &Page, values: &Values, index: usize, mention: &DocumentMention) -> DocumentDraft {
    let party = |tokens: &Tokens| {
        let who = who_at(page, values, tokens, Source::Explicit);
        let demonym = who.is != Is::Text
            && values.names.at(tokens.start).is_some_and(|(_, name)| name.kind == NameKind::Demonym);
        Who { source: if demonym { Source::Demonym } else { Source::Explicit }, ..who }
    };
    DocumentDraft {
        mention: Some(index),
        kind: mention.kind,
        type_tokens: Some(mention.type_tokens.clone()),
        type_source: Source::Explicit,
        title: mention.title.clone(),
        subject: mention.subject.clone(),
        parties: mention.parties.iter().map(party).collect(),
        until: mention.until,
        validity: mention.validity,
        value: mention.amount.into_iter().collect(),
        count: mention.count,
        relations: mention.relations.clone(),
        rules: vec![mention.rule.to_owned()],
        plural: mention.plural,
        definite: mention.definite,
        ..bare(mention.tokens.clone())
    }
}

/// A draft of which only the place in the text is known.
fn bare(tokens: Tokens) -> DocumentDraft {
    DocumentDraft {
        mention: None,
        mentions: vec![tokens.clone()],
        tokens,
        kind: DocumentType::Document,
        type_tokens: None,
        type_source: Source::ListHead,
        title: None,
        subject: None,
        parties: Vec::new(),
        signatories: Vec::new(),
        witnesses: Vec::new(),
        events: Vec::new(),
        until: None,
        validity: None,
        value: Vec::new(),
        count: None,
        listed: None,
        part_of: None,
        relations: Vec::new(),
        rules: Vec::new(),
        plural: false,
        definite: false,
        merged_into: None,
    }
}
