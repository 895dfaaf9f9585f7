//! A currency's code with its scale in one word, as company reports write it: '30 MUSD', 'TEUR 300', 'SEKm 45'.

use rust_decimal::Decimal;

use super::unit::{Row, UnitRead};
use crate::lexicon::{Catalog, Hit, Origin};
use crate::token::{Shape, lex};
use crate::value::page::Cursor;

/// Letters before or behind the code, with the power of ten that they stand for.
const SCALES: &[(&str, u32)] = &[("M", 6), ("m", 6), ("T", 3), ("K", 3), ("k", 3), ("B", 9), ("bn", 9)];

/// The currency and the scale of the word at the cursor.
pub(super) fn read(input: Cursor) -> Option<(UnitRead, Decimal)> {
    if !may_be(input) {
        return None;
    }
    let text = input.peek()?.span.of(input.page.text);
    SCALES.iter().find_map(|&(letters, power)| {
        let code = text.strip_prefix(letters).or_else(|| text.strip_suffix(letters))?;
        let row = row(input, code)?;
        let scale = Decimal::from(10_u64.pow(power));
        Some((UnitRead { row, tokens: input.at..input.at + 1 }, scale))
    })
}

/// The cheap test: a word of the length of a code with one or two letters more.
pub(super) fn may_be(input: Cursor) -> bool {
    input.peek().is_some_and(|token| {
        matches!(token.shape, Shape::Upper | Shape::Mixed) && (4..=5).contains(&token.span.len())
    })
}

/// The row of a code of three capitals.
fn row(input: Cursor, code: &str) -> Option<Row> {
    if code.len() != 3 || !code.bytes().all(|letter| letter.is_ascii_uppercase()) {
        return None;
    }
    mark(input, code)
}

/// The row of the currencies that has a mark.
pub(super) fn mark(input: Cursor, text: &str) -> Option<Row> {
    let lexicon = input.page.lexicon;
    let tokens = lex(text, 0, &lexicon.vocabulary);
    let hits = lexicon.look_up(&tokens);
    let marks = |hit: &&Hit| {
        hit.end as usize == tokens.len()
            && hit.entry.origin == Origin::Table(Catalog::Currencies, super::unit::MARKS)
    };
    let hit = hits.at(0).iter().find(marks)?;
    Some(Row { catalog: Catalog::Currencies, row: hit.entry.row as usize })
}
