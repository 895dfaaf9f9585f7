//! `dateline accept`: takes differences over into the golden files.

use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};
use tempfile::NamedTempFile;

use super::options::{Corpus, RuleOptions, Threads};
use super::{Exit, counted};
use crate::golden::{Checked, Difference, Select, Verdict, take};

/// Takes differences over into the golden files.
///
/// What is accepted is `seen`, unless --as says that somebody judged it. Refuses under CI and on rules that don't read.
#[derive(Args)]
pub(super) struct Accept {
    /// Which differences: rule=NAME kind=KIND file=ID text=TEXT group=NAME is=VERDICT, all of which must hold
    #[arg(value_name = "SELECT", required_unless_present = "all")]
    select: Vec<String>,
    /// All differences
    #[arg(long, conflicts_with = "select")]
    all: bool,
    /// Why; it is kept beside each fact
    #[arg(long, value_name = "TEXT")]
    because: String,
    /// What somebody who read them says of them
    #[arg(long = "as", value_enum, default_value = "seen")]
    verdict: Judgement,
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

#[derive(Clone, Copy, ValueEnum)]
enum Judgement {
    /// Somebody read it and it is so
    Right,
    /// Accepted, not judged
    Seen,
    /// A known false find
    Wrong,
}

impl From<Judgement> for Verdict {
    fn from(judgement: Judgement) -> Verdict {
        match judgement {
            Judgement::Right => Verdict::Right,
            Judgement::Seen => Verdict::Seen,
            Judgement::Wrong => Verdict::Wrong,
        }
    }
}

impl Accept {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        if std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false") {
            bail!("golden files are not changed under CI: somebody has to look");
        }
        let select = Select::parse(&self.select).map_err(anyhow::Error::msg)?;
        let extractor = self.rules.extractor()?;
        let mut taken = 0;
        for checked in self.corpus.check(&extractor, &self.threads)? {
            taken += self.accept(&select, &checked?)?;
        }
        for orphan in self.corpus.orphans().iter().filter(|_| self.all) {
            std::fs::remove_file(orphan).with_context(|| format!("cannot remove {}", orphan.display()))?;
            taken += 1;
        }
        writeln!(io::stdout(), "{} taken over", counted(taken, "difference"))?;
        Ok(if taken == 0 { Exit::Nothing } else { Exit::Fine })
    }

    fn accept(&self, select: &Select, checked: &Checked) -> anyhow::Result<usize> {
        let golden = checked.before();
        let chosen: Vec<&Difference> = checked
            .differences
            .iter()
            .filter(|difference| select.admits(&checked.place.id, &difference.sides(golden, &checked.found)))
            .collect();
        // An article in which nothing is found needs its golden file too: it says that nothing is to be found.
        let first = checked.golden.is_none() && (self.all || !chosen.is_empty());
        if !chosen.is_empty() || first {
            let taken = take(golden, &checked.found, &chosen, self.verdict.into(), &self.because);
            write_whole(&checked.place.golden, &taken.print())?;
        }
        Ok(chosen.len() + usize::from(first && chosen.is_empty()))
    }
}

/// Writes a file that appears whole or not at all.
fn write_whole(path: &Path, text: &str) -> anyhow::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(())
}
