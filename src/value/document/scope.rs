//! Where a mention of a document may reach, and what is known there.

use super::words::{self, Start, TypeWord};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::{Shape, Tokens, Word, keyword};
use crate::value::name::{Name, NameKind};
use crate::value::{Page, Values};

/// A sentence, from the end of the mention before.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) values: &'a Values,
    /// Before it nothing may be taken.
    pub(super) floor: u32,
    /// Where the sentence starts.
    pub(super) start: u32,
    /// Where the sentence ends.
    pub(super) end: u32,
    /// Whether it is a title line, whose capitals say nothing.
    pub(super) headline: bool,
    /// Documents that are known by their names, in order.
    pub(super) known: &'a [TypeWord],
    /// How many mentions enclose this one.
    pub(super) depth: u8,
}

impl<'a> Scope<'a> {
    /// The word at a token; unknown outside of the sentence.
    pub(super) fn word(&self, at: u32) -> Word {
        if at < self.start || at >= self.end { Word::UNKNOWN } else { self.page.word(at) }
    }

    /// The type word, or the known document, that begins at a token.
    pub(super) fn begins(&self, at: u32) -> Option<Start> {
        match self.known.binary_search_by_key(&at, |known| known.tokens.start) {
            Ok(index) => Some(Start::Type(self.known[index].clone())),
            Err(_) => words::start(self.page, at),
        }
    }

    /// Whether a token is a word with a capital.
    pub(super) fn is_capital(&self, at: u32) -> bool {
        at < self.end
            && self.page.token(at).is_some_and(|token| token.is_capital() || token.shape == Shape::Code)
    }

    /// Whether a capital at this token says nothing because every sentence has one there.
    pub(super) fn is_first(&self, at: u32) -> bool {
        at == self.start
    }

    /// Whether a hyphen glues this token to the one before.
    pub(super) fn is_joined(&self, at: u32) -> bool {
        at > self.start
            && self.word(at - 1) == keyword::HYPHEN
            && self.page.token(at).is_some_and(|token| token.is_glued())
    }

    /// The name that starts at a token and lies in the sentence, persons and venues included.
    pub(super) fn name_at(&self, at: u32) -> Option<&'a Name> {
        let (_, name) = self.values.names.at(at)?;
        (name.tokens.end <= self.end).then_some(name)
    }

    /// The name that covers a token.
    pub(super) fn name_over(&self, at: u32) -> Option<&'a Name> {
        self.values.names.covering(at).map(|(_, name)| name)
    }

    /// The name of somebody who can be a party, at a token.
    pub(super) fn party_at(&self, at: u32) -> Option<&'a Name> {
        self.name_at(at).filter(|name| matches!(name.kind, NameKind::Party(_)))
    }

    /// The name of somebody whose kind is known and who can be a party, at a token.
    pub(super) fn somebody_at(&self, at: u32) -> Option<&'a Name> {
        self.party_at(at).filter(|name| name.kind != NameKind::Party(PartyKind::Unknown))
    }

    /// The number at a token, with its unit but without what it counts; its index and tokens.
    pub(super) fn number_over(&self, at: u32) -> Option<(usize, Tokens)> {
        let (index, quantity) = self.values.quantities.covering(at)?;
        let end = quantity.counted.as_ref().map_or(quantity.tokens.end, |counted| counted.start);
        (at < end).then_some((index, quantity.tokens.start..end))
    }

    /// Whether the name of a state's capital begins at a token: it can stand for the state.
    pub(super) fn is_capital_city(&self, at: u32) -> bool {
        let table = self.page.lexicon.table(Catalog::Countries);
        let found = self.page.hits.table(at, Catalog::Countries);
        found.is_some_and(|(_, _, column)| table.column("capital") == Some(usize::from(column)))
    }

    /// Whether a date covers a token.
    pub(super) fn is_date(&self, at: u32) -> bool {
        at < self.end && self.values.dates.covering(at).is_some()
    }

    /// One past the years that start at a token: '2025', '2025-2026', '2025 and 2026'.
    pub(super) fn years(&self, at: u32) -> Option<u32> {
        let end = self.year(at)?;
        let joined = matches!(
            self.word(end),
            keyword::HYPHEN | keyword::EN_DASH | keyword::SLASH | keyword::AND | keyword::TO
        );
        Some(if joined { self.year(end + 1).unwrap_or(end) } else { end })
    }

    fn year(&self, at: u32) -> Option<u32> {
        let (_, date) = self.values.dates.at(at)?;
        let digits =
            |at| self.page.token(at).is_some_and(|token| matches!(token.shape, Shape::Number | Shape::Mark));
        (date.tokens.end <= self.end && date.tokens.clone().all(digits)).then_some(date.tokens.end)
    }

    /// Whether the words 'in X' at a token say where or when: at the preposition.
    pub(super) fn is_setting(&self, at: u32) -> bool {
        let next = self.skip_article(at + 1);
        self.is_date(next) || self.name_at(next).is_some()
    }

    /// One further where an article stands.
    pub(super) fn skip_article(&self, at: u32) -> u32 {
        at + u32::from(matches!(self.word(at), keyword::THE | keyword::A | keyword::AN))
    }

    /// Without the function words and marks at its end.
    pub(super) fn trim(&self, tokens: Tokens) -> Tokens {
        let mut end = tokens.end;
        while end > tokens.start && words::is_function(self.word(end - 1)) && self.word(end - 1) != keyword::S
        {
            end -= 1;
        }
        tokens.start..end
    }

    /// The closing quotation mark of the one at `open`, at most `limit` tokens on.
    pub(super) fn closing_quote(&self, open: u32, limit: u32) -> Option<u32> {
        let closing = match self.word(open) {
            keyword::QUOTE => keyword::QUOTE,
            keyword::OPEN_QUOTE => keyword::CLOSE_QUOTE,
            keyword::OPEN_GUILLEMET => keyword::CLOSE_GUILLEMET,
            _ => return None,
        };
        (open + 1..self.end.min(open + limit)).find(|&at| self.word(at) == closing)
    }
}

/// Whether what reads like an organisation is but what a treaty is about: 'Treaty of Friendship and Alliance'.
pub(super) fn is_theme(name: &Name) -> bool {
    let known = name.country.is_some() || name.organisation.is_some();
    name.kind == NameKind::Party(PartyKind::Organisation) && !known
}
