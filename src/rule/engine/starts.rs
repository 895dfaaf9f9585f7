//! Where values begin, so that patterns are tried only where they can match.

use crate::rule::compile::LIST_LEADS;
use crate::rule::compile::program::Program;
use crate::token::Tokens;
use crate::value::class::Families;
use crate::value::{Found, Page, Placed, Values};

/// For each token, the families of the values that begin there, and whether one begins there or after the articles and the
/// like that stand there.
pub(in crate::rule) struct Starts {
    families: Vec<Families>,
    begins: Vec<bool>,
}

impl Starts {
    pub(super) fn new(page: &Page, values: &Values) -> Starts {
        let mut families = vec![Families::NONE; page.tokens.len()];
        mark(&mut families, Families::DATES, &values.dates);
        mark(&mut families, Families::QUANTITIES, &values.quantities);
        mark(&mut families, Families::NAMES, &values.names);
        mark(&mut families, Families::NAMES, &values.references);
        mark(&mut families, Families::DOCUMENTS, &values.documents);
        let mut begins: Vec<bool> = families.iter().map(|families| *families != Families::NONE).collect();
        for at in (1..begins.len()).rev() {
            begins[at - 1] |= begins[at] && LIST_LEADS.contains(&page.tokens[at - 1].word);
        }
        Starts { families, begins }
    }

    /// Whether a value begins at a token.
    pub(super) fn at(&self, at: u32) -> bool {
        self.begins.get(at as usize).is_some_and(|begins| *begins)
    }

    /// The last token at which a match of a program can start among some tokens: where the first of its demands is met for the
    /// last time. None where one of them is not met at all.
    pub(super) fn last(&self, page: &Page, program: &Program, tokens: &Tokens) -> Option<u32> {
        let mut last = tokens.end.checked_sub(1)?;
        for demand in &program.demands {
            let meets = |at: &u32| {
                demand.words.binary_search(&page.word(*at)).is_ok()
                    || self.families[*at as usize].meets(demand.families)
            };
            last = tokens.clone().rev().find(meets)?.min(last);
        }
        Some(last)
    }
}

fn mark<T: Placed>(families: &mut [Families], family: Families, values: &Found<T>) {
    for value in values.all() {
        if let Some(here) = families.get_mut(value.tokens().start as usize) {
            *here = here.or(family);
        }
    }
}
