//! Which lines are items of lists: a mark at the start of a line is a bullet only in company, or
//! under a line that announces a list.

use super::bullet::{Bullet, Sort};
use super::line::{Lines, Source};

/// An item's first line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// Tokens of its bullet.
    pub(super) bullet: u32,
    /// The line with which its list begins.
    pub(super) first: usize,
}

/// Consecutive lines whose marks go together.
struct Run {
    last: Bullet,
    lines: Vec<usize>,
    /// Paragraphs without a mark since the last item.
    strangers: usize,
    lengths: Vec<u32>,
}

/// Between numbered items there may stand so many paragraphs without a number.
const STRANGERS: usize = 3;

/// For each line, the item that it begins.
pub(super) fn items(source: &Source, lines: &Lines) -> Vec<Option<Item>> {
    let mut items = vec![None; lines.all.len()];
    let mut runs: Vec<Run> = Vec::new();
    let mut settle = |run: Run| mark(source, lines, &run, &mut items);
    for (at, line) in lines.all.iter().enumerate() {
        match Bullet::read(source, line) {
            Some(bullet) => match runs.iter_mut().rev().find(|run| bullet.follows(&run.last)) {
                Some(run) if run.is_in_line(lines, at) || is_apart(source, lines, at) => run.add(at, bullet),
                Some(_) => {}
                None => runs.push(Run::new(at, bullet)),
            },
            None if is_stranger(source, lines, at) => {
                runs.iter_mut().for_each(|run| run.strangers += 1);
                runs.extract_if(.., |run| run.is_over()).for_each(&mut settle);
            }
            None => {}
        }
        if runs.len() > 8 {
            settle(runs.remove(0));
        }
    }
    runs.into_iter().for_each(settle);
    items
}

impl Run {
    fn new(at: usize, bullet: Bullet) -> Run {
        Run { last: bullet, lines: vec![at], strangers: 0, lengths: vec![bullet.length] }
    }

    fn add(&mut self, at: usize, bullet: Bullet) {
        self.last = bullet;
        self.lines.push(at);
        self.lengths.push(bullet.length);
        self.strangers = 0;
    }

    /// Whether a line is indented as the last item is.
    fn is_in_line(&self, lines: &Lines, at: usize) -> bool {
        let last = self.lines.last().map_or(0, |&last| lines.all[last].indent);
        lines.all[at].indent.abs_diff(last) <= 1
    }

    fn is_over(&self) -> bool {
        match self.last.sort {
            Sort::Glyph(_) => self.strangers > 0,
            Sort::Number(_) => self.strangers > STRANGERS,
        }
    }
}

/// Whether a line without a mark is no continuation of the line before.
fn is_stranger(source: &Source, lines: &Lines, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    lines.all[at].opens || lines.is_deliberate(source, before)
}

fn mark(source: &Source, lines: &Lines, run: &Run, items: &mut [Option<Item>]) {
    let begins = |at: usize| {
        Bullet::read(source, &lines.all[at]).is_some_and(|bullet| bullet.begins())
            && can_open(source, lines, at)
    };
    let Some(from) = run.lines.iter().position(|&at| begins(at)) else { return };
    let first = run.lines[from];
    if is_list(source, lines, run, from) {
        for (&at, &bullet) in run.lines[from..].iter().zip(&run.lengths[from..]) {
            items[at] = Some(Item { bullet, first });
        }
    }
}

fn is_list(source: &Source, lines: &Lines, run: &Run, from: usize) -> bool {
    let first = run.lines[from];
    let announced = first.checked_sub(1).is_some_and(|head| source.announces(&lines.all[head].tokens));
    let company = run.lines.len() - from > 1;
    announced && (company || !run.last.is_weak()) || company && !run.last.is_dialogue()
}

/// Whether a list can begin at a line: not within running text.
fn can_open(source: &Source, lines: &Lines, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let indented = lines.all[at].indent >= lines.all[before].indent + 2;
    indented || is_apart(source, lines, at) || lines.is_short(source, before)
}

/// Whether the line above is blank or closes.
fn is_apart(source: &Source, lines: &Lines, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    lines.all[at].opens || source.closes(&lines.all[before].tokens)
}
