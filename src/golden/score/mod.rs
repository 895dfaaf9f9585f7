//! How good what is found is, by the verdicts of golden files: precision, recall and F1.

mod counts;
mod judge;
mod print;

use std::collections::BTreeMap;

pub use counts::{Counts, Share};
pub use judge::{Scored, judge};
pub use print::{json, table};

/// What a score is split by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Split {
    /// The kind of fact.
    Kind,
    /// The rule that made the fact or added to it; what nobody found stands under no rule.
    Rule,
    /// The field, of facts that are there.
    Field,
    /// The first folder of the article's path.
    Collection,
}

/// One row of a score.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Row {
    /// All fields as they should be.
    pub strict: Counts,
    /// A fact of the kind, where one is; of fields nothing.
    pub relaxed: Counts,
    /// Facts that are found and that nobody judged.
    pub unjudged: usize,
}

/// A score: rows by name, and all of them together.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Score {
    /// By kind, rule, field or collection.
    pub rows: BTreeMap<String, Row>,
    /// All facts, each once.
    pub all: Row,
}

impl Score {
    /// Adds one article.
    pub fn add(&mut self, id: &str, scored: &[Scored], split: Split) {
        for one in scored {
            let row = Row { strict: one.strict, relaxed: one.relaxed, unjudged: one.unjudged };
            self.all.add(row);
            match split {
                Split::Kind => self.put(&one.kind, row),
                Split::Collection => self.put(id.split_once('/').map_or(".", |(folder, _)| folder), row),
                Split::Rule if one.rules.is_empty() => self.put(NO_RULE, row),
                Split::Rule => one.rules.iter().for_each(|rule| self.put(rule, row)),
                Split::Field => one.fields.iter().for_each(|(name, counts)| {
                    let row = Row { strict: *counts, ..Row::default() };
                    self.put(&format!("{}.{name}", one.kind), row);
                }),
            }
        }
    }

    fn put(&mut self, name: &str, row: Row) {
        if row != Row::default() {
            self.rows.entry(name.to_owned()).or_default().add(row);
        }
    }
}

/// Where what nobody found stands.
const NO_RULE: &str = "(no rule)";

impl Row {
    fn add(&mut self, other: Row) {
        self.strict += other.strict;
        self.relaxed += other.relaxed;
        self.unjudged += other.unjudged;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_by_what_is_asked() {
        let scored = |rules: &[&str], strict| Scored {
            kind: "date".to_owned(),
            rules: rules.iter().map(|rule| (*rule).to_owned()).collect(),
            strict,
            fields: vec![("value".to_owned(), strict)],
            ..Scored::default()
        };
        let facts =
            [scored(&["a", "b"], Counts::RIGHT), scored(&["a"], Counts::WRONG), scored(&[], Counts::MISSED)];
        let rows = |split| -> Vec<String> {
            let mut score = Score::default();
            score.add("wire/pact", &facts, split);
            assert_eq!(score.all.strict, Counts { right: 1, wrong: 1, missed: 1 });
            let tell = |(name, row): (&String, &Row)| {
                format!("{name} {}{}{}", row.strict.right, row.strict.wrong, row.strict.missed)
            };
            score.rows.iter().map(tell).collect()
        };
        assert_eq!(rows(Split::Kind), ["date 111"]);
        assert_eq!(rows(Split::Rule), ["(no rule) 001", "a 110", "b 100"]);
        assert_eq!(rows(Split::Field), ["date.value 111"]);
        assert_eq!(rows(Split::Collection), ["wire 111"]);
    }
}
