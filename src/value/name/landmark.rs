//! Where a sentence holds the nouns that names are built around, so that the costly grammars are tried near them only.

use crate::lexicon::{Catalog, Origin};
use crate::value::Cursor;

/// The tokens of one sentence at which some tables have a surface, in order.
#[derive(Default)]
pub(super) struct Landmarks {
    posts: Vec<u32>,
    bodies: Vec<u32>,
    companies: Vec<u32>,
    venues: Vec<u32>,
}

/// How far before its noun a name may begin.
const REACH: u32 = 16;

impl Landmarks {
    /// Looks through a sentence, forgetting the one before.
    pub(super) fn survey(&mut self, sentence: Cursor) {
        for list in [&mut self.posts, &mut self.bodies, &mut self.companies, &mut self.venues] {
            list.clear();
        }
        for at in sentence.at..sentence.end {
            for hit in sentence.page.hits.at(at) {
                if let Origin::Table(catalog, _) = hit.entry.origin {
                    self.note(catalog, at);
                }
            }
        }
    }

    fn note(&mut self, catalog: Catalog, at: u32) {
        let list = match catalog {
            Catalog::Posts => &mut self.posts,
            Catalog::BodyNouns => &mut self.bodies,
            Catalog::CompanySuffixes => &mut self.companies,
            Catalog::Venues => &mut self.venues,
            _ => return,
        };
        if list.last() != Some(&at) {
            list.push(at);
        }
    }

    /// Whether a post stands here or soon after.
    pub(super) fn post(&self, at: u32) -> bool {
        near(&self.posts, at)
    }

    /// Whether the noun of a body stands here or soon after.
    pub(super) fn body(&self, at: u32) -> bool {
        near(&self.bodies, at)
    }

    /// Whether the mark of a company stands here or soon after.
    pub(super) fn company(&self, at: u32) -> bool {
        near(&self.companies, at)
    }

    /// Whether a venue stands here or soon after.
    pub(super) fn venue(&self, at: u32) -> bool {
        near(&self.venues, at)
    }
}

fn near(list: &[u32], at: u32) -> bool {
    let next = list.partition_point(|&found| found < at);
    list.get(next).is_some_and(|&found| found <= at + REACH)
}
