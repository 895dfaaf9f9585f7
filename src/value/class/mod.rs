//! Classes: what a hole of a rule can name. A class is one function; a rule never calls back into code.

mod aside;
mod names;
mod np;
mod place;
#[cfg(test)]
mod tests;
mod topic;

use super::name::{Name, NameKind, Referent};
use super::quantity::Quantity;
use super::verb::VerbGroup;
use super::{Found, Page, Placed, Values, number};
use rust_decimal::Decimal;

use crate::fact::{Bound, DocumentType, PartyKind, UnitKind};
use crate::lexicon::Catalog;
use crate::token::keyword::{self as k, KeywordSet};
use crate::token::{Shape, Tokens};

/// A class of values.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Class {
    /// A cardinal number.
    Number,
    /// A number with its unit or what it counts.
    Quantity,
    /// A quantity of a currency.
    Money,
    /// A quantity in percent or points.
    Percent,
    /// A quantity with a unit, or a bare sum: no small number, no count, no age and no length of time.
    Measured,
    /// A quantity with a unit that hyphens tie to the noun behind it: '4-km', 'five-year'.
    Attributive,
    /// A range from one value to another: 'from 5 to 7 percent'.
    Range,
    /// A date, time, duration or set.
    Date,
    /// 'third', '11th'
    Ordinal,
    /// A noun phrase.
    Np,
    /// A noun with the words before it.
    Noun,
    /// The subject of a clause, with what is said of it.
    Topic,
    /// Any name.
    Name,
    /// A person, post included.
    Person,
    /// A person with a post.
    Official,
    /// A place: city, region, state.
    Place,
    /// A state, by its name.
    Country,
    /// An organisation.
    Organisation,
    /// Whoever can sign or join, and references.
    Party,
    /// A state, by its name or that of its people: 'Peru', 'Peruvian'.
    Nation,
    /// A mention of a document.
    Document,
    /// A bracket, or a stretch between two commas or dashes.
    Aside,
    /// To the end of the line or sentence, without its closing mark.
    Rest,
    /// A party of one kind.
    PartyOf(PartyKind),
    /// A document of one type.
    DocumentOf(DocumentType),
}

/// What a class read.
#[derive(Clone, PartialEq, Debug)]
pub struct Reading {
    /// The tokens matched, a leading article included.
    pub matched: Tokens,
    /// The tokens that are the value.
    pub tokens: Tokens,
    /// The value.
    pub value: Value,
}

/// A value, by index into [`Values`] where it is one of those.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// A date.
    Date(usize),
    /// A quantity.
    Quantity(usize),
    /// A name.
    Name(usize),
    /// A reference.
    Reference(usize),
    /// A document.
    Document(usize),
    /// A number that is no quantity by itself: ordinals.
    Number(u64),
    /// An entry of a word list: list and entry.
    Word(u16, u32),
    /// A row of a table that is used as a word list.
    Row(Catalog, u32),
    /// A verb group of a list: list and group.
    Verb(u16, VerbGroup),
    /// A fact that another rule gave: index into the matches.
    Fact(usize),
    /// Text alone.
    Text,
}

/// The one reading of a class at a token, the longest, if it ends before `end`.
pub fn read(page: &Page, values: &Values, class: Class, at: u32, end: u32) -> Option<Reading> {
    let reading = match class {
        Class::Np => np::read(page, at, end),
        Class::Noun => topic::noun(page, values, at, end),
        Class::Topic => topic::topic(page, values, at, end),
        Class::Aside => aside::aside(page, at, end),
        Class::Rest => aside::rest(page, at, end),
        Class::Document | Class::DocumentOf(_) => {
            after_openers(page, at, |at| start(page, values, class, at, end))
        }
        _ => start(page, values, class, at, end).or_else(|| {
            after_article(page, class, at).and_then(|noun| start(page, values, class, noun, end))
        }),
    }?;
    let named = matches!(class, Class::Party | Class::PartyOf(_));
    let last = if named { mark_end(page, reading.matched.end, end) } else { reading.matched.end };
    (last <= end).then_some(Reading { matched: at..last, ..reading })
}

