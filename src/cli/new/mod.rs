//! `dateline new`: a project of the user's own, which `check` runs green at once.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;

use super::Exit;
use crate::extract::Extractor;
use crate::golden::{self, Difference, Golden, Judgement, Verdict};
use crate::rule::SourceFile;

/// Starts a project: rules, words, articles, golden files, a page that says what to do with them, and a check for CI.
#[derive(Args)]
pub(super) struct New {
    /// The folder, new or empty
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

/// The files of a new project; its golden file is made from what is found.
const FILES: &[(&str, &str)] = &[
    ("README.md", include_str!("README.md")),
    ("rules/visits.cloze", RULES),
    ("rules/words.cloze", WORDS),
    ("corpus/example/visits.txt", ARTICLE),
    (".github/workflows/check.yml", include_str!("check.yml")),
];
const RULES: &str = include_str!("visits.cloze");
const WORDS: &str = include_str!("words.cloze");
const ARTICLE: &str = include_str!("visits.txt");

impl New {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let folder = &self.folder;
        if std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some()) || folder.is_file() {
            bail!("{} is there already and not empty", folder.display());
        }
        for (below, text) in FILES {
            write(&folder.join(below), text)?;
        }
        self.accept()?;
        let mut out = io::stdout().lock();
        for (below, _) in FILES {
            writeln!(out, "{}", folder.join(below).display())?;
        }
        writeln!(out, "{}", folder.join("golden/example/visits.json").display())?;
        writeln!(out, "\nnow: cd {} && dateline check --rules rules", folder.display())?;
        out.flush()?;
        Ok(Exit::Fine)
    }

    /// Takes what is found in the first article for its golden file.
    fn accept(&self) -> anyhow::Result<()> {
        let [rules, words] = [("visits", RULES), ("words", WORDS)].map(|(name, text)| SourceFile {
            path: format!("rules/{name}.cloze"),
            text: text.to_owned(),
            builtin: false,
        });
        let extractor = Extractor::new(&[rules, words])?;
        let [corpus, golden] = ["corpus", "golden"].map(|below| self.folder.join(below));
        let places = golden::places(&corpus, &golden).into_iter().collect::<Result<Vec<_>, _>>()?;
        for checked in golden::check(&extractor, places) {
            let checked = checked?;
            let because = "what was found when the project was new".to_owned();
            let seen = Judgement { is: Verdict::Seen, because, wrong: Vec::new() };
            let all: Vec<(&Difference, &Judgement)> =
                checked.differences.iter().map(|difference| (difference, &seen)).collect();
            let taken = golden::take(&Golden::default(), &checked.found, &all);
            write(&checked.place.golden, &taken.print())?;
        }
        Ok(())
    }
}

fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
