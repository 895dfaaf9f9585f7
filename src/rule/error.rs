//! What is wrong with rules, and where.

use super::ast::At;

/// One thing that is wrong or odd.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// Where.
    pub at: At,
    /// What.
    pub message: String,
    /// What to do about it: 'did you mean `party`?'
    pub help: Option<String>,
}
