//! Reads `.cloze` files: from text to the tree of [`crate::rule::ast`], with every error at its place.
//!
//! `layout` cuts a file into items and clauses by indentation; nom parsers read each by itself, so that one
//! error hides no other.

mod example;
mod item;
mod layout;
mod pattern;
mod reader;
#[cfg(test)]
mod tests;

use item::Head;
pub use item::keywords;
use layout::{Block, Clause};
use reader::{Fail, Reader};

use super::ast::{At, Ident, Item, ListEntry};
use super::error::Problem;
use crate::text::Span;

/// Reads one file: what could be read of it, and what is wrong with the rest.
pub(super) fn parse(file: u32, text: &str) -> (Vec<Item>, Vec<Problem>) {
    let mut parse = Parse { file, text, problems: Vec::new() };
    let items = layout::cut(text).into_iter().filter_map(|block| parse.item(block)).collect();
    (items, parse.problems)
}

struct Parse<'t> {
    file: u32,
    text: &'t str,
    problems: Vec<Problem>,
}

impl<'t> Parse<'t> {
    fn item(&mut self, block: Block) -> Option<Item> {
        if block.head.is_empty() {
            let first = block.clauses.first()?.clone();
            self.problem(first, "this line is indented, but there is no item above that it could belong to");
            return None;
        }
        match self.read(&block.head, Reader::head) {
            Some(head) => self.body(head, &block),
            None => self.unread(&block.head).map(Item::Unread),
        }
    }

    /// The name of an item that can't be read: its second word, or a later one.
    fn unread(&self, head: &Clause) -> Option<Ident> {
        let words = self.text[head.clone()].split_whitespace();
        let name = words.skip_while(|word| matches!(*word, "replace" | "draft")).nth(1)?;
        Some(Ident { text: name.to_owned(), at: At::default() })
    }

    /// Runs a parser over one clause; what it can't read becomes a problem.
    fn read<T>(
        &mut self,
        clause: &Clause,
        parser: impl FnOnce(Reader, &'t str) -> reader::Read<'t, T>,
    ) -> Option<T> {
        let reader = Reader { file: self.file, end: clause.end };
        match parser(reader, &self.text[clause.clone()]) {
            Ok((_, value)) => Some(value),
            Err(nom::Err::Error(fail) | nom::Err::Failure(fail)) => {
                self.fail(reader, fail);
                None
            }
            Err(nom::Err::Incomplete(_)) => None,
        }
    }

    fn fail(&mut self, reader: Reader, fail: Fail) {
        let word = fail.rest.split(|c: char| c.is_whitespace() || "(){}|\"=".contains(c)).next();
        let first = fail.rest.chars().next().map_or(0, char::len_utf8);
        let length = word.map_or(0, str::len).max(first);
        let at = reader.at(fail.rest, &fail.rest[length..]);
        self.problems.push(Problem { at, message: fail.message, help: fail.help });
    }

    fn problem(&mut self, clause: Clause, message: &str) {
        let span = Span::new(clause.start as u32, clause.end as u32);
        let at = At { file: self.file, span };
        self.problems.push(Problem { at, message: message.to_owned(), help: None });
    }

    /// Reads the clauses under a head.
    fn body(&mut self, head: Head, block: &Block) -> Option<Item> {
        Some(match head {
            Head::List { verbs, add, mut list } => {
                self.entries(&mut list.entries, block);
                match (add, verbs) {
                    (true, verbs) => Item::Add { verbs, list },
                    (false, true) => Item::Verbs(list),
                    (false, false) => Item::Words(list),
                }
            }
            Head::Phrase(phrase) => Item::Phrase(phrase),
            Head::Kind(mut kind) => {
                kind.fields = self.lines(block, Reader::kind_field, "a kind needs a field: `guest person`");
                Item::Kind(kind)
            }
            Head::Rule(mut rule) => {
                for clause in &block.clauses {
                    let read = self.read(clause, |reader, input| reader.clause(input, &mut rule));
                    rule.unread |= read.is_none();
                }
                let end = block.clauses.last().map_or(block.head.end, |last| last.end);
                rule.at.span.end = end as u32;
                Item::Rule(rule)
            }
            Head::Drop(name) => {
                if let Some(first) = block.clauses.first() {
                    self.problem(first.clone(), "nothing can stand under `drop`");
                }
                Item::Drop(name)
            }
            Head::Replace(head) => Item::Replace(Box::new(self.body(*head, block)?)),
        })
    }

    /// The entries of a list: on its first line, or each on one of its own.
    fn entries(&mut self, entries: &mut Vec<ListEntry>, block: &Block) {
        if entries.is_empty() {
            *entries = self.lines(block, Reader::entry, "a list needs an entry, here or on the lines below");
        }
    }

    fn lines<T>(
        &mut self,
        block: &Block,
        parser: impl Fn(Reader, &'t str) -> reader::Read<'t, T>,
        missing: &str,
    ) -> Vec<T> {
        if block.clauses.is_empty() {
            self.problem(block.head.clone(), missing);
        }
        block.clauses.iter().filter_map(|clause| self.read(clause, &parser)).collect()
    }
}
