//! What a run has done so far, in numbers.

use serde::{Deserialize, Serialize};

use super::{Done, Outcome};
use crate::wire::Named;

/// Counts of a run, or of a part of one.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Articles that gave a record.
    pub articles: u64,
    /// Bytes of their text.
    pub bytes: u64,
    /// Articles that gave none.
    pub failed: u64,
    /// Facts by kind.
    pub facts: Named<u64>,
}

impl Tally {
    /// Counts a window.
    pub fn count(&mut self, window: &[Outcome]) {
        for outcome in window {
            match outcome {
                Ok(done) => self.count_record(done),
                Err(_) => self.failed += 1,
            }
        }
    }

    fn count_record(&mut self, done: &Done) {
        let record = &done.record;
        self.articles += 1;
        self.bytes += done.item.article.text.len() as u64;
        let lists = [
            ("dates", record.dates.len()),
            ("figures", record.figures.len()),
            ("documents", record.documents.len()),
            ("memberships", record.memberships.len()),
        ];
        let own = record.facts.0.iter().map(|(kind, facts)| (kind.as_str(), facts.len()));
        lists.into_iter().chain(own).for_each(|(kind, number)| self.add_facts(kind, number as u64));
    }

    fn add_facts(&mut self, kind: &str, number: u64) {
        match self.facts.0.iter_mut().find(|(known, _)| known == kind) {
            Some((_, count)) => *count += number,
            None => self.facts.0.push((kind.to_owned(), number)),
        }
    }

    /// Adds the counts of another.
    pub fn add(&mut self, other: &Tally) {
        self.articles += other.articles;
        self.bytes += other.bytes;
        self.failed += other.failed;
        other.facts.0.iter().for_each(|(kind, number)| self.add_facts(kind, *number));
    }

    /// Articles that were come to, with or without success.
    pub fn seen(&self) -> u64 {
        self.articles + self.failed
    }

    /// All facts.
    pub fn all_facts(&self) -> u64 {
        self.facts.0.iter().map(|(_, number)| number).sum()
    }
}
