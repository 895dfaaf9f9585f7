//! The commands.

mod accept;
mod attempt;
mod check;
mod classes;
mod comparison;
mod diff;
mod exit;
mod explain;
mod extract;
mod fmt;
mod input;
mod new;
mod options;
mod promote;
mod report;
mod review;
mod rules;
mod schema;
mod score;

use clap::{Parser, Subcommand};

use crate::text::counted;
pub use exit::Exit;

/// Reads news text and pulls out dates, signed documents, figures and memberships, each with its evidence.
#[derive(Parser)]
#[command(name = "dateline", version, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Read articles and write their records
    Extract(extract::Extract),
    /// Check that rules read, examples pass and golden files hold; writes nothing
    Check(check::Check),
    /// Tell what a change of the rules did to a corpus, grouped by cause
    Diff(diff::Diff),
    /// Tell precision, recall and F1 by the verdicts of golden files
    Score(score::Command),
    /// Take differences over into the golden files
    Accept(accept::Accept),
    /// Take differences over as mistakes
    Reject(accept::Reject),
    /// Write what check compares as a page, as JUnit's XML, or as annotations of a CI service
    Report(report::Report),
    /// Go through the differences one at a time, in a terminal
    Review(review::Review),
    /// Write facts of the golden files as examples beside their rules
    Promote(promote::Promote),
    /// Tell what every stage makes of one text, and why a rule did not match
    Explain(explain::Explain),
    /// Start a project of your own: rules, articles, golden files
    New(new::New),
    /// Put rule files into the one layout
    Fmt(fmt::Fmt),
    /// List what holes of rules can name, with an example each
    Classes(classes::Classes),
    /// Print the JSON Schema of records, or the data dictionary of the tables
    Schema(schema::Schema),
    /// Tell what is found in one text, or write it as an example
    Try(attempt::Try),
    /// List, show, test and measure rules
    Rules(rules::Command),
}

impl Cli {
    /// Runs the command.
    ///
    /// # Errors
    /// What went wrong; see [`Exit`] for the code that the process ends with.
    pub fn run(self) -> anyhow::Result<Exit> {
        match self.command {
            Command::Extract(command) => command.run(),
            Command::Check(command) => command.run(),
            Command::Diff(command) => command.run(),
            Command::Score(command) => command.run(),
            Command::Accept(command) => command.run(),
            Command::Reject(command) => command.run(),
            Command::Report(command) => command.run(),
            Command::Review(command) => command.run(),
            Command::Promote(command) => command.run(),
            Command::Explain(command) => command.run(),
            Command::New(command) => command.run(),
            Command::Fmt(command) => command.run(),
            Command::Classes(command) => command.run(),
            Command::Schema(command) => command.run(),
            Command::Try(command) => command.run(),
            Command::Rules(command) => command.run(),
        }
    }
}
