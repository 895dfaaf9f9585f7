//! Phrases are read where rules ask for them, and each once: many rules ask the same of a sentence.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::value::class::{self, Reading};
use crate::value::{Class, Page, Values};

/// The readings of one page so far, by class, first token, and the end that they were bound to.
#[derive(Default)]
pub(in crate::rule) struct Phrases {
    read: RefCell<FxHashMap<(Class, u32, u32), Option<Reading>>>,
}

impl Phrases {
    /// [`class::read`], from memory where it was asked before.
    pub(super) fn read(
        &self,
        page: &Page,
        values: &Values,
        class: Class,
        at: u32,
        end: u32,
    ) -> Option<Reading> {
        let mut read = self.read.borrow_mut();
        read.entry((class, at, end)).or_insert_with(|| class::read(page, values, class, at, end)).clone()
    }
}
