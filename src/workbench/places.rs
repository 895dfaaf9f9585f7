//! Where things stand in rule files.

use serde::Serialize;

use crate::rule::RuleSet;
use crate::rule::ast::At;
use crate::rule::error::line_and_column;

/// A place in a rule file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Spot {
    /// The file.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

impl Spot {
    /// Where something begins.
    pub(super) fn of(set: &RuleSet, at: At) -> Spot {
        let source = set.sources.get(at.file as usize);
        let (line, column) =
            source.map_or((1, 1), |source| line_and_column(&source.text, at.span.start as usize));
        Spot { file: source.map_or_else(String::new, |source| source.path.clone()), line, column }
    }
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}
