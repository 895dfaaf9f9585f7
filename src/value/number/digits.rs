//! Digits, with whatever groups them: `1,000.5`, `12,50,000`, `1.000,5`, `816 000`.

use rust_decimal::Decimal;

use super::Number;
use crate::token::keyword::{COMMA, STOP};
use crate::token::{Gap, Shape, Token};
use crate::value::grammar::{Read, fail, glued, shape};
use crate::value::page::Cursor;

/// A number in digits alone.
pub(super) fn number<'a>(input: Cursor<'a>) -> Read<'a, Number> {
    let end = end_of_groups(input).or_else(|| bare_point(input));
    let text = |end: u32| {
        let slice = input.page.slice(&(input.at..end));
        if end == input.at + 1 { parse(slice) } else { parse(&without_spaces(slice)) }
    };
    match end.and_then(|end| Some((end, text(end)?))) {
        Some((end, value)) => {
            let tokens = input.at..end;
            Ok((input.to(end), Number { tokens, value, scale: Decimal::ONE, digits: true }))
        }
        None => fail(),
    }
}

/// `5th`, `1st`: digits with their glued ending.
pub(super) fn ordinal<'a>(input: Cursor<'a>) -> Read<'a, u64> {
    let (rest, token) = shape(Shape::Number)(input)?;
    let ending = rest.peek().filter(|next| next.is_glued()).map_or("", |next| next.span.of(input.page.text));
    let known = ["st", "nd", "rd", "th"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    match token.span.of(input.page.text).replace(',', "").parse() {
        Ok(value) if known => Ok((rest.to(rest.at + 1), value)),
        _ => fail(),
    }
}

/// One past the digits at the cursor, with the groups of three that follow after a space.
fn end_of_groups(input: Cursor) -> Option<u32> {
    let first = input.peek().filter(|token| token.shape == Shape::Number)?;
    let mut end = input.at + 1;
    let text = first.span.of(input.page.text);
    if first.span.len() > 3 || text.starts_with('0') || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Some(end);
    }
    if let Some(spaced) = spaced_thousands(input) {
        return Some(spaced);
    }
    while let Some(next) = input.to(end).peek().filter(|token| is_group(token, input.page.text)) {
        end += 1;
        if next.span.len() > 3 {
            break;
        }
    }
    Some(end)
}

/// One past '80, 000': a space that slipped in behind the comma. Only three noughts show that it did.
fn spaced_thousands(input: Cursor) -> Option<u32> {
    let (comma, group) = (input.to(input.at + 1).peek()?, input.to(input.at + 2).peek()?);
    let spaced = comma.word == COMMA && comma.is_glued() && group.gap == Gap::Space;
    (spaced && group.span.of(input.page.text) == "000").then_some(input.at + 3)
}

/// Three digits after a space; decimals may follow them.
fn is_group(token: &Token, text: &str) -> bool {
    let digits = token.span.of(text).as_bytes();
    token.shape == Shape::Number
        && token.gap == Gap::Space
        && digits.len() >= 3
        && digits[..3].iter().all(u8::is_ascii_digit)
        && digits.get(3).is_none_or(|b| !b.is_ascii_digit())
        && digits.iter().filter(|b| !b.is_ascii_digit()).count() <= 1
        && !(digits.len() == 7 && digits[3] == b',')
}

/// `.08`: a point that is not the end of a word before it.
fn bare_point(input: Cursor) -> Option<u32> {
    let point = input.peek().filter(|token| token.word == STOP && !token.is_glued())?;
    let after = input.to(input.at + 1).peek()?;
    let text = after.span.of(input.page.text);
    (point.span.len() == 1
        && after.is_glued()
        && after.shape == Shape::Number
        && text.bytes().all(|b| b.is_ascii_digit()))
    .then_some(input.at + 2)
}

fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect()
}

/// The whole part of a fraction written with a slash, and its two numbers: `1/2`.
pub(super) fn slashed<'a>(input: Cursor<'a>) -> Read<'a, Decimal> {
    let (rest, over) = shape(Shape::Number)(input)?;
    let (rest, _) = glued(crate::token::keyword::SLASH)(rest)?;
    let (rest, under) = shape(Shape::Number)(rest)?;
    let number = |token: Token| parse(token.span.of(input.page.text)).filter(Decimal::is_integer);
    match (number(over), number(under)) {
        (Some(over), Some(under)) if over < under && under <= Decimal::ONE_HUNDRED => {
            over.checked_div(under).map_or_else(fail, |value| Ok((rest, value)))
        }
        _ => fail(),
    }
}

/// The value of digits with `,` and `.` among them; none where they group nothing sensible (`5.6.7`).
///
/// A single comma groups if three digits follow it, else it is a decimal comma; a single point is a decimal point.
pub fn parse(text: &str) -> Option<Decimal> {
    let (group, point) = marks(text)?;
    let (whole, decimals) = match point.and_then(|point| text.split_once(point)) {
        Some((whole, decimals)) => (whole, decimals),
        None => (text, ""),
    };
    if group.is_none() && matches!(point, None | Some('.')) {
        let text = if whole.is_empty() { &format!("0{text}") } else { text };
        return Decimal::from_str_exact(text).ok();
    }
    if group.is_some_and(|group| !groups(whole, group)) {
        return None;
    }
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let joined = if decimals.is_empty() { whole } else { format!("{whole}.{decimals}") };
    Decimal::from_str_exact(&joined).ok()
}

/// Which mark groups and which parts the decimals.
fn marks(text: &str) -> Option<(Option<char>, Option<char>)> {
    let commas = text.matches(',').count();
    let points = text.matches('.').count();
    Some(match (commas, points) {
        (0, 0) => (None, None),
        (0, 1) => (None, Some('.')),
        (0, _) => (Some('.'), None),
        (1, 0) if !groups(text, ',') => (None, Some(',')),
        (_, 0) => (Some(','), None),
        (_, 1) if text.rfind(',') < text.find('.') => (Some(','), Some('.')),
        (1, _) if text.rfind('.') < text.find(',') => (Some('.'), Some(',')),
        _ => return None,
    })
}

/// Whether a mark groups digits by threes, or by twos and then three as in India.
fn groups(whole: &str, mark: char) -> bool {
    let lengths: Vec<usize> = whole.split(mark).map(str::len).collect();
    let Some((last, rest)) = lengths.split_last() else { return false };
    let Some((first, middle)) = rest.split_first() else { return false };
    let by = |size: usize| (1..=size).contains(first) && middle.iter().all(|&length| length == size);
    *last == 3 && !whole.starts_with('0') && (by(3) || by(2))
}
