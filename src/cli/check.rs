//! `dateline check`: do rules read, examples pass, golden files hold? Writes nothing.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::Args;

use super::options::{Corpus, RuleOptions, Threads};
use super::{Exit, counted};
use crate::extract::Extractor;
use crate::golden::{Checked, Golden, Verdict, show};

/// Checks rules, examples and golden files.
///
/// Exit code 0: all as expected and something was tested; 1: differences; 2: rules are wrong; 3: input is missing or can't be
/// read; 4: nothing was tested.
#[derive(Args)]
pub(super) struct Check {
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

/// What was counted on the way.
#[derive(Default)]
struct Tally {
    articles: usize,
    facts: usize,
    judged: [usize; 4],
    differences: usize,
    unreadable: usize,
}

impl Check {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let extractor = self.rules.extractor()?;
        let mut out = io::stdout().lock();
        let examples = self.rules.test(&extractor, |_| true)?;
        if !examples.is_success() {
            write!(out, "{}", examples.render(extractor.rules().set()))?;
        }
        let mut tally = Tally::default();
        self.golden(&extractor, &mut tally, &mut out)?;
        let rules = extractor.rules().set().rules.len();
        let tested = [counted(rules, "rule"), counted(examples.judged.len(), "example")].join(", ");
        writeln!(out, "{tested}, {}", tally.sum())?;
        out.flush()?;
        Ok(tally.exit(examples.failed() + examples.untested_builtin))
    }

    /// Holds the corpus against its golden files.
    fn golden(&self, extractor: &Extractor, tally: &mut Tally, out: &mut impl Write) -> anyhow::Result<()> {
        for orphan in self.corpus.orphans() {
            writeln!(out, "{}: a golden file without an article", orphan.display())?;
            tally.differences += 1;
        }
        for checked in self.corpus.check(extractor, &self.threads)? {
            match checked {
                Ok(checked) => tally.take(&checked, out)?,
                Err(error) => {
                    writeln!(out, "error: {error:#}")?;
                    tally.unreadable += 1;
                }
            }
        }
        Ok(())
    }
}

impl Tally {
    /// Counts an article and prints its differences.
    fn take(&mut self, checked: &Checked, out: &mut impl Write) -> anyhow::Result<()> {
        self.articles += 1;
        let Some(golden) = &checked.golden else {
            self.differences += 1;
            writeln!(
                out,
                "{}: there is no golden file {}",
                article(checked),
                checked.place.golden.display()
            )?;
            return Ok(());
        };
        self.count(golden);
        self.differences += checked.differences.len();
        for difference in &checked.differences {
            writeln!(out, "{}", show(&article(checked), &checked.text, golden, &checked.found, difference))?;
        }
        Ok(())
    }

    fn count(&mut self, golden: &Golden) {
        self.facts += golden.facts.len();
        for fact in &golden.facts {
            self.judged[fact.is as usize] += 1;
        }
    }

    fn sum(&self) -> String {
        let verdicts = Verdict::ALL
            .iter()
            .zip(self.judged)
            .map(|(verdict, count)| format!("{count} {}", verdict.as_str()));
        let verdicts = verdicts.collect::<Vec<_>>().join(", ");
        let unreadable = match self.unreadable {
            0 => String::new(),
            count => format!(", {} unreadable", counted(count, "file")),
        };
        let [articles, facts] = [counted(self.articles, "article"), counted(self.facts, "fact")];
        let differences = counted(self.differences, "difference");
        format!("{articles}, {facts} compared ({verdicts}): {differences}{unreadable}")
    }

    fn exit(&self, failed: usize) -> Exit {
        match self {
            Tally { unreadable: 1.., .. } => Exit::Input,
            Tally { differences: 1.., .. } => Exit::Differences,
            _ if failed > 0 => Exit::Differences,
            Tally { articles: 0, .. } => Exit::Nothing,
            _ => Exit::Fine,
        }
    }
}

fn article(checked: &Checked) -> String {
    PathBuf::from(&checked.place.article).display().to_string()
}
