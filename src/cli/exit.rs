//! Exit codes.

use std::process::ExitCode;

/// How a command ended.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Exit {
    /// All as expected, and something was done.
    Fine = 0,
    /// Differences, failed examples, or some articles that failed.
    Differences = 1,
    /// Rules or usage are wrong, or output can't be written.
    Usage = 2,
    /// Input is missing or can't be read at all.
    Input = 3,
    /// Nothing was tested.
    Nothing = 4,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}
