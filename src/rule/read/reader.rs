//! What all parsers of rule files are made of: places, failures, white space, names and strings.

use nom::bytes::complete::{take_till, take_while, take_while1};
use nom::error::{ErrorKind, ParseError};
use nom::{Err, IResult, Parser};

use crate::rule::ast::{At, Ident};
use crate::text::Span;

/// What a parser returns.
pub(super) type Read<'a, T> = IResult<&'a str, T, Fail<'a>>;

/// Where reading stopped and what was wanted there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Fail<'a> {
    /// What was left to read.
    pub rest: &'a str,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
}

impl<'a> ParseError<&'a str> for Fail<'a> {
    fn from_error_kind(rest: &'a str, _: ErrorKind) -> Self {
        Fail { rest, message: "this can't be read".to_owned(), help: None }
    }

    fn append(_: &'a str, _: ErrorKind, other: Self) -> Self {
        other
    }
}

/// An error that no other reading can mend.
pub(super) fn wrong<T>(rest: &str, message: impl Into<String>) -> Read<'_, T> {
    Err(Err::Failure(Fail { rest, message: message.into(), help: None }))
}

/// As [`wrong`], with advice.
pub(super) fn wrong_with<T>(rest: &str, message: impl Into<String>, help: Option<String>) -> Read<'_, T> {
    Err(Err::Failure(Fail { rest, message: message.into(), help }))
}

/// Turns a parser's failure into an error with a message, at the place where the parser began.
pub(super) fn wanted<'a, T>(
    message: &'static str,
    mut parser: impl Parser<&'a str, Output = T, Error = Fail<'a>>,
) -> impl FnMut(&'a str) -> Read<'a, T> {
    move |input| match parser.parse(input) {
        Err(Err::Error(_)) => wrong(input, message),
        done => done,
    }
}

/// White space, line breaks and comments.
pub(super) fn space(input: &str) -> Read<'_, ()> {
    let mut rest = input.trim_start();
    while rest.starts_with('#') {
        rest = take_till(|c| c == '\n').parse(rest).map(|(rest, _): (&str, &str)| rest.trim_start())?;
    }
    Ok((rest, ()))
}

/// A mark, with the white space after it.
pub(super) fn mark<'a>(mark: &'static str) -> impl Fn(&'a str) -> Read<'a, ()> {
    move |input| {
        let (rest, _) = nom::bytes::complete::tag(mark).parse(input)?;
        space(rest)
    }
}

/// A whole word of the language, with the white space after it.
pub(super) fn keyword<'a>(word: &'static str) -> impl Fn(&'a str) -> Read<'a, ()> {
    move |input| {
        let (rest, found) = take_while1(is_name).parse(input)?;
        if found != word {
            return Err(Err::Error(Fail::from_error_kind(input, ErrorKind::Tag)));
        }
        space(rest)
    }
}

/// Knows where a clause ends in its file, and so where each rest of it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reader {
    /// The file's number.
    pub file: u32,
    /// Where the clause ends, in bytes.
    pub end: usize,
}

impl Reader {
    /// The place between two rests of the clause.
    pub(super) fn at(self, before: &str, after: &str) -> At {
        let span = Span::new((self.end - before.len()) as u32, (self.end - after.len()) as u32);
        At { file: self.file, span }
    }

    /// A name: `they-signed`, `adjunct`, `memorandum_of_understanding`.
    pub(super) fn name(self, input: &str) -> Read<'_, Ident> {
        self.ident(input, is_name)
    }

    /// A field, dotted where nested: `change.direction`.
    pub(super) fn field(self, input: &str) -> Read<'_, Ident> {
        self.ident(input, |c| is_name(c) || c == '.')
    }

    fn ident(self, input: &str, is: impl Fn(char) -> bool) -> Read<'_, Ident> {
        let (rest, text) = take_while1(is).parse(input)?;
        let ident = Ident { text: text.to_owned(), at: self.at(input, rest) };
        Ok((space(rest)?.0, ident))
    }

    /// A value: a word up to the next white space, or a string.
    pub(super) fn value(self, input: &str) -> Read<'_, Ident> {
        let (rest, text) = match input.starts_with('"') {
            true => string(input)?,
            false => take_while1(|c: char| !c.is_whitespace() && c != '#' && c != '"')
                .parse(input)
                .map(|(rest, text)| (rest, text.to_owned()))?,
        };
        let ident = Ident { text, at: self.at(input, rest) };
        Ok((space(rest)?.0, ident))
    }

    /// `field = value`
    pub(super) fn pair(self, input: &str) -> Read<'_, (Ident, Ident)> {
        let field = wanted("a field is wanted here, as in `status = signed`", |i| self.field(i));
        let equals = wanted("`=` is wanted here, then a value", mark("="));
        let value = wanted("a value is wanted here", |i| self.value(i));
        let (rest, (field, (), value)) = (field, equals, value).parse(input)?;
        Ok((rest, (field, value)))
    }
}

/// A string with its escapes: `\"`, `\\`, `\n`.
pub(super) fn string(input: &str) -> Read<'_, String> {
    let (mut rest, _) = nom::character::complete::char('"').parse(input)?;
    let mut text = String::new();
    loop {
        let (after, plain) = take_while(|c| c != '"' && c != '\\').parse(rest)?;
        text.push_str(plain);
        match escape(after)? {
            (after, Some(c)) => {
                text.push(c);
                rest = after;
            }
            (after, None) if after.starts_with('"') => return Ok((&after[1..], text)),
            _ => return wrong(input, "this string is not closed"),
        }
    }
}

/// One escaped character, where there is one.
pub(super) fn escape(input: &str) -> Read<'_, Option<char>> {
    let mut chars = input.chars();
    if chars.next() != Some('\\') {
        return Ok((input, None));
    }
    let c = match chars.next() {
        Some('n') => '\n',
        Some(c @ ('"' | '\\' | '{' | '}' | '=')) => c,
        _ => return wrong(input, "after `\\` comes one of `\"`, `\\`, `{`, `}`, `=` and `n`"),
    };
    Ok((chars.as_str(), Some(c)))
}

/// What names are made of.
pub(super) fn is_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-')
}
