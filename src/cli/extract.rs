//! `dateline extract`: articles in, records out.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use super::Exit;
use super::options::{DateOptions, OffsetUnit, RuleOptions, Threads};
use crate::batch::{Batch, Done};
use crate::extract::{Options, Scope};
use crate::fact::{Published, PublishedSource};
use crate::input::{self, InputError, Read};
use crate::output::{Folder, Form, Sink, Stream};

/// Reads articles and writes their records.
///
/// Exit code 3 where an input could not be read; the others are read all the same.
#[derive(Args)]
pub(super) struct Extract {
    /// Text files, folders of them, JSON Lines (id, text, published, title); `-` is standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Form of the records [default: json in a terminal, else jsonl]
    #[arg(long, value_enum)]
    format: Option<FormName>,
    /// Write one file an article below this folder, in folders that mirror the input's
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Day of publication of every article (ISO 8601), over what the articles say themselves
    #[arg(long, value_name = "DATE")]
    published: Option<jiff::civil::Date>,
    /// What offsets count
    #[arg(long, value_enum, default_value = "chars")]
    offsets: OffsetUnit,
    /// Look for nothing but this, which is faster; the lists of the other kinds stay empty
    #[arg(long, value_enum, value_name = "KIND")]
    only: Option<Only>,
    #[command(flatten)]
    dates: DateOptions,
    #[command(flatten)]
    rules: RuleOptions,
    #[command(flatten)]
    threads: Threads,
}

#[derive(Clone, Copy, ValueEnum)]
enum FormName {
    /// One record a line
    Jsonl,
    /// Indented records
    Json,
    /// Dates alone, as the field's scorers read them
    Dates,
    /// TimeML, an XML document an article, with the dates inline
    Timeml,
}

/// What may be looked for alone.
#[derive(Clone, Copy, ValueEnum)]
enum Only {
    /// Dates and the day of publication
    Dates,
}

impl Extract {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let form = self.form();
        let extractor = self.rules.extractor()?.with(self.options(form));
        let batch = Batch { extractor: &extractor, unit: form.unit(self.offsets.into()) };
        let mut sink = self.sink(form);
        let progress = progress();
        let mut failed = false;
        let published = self.published();
        let articles = input::articles(&self.paths).map(|read| with_day(read, &published));
        self.threads.run(|| {
            batch.run(articles, |done| {
                progress.inc(1);
                failed |= done.is_err();
                put(&mut *sink, &progress, done)
            })
        })??;
        sink.close()?;
        progress.finish_and_clear();
        Ok(if failed { Exit::Input } else { Exit::Fine })
    }

    fn published(&self) -> Option<Published> {
        self.published.map(|day| Published { value: day.to_string(), source: PublishedSource::Option })
    }

    fn form(&self) -> Form {
        let terminal = self.out.is_some() || io::stdout().is_terminal();
        match self.format {
            Some(FormName::Jsonl) => Form::Jsonl,
            Some(FormName::Json) => Form::Json,
            Some(FormName::Dates) => Form::Dates,
            Some(FormName::Timeml) => Form::Timeml,
            None if terminal => Form::Json,
            None => Form::Jsonl,
        }
    }

    /// A form of dates alone needs nothing else.
    fn options(&self, form: Form) -> Options {
        let scope = match self.only {
            Some(Only::Dates) => Scope::Dates,
            None if form.holds_dates_alone() => Scope::Dates,
            None => Scope::Everything,
        };
        Options { scope, dates: self.dates.clone().into() }
    }

    fn sink(&self, form: Form) -> Box<dyn Sink + Send> {
        match &self.out {
            Some(root) => Box::new(Folder::new(root.clone(), form)),
            None => Box::new(Stream::new(io::stdout(), form)),
        }
    }
}

/// Sets the day that the option gives.
fn with_day(mut read: Read, published: &Option<Published>) -> Read {
    if let (Ok(item), Some(_)) = (&mut read, published) {
        item.article.published.clone_from(published);
    }
    read
}

/// Hands a record on, and says what could not be read or was odd about reading it.
fn put(sink: &mut dyn Sink, progress: &ProgressBar, done: Result<Done, InputError>) -> anyhow::Result<()> {
    match done {
        Ok(done) => {
            for warning in &done.item.warnings {
                say(progress, &format!("warning: {}: {}", done.item.source, warning.message));
            }
            sink.put(&done)
        }
        Err(error) => {
            say(progress, &format!("error: {error}"));
            Ok(())
        }
    }
}

fn say(progress: &ProgressBar, line: &str) {
    progress.suspend(|| {
        // Nowhere is left to complain to where standard error is closed.
        let _ = writeln!(io::stderr(), "{line}");
    });
}

/// A counter of articles, in a terminal only, and not where records are printed into the same one.
fn progress() -> ProgressBar {
    if io::stdout().is_terminal() || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{spinner} {pos} articles, {per_sec}, {elapsed}");
    ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
}
