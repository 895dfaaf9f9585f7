//! What stands before the type: articles, counts, sums, parties, and the words of the subject.

use super::scope::Scope;
use super::words::{self, TypeWord};
use crate::fact::{PartyKind, UnitKind};
use crate::token::{Shape, Tokens, Word, keyword};
use crate::value::name::{Name, NameKind};

/// Modifiers further away than this belong to something else.
const REACH: u32 = 14;

/// What was found before the type.
#[derive(Default)]
pub(super) struct Left {
    /// Where the mention starts.
    pub(super) start: u32,
    /// The article or other determiner before it.
    pub(super) determiner: Option<Word>,
    /// What the document is about, said before its type.
    pub(super) subject: Option<Tokens>,
    /// 'Kyrgyz-Uzbek', and the owner in 'India's agreement'.
    pub(super) parties: Vec<Tokens>,
    /// A place of which it has its name: 'Helsinki accord'.
    pub(super) place: Option<u32>,
    /// Index of the date: '2010'.
    pub(super) date: Option<usize>,
    /// Index of the length of time: 'five-year'.
    pub(super) validity: Option<usize>,
    /// Index of the sum.
    pub(super) amount: Option<usize>,
    /// Index of the number.
    pub(super) count: Option<usize>,
    /// Whether nothing but the type's own words was found.
    pub(super) naked: bool,
}

/// Reads back from the type.
pub(super) fn read(scope: &Scope, kind: &TypeWord) -> Left {
    let mut left = Left { start: kind.tokens.start, ..Left::default() };
    let first = scope.floor.max(scope.start).max(kind.tokens.start.saturating_sub(REACH));
    while left.start > first && left.count.is_none() && !opens_amount(scope, left.start, kind.tokens.start) {
        let Some(start) = step(scope, &mut left).filter(|&start| start >= first) else { break };
        left.start = start;
    }
    left.start = skip_leading_marks(scope, left.start, kind.tokens.start);
    left.parties.reverse();
    left.naked = left.start == kind.tokens.start;
    left.determiner = (left.start > scope.start)
        .then(|| scope.word(left.start - 1))
        .filter(|&word| words::is_determiner(word));
    own(scope, &mut left);
    left.subject = subject(scope, left.start..kind.tokens.start);
    left
}

/// Whether words that bound a figure begin here ('up to a five-year'): nothing before them qualifies the document.
fn opens_amount(scope: &Scope, start: u32, end: u32) -> bool {
    let bounded =
        start < end && words::is_function(scope.word(start)) && words::is_function(scope.word(start + 1));
    bounded && scope.values.quantities.at(start).is_some()
}

/// A mention can't start with a mark, 'and', or the article that a date brought along.
fn skip_leading_marks(scope: &Scope, start: u32, end: u32) -> u32 {
    const INNER: [Word; 5] =
        [keyword::AND, keyword::COMMA, keyword::HYPHEN, keyword::EN_DASH, keyword::SLASH];
    (start..end).find(|&at| !INNER.contains(&scope.word(at))).unwrap_or(end)
}

/// Where the next modifier to the left starts; `None` where there is none.
fn step(scope: &Scope, left: &mut Left) -> Option<u32> {
    let last = left.start - 1;
    if let Some((index, tokens)) = scope.number_over(last) {
        return number(scope, left, index, tokens);
    }
    if let Some((index, date)) = scope.values.dates.covering(last) {
        return year(scope, left, index, date.tokens.clone());
    }
    if let Some(name) = scope.name_over(last) {
        return named(scope, left, name.tokens.clone(), name.kind);
    }
    word(scope, last)
}

/// '$30 million', 'three'; a number that measures something else ('five-year') is a plain modifier.
fn number(scope: &Scope, left: &mut Left, index: usize, tokens: Tokens) -> Option<u32> {
    let quantity = scope.values.quantities.get(index)?;
    let unit = quantity.unit.as_ref().map(|unit| unit.kind);
    match unit {
        Some(UnitKind::Currency) => left.amount = Some(index),
        Some(UnitKind::Duration) => {
            left.validity = scope.values.dates.covering(tokens.start).map(|(index, _)| index);
        }
        None | Some(UnitKind::Count) if compound_end(scope, tokens.end) == tokens.end => {
            left.count = Some(index)
        }
        _ => {}
    }
    (tokens.end >= left.start).then_some(tokens.start)
}

