//! Cuts text into tokens.
//!
//! Hyphens and slashes are tokens of their own (`two`, `-`, `way`), a possessive `'s` too; digits
//! part from letters that follow them (`35`, `m`) but not from letters before them (`G20`).
//! Abbreviations of single letters are one token with their stops (`U.S.`, `p.m.`).

use super::{Gap, Shape, Token, Vocabulary, Word, fold_into};
use crate::text::Span;

/// The tokens of `text`, from byte `from` on.
pub fn lex(text: &str, from: u32, vocabulary: &Vocabulary) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 8);
    let mut folded = String::with_capacity(64);
    cut(text, from, |span| vocabulary.find(text, span, &mut folded), &mut tokens);
    tokens
}

/// As [`lex`], with what names the folded words given by the caller, who may intern new ones.
pub fn lex_into(text: &str, from: u32, mut name: impl FnMut(&str) -> Word, tokens: &mut Vec<Token>) {
    let mut folded = String::new();
    let named = |span: Span| {
        folded.clear();
        fold_into(span.of(text), &mut folded);
        name(&folded)
    };
    cut(text, from, named, tokens);
}

fn cut(text: &str, from: u32, mut name: impl FnMut(Span) -> Word, tokens: &mut Vec<Token>) {
    let mails = text.contains('@');
    let mut lexer = Lexer { text, bytes: text.as_bytes(), at: from as usize, mails };
    let mut first = true;
    while let Some(gap) = lexer.skip_space() {
        let start = lexer.at;
        let shape = lexer.token();
        let gap = if std::mem::take(&mut first) { Gap::Paragraph } else { gap };
        let span = Span::new(start as u32, lexer.at as u32);
        tokens.push(Token { span, word: name(span), shape, gap });
    }
}

struct Lexer<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// Whether the text holds an `@` at all: only then are mail addresses looked for.
    mails: bool,
}

impl Lexer<'_> {
    /// Moves to the next token; `None` at the end of the text. Nearly always it stands here, or behind one space.
    #[inline]
    fn skip_space(&mut self) -> Option<Gap> {
        let (here, next) = (self.bytes.get(self.at), self.bytes.get(self.at + 1));
        if here.is_some_and(u8::is_ascii_graphic) {
            return Some(Gap::None);
        }
        if here == Some(&b' ') && next.is_some_and(u8::is_ascii_graphic) {
            self.at += 1;
            return Some(Gap::Space);
        }
        self.skip_spaces()
    }

    fn skip_spaces(&mut self) -> Option<Gap> {
        let start = self.at;
        let mut lines = 0;
        while let Some(c) = self.peek() {
            if !is_space(c) {
                return Some(match lines {
                    0 if self.at == start => Gap::None,
                    0 => Gap::Space,
                    1 => Gap::Line,
                    _ => Gap::Paragraph,
                });
            }
            lines += usize::from(matches!(c, '\n' | '\u{2028}'))
                + usize::from(c == '\r' && self.bytes.get(self.at + 1) != Some(&b'\n'))
                + 2 * usize::from(c == '\u{2029}');
            self.at += c.len_utf8();
        }
        None
    }

    fn token(&mut self) -> Shape {
        let Some(c) = self.peek() else { return Shape::Mark };
        if c.is_ascii_digit() {
            self.number();
            return Shape::Number;
        }
        if c.is_alphabetic() {
            return self.address().or_else(|| self.initials()).unwrap_or_else(|| self.word());
        }
        if is_apostrophe(c) && self.possessive() {
            return Shape::Lower;
        }
        self.mark(c);
        Shape::Mark
    }

    #[inline]
    fn peek(&self) -> Option<char> {
        match self.bytes.get(self.at) {
            Some(&b) if b < 0x80 => Some(b as char),
            Some(_) => self.text[self.at..].chars().next(),
            None => None,
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// Digits, and `,` or `.` where digits stand on both sides.
    fn number(&mut self) {
        while let Some(&b) = self.bytes.get(self.at) {
            let joins =
                matches!(b, b',' | b'.') && self.bytes.get(self.at + 1).is_some_and(u8::is_ascii_digit);
            if !b.is_ascii_digit() && !joins {
                break;
            }
            self.at += 1;
        }
    }

    /// Letters, with apostrophes inside, up to a possessive; digits and letters after a digit.
    fn word(&mut self) -> Shape {
        let capital = self.peek().is_some_and(char::is_uppercase);
        let (mut letters, mut upper, mut digits) = self.plain_letters();
        if !self.bytes.get(self.at).is_some_and(|&byte| goes_on(byte)) {
            return shape(capital, letters, upper, digits);
        }
        while let Some(c) = self.peek() {
            if c.is_alphabetic() || is_combining(c) {
                letters += u32::from(c.is_alphabetic());
                upper += u32::from(c.is_uppercase());
            } else if c.is_ascii_digit() {
                digits += 1;
            } else if !(is_apostrophe(c) && self.apostrophe_inside(self.at, c)) {
                break;
            }
            self.at += c.len_utf8();
        }
        shape(capital, letters, upper, digits)
    }

    /// Passes plain letters, which most words are made of: how many letters, capitals and digits they are.
    fn plain_letters(&mut self) -> (u32, u32, u32) {
        let (mut letters, mut upper) = (0, 0);
        while let Some(byte) = self.bytes.get(self.at).filter(|byte| byte.is_ascii_alphabetic()) {
            letters += 1;
            upper += u32::from(byte.is_ascii_uppercase());
            self.at += 1;
        }
        (letters, upper, 0)
    }

    /// Whether the apostrophe at `at` belongs to the word: `O'Neill`, `don't`, not `Riga's`, `states'`.
    fn apostrophe_inside(&self, at: usize, c: char) -> bool {
        let after = at + c.len_utf8();
        let Some(next) = self.char_at(after) else { return false };
        let possessive =
            matches!(next, 's' | 'S') && !self.char_at(after + 1).is_some_and(char::is_alphanumeric);
        next.is_alphabetic() && !possessive
    }

    /// `'s`, glued to a word or alone, as rules write it.
    fn possessive(&mut self) -> bool {
        let Some(c) = self.peek() else { return false };
        let after = self.at + c.len_utf8();
        let glued = self.text[..self.at].chars().next_back().is_none_or(char::is_alphanumeric);
        let is = glued
            && matches!(self.bytes.get(after), Some(b's' | b'S'))
            && !self.char_at(after + 1).is_some_and(char::is_alphanumeric);
        if is {
            self.at = after + 1;
        }
        is
    }

    /// `U.S.`, `a.m.`, `D.C.`: single letters, each with a stop, at least two.
    fn initials(&mut self) -> Option<Shape> {
        let mut at = self.at;
        let mut letters = 0;
        while self.bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && self.bytes.get(at + 1) == Some(&b'.')
        {
            at += 2;
            letters += 1;
        }
        let upper = self.bytes[self.at].is_ascii_uppercase();
        if letters < 2 || self.bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        self.at = at;
        Some(if upper { Shape::Upper } else { Shape::Lower })
    }

    /// A web or mail address, up to white space, without the marks that close a sentence.
    fn address(&mut self) -> Option<Shape> {
        let rest = &self.bytes[self.at..];
        let may_be_web = matches!(rest.first(), Some(b'h' | b'H' | b'w' | b'W'));
        let web = may_be_web && ["http://", "https://", "www."].iter().any(|p| starts_folded(rest, p));
        let mail = self.mails && is_mail(rest);
        if !web && !mail {
            return None;
        }
        let end = rest.iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'<' | b'>' | b'"' | b')'));
        let mut end = self.at + end.unwrap_or(rest.len());
        while matches!(self.bytes[end - 1], b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'') {
            end -= 1;
        }
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        self.at = end;
        Some(Shape::Address)
    }

    /// One mark; runs of `-` or `.` are one.
    fn mark(&mut self, c: char) {
        self.at += c.len_utf8();
        if matches!(c, '-' | '.') {
            while self.bytes.get(self.at) == Some(&(c as u8)) {
                self.at += 1;
            }
        }
    }
}

