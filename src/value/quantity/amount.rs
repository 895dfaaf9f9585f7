//! One amount: a number with its currency or unit.

use rust_decimal::Decimal;

use super::QuantityUnit;
use super::count;
use super::scaled_code;
use super::unit::{self, Compound, UnitRead};
use crate::fact::UnitKind;
use crate::lexicon::Catalog;
use crate::token::keyword::{
    A, AND, CLOSE, COMMA, EACH, EN_DASH, FOR, HYPHEN, MINUS, MINUS_SIGN, NEGATIVE, OF, OPEN, PER, PLUS, STOP,
};
use crate::token::{Gap, Shape, Tokens, lex};
use crate::value::number::{self, Letters, Number};
use crate::value::page::Cursor;

/// An amount.
#[derive(Clone, Debug)]
pub(super) struct Amount {
    pub tokens: Tokens,
    /// Without scale words carried over from elsewhere.
    pub value: Decimal,
    /// The last multiplier.
    pub scale: Decimal,
    /// Whether it begins with digits.
    pub digits: bool,
    /// One past the number itself.
    pub number_end: u32,
    pub unit: Option<QuantityUnit>,
    pub row: Option<unit::Row>,
    pub per: Option<QuantityUnit>,
    /// `+` or `-` before it.
    pub sign: Option<Sign>,
}

/// A sign before a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sign {
    /// `+5`
    Plus,
    /// `-5`
    Minus,
    /// 'minus 5': a level, no change.
    Word,
}

/// The amount at the cursor.
pub(super) fn amount(input: Cursor) -> Option<Amount> {
    let (rest, sign) = sign(input);
    let mut amount = match unit::currency_before(rest) {
        Some(currency) => money(rest, currency)?,
        None => glued_code(rest).or_else(|| coded(rest)).or_else(|| measured(rest))?,
    };
    if matches!(sign, Some(Sign::Minus | Sign::Word)) {
        amount.value.set_sign_negative(true);
    }
    if amount.unit.is_some() {
        let rest = input.to(amount.tokens.end);
        match unit::per(rest) {
            Some((rest, per)) => (amount.per, amount.tokens.end) = (Some(per), rest.at),
            None => amount.per = rate_of(rest),
        }
    }
    amount.tokens.start = input.at;
    Some(Amount { sign, ..amount })
}

/// The most tokens of what is measured between its unit and its rate.
const LONGEST_SUBSTANCE: u32 = 5;

/// '5 million tonnes of iron ore a year': the rate behind what is measured.
fn rate_of(input: Cursor) -> Option<QuantityUnit> {
    if input.word() != OF {
        return None;
    }
    let last = input.end.min(input.at + 2 + LONGEST_SUBSTANCE);
    let (_, per) = (input.at + 2..last)
        .take_while(|&at| {
            input.to(at - 1).peek().is_some_and(|token| token.is_word() && token.gap != Gap::Paragraph)
        })
        .find_map(|at| unit::per(input.to(at)))?;
    (per.kind == UnitKind::Duration).then_some(per)
}

fn sign<'a>(input: Cursor<'a>) -> (Cursor<'a>, Option<Sign>) {
    let Some(token) = input.peek() else { return (input, None) };
    let rest = input.to(input.at + 1);
    let opens = token.gap != Gap::None || input.at > 0 && input.page.word(input.at - 1) == OPEN;
    let touches = rest.peek().is_some_and(|next| next.is_glued());
    match token.word {
        MINUS | NEGATIVE => (rest, Some(Sign::Word)),
        PLUS if opens && touches => (rest, Some(Sign::Plus)),
        HYPHEN | MINUS_SIGN | EN_DASH if opens && touches => (rest, Some(Sign::Minus)),
        _ => (input, None),
    }
}

/// `US$1.2bn`, `Rs 5 lakh crore`
fn money(input: Cursor, currency: UnitRead) -> Option<Amount> {
    let rest = input.to(currency.tokens.end);
    if let Some(australian) = glued_code(rest) {
        // '$A33': the letters after the sign say whose dollar it is.
        return Some(australian);
    }
    let (_, mut number) = number::amount(rest, Letters::Yes).ok()?;
    if !number.digits {
        return None;
    }
    number.tokens.start = input.at;
    let mut unit = currency.unit(input);
    let mut row = currency.row;
    // 'Rs 5 rupees', '$5 Canadian dollars': the name says it better.
    let named = unit::behind(input.to(number.tokens.end), before(&number, Decimal::MAX));
    let mut end = number.tokens.end;
    // Not the next amount's code: 'EUR 10 USD 12'.
    let next = |named: &UnitRead| {
        let after = input.to(named.tokens.end).peek();
        named.row != row && after.is_some_and(|token| token.shape == Shape::Number)
    };
    if let Some(named) = named.filter(|named| named.row.catalog == Catalog::Currencies && !next(named)) {
        (unit, row, end) = (named.unit(input), named.row, named.tokens.end);
    }
    Some(finish(number, end, Some((unit, row))))
}

