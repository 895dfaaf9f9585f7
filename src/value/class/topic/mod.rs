//! What a sentence speaks of: a noun with the words before it, and the subject that it makes with what is said of it.

mod verbal;

use super::{Reading, Value};
use crate::fact::PartyKind;
use crate::lexicon::{Catalog, Origin, VerbForm};
use crate::token::{Gap, Shape, Token, Tokens, Word, keyword as k};
use crate::value::date::Expr;
use crate::value::name::NameKind;
use crate::value::{Page, Values, verb};

/// The longest topic, in tokens.
const LONGEST: u32 = 30;
/// The longest noun with the words before it.
const LONGEST_NOUN: u32 = 10;

/// Words that a noun may have before it.
const DETERMINERS: &[Word] = &[k::A, k::AN, k::THE, k::ITS, k::THEIR, k::HIS, k::HER, k::OUR];
const ARTICLES: &[Word] = &[k::A, k::AN, k::THE];

/// Prepositions that say more of a noun.
const LINKS: &[Word] = &[
    k::OF,
    k::BETWEEN,
    k::AMONG,
    k::IN,
    k::FOR,
    k::WITH,
    k::FROM,
    k::TO,
    k::ON,
    k::INTO,
    k::PER,
    k::AGAINST,
    k::BY,
    k::AT,
    k::UNDER,
];

/// Marks that a clause begins after.
const OPENERS: &[Word] = &[
    k::COMMA,
    k::COLON,
    k::SEMICOLON,
    k::OPEN,
    k::QUOTE,
    k::OPEN_QUOTE,
    k::OPEN_GUILLEMET,
    k::EM_DASH,
    k::EN_DASH,
    k::DOUBLE_DASH,
    k::HYPHEN,
    k::BULLET,
    k::STOP,
];

/// Words that a clause begins after.
const CONJUNCTIONS: &[Word] = &[
    k::THAT,
    k::BUT,
    k::WHILE,
    k::WHEN,
    k::AS,
    k::BECAUSE,
    k::IF,
    k::AFTER,
    k::BEFORE,
    k::SINCE,
    k::ALTHOUGH,
    k::THOUGH,
    k::WHEREAS,
    k::SAID,
    k::SAYS,
    k::SAY,
    k::SAYING,
    k::ADDED,
];

/// The subject of a clause: 'two-way trade between Peru and Chile', 'prices of goods and services'. It begins where
/// a clause can, holds no date and no figure but a count after a determiner ('the two countries'), and is no person.
pub(super) fn topic(page: &Page, values: &Values, at: u32, end: u32) -> Option<Reading> {
    let ground = Ground { page, values, end: end.min(at + LONGEST) };
    if !ground.opens_clause(at) || ground.is_count(at) || ground.is_person(at) {
        return None;
    }
    let mut last = ground.noun(at)?;
    while let Some(next) = ground.goes_on(last) {
        last = next;
    }
    Some(ground.reading(at, last))
}

/// A noun with the words before it, and nothing that is said of it: 'an interest-free loan'.
pub(super) fn noun(page: &Page, values: &Values, at: u32, end: u32) -> Option<Reading> {
    let ground = Ground { page, values, end: end.min(at + LONGEST_NOUN) };
    let inside = at > 0 && !DETERMINERS.contains(&page.word(at)) && ground.is_inside(at);
    if inside || ground.is_count(at) {
        return None;
    }
    ground.noun(at).map(|last| ground.reading(at, last))
}

#[derive(Clone, Copy)]
struct Ground<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    end: u32,
}

