//! Numbers in words, and digits with a word that multiplies them.
//!
//! ```text
//! cardinal = term { ["and"] term }             each term smaller than what multiplied the one before
//! term     = (group | digits) [half] {scale}
//! group    = [small "hundred" ["and"]] small
//! small    = ten ["-" digit] | teen | digit
//! ```

use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use rust_decimal::Decimal;

use super::entry::{self, Entry, Kind};
use super::{Number, digits, fraction};
use crate::token::Word;
use crate::token::keyword::{A, AN, AND, ANOTHER, AS, HER, HIS, HYPHEN, ITS, OF, THAT, THE, THEIR};
use crate::value::grammar::{Read, fail, glued, one_of, word};
use crate::value::page::Cursor;

/// Whether single letters multiply ('5m').
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Letters {
    /// They are units or nothing.
    No,
    /// They do, where they are glued to the digits.
    Yes,
}

/// A value on its way to being a number.
#[derive(Clone, Copy)]
struct Term {
    value: Decimal,
    /// The last multiplier.
    scale: Decimal,
    digits: bool,
}

impl Term {
    fn plain(value: Decimal, digits: bool) -> Term {
        Term { value, scale: Decimal::ONE, digits }
    }
}

pub(super) fn cardinal<'a>(input: Cursor<'a>, letters: Letters) -> Read<'a, Number> {
    let (mut rest, mut sum) = first_term(input, letters)?;
    while let Some((after, term)) = next_term(rest, sum) {
        let Some(value) = sum.value.checked_add(term.value) else { break };
        sum = Term { value, scale: term.scale, ..sum };
        rest = after;
    }
    let (rest, sum) = trailing_half(rest, sum);
    let number = Number { tokens: input.at..rest.at, value: sum.value, scale: sum.scale, digits: sum.digits };
    Ok((rest, number))
}

/// Adds a term only where it falls below what multiplied the one before: 'two thousand five hundred'.
fn next_term<'a>(input: Cursor<'a>, sum: Term) -> Option<(Cursor<'a>, Term)> {
    if sum.scale < Decimal::ONE_HUNDRED || sum.scale == Decimal::from(12) {
        return None;
    }
    let (rest, and) = opt(word(AND)).parse(input).ok()?;
    let (rest, term) = alt((digits_term, words_term)).parse(rest).ok()?;
    let bare_digits = term.digits && (term.scale == Decimal::ONE || and.is_some());
    (term.value < sum.scale && term.scale < sum.scale && !bare_digits).then_some((rest, term))
}

fn first_term<'a>(input: Cursor<'a>, letters: Letters) -> Read<'a, Term> {
    match input.peek() {
        Some(token) if token.word == A || token.word == AN => article(input),
        Some(_) => alt((move |i| digits_with(i, letters), part_of_scale, words_term, vulgar)).parse(input),
        None => fail(),
    }
}

/// 'a hundred and five', 'a dozen', 'a half-million'
fn article<'a>(input: Cursor<'a>) -> Read<'a, Term> {
    let rest = input.to(input.at + 1);
    match entry::at(rest) {
        Some(Entry { kind: Kind::Half | Kind::Part | Kind::Ordinal, .. }) => part_of_scale(input),
        Some(Entry { kind: Kind::Hundred, value, plural: false, end }) => {
            let (rest, small) = opt(after_hundred).parse(rest.to(end))?;
            scaled(rest, hundreds(value, small), Letters::No)
        }
        Some(Entry { kind: Kind::Scale | Kind::Dozen, plural: false, .. }) => {
            scaled(rest, Term::plain(Decimal::ONE, false), Letters::No)
        }
        _ => fail(),
    }
}

fn digits_term<'a>(input: Cursor<'a>) -> Read<'a, Term> {
    digits_with(input, Letters::No)
}

fn digits_with<'a>(input: Cursor<'a>, letters: Letters) -> Read<'a, Term> {
    let (rest, number) = digits::number(input)?;
    let (rest, part) = opt(alt((fraction::written, fraction::and_part))).parse(rest)?;
    let value = number.value.checked_add(part.unwrap_or_default()).unwrap_or(number.value);
    let term = Term::plain(value, true);
    match entry::at(rest) {
        Some(Entry { kind: Kind::Hundred, value, plural: false, end }) => times(rest.to(end), term, value),
        _ => scaled(rest, term, letters),
    }
}

fn words_term<'a>(input: Cursor<'a>) -> Read<'a, Term> {
    let (rest, term) = group(input)?;
    let (rest, part) = opt(alt((fraction::written, fraction::and_part))).parse(rest)?;
    scaled(rest, Term { value: term.value + part.unwrap_or_default(), ..term }, Letters::No)
}

/// '½ mile': a fraction sign alone.
fn vulgar<'a>(input: Cursor<'a>) -> Read<'a, Term> {
    let (rest, value) = fraction::sign(input)?;
    scaled(rest, Term::plain(value, true), Letters::No)
}

/// 'half a million', 'half-million', 'a quarter of a million', 'half a dozen'
fn part_of_scale<'a>(input: Cursor<'a>) -> Read<'a, Term> {
    let (rest, part) = fraction::fraction(input)?;
    let (rest, _) = opt(word(OF)).parse(rest)?;
    let (rest, _) = opt(one_of(&[A, AN])).parse(rest)?;
    let (rest, term) = scaled(rest, Term::plain(part, false), Letters::No)?;
    if term.scale == Decimal::ONE { fail() } else { Ok((rest, term)) }
}

