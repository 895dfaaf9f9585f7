//! What records go out as.

mod dates;
mod folder;
mod stream;
mod timeml;

use std::io;

pub use folder::Folder;
pub use stream::Stream;

use crate::batch::Done;
use crate::text::Unit;

/// The form of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// One record a line.
    Jsonl,
    /// Indented records.
    Json,
    /// Dates alone, one article a line, in the form that scorers of temporal taggers read.
    Dates,
    /// TimeML: an XML document an article, its text with the dates inline.
    Timeml,
}

impl Form {
    /// The record as text, with its line end.
    pub fn write(self, done: &Done, out: &mut impl io::Write) -> io::Result<()> {
        match self {
            Form::Jsonl => serde_json::to_writer(&mut *out, &done.record),
            Form::Json => serde_json::to_writer_pretty(&mut *out, &done.record),
            Form::Dates => dates::write(&done.record, &mut *out),
            Form::Timeml => return timeml::write(&done.item.article, &done.record, out),
        }?;
        out.write_all(b"\n")
    }

    /// The ending of a file in this form.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Jsonl | Form::Dates => "jsonl",
            Form::Json => "json",
            Form::Timeml => "tml",
        }
    }

    /// Whether nothing but dates goes into it.
    pub fn holds_dates_alone(self) -> bool {
        matches!(self, Form::Dates | Form::Timeml)
    }

    /// What its offsets count: what is asked for, or code points where the form leaves no choice.
    pub fn unit(self, asked: Unit) -> Unit {
        if self.holds_dates_alone() { Unit::Chars } else { asked }
    }

    /// Whether one file can hold one article only.
    fn is_one_document(self) -> bool {
        self == Form::Timeml
    }
}

/// Where records go.
pub trait Sink {
    /// Takes a record.
    ///
    /// # Errors
    /// Where it can't be written, with the place.
    fn put(&mut self, done: &Done) -> anyhow::Result<()>;

    /// Ends the output.
    ///
    /// # Errors
    /// Where what is left can't be written.
    fn close(&mut self) -> anyhow::Result<()>;
}
