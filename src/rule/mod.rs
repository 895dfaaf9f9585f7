//! The cloze language: a rule is a sentence with holes.

pub mod ast;
mod matched;

pub use matched::{Capture, ItemMatch, Match, Rank};
