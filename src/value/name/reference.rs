//! References to what was named before: 'both countries', 'the two sides', 'it', 'the bloc', 'his Tajik counterpart'.

use super::state::demonym;
use super::surface::{Surface, cell, surface, surface_of};
use crate::lexicon::Catalog;
use crate::token::{Shape, Token, Tokens, keyword};
use crate::value::{Cursor, Found, Page, Placed, Values, verb};

/// Words that stand for something named before.
#[derive(Clone, Debug)]
pub struct Reference {
    /// Its tokens: 'both countries', 'the two sides', 'it', 'the bloc', 'its Kazakh counterpart'.
    pub tokens: Tokens,
    /// What it can stand for.
    pub to: Referent,
    /// How many: 2 for 'both', 'the two'; 1 for a singular.
    pub count: Option<u32>,
    /// A demonym inside ('its Kazakh counterpart', 'the Tajik president'): row of the table of countries.
    pub country: Option<usize>,
}

/// What a reference can stand for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Referent {
    /// 'the two sides', 'the parties', 'they', 'them': whoever was last coordinated.
    Sides,
    /// 'both countries', 'the two states', 'the country', 'the republic'.
    States,
    /// 'the ministries', 'the agency': bodies.
    Bodies,
    /// 'the company', 'the two firms'.
    Companies,
    /// 'the bloc', 'the alliance', 'the organization': row-less; the noun is the last token.
    Organisation,
    /// 'he', 'she', 'the president': a person.
    Person,
    /// 'it', 'its': whatever was last.
    Thing,
    /// 'his Tajik counterpart': the same post of another state.
    Counterpart,
}

impl Placed for Reference {
    fn tokens(&self) -> Tokens {
        self.tokens.clone()
    }
}

/// All references of a page.
pub fn read_references(page: &Page, values: &Values) -> Found<Reference> {
    let mut found = Vec::new();
    let mut names = values.names.all().iter().map(|name| name.tokens.clone()).peekable();
    for sentence in page.sentences {
        let mut at = page.cursor(sentence.tokens.clone());
        while at.at < at.end {
            while names.next_if(|name| name.end <= at.at).is_some() {}
            let name = names.peek().filter(|name| name.start <= at.at).map(|name| name.end);
            let reference = if name.is_none() { reference(at) } else { None };
            let next = name.or(reference.as_ref().map(|reference| reference.tokens.end));
            found.extend(reference.filter(|reference| !cuts_name(values, &reference.tokens)));
            at = at.to(next.unwrap_or(at.at + 1));
        }
    }
    Found::new(found)
}

/// Whether a name lies over the last word of some tokens, as in 'the | President Rumen Petrov'.
fn cuts_name(values: &Values, tokens: &Tokens) -> bool {
    values.names.covering(tokens.end - 1).is_some()
}

/// The reference that begins here.
fn reference(input: Cursor) -> Option<Reference> {
    match input.word() {
        keyword::THAT | keyword::THIS => {
            determined(input).filter(|found| found.to == Referent::Organisation && found.count == Some(1))
        }
        keyword::THE | keyword::BOTH | keyword::THESE | keyword::THOSE | keyword::ALL_ => determined(input),
        keyword::HIS | keyword::HER | keyword::ITS | keyword::THEIR => {
            counterpart(input).or_else(|| pronoun(input))
        }
        keyword::THEY | keyword::THEM | keyword::IT | keyword::HE | keyword::SHE => pronoun(input),
        _ => counted(input),
    }
    .or_else(|| alone(input))
}

/// 'both are', 'all three have': a number alone before a verb.
fn alone(input: Cursor) -> Option<Reference> {
    let next = input.to(input.at + 1);
    let (end, count) = match input.word() {
        keyword::BOTH => (next.at, 2),
        keyword::ALL_ | keyword::THE => number(next)?,
        _ => return None,
    };
    let after = input.page.word(end);
    let refers = verb::is_finite(input.page, end)
        || after == keyword::COMMA && matches!(input.page.word(end + 1), keyword::WHICH | keyword::WHO);
    refers.then_some(Reference {
        tokens: input.at..end,
        to: Referent::Sides,
        count: Some(count),
        country: None,
    })
}

fn pronoun(input: Cursor) -> Option<Reference> {
    let (to, count) = match input.word() {
        keyword::THEY | keyword::THEM | keyword::THEIR => (Referent::Sides, None),
        keyword::IT | keyword::ITS => (Referent::Thing, Some(1)),
        keyword::HE | keyword::SHE | keyword::HIS | keyword::HER => (Referent::Person, Some(1)),
        _ => return None,
    };
    Some(Reference { tokens: input.at..input.at + 1, to, count, country: None })
}

