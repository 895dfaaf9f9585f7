//! `dateline rules`: list, show, test and measure rules.

mod measure;
mod mutate;
mod watch;

pub(super) use measure::Form;

use std::io::{self, Write};

use anyhow::bail;
use clap::{Args, Subcommand};

use super::Exit;
use super::options::RuleOptions;
use crate::extract::Extractor;
use crate::rule::print;
use crate::rule::set::{Rule, RuleSet};

/// Lists, shows, tests and measures rules.
#[derive(Args)]
pub(super) struct Command {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    rules: RuleOptions,
}

#[derive(Subcommand)]
enum Action {
    /// One line a rule: what it gives, how many examples it has, where it stands
    List,
    /// Rules as they stand in their files
    Show {
        /// Their names
        #[arg(required = true, value_name = "NAME")]
        names: Vec<String>,
    },
    /// Run the examples of all rules, or of some, through the whole pipeline
    Test {
        /// Their names [default: all]
        #[arg(value_name = "NAME")]
        names: Vec<String>,
        /// Run again whenever a rule file is saved, until stopped
        #[arg(long)]
        watch: bool,
    },
    /// What each rule does in a corpus, and which alternatives and words never take part
    Coverage(measure::Measure),
    /// What would be lost, gained and changed in a corpus without each rule
    Ablate(measure::Measure),
    /// What the rules say and nobody tests: one-step changes that no example and no golden file notices
    Mutate(mutate::Mutate),
}

impl Command {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        if let Action::Test { names, watch: true } = &self.action {
            return self.watch(names);
        }
        let extractor = self.rules.extractor()?;
        let set = extractor.rules().set();
        let mut out = io::stdout().lock();
        match &self.action {
            Action::List => write!(out, "{}", print::list(set, &set.rules))?,
            Action::Show { names } => {
                for rule in named(set, names)? {
                    writeln!(out, "{}", print::show(set, rule))?;
                }
            }
            Action::Test { names, .. } => return self.test(&extractor, names, &mut out),
            Action::Coverage(measure) => return measure.coverage(&extractor, &mut out),
            Action::Ablate(measure) => return measure.ablate(&extractor, &mut out),
            Action::Mutate(mutate) => return mutate.run(&extractor, &mut out),
        }
        out.flush()?;
        Ok(Exit::Fine)
    }
}

impl Command {
    fn test(&self, extractor: &Extractor, names: &[String], out: &mut impl Write) -> anyhow::Result<Exit> {
        let set = extractor.rules().set();
        named(set, names)?;
        let report = self.rules.test(extractor, |rule| names.is_empty() || names.contains(&rule.name))?;
        write!(out, "{}", report.render(set))?;
        out.flush()?;
        Ok(match report.is_empty() {
            true => Exit::Nothing,
            false if report.is_success() && report.untested.is_empty() => Exit::Fine,
            false => Exit::Differences,
        })
    }

    /// Tests over and over; rules that don't read are told of like examples that fail.
    fn watch(&self, names: &[String]) -> anyhow::Result<Exit> {
        match watch::watch(&self.rules, || {
            let mut out = io::stdout().lock();
            match self.rules.extractor() {
                Ok(extractor) => drop(self.test(&extractor, names, &mut out)?),
                Err(wrong) => writeln!(out, "{wrong:#}")?,
            }
            Ok(out.flush()?)
        })? {}
    }
}

/// The rules of those names.
pub(super) fn named<'s>(set: &'s RuleSet, names: &[String]) -> anyhow::Result<Vec<&'s Rule>> {
    let find = |name: &String| match set.rules.iter().find(|rule| rule.name == *name) {
        Some(rule) => Ok(rule),
        None => bail!("there is no rule `{name}`; `dateline rules list` names all"),
    };
    names.iter().map(find).collect()
}
