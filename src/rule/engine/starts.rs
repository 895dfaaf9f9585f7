//! Where values begin, so that a pattern that begins with one is tried there alone.

use crate::rule::compile::LIST_LEADS;
use crate::value::{Found, Page, Placed, Values};

/// For each token, whether a value begins there, or after the articles and the like that stand there.
pub(in crate::rule) struct Starts(Vec<bool>);

impl Starts {
    pub(super) fn new(page: &Page, values: &Values) -> Starts {
        let mut starts = vec![false; page.tokens.len()];
        mark(&mut starts, &values.dates);
        mark(&mut starts, &values.quantities);
        mark(&mut starts, &values.names);
        mark(&mut starts, &values.references);
        mark(&mut starts, &values.documents);
        for at in (1..starts.len()).rev() {
            starts[at - 1] |= starts[at] && LIST_LEADS.contains(&page.tokens[at - 1].word);
        }
        Starts(starts)
    }

    /// Whether one begins at a token.
    pub(super) fn at(&self, at: u32) -> bool {
        self.0.get(at as usize).is_some_and(|starts| *starts)
    }
}

fn mark<T: Placed>(starts: &mut [bool], values: &Found<T>) {
    for value in values.all() {
        if let Some(start) = starts.get_mut(value.tokens().start as usize) {
            *start = true;
        }
    }
}
