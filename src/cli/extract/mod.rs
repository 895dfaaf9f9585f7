//! `dateline extract`: articles in, records out.

mod progress;
mod run;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::bail;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use super::Exit;
use super::input::InputOptions;
use super::options::{DateOptions, OffsetUnit, RuleOptions, Threads};
use crate::batch::{self, Batch, Tally};
use crate::extract::{Extractor, Options, Scope};
use crate::fact::{Published, PublishedSource};
use crate::input::{self, Read};
use crate::output::{Folder, Form, Header, Inputs, Start, digest_of_rules};
use crate::rule::ast::Kind;
use progress::Progress;
use run::{Printed, Run};

/// Reads articles and writes their records.
///
/// An article that fails (it can't be read, is too large, or meets a bug) is told of on standard error and in the file of
/// errors, and the run goes on. Exit code 1 where some articles failed, 3 where nothing could be read at all.
#[derive(Args)]
pub(super) struct Extract {
    /// Files, folders, quoted patterns ('news/**/*.txt'), or `-` for standard input: text, JSON, CSV, HTML, WARC, Parquet, packed or not
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Form of the records [default: json in a terminal or with --out, else jsonl]
    #[arg(long, value_enum)]
    format: Option<FormName>,
    /// Write below this folder: files that mirror the input's, or tables and lists in files of bounded size
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Go on with a run that was stopped; begins one where there is none
    #[arg(long, requires = "out")]
    resume: bool,
    /// Empty the output folder of an earlier run first
    #[arg(long, requires = "out", conflicts_with = "resume")]
    replace: bool,
    /// Write what failed to this file, as JSON Lines [with --out: DIR/errors.jsonl]
    #[arg(long, value_name = "FILE", conflicts_with = "out")]
    errors: Option<PathBuf>,
    /// Articles in a part: the most that a stopped run repeats, and that one file of a table holds; 64 MB of text end a part too
    #[arg(long, value_name = "N", default_value_t = 50_000)]
    part_articles: usize,
    /// Say how far it is every so many seconds, where no bar can be shown; 0 is always
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    log_every: u64,
    /// Day of publication of every article (ISO 8601), over what the articles say themselves
    #[arg(long, value_name = "DATE")]
    published: Option<jiff::civil::Date>,
    /// What offsets count
    #[arg(long, value_enum, default_value = "chars")]
    offsets: OffsetUnit,
    /// Look for nothing but this, which is faster; the lists of the other kinds stay empty
    #[arg(long, value_enum, value_name = "KIND")]
    only: Option<Only>,
    /// Put the whole text into each record, not only where it was made of something else
    #[arg(long)]
    with_text: bool,
    #[command(flatten)]
    input: InputOptions,
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
    /// One fact a line, flat; with --out, tables as JSON Lines
    Facts,
    /// Tables as CSV (needs --out)
    Csv,
    /// Tables as Parquet (needs --out)
    Parquet,
    /// Dates alone, as the field's scorers read them
    Dates,
    /// TimeML, an XML document an article, with the dates inline
    Timeml,
    /// brat standoff, a text and its annotations an article (needs --out)
    Brat,
}

