//! The cloze language: a rule is a sentence with holes.

pub mod ast;
pub mod error;
mod matched;
pub mod schema;
pub mod set;

pub use error::Problem;
pub use matched::{Capture, ItemMatch, Match, Rank};
pub use schema::{BuiltinKind, KindRef};
pub use set::{RuleSet, SourceFile};
