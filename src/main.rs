//! The `dateline` command.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use dateline::cli::{Cli, Exit};

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(exit) => exit.into(),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Nowhere is left to complain to where standard error is closed.
            let _ = writeln!(io::stderr(), "error: {error:#}");
            Exit::Usage.into()
        }
    }
}

/// A reader that has seen enough is no error.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
