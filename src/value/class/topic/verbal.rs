//! Which words of a clause are verbs, and which only look like it: 'oil prices fell', 'a cost', 'seasonally adjusted'.

use super::{DETERMINERS, Ground};
use crate::lexicon::{Catalog, Hit, Origin, VerbForm};
use crate::token::{Shape, keyword as k};
use crate::value::verb;

impl Ground<'_> {
    /// Whether a token looks like the verb of a clause.
    pub(super) fn is_verb(&self, at: u32) -> bool {
        let known = self.page.hits.at(at).iter().any(|hit| match hit.entry.origin {
            Origin::Table(Catalog::IrregularVerbs | Catalog::Speech, _) => true,
            Origin::Verbs(_, VerbForm::Third) => !self.is_before_verb(at),
            Origin::Verbs(_, form) => matches!(form, VerbForm::Past | VerbForm::Participle),
            _ => false,
        });
        known || self.is_past(at)
    }

    /// 'oil prices fell', 'prices of oil': what could be a verb in -s is a noun before a verb and before a preposition.
    pub(super) fn is_before_verb(&self, at: u32) -> bool {
        let verb = |hit: &Hit| match hit.entry.origin {
            Origin::Table(Catalog::IrregularVerbs, _) => true,
            Origin::Verbs(_, form) => matches!(form, VerbForm::Past | VerbForm::Third),
            _ => false,
        };
        [k::OF, k::IN, k::FOR, k::BETWEEN, k::WITH].contains(&self.page.word(at + 1))
            || verb::is_finite(self.page, at + 1)
            || self.page.hits.at(at + 1).iter().any(verb)
    }

    /// 'costs $5 million', 'output falling by 5 percent': a verb before a figure.
    pub(super) fn governs(&self, at: u32) -> bool {
        let linked = matches!(self.page.word(at + 1), k::BY | k::TO);
        let figure = self.values.quantities.at(at + 1 + u32::from(linked)).is_some();
        figure && (self.role(at) == "deverbal" || self.is_gerund(at))
    }

    /// 'would include charges': a verb, whatever else the word can be.
    pub(super) fn follows_modal(&self, at: u32) -> bool {
        at.checked_sub(1).is_some_and(|before| [k::WILL, k::WOULD].contains(&self.page.word(before)))
    }

    pub(super) fn is_gerund(&self, at: u32) -> bool {
        self.page.hits.at(at).iter().any(|hit| matches!(hit.entry.origin, Origin::Verbs(_, VerbForm::Gerund)))
    }

    /// 'a cost', 'the bid': a past form that is a noun too, right behind a determiner or an adjective.
    pub(super) fn is_deverbal(&self, at: u32, first: u32) -> bool {
        let determined = first > 0 && DETERMINERS.contains(&self.page.word(first - 1));
        determined && self.role(at) == "deverbal"
    }

    pub(super) fn is_past(&self, at: u32) -> bool {
        let text = self.page.str(at);
        let lower =
            self.page.token(at).is_some_and(|token| matches!(token.shape, Shape::Lower | Shape::Capital));
        lower
            && text.len() > 4
            && text.ends_with("ed")
            && !text.ends_with("eed")
            && !matches!(self.role(at), "mass" | "plural")
            && !self.is_qualified(at)
    }

    /// 'seasonally adjusted': an adverb makes a past form an adjective.
    pub(super) fn is_qualified(&self, at: u32) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            let lower = self.page.token(before).is_some_and(|token| token.shape != Shape::Mark);
            lower && self.page.str(before).ends_with("ly")
        })
    }

    /// 'Increased output': a past form before its noun.
    pub(super) fn is_attribute(&self, at: u32) -> bool {
        self.is_past(at) && self.word(at + 1, at).is_some()
    }

    /// 'of confirmed infections'
    pub(super) fn is_attribute_of(&self, at: u32, first: u32) -> bool {
        at == first && at > 0 && self.page.word(at - 1) == k::OF && self.is_attribute(at)
    }

    /// A small word in -s with more behind it may be the verb of a clause ('the bank wants savings').
    pub(super) fn is_third_person(&self, at: u32) -> bool {
        let text = self.page.str(at);
        let lower = self.page.token(at).is_some_and(|token| token.shape == Shape::Lower);
        let ends = text.len() > 3
            && text.ends_with('s')
            && !["ss", "us", "is"].iter().any(|end| text.ends_with(end));
        let joined = self
            .page
            .token(at + 1)
            .is_some_and(|next| next.is_glued() && matches!(next.word, k::HYPHEN | k::APOSTROPHE | k::SLASH));
        lower && ends && !joined && self.role(at) != "attributive"
    }

    /// 'futures volume was': one more noun, and then a verb that makes a sentence.
    pub(super) fn is_clause_behind(&self, at: u32) -> bool {
        let plain = self
            .page
            .token(at)
            .is_some_and(|token| token.shape == Shape::Lower && !self.is_function_word(token.word, at));
        plain && !self.is_verb(at) && (verb::is_finite(self.page, at + 1) || self.is_verb(at + 1))
    }
}