/// 'MAUD 60': the code says the scale too.
fn coded(input: Cursor) -> Option<Amount> {
    let (read, scale) = scaled_code::read(input)?;
    let (_, mut number) = number::amount(input.to(read.tokens.end), Letters::No).ok()?;
    if !number.digits {
        return None;
    }
    number.tokens.start = input.at;
    let end = number.tokens.end;
    multiplied(number, scale).map(|number| finish(number, end, Some((read.unit(input), read.row))))
}

fn multiplied(number: Number, scale: Decimal) -> Option<Number> {
    let value = number.value.checked_mul(scale).filter(|_| number.scale == Decimal::ONE)?.normalize();
    Some(Number { value, scale, ..number })
}

/// A number with what stands behind it.
fn measured(input: Cursor) -> Option<Amount> {
    let number = number_behind(input)?;
    let rest = after_hyphen(input.to(number.tokens.end));
    let Some(read) = unit::behind(rest, before(&number, number.scale)) else {
        return Some(bare_or_coded(number, rest));
    };
    let (number_end, digits) = (number.tokens.end, number.digits);
    let mut amount = finish(number, read.tokens.end, Some((read.unit(input), read.row)));
    if let Some(scaled) = late_scale(input, &amount) {
        return Some(scaled);
    }
    amount.number_end = number_end;
    Some(with_parts(input, &read, amount, digits))
}

/// A number without a unit, or '30 MUSD'.
fn bare_or_coded(number: Number, rest: Cursor) -> Amount {
    let coded =
        scaled_code::read(rest).and_then(|(read, scale)| Some((multiplied(number.clone(), scale)?, read)));
    match coded {
        Some((number, read)) => finish(number, read.tokens.end, Some((read.unit(rest), read.row))),
        None => {
            let end = number.tokens.end;
            finish(number, end, None)
        }
    }
}

fn before(number: &Number, scale: Decimal) -> unit::Before {
    unit::Before { digits: number.digits, value: number.value, scale }
}

/// The number, where a letter behind digits may be its scale: '35m of its devices', '5m euros'.
fn number_behind(input: Cursor) -> Option<Number> {
    let (rest, plain) = number::cardinal(input).ok()?;
    let letter =
        rest.peek().is_some_and(|token| token.is_glued() && token.span.len() <= 2 && token.is_word());
    if !letter || !plain.digits {
        return Some(plain);
    }
    let (rest, scaled) = number::amount(input, Letters::Yes).ok()?;
    let money = rest.table(Catalog::Currencies).is_some();
    let counts = count::noun_phrase(rest).or_else(|| count::partitive(rest)).is_some();
    Some(if scaled != plain && (money || counts) { scaled } else { plain })
}

fn finish(number: Number, end: u32, unit: Option<(QuantityUnit, unit::Row)>) -> Amount {
    let (unit, row) = unit.unzip();
    Amount {
        tokens: number.tokens.start..end,
        value: number.value,
        scale: number.scale,
        digits: number.digits,
        number_end: number.tokens.end,
        unit,
        row,
        per: None,
        sign: None,
    }
}

/// '75 USD million': the scale behind the currency.
fn late_scale(input: Cursor, amount: &Amount) -> Option<Amount> {
    if !amount.is_money() || amount.scale != Decimal::ONE {
        return None;
    }
    let (rest, scale) = number::scale(input.to(amount.tokens.end)).ok()?;
    let value = amount.value.checked_mul(scale)?;
    Some(Amount { value, scale, tokens: amount.tokens.start..rest.at, ..amount.clone() })
}

fn after_hyphen<'a>(rest: Cursor<'a>) -> Cursor<'a> {
    let glued = rest.word() == HYPHEN && rest.peek().is_some_and(|token| token.is_glued());
    let next = rest.to(rest.at + 1);
    if glued && next.peek().is_some_and(|token| token.is_glued()) { next } else { rest }
}

/// '5 feet 3 inches', '2 hours and 30 minutes', '13 dollars and 45 cents'
fn with_parts(input: Cursor, whole: &UnitRead, amount: Amount, digits: bool) -> Amount {
    let mut rest = input.to(amount.tokens.end);
    if rest.word() == AND || rest.word() == COMMA {
        rest = rest.to(rest.at + 1);
    }
    let Ok((after, part)) = number::cardinal(rest) else { return amount };
    if let Some(price) = spoken_price(whole, &amount, &part, after) {
        return price;
    }
    let Some(read) = unit::behind(after_hyphen(after), unit::Before { digits, ..unit::Before::SMALL }) else {
        return amount;
    };
    let unit = || Some(read.unit(input));
    let sum = match unit::compound(input, whole, &read) {
        Some(Compound::Smaller(count)) => amount
            .value
            .checked_mul(count)
            .and_then(|value| value.checked_add(part.value))
            .map(|value| (value.normalize(), unit(), Some(read.row))),
        Some(Compound::Larger) => part
            .value
            .checked_div(Decimal::ONE_HUNDRED)
            .and_then(|value| value.checked_add(amount.value))
            .map(|value| (value, amount.unit.clone(), amount.row)),
        None => None,
    };
    match sum {
        Some((value, unit, row)) => {
            Amount { value, unit, row, tokens: amount.tokens.start..read.tokens.end, ..amount }
        }
        None => amount,
    }
}

