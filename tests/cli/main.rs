//! The program as its users meet it: the binary, run in folders of its own.
// What goes wrong in a helper fails the test, as it should.
#![allow(clippy::unwrap_used, clippy::panic)]

mod browser;
mod explain;
mod extract;
mod failing;
mod golden;
mod guide;
mod input;
mod inputs;
mod loads;
mod odd;
mod project;
mod promote;
mod report;
mod resume;
#[cfg(target_os = "linux")]
mod review;
mod rules;
mod sandbox;
mod tables;
#[cfg(target_os = "linux")]
mod terminal;

mod workbench;
