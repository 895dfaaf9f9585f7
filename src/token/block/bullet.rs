//! What can mark an item of a list at the start of a line.

use super::line::{Line, Source, is_dash};
use crate::token::{Gap, Shape, Tokens, keyword as k};

/// A mark at the start of a line that may be a bullet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Bullet {
    pub(super) sort: Sort,
    /// How many tokens it is.
    pub(super) length: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// `-`, `•`, `o`
    Glyph(char),
    /// `1.`, `(b)`, `iv)`
    Number(Number),
}

/// A number, with all that it may mean: `i` is the ninth letter and the first Roman numeral.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Number {
    form: Form,
    digits: Option<u32>,
    letter: Option<u32>,
    roman: Option<u32>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    /// `1.`
    Stop,
    /// `1)`
    Bracket,
    /// `(1)`
    Brackets,
}

impl Bullet {
    /// The mark at the start of a line.
    pub(super) fn read(source: &Source, line: &Line) -> Option<Bullet> {
        let at = line.tokens.start;
        let bullet = match source.token(at)?.shape {
            Shape::Mark if source.word(at) == k::OPEN => number(source, at + 1, Form::Brackets),
            Shape::Mark | Shape::Lower if is_glyph(source.str(at)) => glyph(source, &line.tokens),
            _ => number(source, at, Form::Stop),
        }?;
        let next = at + bullet.length;
        let alone = matches!(bullet.sort, Sort::Glyph(glyph) if !is_dash_like(glyph));
        (next < line.tokens.end || alone).then_some(bullet)
    }

    /// Whether an item with this mark can come right after one with that.
    pub(super) fn follows(&self, before: &Bullet) -> bool {
        match (self.sort, before.sort) {
            (Sort::Glyph(this), Sort::Glyph(that)) => this == that,
            (Sort::Number(this), Sort::Number(that)) => this.follows(&that),
            _ => false,
        }
    }

    /// Whether a list can begin with it.
    pub(super) fn begins(&self) -> bool {
        match self.sort {
            Sort::Glyph(_) => true,
            Sort::Number(number) => [number.digits, number.letter, number.roman].contains(&Some(1)),
        }
    }

    /// Whether it may as well open a line of a dialogue.
    pub(super) fn is_dialogue(&self) -> bool {
        matches!(self.sort, Sort::Glyph('—' | '―'))
    }

    /// Whether it may as well be a word or sign of the text: only company makes it a bullet.
    pub(super) fn is_weak(&self) -> bool {
        matches!(self.sort, Sort::Glyph('o' | '+' | '*'))
    }
}

impl Number {
    /// Lists are not always numbered in one form: `1.`, `2)`, `(iii)`.
    fn follows(&self, before: &Number) -> bool {
        let next = |this: Option<u32>, that: Option<u32>| that.is_some() && this == that.map(|n| n + 1);
        if self.form == before.form {
            return next(self.digits, before.digits)
                || next(self.letter, before.letter)
                || next(self.roman, before.roman);
        }
        let values = [self.digits, self.roman];
        values.iter().any(|&this| next(this, before.digits) || next(this, before.roman))
    }
}

fn is_glyph(text: &str) -> bool {
    let single = text.chars().next().filter(|_| text.chars().nth(1).is_none());
    text == "--" || single.is_some_and(|c| c == 'o' || is_dash_like(c) || is_dot_like(c))
}

fn is_dash_like(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―' | '−' | '*' | '+')
}

/// Marks that hardly serve for anything but lists.
fn is_dot_like(c: char) -> bool {
    matches!(
        c,
        '•' | '·'
            | '▪'
            | '►'
            | '●'
            | '◦'
            | '■'
            | '□'
            | '‣'
            | '⁃'
            | '○'
            | '◆'
            | '▶'
            | '➢'
            | '➤'
            | '✓'
            | '✔'
            | '\u{F0B7}'
            | '»'
            | '›'
            | '\u{F0A7}'
    )
}

fn glyph(source: &Source, line: &Tokens) -> Option<Bullet> {
    let at = line.start;
    let glyph = match source.str(at).chars().next()? {
        '–' | '−' => '-',
        glyph => glyph,
    };
    let next = source.token(at + 1).filter(|_| at + 1 < line.end);
    if next.is_some_and(|token| is_dash(token.word)) {
        return None; // a rule of dashes
    }
    let apart = next.is_none_or(|token| token.gap >= Gap::Space);
    let glued_word = || glyph != 'o' && glyph != '*' && next.is_some_and(|token| token.is_capital());
    (apart || glued_word() || is_dot_like(glyph)).then_some(Bullet { sort: Sort::Glyph(glyph), length: 1 })
}

/// The number at `at`, with the marks that make it a bullet: the bracket before `at` where the form is that.
fn number(source: &Source, at: u32, form: Form) -> Option<Bullet> {
    let token = source.token(at)?;
    let after = source.token(at + 1)?;
    let next = source.token(at + 2);
    let apart = next.is_none_or(|token| token.gap >= Gap::Space || token.is_word());
    let form = match (after.word, form) {
        (k::CLOSE, Form::Brackets) if token.is_glued() => Form::Brackets,
        (k::CLOSE, Form::Stop) => Form::Bracket,
        (k::STOP, Form::Stop) => Form::Stop,
        _ => return None,
    };
    let length = if form == Form::Brackets { 3 } else { 2 };
    let text = source.str(at);
    let (digits, letter, roman) = (digits(text), letter(text), roman(text));
    let some = digits.or(letter).or(roman).is_some();
    let number = Number { form, digits, letter, roman };
    (some && after.is_glued() && apart).then_some(Bullet { sort: Sort::Number(number), length })
}

fn digits(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit()))
}

fn letter(text: &str) -> Option<u32> {
    match text.as_bytes() {
        [letter] if letter.is_ascii_alphabetic() => Some(u32::from(letter.to_ascii_lowercase() - b'a') + 1),
        _ => None,
    }
}

/// A small Roman numeral.
fn roman(text: &str) -> Option<u32> {
    const NUMERALS: [&str; 20] = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi",
        "xvii", "xviii", "xix", "xx",
    ];
    NUMERALS.iter().position(|numeral| numeral.eq_ignore_ascii_case(text)).map(|at| at as u32 + 1)
}
