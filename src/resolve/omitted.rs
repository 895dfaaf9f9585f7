//! What a membership leaves unsaid because the words before said it: 'Samoa was admitted in 2012', '… and left
//! the bloc in 2011', 'Gabon, also a member'.

use super::draft::{Is, MembershipDraft, Who};
use super::echo;
use super::entity::{Entity, entity, organisation};
use crate::fact::{PartyKind, Source};
use crate::token::{Tokens, keyword as k};
use crate::value::name::{Name, NameKind};
use crate::value::{Page, Values};

/// How many sentences, its own included, a membership without an organisation looks back.
const NEAR: usize = 4;

/// Gives memberships without a member that of the words before in their sentence, and those without an
/// organisation the one that the text is about.
pub fn resolve(page: &Page, values: &Values, memberships: &mut [MembershipDraft]) {
    memberships.sort_by_key(|draft| (draft.tokens.end, draft.tokens.start));
    let reader = Reader { page, values };
    for at in 0..memberships.len() {
        let (before, rest) = memberships.split_at_mut(at);
        let draft = &mut rest[0];
        if draft.is_continued {
            draft.members = reader.member(draft, before);
        }
        if draft.is_echo {
            echo::resolve(page, draft, before);
        } else if draft.is_bare {
            draft.organisations = reader.organisation(draft, before);
        }
    }
}

struct Reader<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
}

impl Reader<'_> {
    /// Whoever the last membership of the sentence is of that says so itself, else whoever the sentence opens with.
    fn member(&self, draft: &MembershipDraft, before: &[MembershipDraft]) -> Vec<Who> {
        let here = self.page.sentence_at(draft.tokens.start);
        let same = |last: &&MembershipDraft| self.page.sentence_at(last.tokens.start) == here;
        match before.iter().rev().take_while(same).find(|last| !last.is_echo) {
            Some(last) if last.is_whole() => last.members.clone(),
            _ => self.subject(&draft.tokens),
        }
    }

    /// The names that open the sentence of some tokens, joined by commas and 'and'.
    fn subject(&self, own: &Tokens) -> Vec<Who> {
        let Some(sentence) = self.page.sentence_at(own.start) else { return Vec::new() };
        let mut found = Vec::new();
        let mut at = self.page.sentences[sentence].tokens.start;
        while at < own.start {
            at += u32::from(self.page.word(at) == k::THE);
            let Some((index, name)) = self.values.names.at(at).filter(|(_, name)| is_member(name)) else {
                break;
            };
            found.push(Who { tokens: name.tokens.clone(), is: Is::Name(index), source: Source::Explicit });
            at = name.tokens.end;
            if !matches!(self.page.word(at), k::COMMA | k::AND) {
                break;
            }
            at += 1;
        }
        found
    }

    /// The organisation of the nearest membership, or the one and only that the nearest sentence names.
    fn organisation(&self, draft: &MembershipDraft, before: &[MembershipDraft]) -> Vec<Who> {
        let Some(here) = self.page.sentence_at(draft.tokens.start) else { return Vec::new() };
        let owned = draft.tokens.clone().any(|at| self.page.word(at) == k::ITS);
        for sentence in (0..=here).rev().take(NEAR) {
            let tokens = self.page.sentences[sentence].tokens.clone();
            let told = before.iter().rev().find(|last| {
                tokens.contains(&last.tokens.start) && last.is_whole() && !(owned && holds(draft, last))
            });
            let tokens = tokens.start..tokens.end.min(draft.tokens.start);
            let named = self.named(&tokens);
            if let Some(told) = told.filter(|_| sentence == here || named.len() < 2) {
                return told.organisations.iter().take(1).map(referring).collect();
            }
            match named.as_slice() {
                [] => {}
                [index] if !self.wants_told(draft) => return vec![self.mentioned(*index)],
                _ => return Vec::new(),
            }
        }
        Vec::new()
    }

    /// Whether a name alone is too little: who leaves, leaves what the text has spoken of, and persons join much.
    fn wants_told(&self, draft: &MembershipDraft) -> bool {
        draft.is_parting() || draft.members.iter().any(|who| self.is_person(who))
    }

    fn is_person(&self, who: &Who) -> bool {
        let name = match who.is {
            Is::Name(index) => self.values.names.get(index),
            Is::Reference(_) | Is::Text => None,
        };
        name.is_some_and(|name| name.kind == NameKind::Party(PartyKind::Person))
    }

    /// The organisations named among some tokens, each once.
    fn named(&self, tokens: &Tokens) -> Vec<usize> {
        let mut named: Vec<(Entity, usize)> = Vec::new();
        for (index, name) in self.values.names.within(tokens) {
            let row = organisation(self.page, name);
            if row.is_none() && !is_organisation(name) {
                continue;
            }
            let entity = row.map_or_else(|| entity(self.page, name), Entity::Organisation);
            if !named.iter().any(|(known, _)| *known == entity) {
                named.push((entity, index));
            }
        }
        named.into_iter().map(|(_, index)| index).collect()
    }

    /// Whoever a name stands for, where it stands.
    fn mentioned(&self, index: usize) -> Who {
        let tokens = self.values.names.all()[index].tokens.clone();
        Who { tokens, is: Is::Name(index), source: Source::Coreference }
    }
}

/// The same organisation, meant again.
pub(super) fn referring(who: &Who) -> Who {
    Who { source: Source::Coreference, ..who.clone() }
}

/// Whether one membership is told inside another: 'Turkey, *a NATO member*, is one of its partners'.
fn holds(outer: &MembershipDraft, inner: &MembershipDraft) -> bool {
    outer.tokens.start <= inner.tokens.start && inner.tokens.end <= outer.tokens.end
}

/// Whether it can be the subject that a second verb shares.
fn is_member(name: &Name) -> bool {
    matches!(name.kind, NameKind::Party(_))
}

/// Whether its words say that it is an organisation.
fn is_organisation(name: &Name) -> bool {
    let kinds = [PartyKind::Organisation, PartyKind::Union];
    kinds.iter().any(|kind| name.kind == NameKind::Party(*kind))
}