/// One past the word that a hyphen joins to a number: 'the 90-page text'.
fn compound_end(scope: &Scope, end: u32) -> u32 {
    match (scope.word(end - 1), scope.word(end)) {
        (keyword::HYPHEN, _) => end + 1,
        (_, keyword::HYPHEN) if scope.is_joined(end + 1) => end + 2,
        _ => end,
    }
}

/// '2010', and lengths of time; a weekday before a type belongs to the verb.
fn year(scope: &Scope, left: &mut Left, index: usize, tokens: Tokens) -> Option<u32> {
    let first = scope.page.token(tokens.start)?;
    if tokens.len() == 1 && first.shape == Shape::Number {
        left.date = Some(index);
        return Some(tokens.start);
    }
    let compound = tokens.clone().any(|at| scope.word(at) == keyword::HYPHEN);
    left.validity = left.validity.or(compound.then_some(index));
    compound.then_some(tokens.start)
}

fn named(scope: &Scope, left: &mut Left, tokens: Tokens, kind: NameKind) -> Option<u32> {
    if tokens.end != left.start {
        return None;
    }
    match kind {
        NameKind::Party(PartyKind::Person) => return None,
        NameKind::Party(PartyKind::Unknown) if is_pair(scope, &tokens) => {
            left.parties.extend([tokens.end - 1..tokens.end, tokens.start..tokens.start + 1]);
        }
        NameKind::Party(_) | NameKind::Demonym => left.parties.push(tokens.clone()),
        NameKind::Place | NameKind::Venue => left.place = Some(tokens.start),
    }
    Some(tokens.start)
}

/// Whether two acronyms stand for two sides: 'the UAW-GM accord'.
fn is_pair(scope: &Scope, tokens: &Tokens) -> bool {
    let upper = |at| scope.page.token(at).is_some_and(|token| token.shape == Shape::Upper);
    tokens.len() == 3
        && scope.word(tokens.start + 1) == keyword::HYPHEN
        && upper(tokens.start)
        && upper(tokens.end - 1)
}

/// One word of the noun phrase, or a mark or conjunction inside it.
fn word(scope: &Scope, at: u32) -> Option<u32> {
    let token = scope.page.token(at)?;
    match token.word {
        keyword::HYPHEN | keyword::EN_DASH | keyword::SLASH => {
            (scope.page.token(at + 1)?.is_glued() && token.is_glued()).then_some(at)
        }
        keyword::AND | keyword::COMMA => coordinates(scope, at).then_some(at),
        keyword::FOLLOWING => Some(at),
        _ if token.is_word() && scope.is_joined(at + 2) => Some(at),
        word if words::is_function(word) => None,
        _ if !(token.is_word() || matches!(token.shape, Shape::Number | Shape::Code)) => None,
        _ if token.is_glued() && at > 0 && scope.word(at - 1) == keyword::APOSTROPHE => None,
        _ if ends_before(scope, at) => None,
        _ => Some(at),
    }
}

/// Whether 'and' or a comma stands between two modifiers: 'trade and investment agreement'.
fn coordinates(scope: &Scope, at: u32) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1), scope.page.token(at + 1)) else { return false };
    before >= scope.floor.max(scope.start)
        && (after.is_word() || is_sum(scope, at + 1))
        && (words::is_content(scope.page, before) || is_sum(scope, before))
        && words::start(scope.page, before).is_none()
        && scope.name_over(before).is_none_or(|name| is_demonym_pair(scope, name, at))
        && (!scope.is_date(before) || is_sum(scope, at + 1))
        && !ends_before(scope, before)
        && (scope.word(at) == keyword::AND
            || words::is_plain(scope.page, before)
            || is_sum(scope, before)
            || is_sum(scope, at + 1)
            || lists(scope, at))
}

