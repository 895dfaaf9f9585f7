//! Two amounts that make one range: '5 to 7 percent', 'between $3 and $5', 'from 240 to 273 states'.

use rust_decimal::Decimal;

use super::amount::{self, Amount};
use super::{bound, count};
use crate::token::Word;
use crate::token::keyword::{AND, BETWEEN, EN_DASH, FROM, HYPHEN, OF, OR, TILDE, TO};
use crate::value::page::Cursor;

/// A range: the second amount has what both share.
#[derive(Clone, Debug)]
pub(super) struct Range {
    pub first: Amount,
    pub second: Amount,
    pub low: Decimal,
    pub high: Decimal,
    /// The 'from' or 'between' that opens it.
    pub opened: Option<u32>,
}

/// The range that begins with an amount.
pub(super) fn range(input: Cursor, first: &Amount, floor: u32) -> Option<Range> {
    let rest = past_hanging_hyphen(input.to(first.tokens.end));
    let (opening, _) = bound::before(input.page, floor, input.at);
    let before = if opening > floor { input.page.word(opening - 1) } else { Word::UNKNOWN };
    let link = rest.word();
    let glued = rest.peek()?.is_glued();
    let joins = match link {
        TO => true,
        AND => before == BETWEEN,
        OR => true,
        HYPHEN | EN_DASH | TILDE => glued || first.unit.is_none(),
        _ => false,
    };
    if !joins {
        return None;
    }
    let second = amount::amount(rest.to(rest.at + 1)).filter(|second| link == TO || second.sign.is_none())?;
    let opened = before == BETWEEN && link == AND || before == FROM && link == TO;
    let fits = share_unit(first, &second, link == HYPHEN || link == EN_DASH)
        && (opened
            || before == OF && is_near(first, &second)
            || bare_link(link, first, &second)
            || link == TO && are_counts(input, first, &second))
        && !is_year(input, first, &second);
    if !fits {
        return None;
    }
    let (a, b) = (elided(first, &second)?, second.value);
    let ordered = opened || a < b || a.is_sign_negative() && b.is_sign_negative();
    let opened = opened.then(|| opening - 1);
    ordered.then(|| Range { first: first.clone(), low: a.min(b), high: a.max(b), second, opened })
}

/// Whether the two can have the same unit: the first may lack it, or have it alone before ('$10 to 15').
fn share_unit(first: &Amount, second: &Amount, dash: bool) -> bool {
    match (&first.unit, &second.unit) {
        (None, None) => !dash || second.scale > Decimal::ONE,
        (None, Some(_)) => !second.is_money() || second.number_end != second.tokens.end,
        (Some(_), None) => first.is_money() && first.number_end == first.tokens.end,
        (Some(a), Some(b)) => a.kind == b.kind && a.code == b.code && first.per.is_none(),
    }
}

/// Without 'from' or 'between', two full amounts with 'to' are mostly two levels ('rose $5 to $40').
fn bare_link(link: Word, first: &Amount, second: &Amount) -> bool {
    match link {
        TO => first.unit.is_none() && second.unit.is_some() || lacks_scale(first, second),
        OR => first.unit.is_none() && first.value + Decimal::ONE == second.value,
        _ => true,
    }
}

/// '30 million to 45 million chips', 'two to three candidates': both of one scale, and a noun behind the second alone.
fn are_counts(input: Cursor, first: &Amount, second: &Amount) -> bool {
    let scaled = first.scale == second.scale && is_near(first, second);
    let bare = first.unit.is_none() && second.unit.is_none();
    scaled && bare && first.value < second.value && count::noun_phrase(input.to(second.tokens.end)).is_some()
}

/// 'earnings of $1.06 to $1.07 a share', but no 'rise of 400 million to 87 billion'.
fn is_near(first: &Amount, second: &Amount) -> bool {
    first.value.checked_mul(Decimal::TEN).is_some_and(|bound| second.value <= bound)
}

/// 'in 1996 to 2.024 billion francs'
fn is_year(input: Cursor, first: &Amount, second: &Amount) -> bool {
    let text = input.page.slice(&first.tokens);
    second.scale > Decimal::ONE && text.len() == 4 && ("1500".."2101").contains(&text)
}

/// The first value, with the scale that only the second has: '$10 to $15 billion'.
fn elided(first: &Amount, second: &Amount) -> Option<Decimal> {
    if lacks_scale(first, second) {
        return first.value.checked_mul(second.scale).map(|value| value.normalize());
    }
    Some(first.value)
}

fn lacks_scale(first: &Amount, second: &Amount) -> bool {
    let mantissa = second.value.checked_div(second.scale);
    first.scale == Decimal::ONE
        && second.scale > Decimal::ONE
        && mantissa.is_some_and(|mantissa| first.value <= mantissa)
}

/// '8- to 16-meter'
fn past_hanging_hyphen(input: Cursor) -> Cursor {
    let next = input.to(input.at + 1);
    let hangs = input.word() == HYPHEN && next.peek().is_some_and(|token| !token.is_glued());
    if hangs && next.word() == TO { next } else { input }
}
