//! All records into one stream.

use std::io::{BufWriter, Write};

use super::{Form, Sink};
use crate::batch::Done;

/// Writes records one after the other.
pub struct Stream<W: Write> {
    out: BufWriter<W>,
    form: Form,
}

impl<W: Write> Stream<W> {
    /// A stream of records in a form.
    pub fn new(out: W, form: Form) -> Self {
        Stream { out: BufWriter::with_capacity(1 << 16, out), form }
    }
}

impl<W: Write> Sink for Stream<W> {
    fn put(&mut self, done: &Done) -> anyhow::Result<()> {
        Ok(self.form.write(done, &mut self.out)?)
    }

    fn close(&mut self) -> anyhow::Result<()> {
        Ok(self.out.flush()?)
    }
}
