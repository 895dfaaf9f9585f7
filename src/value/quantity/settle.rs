//! What figures of one sentence lend each other: units of lists, bounds of brackets, what 'two of the four' counts.

use rust_decimal::Decimal;

use super::Quantity;
use crate::fact::{Bound, UnitKind};
use crate::token::Word;
use crate::token::keyword::{
    AGAINST, AND, AT, BUT, COMMA, COMPARED, DOWN, FOR, FROM, HYPHEN, IN, INSTEAD, OF, ON, OPEN, OR, RATHER,
    STOP, THAN, THE, THEM, TO, UP, VERSUS, VS, WHICH, WHOM, WITH,
};
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
    for index in 1..figures.len() {
        let (left, right) = figures.split_at_mut(index);
        if let Some(second) = right.first_mut().filter(|second| is_bare(second)) {
            borrow(page, left, second);
        }
    }
}

fn is_bare(figure: &Quantity) -> bool {
    figure.unit.is_none() && figure.counted.is_none()
}

/// Gives a bare number what a figure before it counts or measures in: 'up from 30', 'of which five'.
fn borrow(page: &Page, before: &[Quantity], second: &mut Quantity) {
    let Some(first) = before.last() else { return };
    let lender =
        if compares(page, second) || is_parallel(page, first, second) || is_change(page, first, second) {
            Some(first)
        } else if is_part(page, second) {
            before.iter().rev().find(|figure| figure.counted.is_some())
        } else {
            None
        };
    if let Some(lender) = lender {
        second.unit = lender.unit.clone();
        second.counted = lender.counted.clone();
        second.per = second.per.take().or_else(|| lender.per.clone());
    }
}

/// 'vs 18', 'against 24', 'compared with 12', 'up from 30', 'instead of five'
fn compares(page: &Page, figure: &Quantity) -> bool {
    let word = |back: u32| figure.tokens.start.checked_sub(back).map_or(Word::UNKNOWN, |at| page.word(at));
    match word(1) {
        VS | VERSUS | AGAINST => true,
        STOP => word(2) == VS,
        WITH | TO => word(2) == COMPARED,
        THAN => word(2) == RATHER,
        OF => word(2) == INSTEAD,
        FROM => matches!(word(2), UP | DOWN),
        _ => false,
    }
}

/// 'fell to 43 francs from 45.50', 'dropped 30 francs to 460'
fn is_change(page: &Page, first: &Quantity, second: &Quantity) -> bool {
    let linked = first.tokens.end + 1 == second.tokens.start;
    let word = |at: Option<u32>| at.map_or(Word::UNKNOWN, |at| page.word(at));
    let money = first.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Currency);
    linked
        && match page.word(first.tokens.end) {
            FROM => word(first.tokens.start.checked_sub(1)) == TO,
            TO => money && second.value.is_some(),
            _ => false,
        }
}

/// '5 tons in May and 7 in June': the same preposition behind both.
fn is_parallel(page: &Page, first: &Quantity, second: &Quantity) -> bool {
    let link = page.word(first.tokens.end);
    let joined =
        second.tokens.start.checked_sub(1).is_some_and(|at| [AND, COMMA, BUT].contains(&page.word(at)));
    joined && [IN, FOR, FROM, ON, AT, TO].contains(&link) && page.word(second.tokens.end) == link
}

/// 'of which five', 'five of them'
fn is_part(page: &Page, figure: &Quantity) -> bool {
    let (start, end) = (figure.tokens.start, figure.tokens.end);
    let pair = |at: Option<u32>| {
        at.is_some_and(|at| page.word(at) == OF && [WHICH, WHOM, THEM].contains(&page.word(at + 1)))
    };
    pair(start.checked_sub(2)) || pair(Some(end))
}

/// Gives a bare number the unit of the next: '10, 20 and 30 percent', 'two of the four suspects'.
fn lend(page: &Page, first: &mut Quantity, second: &Quantity, listed: bool) -> bool {
    let between = Between { page, start: first.tokens.end, end: second.tokens.start };
    let joins = between.is(&[OF, THE])
        || between.is(&[OF])
        || between.is_conjunction()
        || listed && between.is(&[COMMA]);
    if !is_bare(first) || !joins || is_larger(first, second) {
        return false;
    }
    first.unit = second.unit.clone();
    first.counted = second.counted.clone();
    first.per = second.per.clone();
    true
}

/// 'a loss of 227,000 or four cents a share' are two figures of one thing.
fn is_larger(first: &Quantity, second: &Quantity) -> bool {
    let ratio = first.value.zip(second.value).and_then(|(first, second)| first.checked_div(second));
    ratio.is_some_and(|ratio| ratio > Decimal::ONE_THOUSAND)
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
