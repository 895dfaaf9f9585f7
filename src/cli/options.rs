//! Options that several commands share.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, ValueEnum};

use super::comparison::Comparison;
use crate::extract::Extractor;
use crate::golden::example::{self, Report};
use crate::golden::{self, Checked, Golden, Place};
use crate::input::{self, InputError};
use crate::resolve::dates::{self, DateOrder};
use crate::rule::SourceFile;
use crate::rule::set::Rule;
use crate::text::Unit;

/// Rules besides the built-in ones.
#[derive(Args, Clone)]
pub(super) struct RuleOptions {
    /// Rule files (.cloze) or folders of them, read after the built-in rules
    #[arg(id = "rules", long = "rules", value_name = "PATH", global = true)]
    paths: Vec<PathBuf>,
}

impl RuleOptions {
    /// Reads the rules; all that is wrong with them comes at once.
    pub(super) fn extractor(&self) -> anyhow::Result<Extractor> {
        Extractor::new(&self.sources()?)
    }

    /// Runs the examples of some rules. Where the user's rules break built-in examples, the report says so.
    pub(super) fn test(
        &self,
        extractor: &Extractor,
        wanted: impl Fn(&Rule) -> bool,
    ) -> anyhow::Result<Report> {
        let base = if self.paths.is_empty() { None } else { Some(Extractor::new(&[])?) };
        let base = base.as_ref().map(|base| base as &dyn example::Pipeline);
        Ok(example::run(extractor.rules().set(), wanted, extractor, base))
    }

    /// The user's rule files, folders in sorted order.
    pub(super) fn sources(&self) -> anyhow::Result<Vec<SourceFile>> {
        let mut sources = Vec::new();
        for file in self.files() {
            let file = file?;
            let text = std::fs::read_to_string(&file.path)
                .with_context(|| format!("cannot read the rules {}", file.path.display()))?;
            sources.push(SourceFile { path: file.path.display().to_string(), text, builtin: false });
        }
        Ok(sources)
    }

    /// The user's rule files, unread.
    pub(super) fn files(&self) -> impl Iterator<Item = Result<input::File, InputError>> {
        self.paths.iter().flat_map(|path| input::files_with(path, &["cloze"]))
    }
}

/// How dates are read that allow two readings.
#[derive(Args, Clone)]
pub(super) struct DateOptions {
    /// Order of day, month and year in numeric dates; auto: as the article's other dates tell, else mdy with a warning
    #[arg(long, value_enum, default_value = "auto", value_name = "ORDER")]
    date_order: OrderName,
    /// The articles tell stories of the past: count dates from the last one told, not from the day of publication
    #[arg(long)]
    narrative: bool,
}

/// The order of day, month and year.
#[derive(Clone, Copy, ValueEnum)]
enum OrderName {
    /// As the article's other dates tell
    Auto,
    /// 03/04/2013 is 4 March
    Mdy,
    /// 03/04/2013 is 3 April
    Dmy,
    /// 03/04/05 is 5 April 2003
    Ymd,
}

impl From<DateOptions> for dates::Options {
    fn from(options: DateOptions) -> dates::Options {
        let order = match options.date_order {
            OrderName::Auto => DateOrder::Auto,
            OrderName::Mdy => DateOrder::Mdy,
            OrderName::Dmy => DateOrder::Dmy,
            OrderName::Ymd => DateOrder::Ymd,
        };
        dates::Options { order, narrative: options.narrative }
    }
}

/// What offsets count.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OffsetUnit {
    /// Unicode code points
    Chars,
    /// Bytes of UTF-8
    Bytes,
    /// UTF-16 code units
    Utf16,
}

impl From<OffsetUnit> for Unit {
    fn from(unit: OffsetUnit) -> Unit {
        match unit {
            OffsetUnit::Chars => Unit::Chars,
            OffsetUnit::Bytes => Unit::Bytes,
            OffsetUnit::Utf16 => Unit::Utf16,
        }
    }
}

/// How many threads read articles.
#[derive(Args, Clone)]
pub(super) struct Threads {
    /// Number of threads; 0 is one a core
    #[arg(long, default_value_t = 0, value_name = "N")]
    threads: usize,
}

impl Threads {
    /// Runs something on so many threads.
    pub(super) fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> anyhow::Result<T> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(self.threads).build()?;
        Ok(pool.install(work))
    }
}

/// Which articles are held against which golden files.
#[derive(Args, Clone)]
pub(super) struct Corpus {
    /// Folder of articles
    #[arg(long, default_value = "corpus", value_name = "DIR")]
    corpus: PathBuf,
    /// Folder of golden files: the same paths, with the ending .json
    #[arg(long, default_value = "golden", value_name = "DIR")]
    golden: PathBuf,
}

impl Corpus {
    /// Reads all articles and compares them with their golden files, in order.
    pub(super) fn check(
        &self,
        extractor: &Extractor,
        threads: &Threads,
    ) -> anyhow::Result<Vec<anyhow::Result<Checked>>> {
        if !self.corpus.is_dir() {
            return Ok(vec![Err(anyhow::anyhow!("there is no folder {}", self.corpus.display()))]);
        }
        let mut places: Vec<Place> = Vec::new();
        let mut unreadable = Vec::new();
        for place in golden::places(&self.corpus, &self.golden) {
            match place {
                Ok(place) => places.push(place),
                Err(error) => unreadable.push(Err(error.into())),
            }
        }
        let mut checked = threads.run(|| golden::check(extractor, places))?;
        checked.extend(unreadable);
        Ok(checked)
    }

    /// Reads all articles, compares them, and keeps apart what could not be.
    pub(super) fn compare(&self, extractor: &Extractor, threads: &Threads) -> anyhow::Result<Comparison> {
        Ok(Comparison::new(self, self.check(extractor, threads)?))
    }

    /// The golden files of some articles at a git revision.
    pub(super) fn at_revision(&self, revision: &str, ids: &[&str]) -> anyhow::Result<Vec<Option<Golden>>> {
        golden::at_revision(&self.golden, revision, ids)
    }

    /// The articles, where there are any: some things can be told without them.
    pub(super) fn places(&self) -> anyhow::Result<Vec<Place>> {
        if !self.corpus.is_dir() {
            writeln!(io::stderr(), "there is no folder {}: the examples stand alone", self.corpus.display())?;
            return Ok(Vec::new());
        }
        golden::places(&self.corpus, &self.golden).into_iter().map(|place| Ok(place?)).collect()
    }

    /// Golden files without an article.
    pub(super) fn orphans(&self) -> Vec<PathBuf> {
        if self.golden.is_dir() { golden::orphans(&self.corpus, &self.golden) } else { Vec::new() }
    }
}
