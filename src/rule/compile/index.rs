//! Which programs a sentence wakes, by its words.

use super::program::Program;
use crate::token::{Token, Word};

/// Programs by the words that they need.
#[derive(Debug, Default)]
pub(crate) struct Index {
    /// By word id: the number of its list in `lists`, 0 for none.
    by_word: Vec<u32>,
    lists: Vec<Vec<u32>>,
    /// Programs that need no word.
    always: Vec<u32>,
}

impl Index {
    /// Files programs, each under all words of its need.
    pub(super) fn new<'p>(programs: impl Iterator<Item = (u32, &'p Program)>) -> Index {
        let mut index = Index { lists: vec![Vec::new()], ..Index::default() };
        for (number, program) in programs {
            match &program.need {
                Some(words) => words.iter().for_each(|word| index.file(*word, number)),
                None => index.always.push(number),
            }
        }
        index
    }

    fn file(&mut self, word: Word, program: u32) {
        let at = word.0 as usize;
        if self.by_word.len() <= at {
            self.by_word.resize(at + 1, 0);
        }
        if self.by_word[at] == 0 {
            self.by_word[at] = self.lists.len() as u32;
            self.lists.push(Vec::new());
        }
        self.lists[self.by_word[at] as usize].push(program);
    }

    /// The programs that the words of a sentence wake, in order, put into `woken`.
    pub(crate) fn wake(&self, sentence: &[Token], woken: &mut Vec<u32>) {
        woken.clear();
        woken.extend(&self.always);
        for token in sentence {
            let list = self.by_word.get(token.word.0 as usize).copied().unwrap_or(0);
            if list != 0 {
                woken.extend(&self.lists[list as usize]);
            }
        }
        if woken.len() > self.always.len() {
            woken.sort_unstable();
            woken.dedup();
        }
    }
}
