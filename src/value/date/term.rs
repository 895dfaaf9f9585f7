//! The small parsers that the grammars of dates are made of: words by their meaning.

use crate::lexicon::time::Term;
use crate::token::{Token, keyword};
pub(super) use crate::value::grammar::{Read, fail, glued, word};
use crate::value::page::Cursor;

/// Failure unless a condition holds.
pub(super) fn ensure<'a>(input: Cursor<'a>, condition: bool) -> Read<'a, ()> {
    if condition { Ok((input, ())) } else { fail() }
}

/// The longest word or phrase that a function makes something of.
pub(super) fn term<'a, T>(pick: impl Fn(Term) -> Option<T>) -> impl Fn(Cursor<'a>) -> Read<'a, T> {
    move |input| {
        let fits = input
            .page
            .terms(input.at)
            .find_map(|(end, term)| if end <= input.end { Some((end, pick(term)?)) } else { None });
        match fits {
            Some((end, value)) if input.at < input.end => Ok((input.to(end), value)),
            _ => fail(),
        }
    }
}

/// Defines the reader of one variant of [`Term`].
macro_rules! pick {
    ($pattern:pat => $value:expr) => {
        $crate::value::date::term::term(|term| match term {
            $pattern => Some($value),
            _ => None,
        })
    };
}
pub(super) use pick;

/// The place after something that may be missing.
pub(super) fn skip<'a, T>(input: Cursor<'a>, parser: impl Fn(Cursor<'a>) -> Read<'a, T>) -> Cursor<'a> {
    parser(input).map_or(input, |(rest, _)| rest)
}

/// A hyphen between glued words: 'third-quarter'.
pub(super) fn hyphen(input: Cursor) -> Read<Token> {
    let (rest, mark) = glued(keyword::HYPHEN)(input)?;
    ensure(rest, rest.peek().is_some_and(Token::is_glued))?;
    Ok((rest, mark))
}

/// Nothing, or a hyphen.
pub(super) fn joint(input: Cursor) -> Read<()> {
    Ok((skip(input, hyphen), ()))
}

/// 'the', where it stands.
pub(super) fn article(input: Cursor) -> Read<()> {
    Ok((skip(input, pick!(Term::Article => ())), ()))
}
