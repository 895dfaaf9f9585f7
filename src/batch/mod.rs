//! Many articles on all cores, in the order in which they come.
//!
//! Articles are read a window at a time, while the window before is worked on; windows add up to parts, at whose ends
//! everything written so far is whole. Where windows and parts end hangs on the articles alone, never on time or threads.

mod distinct;
mod failure;
mod ready;
mod tally;

use rayon::prelude::*;

pub use distinct::distinct;
pub use failure::{Cause, Failure};
pub use ready::{Ready, ready};
pub use tally::Tally;

use crate::extract::Extractor;
use crate::fact::Facts;
use crate::input::{InputError, Item, Read};
use crate::text::Unit;
use crate::wire::{self, Record};

/// How much is gathered before something is done with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bounds {
    /// Articles at most.
    pub articles: usize,
    /// Bytes of text that no more is added to.
    pub bytes: usize,
}

/// What is in memory at most: twice, since the next window is read meanwhile.
const WINDOW: Bounds = Bounds { articles: 512, bytes: 4 << 20 };

/// The bytes of text in a part.
const PART_BYTES: usize = 64 << 20;

/// What a run does with each article.
pub struct Batch<'a> {
    /// Reads them.
    pub extractor: &'a Extractor,
    /// The unit of offsets.
    pub unit: Unit,
    /// How many articles make a part; a part of many bytes is over sooner.
    pub part: usize,
    /// Whether every record carries its text.
    pub with_text: bool,
}

/// An article and its record.
pub struct Done {
    /// What came in.
    pub item: Item,
    /// What goes out.
    pub record: Record,
}

/// What came of reading one article.
pub type Outcome = Result<Done, Failure>;

/// What takes the records of a run.
pub trait Take {
    /// Takes the next records, in input order.
    ///
    /// # Errors
    /// Where they can't be written; the run ends.
    fn window(&mut self, window: Vec<Outcome>) -> anyhow::Result<()>;

    /// Ends a part. Every run has one at least.
    ///
    /// # Errors
    /// Where what is left can't be written; the run ends.
    fn end_part(&mut self) -> anyhow::Result<()>;
}

impl Batch<'_> {
    /// Reads articles and hands records on in input order, window by window, each window on all threads.
    ///
    /// # Errors
    /// What `out` returns.
    pub fn run(
        &self,
        articles: impl Iterator<Item = Read> + Send,
        out: &mut impl Take,
    ) -> anyhow::Result<()> {
        let mut articles = articles.fuse();
        let part = Bounds { articles: self.part.max(1), bytes: PART_BYTES };
        let mut room = part;
        let mut next = fill(&mut articles, &mut room);
        let (mut parts, mut open) = (0, false);
        while !next.is_empty() {
            let ends_part = room.is_full();
            if ends_part {
                room = part;
            }
            let window = next;
            let (done, following) = rayon::join(|| self.read_all(window), || fill(&mut articles, &mut room));
            out.window(done)?;
            if ends_part {
                out.end_part()?;
                parts += 1;
            }
            (next, open) = (following, !ends_part);
        }
        if open || parts == 0 { out.end_part() } else { Ok(()) }
    }

    fn read_all(&self, window: Vec<Read>) -> Vec<Outcome> {
        window.into_par_iter().map(|read| self.outcome(read)).collect()
    }

    fn outcome(&self, read: Read) -> Outcome {
        failure::guarded(read.map_err(Failure::from)?, |item| self.read(item))
    }

    fn read(&self, item: Item) -> Done {
        let mut facts = self.extractor.extract(&item.article);
        facts.warnings.extend(item.warnings.iter().cloned());
        let mut record = record(self.extractor, &item, &facts, self.unit);
        if self.with_text || item.text_is_made {
            record.text = Some(item.article.text.clone());
        }
        Done { item, record }
    }
}

/// Does some work on each article, window by window, each window on all threads, and hands on what came of it in input
/// order. An error of `write` ends the run; inputs that could not be read are handed on as errors.
///
/// # Errors
/// What `write` returns.
pub fn each<T: Send, E>(
    articles: impl Iterator<Item = Read>,
    work: impl Fn(Item) -> T + Sync,
    mut write: impl FnMut(Result<T, InputError>) -> Result<(), E>,
) -> Result<(), E> {
    let mut articles = articles.fuse();
    loop {
        let window = fill(&mut articles, &mut Bounds { articles: usize::MAX, bytes: usize::MAX });
        if window.is_empty() {
            return Ok(());
        }
        let done: Vec<_> = window.into_par_iter().map(|read| read.map(&work)).collect();
        done.into_iter().try_for_each(&mut write)?;
    }
}

/// The record of an article's facts.
pub fn record(extractor: &Extractor, item: &Item, facts: &Facts, unit: Unit) -> Record {
    let article = wire::Article {
        id: &item.article.id,
        source: &item.source,
        title: item.article.title.as_deref(),
        text: &item.article.text,
        kinds: &extractor.rules().set().kinds,
    };
    Record::new(&article, facts, unit)
}

impl Bounds {
    fn is_full(self) -> bool {
        self.articles == 0 || self.bytes == 0
    }

    fn take(&mut self, bytes: usize) {
        self.articles = self.articles.saturating_sub(1);
        self.bytes = self.bytes.saturating_sub(bytes);
    }
}

/// The next window, as far as there is room for it in its part.
fn fill(articles: &mut impl Iterator<Item = Read>, part: &mut Bounds) -> Vec<Read> {
    let mut window = Vec::new();
    let mut room = WINDOW;
    while !room.is_full() && !part.is_full() {
        let Some(read) = articles.next() else { break };
        let bytes = read.as_ref().map_or(0, |item| item.article.text.len());
        room.take(bytes);
        part.take(bytes);
        window.push(read);
    }
    window
}

#[cfg(test)]
mod tests;
