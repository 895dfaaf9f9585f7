//! What a run does besides extracting: it tells of what is odd or fails, and of how far it is.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use anyhow::Context;

use super::progress::Progress;
use crate::batch::{Done, Outcome, Take};
use crate::output::{Sink, failure_lines};

/// A run that writes somewhere.
pub(super) struct Run<T> {
    pub out: T,
    pub progress: Progress,
}

impl<T> Run<T> {
    pub fn new(out: T, progress: Progress) -> Self {
        Run { out, progress }
    }
}

impl<T: Take> Take for Run<T> {
    fn window(&mut self, window: Vec<Outcome>) -> anyhow::Result<()> {
        for outcome in &window {
            match outcome {
                Ok(done) => self.warn(done),
                Err(failure) => self.progress.say(&format!("error: {failure}")),
            }
        }
        self.progress.count(&window);
        self.out.window(window)
    }

    fn end_part(&mut self) -> anyhow::Result<()> {
        self.out.end_part()
    }
}

impl<T> Run<T> {
    /// Says what was odd about reading an article.
    fn warn(&self, done: &Done) {
        for warning in &done.item.warnings {
            self.progress.say(&format!("warning: {}: {}", done.item.source, warning.message));
        }
    }
}

/// Records that are printed, and perhaps a file of what failed.
pub(super) struct Printed {
    sink: Box<dyn Sink>,
    errors: Option<File>,
}

impl Printed {
    pub fn new(sink: Box<dyn Sink>, errors: Option<&Path>) -> anyhow::Result<Printed> {
        let create =
            |path: &Path| File::create(path).with_context(|| format!("cannot write {}", path.display()));
        Ok(Printed { sink, errors: errors.map(create).transpose()? })
    }
}

impl Take for Printed {
    fn window(&mut self, window: Vec<Outcome>) -> anyhow::Result<()> {
        let done: Vec<_> = window.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
        self.sink.put(&done)?;
        if let Some(errors) = &mut self.errors {
            let failures: Vec<_> = window.into_iter().filter_map(Result::err).collect();
            errors.write_all(&failure_lines(&failures)?).context("cannot write the file of errors")?;
        }
        Ok(())
    }

    fn end_part(&mut self) -> anyhow::Result<()> {
        self.sink.end_part().map(drop)
    }
}