/// Whether a sum ends here: 'a $7 million, six-year deal'.
fn is_sum(scope: &Scope, at: u32) -> bool {
    let quantity = scope.values.quantities.covering(at).map(|(_, quantity)| quantity);
    quantity.and_then(|quantity| quantity.unit.as_ref()).is_some_and(|unit| unit.kind == UnitKind::Currency)
}

/// 'Canadian and Israeli pacts'.
fn is_demonym_pair(scope: &Scope, name: &Name, and: u32) -> bool {
    let after = scope.name_at(and + 1);
    name.kind == NameKind::Demonym && after.is_some_and(|after| after.kind == NameKind::Demonym)
}

/// Whether a comma is the first of 'trade, aid and customs agreements'.
fn lists(scope: &Scope, comma: u32) -> bool {
    (comma + 1..scope.end.min(comma + 4)).any(|at| scope.word(at) == keyword::AND)
        && comma >= 2
        && words::is_function(scope.word(comma - 2))
}

/// Whether the noun phrase starts after this word: it is a verb, or another document.
fn ends_before(scope: &Scope, at: u32) -> bool {
    let page = scope.page;
    let opens = at > scope.start && words::is_determiner(scope.word(at - 1));
    if words::is_verb(page, at) {
        return !(opens || (scope.is_capital(at) && scope.is_capital(at + 1) && !scope.headline));
    }
    if scope.is_joined(at + 1) || scope.is_joined(at) {
        return false;
    }
    let alone = at == scope.start || !words::is_content(page, at - 1) || scope.name_over(at - 1).is_some();
    let to = at > scope.start && matches!(scope.word(at - 1), keyword::TO | keyword::WILL | keyword::WOULD);
    (words::is_base(page, at) && alone && !opens) || to || looks_past(scope, at)
}

/// A word in -ed after a noun is a verb: 'Chad rejected trade deals'.
pub(super) fn looks_past(scope: &Scope, at: u32) -> bool {
    at > scope.start
        && scope.page.token(at).is_some_and(|token| token.shape == Shape::Lower)
        && scope.page.str(at).ends_with("ed")
        && (words::is_content(scope.page, at - 1) && !words::is_plain(scope.page, at - 1)
            || matches!(scope.word(at - 1), keyword::HAS | keyword::HAVE | keyword::HAD))
}

/// The owner: 'India's agreement with Oman'.
fn own(scope: &Scope, left: &mut Left) {
    let Some(at) = left.start.checked_sub(2) else { return };
    if left.determiner != Some(keyword::S) {
        return;
    }
    let owner = scope
        .name_over(at)
        .filter(|name| matches!(name.kind, NameKind::Party(kind) if kind != PartyKind::Person));
    if let Some(owner) = owner {
        left.parties.insert(0, owner.tokens.clone());
    }
}

/// The words that say what the document is about: all after numbers, names and plain words.
fn subject(scope: &Scope, modifiers: Tokens) -> Option<Tokens> {
    let (mut start, mut at) = (modifiers.start, modifiers.start);
    while at < modifiers.end {
        if let Some(end) = value_end(scope, at) {
            (start, at) = (end, end);
            continue;
        }
        let mark = words::is_function(scope.word(at)).then_some(at + 1);
        let plain = words::plain_end(scope.page, at).filter(|&end| !scope.is_joined(end + 1));
        at = match plain.or(mark) {
            Some(end) if start == at => {
                start = end.min(modifiers.end);
                start
            }
            _ => at + 1,
        };
    }
    (start < modifiers.end).then_some(start..modifiers.end)
}

/// The end of the name, number or date that covers a token.
fn value_end(scope: &Scope, at: u32) -> Option<u32> {
    let name = scope.name_over(at).map(|name| name.tokens.end);
    let quantity = || scope.number_over(at).map(|(_, tokens)| tokens.end);
    let date = || scope.values.dates.covering(at).map(|(_, date)| date.tokens.end);
    name.or_else(|| quantity().or_else(date).map(|end| compound_end(scope, end)))
}