/// 'his Tajik counterpart', 'their counterparts'.
fn counterpart(input: Cursor) -> Option<Reference> {
    let next = input.to(input.at + 1);
    let owner = demonym(next);
    let noun = owner.map_or(next, |owner| next.to(owner.end));
    let found = surface_of(noun, Catalog::Posts, &["forms", "plural"], ("post", "counterpart"))?;
    let country = owner.map(|owner| owner.row);
    Some(Reference { tokens: input.at..found.end, to: Referent::Counterpart, count: None, country })
}

/// 'the two sides', 'both countries', 'the health ministries', 'the company', 'the Tajik president'.
fn determined(input: Cursor) -> Option<Reference> {
    let mut at = input.to(input.at + 1);
    let mut count = (input.word() == keyword::BOTH).then_some(2);
    if at.word() == keyword::THE || (at.word() == keyword::OF && at.to(at.at + 1).word() == keyword::THE) {
        at = at.to(at.at + if at.word() == keyword::OF { 2 } else { 1 });
    }
    if let Some((end, number)) = number(at) {
        count = Some(number);
        at = at.to(end);
    }
    let owner = demonym(at);
    let noun = owner.map_or(at, |owner| at.to(owner.end));
    let country = owner.map(|owner| owner.row);
    let several = many(noun).or_else(|| many(skipped(noun, owner.is_none())));
    if let Some((end, to)) = several {
        return Some(Reference { tokens: input.at..end, to, count, country });
    }
    let single = matches!(input.word(), keyword::THE | keyword::THAT | keyword::THIS);
    if !single || count.is_some() {
        return None;
    }
    let (end, to) = one(noun).or_else(|| described(noun))?;
    let owned = owner.is_some() && to != Referent::Person;
    (!owned).then_some(Reference { tokens: input.at..end, to, count: Some(1), country })
}

/// 'currency bloc', 'western alliance': an organisation after one small word.
fn described(input: Cursor) -> Option<(u32, Referent)> {
    // 'the parliamentary party' is no party.
    let other = |&(end, _): &(u32, Referent)| input.page.str(end - 1) != "party";
    one(skipped(input, true)).filter(|(_, to)| *to == Referent::Organisation).filter(other)
}

/// The cursor after one small word before the noun: 'neighbouring', 'health'.
fn skipped(input: Cursor, may: bool) -> Cursor {
    let adjective = input
        .peek()
        .is_some_and(|token| token.shape == Shape::Lower && !super::word::is_function(token.word));
    if may && adjective { input.to(input.at + 1) } else { input }
}

/// 'two states' without an article.
fn counted(input: Cursor) -> Option<Reference> {
    if input.page.hits.at(input.at).is_empty() {
        return None;
    }
    let (end, count) = number(input)?;
    let (end, to) = many(input.to(end))?;
    let refers = matches!(to, Referent::Sides | Referent::States) && count == 2;
    refers.then_some(Reference { tokens: input.at..end, to, count: Some(count), country: None })
}

/// A small number: where it ends, and its value.
fn number(input: Cursor) -> Option<(u32, u32)> {
    let found = surface(input, Catalog::Numbers, &["forms"])?;
    let value = cell(input, Catalog::Numbers, found.row, "value").parse().ok()?;
    (2..100).contains(&value).then_some((found.end, value))
}

fn many(input: Cursor) -> Option<(u32, Referent)> {
    noun(input, "plural")
}

/// A noun in the singular that nothing after it makes a name or another thing.
fn one(input: Cursor) -> Option<(u32, Referent)> {
    let (end, to) = noun(input, "singular")?;
    let after = input.to(end);
    let free = !matches!(after.word(), keyword::OF | keyword::HYPHEN)
        && !after.peek().is_some_and(Token::is_capital);
    free.then_some((end, to))
}

fn noun(input: Cursor, column: &str) -> Option<(u32, Referent)> {
    let Surface { end, row } = surface(input, Catalog::ReferenceNouns, &[column])?;
    let to = match cell(input, Catalog::ReferenceNouns, row, "referent") {
        "sides" => Referent::Sides,
        "states" => Referent::States,
        "bodies" => Referent::Bodies,
        "companies" => Referent::Companies,
        "organisation" => Referent::Organisation,
        "person" => Referent::Person,
        _ => return None,
    };
    Some((end, to))
}
