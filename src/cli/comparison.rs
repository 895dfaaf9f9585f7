//! What comparing a corpus with its golden files gave: for `check` and `diff`.

use std::io::Write;

use super::options::Corpus;
use super::{Exit, counted};
use crate::golden::{By, Checked, Member, Select, Verdict, group};

/// A corpus that was compared.
pub(super) struct Comparison {
    /// The articles that could be read, in order.
    pub(super) checked: Vec<Checked>,
    /// Why others could not.
    errors: Vec<anyhow::Error>,
    /// Golden files without an article.
    orphans: Vec<String>,
}

/// How differences are told.
pub(super) struct Telling {
    /// What they are grouped by.
    pub(super) by: By,
    /// Every difference of a group, not one alone.
    pub(super) each: bool,
}

impl Comparison {
    /// Parts what could be compared from what could not.
    pub(super) fn new(corpus: &Corpus, all: Vec<anyhow::Result<Checked>>) -> Comparison {
        let orphans = corpus.orphans().iter().map(|path| path.display().to_string()).collect();
        let mut comparison = Comparison { checked: Vec::new(), errors: Vec::new(), orphans };
        for one in all {
            match one {
                Ok(checked) => comparison.checked.push(checked),
                Err(error) => comparison.errors.push(error),
            }
        }
        comparison
    }

    /// The differences that are chosen, of articles that have a golden file.
    pub(super) fn differences<'a>(&'a self, select: &Select) -> Vec<Member<'a>> {
        let articles = self.checked.iter().filter(|checked| checked.golden.is_some());
        let members = articles.flat_map(|checked| {
            checked.differences.iter().map(move |difference| Member { checked, difference })
        });
        members.filter(|member| select.admits(&member.checked.place.id, &member.sides())).collect()
    }

    /// Writes what is unreadable, what lacks its other half, and the differences in groups.
    pub(super) fn tell(
        &self,
        members: &[Member],
        telling: &Telling,
        out: &mut impl Write,
    ) -> anyhow::Result<()> {
        self.problems().iter().try_for_each(|problem| writeln!(out, "{problem}"))?;
        for group in group(members.iter().copied(), telling.by) {
            writeln!(out, "{group}")?;
            if telling.each {
                for member in group.others() {
                    writeln!(out, "{}", member.show())?;
                }
            }
        }
        Ok(())
    }

    /// What is unreadable or lacks its other half.
    pub(super) fn problems(&self) -> Vec<String> {
        let errors = self.errors.iter().map(|error| format!("error: {error:#}"));
        let orphans = self.orphans.iter().map(|orphan| format!("{orphan}: a golden file without an article"));
        let lacking = self.checked.iter().filter(|checked| checked.golden.is_none()).map(|checked| {
            let [article, golden] = [&checked.place.article, &checked.place.golden];
            format!("{}: there is no golden file {}", article.display(), golden.display())
        });
        errors.chain(orphans).chain(lacking).collect()
    }

    /// Writes what is unreadable.
    pub(super) fn tell_errors(&self, out: &mut impl Write) -> anyhow::Result<()> {
        Ok(self.errors.iter().try_for_each(|error| writeln!(out, "error: {error:#}"))?)
    }

    /// Whether anything could not be read.
    pub(super) fn is_unreadable(&self) -> bool {
        !self.errors.is_empty()
    }

    /// What was compared, in one line.
    pub(super) fn sum(&self, members: &[Member]) -> String {
        let golden = || self.checked.iter().filter_map(|checked| checked.golden.as_ref());
        let facts = || golden().flat_map(|golden| &golden.facts);
        let verdicts = Verdict::ALL.iter().map(|verdict| {
            format!("{} {}", facts().filter(|fact| fact.is == *verdict).count(), verdict.as_str())
        });
        let verdicts = verdicts.collect::<Vec<_>>().join(", ");
        let unreadable = match self.errors.len() {
            0 => String::new(),
            count => format!(", {} unreadable", counted(count, "file")),
        };
        let articles = counted(self.checked.len(), "article");
        let facts = counted(facts().count(), "fact");
        let differences = counted(members.len() + self.unpaired(), "difference");
        format!("{articles}, {facts} compared ({verdicts}): {differences}{unreadable}")
    }

    /// How it ends, where something else may have failed too.
    pub(super) fn exit(&self, members: &[Member], failed: bool) -> Exit {
        match self {
            _ if self.is_unreadable() => Exit::Input,
            _ if failed || members.len() + self.unpaired() > 0 => Exit::Differences,
            Comparison { checked, .. } if checked.is_empty() => Exit::Nothing,
            _ => Exit::Fine,
        }
    }

    /// Articles without golden file and golden files without article.
    fn unpaired(&self) -> usize {
        self.orphans.len() + self.checked.iter().filter(|checked| checked.golden.is_none()).count()
    }
}
