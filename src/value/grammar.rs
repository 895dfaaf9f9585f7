//! The small parsers that all value grammars are made of.

use nom::{IResult, Parser};

use super::page::Cursor;
use crate::lexicon::Catalog;
use crate::token::{Shape, Token, Tokens, Word};

/// What a grammar returns: the cursor after what was read, and the value. Failures say nothing.
pub type Read<'a, T> = IResult<Cursor<'a>, T, ()>;

/// The failure of a grammar.
pub fn fail<'a, T>() -> Read<'a, T> {
    Err(nom::Err::Error(()))
}

/// One token that meets a condition.
pub fn token<'a>(condition: impl Fn(&Token) -> bool) -> impl Fn(Cursor<'a>) -> Read<'a, Token> {
    move |input| match input.peek() {
        Some(token) if condition(token) => Ok((input.to(input.at + 1), *token)),
        _ => fail(),
    }
}

/// One given word or mark.
pub fn word<'a>(word: Word) -> impl Fn(Cursor<'a>) -> Read<'a, Token> {
    token(move |token| token.word == word)
}

/// One of some words or marks.
pub fn one_of<'a>(words: &'static [Word]) -> impl Fn(Cursor<'a>) -> Read<'a, Token> {
    token(move |token| words.contains(&token.word))
}

/// A given mark that is glued to the token before.
pub fn glued<'a>(word: Word) -> impl Fn(Cursor<'a>) -> Read<'a, Token> {
    token(move |token| token.word == word && token.is_glued())
}

/// One token of a shape.
pub fn shape<'a>(shape: Shape) -> impl Fn(Cursor<'a>) -> Read<'a, Token> {
    token(move |token| token.shape == shape)
}

/// The longest surface of a table, as (row, column).
pub fn table<'a>(table: Catalog) -> impl Fn(Cursor<'a>) -> Read<'a, (usize, u8)> {
    move |input| match input.table(table) {
        Some((end, row, column)) => Ok((input.to(end), (row, column))),
        None => fail(),
    }
}

/// The tokens that a parser reads, with what it gives.
pub fn spanned<'a, T>(
    mut parser: impl Parser<Cursor<'a>, Output = T, Error = ()>,
) -> impl FnMut(Cursor<'a>) -> Read<'a, (Tokens, T)> {
    move |input| {
        let (rest, value) = parser.parse(input)?;
        Ok((rest, (input.at..rest.at, value)))
    }
}
