//! Which programs a sentence wakes, by its words and the values that begin in it.

use super::need::Demand;
use super::program::Program;
use crate::token::{Token, Word};
use crate::value::class::Families;

/// The programs of a stage, by what they need and demand.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// By word id: the number of its entry in `entries`; 0 is the entry of nothing.
    by_word: Vec<u32>,
    entries: Vec<Entry>,
    /// All programs of the stage, in order.
    programs: Vec<Asking>,
    /// Programs that need no word, a bit each.
    always: Vec<u64>,
    /// What programs demand, each once.
    demands: Vec<Demand>,
    /// The demands that values meet.
    valued: Vec<u32>,
}

/// What a word does.
#[derive(Debug, Default)]
struct Entry {
    /// The programs that it wakes.
    wakes: Vec<u32>,
    /// The demands that it meets.
    meets: Vec<u32>,
}

/// A program that asks for a sentence.
#[derive(Debug)]
struct Asking {
    /// Its number among all.
    find: u32,
    demands: Vec<u32>,
}

/// What a sentence wakes. Its buffers are used again for the next.
#[derive(Debug, Default)]
pub(crate) struct Woken {
    pub programs: Vec<Candidate>,
    /// Programs that the words wake, a bit each.
    bits: Vec<u64>,
    /// For each demand one past the last token that meets it, counted from the start of the sentence; 0 where none does.
    last: Vec<u32>,
}

/// A program that may match in a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Candidate {
    /// Its number among all.
    pub find: u32,
    /// The last token at which a match can start, counted from the start of the sentence: where the first of its demands is
    /// met for the last time.
    pub last: u32,
}

impl Index {
    /// Files programs, each under all words of its need.
    pub(super) fn new<'p>(programs: impl Iterator<Item = (u32, &'p Program)>) -> Index {
        let mut index = Index { entries: vec![Entry::default()], ..Index::default() };
        for (number, (find, program)) in programs.enumerate() {
            let demands = program.demands.iter().map(|demand| index.demand(demand)).collect();
            index.programs.push(Asking { find, demands });
            index.always.resize(index.programs.len().div_ceil(64), 0);
            match &program.need {
                Some(words) => words.iter().for_each(|word| index.entry(*word).wakes.push(number as u32)),
                None => index.always[number / 64] |= 1 << (number % 64),
            }
        }
        index
    }

    fn demand(&mut self, demand: &Demand) -> u32 {
        if let Some(number) = self.demands.iter().position(|known| known == demand) {
            return number as u32;
        }
        let number = self.demands.len() as u32;
        demand.words.iter().for_each(|word| self.entry(*word).meets.push(number));
        if demand.families != Families::NONE {
            self.valued.push(number);
        }
        self.demands.push(demand.clone());
        number
    }

    fn entry(&mut self, word: Word) -> &mut Entry {
        let at = word.0 as usize;
        if self.by_word.len() <= at {
            self.by_word.resize(at + 1, 0);
        }
        if self.by_word[at] == 0 {
            self.by_word[at] = self.entries.len() as u32;
            self.entries.push(Entry::default());
        }
        &mut self.entries[self.by_word[at] as usize]
    }

    /// The programs that a sentence wakes, in order, with the families of the values that begin at its tokens; where `all`,
    /// those too whose demands it does not meet.
    pub(crate) fn wake(&self, sentence: &[Token], families: &[Families], all: bool, woken: &mut Woken) {
        woken.programs.clear();
        woken.bits.clone_from(&self.always);
        woken.last.clear();
        woken.last.resize(self.demands.len(), 0);
        self.ask_words(sentence, woken);
        if woken.bits.iter().any(|bits| *bits != 0) {
            self.ask_values(families, woken);
            self.choose(sentence.len() as u32, all, woken);
        }
    }

    fn ask_words(&self, sentence: &[Token], woken: &mut Woken) {
        for (at, token) in (1..).zip(sentence) {
            let entry = self.by_word.get(token.word.0 as usize).copied().unwrap_or(0);
            if entry != 0 {
                let Entry { wakes, meets } = &self.entries[entry as usize];
                wakes.iter().for_each(|&program| woken.bits[program as usize / 64] |= 1 << (program % 64));
                meets.iter().for_each(|&demand| woken.last[demand as usize] = at);
            }
        }
    }

    fn ask_values(&self, families: &[Families], woken: &mut Woken) {
        let last_of = Families::last(families);
        for &demand in &self.valued {
            let wanted = self.demands[demand as usize].families;
            let last = &mut woken.last[demand as usize];
            *last = wanted.latest(&last_of).max(*last);
        }
    }

    /// Of the programs woken, those whose demands are all met.
    fn choose(&self, length: u32, all: bool, woken: &mut Woken) {
        for (word, &bits) in woken.bits.iter().enumerate() {
            let mut bits = bits;
            while bits != 0 {
                let Asking { find, demands } = &self.programs[word * 64 + bits.trailing_zeros() as usize];
                bits &= bits - 1;
                let first = demands.iter().map(|&demand| woken.last[demand as usize]).min();
                let end = if all { length } else { first.unwrap_or(length) };
                if let Some(last) = end.checked_sub(1) {
                    woken.programs.push(Candidate { find: *find, last });
                }
            }
        }
    }
}
