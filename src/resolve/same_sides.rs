//! Papers that name no side are between those of another paper: 'The two sides signed an annex', and whatever an article
//! tells of after its first paper, as long as no other has other sides.

use super::documents;
use super::draft::{DocumentDraft, Is, Who};
use super::entity::{self, is_one};
use super::story::{can_be_party, is_subject};
use crate::fact::{DocumentStatus, DocumentType, PartyKind, Source};
use crate::lexicon::Catalog;
use crate::token::Tokens;
use crate::value::name::{Reference, Referent};
use crate::value::{Page, Values};

/// Hands sides on from one paper to others.
pub fn resolve(page: &Page, values: &Values, drafts: &mut [DocumentDraft]) {
    let article = Article { page, values };
    for at in 0..drafts.len() {
        if article.lacks_sides(&drafts[at]) {
            drafts[at].parties = article.sides(drafts, at);
        }
    }
}

struct Article<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
}

impl Article<'_> {
    /// Whether something is told of a paper of which no side is known.
    fn lacks_sides(&self, draft: &DocumentDraft) -> bool {
        let told = draft.events.iter().any(|event| event.verb != DocumentStatus::Mentioned);
        let named =
            self.values.names.at(draft.tokens.start).is_some_and(|(_, name)| name.organisation.is_some());
        let shared = matches!(
            draft.kind,
            DocumentType::Law | DocumentType::Decree | DocumentType::Resolution | DocumentType::Convention
        );
        draft.parties.is_empty()
            && draft.signatories.is_empty()
            && draft.part_of.is_none()
            && (told || draft.definite && !draft.plural)
            && (!draft.plural || draft.count.is_some())
            && !named
            && !shared
            && documents::stays(self.page, self.values, draft)
    }

    /// The sides that a paper has like others; nobody where its sentence names somebody else.
    fn sides(&self, drafts: &[DocumentDraft], at: usize) -> Vec<Who> {
        let draft = &drafts[at];
        let Some(sentence) =
            self.page.sentence_at(draft.tokens.start).and_then(|at| self.page.sentences.get(at))
        else {
            return Vec::new();
        };
        let found = match self.several(&sentence.tokens) {
            Some(reference) => last(&drafts[..at]).filter(|sides| self.can_be(reference, sides)),
            None if self.names_actors(&sentence.tokens) => None,
            None => self.only(&drafts[..at]),
        };
        let sides = found.unwrap_or_default();
        if self.names_others(draft, sides, &sentence.tokens) {
            return Vec::new();
        }
        let here =
            |who: &Who| Who { tokens: draft.tokens.clone(), source: Source::Coreference, ..who.clone() };
        sides.iter().filter(|who| matches!(who.is, Is::Name(_))).map(here).collect()
    }

    /// How a sentence speaks of several sides without their names: 'the two sides', 'the companies'.
    fn several(&self, sentence: &Tokens) -> Option<&Reference> {
        let several =
            |to| matches!(to, Referent::Sides | Referent::Companies | Referent::Bodies | Referent::States);
        let mut references = self.values.references.within(sentence).map(|(_, reference)| reference);
        references.find(|found| several(found.to) && found.count != Some(1) && found.tokens.len() > 1)
    }

    /// Whether some sides are as many as a reference says, and of the sort that it can stand for.
    fn can_be(&self, reference: &Reference, sides: &[Who]) -> bool {
        use PartyKind::{Agency, Bank, Company, Government, Organisation, State, University, Unknown};
        let kind = |who: &Who| match who.is {
            Is::Name(index) => self.values.names.get(index).map(entity::party_kind),
            Is::Reference(_) | Is::Text => None,
        };
        let fits = |kind: PartyKind| match reference.to {
            Referent::Companies => matches!(kind, Company | Bank | Unknown),
            Referent::Bodies => matches!(kind, Agency | Bank | University | Organisation | Unknown),
            Referent::States => matches!(kind, State | Government),
            _ => true,
        };
        reference.count.is_none_or(|count| sides.len() == count as usize)
            && sides.iter().filter_map(kind).all(fits)
    }

    fn names_actors(&self, sentence: &Tokens) -> bool {
        sentence.clone().any(|at| self.page.hits.table(at, Catalog::Actors).is_some())
    }

    /// Whether somebody who is none of the sides is named beside the paper.
    fn names_others(&self, draft: &DocumentDraft, sides: &[Who], sentence: &Tokens) -> bool {
        self.values.names.within(sentence).any(|(index, name)| {
            let who = Who { tokens: name.tokens.clone(), is: Is::Name(index), source: Source::Explicit };
            can_be_party(self.page, name)
                && !is_subject(self.values, draft, name)
                && !sides.iter().any(|side| is_one(self.page, self.values, side, &who))
        })
    }

    /// The sides that all papers so far have, and the first of all.
    fn only<'d>(&self, before: &'d [DocumentDraft]) -> Option<&'d [Who]> {
        let mut all = before.iter().filter(|draft| draft.merged_into.is_none() && draft.part_of.is_none());
        let first = all.next().map(|draft| draft.parties.as_slice()).filter(|sides| sides.len() == 2)?;
        let is_side = |who: &Who| first.iter().any(|side| is_one(self.page, self.values, side, who));
        all.all(|draft| draft.parties.iter().all(is_side)).then_some(first)
    }
}

/// The sides of the last paper that has several.
fn last(drafts: &[DocumentDraft]) -> Option<&[Who]> {
    drafts.iter().rev().map(|draft| draft.parties.as_slice()).find(|sides| sides.len() > 1)
}