/// Whether a byte behind plain letters may belong to their word.
fn goes_on(byte: u8) -> bool {
    byte == b'\'' || byte.is_ascii_digit() || !byte.is_ascii()
}

fn shape(capital: bool, letters: u32, upper: u32, digits: u32) -> Shape {
    match (capital, digits) {
        (_, 1..) => Shape::Code,
        (false, _) => Shape::Lower,
        (true, _) if letters == upper && letters > 1 => Shape::Upper,
        (true, _) if upper == 1 => Shape::Capital,
        (true, _) => Shape::Mixed,
    }
}

fn starts_folded(bytes: &[u8], prefix: &str) -> bool {
    bytes.get(..prefix.len()).is_some_and(|b| b.eq_ignore_ascii_case(prefix.as_bytes()))
}

/// Whether a mail address stands here: `name@host`.
fn is_mail(bytes: &[u8]) -> bool {
    let name = bytes
        .iter()
        .take(64)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b'+'))
        .count();
    bytes.get(name) == Some(&b'@') && bytes.get(name + 1).is_some_and(u8::is_ascii_alphanumeric)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ')
}

/// Combining marks continue a word.
fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' | '\u{900}'..='\u{DFF}')
}

/// White space, and what is invisible: zero-width marks and control characters.
fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        lex(text, 0, &Vocabulary::default()).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn words_numbers_and_marks() {
        let cases: &[(&str, &[&str])] = &[
            ("Tajik-Russian", &["Tajik", "-", "Russian"]),
            ("Tajikistan’s two-way", &["Tajikistan", "’s", "two", "-", "way"]),
            ("O’Neill don't", &["O’Neill", "don't"]),
            ("U.S. at 8 p.m.", &["U.S.", "at", "8", "p.m."]),
            ("1,000.5 and 35m, G20 5th.", &["1,000.5", "and", "35", "m", ",", "G20", "5", "th", "."]),
            ("see https://a.b/c?d=1. Now", &["see", "https://a.b/c?d=1", ".", "Now"]),
            ("$40--yes...", &["$", "40", "--", "yes", "..."]),
            ("Jan. 5\u{a0}(BNS)", &["Jan", ".", "5", "(", "BNS", ")"]),
        ];
        for (text, want) in cases {
            assert_eq!(&cut(text), want, "{text}");
        }
    }

    #[test]
    fn shapes_and_gaps() {
        let text = "MoU of SCO\nwith A320\n\n7";
        let tokens = lex(text, 0, &Vocabulary::default());
        let shapes: Vec<Shape> = tokens.iter().map(|t| t.shape).collect();
        use Shape::*;
        assert_eq!(shapes, [Mixed, Lower, Upper, Lower, Code, Number]);
        assert_eq!(tokens[3].gap, Gap::Line);
        assert_eq!(tokens[5].gap, Gap::Paragraph);
    }
}
