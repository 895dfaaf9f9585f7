//! What holds values: nom grammars over tokens.
//!
//! Each grammar family is a file or folder here. All of them are run over an article once, before any
//! rule; what they find lies in [`Values`], by the token at which it starts.

pub mod class;
pub mod date;
pub mod document;
pub mod grammar;
pub mod list;
pub mod name;
pub mod number;
pub mod page;
pub mod quantity;
#[cfg(test)]
pub(crate) mod sample;
pub mod verb;

pub use class::{Class, Reading};
pub use page::{Cursor, Page};

use crate::token::Tokens;

/// Everything that the grammars found in one article. In each list the tokens of the entries are in order
/// and do not overlap.
#[derive(Default)]
pub struct Values {
    /// Dates, times, durations and sets.
    pub dates: Found<date::DateValue>,
    /// Numbers with and without units.
    pub quantities: Found<quantity::Quantity>,
    /// Names of persons, places, states, bodies and companies.
    pub names: Found<name::Name>,
    /// References to what was named before: 'both countries', 'it'.
    pub references: Found<name::Reference>,
    /// Mentions of documents.
    pub documents: Found<document::DocumentMention>,
}

impl Values {
    /// Reads the whole page. The order matters: dates keep numbers from being figures, names keep words
    /// from being dates, documents are made of names.
    pub fn read(page: &Page) -> Values {
        let mut values = Values::default();
        values.names = name::read(page);
        values.references = name::read_references(page, &values);
        values.dates = date::read(page, &values, &date::Reach::read(page));
        values.quantities = quantity::read(page, &values);
        values.documents = document::read(page, &values);
        values
    }

    /// Reads dates alone, and in sentences that may hold any the names that keep words from being dates.
    pub fn read_dates(page: &Page) -> Values {
        let reach = date::Reach::read(page);
        let names = name::read_in(page, |sentence| reach.may_hold(sentence));
        let mut values = Values { names, ..Values::default() };
        values.dates = date::read(page, &values, &reach);
        values
    }
}

/// What has a place among the tokens.
pub trait Placed {
    /// Its tokens.
    fn tokens(&self) -> Tokens;
}

/// Values of one family, in the order of their tokens, none overlapping another.
#[derive(Debug)]
pub struct Found<T> {
    items: Vec<T>,
}

impl<T> Default for Found<T> {
    fn default() -> Self {
        Found { items: Vec::new() }
    }
}

impl<T: Placed> Found<T> {
    /// Takes values that are already in order.
    pub fn new(items: Vec<T>) -> Self {
        debug_assert!(items.windows(2).all(|pair| pair[0].tokens().end <= pair[1].tokens().start));
        Found { items }
    }

    /// All of them, in order.
    pub fn all(&self) -> &[T] {
        &self.items
    }

    /// For filling in what only later steps know. Tokens must stay as they are.
    pub fn all_mut(&mut self) -> &mut [T] {
        &mut self.items
    }

    /// The one at an index.
    pub fn get(&self, index: usize) -> Option<&T> {
        self.items.get(index)
    }

    /// The one that starts at a token, with its index.
    #[inline]
    pub fn at(&self, token: u32) -> Option<(usize, &T)> {
        let index = self.items.partition_point(|item| item.tokens().start < token);
        self.items.get(index).filter(|item| item.tokens().start == token).map(|item| (index, item))
    }

    /// The one that covers a token, with its index.
    #[inline]
    pub fn covering(&self, token: u32) -> Option<(usize, &T)> {
        let index = self.items.partition_point(|item| item.tokens().end <= token);
        self.items.get(index).filter(|item| item.tokens().contains(&token)).map(|item| (index, item))
    }

    /// All that lie wholly within some tokens, with their indices.
    pub fn within(&self, tokens: &Tokens) -> impl Iterator<Item = (usize, &T)> {
        let first = self.items.partition_point(|item| item.tokens().start < tokens.start);
        let end = tokens.end;
        self.items[first..]
            .iter()
            .take_while(move |item| item.tokens().end <= end)
            .enumerate()
            .map(move |(i, item)| (first + i, item))
    }
}
