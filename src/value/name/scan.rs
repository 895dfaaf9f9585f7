//! From left to right over every sentence: at each token that can start a name, the longest one that does.

use super::landmark::Landmarks;
use super::learn::Learnt;
use super::style::{Style, style};
use super::word::{is_name_word, is_ordinary};
use super::{Name, NameKind, body, company, organisation, owned, person, sequence, state, venue};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::{Shape, Token, Tokens, keyword};
use crate::value::{Cursor, Page};

/// All names of the wanted sentences of a page, in order.
pub(super) fn scan<'a>(page: &'a Page<'a>, wanted: impl Fn(&Tokens) -> bool) -> Vec<Name> {
    let landmarks = Landmarks::default();
    let mut scan =
        Scan { page, names: Vec::new(), learnt: Learnt::default(), landmarks, first: 0, shared: None };
    for sentence in page.sentences.iter().filter(|sentence| wanted(&sentence.tokens)) {
        scan.sentence(page.cursor(sentence.tokens.clone()));
    }
    scan.names
}

struct Scan<'a> {
    page: &'a Page<'a>,
    names: Vec<Name>,
    learnt: Learnt<'a>,
    /// Where the nouns of the sentence stand.
    landmarks: Landmarks,
    /// The first token of the sentence.
    first: u32,
    /// A post in the plural that the next person may share.
    shared: Option<Tokens>,
}

impl<'a> Scan<'a> {
    fn sentence(&mut self, sentence: Cursor<'a>) {
        let style = style(sentence);
        let mut at = sentence;
        self.first = sentence.at;
        self.landmarks.survey(sentence);
        self.shared = None;
        while at.at < at.end {
            at = match self.name(at, style) {
                Some(name) => self.keep(name, at),
                None => at.to(past(at)),
            };
        }
    }

    /// Puts a name into the list and moves on behind it.
    fn keep(&mut self, name: Name, at: Cursor<'a>) -> Cursor<'a> {
        let person = name.kind == NameKind::Party(PartyKind::Person);
        if !person {
            self.shared = None;
        }
        self.names.push(name);
        self.learnt.study(self.page, at.end, &mut self.names);
        at.to(self.names.last().map_or(at.end, |name| name.tokens.end))
    }

    /// The name that begins here.
    fn name(&mut self, input: Cursor<'a>, style: Style) -> Option<Name> {
        let token = input.peek()?;
        match token.shape {
            Shape::Capital | Shape::Upper | Shape::Mixed | Shape::Code => {}
            Shape::Lower if may_be_post(input) => return self.official(input, style),
            Shape::Lower => return organisation::small(input),
            _ => return None,
        }
        if is_amount(input) || self.opens(input) && organisation::counted(input) {
            return None;
        }
        if let Some(name) = self.sharer(input) {
            return Some(name);
        }
        let known = self.known(input, style);
        let recalled = || self.learnt.recall(input, &self.names);
        known.or_else(recalled).or_else(|| sequence::unknown(input, style, self.opens(input)))
    }

    /// The longest of what the grammars read; of equals the first in this order.
    fn known(&mut self, input: Cursor<'a>, style: Style) -> Option<Name> {
        let at = input.at;
        let mut best = self.official(input, style);
        offer(&mut best, organisation::organisation_name(input));
        offer(&mut best, company::known(input));
        offer(&mut best, person::person(input, style));
        if self.landmarks.company(at) {
            offer(&mut best, company::company(input, style));
        }
        offer(&mut best, state::state_name(input));
        let telling = !is_ordinary(input) || (style == Style::Running && !self.opens(input));
        offer(&mut best, state::place_name(input).filter(|name| telling || name.tokens.len() > 1));
        if self.landmarks.body(at) {
            offer(&mut best, state::government(input));
            offer(&mut best, body::body(input, style));
        }
        if self.landmarks.venue(at) {
            offer(&mut best, venue::venue(input));
        }
        offer(&mut best, state::demonym_name(input));
        if best.as_ref().is_some_and(is_short) {
            offer(&mut best, owned::owned(input, style));
        }
        if best.as_ref().is_some_and(is_short) && style == Style::Running {
            offer(&mut best, sequence::unknown(input, style, self.opens(input)));
        }
        best
    }

    fn official(&mut self, input: Cursor<'a>, style: Style) -> Option<Name> {
        if !self.landmarks.post(input.at) {
            return None;
        }
        let (name, post) = person::official(input, style)?;
        self.shared = name.post.clone().filter(|_| post.plural);
        Some(name)
    }

    /// Whether a sentence, or one within quotation marks, begins here: then a capital says nothing.
    fn opens(&self, input: Cursor) -> bool {
        let before = input.at.checked_sub(1).map_or(keyword::STOP, |before| self.page.word(before));
        let marks = [keyword::QUOTE, keyword::OPEN_QUOTE, keyword::COLON, keyword::STOP, keyword::OPEN];
        self.first == input.at || marks.contains(&before)
    }

    /// A further person of the post in the plural: after 'and' or a comma right behind the last.
    fn sharer(&self, input: Cursor<'a>) -> Option<Name> {
        let post = self.shared.as_ref()?;
        let before = input.at.checked_sub(1)?;
        let joined = matches!(self.page.word(before), keyword::AND | keyword::COMMA);
        let last = self.names.last()?.tokens.end;
        if !joined || last + 2 < input.at || !is_name_word(input) {
            return None;
        }
        person::sharer(input, post)
    }
}

/// Takes the longer of two names, of equals the one before.
fn offer(best: &mut Option<Name>, name: Option<Name>) {
    let end = best.as_ref().map_or(0, |best| best.tokens.end);
    if let Some(name) = name.filter(|name| name.tokens.end > end) {
        *best = Some(name);
    }
}

/// States, places and demonyms give way to a longer run of capitals: 'Georgia Tech', 'Iraq War'.
fn is_short(name: &Name) -> bool {
    name.tokens.len() == 1
        && matches!(
            name.kind,
            NameKind::Party(PartyKind::Company)
                | NameKind::Place
                | NameKind::Demonym
                | NameKind::Party(PartyKind::State)
        )
}

/// Whether the letters belong to a number or an amount, or are a ticker: '1ST', 'US$40', '<GM>'.
fn is_amount(input: Cursor) -> bool {
    let (token, before) = (input.peek(), input.at.checked_sub(1).and_then(|before| input.page.token(before)));
    let after = input.page.token(input.at + 1);
    let ordinal =
        token.is_some_and(Token::is_glued) && before.is_some_and(|before| before.shape == Shape::Number);
    ordinal
        || is_ticker(input)
        || after.is_some_and(|after| after.word == keyword::DOLLAR && after.is_glued())
}

/// '<GM>', '<RY.TO>': letters in angle brackets; more words there are the company's name.
fn is_ticker(input: Cursor) -> bool {
    let opened = input.at > 0 && input.page.word(input.at - 1) == keyword::LESS_SIGN;
    let ends = matches!(input.to(input.at + 1).word(), keyword::MORE_SIGN | keyword::STOP);
    opened && ends
}

/// Whether a small word can begin a post.
fn may_be_post(input: Cursor) -> bool {
    let hits = input.page.hits.at(input.at);
    !hits.is_empty() && (input.table(Catalog::Posts).is_some() || input.table(Catalog::Portfolios).is_some())
}

/// Behind a token that begins no name; words that only look like names are passed as a whole.
fn past(input: Cursor) -> u32 {
    let not_name = input.table(Catalog::NotNames).map_or(input.at + 1, |(end, ..)| end);
    if is_ordinary(input) { input.at + 1 } else { not_name }
}
