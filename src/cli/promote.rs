//! `dateline promote`: facts of golden files become examples of rules.

use std::io::{self, Write};

use clap::Args;

use super::Exit;
use super::options::{Corpus, RuleOptions, Threads};
use crate::golden::Select;
use crate::golden::promote::Promoter;

/// Writes facts of the golden files as examples beside their rules.
///
/// What is `right` becomes a `yes`, marked with what the rule fills; a false find becomes a `no`, what is `missed` a `yes` (--rule
/// says of which rule), and either is a `todo` as long as it fails. An example that does not run is not written. Exit code 1
/// where a fact could not become an example, 4 where none was selected.
#[derive(Args)]
pub(super) struct Promote {
    /// Which facts: rule=NAME kind=KIND file=ID text=TEXT is=VERDICT, all of which must hold
    #[arg(value_name = "SELECT", required = true)]
    select: Vec<String>,
    /// The rule that gets the examples, where several made the fact or none did
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

impl Promote {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let select = Select::parse(&self.select).map_err(anyhow::Error::msg)?;
        let extractor = self.rules.extractor()?;
        let mut promoter = Promoter::new(&extractor);
        let mut exit = Exit::Nothing;
        let mut out = io::stdout().lock();
        for checked in self.corpus.check(&extractor, &self.threads)? {
            let checked = checked?;
            let facts = checked.before().facts.iter();
            for fact in facts.filter(|fact| select.admits_fact(&checked.place.id, fact)) {
                match promoter.promote(&checked, fact, self.rule.as_deref()) {
                    Ok(written) => {
                        let known = if written.known { "known already: " } else { "" };
                        writeln!(out, "{}:{}: {known}{}", written.path, written.line, written.example)?;
                        exit = if exit == Exit::Nothing { Exit::Fine } else { exit };
                    }
                    Err(why) => {
                        writeln!(out, "{}: {} `{}`: {why}", checked.place.id, fact.kind, fact.text())?;
                        exit = Exit::Differences;
                    }
                }
            }
        }
        out.flush()?;
        Ok(exit)
    }
}
