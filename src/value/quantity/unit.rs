//! Units and currencies, with what they are per.

use rust_decimal::Decimal;

use super::QuantityUnit;
use crate::fact::UnitKind;
use crate::lexicon::Catalog;
use crate::token::keyword::{
    A, AGO, AN, BEFORE, EACH, EARLIER, EVERY, HYPHEN, IN, LATER, OF, OPEN, PER, SLASH,
};
use crate::token::{Shape, Tokens};
use crate::value::page::Cursor;

/// A row of the units or of the currencies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Row {
    pub catalog: Catalog,
    pub row: usize,
}

/// A unit read behind a number, or a currency before it.
#[derive(Clone, Debug)]
pub(super) struct UnitRead {
    pub row: Row,
    pub tokens: Tokens,
}

const CURRENCY_CODE: usize = 1;
pub(super) const MARKS: u8 = 2;
const MINOR: usize = 4;
const KIND: usize = 1;
const UNIT_CODE: usize = 2;
const SHORT: u8 = 4;
const PARTS: usize = 5;
const PER_ONLY: u8 = 6;

impl UnitRead {
    pub(super) fn unit(&self, input: Cursor) -> QuantityUnit {
        let table = input.page.lexicon.table(self.row.catalog);
        let (kind, code) = match self.row.catalog {
            Catalog::Currencies => (UnitKind::Currency, table.cell(self.row.row, CURRENCY_CODE)),
            _ => (
                UnitKind::parse(table.cell(self.row.row, KIND)).unwrap_or(UnitKind::Other),
                table.cell(self.row.row, UNIT_CODE),
            ),
        };
        let code = (!code.is_empty()).then(|| code.to_owned());
        QuantityUnit { kind, code, tokens: Some(self.tokens.clone()) }
    }
}

/// A currency's sign or code before a number.
pub(super) fn currency_before(input: Cursor) -> Option<UnitRead> {
    let (end, row, column) = input.table(Catalog::Currencies)?;
    let row = Row { catalog: Catalog::Currencies, row };
    (column == MARKS && !is_article(input, end)).then_some(UnitRead { row, tokens: input.at..end })
}

/// 'A $5 million loan' is no Australian money, and a letter alone ('P', 'R') must touch its number.
fn is_article(input: Cursor, end: u32) -> bool {
    let apart = input.to(input.at + 1).peek().is_none_or(|next| !next.is_glued());
    let letter = input.peek().is_some_and(|token| token.span.len() == 1 && token.is_word());
    letter && (apart && input.word() == A || end == input.at + 1)
}

/// What a unit has to know of the number before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Before {
    pub digits: bool,
    pub value: Decimal,
    pub scale: Decimal,
}

impl Before {
    /// A number in words that is not large.
    pub(super) const SMALL: Before = Before { digits: false, value: Decimal::ONE, scale: Decimal::ONE };
}

/// A unit or currency behind a number; large numbers of pounds are money.
pub(super) fn behind(input: Cursor, amount: Before) -> Option<UnitRead> {
    let money =
        input.table(Catalog::Currencies).filter(|&(_, _, column)| column != MARKS || may_follow(input));
    let unit = input
        .table(Catalog::Units)
        .filter(|&(end, row, column)| admits(input, end, row, column, amount.digits));
    let money_wins = match (money, unit) {
        (Some((money, ..)), Some((unit, ..))) => {
            money > unit || money == unit && (amount.scale > Decimal::ONE || pays(input.to(money), amount))
        }
        (money, _) => money.is_some(),
    };
    let (catalog, (end, row, _)) =
        if money_wins { (Catalog::Currencies, money?) } else { (Catalog::Units, unit?) };
    Some(UnitRead { row: Row { catalog, row }, tokens: input.at..end })
}

/// A sign behind a number ('48€', '48 €'), but not the next number's ('$0.64 $0.72').
fn may_follow(input: Cursor) -> bool {
    let opens = input.to(input.at + 1).peek().is_some_and(|next| next.shape == Shape::Number);
    input.peek().is_some_and(|token| token.is_glued() || token.is_word() || !opens)
}

/// Ten thousand pounds are money, unless they are pounds of something; so is what a bracket gives in money, and what
/// is paid for a thing ('13 pounds a share').
fn pays(rest: Cursor, amount: Before) -> bool {
    let converted = rest.word() == OPEN && rest.to(rest.at + 1).table(Catalog::Currencies).is_some();
    let paid = [A, AN, PER].contains(&rest.word())
        && rest.to(rest.at + 1).table(Catalog::Units).is_some_and(|(_, _, column)| column == PER_ONLY);
    converted || paid || amount.value >= Decimal::from(10_000) && rest.word() != OF
}

