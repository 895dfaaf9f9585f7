//! Two amounts that make one range: '5 to 7 percent', 'between $3 and $5', 'from 240 to 273 states'.

use rust_decimal::Decimal;

use super::amount::{self, Amount};
use crate::token::keyword::{AND, BETWEEN, EN_DASH, FROM, HYPHEN, OR, TILDE, TO};
use crate::value::page::Cursor;

/// A range: the second amount has what both share.
#[derive(Clone, Debug)]
pub(super) struct Range {
    pub first: Amount,
    pub second: Amount,
    pub low: Decimal,
    pub high: Decimal,
    /// Whether 'from' or 'between' opens it.
    pub opened: bool,
    /// 'from … to': a change, if a verb says so.
    pub moves: bool,
}

/// The range that begins with an amount.
pub(super) fn range(input: Cursor, first: &Amount, floor: u32) -> Option<Range> {
    let rest = input.to(first.tokens.end);
    let before = if input.at > floor { input.page.word(input.at - 1) } else { crate::token::Word::UNKNOWN };
    let link = rest.word();
    let glued = rest.peek()?.is_glued();
    let joins = match link {
        TO => true,
        AND => before == BETWEEN,
        OR => true,
        HYPHEN | EN_DASH | TILDE => glued,
        _ => false,
    };
    if !joins {
        return None;
    }
    let second = amount::amount(rest.to(rest.at + 1)).filter(|second| second.sign.is_none())?;
    let opened = before == BETWEEN && link == AND || before == FROM && link == TO;
    let fits = share_unit(first, &second, link == HYPHEN || link == EN_DASH)
        && (opened || bare_link(link, first, &second));
    if !fits {
        return None;
    }
    let (a, b) = (elided(first, &second)?, second.value);
    let ordered = opened || a < b;
    let moves = before == FROM;
    ordered.then(|| Range { first: first.clone(), low: a.min(b), high: a.max(b), second, opened, moves })
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
fn bare_link(link: crate::token::Word, first: &Amount, second: &Amount) -> bool {
    match link {
        TO => {
            first.unit.is_none() && second.unit.is_some()
                || first.scale == Decimal::ONE && second.scale > Decimal::ONE
        }
        OR => first.unit.is_none() && first.value + Decimal::ONE == second.value,
        _ => true,
    }
}

/// The first value, with the scale that only the second has: '$10 to $15 billion'.
fn elided(first: &Amount, second: &Amount) -> Option<Decimal> {
    let mantissa = second.value.checked_div(second.scale)?;
    if first.scale == Decimal::ONE && second.scale > Decimal::ONE && first.value <= mantissa {
        return first.value.checked_mul(second.scale).map(|value| value.normalize());
    }
    Some(first.value)
}
