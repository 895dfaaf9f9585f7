//! What records go out as.
//!
//! A form is one of three sorts: a line an article, a file an article, or rows of tables. Each sort has a sink that writes it
//! into a folder, part by part, so that what stands there is whole at any moment; the first two can be printed as well.

mod brat;
mod dates;
mod files;
mod folder;
mod lines;
mod shard;
mod stream;
pub mod table;
mod tables;
mod timeml;

use std::io;
use std::path::Path;

use anyhow::bail;

pub(crate) use folder::lines as failure_lines;
pub use folder::{Folder, Header, Inputs, Start, digest_of_rules};
pub use shard::Written;
pub use stream::Stream;

use crate::batch::Done;
use crate::rule::ast::Kind;
use crate::text::Unit;
use lines::Line;

/// The form of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// One record a line.
    Jsonl,
    /// Indented records.
    Json,
    /// One fact a line, flat: the rows of the tables as JSON.
    Facts,
    /// Tables as CSV.
    Csv,
    /// Tables as Parquet.
    Parquet,
    /// Dates alone, one article a line, in the form that scorers of temporal taggers read.
    Dates,
    /// TimeML: an XML document an article, its text with the dates inline.
    Timeml,
    /// brat's standoff: the text and its annotations, two files an article.
    Brat,
}

/// How the articles of a form are laid out.
enum Layout {
    /// A line an article, in the files of one folder.
    Lines(&'static str, Line),
    /// Files of its own for each article.
    Files(files::Write),
    /// Rows of tables.
    Tables(tables::Begin),
}

impl Form {
    /// The form's name in options.
    pub const fn name(self) -> &'static str {
        match self {
            Form::Jsonl => "jsonl",
            Form::Json => "json",
            Form::Facts => "facts",
            Form::Csv => "csv",
            Form::Parquet => "parquet",
            Form::Dates => "dates",
            Form::Timeml => "timeml",
            Form::Brat => "brat",
        }
    }

    fn layout(self) -> Layout {
        match self {
            Form::Jsonl => Layout::Lines("records", lines::record),
            Form::Dates => Layout::Lines("dates", dates::write),
            Form::Json => Layout::Files(files::json),
            Form::Timeml => Layout::Files(timeml::files),
            Form::Brat => Layout::Files(brat::files),
            Form::Facts => Layout::Tables(tables::json_lines),
            Form::Csv => Layout::Tables(tables::csv),
            Form::Parquet => Layout::Tables(tables::parquet),
        }
    }

    /// Whether nothing but dates goes into it.
    pub fn holds_dates_alone(self) -> bool {
        matches!(self, Form::Dates | Form::Timeml)
    }

    /// What its offsets count: what is asked for, or code points where the form leaves no choice.
    pub fn unit(self, asked: Unit) -> Unit {
        let fixed = self.holds_dates_alone() || self == Form::Brat;
        if fixed { Unit::Chars } else { asked }
    }

    /// What writes this form below a folder.
    fn sink(self, root: &Path, kinds: &[Kind], parts: usize) -> Box<dyn Sink> {
        match self.layout() {
            Layout::Lines(name, line) => Box::new(lines::Lines::new(root, name, line, parts)),
            Layout::Files(write) => Box::new(files::Files::new(root, write)),
            Layout::Tables(begin) => Box::new(tables::Tables::new(root, table::tables(kinds), begin, parts)),
        }
    }

    /// What prints this form.
    ///
    /// # Errors
    /// Where it takes a folder.
    pub fn stream<W: io::Write + Send + 'static>(
        self,
        out: W,
        kinds: &[Kind],
    ) -> anyhow::Result<Box<dyn Sink>> {
        Ok(match self {
            Form::Jsonl => Box::new(Stream::new(out, lines::record)),
            Form::Dates => Box::new(Stream::new(out, dates::write)),
            Form::Json => Box::new(Stream::new(out, stream::indented)),
            Form::Facts => Box::new(Stream::new(out, stream::facts(table::tables(kinds)))),
            Form::Timeml => Box::new(Stream::one(out, stream::timeml)),
            Form::Csv | Form::Parquet | Form::Brat => {
                bail!("{} is several files: name a folder for them with --out", self.name())
            }
        })
    }
}

/// Where records go.
pub trait Sink: Send {
    /// Takes the next records.
    ///
    /// # Errors
    /// Where they can't be written, with the place.
    fn put(&mut self, window: &[&Done]) -> anyhow::Result<()>;

    /// Ends a part: all that was put is whole from then on. Gives the files of tables and lines that are new.
    ///
    /// # Errors
    /// Where what is left can't be written.
    fn end_part(&mut self) -> anyhow::Result<Vec<Written>>;
}