impl From<FormName> for Form {
    fn from(name: FormName) -> Form {
        match name {
            FormName::Jsonl => Form::Jsonl,
            FormName::Json => Form::Json,
            FormName::Facts => Form::Facts,
            FormName::Csv => Form::Csv,
            FormName::Parquet => Form::Parquet,
            FormName::Dates => Form::Dates,
            FormName::Timeml => Form::Timeml,
            FormName::Brat => Form::Brat,
        }
    }
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
        match &self.out {
            Some(root) => self.write(root, form, &extractor),
            None => self.print(form, &extractor),
        }
    }

    /// Prints records.
    fn print(&self, form: Form, extractor: &Extractor) -> anyhow::Result<Exit> {
        let sink = form.stream(io::stdout(), kinds(extractor))?;
        let printed = Printed::new(sink, self.errors.as_deref())?;
        let inputs = Inputs::of(&self.paths, &(&self.input).into());
        let progress = Progress::new(self.log_every(), self.total(&inputs));
        let run = self.go(form, extractor, Run::new(printed, progress), 0)?;
        Ok(exit(&run.progress.tally))
    }

    /// Writes records below a folder.
    fn write(&self, root: &Path, form: Form, extractor: &Extractor) -> anyhow::Result<Exit> {
        let inputs = Inputs::of(&self.paths, &(&self.input).into());
        let total = self.total(&inputs);
        if self.resume && total.is_none() {
            bail!("standard input can't be read again: --resume takes files and folders");
        }
        let header = self.header(form, extractor, inputs);
        let folder = Folder::open(root, form, header, kinds(extractor), self.start())?;
        let before = folder.tally();
        let progress = Progress::new(self.log_every(), total).after(before.clone());
        if folder.is_complete() {
            progress.say(&format!("{} is complete: nothing is left to do", root.display()));
            return Ok(exit(&before));
        }
        let run = self.go(form, extractor, Run::new(folder, progress), before.seen() as usize)?;
        Ok(exit(&run.out.close()?))
    }

    /// Reads all articles but those that an earlier run has read.
    fn go<T: batch::Take + Send>(
        &self,
        form: Form,
        extractor: &Extractor,
        mut run: Run<T>,
        past: usize,
    ) -> anyhow::Result<Run<T>> {
        let unit = form.unit(self.offsets.into());
        let batch = Batch { extractor, unit, part: self.part_articles, with_text: self.with_text };
        let published = self.published();
        let fetched = input::articles(&self.paths, (&self.input).into());
        let articles = batch::ready(fetched).map(|read| with_day(read, &published));
        let articles = batch::distinct(articles).skip(past);
        self.threads.run(|| batch.run(articles, &mut run))??;
        run.progress.finish();
        Ok(run)
    }

    fn start(&self) -> Start {
        match (self.resume, self.replace) {
            (true, _) => Start::Resume,
            (_, true) => Start::Replace,
            _ => Start::Fresh,
        }
    }

    fn log_every(&self) -> Duration {
        Duration::from_secs(self.log_every)
    }

    /// The bytes of the inputs, where that can be known.
    fn total(&self, inputs: &Inputs) -> Option<u64> {
        let is_stream = self.paths.iter().any(|path| path.as_os_str() == "-");
        (!is_stream).then_some(inputs.bytes)
    }

    fn published(&self) -> Option<Published> {
        self.published.map(|day| Published { value: day.to_string(), source: PublishedSource::Option })
    }

    fn form(&self) -> Form {
        let whole = self.out.is_some() || io::stdout().is_terminal();
        match self.format {
            Some(name) => name.into(),
            None if whole => Form::Json,
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

    /// What this run is told apart by.
    fn header(&self, form: Form, extractor: &Extractor, inputs: Inputs) -> Header {
        Header {
            dateline: env!("CARGO_PKG_VERSION").to_owned(),
            rules: digest_of_rules(&extractor.rules().set().sources),
            options: self.named_options(form),
            inputs,
        }
    }

    /// The options that output hangs on.
    fn named_options(&self, form: Form) -> Map<String, Value> {
        let Options { scope, dates } = self.options(form);
        let options = [
            ("format", json!(form.name())),
            ("offsets", json!(form.unit(self.offsets.into()).as_str())),
            ("only", json!((scope == Scope::Dates).then_some("dates"))),
            ("published", json!(self.published.map(|day| day.to_string()))),
            ("date_order", json!(format!("{:?}", dates.order).to_lowercase())),
            ("narrative", json!(dates.narrative)),
            ("part_articles", json!(self.part_articles)),
            ("with_text", json!(self.with_text)),
            ("input", self.input.named()),
        ];
        options.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }
}

/// How a run ended that did all of this.
fn exit(tally: &Tally) -> Exit {
    match (tally.articles, tally.failed) {
        (_, 0) => Exit::Fine,
        (0, _) => Exit::Input,
        _ => Exit::Differences,
    }
}

fn kinds(extractor: &Extractor) -> &[Kind] {
    &extractor.rules().set().kinds
}

/// Sets the day that the option gives.
fn with_day(mut read: Read, published: &Option<Published>) -> Read {
    if let (Ok(item), Some(_)) = (&mut read, published) {
        item.article.published.clone_from(published);
    }
    read
}
