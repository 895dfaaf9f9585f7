//! Reading a corpus and holding what is found against its golden files.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde_json::Value;

use super::compare::bound;
use super::{Difference, Golden, compare};
use crate::batch;
use crate::extract::Extractor;
use crate::input::{self, InputError, Item};
use crate::text::Unit;

/// An article of the corpus and where its golden file is, or would be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The article.
    pub article: PathBuf,
    /// Its path below the corpus, without an ending.
    pub id: String,
    /// The golden file.
    pub golden: PathBuf,
}

/// An article that was read and compared.
pub struct Checked {
    /// Where it is.
    pub place: Place,
    /// Its text.
    pub text: String,
    /// What its golden file holds; none where there is no such file.
    pub golden: Option<Golden>,
    /// What is found now.
    pub found: Golden,
    /// What differs. Without a golden file everything is new.
    pub differences: Vec<Difference>,
}

impl Checked {
    /// What the golden file holds; nothing where there is no such file.
    pub fn before(&self) -> &Golden {
        self.golden.as_ref().unwrap_or(Golden::empty())
    }

    /// For each fact of the golden file, the index of the found one that it is.
    pub fn bound(&self) -> Vec<Option<usize>> {
        bound(self.before(), &self.found)
    }
}

/// The articles of a corpus, in sorted order.
pub fn places(corpus: &Path, golden: &Path) -> Vec<Result<Place, InputError>> {
    let place = |file: input::File| {
        let below = file.below.with_extension("");
        Place {
            article: file.path,
            golden: golden.join(file.below.with_extension("json")),
            id: input::id(&below),
        }
    };
    input::files(corpus).map(|file| file.map(place)).collect()
}

/// Golden files that no article belongs to, in sorted order.
pub fn orphans(corpus: &Path, golden: &Path) -> Vec<PathBuf> {
    let known: Vec<PathBuf> =
        places(corpus, golden).into_iter().flatten().map(|place| place.golden).collect();
    let files = input::files_with(golden, &["json"]).filter_map(Result::ok).map(|file| file.path);
    files.filter(|file| known.binary_search(file).is_err()).collect()
}

/// Checks all places, on all threads, in order. What can't be read is an error in its place.
pub fn check(extractor: &Extractor, places: Vec<Place>) -> Vec<anyhow::Result<Checked>> {
    places.into_par_iter().map(|place| check_one(extractor, place)).collect()
}

fn check_one(extractor: &Extractor, place: Place) -> anyhow::Result<Checked> {
    let mut item = input::open(&place.article)?;
    item.article.id.clone_from(&place.id);
    let golden = place.golden.exists().then(|| Golden::read(&place.golden)).transpose()?;
    let found = Golden::of(&record(extractor, &item)?);
    let differences = compare(golden.as_ref().unwrap_or(Golden::empty()), &found);
    Ok(Checked { place, text: item.article.text, golden, found, differences })
}

fn record(extractor: &Extractor, item: &Item) -> anyhow::Result<Value> {
    let facts = extractor.extract(&item.article);
    Ok(serde_json::to_value(batch::record(extractor, item, &facts, Unit::Chars))?)
}