/// 'six hundred forty-two', 'twenty-eight'
fn group<'a>(input: Cursor<'a>) -> Read<'a, Term> {
    let (rest, first) = small(input)?;
    match entry::at(after_hyphen(rest)) {
        Some(Entry { kind: Kind::Hundred, value, plural: false, end }) => {
            let (rest, added) = opt(after_hundred).parse(rest.to(end))?;
            Ok((rest, hundreds(first * value, added)))
        }
        _ => Ok((rest, Term::plain(first, false))),
    }
}

fn hundreds(value: Decimal, added: Option<Decimal>) -> Term {
    match added {
        Some(added) => Term::plain(value + added, false),
        None => Term { value, scale: Decimal::ONE_HUNDRED, digits: false },
    }
}

/// 'and five' after 'hundred'; not in 'between one hundred and two hundred'.
fn after_hundred<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    let (rest, _) = opt(word(AND)).parse(input)?;
    let (rest, value) = small(rest)?;
    let again = entry::at(rest).is_some_and(|next| matches!(next.kind, Kind::Hundred | Kind::Dozen));
    if again { fail() } else { Ok((rest, value)) }
}

/// Below a hundred.
fn small<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    match entry::at(input) {
        Some(Entry { kind: Kind::Digit | Kind::Teen, value, plural: false, end }) => {
            Ok((input.to(end), value))
        }
        Some(Entry { kind: Kind::Ten, value, plural: false, end }) => {
            let rest = input.to(end);
            match entry::at(after_hyphen(rest)) {
                Some(Entry { kind: Kind::Digit, value: digit, end, .. }) => {
                    Ok((input.to(end), value + digit))
                }
                _ => Ok((rest, value)),
            }
        }
        _ => fail(),
    }
}

fn after_hyphen(input: Cursor) -> Cursor {
    match glued(HYPHEN)(input) {
        Ok((rest, _)) => rest,
        Err(_) => input,
    }
}

/// What multiplies a number: 'million', 'lakh crore', 'dozen', 'bn'.
fn scaled<'a>(input: Cursor<'a>, term: Term, letters: Letters) -> Read<'a, Term> {
    let (mut rest, mut term) = (input, term);
    while let Some(next) = entry::at(after_hyphen(rest)) {
        let glued = rest.peek().is_some_and(|token| token.is_glued());
        let multiplies = match next.kind {
            Kind::Scale | Kind::Dozen => true,
            // 'four mln', but no 'four k'
            Kind::Short => term.digits || next.value > Decimal::ONE_THOUSAND,
            Kind::Letter => letters == Letters::Yes && term.digits && glued,
            _ => false,
        };
        if !multiplies {
            break;
        }
        (rest, term) = times(rest.to(next.end), term, next.value)?;
    }
    Ok((rest, term))
}

fn times<'a>(rest: Cursor<'a>, term: Term, by: Decimal) -> Read<'a, Term> {
    match term.value.checked_mul(by) {
        Some(value) => Ok((rest, Term { value: value.normalize(), scale: by, ..term })),
        None => fail(),
    }
}

/// 'a million and a half'
fn trailing_half<'a>(input: Cursor<'a>, term: Term) -> (Cursor<'a>, Term) {
    match fraction::and_part(input) {
        Ok((rest, part)) if term.scale > Decimal::ONE => match term.value.checked_add(part * term.scale) {
            Some(value) => (rest, Term { value: value.normalize(), ..term }),
            None => (input, term),
        },
        _ => (input, term),
    }
}

/// 'third', 'twenty-first', 'hundredth'
pub(super) fn ordinal<'a>(input: Cursor<'a>) -> Read<'a, u64> {
    use rust_decimal::prelude::ToPrimitive;
    let (tens, last) = match entry::at(input) {
        Some(Entry { kind: Kind::Ten, value, plural: false, end }) => {
            (value, entry::at(after_hyphen(input.to(end))))
        }
        other => (Decimal::ZERO, other),
    };
    let Some(Entry { kind: Kind::Ordinal, value, plural: false, end }) = last else { return fail() };
    (tens + value).to_u64().map_or_else(fail, |value| Ok((input.to(end), value)))
}

/// A word that multiplies, by itself.
pub(super) fn scale<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    let (rest, hundred) = match entry::at(input) {
        Some(Entry { kind: Kind::Hundred, value, plural: false, end }) => (input.to(end), value),
        _ => (input, Decimal::ONE),
    };
    let (rest, term) = scaled(rest, Term::plain(hundred, true), Letters::No)?;
    if rest.at > input.at { Ok((rest, term.value)) } else { fail() }
}

/// A scale in the plural: 'dozens', 'hundreds', 'tens'.
pub(super) fn plural<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    match entry::at(input) {
        Some(Entry {
            kind: Kind::Teen | Kind::Hundred | Kind::Scale | Kind::Dozen,
            value,
            plural: true,
            end,
        }) => Ok((input.to(end), value)),
        _ => fail(),
    }
}

/// 'sixfold', 'twice as many'; not 'met twice'
pub(super) fn fold<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    match entry::at(input) {
        Some(Entry { kind: Kind::Fold, value, end, .. }) => Ok((input.to(end), value)),
        Some(Entry { kind: Kind::Twice, value, end, .. }) if COMPARED.contains(&input.to(end).word()) => {
            Ok((input.to(end), value))
        }
        _ => fail(),
    }
}

/// What 'twice' multiplies begins with one of these.
const COMPARED: &[Word] = &[AS, THE, A, AN, THAT, ITS, THEIR, ANOTHER, HIS, HER];
