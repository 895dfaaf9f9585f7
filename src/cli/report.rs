//! `dateline report`: what `check` compares, for eyes and machines.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;

use super::Exit;
use super::options::{Corpus, RuleOptions, Threads};
use crate::golden::Select;
use crate::report::{self, Run};

/// Writes what `check` compares as a page, as JUnit's XML, or as the annotation lines of GitHub's CI.
///
/// Ends as `check` does: exit code 1 on differences or failed examples.
#[derive(Args)]
pub(super) struct Report {
    /// One self-contained page: the articles with their facts, and the differences
    #[arg(long, value_name = "FILE", required_unless_present_any = ["junit", "github"])]
    html: Option<PathBuf>,
    /// Examples and articles as test cases
    #[arg(long, value_name = "FILE")]
    junit: Option<PathBuf>,
    /// Print a line `::error file=…` for each difference and failed example
    #[arg(long)]
    github: bool,
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

impl Report {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let extractor = self.rules.extractor()?;
        let examples = self.rules.test(&extractor, |_| true)?;
        let compared = self.corpus.compare(&extractor, &self.threads)?;
        let differences = compared.differences(&Select::default());
        let run = Run {
            checked: &compared.checked,
            differences: &differences,
            problems: &compared.problems(),
            examples: &examples,
            set: extractor.rules().set(),
            sum: &compared.sum(&differences),
        };
        if let Some(path) = &self.html {
            write(path, &report::page(&run))?;
        }
        if let Some(path) = &self.junit {
            write(path, &report::junit(&run))?;
        }
        let mut out = io::stdout().lock();
        if self.github {
            out.write_all(report::annotations(&run).as_bytes())?;
        }
        writeln!(out, "{}", run.sum)?;
        out.flush()?;
        Ok(compared.exit(&differences, examples.failed() + examples.untested_builtin > 0))
    }
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    crate::golden::write_whole(path, text.as_bytes())
        .with_context(|| format!("cannot write {}", path.display()))
}
