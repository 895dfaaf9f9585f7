//! What the cutting of blocks and sentences knows of words, by their ids. The lexicon fills it in.

use super::{Token, Word};

/// Whether the full stop of an abbreviation can close a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ends {
    /// `Mr.`
    Never,
    /// `Inc.`: only before a function word with a capital.
    Seldom,
    /// `etc.`: before any capital.
    Often,
    /// `No.`: it is an abbreviation only where a number follows.
    UnlessNumber,
}

impl Ends {
    /// The value that a table names.
    pub fn parse(text: &str) -> Option<Ends> {
        match text {
            "never" => Some(Ends::Never),
            "seldom" => Some(Ends::Seldom),
            "often" => Some(Ends::Often),
            "unless_number" => Some(Ends::UnlessNumber),
            _ => None,
        }
    }
}

/// What is known of one word.
#[derive(Clone, Copy, Default)]
struct Cue {
    ends: Option<Ends>,
    month: bool,
    /// Whether the table writes it with a capital, so that the text must too.
    capital: bool,
}

/// Abbreviations and months, by word.
#[derive(Default)]
pub struct Cues {
    cues: Vec<Cue>,
}

impl Cues {
    /// Makes an abbreviation known; `capital` where it counts with a capital only.
    pub fn add_abbreviation(&mut self, word: Word, capital: bool, ends: Ends) {
        let cue = self.entry(word);
        cue.ends = Some(ends);
        cue.capital = capital;
    }

    /// Makes the name of a month known.
    pub fn add_month(&mut self, word: Word) {
        self.entry(word).month = true;
    }

    /// How a token's full stop is to be read, where it is an abbreviation.
    pub fn abbreviation(&self, token: &Token) -> Option<Ends> {
        let cue = self.cues.get(token.word.0 as usize)?;
        cue.ends.filter(|_| !cue.capital || token.is_capital())
    }

    /// Whether a token names a month.
    pub fn is_month(&self, token: &Token) -> bool {
        token.is_capital() && self.cues.get(token.word.0 as usize).is_some_and(|cue| cue.month)
    }

    fn entry(&mut self, word: Word) -> &mut Cue {
        let index = word.0 as usize;
        if self.cues.len() <= index {
            self.cues.resize(index + 1, Cue::default());
        }
        &mut self.cues[index]
    }
}
