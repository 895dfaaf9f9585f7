//! What a pattern compiles to: a small program for the engine.

use super::need::Demand;
use crate::lexicon::Catalog;
use crate::rule::ast::{At, Mode};
use crate::rule::schema::KindRef;
use crate::token::{Shape, Token, Word};
use crate::value::Class;
use crate::value::verb::Voice;

/// A compiled pattern.
#[derive(Debug, Default)]
pub(crate) struct Program {
    /// The instructions; the first is at 0, and one of them is [`Op::Accept`].
    pub ops: Vec<Op>,
    /// For each instruction, which part of the pattern it is of, and what that wants, for explanations.
    pub wants: Vec<Want>,
    /// Where parts stand in the rule files, each with the one that it is part of.
    pub places: Vec<(At, Option<u32>)>,
    /// Its holes.
    pub holes: Vec<Hole>,
    /// Patterns that must not follow where [`Op::Not`] stands.
    pub nots: Vec<Program>,
    /// Words one of which a sentence must hold; none where classes alone are wanted.
    pub need: Option<Vec<Word>>,
    /// What every match holds at or after its start.
    pub demands: Vec<Demand>,
    /// Words one of which a match begins with, sorted; none where it can begin with a class.
    pub first: Option<Vec<Word>>,
    /// Whether every match begins with a value that the grammars found, an article or the like before it.
    pub found_first: bool,
    /// Whether a hole reads the rest of the line.
    pub has_rest: bool,
}

impl Program {
    /// The places of the part that an instruction is of, and of all that it stands in.
    pub(crate) fn places(&self, op: u32) -> impl Iterator<Item = At> {
        let place = |number: Option<u32>| self.places.get(number? as usize);
        let mut next = place(self.wants[op as usize].place);
        std::iter::from_fn(move || {
            let (at, outer) = next?;
            next = place(*outer);
            Some(*at)
        })
    }
}

/// What an instruction wants, in words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Want {
    /// Number of the part of the pattern, from 0.
    pub part: u32,
    /// '`with`', 'a date', 'a verb of `signing`'.
    pub text: String,
    /// What it is part of: the last of [`Program::places`] that it stands in.
    pub place: Option<u32>,
}

/// An instruction. Whatever fails goes back to the last choice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Op {
    /// A given word or mark.
    Word(Literal),
    /// A hole, by number.
    Hole(u16),
    /// Goes on at the first, and if that fails at the second.
    Split(u32, u32),
    /// Goes on elsewhere.
    Jump(u32),
    /// Fails where one of these fields is filled: bits by field.
    Unfilled(u64),
    /// A captured phrase begins: its hole.
    Open(u16),
    /// The captured phrase ends: its hole.
    Close(u16),
    /// Fails where the pattern of that number matches here.
    Not(u16),
    /// One token that a gap may skip.
    Skip,
    /// A condition on the place, which takes no token.
    Here(Place),
    /// The match is complete.
    Accept,
}

/// A word, with the case that it asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Literal {
    pub word: Word,
    pub case: Case,
}

/// The case that a word of a pattern asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Case {
    Any,
    Capital,
    Upper,
}

impl Literal {
    /// Small letters match any case, a capital asks for a capital, all capitals for all capitals.
    pub(crate) fn new(token: &Token) -> Literal {
        let case = match token.shape {
            Shape::Upper => Case::Upper,
            Shape::Capital | Shape::Mixed => Case::Capital,
            Shape::Lower | Shape::Number | Shape::Code | Shape::Address | Shape::Mark => Case::Any,
        };
        Literal { word: token.word, case }
    }

    /// Whether a token is this word.
    pub(crate) fn admits(self, token: &Token) -> bool {
        let case = match self.case {
            Case::Any => true,
            Case::Capital => token.is_capital(),
            Case::Upper => token.shape == Shape::Upper,
        };
        self.word == token.word && case
    }
}

/// Zero-width conditions.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// The start of the sentence.
    Start,
    /// The end of the sentence, before its closing mark.
    End,
    /// Anywhere in the headline.
    Headline,
    /// The start of a list item.
    Bullet,
}

/// A hole that takes tokens.
#[derive(Clone, Debug)]
pub(crate) struct Hole {
    /// The field that it fills.
    pub field: Option<String>,
    /// The bit of that field in [`Op::Unfilled`]; none where nothing is filled.
    pub bit: u64,
    /// What stands before its classes.
    pub mode: Mode,
    /// What it takes: the longest reading of any.
    pub sources: Vec<Source>,
}

/// Where the readings of a hole come from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    /// A class of values.
    Class(Class),
    /// A word list.
    Words(u16),
    /// A verb list.
    Verbs(u16, Voice),
    /// A table as a word list.
    Table(Catalog),
    /// Facts that other rules gave.
    Kind(KindRef),
}
