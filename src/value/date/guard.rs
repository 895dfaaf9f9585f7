//! What keeps time words and numbers from being dates: names, verbs, things counted.

use super::expr::{Part, When, Year};
use super::term::pick;
use super::weekday;
use crate::lexicon::Catalog;
use crate::lexicon::time::{Month, Term};
use crate::token::{Shape, Token, Tokens, keyword};
use crate::value::page::Cursor;
use crate::value::{Page, Values};

/// Whether a number that looks like a year is one, by what stands around it.
pub(super) fn is_year(input: Cursor, rest: Cursor, year: Year) -> bool {
    let Year::Said(year) = year else { return led_by_of(input) };
    let before = input.before();
    if before.is_some_and(|t| is_numbering(input, t)) || continues(rest) {
        return false;
    }
    let led = before.is_some_and(|t| is_preposition(t.word));
    match year {
        1900..=2059 => led || !counts(rest),
        _ => led && !counts(rest) && input.text().len() == 4,
    }
}

fn led_by_of(input: Cursor) -> bool {
    input.before().is_some_and(|t| matches!(t.word, keyword::OF | keyword::IN | keyword::SINCE))
}

fn is_preposition(word: crate::token::Word) -> bool {
    use keyword::*;
    matches!(word, IN | SINCE | BY | UNTIL | TILL | DURING | AFTER | BEFORE | FROM | THROUGH)
}

/// Whether the token before makes the number a name or a sum: '$1990', 'Room 1812', 'Resolution 1973', '-1990'.
fn is_numbering(input: Cursor, token: &Token) -> bool {
    use keyword::*;
    let digits = input.peek().is_some_and(|year| !year.is_word());
    let named = digits && token.is_capital() && !token.word.is_keyword() && token.shape != Shape::Upper;
    let marked = matches!(token.word, HASH | SLASH | AT_SIGN | PLUS | EQUALS | UNDERSCORE);
    let designed = token.shape == Shape::Lower && designates(input.page, input.at - 1);
    named || marked || designed || token.shape == Shape::Mark && is_currency(input.page, input.at - 1)
}

/// Whether a word makes the number after it a name: 'extension 1914'.
fn designates(page: &Page, at: u32) -> bool {
    let table = page.lexicon.table(Catalog::Designators);
    page.hits.table(at, Catalog::Designators).is_some_and(|(_, row, _)| table.cell(row, 1) != "after")
}

fn is_currency(page: &Page, at: u32) -> bool {
    page.hits.table(at, Catalog::Currencies).is_some()
}

/// Whether the number goes on after the year: '2013/5', '1990-x', '1992m', '1,990'.
fn continues(rest: Cursor) -> bool {
    let Some(token) = rest.peek().filter(|t| t.is_glued()) else { return false };
    let bound = token.word == keyword::HYPHEN
        && rest.to(rest.at + 1).peek().is_some_and(|t| t.is_glued() && !t.is_word());
    bound
        || token.is_word() && token.word != keyword::S
        || matches!(token.word, keyword::SLASH | keyword::PERCENT | keyword::UNDERSCORE | keyword::AT_SIGN)
}

/// Whether the number counts what follows: a plural noun, 'million', 'feet'.
fn counts(rest: Cursor) -> bool {
    pick!(Term::Units(_) | Term::Scale(_) => ())(rest).is_ok()
        || is_plural(rest)
        || rest.table(Catalog::Units).is_some()
}

/// Whether a plural follows: one in -s, or one of the table.
pub(super) fn is_plural(rest: Cursor) -> bool {
    let text = rest.text();
    let regular = text.len() > 3 && text.ends_with('s') && !text.ends_with("ss");
    let table = rest.page.lexicon.table(Catalog::Counting);
    let listed = || rest.table(Catalog::Counting).is_some_and(|(_, row, _)| table.cell(row, 1) == "plural");
    rest.peek().is_some_and(|token| token.shape == Shape::Lower) && (regular || listed())
}

/// Whether what was read stands inside a name, or is one.
pub(super) fn is_name(page: &Page, values: &Values, tokens: &Tokens, when: Option<&When>) -> bool {
    in_name(values, tokens)
        || when.is_some_and(|when| given_name(page, tokens, when) || weekday::is_name(page, tokens, when))
}

/// Whether a name covers one of the tokens without lying wholly inside.
fn in_name(values: &Values, tokens: &Tokens) -> bool {
    tokens.clone().any(|at| {
        values
            .names
            .covering(at)
            .is_some_and(|(_, name)| name.tokens.start < tokens.start || name.tokens.end > tokens.end)
    })
}

/// Whether a bare month is a person's name: 'Theresa May', 'August Wilson', or the verb 'May'.
fn given_name(page: &Page, tokens: &Tokens, when: &When) -> bool {
    let When::Calendar { year: Year::Unsaid, part: Part::Month(_), which: None } = when else { return false };
    let is_given = |term| matches!(term, Term::Month(Month { given: true, .. }));
    let given = page.terms(tokens.start).any(|(_, term)| is_given(term));
    if tokens.end - tokens.start == 1 && opens_person(page, tokens.end) {
        return true;
    }
    if !given || tokens.end - tokens.start > 1 {
        return false;
    }
    let before = tokens.start.checked_sub(1).and_then(|at| page.token(at));
    let led =
        before.is_some_and(|t| is_preposition(t.word) || matches!(t.word, keyword::OF | keyword::LESS_SIGN));
    !led && (before.is_some_and(is_bare_name)
        || next_is_capital(page, tokens.end)
        || is_modal(page, tokens.start)
        || is_march(page, tokens.end))
}

/// Whether a particle of a person's name follows: 'Jan de Vries'.
fn opens_person(page: &Page, at: u32) -> bool {
    use keyword::{DE, DEN, DER, VAN, VON};
    matches!(page.word(at), DE | DEN | DER | VAN | VON) && next_is_capital(page, at + 1)
}

/// Whether the token before a month makes it the end of a name or a title: 'Theresa May', '“March of …'.
fn is_bare_name(token: &Token) -> bool {
    token.is_capital() && !token.word.is_keyword()
        || matches!(token.word, keyword::QUOTE | keyword::OPEN_QUOTE)
}

/// Whether it goes on as the noun does: 'the March for Life'.
fn is_march(page: &Page, after: u32) -> bool {
    let name = after + 1 + u32::from(page.word(after + 1) == keyword::THE);
    matches!(page.word(after), keyword::FOR | keyword::OF | keyword::ON) && next_is_capital(page, name)
}

pub(super) fn next_is_capital(page: &Page, at: u32) -> bool {
    page.token(at).is_some_and(|t| t.is_capital() && t.gap != crate::token::Gap::Paragraph)
}

/// Whether the month is the modal verb at the start of a sentence: 'May they rest'.
fn is_modal(page: &Page, at: u32) -> bool {
    use keyword::*;
    let subjects = [THEY, HE, SHE, WE, I, YOU, IT, THE, THAT, THIS, HIS, HER, THEIR, OUR, ALL_];
    page.word(at) == MAY && subjects.contains(&page.word(at + 1))
}
