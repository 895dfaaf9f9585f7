//! Companies: a capitalised run with a legal form or another mark of a company.

use super::style::Style;
use super::surface::{Surface, cell, surface};
use super::word::{is_name_word, is_ordinary, join};
use super::{Name, NameKind};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::{Token, keyword};
use crate::value::Cursor;

/// How many tokens a company's name may have.
const REACH: u32 = 10;

/// 'Acme Corp', 'JSC Alpha', 'OJSC “Beta Motors”', 'Air Nova'.
pub(super) fn company(input: Cursor, style: Style) -> Option<Name> {
    let end = led(input).or_else(|| closed(input, style)).filter(|end| !is_field(input, *end))?;
    Some(Name::new(input.at..end, "name/company", NameKind::Party(PartyKind::Company)))
}

/// A company of the table.
pub(super) fn known(input: Cursor) -> Option<Name> {
    let found = surface(input, Catalog::Companies, &["forms"]).filter(|_| is_name_word(input))?;
    let code = cell(input, Catalog::Companies, found.row, "country");
    let name = Name::new(input.at..found.end, "name/company", NameKind::Party(PartyKind::Company));
    Some(Name { country: super::country_row(input.page.lexicon, code), ..name })
}

/// Whether the words only say what a ministry is for: 'Civil Aviation', or are of the language: 'Air Transport'.
fn is_field(input: Cursor, end: u32) -> bool {
    let field = surface(input, Catalog::Portfolios, &["forms"]).is_some_and(|found| found.end == end);
    let led = mark(input).is_some_and(|found| place(input, &found) == "before");
    field || led && (input.at + 1..end).all(|at| is_ordinary(input.to(at)))
}

/// Whether a company's name begins here.
pub(super) fn begins_company(input: Cursor) -> bool {
    company(input, Style::Running).is_some()
}

/// A mark that stands first, and the name after it, in quotation marks or not.
fn led(input: Cursor) -> Option<u32> {
    let found = mark(input).filter(|found| place(input, found) != "after")?;
    let after = input.to(found.end);
    let quoted = matches!(after.word(), keyword::QUOTE | keyword::OPEN_QUOTE | keyword::OPEN_GUILLEMET);
    let first = if quoted { after.to(found.end + 1) } else { after };
    let end = run(first)?;
    match first.to(end).word() {
        keyword::QUOTE | keyword::CLOSE_QUOTE | keyword::CLOSE_GUILLEMET if quoted => Some(end + 1),
        _ if quoted => None,
        _ => Some(end),
    }
}

/// A run that ends with marks: 'Alpha Motors Ltd', 'Beta & Sons, Inc.'
fn closed(input: Cursor, style: Style) -> Option<u32> {
    let mut at = input;
    let mut end = None;
    let mut plain = false;
    while at.at < input.at + REACH && (is_name_word(at) || at.at > input.at && mark(at).is_some()) {
        match mark(at).filter(|found| at.at > input.at && place(at, found) != "before") {
            Some(found) if plain && style == Style::Title && !is_legal(at, &found) => return end,
            Some(found) => {
                end = Some(found.end);
                at = at.to(found.end);
            }
            None => {
                plain |= is_ordinary(at);
                at = at.to(at.at + 1);
            }
        }
        at = join(at)
            .or_else(|| comma_mark(at))
            .or_else(|| possessed_mark(at))
            .or_else(|| and_mark(at))
            .unwrap_or(at);
    }
    end
}

/// A comma before a legal form: 'Beta, Inc'.
fn comma_mark(input: Cursor) -> Option<Cursor> {
    let next = input.to(input.at + 1);
    let legal = mark(next).is_some_and(|found| is_legal(next, &found));
    (input.word() == keyword::COMMA && legal).then_some(next)
}

/// The `'s` of a name before a legal form: "Barney's Inc".
fn possessed_mark(input: Cursor) -> Option<Cursor> {
    let next = input.to(input.at + 1);
    let legal = mark(next).is_some_and(|found| is_legal(next, &found));
    (input.word() == keyword::S && legal).then_some(next)
}

/// 'and' between two words of the language before a legal form: 'American Telephone and Telegraph Co'.
fn and_mark(input: Cursor) -> Option<Cursor> {
    let (before, next) = (input.to(input.at - 1), input.to(input.at + 1));
    let form = input.to(input.at + 2);
    let plain = is_ordinary(before) && is_ordinary(next) && is_name_word(next);
    let legal = || mark(form).is_some_and(|found| is_legal(form, &found));
    (input.word() == keyword::AND && plain && legal()).then_some(next)
}

/// Whether a mark is a legal form, not only a word that companies like.
fn is_legal(input: Cursor, found: &Surface) -> bool {
    cell(input, Catalog::CompanySuffixes, found.row, "kind") == "legal"
}

/// A mark of a company; the first half of 'Co-operation' is none.
fn mark(input: Cursor) -> Option<Surface> {
    let found = surface(input, Catalog::CompanySuffixes, &["forms"])?;
    let after = input.to(found.end);
    let halved = after.word() == keyword::HYPHEN
        && after.peek().is_some_and(Token::is_glued)
        && is_glued(after.to(found.end + 1));
    (!halved).then_some(found)
}

fn is_glued(input: Cursor) -> bool {
    input.peek().is_some_and(Token::is_glued)
}

fn place<'a>(input: Cursor<'a>, found: &Surface) -> &'a str {
    cell(input, Catalog::CompanySuffixes, found.row, "place")
}

fn run(input: Cursor) -> Option<u32> {
    let end = super::word::run_end(input, |_| true);
    (end > input.at).then_some(end)
}
