//! What figures of one sentence lend each other of their measure: brackets, 'or', 'vs', and what a rule says of the
//! figure before.

use crate::fact::{Change, ChangeKind, Figure, Phrase};
use crate::token::Tokens;
use crate::token::keyword::{AND, AT, CLOSE, COMMA, DOWN, FROM, OPEN, OR, RESPECTIVELY, SEMICOLON, UP};
use crate::value::quantity::Quantity;
use crate::value::{Page, Values};

/// Lends measures along each sentence, from the first figure to the last.
pub(super) fn resolve(page: &Page, values: &Values, figures: &mut [Figure]) {
    for index in 1..figures.len() {
        let (Some(before), Some(after)) = (values.quantities.get(index - 1), values.quantities.get(index))
        else {
            continue;
        };
        if page.sentence_at(before.tokens.start) == page.sentence_at(after.tokens.start) {
            let (left, right) = figures.split_at_mut(index);
            let (Some(first), Some(second)) = (left.last_mut(), right.first_mut()) else { continue };
            lend(&Pair { page, before, after }, first, second);
        }
    }
    for index in 0..figures.len() {
        respectively(page, values, figures, index);
    }
}

fn lend(pair: &Pair, first: &mut Figure, second: &mut Figure) {
    let same = pair.converts() || pair.is_or();
    let closes = pair.closes_at(first);
    // A rule that says how a figure changed, and not of what, speaks of the figure before.
    let said = second.measure.is_none() && second.counted.is_none() && !second.rules.is_empty();
    let base = pair.is_base_of(first);
    if same || closes || said || base || pair.is_listed() {
        // 'exports included 115,847 cars, up 35 pct': the change is one of what is counted.
        let counted = first.counted.filter(|_| said && pair.trails());
        second.measure = second.measure.or(first.measure).or(counted);
    }
    if same {
        second.change = second.change.or(first.change);
    }
    if closes {
        let level = |change: Change| Change { kind: ChangeKind::To, of: None, ..change };
        second.change = second.change.or(first.change.map(level));
    }
    if base {
        let start = |change: Change| Change { kind: ChangeKind::From, of: None, ..change };
        second.change = second.change.or(first.change.map(start));
    }
    if let Some(change) = second.change.filter(|_| said && first.change.is_none() && pair.trails()) {
        first.change = Some(Change { kind: ChangeKind::To, of: None, ..change });
    }
}

/// Two figures that follow each other in a sentence.
struct Pair<'a> {
    page: &'a Page<'a>,
    before: &'a Quantity,
    after: &'a Quantity,
}

impl Pair<'_> {
    fn between(&self) -> Tokens {
        self.before.tokens.end..self.after.tokens.start
    }

    /// '$10 million (9.2 million euros)', '($20.40; £10.50)'
    fn converts(&self) -> bool {
        let between = self.between();
        let behind = self.page.word(self.after.tokens.end);
        between.len() == 1
            && match self.page.word(between.start) {
                OPEN => matches!(behind, CLOSE | SEMICOLON | COMMA),
                SEMICOLON => behind == CLOSE,
                _ => false,
            }
    }

    /// '52 cents, or 1.2 percent'
    fn is_or(&self) -> bool {
        let between = self.between();
        between.len() <= 2
            && between.end > between.start
            && self.page.word(between.end - 1) == OR
            && (between.len() == 1 || self.page.word(between.start) == COMMA)
    }

    /// '4 ounces and 3 ounces': the same unit, and nothing else between.
    fn is_listed(&self) -> bool {
        let between = self.between();
        let kind = |quantity: &Quantity| quantity.unit.as_ref().map(|unit| unit.kind);
        between.end > between.start
            && between.clone().all(|at| [AND, COMMA].contains(&self.page.word(at)))
            && kind(self.before) == kind(self.after)
            && self.before.counted.is_none()
    }

    /// 'fell 0.30 to close at 52.60', 'down 46.35 points at 6201.43'
    fn closes_at(&self, first: &Figure) -> bool {
        let between = self.between();
        first.change.is_some_and(|change| change.kind == ChangeKind::By)
            && between.len() <= LONGEST_CLOSE
            && between.end > between.start
            && self.page.word(between.end - 1) == AT
    }

    /// 'fell to $5 million in the year to June from $7 million'
    fn is_base_of(&self, first: &Figure) -> bool {
        let between = self.between();
        let kind = |quantity: &Quantity| quantity.unit.as_ref().map(|unit| unit.kind);
        first.change.is_some_and(|change| change.kind == ChangeKind::To)
            && kind(self.before) == kind(self.after)
            && between.len() <= LONGEST_BASE
            && between.end > between.start
            && self.page.word(between.end - 1) == FROM
            && !between.clone().any(|at| self.page.word(at) == SEMICOLON)
    }

    /// ', up 5 percent', ', down from 12'
    fn trails(&self) -> bool {
        let between = self.between();
        let way = between.clone().find(|&at| [UP, DOWN].contains(&self.page.word(at)));
        way.is_some_and(|at| at > between.start && self.page.word(at - 1) == COMMA)
            || between.len() == 1 && [UP, DOWN].contains(&self.page.word(between.start))
    }
}

/// The most tokens between a level and what it came from.
const LONGEST_BASE: usize = 14;
/// The most tokens of 'to close at'.
const LONGEST_CLOSE: usize = 4;

/// 'Prices of goods and services rose by 1.6 and 3.1 percent respectively': to each its own.
fn respectively(page: &Page, values: &Values, figures: &mut [Figure], first: usize) {
    let Some(run) = run(page, values, first) else { return };
    let Some(measure) = figures[first].measure else { return };
    let parts = parts(page, measure);
    if parts.len() != run.len() {
        return;
    }
    for (index, part) in run.zip(parts) {
        figures[index].measure = Some(part);
        figures[index].change = figures[index].change.or(figures[first].change);
    }
}

/// The figures from one on that 'and' and commas join, with 'respectively' behind the last.
fn run(page: &Page, values: &Values, first: usize) -> Option<std::ops::Range<usize>> {
    let joined = |index: usize| {
        let (Some(before), Some(after)) = (values.quantities.get(index - 1), values.quantities.get(index))
        else {
            return false;
        };
        let mut between = before.tokens.end..after.tokens.start;
        between.len() <= 2 && between.all(|at| [AND, COMMA].contains(&page.word(at)))
    };
    if first > 0 && joined(first) {
        return None;
    }
    let mut last = first + 1;
    while joined(last) {
        last += 1;
    }
    let end = values.quantities.get(last - 1)?.tokens.end;
    let told = (end..end + FAR).any(|at| page.word(at) == RESPECTIVELY);
    (last > first + 1 && told).then_some(first..last)
}

/// The most tokens between the last figure and 'respectively': 'percent more,'.
const FAR: u32 = 4;

/// The parts of a list of nouns: 'Prices of goods', 'services'.
fn parts(page: &Page, measure: Phrase) -> Vec<Phrase> {
    let mut parts = Vec::new();
    let mut start = None;
    for token in page.tokens.iter().filter(|token| measure.span.contains(token.span)) {
        if [AND, COMMA].contains(&token.word) {
            parts.extend(start.take());
        } else {
            let span = start.map_or(token.span, |part: Phrase| part.span.cover(token.span));
            start = Some(Phrase { span });
        }
    }
    parts.extend(start);
    parts
}
