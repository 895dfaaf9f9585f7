//! Many articles on all cores, in the order in which they come.

use rayon::prelude::*;

use crate::extract::Extractor;
use crate::fact::Facts;
use crate::input::{InputError, Item, Read};
use crate::text::Unit;
use crate::wire::{self, Record};

/// How many articles, and how many bytes of them, are in memory at most.
const WINDOW: (usize, usize) = (512, 8 << 20);

/// What a run does with each article.
pub struct Batch<'a> {
    /// Reads them.
    pub extractor: &'a Extractor,
    /// The unit of offsets.
    pub unit: Unit,
}

/// An article and its record.
pub struct Done {
    /// What came in.
    pub item: Item,
    /// What goes out.
    pub record: Record,
}

impl Batch<'_> {
    /// Reads articles and hands records on in input order; see [`each`].
    ///
    /// # Errors
    /// What `write` returns.
    pub fn run<E>(
        &self,
        articles: impl Iterator<Item = Read>,
        write: impl FnMut(Result<Done, InputError>) -> Result<(), E>,
    ) -> Result<(), E> {
        each(articles, |item| self.read(item), write)
    }

    fn read(&self, item: Item) -> Done {
        let mut facts = self.extractor.extract(&item.article);
        facts.warnings.extend(item.warnings.iter().cloned());
        let record = record(self.extractor, &item, &facts, self.unit);
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
        let window = fill(&mut articles);
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

fn fill(articles: &mut impl Iterator<Item = Read>) -> Vec<Read> {
    let (most, bytes) = WINDOW;
    let mut window = Vec::new();
    let mut size = 0;
    while window.len() < most && size < bytes {
        let Some(read) = articles.next() else { break };
        size += read.as_ref().map_or(0, |item| item.article.text.len());
        window.push(read);
    }
    window
}
