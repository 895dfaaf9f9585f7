//! Parts of a whole: 'two-thirds of the members', 'half a mile', 'one in five households'.

use rust_decimal::Decimal;

use super::QuantityUnit;
use super::count;
use super::unit;
use crate::token::Tokens;
use crate::token::keyword::{A, AN, AND, EVERY, HYPHEN, IN, ITS, OF, OUT, THE, THEIR};
use crate::value::number;
use crate::value::page::Cursor;

/// A share.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub end: u32,
    pub value: Decimal,
    pub unit: Option<QuantityUnit>,
    pub counted: Option<Tokens>,
    /// Whether only words like 'about' before it make it a figure: 'about half were'.
    pub weak: bool,
}

/// The share at the cursor.
pub(super) fn share(input: Cursor) -> Option<Share> {
    fraction(input).or_else(|| slashed(input)).or_else(|| one_in(input))
}

/// '1/4 inch', '3/4 of the banks'
fn slashed(input: Cursor) -> Option<Share> {
    let (rest, value) = number::slashed(input).ok()?;
    let behind = if rest.word() == HYPHEN { rest.to(rest.at + 1) } else { rest };
    if let Some(read) = unit::behind(behind, unit::Before { digits: true, ..unit::Before::SMALL }) {
        let unit = Some(read.unit(input));
        return Some(Share { end: read.tokens.end, value, unit, counted: None, weak: false });
    }
    let counted = count::parted(rest).filter(|_| rest.word() == OF)?;
    Some(Share { end: counted.end, value, unit: None, counted: Some(counted), weak: false })
}

fn fraction(input: Cursor) -> Option<Share> {
    let (rest, value) = number::fraction(input).ok()?;
    if number::cardinal(input).is_ok_and(|(after, _)| after.at > rest.at) {
        // 'a quarter of a million'
        return None;
    }
    if input.at > 0 && number::is_ordinal_word(input.to(input.at - 1)) {
        // 'the first half of the year'
        return None;
    }
    let article = if input.word() == A { input.at } else { input.at.saturating_sub(1) };
    if article > 0 && input.page.word(article) == A && input.page.word(article - 1) == AND {
        // 'a day and a half'
        return None;
    }
    if let Some(read) = of_unit(rest) {
        return Some(Share {
            end: read.tokens.end,
            value,
            unit: Some(read.unit(input)),
            counted: None,
            weak: false,
        });
    }
    let opens = [OF, THE, ITS, THEIR].contains(&rest.word());
    let counted = if opens { count::parted(rest) } else { None };
    let end = counted.as_ref().map_or(rest.at, |counted| counted.end);
    // 'a third' and 'half' may be other things; 'one-third' and 'two thirds' are not.
    let clear = input.word() != A && rest.at > input.at + 1;
    Some(Share { end, value, unit: None, weak: !opens && !clear, counted })
}

/// 'half a mile', 'quarter of an hour', 'half-mile'
fn of_unit(input: Cursor) -> Option<unit::UnitRead> {
    let mut rest = input;
    if rest.word() == OF {
        rest = rest.to(rest.at + 1);
    }
    let article = rest.word() == A || rest.word() == AN;
    let hyphen = rest.word() == HYPHEN && rest.peek()?.is_glued();
    if !article && !hyphen {
        return None;
    }
    unit::behind(rest.to(rest.at + 1), unit::Before::SMALL).filter(|read| !(hyphen && is_year(input, read)))
}

/// 'half-year profit': the name of a period.
fn is_year(input: Cursor, read: &unit::UnitRead) -> bool {
    read.unit(input).code.as_deref() == Some("a")
}

/// 'one in five households', 'one in every 12 workers', 'three out of four voters'
fn one_in(input: Cursor) -> Option<Share> {
    let (rest, over) = number::cardinal(input).ok()?;
    let out_of = rest.word() == OUT && rest.to(rest.at + 1).word() == OF;
    let link = match rest.word() {
        IN if over.value == Decimal::ONE && !over.digits => 1,
        OUT if out_of => 2,
        _ => return None,
    };
    let mut rest = rest.to(rest.at + link);
    if rest.word() == EVERY {
        rest = rest.to(rest.at + 1);
    }
    let (rest, under) = number::cardinal(rest).ok()?;
    if over.value >= under.value || over.value <= Decimal::ZERO || under.value > Decimal::from(1_000_000) {
        return None;
    }
    let value = over.value.checked_div(under.value)?;
    let counted = count::noun_phrase(rest);
    let end = counted.as_ref().map_or(rest.at, |counted| counted.end);
    Some(Share { end, value, unit: None, counted, weak: false })
}
