//! Longest match of many surfaces over tokens.

use rustc_hash::FxHashMap;

use super::Entry;
use crate::token::{Shape, Token, Vocabulary, Word, lex_into};

/// What a token of a surface asks of the text's token besides being the same folded word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Case {
    Any,
    /// `Turkey`: at least a capital first letter.
    Capital,
    /// `SCO`: all capitals.
    Upper,
}

impl Case {
    fn of(shape: Shape) -> Case {
        match shape {
            Shape::Upper => Case::Upper,
            Shape::Capital | Shape::Mixed => Case::Capital,
            Shape::Code | Shape::Lower | Shape::Number | Shape::Address | Shape::Mark => Case::Any,
        }
    }

    fn admits(self, shape: Shape) -> bool {
        match self {
            Case::Any => true,
            Case::Capital => matches!(shape, Shape::Capital | Shape::Mixed | Shape::Upper),
            Case::Upper => shape == Shape::Upper,
        }
    }
}

/// All surfaces as paths of words.
#[derive(Default)]
pub(super) struct Trie {
    /// The node that each word leads to from the root, by the word's id; 0 is none.
    roots: Vec<u32>,
    children: FxHashMap<(u32, Word), u32>,
    /// What ends at each node; node 0 is never used.
    ends: Vec<Vec<(Box<[Case]>, Entry)>>,
}

impl Trie {
    /// Adds a surface, interning its words. Surfaces of no token are ignored.
    pub fn insert(&mut self, surface: &str, entry: Entry, vocabulary: &mut Vocabulary) {
        let mut tokens = Vec::new();
        lex_into(surface, 0, |folded| vocabulary.intern(folded), &mut tokens);
        if self.ends.is_empty() {
            self.ends.push(Vec::new());
        }
        let Some((first, rest)) = tokens.split_first() else { return };
        let mut node = self.root(first.word);
        for token in rest {
            node = match self.children.get(&(node, token.word)) {
                Some(&child) => child,
                None => {
                    let child = self.node();
                    self.children.insert((node, token.word), child);
                    child
                }
            };
        }
        let cases = tokens.iter().map(|t| Case::of(t.shape)).collect();
        self.ends[node as usize].push((cases, entry));
    }

    fn root(&mut self, word: Word) -> u32 {
        let index = word.0 as usize;
        if self.roots.len() <= index {
            self.roots.resize(index + 1, 0);
        }
        if self.roots[index] == 0 {
            self.roots[index] = self.node();
        }
        self.roots[index]
    }

    fn node(&mut self) -> u32 {
        self.ends.push(Vec::new());
        (self.ends.len() - 1) as u32
    }

    /// Calls `found` with the length in tokens and the entry of every surface that begins `tokens`, shortest first.
    pub fn starts(&self, tokens: &[Token], mut found: impl FnMut(u32, Entry)) {
        let Some(first) = tokens.first() else { return };
        let mut node = self.roots.get(first.word.0 as usize).copied().unwrap_or(0);
        let mut length = 0;
        while node != 0 {
            length += 1;
            for (cases, entry) in &self.ends[node as usize] {
                if cases.iter().zip(tokens).all(|(case, token)| case.admits(token.shape)) {
                    found(length as u32, *entry);
                }
            }
            let Some(next) = tokens.get(length) else { return };
            node = self.children.get(&(node, next.word)).copied().unwrap_or(0);
        }
    }
}
