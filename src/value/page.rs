//! An article as the grammars see it, and the cursor with which nom walks over its tokens.

use std::fmt;

use nom::{Input, Needed};

use crate::lexicon::time::Term;
use crate::lexicon::{Catalog, Hits, Lexicon};
use crate::text::Span;
use crate::token::{Block, Sentence, Token, Tokens, Word};

/// An article that has been cut and looked up.
pub struct Page<'a> {
    /// The whole text; spans index it.
    pub text: &'a str,
    /// Its tokens, without those of a header.
    pub tokens: &'a [Token],
    /// Its blocks, in order.
    pub blocks: &'a [Block],
    /// Its sentences, in order.
    pub sentences: &'a [Sentence],
    /// The tables.
    pub lexicon: &'a Lexicon,
    /// What the tables know of its tokens.
    pub hits: &'a Hits,
}

impl<'a> Page<'a> {
    /// The token at an index; `None` past the end.
    #[inline]
    pub fn token(&self, at: u32) -> Option<&'a Token> {
        self.tokens.get(at as usize)
    }

    /// The word at an index; unknown past the end.
    #[inline]
    pub fn word(&self, at: u32) -> Word {
        self.token(at).map_or(Word::UNKNOWN, |token| token.word)
    }

    /// What the words and phrases that begin at a token mean in dates, each with the token after it, longest first.
    pub fn terms(&self, at: u32) -> impl Iterator<Item = (u32, Term)> {
        self.hits.terms(at).iter().copied()
    }

    /// The text of one token.
    #[inline]
    pub fn str(&self, at: u32) -> &'a str {
        self.token(at).map_or("", |token| token.span.of(self.text))
    }

    /// The span in bytes from the first to the last of some tokens.
    pub fn span(&self, tokens: &Tokens) -> Span {
        match (self.token(tokens.start), self.token(tokens.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => first.span.cover(last.span),
            _ => Span::default(),
        }
    }

    /// The text of some tokens, as it stands, line breaks included.
    pub fn slice(&self, tokens: &Tokens) -> &'a str {
        self.span(tokens).of(self.text)
    }

    /// The sentence that holds a token, by number.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        let after = self.sentences.partition_point(|sentence| sentence.tokens.start <= at);
        let number = after.checked_sub(1)?;
        self.sentences[number].tokens.contains(&at).then_some(number)
    }

    /// A cursor over some tokens.
    pub fn cursor(&'a self, tokens: Tokens) -> Cursor<'a> {
        let end = tokens.end.min(self.tokens.len() as u32);
        Cursor { page: self, at: tokens.start.min(end), end }
    }
}

/// nom's input: the tokens of a page from `at` to `end`, usually the end of a sentence.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    /// The page.
    pub page: &'a Page<'a>,
    /// The next token.
    pub at: u32,
    /// Where reading stops.
    pub end: u32,
}

impl<'a> Cursor<'a> {
    /// The next token, unless the end is reached.
    #[inline]
    pub fn peek(&self) -> Option<&'a Token> {
        if self.at < self.end { self.page.token(self.at) } else { None }
    }

    /// The word of the next token; unknown at the end.
    #[inline]
    pub fn word(&self) -> Word {
        self.peek().map_or(Word::UNKNOWN, |token| token.word)
    }

    /// The text of the next token; empty at the end.
    pub fn text(&self) -> &'a str {
        self.peek().map_or("", |token| token.span.of(self.page.text))
    }

    /// The token before the next one; none at the start of the page.
    pub fn before(&self) -> Option<&'a Token> {
        self.page.token(self.at.checked_sub(1)?)
    }

    /// The same cursor further on.
    #[inline]
    pub fn to(self, at: u32) -> Cursor<'a> {
        Cursor { at: at.min(self.end), ..self }
    }

    /// The longest surface of a table that begins here and ends before the cursor does.
    #[inline]
    pub fn table(&self, table: Catalog) -> Option<(u32, usize, u8)> {
        self.page.hits.table(self.at, table).filter(|(end, ..)| *end <= self.end && self.at < self.end)
    }
}

impl fmt::Debug for Cursor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:?}", self.page.slice(&(self.at..self.end)))
    }
}

impl<'a> Input for Cursor<'a> {
    type Item = Token;
    type Iter = std::iter::Copied<std::slice::Iter<'a, Token>>;
    type IterIndices = std::iter::Enumerate<Self::Iter>;

    fn input_len(&self) -> usize {
        (self.end - self.at) as usize
    }

    fn take(&self, index: usize) -> Self {
        Cursor { end: self.at + index as u32, ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        Cursor { at: self.at + index as u32, ..*self }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Token) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.page.tokens[self.at as usize..self.end as usize].iter().copied()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() { Ok(count) } else { Err(Needed::new(count - self.input_len())) }
    }
}
