//! The table of number words, typed.

use rust_decimal::Decimal;

use crate::lexicon::Catalog;
use crate::value::page::Cursor;

/// What part a word plays in a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// 'one' to 'nine'
    Digit,
    /// 'ten' to 'nineteen', and 'zero': nothing joins them.
    Teen,
    /// 'twenty', 'thirty' …
    Ten,
    /// 'hundred'
    Hundred,
    /// 'thousand', 'million', 'crore' …
    Scale,
    /// 'dozen'
    Dozen,
    /// 'bn', 'mln': after digits only.
    Short,
    /// 'm', 'b': after digits, and only where a currency makes them clear.
    Letter,
    /// 'half'
    Half,
    /// 'quarter'
    Part,
    /// 'third'
    Ordinal,
    /// '½'
    Vulgar,
    /// 'sixfold'
    Fold,
    /// 'twice'
    Twice,
}

/// A number word at the cursor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub kind: Kind,
    pub value: Decimal,
    /// 'hundreds', 'thirds'
    pub plural: bool,
    /// One past its token.
    pub end: u32,
}

const KIND: usize = 1;
const VALUE: usize = 2;
const PLURALS: u8 = 4;

/// The number word that begins at the cursor.
pub(super) fn at(input: Cursor) -> Option<Entry> {
    let (end, row, column) = input.table(Catalog::Numbers)?;
    let table = input.page.lexicon.table(Catalog::Numbers);
    let kind = parse(table.cell(row, KIND))?;
    let value = Decimal::from_str_exact(table.cell(row, VALUE)).ok()?;
    Some(Entry { kind, value, plural: column == PLURALS, end })
}

fn parse(kind: &str) -> Option<Kind> {
    Some(match kind {
        "digit" => Kind::Digit,
        "teen" => Kind::Teen,
        "ten" => Kind::Ten,
        "hundred" => Kind::Hundred,
        "scale" => Kind::Scale,
        "dozen" => Kind::Dozen,
        "short" => Kind::Short,
        "letter" => Kind::Letter,
        "half" => Kind::Half,
        "part" => Kind::Part,
        "ordinal" => Kind::Ordinal,
        "vulgar" => Kind::Vulgar,
        "fold" => Kind::Fold,
        "twice" => Kind::Twice,
        _ => return None,
    })
}
