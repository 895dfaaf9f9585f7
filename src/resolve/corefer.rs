//! Who is meant by 'both countries', 'the two sides', 'it', 'the bloc'.
//!
//! A reference looks back from where it stands, sentence by sentence, for what it can stand for. Two
//! states are taken from the nearest sentence that names at least two; where it names more, nothing is
//! settled. All that is found says so with [`Source::Coreference`].

use super::draft::{DocumentDraft, Is, MembershipDraft, Who};
use super::entity::{Entity, entity, is_one, organisation, state};
use crate::fact::{DocumentStatus, PartyKind, Source};
use crate::lexicon::Catalog;
use crate::token::{Shape, Tokens, Word, keyword as k};
use crate::value::name::{Name, NameKind, Reference, Referent};
use crate::value::{Page, Values};

/// How many sentences a reference looks back.
const REACH: usize = 12;

/// Resolves what the drafts refer to; what can't be settled is left out.
pub fn resolve(
    page: &Page,
    values: &Values,
    documents: &mut [DocumentDraft],
    memberships: &mut [MembershipDraft],
) {
    let finder = Finder { page, values };
    for document in documents {
        finder.drop_echoes(&mut document.parties);
        document.parties = finder.all(&document.parties, &document.tokens);
        if finder.wants_parties(document) {
            document.parties = finder.protagonists(&document.tokens);
        }
        document.witnesses = finder.all(&document.witnesses, &document.tokens);
    }
    for membership in memberships {
        membership.members = finder.listed(&membership.members);
        membership.members = finder.all(&membership.members, &membership.tokens.clone());
        membership.organisations = finder.all(&membership.organisations, &membership.tokens.clone());
    }
}

struct Finder<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
}