/// One past what belongs to a company's name though it is no part of it: the stop of 'Acme Corp. signed', and what agencies
/// put around it ('Pan Am Corp <PN>', '<Airbus Industrie>').
fn mark_end(page: &Page, at: u32, end: u32) -> u32 {
    const LONGEST: u32 = 6;
    let at = at + u32::from(page.word(at) == k::STOP && at + 1 < end);
    let opens = at + u32::from(page.word(at) == k::LESS_SIGN);
    let close = (opens..opens + LONGEST).find(|&at| page.word(at) == k::MORE_SIGN);
    close.filter(|&close| close == at || opens > at).map_or(at, |close| close + 1)
}

/// The token after an article; before people and whoever can sign, also after 'his', 'its' and the like.
fn after_article(page: &Page, class: Class, at: u32) -> Option<u32> {
    let article = match page.word(at) {
        k::THE | k::A | k::AN => true,
        k::HIS | k::HER | k::ITS | k::THEIR => {
            matches!(class, Class::Person | Class::Official | Class::Party)
        }
        k::LESS_SIGN => matches!(class, Class::Party | Class::PartyOf(_)),
        _ => false,
    };
    article.then_some(at + 1)
}

/// Words that say which or how many of a thing are meant.
const DETERMINERS: KeywordSet = KeywordSet::of(&[
    k::A,
    k::AN,
    k::THE,
    k::THIS,
    k::THAT,
    k::THESE,
    k::THOSE,
    k::ITS,
    k::THEIR,
    k::HIS,
    k::HER,
    k::OUR,
    k::BOTH,
    k::EACH,
    k::EVERY,
    k::ALL_,
    k::ANY,
    k::SOME,
    k::NO,
    k::ANOTHER,
    k::OTHER,
    k::SUCH,
    k::MORE,
    k::MANY,
    k::FEW,
    k::SEVERAL,
]);

/// How many words may stand before a document that are no part of its mention: 'yet another', 'all of the'.
const OPENERS: u32 = 4;

/// What is read after the words before a document that say which or how many are meant: 'its', 'several', 'no', 'another'.
fn after_openers(page: &Page, at: u32, read: impl Fn(u32) -> Option<Reading>) -> Option<Reading> {
    const LEADS: KeywordSet = DETERMINERS.with(&[k::OF, k::QUOTE, k::OPEN_QUOTE]);
    let last = (at..at + OPENERS).find(|&at| !LEADS.contains(page.word(at))).unwrap_or(at + OPENERS);
    (at..=last).find_map(read)
}

/// The reading at a token, articles aside.
fn start(page: &Page, values: &Values, class: Class, at: u32, end: u32) -> Option<Reading> {
    match class {
        Class::Number => counting(page, values, at, end).or_else(|| quantity(values, at, is_bare)),
        Class::Quantity => quantity(values, at, |_| true),
        Class::Money => quantity(values, at, is_money),
        Class::Percent => quantity(values, at, is_percent),
        Class::Measured => quantity(values, at, is_measured),
        Class::Attributive => quantity(values, at, |quantity| is_attributive(page, quantity)),
        Class::Range => quantity(values, at, |quantity| is_from_to(page, quantity)),
        Class::Date => found(&values.dates, at, |_| true, Value::Date),
        Class::Ordinal => ordinal(page, at, end),
        Class::Document => found(&values.documents, at, |_| true, Value::Document),
        Class::DocumentOf(kind) => found(&values.documents, at, |found| found.kind == kind, Value::Document),
        Class::Name => name(values, at, |_| true),
        Class::Person => name(values, at, is_person),
        Class::Official => name(values, at, |name| is_person(name) && name.post.is_some()),
        Class::Place => place::read(page, values, at, end),
        Class::Country => name(values, at, is_state),
        Class::Nation => name(values, at, |name| is_state(name) || name.kind == NameKind::Demonym),
        Class::Organisation => name(values, at, |name| is_organisation(name) || is_acronym(page, name))
            .or_else(|| reference(values, at, |to| to == Referent::Organisation)),
        Class::Party => name(values, at, is_party).or_else(|| reference(values, at, |_| true)),
        Class::PartyOf(kind) => name(values, at, |name| name.kind == NameKind::Party(kind)),
        Class::Np | Class::Noun | Class::Topic | Class::Aside | Class::Rest => None,
    }
}

