//! What records go out as.

mod dates;
mod folder;
mod stream;

use std::io;

pub use folder::Folder;
pub use stream::Stream;

use crate::batch::Done;

/// The form of a record.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    /// One record a line.
    Jsonl,
    /// Indented records.
    Json,
    /// Dates alone, one article a line, in the form that scorers of temporal taggers read.
    Dates,
}

impl Form {
    /// The record as text, with its line end.
    pub fn write(self, done: &Done, out: &mut impl io::Write) -> io::Result<()> {
        match self {
            Form::Jsonl => serde_json::to_writer(&mut *out, &done.record),
            Form::Json => serde_json::to_writer_pretty(&mut *out, &done.record),
            Form::Dates => dates::write(&done.record, &mut *out),
        }?;
        out.write_all(b"\n")
    }

    /// The ending of a file in this form.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Jsonl | Form::Dates => "jsonl",
            Form::Json => "json",
        }
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
