//! `dateline score`: precision, recall and F1 by the verdicts of golden files.

use std::io::{self, Write};

use clap::{Args, ValueEnum};

use super::Exit;
use super::options::{Corpus, RuleOptions, Threads};
use crate::golden::Checked;
use crate::golden::score::{self, Score, Split};

/// Tells how good what is found is, by the verdicts of golden files.
///
/// What is `right` or `missed` ought to be found, what is `wrong` ought not; what nobody judged is counted and no more. Each
/// share comes with its 95 % interval after Wilson. Exit code 4 where nothing is judged.
#[derive(Args)]
pub(super) struct Command {
    /// What to split by
    #[arg(long, value_enum, default_value = "kind")]
    by: By,
    /// A git revision: its golden files, scored by their own verdicts, beside today's
    #[arg(long, value_name = "REV")]
    base: Option<String>,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

#[derive(Clone, Copy, ValueEnum)]
enum By {
    /// The kind of fact
    Kind,
    /// The rule that made the fact or added to it
    Rule,
    /// The field
    Field,
    /// The first folder of the article's path
    Collection,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table
    Text,
    /// One object
    Json,
}

impl From<By> for Split {
    fn from(by: By) -> Split {
        match by {
            By::Kind => Split::Kind,
            By::Rule => Split::Rule,
            By::Field => Split::Field,
            By::Collection => Split::Collection,
        }
    }
}

impl Command {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let extractor = self.rules.extractor()?;
        let compared = self.corpus.compare(&extractor, &self.threads)?;
        compared.tell_errors(&mut io::stderr())?;
        let mut score = Score::default();
        for checked in &compared.checked {
            score.add(&checked.place.id, &score::judge(checked.before(), &checked.found), self.by.into());
        }
        let base = self.base.as_deref().map(|revision| self.base(revision, &compared.checked)).transpose()?;
        let base = self.base.as_deref().zip(base.as_ref());
        let mut out = io::stdout().lock();
        match self.format {
            Format::Text => write!(out, "{}", score::table(&score, base))?,
            Format::Json => writeln!(out, "{:#}", score::json(&score, base))?,
        }
        out.flush()?;
        Ok(match compared.is_unreadable() {
            true => Exit::Input,
            false if score.all.strict.is_empty() => Exit::Nothing,
            false => Exit::Fine,
        })
    }

    /// The score of a revision, over those of today's articles that it had.
    fn base(&self, revision: &str, checked: &[Checked]) -> anyhow::Result<Score> {
        let ids: Vec<&str> = checked.iter().map(|checked| checked.place.id.as_str()).collect();
        let mut score = Score::default();
        for (id, golden) in ids.iter().zip(self.corpus.at_revision(revision, &ids)?) {
            let golden = golden.unwrap_or_default();
            score.add(id, &score::judge(&golden, &golden.found()), self.by.into());
        }
        Ok(score)
    }
}
