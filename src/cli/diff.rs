//! `dateline diff`: what a change of the rules did to a corpus.

use std::io::{self, Write};

use clap::{Args, ValueEnum};

use super::Exit;
use super::comparison::Telling;
use super::options::{Corpus, RuleOptions, Threads};
use crate::golden::{By, Select};

/// Tells what is found otherwise than the golden files have it, grouped by what made the difference.
///
/// Each group has its size, its commonest change and one place in the text; its name is what `accept group=…` takes. For
/// articles without golden files, make some first: `dateline accept --all --corpus DIR --golden OTHER --because before`.
/// Exit code 1 on any difference.
#[derive(Args)]
pub(super) struct Diff {
    /// Which differences [default: all]: rule=NAME kind=KIND file=ID text=TEXT group=NAME is=VERDICT, all of which must hold
    #[arg(value_name = "SELECT")]
    select: Vec<String>,
    /// What to group by
    #[arg(long, value_enum, default_value = "rule")]
    by: Grouping,
    /// Show every difference, not one of each group
    #[arg(long)]
    each: bool,
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

#[derive(Clone, Copy, ValueEnum)]
enum Grouping {
    /// The rule or step that made it, and the fields that differ
    Rule,
    /// The article
    File,
    /// The field
    Field,
}

impl From<Grouping> for By {
    fn from(grouping: Grouping) -> By {
        match grouping {
            Grouping::Rule => By::Rule,
            Grouping::File => By::File,
            Grouping::Field => By::Field,
        }
    }
}

impl Diff {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let select = Select::parse(&self.select).map_err(anyhow::Error::msg)?;
        let extractor = self.rules.extractor()?;
        let compared = self.corpus.compare(&extractor, &self.threads)?;
        let differences = compared.differences(&select);
        let mut out = io::stdout().lock();
        compared.tell(&differences, &Telling { by: self.by.into(), each: self.each }, &mut out)?;
        writeln!(out, "{}", compared.sum(&differences))?;
        out.flush()?;
        Ok(compared.exit(&differences, false))
    }
}