impl Class {
    /// Whether it reads words that no grammar has read before.
    pub(crate) fn is_phrase(self) -> bool {
        matches!(self, Class::Np | Class::Noun | Class::Topic | Class::Aside)
    }

    /// How many words may stand between the start of what it matches and the value that it reads.
    pub(crate) fn reach(self) -> u32 {
        if matches!(self, Class::Document | Class::DocumentOf(_)) { OPENERS } else { 1 }
    }

    /// Whether what it reads is a figure.
    pub(crate) fn is_figure(self) -> bool {
        use Class::{Attributive, Measured, Money, Percent, Quantity, Range};
        matches!(self, Quantity | Money | Percent | Measured | Attributive | Range)
    }

    /// Whether it reads nothing but what the grammars found, an article before it aside.
    pub(crate) fn is_found(self) -> bool {
        !matches!(self, Class::Np | Class::Noun | Class::Topic | Class::Aside | Class::Rest | Class::Ordinal)
    }
}

/// Families of values, as bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Families(u8);

impl Families {
    pub(crate) const NONE: Families = Families(0);
    pub(crate) const DATES: Families = Families(1);
    pub(crate) const QUANTITIES: Families = Families(2);
    /// Names and references to them.
    pub(crate) const NAMES: Families = Families(4);
    pub(crate) const DOCUMENTS: Families = Families(8);
    const COUNT: usize = 4;

    /// The family that holds everything a class can read; none for a class that reads other things too.
    pub(crate) fn of(class: Class) -> Option<Families> {
        match class {
            Class::Date => Some(Families::DATES),
            Class::Number
            | Class::Quantity
            | Class::Money
            | Class::Percent
            | Class::Measured
            | Class::Attributive
            | Class::Range => Some(Families::QUANTITIES),
            Class::Document | Class::DocumentOf(_) => Some(Families::DOCUMENTS),
            Class::Name
            | Class::Person
            | Class::Official
            | Class::Country
            | Class::Nation
            | Class::Organisation
            | Class::Party
            | Class::PartyOf(_) => Some(Families::NAMES),
            Class::Place
            | Class::Ordinal
            | Class::Np
            | Class::Noun
            | Class::Topic
            | Class::Aside
            | Class::Rest => None,
        }
    }

    pub(crate) fn or(self, other: Families) -> Families {
        Families(self.0 | other.0)
    }

    /// For each family one past the last place that has it; 0 where none does.
    pub(crate) fn last(places: &[Families]) -> [u32; Families::COUNT] {
        let mut last = [0; Families::COUNT];
        for (at, here) in (1..).zip(places).filter(|(_, here)| **here != Families::NONE) {
            (0..Families::COUNT).filter(|bit| here.0 >> bit & 1 == 1).for_each(|bit| last[bit] = at);
        }
        last
    }

    /// The latest of the places told by [`Families::last`] that any of these families has.
    pub(crate) fn latest(self, last: &[u32; Families::COUNT]) -> u32 {
        let of = |(bit, at): (usize, &u32)| if self.0 >> bit & 1 == 1 { *at } else { 0 };
        last.iter().enumerate().map(of).max().unwrap_or(0)
    }

    /// Whether any family is in both.
    #[inline]
    pub(crate) fn meets(self, other: Families) -> bool {
        self.0 & other.0 != 0
    }
}

impl Reading {
    /// A reading that matches no more than its value.
    pub fn of(tokens: Tokens, value: Value) -> Reading {
        Reading { matched: tokens.clone(), tokens, value }
    }
}

/// What a family holds at a token, if it meets a condition.
fn found<T: Placed>(
    all: &Found<T>,
    at: u32,
    meets: impl Fn(&T) -> bool,
    value: impl Fn(usize) -> Value,
) -> Option<Reading> {
    let (index, item) = all.at(at).filter(|(_, item)| meets(item))?;
    Some(Reading::of(item.tokens(), value(index)))
}

