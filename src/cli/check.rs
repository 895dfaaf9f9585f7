//! `dateline check`: do rules read, examples pass, golden files hold? Writes nothing.

use std::io::{self, Write};

use clap::Args;

use super::comparison::Telling;
use super::options::{Corpus, RuleOptions, Threads};
use super::{Exit, counted};
use crate::golden::{By, Select};

/// Checks rules, examples and golden files.
///
/// Differences are told in groups of one cause, with one place each; `dateline diff --each` shows them all. Exit code 0: all
/// as expected and something was tested; 1: differences; 2: rules are wrong; 3: input is missing or can't be read; 4: nothing
/// was tested.
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

impl Check {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let extractor = self.rules.extractor()?;
        let mut out = io::stdout().lock();
        let examples = self.rules.test(&extractor, |_| true)?;
        if !examples.is_success() {
            write!(out, "{}", examples.render(extractor.rules().set()))?;
        }
        let compared = self.corpus.compare(&extractor, &self.threads)?;
        let differences = compared.differences(&Select::default());
        compared.tell(&differences, &Telling { by: By::Rule, each: false }, &mut out)?;
        let rules = extractor.rules().set().rules.len();
        let tested = [counted(rules, "rule"), counted(examples.judged.len(), "example")].join(", ");
        writeln!(out, "{tested}, {}", compared.sum(&differences))?;
        out.flush()?;
        Ok(compared.exit(&differences, examples.failed() + examples.untested_builtin > 0))
    }
}
