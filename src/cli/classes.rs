//! `dateline classes`: what holes can name.

use std::io;

use clap::Args;

use super::Exit;
use super::options::RuleOptions;
use super::rules::Form;
use crate::workbench::names;

/// What a hole of a rule can name: classes of values, lists, phrases and kinds, those of your own rules too.
#[derive(Args)]
pub(super) struct Classes {
    #[command(flatten)]
    form: Form,
    #[command(flatten)]
    rules: RuleOptions,
}

impl Classes {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let extractor = self.rules.extractor()?;
        let names = names::names(&extractor);
        self.form.write(&mut io::stdout().lock(), || names::text(&names), || names::json(&names))?;
        Ok(Exit::Fine)
    }
}