fn quantity(values: &Values, at: u32, meets: impl Fn(&Quantity) -> bool) -> Option<Reading> {
    found(&values.quantities, at, meets, Value::Quantity)
}

/// The number of what counts something: '28' in '28 members'.
fn counting(page: &Page, values: &Values, at: u32, end: u32) -> Option<Reading> {
    let (index, _) = values.quantities.at(at).filter(|(_, quantity)| quantity.counted.is_some())?;
    let (rest, _) = number::cardinal(page.cursor(at..end)).ok()?;
    Some(Reading::of(at..rest.at, Value::Quantity(index)))
}

fn name(values: &Values, at: u32, meets: impl Fn(&Name) -> bool) -> Option<Reading> {
    found(&values.names, at, meets, Value::Name)
}

fn reference(values: &Values, at: u32, meets: impl Fn(Referent) -> bool) -> Option<Reading> {
    found(&values.references, at, |reference| meets(reference.to), Value::Reference)
}

fn ordinal(page: &Page, at: u32, end: u32) -> Option<Reading> {
    let (rest, value) = number::ordinal(page.cursor(at..end)).ok()?;
    Some(Reading::of(at..rest.at, Value::Number(value)))
}

/// A number without a unit of its own.
fn is_bare(quantity: &Quantity) -> bool {
    quantity.unit.as_ref().is_none_or(|unit| unit.tokens.is_none())
}

fn is_money(quantity: &Quantity) -> bool {
    quantity.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Currency)
}

fn is_percent(quantity: &Quantity) -> bool {
    use UnitKind::{BasisPoint, Percent, PercentagePoint, Point};
    let kind = quantity.unit.as_ref().map(|unit| unit.kind);
    matches!(kind, Some(Percent | PercentagePoint | BasisPoint | Point))
}

fn is_measured(quantity: &Quantity) -> bool {
    use UnitKind::{Age, Count, Duration, Times};
    match quantity.unit.as_ref().map(|unit| unit.kind) {
        Some(kind) => !matches!(kind, Age | Count | Duration | Times),
        None => quantity.counted.is_none() && quantity.value.is_some_and(is_sum),
    }
}

/// A bare number that is no count of things at hand: '12.26 mln', '642,534', '3.44'.
fn is_sum(value: Decimal) -> bool {
    value >= Decimal::from(10_000) || !value.is_integer()
}

fn is_attributive(page: &Page, quantity: &Quantity) -> bool {
    use UnitKind::{Age, Count, Times};
    let kind = quantity.unit.as_ref().map(|unit| unit.kind);
    let measures = kind.is_some_and(|kind| !matches!(kind, Age | Count | Times));
    let article = |at: u32| {
        let number = page.token(at + 1).is_some_and(|next| next.shape == Shape::Number);
        matches!(page.word(at), k::A | k::AN) && number
    };
    // 'a 5-percent stake', 'about an 11 percent share'
    measures && quantity.tokens.clone().any(|at| page.word(at) == k::HYPHEN || article(at))
}

fn is_from_to(page: &Page, quantity: &Quantity) -> bool {
    quantity.bound == Bound::Range && page.word(quantity.tokens.start) == k::FROM
}

fn is_person(name: &Name) -> bool {
    name.kind == NameKind::Party(PartyKind::Person)
}

fn is_state(name: &Name) -> bool {
    name.kind == NameKind::Party(PartyKind::State)
}

fn is_organisation(name: &Name) -> bool {
    name.organisation.is_some()
        || matches!(name.kind, NameKind::Party(PartyKind::Organisation | PartyKind::Union | PartyKind::Party))
}

/// Letters that nothing explains: most stand for an organisation.
fn is_acronym(page: &Page, name: &Name) -> bool {
    let shape = page.token(name.tokens.start).map(|token| token.shape);
    name.kind == NameKind::Party(PartyKind::Unknown)
        && name.tokens.len() == 1
        && matches!(shape, Some(Shape::Upper | Shape::Code))
}

/// A city can stand for a state or sign as a twin town; a demonym or a building can't.
fn is_party(name: &Name) -> bool {
    matches!(name.kind, NameKind::Party(_) | NameKind::Place)
}
