//! Longest match of many surfaces over tokens.

use rustc_hash::FxHashMap;

use super::Entry;
use crate::token::{Shape, Token, Vocabulary, Word, lex_into};

/// Which tokens of a surface ask for capitals in the text besides being the same folded word: bits by token. What
/// comes after the 32nd token asks for none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Cases {
    /// `Turkey`: at least a capital first letter.
    capital: u32,
    /// `SCO`: all capitals.
    upper: u32,
}

impl Cases {
    fn of(tokens: &[Token]) -> Cases {
        let mut cases = Cases::default();
        for (number, token) in tokens.iter().take(32).enumerate() {
            match token.shape {
                Shape::Upper => cases.upper |= 1 << number,
                Shape::Capital | Shape::Mixed => cases.capital |= 1 << number,
                Shape::Code | Shape::Lower | Shape::Number | Shape::Address | Shape::Mark => {}
            }
        }
        cases
    }

    fn admits(self, tokens: &[Token]) -> bool {
        if self == Cases::default() {
            return true;
        }
        tokens.iter().take(32).enumerate().all(|(number, token)| {
            let (capital, upper) = (self.capital >> number & 1 == 1, self.upper >> number & 1 == 1);
            (!capital || token.is_capital()) && (!upper || token.shape == Shape::Upper)
        })
    }
}

/// All surfaces as paths of words.
#[derive(Default)]
pub(super) struct Trie {
    /// The node that each word leads to from the root, by the word's id; 0 is none.
    roots: Vec<u32>,
    children: FxHashMap<(u32, Word), u32>,
    /// Node 0 is never used.
    nodes: Vec<Node>,
    /// What ends at the nodes; number 0 is never used.
    ends: Vec<End>,
}

#[derive(Clone, Copy, Default)]
struct Node {
    /// The first and the last of what ends here; 0 where nothing does.
    ends: (u32, u32),
    /// Whether any surface goes on from here.
    leads_on: bool,
}

impl Node {
    /// Whether anything ends here or further on.
    fn is_used(&self) -> bool {
        self.leads_on || self.ends.0 != 0
    }
}

#[derive(Clone, Copy)]
struct End {
    cases: Cases,
    entry: Entry,
    /// The next that ends at the same node; 0 where none does.
    next: u32,
}

impl Trie {
    /// Adds a surface, interning its words. Surfaces of no token are ignored.
    pub fn insert(&mut self, surface: &str, entry: Entry, vocabulary: &mut Vocabulary) {
        let mut tokens = Vec::new();
        lex_into(surface, 0, |folded| vocabulary.intern(folded), &mut tokens);
        let Some((first, rest)) = tokens.split_first() else { return };
        let mut node = self.root(first.word);
        for token in rest {
            node = self.child(node, token.word);
        }
        self.end(node, Cases::of(&tokens), entry);
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

    fn child(&mut self, node: u32, word: Word) -> u32 {
        if let Some(&child) = self.children.get(&(node, word)) {
            return child;
        }
        let child = self.node();
        self.children.insert((node, word), child);
        self.nodes[node as usize].leads_on = true;
        child
    }

    fn node(&mut self) -> u32 {
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        self.nodes.push(Node::default());
        (self.nodes.len() - 1) as u32
    }

    /// Puts what ends at a node behind what was put there before.
    fn end(&mut self, node: u32, cases: Cases, entry: Entry) {
        let end = End { cases, entry, next: 0 };
        if self.ends.is_empty() {
            self.ends.push(end);
        }
        self.ends.push(end);
        let number = (self.ends.len() - 1) as u32;
        let (first, last) = &mut self.nodes[node as usize].ends;
        match *first {
            0 => *first = number,
            _ => self.ends[*last as usize].next = number,
        }
        *last = number;
    }

    /// The same with some entries only. What ends at a node lies together, and no path leads where nothing ends, so that it is
    /// walked faster.
    pub fn keeping(&self, keep: impl Fn(Entry) -> bool) -> Trie {
        let mut kept = Trie { nodes: vec![Node::default(); self.nodes.len()], ..Trie::default() };
        for (number, node) in self.nodes.iter().enumerate() {
            for end in self.ends_of(*node).filter(|end| keep(end.entry)) {
                kept.end(number as u32, end.cases, end.entry);
            }
        }
        let mut paths: Vec<_> =
            self.children.iter().map(|(&(node, word), &child)| (child, node, word)).collect();
        // A child has a higher number than its parent: from the last on, all below a child is known.
        paths.sort_unstable_by_key(|&(child, ..)| std::cmp::Reverse(child));
        for (child, node, word) in paths {
            if kept.nodes[child as usize].is_used() {
                kept.children.insert((node, word), child);
                kept.nodes[node as usize].leads_on = true;
            }
        }
        let used =
            |&root: &u32| if kept.nodes.get(root as usize).is_some_and(Node::is_used) { root } else { 0 };
        kept.roots = self.roots.iter().map(used).collect();
        kept
    }

    /// What ends at a node, in order.
    fn ends_of(&self, node: Node) -> impl Iterator<Item = &End> {
        let at = |number: u32| (number != 0).then(|| &self.ends[number as usize]);
        std::iter::successors(at(node.ends.0), move |end| at(end.next))
    }

    /// Calls `found` with the length in tokens and the entry of every surface that begins `tokens`, shortest first.
    pub fn starts(&self, tokens: &[Token], mut found: impl FnMut(u32, Entry)) {
        let Some(first) = tokens.first() else { return };
        let mut number = self.roots.get(first.word.0 as usize).copied().unwrap_or(0);
        let mut length = 0;
        while number != 0 {
            length += 1;
            let node = self.nodes[number as usize];
            for end in self.ends_of(node).filter(|end| end.cases.admits(&tokens[..length])) {
                found(length as u32, end.entry);
            }
            let Some(token) = tokens.get(length).filter(|_| node.leads_on) else { return };
            number = self.children.get(&(number, token.word)).copied().unwrap_or(0);
        }
    }
}
