//! Runs the examples of rules through the whole pipeline and judges them.
//!
//! A `yes` asserts that its rule fired, what every hole filled, and any field of the fact; a `no` asserts that the
//! rule gives nothing; a `todo` is known not to work, and fails once it does.

mod field;
mod judge;
mod pipeline;
mod print;
#[cfg(test)]
mod tests;
mod write;

pub(crate) use write::told;
pub use write::{Draft, Marked};

use std::collections::BTreeSet;

use serde_json::Value;

use crate::rule::ast::Example;
use crate::rule::set::Rule;
use crate::rule::{RuleSet, SourceFile};
use crate::text::Span;

pub use pipeline::outcome;

/// Whatever turns a text into facts; examples don't care how.
pub trait Pipeline {
    /// What all rules together find in a text that was published on a day (ISO 8601). The rule of that name runs
    /// even if it is a draft.
    fn run(&self, text: &str, published: Option<&str>, rule: &str) -> Outcome;
}

/// What was found in one text.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outcome {
    /// The matches that won, of all rules.
    pub fired: Vec<Fired>,
}

/// A match that won, with the fact that it became or was added to.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Fired {
    /// The rule's name.
    pub rule: String,
    /// All of the match, in bytes of the text.
    pub span: Span,
    /// What its holes filled, those of its list items included.
    pub filled: Vec<Filled>,
    /// The facts, as the wire has them, with offsets in bytes: several where the rule says `each of`.
    pub facts: Vec<Value>,
}

/// What one hole filled.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filled {
    /// The field, as the hole writes it.
    pub field: String,
    /// Everything that the hole took.
    pub span: Span,
    /// The value alone, without a leading article; a mark may stand for either.
    pub inner: Span,
    /// The normalised values: of a list several.
    pub values: Vec<String>,
}

/// How one example came out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// As it says.
    Pass,
    /// A `todo` that does not work yet, as it says.
    Todo,
    /// Not as it says.
    Fail(Vec<Reason>),
}

/// Why an example failed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Reason {
    /// Where in the example's text; none where it is about all of it.
    pub span: Option<Span>,
    /// What is not as the example says.
    pub message: String,
}

/// One example with its verdict.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judged {
    /// Index of the rule.
    pub rule: usize,
    /// Index of the example in the rule.
    pub example: usize,
    /// How it came out.
    pub verdict: Verdict,
    /// It is one of the program's own, and passes without the user's rules.
    pub broken_by_user: bool,
}

/// How all examples came out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    /// Every example that ran, in the order of the rules.
    pub judged: Vec<Judged>,
    /// Rules without a `yes` or without a `no`, by index.
    pub untested: Vec<usize>,
    /// How many of those are the program's own, which fails the run.
    pub untested_builtin: usize,
}

impl Report {
    /// How many examples passed.
    pub fn passed(&self) -> usize {
        self.count(|verdict| *verdict == Verdict::Pass)
    }

    /// How many are still to do.
    pub fn todo(&self) -> usize {
        self.count(|verdict| *verdict == Verdict::Todo)
    }

    /// How many failed.
    pub fn failed(&self) -> usize {
        self.count(|verdict| matches!(verdict, Verdict::Fail(_)))
    }

    fn count(&self, is: impl Fn(&Verdict) -> bool) -> usize {
        self.judged.iter().filter(|judged| is(&judged.verdict)).count()
    }

    /// Whether anything was tested at all: a run that tested nothing is no success.
    pub fn is_empty(&self) -> bool {
        self.judged.is_empty()
    }

    /// Whether something was tested and nothing failed.
    pub fn is_success(&self) -> bool {
        !self.is_empty() && self.failed() == 0 && self.untested_builtin == 0
    }

    /// The report as text: every failure in its example with carets, then a line that counts.
    pub fn render(&self, set: &RuleSet) -> String {
        print::report(self, set)
    }
}

/// Runs the examples of the rules that are `wanted`. `base` is the pipeline without the user's rules: it tells
/// which of the program's own examples a user's pack breaks.
pub fn run(
    set: &RuleSet,
    wanted: impl Fn(&Rule) -> bool,
    pipeline: &dyn Pipeline,
    base: Option<&dyn Pipeline>,
) -> Report {
    let mut report = Report::default();
    for (index, rule) in set.rules.iter().enumerate().filter(|(_, rule)| wanted(rule)) {
        let builtin = is_builtin(set, rule);
        for (number, example) in rule.examples.iter().enumerate() {
            let verdict = verdict(rule, example, pipeline);
            let failed = builtin && matches!(verdict, Verdict::Fail(_));
            let passes = |base: &dyn Pipeline| verdict_of_base(rule, example, base);
            let broken_by_user = failed && base.is_some_and(passes);
            report.judged.push(Judged { rule: index, example: number, verdict, broken_by_user });
        }
        if is_untested(rule) {
            report.untested.push(index);
            report.untested_builtin += usize::from(builtin);
        }
    }
    report
}

fn verdict_of_base(rule: &Rule, example: &Example, base: &dyn Pipeline) -> bool {
    !matches!(verdict(rule, example, base), Verdict::Fail(_))
}

/// Whether a rule lacks a `yes` or a `no`; what is still to do counts for nothing.
fn is_untested(rule: &Rule) -> bool {
    let sides: BTreeSet<bool> = rule.examples.iter().filter(|e| !e.todo).map(|e| e.yes).collect();
    sides.len() < 2
}

fn is_builtin(set: &RuleSet, rule: &Rule) -> bool {
    set.sources.get(rule.at.file as usize).is_some_and(|source: &SourceFile| source.builtin)
}

/// Runs and judges one example.
pub fn verdict(rule: &Rule, example: &Example, pipeline: &dyn Pipeline) -> Verdict {
    let published = example.on.as_ref().map(|on| on.text.as_str());
    judge(rule, example, &pipeline.run(&example.text, published, &rule.name))
}

/// Judges an example by what was found in it.
pub fn judge(rule: &Rule, example: &Example, outcome: &Outcome) -> Verdict {
    let reasons = judge::judge(rule, example, outcome);
    match (example.todo, reasons.is_empty()) {
        (false, true) => Verdict::Pass,
        (false, false) => Verdict::Fail(reasons),
        (true, false) => Verdict::Todo,
        (true, true) => {
            let message = "this passes now: take its `todo` away, so that it stays so".to_owned();
            Verdict::Fail(vec![Reason { span: None, message }])
        }
    }
}
