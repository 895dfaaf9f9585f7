//! Where values begin, so that patterns are tried only where they can match.

use crate::rule::compile::LIST_LEADS;
use crate::token::Tokens;
use crate::value::class::Families;
use crate::value::{Class, Found, Page, Placed, Values};

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

    /// The families of the values that begin at some tokens.
    pub(super) fn families(&self, tokens: &Tokens) -> &[Families] {
        self.families.get(tokens.start as usize..tokens.end as usize).unwrap_or_default()
    }

    /// Whether a class may read something at a token, or behind the words that may stand before it: most holes need not look
    /// further.
    #[inline]
    pub(super) fn may_read(&self, class: Class, at: u32) -> bool {
        let Some(wanted) = Families::of(class) else { return true };
        let end = self.families.len().min((at + class.reach() + 1) as usize);
        let here = self.families.get(at as usize..end).unwrap_or_default();
        here.iter().any(|families| families.meets(wanted))
    }
}

fn mark<T: Placed>(families: &mut [Families], family: Families, values: &Found<T>) {
    for value in values.all() {
        if let Some(here) = families.get_mut(value.tokens().start as usize) {
            *here = here.or(family);
        }
    }
}
