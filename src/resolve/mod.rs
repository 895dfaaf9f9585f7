//! From matches and values to facts. One step a file, in the order in which [`resolve`] calls them.

mod acronym;
mod attach;
mod changes;
mod clause;
mod corefer;
pub mod dates;
mod documents;
mod draft;
mod echo;
pub mod entity;
pub mod figures;
mod gather;
mod inherit;
mod measures;
mod memberships;
mod merge;
mod omitted;
mod own_side;
mod pair;
mod persons;
mod same_sides;
pub mod settle;
mod speech;
mod status;
mod story;
mod subject;
#[cfg(test)]
mod tests;
mod trailing;

pub use settle::settle;
pub use status::StatusTable;

use crate::fact::{Facts, Published};
use crate::rule::{Match, RuleSet};
use crate::value::{Page, Values};

/// What resolution works with besides the article.
pub struct Known<'a> {
    /// The rules that gave the matches.
    pub set: &'a RuleSet,
    /// What verb, polarity and modality say together.
    pub status: &'a StatusTable,
    /// How dates are read that allow two readings.
    pub options: dates::Options,
}

/// The dates of a page of which nothing else was read.
pub fn resolve_dates(
    page: &Page,
    values: &Values,
    options: dates::Options,
    published: Option<Published>,
) -> Facts {
    let published = dates::publication(page, values, published);
    let dates::Resolved { dates, warnings } = dates::resolve(page, values, published.as_ref(), options);
    Facts { published, dates, warnings, ..Facts::default() }
}

/// The facts of a page: who, when and where is settled, and what is one is one.
pub fn resolve(
    page: &Page,
    values: &Values,
    known: &Known,
    matches: &[Match],
    published: Option<Published>,
) -> Facts {
    let Known { set, status, options } = *known;
    let published = dates::publication(page, values, published);
    let dates::Resolved { dates, mut warnings } = dates::resolve(page, values, published.as_ref(), options);
    let mut documents = gather::documents(page, values, set, status, matches);
    let mut memberships = gather::memberships(page, values, set, matches);
    speech::resolve(page, status, &mut documents, &mut memberships);
    let days = attach::Days { dates: &dates, published: published.as_ref() };
    attach::resolve(page, values, days, status, &mut documents, &mut memberships);
    subject::resolve(page, values, &mut documents);
    own_side::resolve(page, values, &mut documents);
    corefer::resolve(page, values, &mut documents, &mut memberships);
    omitted::resolve(page, values, &mut memberships);
    pair::resolve(page, values, &mut documents, &mut warnings);
    persons::resolve(page, values, &mut documents);
    merge::resolve(page, values, &dates, &mut documents);
    inherit::resolve(page, values, &mut documents);
    story::resolve(page, values, &mut documents);
    same_sides::resolve(page, values, &mut documents);
    Facts {
        documents: documents::finish(page, values, &dates, &documents, &mut warnings),
        memberships: memberships::finish(page, values, &dates, status, &memberships),
        figures: figures::resolve(page, values, &dates, &gather::figures(set, matches)),
        user: gather::user_facts(page, values, &dates, set, matches),
        dates,
        published,
        warnings,
    }
}
