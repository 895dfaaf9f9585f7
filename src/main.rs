//! The `dateline` command.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use dateline::cli::{Cli, Exit};
use dateline::golden::GoldenError;
use dateline::input::InputError;
use dateline::rule::Errors;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(exit) => exit.into(),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Errors in rules say so themselves, each one.
            let head = if error.is::<Errors>() { "" } else { "error: " };
            // Nowhere is left to complain to where standard error is closed.
            let _ = writeln!(io::stderr(), "{head}{error:#}");
            if is_input(&error) { Exit::Input.into() } else { Exit::Usage.into() }
        }
    }
}

/// What the user gave could not be read, though it was asked for rightly.
fn is_input(error: &anyhow::Error) -> bool {
    error.is::<InputError>() || error.is::<GoldenError>()
}

/// A reader that has seen enough is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
