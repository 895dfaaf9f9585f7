//! What figures of one sentence lend each other: units of lists, bounds of brackets, what 'two of the four' counts.

use super::Quantity;
use crate::fact::Bound;
use crate::token::Word;
use crate::token::keyword::{AND, COMMA, HYPHEN, OF, OPEN, OR, THE};
use crate::value::Page;

/// Settles the figures of a sentence among themselves, from the last to the first.
pub(super) fn sentence(page: &Page, figures: &mut [Quantity]) {
    let mut lends = false;
    for index in (1..figures.len()).rev() {
        let (left, right) = figures.split_at_mut(index);
        let (Some(first), Some(second)) = (left.last_mut(), right.first()) else { continue };
        lends = lend(page, first, second, lends);
    }
    for index in 1..figures.len() {
        let (left, right) = figures.split_at_mut(index);
        let (Some(first), Some(second)) = (left.last(), right.first_mut()) else { continue };
        inherit_bound(page, first, second);
    }
}

/// Gives a bare number the unit of the next: '10, 20 and 30 percent', 'two of the four suspects'.
fn lend(page: &Page, first: &mut Quantity, second: &Quantity, listed: bool) -> bool {
    let bare = first.unit.is_none() && first.counted.is_none();
    let between = Between { page, start: first.tokens.end, end: second.tokens.start };
    let joins = between.is(&[OF, THE])
        || between.is(&[OF])
        || between.is_conjunction()
        || listed && between.is(&[COMMA]);
    if !bare || !joins {
        return false;
    }
    first.unit = second.unit.clone();
    first.counted = second.counted.clone();
    first.per = second.per.clone();
    true
}

/// 'more than 100 kilometers (60 miles)': both are bounds.
fn inherit_bound(page: &Page, first: &Quantity, second: &mut Quantity) {
    let bracket = Between { page, start: first.tokens.end, end: second.tokens.start }.is(&[OPEN]);
    let kind = |figure: &Quantity| figure.unit.as_ref().map(|unit| unit.kind);
    if bracket && second.bound == Bound::Exact && first.bound != Bound::Range && kind(first) == kind(second) {
        second.bound = first.bound;
    }
}

/// The words between two figures.
struct Between<'a> {
    page: &'a Page<'a>,
    start: u32,
    end: u32,
}

impl Between<'_> {
    fn is(&self, words: &[Word]) -> bool {
        self.end.checked_sub(self.start) == Some(words.len() as u32)
            && words.iter().enumerate().all(|(i, &word)| self.page.word(self.start + i as u32) == word)
    }

    fn is_conjunction(&self) -> bool {
        [&[AND][..], &[OR], &[COMMA, AND], &[COMMA, OR], &[HYPHEN, AND], &[HYPHEN, OR]]
            .iter()
            .any(|words| self.is(words))
    }
}
