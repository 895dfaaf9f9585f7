//! `dateline schema`: what records and tables hold, for programs and for people.

use std::io::{self, Write};

use clap::Args;

use super::Exit;
use super::options::RuleOptions;
use crate::output::table::{dictionary, markdown, tables};
use crate::wire;

/// Prints the JSON Schema of a record, or the data dictionary of the tables.
#[derive(Args)]
pub(super) struct Schema {
    /// The data dictionary of the tables, as Frictionless table schemas
    #[arg(long)]
    tables: bool,
    /// The data dictionary as Markdown
    #[arg(long, requires = "tables")]
    markdown: bool,
    #[command(flatten)]
    rules: RuleOptions,
}

impl Schema {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let extractor = self.rules.extractor()?;
        let kinds = &extractor.rules().set().kinds;
        let text = match (self.tables, self.markdown) {
            (true, true) => markdown(&tables(kinds)),
            (true, false) => serde_json::to_string_pretty(&dictionary(&tables(kinds)))? + "\n",
            (false, _) => serde_json::to_string_pretty(&wire::schema(kinds))? + "\n",
        };
        io::stdout().write_all(text.as_bytes())?;
        Ok(Exit::Fine)
    }
}
