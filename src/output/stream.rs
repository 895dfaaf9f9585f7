//! All records into one stream.

use std::io::{BufWriter, Write};

use anyhow::bail;

use super::{Form, Sink};
use crate::batch::Done;

/// Writes records one after the other.
pub struct Stream<W: Write> {
    out: BufWriter<W>,
    form: Form,
    begun: bool,
}

impl<W: Write> Stream<W> {
    /// A stream of records in a form.
    pub fn new(out: W, form: Form) -> Self {
        Stream { out: BufWriter::with_capacity(1 << 16, out), form, begun: false }
    }
}

impl<W: Write> Sink for Stream<W> {
    fn put(&mut self, done: &Done) -> anyhow::Result<()> {
        if self.begun && self.form.is_one_document() {
            bail!("this form is one document an article: write them below a folder with --out");
        }
        self.begun = true;
        Ok(self.form.write(done, &mut self.out)?)
    }

    fn close(&mut self) -> anyhow::Result<()> {
        Ok(self.out.flush()?)
    }
}