/// 'ten dollars fifty for it': a part whose unit is not said.
fn spoken_price(whole: &UnitRead, amount: &Amount, part: &Number, rest: Cursor) -> Option<Amount> {
    let next = part.tokens.start == amount.tokens.end;
    let small = part.value >= Decimal::TEN && part.value < Decimal::ONE_HUNDRED && part.value.is_integer();
    let closes = rest.peek().is_none_or(|token| {
        [STOP, COMMA, CLOSE].contains(&token.word)
            || !token.is_glued() && [FOR, EACH, A, PER].contains(&token.word)
    });
    if !(next && small && closes && amount.value.is_integer() && unit::has_minor(rest, whole)) {
        return None;
    }
    let value = part.value.checked_div(Decimal::ONE_HUNDRED)?.checked_add(amount.value)?;
    Some(Amount { value, tokens: amount.tokens.start..part.tokens.end, ..amount.clone() })
}

/// `EUR50m`, `A33` after a dollar sign: a code and digits in one token, with the decimals that follow it.
fn glued_code(input: Cursor) -> Option<Amount> {
    let token = input.peek().filter(|token| token.shape == Shape::Code)?;
    let text = token.span.of(input.page.text);
    let letters = text.find(|c: char| c.is_ascii_digit())?;
    let dollar = input.at > 0 && token.is_glued();
    let before = if dollar { input.page.str(input.at - 1) } else { "" };
    let row = mark_row(input, before, &text[..letters])?;
    let end = end_of_glued(input);
    let digits = &input.page.slice(&(input.at..end))[letters..];
    let (value, scale) = glued_value(input, digits)?;
    let mut number = Number { tokens: input.at..end, value, scale, digits: true };
    if let (true, Ok((_, scaled))) = (scale == Decimal::ONE, scale_word(input.to(end))) {
        number.value = number.value.checked_mul(scaled.value)?.normalize();
        number.scale = scaled.value;
        number.tokens.end = scaled.tokens.end;
    }
    let end = number.tokens.end;
    let clear =
        number.scale > Decimal::ONE || digits.contains([',', '.']) || unit::per(input.to(end)).is_some();
    if letters == 1 && !dollar && !clear {
        // 'P75 billion' and 'P38 a kilo', but no 'P5'.
        return None;
    }
    let read = UnitRead { row, tokens: input.at..input.at + 1 };
    Some(finish(number, end, Some((read.unit(input), row))))
}

/// The currency of letters that are glued to digits, with the sign before them where there is one.
fn mark_row(input: Cursor, before: &str, letters: &str) -> Option<unit::Row> {
    [format!("{before}{letters}"), letters.to_owned()].iter().find_map(|mark| scaled_code::mark(input, mark))
}

fn end_of_glued(input: Cursor) -> u32 {
    let mut end = input.at + 1;
    while let (Some(mark), Some(next)) = (input.to(end).peek(), input.to(end + 1).peek()) {
        let joins = mark.is_glued() && matches!(mark.span.of(input.page.text), "." | ",");
        if !joins || !next.is_glued() || next.shape != Shape::Number {
            break;
        }
        end += 2;
    }
    end
}

/// '50m', '1.7', '33,232,682'
fn glued_value(input: Cursor, text: &str) -> Option<(Decimal, Decimal)> {
    let lexicon = input.page.lexicon;
    let tokens = lex(text, 0, &lexicon.vocabulary);
    let hits = lexicon.look_up(&tokens);
    let page =
        crate::value::Page { text, tokens: &tokens, blocks: &[], sentences: &[], lexicon, hits: &hits };
    let (rest, number) = number::amount(page.cursor(0..tokens.len() as u32), Letters::Yes).ok()?;
    rest.peek().is_none().then_some((number.value, number.scale))
}

/// A scale word on its own, behind digits that were read apart.
fn scale_word(input: Cursor) -> Result<(Cursor, Number), ()> {
    let (rest, scale) = number::scale(input).map_err(|_| ())?;
    let tokens = input.at..rest.at;
    Ok((rest, Number { tokens, value: scale, scale, digits: false }))
}

impl Amount {
    /// Whether it is money.
    pub(super) fn is_money(&self) -> bool {
        self.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Currency)
    }
}
