//! `dateline explain`: what every stage makes of one text.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;

use super::Exit;
use super::options::{DateOptions, RuleOptions};
use crate::explain::{explain, explain_all};
use crate::extract::{Article, Options};
use crate::fact::{Published, PublishedSource};
use crate::input;
use crate::text::Span;

/// Tells, for one text, what each word is known as, which rules were tried and how far they came, what won, and how dates were
/// reckoned.
#[derive(Args)]
pub(super) struct Explain {
    /// A file, or one line of it; the whole file is read all the same
    #[arg(value_name = "FILE[:LINE]", required_unless_present = "text")]
    file: Option<String>,
    /// The text itself
    #[arg(long, conflicts_with = "file")]
    text: Option<String>,
    /// Day of publication (ISO 8601), over what the text says itself
    #[arg(long, value_name = "DATE")]
    published: Option<jiff::civil::Date>,
    #[command(flatten)]
    dates: DateOptions,
    /// Tell of each word, and of every rule that was tried
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    rules: RuleOptions,
}

impl Explain {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let options = Options { dates: self.dates.into(), ..Options::default() };
        let extractor = self.rules.extractor()?.with(options);
        let (mut article, within) = match (&self.text, &self.file) {
            (Some(text), _) => (Article { text: text.clone(), ..Article::default() }, None),
            (None, Some(file)) => read(file)?,
            (None, None) => bail!("give a file, or a text with --text"),
        };
        if let Some(day) = self.published {
            article.published = Some(Published { value: day.to_string(), source: PublishedSource::Option });
        }
        let tell = if self.all { explain_all } else { explain };
        let told = tell(&extractor, &article, within);
        io::stdout().write_all(told.as_bytes())?;
        Ok(Exit::Fine)
    }
}

/// The article of a file, and the line that is meant.
fn read(named: &str) -> anyhow::Result<(Article, Option<Span>)> {
    let (path, line) = place(named);
    let article = input::open(&path)?.article;
    let within =
        line.map(|line| span_of_line(&article.text, line).context(format!("{named}: there is no such line")));
    Ok((article, within.transpose()?))
}

/// `news/pact.txt:17`: a file, and a line from 1. A file whose own name ends so is that file.
fn place(named: &str) -> (PathBuf, Option<usize>) {
    let parts = named.rsplit_once(':').and_then(|(path, line)| Some((path, line.parse().ok()?)));
    match parts {
        Some((path, line)) if !Path::new(named).exists() => (PathBuf::from(path), Some(line)),
        _ => (PathBuf::from(named), None),
    }
}

fn span_of_line(text: &str, number: usize) -> Option<Span> {
    let before: usize = text.split_inclusive('\n').take(number.checked_sub(1)?).map(str::len).sum();
    let line = text.split_inclusive('\n').nth(number - 1)?;
    Some(Span::new(before as u32, (before + line.len()) as u32))
}