impl Finder<'_> {
    /// Whether a document was signed by somebody that its sentence does not name.
    fn wants_parties(&self, draft: &DocumentDraft) -> bool {
        let signed =
            draft.events.iter().any(|event| event.status == DocumentStatus::Signed && event.is_plain());
        let named = draft.subject.is_some() || draft.title.is_some();
        signed && named && draft.parties.is_empty() && draft.signatories.is_empty() && draft.part_of.is_none()
    }

    /// 'the two sides' of a document that is between two already are those two.
    fn drop_echoes(&self, parties: &mut Vec<Who>) {
        let named = parties.iter().filter(|who| !matches!(who.is, Is::Reference(_))).count();
        let echoes = |who: &Who| match who.is {
            Is::Reference(index) => {
                let reference = &self.values.references.all()[index];
                matches!(
                    reference.to,
                    Referent::Sides | Referent::States | Referent::Bodies | Referent::Companies
                ) && reference.count != Some(1)
            }
            Is::Name(_) | Is::Text => false,
        };
        if named > 1 {
            parties.retain(|who| !echoes(who));
        }
    }

    /// The two states that the sentence before, in the same paragraph, is about.
    fn protagonists(&self, own: &Tokens) -> Vec<Who> {
        let Some(here) = self.page.sentence_at(own.start).filter(|&here| here > 0) else { return Vec::new() };
        let [before, sentence] = [&self.page.sentences[here - 1], &self.page.sentences[here]];
        let names_states =
            self.values.names.within(&sentence.tokens).any(|(_, name)| is_state(self.page, name));
        if before.block != sentence.block || names_states {
            return Vec::new();
        }
        let mut states = Vec::new();
        self.add_distinct(&before.tokens, is_state, &mut states);
        let states = Some(states).filter(|states| states.len() == 2).unwrap_or_default();
        let here = |(_, index)| Who { tokens: own.clone(), is: Is::Name(index), source: Source::Coreference };
        states.into_iter().map(here).collect()
    }

    /// Whoever is meant by all of them, each once. References don't look into `own`, the tokens of the fact itself.
    fn all(&self, who: &[Who], own: &Tokens) -> Vec<Who> {
        let mut found: Vec<Who> = Vec::new();
        for one in who {
            let meant = match one.is {
                Is::Reference(index) => {
                    let reference = &self.values.references.all()[index];
                    let found = self.resolve(one, reference, own);
                    if found.is_empty() { self.itself(reference).into_iter().collect() } else { found }
                }
                Is::Name(_) | Is::Text => vec![one.clone()],
            };
            for who in meant {
                match found.iter_mut().find(|known| is_one(self.page, self.values, known, &who)) {
                    Some(known) if who.tokens.len() > known.tokens.len() && is_named(&who) => *known = who,
                    Some(_) => {}
                    None => found.push(who),
                }
            }
        }
        found
    }

    /// 'the government' of nobody knows which state is still a party.
    fn itself(&self, reference: &Reference) -> Option<Who> {
        let noun = self.page.word(reference.tokens.end - 1);
        let governs =
            self.page.lexicon.vocabulary.text(noun) == "government" && reference.to == Referent::States;
        let tokens = reference.tokens.start + 1..reference.tokens.end;
        governs.then_some(Who { tokens, is: Is::Text, source: Source::Explicit })
    }

    /// 'they' join something: only states that the sentence has just listed can be meant.
    fn listed(&self, members: &[Who]) -> Vec<Who> {
        let mut found = Vec::new();
        for who in members {
            let they = matches!(who.is, Is::Reference(_)) && self.page.word(who.tokens.start) == k::THEY;
            match they {
                true => found.extend(self.last_list(who.tokens.start, is_state).into_iter().map(|index| {
                    Who { tokens: who.tokens.clone(), is: Is::Name(index), source: Source::Coreference }
                })),
                false => found.push(who.clone()),
            }
        }
        found
    }

    /// The last names that fit and that the sentence joins with commas and 'and'; none where it only names one.
    fn last_list(&self, before: u32, fits: impl Fn(&Page, &Name) -> bool) -> Vec<usize> {
        let Some(tokens) = self.back(before).next() else { return Vec::new() };
        let joins = |at: u32| {
            matches!(
                self.page.word(at),
                k::COMMA | k::AND | k::THE | k::LESS_SIGN | k::MORE_SIGN | k::OPEN | k::CLOSE
            )
        };
        let (mut list, mut end) = (Vec::new(), tokens.start);
        for (index, name) in self.values.names.within(&tokens).filter(|(_, name)| fits(self.page, name)) {
            if !(end..name.tokens.start).all(joins) {
                list.clear();
            }
            list.push(index);
            end = name.tokens.end;
        }
        if list.len() > 1 { list } else { Vec::new() }
    }

    fn resolve(&self, who: &Who, reference: &Reference, own: &Tokens) -> Vec<Who> {
        let before = own.start.min(reference.tokens.start);
        let found = match reference.to {
            Referent::States => self.several(before, reference.count, is_state),
            Referent::Sides => self.sides_of(who, before, reference.count),
            Referent::Bodies => {
                self.several(before, reference.count, |_, name| is_kind(name, PartyKind::Agency))
            }
            Referent::Companies => {
                self.several(before, reference.count, |_, name| is_kind(name, PartyKind::Company))
            }
            Referent::Organisation => self.organisation(before, &reference.tokens),
            Referent::Person => self.nearest(before, |_, name| is_kind(name, PartyKind::Person)),
            Referent::Thing => {
                self.ahead(reference).map_or_else(|| self.subject(before), |index| vec![index])
            }
            Referent::Counterpart => Vec::new(),
        };
        let here =
            |index| Who { tokens: who.tokens.clone(), is: Is::Name(index), source: Source::Coreference };
        found.into_iter().map(here).collect()
    }

    /// 'they' are those just joined with 'and', or the sides of the sentence before; 'the two sides' may be told of further up.
    fn sides_of(&self, who: &Who, before: u32, count: Option<u32>) -> Vec<usize> {
        let listed = self.they(who);
        if listed.len() > 1 {
            return listed;
        }
        let found = self.sides(before, count);
        let near = |index: &usize| {
            let sentence = self.page.sentence_at(self.values.names.all()[*index].tokens.start);
            sentence.zip(self.page.sentence_at(before)).is_some_and(|(then, now)| now <= then + 1)
        };
        let pronoun = matches!(self.page.word(who.tokens.start), k::THEY | k::THEM | k::THEIR);
        if pronoun && !found.iter().all(near) { Vec::new() } else { found }
    }

    /// 'A and B said they signed': whoever the same sentence has just joined with 'and'.
    fn they(&self, who: &Who) -> Vec<usize> {
        if !matches!(self.page.word(who.tokens.start), k::THEY | k::THEM) {
            return Vec::new();
        }
        self.last_list(who.tokens.start, |page, name| {
            // 'Alpha of Racine, Wisconsin'
            let located =
                matches!(page.word(name.tokens.start.saturating_sub(1)), k::OF | k::IN | k::AT | k::FROM);
            !located && matches!(name.kind, NameKind::Party(kind) if kind != PartyKind::Person)
        })
    }

    /// The sides of something: two or more states if there are such, else whoever was last listed together.
    fn sides(&self, before: u32, count: Option<u32>) -> Vec<usize> {
        let states = self.several(before, count.or(Some(2)), is_state);
        if !states.is_empty() {
            return states;
        }
        let sides = self.several(before, count.or(Some(2)), |_, name| {
            matches!(name.kind, NameKind::Party(kind) if kind != PartyKind::Person && kind != PartyKind::Unknown)
        });
        // A ministry and a state that happen to be named together are no sides of one thing.
        let kinds: Vec<NameKind> = sides.iter().map(|&index| self.values.names.all()[index].kind).collect();
        if kinds.windows(2).all(|pair| pair[0] == pair[1]) { sides } else { Vec::new() }
    }

    /// The nearest sentence that, alone or with the ones after it, names `count` different entities.
    fn several(&self, before: u32, count: Option<u32>, fits: impl Fn(&Page, &Name) -> bool) -> Vec<usize> {
        let wanted = count.unwrap_or(1) as usize;
        let mut found: Vec<(Entity, usize)> = Vec::new();
        for tokens in self.back(before) {
            self.add_distinct(&tokens, &fits, &mut found);
            if found.len() >= wanted {
                break;
            }
        }
        if found.len() != wanted {
            return Vec::new();
        }
        found.sort_by_key(|(_, index)| *index);
        found.into_iter().map(|(_, index)| index).collect()
    }

    /// Adds the names among some tokens that fit, each entity once.
    fn add_distinct(
        &self,
        tokens: &Tokens,
        fits: impl Fn(&Page, &Name) -> bool,
        found: &mut Vec<(Entity, usize)>,
    ) {
        for (index, name) in self.values.names.within(tokens).filter(|(_, name)| fits(self.page, name)) {
            let entity = known_entity(self.page, name);
            if !found.iter().any(|(known, _)| *known == entity) {
                found.push((entity, index));
            }
        }
    }

    /// The last name that fits.
    fn nearest(&self, before: u32, fits: impl Fn(&Page, &Name) -> bool) -> Vec<usize> {
        self.back(before)
            .find_map(|tokens| {
                let fitting = |(index, name): (usize, &Name)| fits(self.page, name).then_some(index);
                self.values.names.within(&tokens).filter_map(fitting).last()
            })
            .into_iter()
            .collect()
    }

    /// 'After it joined the bloc, Malta grew': a pronoun in a clause that opens its sentence looks ahead.
    fn ahead(&self, reference: &Reference) -> Option<usize> {
        let sentence = &self.page.sentences[self.page.sentence_at(reference.tokens.start)?].tokens;
        let opens = reference.tokens.start == sentence.start + 1
            && matches!(self.page.word(sentence.start), k::AFTER | k::BEFORE | k::SINCE | k::WHEN);
        let comma = (reference.tokens.end..sentence.end).find(|&at| self.page.word(at) == k::COMMA)?;
        let start = comma + 1 + u32::from(self.page.word(comma + 1) == k::THE);
        let (index, _) = self.values.names.at(start).filter(|(_, name)| is_state(self.page, name))?;
        opens.then_some(index)
    }

    /// What 'it' can be: the first party of the nearest sentence that names one. Where that sentence names only a person,
    /// 'it' is something that no name stands for.
    fn subject(&self, before: u32) -> Vec<usize> {
        let kind = |name: &Name| match name.kind {
            NameKind::Party(kind) => Some(kind),
            NameKind::Place | NameKind::Demonym | NameKind::Venue => None,
        };
        for tokens in self.back(before) {
            let parties =
                self.values.names.within(&tokens).filter_map(|(index, name)| Some((index, kind(name)?)));
            let parties: Vec<(usize, PartyKind)> =
                parties.filter(|(index, _)| !self.owns_next(*index)).collect();
            let thing = parties.iter().find(|(_, kind)| *kind != PartyKind::Person);
            if !parties.is_empty() {
                return thing.map(|(index, _)| *index).into_iter().collect();
            }
        }
        Vec::new()
    }

    /// Whether a name only says whose the name after it is ("Britain's GEC"), or is a label ('Lithium: Acme said it').
    fn owns_next(&self, index: usize) -> bool {
        let end = self.values.names.all()[index].tokens.end;
        let owns = self.page.word(end) == k::S && self.values.names.at(end + 1).is_some();
        owns || self.page.word(end) == k::COLON || self.qualifies(index)
    }

    /// Whether a state only says where the party after it is from: 'US oil giant Exxon', "India's state-owned NTPC".
    fn qualifies(&self, index: usize) -> bool {
        const MOST: u32 = 4;
        let state = &self.values.names.all()[index];
        if !is_state(self.page, state) {
            return false;
        }
        let noun = |at: &u32| {
            let token = self.page.token(*at);
            self.page.word(*at) == k::HYPHEN
                || token.is_some_and(|token| token.shape == Shape::Lower)
                    && (self.page.word(*at) == Word::UNKNOWN || self.page.word(*at) > k::MUST)
                    && (!self.page.str(*at).ends_with("ed") || self.page.word(*at - 1) == k::HYPHEN)
        };
        let end = state.tokens.end + u32::from(self.page.word(state.tokens.end) == k::S);
        let next = (end..end + MOST + 1).find(|at| !noun(at)).filter(|&at| at > end);
        next.and_then(|at| self.values.names.at(at))
            .is_some_and(|(_, name)| matches!(name.kind, NameKind::Party(_)))
    }

    /// The last organisation that the reference's noun can stand for: the table says so, or its own name holds the noun.
    fn organisation(&self, before: u32, tokens: &Tokens) -> Vec<usize> {
        let noun = self.page.word(tokens.end.saturating_sub(1));
        let text = self.page.lexicon.vocabulary.text(noun);
        let table = self.page.lexicon.table(Catalog::Organisations);
        let fits = |_: &Page, name: &Name| {
            let by_table = organisation(self.page, name).is_some_and(|row| {
                table
                    .column("noun")
                    .is_some_and(|column| table.spellings(row, column).any(|spelling| spelling == text))
            });
            let holds = |tokens: &Tokens| tokens.clone().any(|at| self.page.word(at) == noun);
            let long = name.learnt.and_then(|index| self.values.names.get(index)).map(|name| &name.tokens);
            // News names a country's parties by letters that it need not explain.
            let lettered = text == "party" && is_lettered(self.page, name);
            by_table || lettered || is_body(name) && (holds(&name.tokens) || long.is_some_and(holds))
        };
        self.nearest(before, fits)
    }

    /// Stretches of tokens to look into, nearest first: the sentence up to `before`, then whole sentences.
    fn back(&self, before: u32) -> impl Iterator<Item = Tokens> {
        let here = self.page.sentence_at(before).unwrap_or(0);
        let first = here.saturating_sub(REACH);
        let sentences = &self.page.sentences[first.min(self.page.sentences.len())..];
        let earlier = sentences.iter().take(here - first).rev().map(|sentence| sentence.tokens.clone());
        let start = self.page.sentences.get(here).map_or(0, |sentence| sentence.tokens.start.min(before));
        std::iter::once(start..before).chain(earlier)
    }
}

/// Whether its own words are its name.
fn is_named(who: &Who) -> bool {
    matches!(who.is, Is::Name(_)) && who.source != Source::Coreference
}

/// The entity, with a capital standing for its state.
fn known_entity(page: &Page, name: &Name) -> Entity {
    state(page, name).map_or_else(|| entity(page, name), Entity::State)
}

fn is_state(page: &Page, name: &Name) -> bool {
    matches!(entity(page, name), Entity::State(_))
}

fn is_kind(name: &Name, kind: PartyKind) -> bool {
    name.kind == NameKind::Party(kind)
}

/// Whether it can be called a bloc, a union or the like.
fn is_body(name: &Name) -> bool {
    matches!(
        name.kind,
        NameKind::Party(
            PartyKind::Organisation
                | PartyKind::Union
                | PartyKind::Bank
                | PartyKind::Unknown
                | PartyKind::Party
        )
    )
}

/// Letters of which nothing else is known: 'ODS'.
fn is_lettered(page: &Page, name: &Name) -> bool {
    let upper = page.token(name.tokens.start).is_some_and(|token| token.shape == Shape::Upper);
    upper && name.tokens.len() == 1 && is_kind(name, PartyKind::Unknown)
}