/// Whether a unit's surface stands for it here: short ones need digits before them, and single letters their case.
fn admits(input: Cursor, end: u32, row: usize, column: u8, digits: bool) -> bool {
    // Inches only where they touch their number: '2in', but not '300 in all'.
    let preposition = input.word() == IN && input.peek().is_some_and(|token| !token.is_glued());
    if column == PER_ONLY || column == SHORT && !digits || preposition {
        return false;
    }
    let text = input.page.slice(&(input.at..end));
    let one_letter = column == SHORT && text.len() == 1 && text.as_bytes()[0].is_ascii_alphabetic();
    let table = input.page.lexicon.table(Catalog::Units);
    !one_letter || table.spellings(row, SHORT as usize).any(|short| short == text)
}

/// 'a barrel', 'per share', '/day', 'an hour' — not 'a year earlier'.
pub(super) fn per<'a>(input: Cursor<'a>) -> Option<(Cursor<'a>, QuantityUnit)> {
    let mut rest = input;
    if rest.word() == HYPHEN && rest.peek()?.is_glued() {
        rest = rest.to(rest.at + 1);
    }
    if let Some(adverb) = adverb(rest) {
        return Some(adverb);
    }
    let link = rest.word();
    if ![A, AN, PER, SLASH, EACH, EVERY].contains(&link) {
        return None;
    }
    rest = rest.to(rest.at + 1);
    if rest.word() == HYPHEN && rest.peek()?.is_glued() {
        rest = rest.to(rest.at + 1);
    }
    let (end, unit) = denominator(rest, link == PER)?;
    let after = rest.to(end);
    let offset = [EARLIER, LATER, AGO, BEFORE].contains(&after.word()) && link != PER;
    (!offset).then_some((after, unit))
}

/// 'barrels daily', '5 million tonnes annually'
fn adverb<'a>(input: Cursor<'a>) -> Option<(Cursor<'a>, QuantityUnit)> {
    let (end, row, column) = input.table(Catalog::Units)?;
    let read = UnitRead { row: Row { catalog: Catalog::Units, row }, tokens: input.at..end };
    let unit = (column == PER_ONLY).then(|| read.unit(input))?;
    (unit.kind == UnitKind::Duration).then_some((input.to(end), unit))
}

fn denominator(input: Cursor, any_noun: bool) -> Option<(u32, QuantityUnit)> {
    if let Some((end, row, _)) = input.table(Catalog::Units) {
        let read = UnitRead { row: Row { catalog: Catalog::Units, row }, tokens: input.at..end };
        return Some((end, read.unit(input))).filter(|(_, unit)| unit.kind != UnitKind::Times);
    }
    input.peek().filter(|token| any_noun && token.shape == Shape::Lower)?;
    let tokens = input.at..input.at + 1;
    Some((tokens.end, QuantityUnit { kind: UnitKind::Other, code: None, tokens: Some(tokens) }))
}

/// How many of the second unit make one of the first ('5 feet 3 inches'), with which of the two the sum is in.
pub(super) enum Compound {
    /// The sum is in the smaller unit.
    Smaller(Decimal),
    /// The sum is in the larger: dollars and cents.
    Larger,
}

/// Whether a unit is a currency whose hundredth has a name.
pub(super) fn has_minor(input: Cursor, read: &UnitRead) -> bool {
    read.row.catalog == Catalog::Currencies
        && !input.page.lexicon.table(read.row.catalog).cell(read.row.row, MINOR).is_empty()
}

/// Whether the second unit is a part of the first.
pub(super) fn compound(input: Cursor, whole: &UnitRead, part: &UnitRead) -> Option<Compound> {
    let whole_table = input.page.lexicon.table(whole.row.catalog);
    let part_key = input.page.lexicon.table(part.row.catalog).cell(part.row.row, 0);
    if whole.row.catalog == Catalog::Currencies {
        let minor = whole_table.cell(whole.row.row, MINOR);
        return (part.row.catalog == Catalog::Currencies && !minor.is_empty() && minor == part_key)
            .then_some(Compound::Larger);
    }
    let (count, key) = whole_table.cell(whole.row.row, PARTS).split_once(' ')?;
    (key == part_key).then(|| Decimal::from_str_exact(count).ok()).flatten().map(Compound::Smaller)
}
