//! Articles that give no record, while the run goes on.

use std::any::Any;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};

use crate::input::{InputError, Item};

/// Why an article gave no record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// It could not be read or decoded.
    Unreadable,
    /// It is larger than the limits allow.
    TooLarge,
    /// This program has a bug.
    Bug,
}

/// An article that gave no record.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Failure {
    /// Why.
    pub cause: Cause,
    /// The file or source, with the line or the like where there is one.
    pub place: String,
    /// The article's id, where it is known.
    pub id: Option<String>,
    /// What is wrong, for people.
    pub reason: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl From<InputError> for Failure {
    fn from(error: InputError) -> Failure {
        let cause = if error.too_large { Cause::TooLarge } else { Cause::Unreadable };
        Failure { cause, place: error.place, id: None, reason: error.reason }
    }
}

impl Failure {
    fn of(item: &Item, cause: Cause, reason: String) -> Failure {
        Failure { cause, place: item.source.clone(), id: Some(item.article.id.clone()), reason }
    }
}

/// Works on an article. One on which the work panics fails alone.
pub(super) fn guarded<T>(item: Item, work: impl Fn(Item) -> T) -> Result<T, Failure> {
    let bug = Failure::of(&item, Cause::Bug, String::new());
    // Nothing that the work could leave half done outlives it.
    catch_unwind(AssertUnwindSafe(|| work(item))).map_err(|panic| {
        let reason = format!("a bug of this program, please report it with the article: {}", said(&*panic));
        Failure { reason, ..bug }
    })
}

/// What a panic says.
fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic")
}
