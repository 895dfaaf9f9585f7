//! How figures of one sentence change each other: 'rose by 12 percent to 4.5 million tons from 4 million'.

use crate::fact::{Change, ChangeKind, Figure};
use crate::token::keyword::{BY, FROM, TO};
use crate::value::{Page, Values};

/// Passes a change on to the figures that 'to' and 'from' tie to it, and ties sizes and starts to the level.
pub(super) fn resolve(page: &Page, values: &Values, figures: &mut [Figure]) {
    for index in 1..figures.len() {
        let (Some(first), Some(second)) = (values.quantities.get(index - 1), values.quantities.get(index))
        else {
            continue;
        };
        let from = figures[index - 1].change.is_some_and(|change| change.kind == ChangeKind::From);
        let reach = if from { NEAR_START } else { NEAR };
        let near = second.tokens.start.saturating_sub(first.tokens.end) <= reach
            && page.sentence_at(first.tokens.start) == page.sentence_at(second.tokens.start);
        let Some(kind) = said(page, second.tokens.start).filter(|_| near) else { continue };
        spread(figures, index, kind);
    }
    for index in 1..figures.len() {
        tie(figures, index - 1, index);
        tie(figures, index, index - 1);
    }
}

/// The most tokens between two figures of one change: '4 million tons a year earlier from'.
const NEAR: u32 = 4;

/// The most tokens between a start and its level: 'from 3 percent in the year to June to'.
const NEAR_START: u32 = 10;

fn said(page: &Page, start: u32) -> Option<ChangeKind> {
    match page.word(start.checked_sub(1)?) {
        BY => Some(ChangeKind::By),
        TO => Some(ChangeKind::To),
        FROM => Some(ChangeKind::From),
        _ => None,
    }
}

fn spread(figures: &mut [Figure], index: usize, kind: ChangeKind) {
    let (before, measure) = (figures[index - 1].change, figures[index - 1].measure);
    if let (Some(change), None) = (before, figures[index].change) {
        figures[index].change = Some(Change { kind, of: None, ..change });
        figures[index].measure = figures[index].measure.or(measure);
    }
}

/// A size or a start belongs to the level of the same measure next to it.
fn tie(figures: &mut [Figure], part: usize, level: usize) {
    if figures[part].measure != figures[level].measure {
        return;
    }
    let to = figures[level].change.is_some_and(|change| change.kind == ChangeKind::To);
    let Some(change) = figures[part].change.as_mut().filter(|_| to) else { return };
    if change.kind != ChangeKind::To && change.of.is_none() {
        change.of = Some(level);
    }
}
