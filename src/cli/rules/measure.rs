//! `dateline rules coverage` and `dateline rules ablate`: what rules do over articles.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::Value;

use super::Exit;
use crate::cli::options::Threads;
use crate::extract::Extractor;
use crate::input::{self, InputError};
use crate::rule::RuleSet;
use crate::workbench::{Wanted, ablate, coverage};

/// Articles, and the form of what is said of them.
#[derive(Args)]
pub(super) struct Measure {
    /// Text files, folders of them, JSON Lines; `-` is standard input
    #[arg(value_name = "PATH", default_value = "corpus")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    threads: Threads,
}

/// Which rules.
#[derive(Args)]
pub(super) struct Which {
    /// Only the rules of these names, with the phrases and lists that they name
    #[arg(long = "rule", value_name = "NAME")]
    names: Vec<String>,
    /// The program's own rules too, where there are rules of yours
    #[arg(long)]
    builtin: bool,
}

impl Which {
    /// The rules that are meant: of yours all, or the program's own where there are none of yours.
    pub(super) fn wanted(&self, set: &RuleSet) -> anyhow::Result<Wanted> {
        super::named(set, &self.names)?;
        let builtin = self.builtin || set.sources.iter().all(|source| source.builtin);
        Ok(Wanted::new(set, &self.names, builtin))
    }
}

/// For people or for programs.
#[derive(Args)]
pub(in crate::cli) struct Form {
    /// Form of the report
    #[arg(long = "format", value_enum, default_value = "text")]
    name: FormName,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormName {
    /// Tables and sentences
    Text,
    /// One JSON value
    Json,
}

impl Form {
    /// Writes a report in the form that is asked for.
    pub(in crate::cli) fn write(
        &self,
        out: &mut impl Write,
        text: impl FnOnce() -> String,
        json: impl FnOnce() -> Value,
    ) -> io::Result<()> {
        match self.name {
            FormName::Text => write!(out, "{}", text())?,
            FormName::Json => writeln!(out, "{:#}", json())?,
        }
        out.flush()
    }
}

impl Measure {
    pub(super) fn coverage(&self, extractor: &Extractor, out: &mut impl Write) -> anyhow::Result<Exit> {
        let set = extractor.rules().set();
        let wanted = &self.which.wanted(set)?;
        let coverage = self.threads.run(|| {
            coverage::coverage(
                extractor,
                crate::batch::ready(input::articles(&self.paths, input::Options::default())),
            )
        })?;
        let dead = coverage.dead(extractor, wanted);
        self.form.write(
            out,
            || coverage::text(set, wanted, &coverage, &dead),
            || coverage::json(set, wanted, &coverage, &dead),
        )?;
        exit(coverage.articles, &coverage.unreadable)
    }

    pub(super) fn ablate(&self, extractor: &Extractor, out: &mut impl Write) -> anyhow::Result<Exit> {
        let set = extractor.rules().set();
        let wanted = &self.which.wanted(set)?;
        let ablation = self.threads.run(|| {
            ablate::ablate(
                extractor,
                crate::batch::ready(input::articles(&self.paths, input::Options::default())),
            )
        })?;
        self.form.write(
            out,
            || ablate::text(set, wanted, &ablation),
            || ablate::json(set, wanted, &ablation),
        )?;
        exit(ablation.articles, &ablation.unreadable)
    }
}

/// Names what could not be read; a run over nothing is no success.
fn exit(articles: usize, unreadable: &[InputError]) -> anyhow::Result<Exit> {
    for error in unreadable {
        writeln!(io::stderr(), "error: {error}")?;
    }
    Ok(match (articles, unreadable) {
        (_, [_, ..]) => Exit::Input,
        (0, []) => Exit::Nothing,
        _ => Exit::Fine,
    })
}
