//! `dateline rules mutate`: what the rules say and nobody tests.

use std::io::Write;

use clap::Args;

use super::Exit;
use super::measure::{Form, Which};
use crate::cli::options::{Corpus, Threads};
use crate::extract::Extractor;
use crate::workbench::mutate;

/// Makes every one-step change of every rule, and names those that no example and no golden file notices.
///
/// Exit code 1 where fewer are caught than --min asks for; 4 where there was nothing to change.
#[derive(Args)]
pub(super) struct Mutate {
    #[command(flatten)]
    which: Which,
    /// How many in a hundred must be caught
    #[arg(long, value_name = "PERCENT", default_value_t = 0.0)]
    min: f64,
    #[command(flatten)]
    corpus: Corpus,
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    threads: Threads,
}

impl Mutate {
    pub(super) fn run(&self, extractor: &Extractor, out: &mut impl Write) -> anyhow::Result<Exit> {
        let set = extractor.rules().set();
        let wanted = self.which.wanted(set)?;
        let places = self.corpus.places()?;
        let mutation = self.threads.run(|| mutate::mutate(extractor, &wanted, &places))??;
        self.form.write(out, || mutate::text(set, &mutation), || mutate::json(set, &mutation))?;
        Ok(match mutation.mutants.len() {
            0 => Exit::Nothing,
            _ if mutation.percent() < self.min => Exit::Differences,
            _ => Exit::Fine,
        })
    }
}