impl Ground<'_> {
    fn reading(&self, at: u32, last: u32) -> Reading {
        let first = at + u32::from(ARTICLES.contains(&self.page.word(at)));
        Reading { matched: at..last, tokens: first..last, value: Value::Text }
    }

    /// Whether a clause can begin at a token: after a mark, a conjunction, a verb of saying or a date.
    fn opens_clause(&self, at: u32) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let word = self.page.word(before);
        let ends_date = |at| {
            let date = self.values.dates.covering(at);
            date.is_some_and(|(_, date)| date.tokens.end == at + 1 && !self.is_attributive(&date.tokens))
        };
        match self.page.token(before) {
            _ if self.page.sentence_at(before) != self.page.sentence_at(at) => true,
            Some(token) if token.shape == Shape::Mark => OPENERS.contains(&word) && !self.joins(before),
            _ if self.opens_phrase(at) => true,
            _ if word == k::AND => before.checked_sub(1).is_some_and(|at| self.ends_clause(at)),
            _ if word == k::S => before.checked_sub(1).is_some_and(ends_date),
            _ => CONJUNCTIONS.contains(&word) || ends_date(before) || self.is_saying(before),
        }
    }

    /// Whether 'and' after a token adds a clause: 'rose by 5 percent and …'.
    fn ends_clause(&self, at: u32) -> bool {
        matches!(self.page.word(at), k::COMMA | k::CLOSE)
            || self.values.quantities.covering(at).is_some()
            || self.values.dates.covering(at).is_some()
    }

    /// 'On currency desks the dollar bought': a determiner right behind a noun begins another phrase.
    fn opens_phrase(&self, at: u32) -> bool {
        let noun = at.checked_sub(1).is_some_and(|before| {
            self.page.token(before).is_some_and(|token| token.shape == Shape::Lower)
                && !self.is_function_word(self.page.word(before), before)
        });
        noun && DETERMINERS.contains(&self.page.word(at))
    }

    /// Whether a mark joins what stands around it: the hyphen of 'two-way'.
    fn joins(&self, mark: u32) -> bool {
        let glued = |at| self.page.token(at).is_some_and(Token::is_glued);
        self.page.word(mark) == k::HYPHEN && glued(mark) && glued(mark + 1)
    }

    /// Whether a token stands behind another of the same noun phrase.
    fn is_inside(&self, at: u32) -> bool {
        let before = at - 1;
        if self.values.quantities.covering(before).is_some_and(|(_, quantity)| quantity.tokens.end == at) {
            return false;
        }
        let joined =
            self.page.token(before).is_some_and(|token| token.shape == Shape::Mark) && self.joins(before);
        let coordinated = matches!(self.page.word(before), k::AND | k::OR);
        let same = self.page.sentence_at(before) == self.page.sentence_at(at);
        same && (joined
            || coordinated
            || DETERMINERS.contains(&self.page.word(before))
            || self.word(before, before).is_some())
            && !self.is_third_person(before)
    }

    /// 'Three climbers': what is counted is no topic of a figure, save after a determiner.
    fn is_count(&self, at: u32) -> bool {
        self.values.quantities.covering(at).is_some_and(|(_, quantity)| quantity.counted.is_some())
    }

    fn is_person(&self, at: u32) -> bool {
        let noun = at + u32::from(DETERMINERS.contains(&self.page.word(at)));
        self.values.names.at(noun).is_some_and(|(_, name)| {
            name.kind == NameKind::Party(PartyKind::Person)
                && self.page.word(name.tokens.end) != k::S
                && self.word(name.tokens.end, noun).is_none()
        })
    }

    /// One past the noun that begins at a token.
    fn noun(&self, start: u32) -> Option<u32> {
        let determined = DETERMINERS.contains(&self.page.word(start));
        let first = start + u32::from(determined);
        let mut at = self.counted(first).filter(|_| determined).unwrap_or(first);
        while let Some(next) = self.word(at, first) {
            let last = self.is_third_person(at) && !self.is_clause_behind(next);
            at = next;
            if last {
                break;
            }
        }
        while at > first && !self.closes(at - 1, first) {
            at -= 1;
        }
        (at > first).then_some(at)
    }

    /// 'the two countries'
    fn counted(&self, at: u32) -> Option<u32> {
        let (_, quantity) = self.values.quantities.at(at)?;
        (quantity.counted.is_some() && quantity.tokens.end <= self.end).then_some(quantity.tokens.end)
    }

    /// One past the word, name or joint of a noun phrase at a token.
    fn word(&self, at: u32, first: u32) -> Option<u32> {
        let token = self
            .page
            .token(at)
            .filter(|token| at < self.end && token.gap != Gap::Paragraph || at == first)?;
        if at >= self.end || self.is_date(at) {
            return None;
        }
        if let Some((_, name)) = self.values.names.covering(at) {
            let whole = name.tokens.start == at || at != first;
            return (whole && name.tokens.end <= self.end).then(|| self.past_stop(name.tokens.end));
        }
        self.is_part(token, at, first).then_some(at + 1)
    }

    /// Past the stop of an abbreviation that ends a name inside a sentence: 'Placer Dome Inc. sank'.
    fn past_stop(&self, at: u32) -> u32 {
        let stop = self.page.word(at) == k::STOP && self.page.token(at).is_some_and(Token::is_glued);
        let inside = at + 1 < self.end && self.page.sentence_at(at) == self.page.sentence_at(at + 1);
        if stop && inside { at + 1 } else { at }
    }

    fn is_part(&self, token: &Token, at: u32, first: u32) -> bool {
        match token.shape {
            Shape::Mark => at > first && self.is_joint(token, at),
            Shape::Number => self.is_year_of(at) || at > first && self.is_numbered(at),
            Shape::Address => false,
            _ if token.word == k::S => at > first && token.is_glued(),
            _ if self.is_amount(at) || self.is_function_word(token.word, at) => false,
            _ => {
                (!verb::is_finite(self.page, at) || self.is_attribute_of(at, first))
                    && !self.follows_modal(at)
                    && !self.governs(at)
                    && (!self.is_verb(at)
                        || at == first && self.is_attribute(at)
                        || self.is_deverbal(at, first))
            }
        }
    }

    /// The hyphen of 'two-way', the apostrophe of "the countries' trade", a stroke, '&'.
    fn is_joint(&self, token: &Token, at: u32) -> bool {
        match token.word {
            k::HYPHEN | k::SLASH => {
                token.is_glued() && self.page.token(at + 1).is_some_and(|next| next.is_glued())
            }
            k::APOSTROPHE => token.is_glued(),
            k::AMPERSAND => true,
            _ => false,
        }
    }

    /// 'the CSI 300'
    fn is_numbered(&self, at: u32) -> bool {
        let named = self
            .page
            .token(at - 1)
            .is_some_and(|token| matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Mixed));
        named && self.values.quantities.covering(at).is_none()
    }

    /// A figure; 'ten-year' before a noun is part of the phrase.
    fn is_amount(&self, at: u32) -> bool {
        self.values.quantities.covering(at).is_some_and(|(_, quantity)| !self.is_hyphened(&quantity.tokens))
    }

    /// A date; 'monthly' and 'two-year' before a noun are parts of the phrase.
    fn is_date(&self, at: u32) -> bool {
        self.values.dates.covering(at).is_some_and(|(_, date)| {
            let adjective = matches!(date.expr, Expr::Set(_)) && date.tokens.len() == 1;
            let inside = self.is_hyphened(&date.tokens) || self.is_modifier(&date.tokens);
            !adjective && !inside && !self.is_attributive(&date.tokens)
        })
    }

    /// 'October delivery': a word of time before its noun, inside a longer phrase.
    fn is_modifier(&self, date: &Tokens) -> bool {
        let noun = self
            .page
            .token(date.end)
            .is_some_and(|next| next.shape == Shape::Lower && !self.is_function_word(next.word, date.end));
        let inside = date.start > 0 && self.page.word(date.start - 1) == k::FOR;
        inside && date.len() == 1 && noun && !self.is_verb(date.end) && !verb::is_finite(self.page, date.end)
    }

    /// 'the 1993 agreement': a year between a determiner and a noun opens no clause.
    fn is_attributive(&self, date: &Tokens) -> bool {
        let year =
            date.len() == 1 && self.page.token(date.start).is_some_and(|token| token.shape == Shape::Number);
        year && date.start > 0 && DETERMINERS.contains(&self.page.word(date.start - 1))
    }

    fn is_year_of(&self, at: u32) -> bool {
        self.values.dates.at(at).is_some_and(|(_, date)| self.is_attributive(&date.tokens))
    }

    fn is_hyphened(&self, tokens: &Tokens) -> bool {
        tokens.clone().any(|at| self.page.word(at) == k::HYPHEN)
    }

    fn is_function_word(&self, word: Word, at: u32) -> bool {
        let keyword =
            word != Word::UNKNOWN && word.0 as usize <= k::ALL.len() && word != k::AGE && word != k::LONG;
        let stop = matches!(self.role(at), "stop" | "clock") || self.is_saying(at);
        keyword || stop && self.values.dates.covering(at).is_none()
    }

    /// A verb of saying; 'of confirmed cases' has none.
    fn is_saying(&self, at: u32) -> bool {
        let attribute = at > 0 && self.page.word(at - 1) == k::OF;
        self.role(at) == "saying" && !attribute
    }

    /// What the table of counting says of a word.
    fn role(&self, at: u32) -> &str {
        let table = self.page.lexicon.table(Catalog::Counting);
        self.page.hits.table(at, Catalog::Counting).map_or("", |(_, row, _)| table.cell(row, 1))
    }

    /// Whether a noun can end with a token: no mark, no possessive, no adverb.
    fn closes(&self, at: u32, first: u32) -> bool {
        let Some(token) = self.page.token(at) else { return false };
        let text = self.page.str(at);
        let adverb = token.shape == Shape::Lower && text.ends_with("ly") && self.role(at) != "mass";
        let mark = token.shape == Shape::Mark && self.values.names.covering(at.saturating_sub(1)).is_none();
        let open = mark || token.word == k::S || adverb;
        let leading = at == first && self.is_past(at);
        !open && !leading
    }

    /// What goes on after a noun: 'of …', 'and …', ', … and …'.
    fn goes_on(&self, at: u32) -> Option<u32> {
        let next = at + 1;
        match self.page.word(at) {
            _ if next >= self.end => None,
            k::TO if self.is_base(next) => None,
            word if LINKS.contains(&word) => self.linked(next),
            k::AND | k::OR => self.noun(next),
            k::COMMA => self.listed(next),
            _ => None,
        }
    }

    /// The noun after a preposition.
    fn linked(&self, at: u32) -> Option<u32> {
        let both = at + u32::from(self.page.word(at) == k::BOTH);
        self.noun(both)
    }

    /// 'A[, B and C]': commas alone join nothing.
    fn listed(&self, at: u32) -> Option<u32> {
        let mut last = self.noun(at)?;
        while self.page.word(last) == k::COMMA && self.page.word(last + 1) != k::AND {
            last = self.noun(last + 1)?;
        }
        let and = last + u32::from(self.page.word(last) == k::COMMA);
        (self.page.word(and) == k::AND).then(|| self.noun(and + 1)).flatten()
    }

    /// 'to cut': no preposition.
    fn is_base(&self, at: u32) -> bool {
        let hits = self.page.hits.at(at);
        hits.iter().any(|hit| matches!(hit.entry.origin, Origin::Verbs(_, VerbForm::Base)))
    }
}
