//! `dateline accept` and `dateline reject`: verdicts on differences, or on facts that have not changed, from scripts.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::{Args, ValueEnum};

use super::options::{Corpus, RuleOptions, Threads};
use super::{Exit, counted};
use crate::golden::{Checked, Difference, Golden, GoldenFact, Judgement, Select, Verdict, take};

/// Takes differences over into the golden files.
///
/// What is accepted is `seen`, unless --as says that somebody judged it. Refuses under CI and on rules that don't read.
#[derive(Args)]
pub(super) struct Accept {
    /// What somebody who read them says of them
    #[arg(long = "as", value_enum, default_value = "seen")]
    verdict: Word,
    #[command(flatten)]
    judging: Judging,
}

/// Takes differences over as mistakes: what is new or changed is `wrong`, what is gone is `missed`.
///
/// The same as `accept --as wrong`. A change is wrong in the fields that --wrong or the reason names, else in those that
/// changed. Refuses under CI and on rules that don't read.
#[derive(Args)]
pub(super) struct Reject {
    #[command(flatten)]
    judging: Judging,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Word {
    /// Somebody read it and it is so
    Right,
    /// Accepted, not judged
    Seen,
    /// A false find, or wrong in some fields
    Wrong,
}

impl From<Word> for Verdict {
    fn from(word: Word) -> Verdict {
        match word {
            Word::Right => Verdict::Right,
            Word::Seen => Verdict::Seen,
            Word::Wrong => Verdict::Wrong,
        }
    }
}

impl Accept {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        if self.verdict != Word::Wrong && !self.judging.wrong.is_empty() {
            bail!("--wrong names fields of what is wrong: give --as wrong too");
        }
        self.judging.run(self.verdict.into())
    }
}

impl Reject {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        self.judging.run(Verdict::Wrong)
    }
}

#[derive(Args)]
struct Judging {
    /// Which: rule=NAME kind=KIND file=ID text=TEXT group=NAME is=VERDICT, all of which must hold
    #[arg(value_name = "SELECT", required_unless_present = "all")]
    select: Vec<String>,
    /// All of them
    #[arg(long, conflicts_with = "select")]
    all: bool,
    /// Why; it is kept beside each fact
    #[arg(long, value_name = "TEXT")]
    because: String,
    /// The fields that are wrong, of facts that stand in the text; the reason names them too: 'measure: …; period: …'
    #[arg(long, value_name = "FIELD,…", value_delimiter = ',')]
    wrong: Vec<String>,
    /// Judge the facts that are as the golden files have them, not the differences
    #[arg(long)]
    held: bool,
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

/// A golden file as it is to be written, and how much is judged in it.
struct Edit {
    path: PathBuf,
    golden: Golden,
    judged: usize,
}

impl Judging {
    fn run(self, is: Verdict) -> anyhow::Result<Exit> {
        refuse_under_ci()?;
        let select = Select::parse(&self.select).map_err(anyhow::Error::msg)?;
        if self.held && select.names_group() {
            bail!("group= names differences, and --held is about facts that have none");
        }
        let judgement = Judgement { is, because: self.because.clone(), wrong: self.wrong.clone() };
        let extractor = self.rules.extractor()?;
        let mut edits = Vec::new();
        for checked in self.corpus.check(&extractor, &self.threads)? {
            edits.extend(self.edit(&checked?, &select, &judgement)?);
        }
        // Only now is anything written: what can't be judged stops it all.
        let mut judged = 0;
        for edit in edits {
            edit.golden.write(&edit.path)?;
            judged += edit.judged;
        }
        if self.held {
            writeln!(io::stdout(), "{} judged", counted(judged, "fact"))?;
        } else {
            judged += if self.all { self.remove_orphans()? } else { 0 };
            writeln!(io::stdout(), "{} taken over", counted(judged, "difference"))?;
        }
        Ok(if judged == 0 { Exit::Nothing } else { Exit::Fine })
    }

    /// What becomes of an article's golden file; none where nothing in it is chosen.
    fn edit(
        &self,
        checked: &Checked,
        select: &Select,
        judgement: &Judgement,
    ) -> anyhow::Result<Option<Edit>> {
        let edit = if self.held {
            held(checked, select, judgement)
        } else {
            self.differing(checked, select, judgement)
        };
        let wrong = |fact: &GoldenFact| {
            self.wrong.iter().find(|name| fact.wrong.contains(name) && !fact.has(name)).cloned()
        };
        match edit.iter().flat_map(|edit| &edit.golden.facts).find_map(|fact| Some((fact, wrong(fact)?))) {
            Some((fact, name)) => {
                bail!("a {} has no field `{name}`: `{}` in {}", fact.kind, fact.text(), checked.place.id)
            }
            None => Ok(edit),
        }
    }

    fn differing(&self, checked: &Checked, select: &Select, judgement: &Judgement) -> Option<Edit> {
        let golden = checked.before();
        let admits = |difference: &&Difference| {
            select.admits(&checked.place.id, &difference.sides(golden, &checked.found))
        };
        let chosen = checked.differences.iter().filter(admits).map(|difference| (difference, judgement));
        let chosen: Vec<_> = chosen.collect();
        // An article in which nothing is found needs its golden file too: it says that nothing is to be found.
        let first = checked.golden.is_none() && (self.all || !chosen.is_empty());
        let judged = chosen.len() + usize::from(first && chosen.is_empty());
        let golden = (judged > 0).then(|| take(golden, &checked.found, &chosen))?;
        Some(Edit { path: checked.place.golden.clone(), golden, judged })
    }

    /// Golden files without an article go, where all is taken over.
    fn remove_orphans(&self) -> anyhow::Result<usize> {
        let orphans = self.corpus.orphans();
        for orphan in &orphans {
            std::fs::remove_file(orphan).with_context(|| format!("cannot remove {}", orphan.display()))?;
        }
        Ok(orphans.len())
    }
}

/// Judges what is found as the golden file has it.
fn held(checked: &Checked, select: &Select, judgement: &Judgement) -> Option<Edit> {
    let mut golden = checked.golden.clone()?;
    let differing: Vec<usize> =
        checked.differences.iter().filter_map(|difference| difference.before).collect();
    let mut judged = 0;
    for (index, fact) in golden.facts.iter_mut().enumerate() {
        let is_held = fact.is != Verdict::Missed && !differing.contains(&index);
        if is_held && select.admits_fact(&checked.place.id, fact) {
            judgement.put(fact);
            judged += 1;
        }
    }
    (judged > 0).then(|| Edit { path: checked.place.golden.clone(), golden, judged })
}

/// Somebody has to look, and nobody looks under CI.
pub(super) fn refuse_under_ci() -> anyhow::Result<()> {
    if std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false") {
        bail!("golden files are not changed under CI: somebody has to look");
    }
    Ok(())
}
