//! Who a clause is about: the nearest name or reference before some words that a clause begins with and goes on after.

use super::draft::{Is, Who};
use super::entity::{is_capital, who_at};
use crate::fact::{PartyKind, Source};
use crate::lexicon::Catalog;
use crate::token::{Shape, Tokens, Word, keyword as k};
use crate::value::name::{Name, NameKind, Referent};
use crate::value::verb::is_finite;
use crate::value::{Page, Values};

/// The subject of the clause that `before` stands in: several where they are joined, none where it can't be told.
pub(super) fn subject(page: &Page, values: &Values, before: u32) -> Vec<Who> {
    let Some(sentence) = page.sentence_at(before).and_then(|at| page.sentences.get(at)) else {
        return Vec::new();
    };
    let clause = Clause { page, values, stretch: sentence.tokens.start..before };
    clause.candidates().into_iter().rev().find_map(|last| clause.run(&last)).unwrap_or_default()
}

struct Clause<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    /// From the start of the sentence on.
    stretch: Tokens,
}

impl Clause<'_> {
    /// All that is named or referred to, in the order of the text.
    fn candidates(&self) -> Vec<(Tokens, Is)> {
        let names = self
            .values
            .names
            .within(&self.stretch)
            .map(|(index, name)| (name.tokens.clone(), Is::Name(index)));
        let references = self
            .values
            .references
            .within(&self.stretch)
            .map(|(index, reference)| (reference.tokens.clone(), Is::Reference(index)));
        let mut all: Vec<(Tokens, Is)> = names.chain(references).collect();
        all.sort_by_key(|(tokens, _)| tokens.start);
        all
    }

    /// The subject that ends with a candidate; none where it is the subject of nothing, an empty one where it is a subject
    /// that signs nothing.
    fn run(&self, (tokens, is): &(Tokens, Is)) -> Option<Vec<Who>> {
        if !self.goes_on(tokens.end) {
            return None;
        }
        let Is::Name(index) = *is else {
            return self.opens(tokens.start).then(|| self.referred(tokens, is));
        };
        let joined = self.joined(index);
        let first = joined.first().map_or(tokens.start, |&first| self.name(first).tokens.start);
        match () {
            () if self.opens(first) => Some(joined.into_iter().filter_map(|index| self.who(index)).collect()),
            () if self.page.word(tokens.start.saturating_sub(1)) == k::COMMA => {
                Some(self.who(index).into_iter().collect())
            }
            () => None,
        }
    }

    fn name(&self, index: usize) -> &Name {
        &self.values.names.all()[index]
    }

    /// A name with those that commas and 'and' join to it on its left.
    fn joined(&self, last: usize) -> Vec<usize> {
        let mut joined = vec![last];
        let mut start = self.name(last).tokens.start;
        while let Some(at) = start.checked_sub(1) {
            let joint = (self.stretch.start..=at).rev().find(|&at| !JOINS.contains(&self.page.word(at)));
            let before =
                joint.filter(|joint| *joint < at).and_then(|joint| self.values.names.covering(joint));
            let Some((index, name)) = before.filter(|(_, name)| self.can_stand(name)) else { break };
            joined.insert(0, index);
            start = name.tokens.start;
        }
        joined
    }

    /// Whoever a name stands for as a subject: an official for whom the post belongs to.
    fn who(&self, index: usize) -> Option<Who> {
        let name = self.name(index);
        if name.kind == NameKind::Party(PartyKind::Person) {
            let holder = name.holder.clone().filter(|holder| !holder.is_empty())?;
            return Some(who_at(self.page, self.values, &holder, Source::Explicit));
        }
        let source = if name.kind == NameKind::Demonym { Source::Demonym } else { Source::Explicit };
        self.can_stand(name).then(|| Who { tokens: name.tokens.clone(), is: Is::Name(index), source })
    }

    fn can_stand(&self, name: &Name) -> bool {
        match name.kind {
            NameKind::Party(kind) => kind != PartyKind::Person,
            NameKind::Demonym => true,
            NameKind::Place => is_capital(self.page, name),
            NameKind::Venue => false,
        }
    }

    /// Whoever a reference stands for; persons do not by themselves.
    fn referred(&self, tokens: &Tokens, is: &Is) -> Vec<Who> {
        let Is::Reference(index) = *is else { return Vec::new() };
        let person =
            matches!(self.values.references.all()[index].to, Referent::Person | Referent::Counterpart);
        let who = || Who { tokens: tokens.clone(), is: is.clone(), source: Source::Coreference };
        (!person).then(who).into_iter().collect()
    }

    /// Whether a clause can begin here, articles and the words of an apposition skipped.
    fn opens(&self, start: u32) -> bool {
        const WORDS: u32 = 4;
        let first = self.stretch.start;
        let skips = |at: &u32| self.is_noun(*at) || ARTICLES.contains(&self.page.word(*at));
        let edge = (first.max(start.saturating_sub(WORDS))..start).rev().find(|at| !skips(at));
        match edge {
            None => start.saturating_sub(WORDS) <= first,
            Some(at) => OPENERS.contains(&self.page.word(at)),
        }
    }

    /// Whether a clause goes on after its subject: with a verb, after brackets, an aside between commas or the noun of an
    /// office if there are any.
    fn goes_on(&self, end: u32) -> bool {
        let at = self.past_brackets(end);
        if self.page.word(at) == k::COMMA {
            let close = (at + 2..self.stretch.end.min(at + ASIDE)).find(|&at| self.page.word(at) == k::COMMA);
            return close.is_some_and(|close| self.is_verb(close + 1));
        }
        self.is_verb(at) || self.is_office(at) && self.is_verb(at + 1)
    }

    fn past_brackets(&self, at: u32) -> u32 {
        let at = at + u32::from(self.page.word(at) == k::MORE_SIGN);
        let closing = match self.page.word(at) {
            k::OPEN => k::CLOSE,
            k::LESS_SIGN => k::MORE_SIGN,
            _ => return at,
        };
        (at..self.stretch.end.min(at + BRACKET))
            .find(|&at| self.page.word(at) == closing)
            .map_or(at, |close| close + 1)
    }

    /// 'officials', 'government' after a demonym.
    fn is_office(&self, at: u32) -> bool {
        let hits = &self.page.hits;
        self.is_lower(at)
            && (hits.table(at, Catalog::Posts).is_some() || hits.table(at, Catalog::ReferenceNouns).is_some())
    }

    /// An auxiliary, a verb of saying, or a small word that is no function word.
    fn is_verb(&self, at: u32) -> bool {
        let said = matches!(self.page.word(at), k::SAID | k::SAYS | k::SAY | k::TOLD | k::ALSO);
        at < self.stretch.end && (said || is_finite(self.page, at) || self.is_noun(at))
    }

    /// A small word that carries meaning.
    fn is_noun(&self, at: u32) -> bool {
        let word = self.page.word(at);
        self.is_lower(at) && (word == Word::UNKNOWN || word > k::MUST)
    }

    fn is_lower(&self, at: u32) -> bool {
        self.page.token(at).is_some_and(|token| token.shape == Shape::Lower)
    }
}

/// Longer brackets are looked past by nobody, in tokens.
const BRACKET: u32 = 12;
/// The longest aside between commas, in tokens.
const ASIDE: u32 = 25;

/// What joins names.
const JOINS: &[Word] = &[k::COMMA, k::AND, k::THE, k::LESS_SIGN, k::MORE_SIGN];
/// What may stand before a name.
const ARTICLES: &[Word] = &[k::THE, k::A, k::AN, k::LESS_SIGN];
/// After what a clause begins.
const OPENERS: &[Word] = &[
    k::COMMA,
    k::QUOTE,
    k::OPEN_QUOTE,
    k::COLON,
    k::SEMICOLON,
    k::EN_DASH,
    k::EM_DASH,
    k::DOUBLE_DASH,
    k::HYPHEN,
    k::STOP,
    k::AND,
    k::BUT,
    k::THAT,
    k::IF,
    k::WHETHER,
    k::WHEN,
    k::WHILE,
    k::AS,
    k::BECAUSE,
    k::ALTHOUGH,
    k::THOUGH,
    k::SINCE,
    k::AFTER,
    k::BEFORE,
    k::WHERE,
    k::WHICH,
    k::UNTIL,
    k::SAID,
    k::SAYS,
    k::BULLET,
];
