//! The program as its users meet it: the binary, run in folders of its own.
// What goes wrong in a helper fails the test, as it should.
#![allow(clippy::unwrap_used, clippy::panic)]

mod browser;
mod explain;
mod extract;
mod golden;
mod guide;
mod input;
mod odd;
mod project;
mod promote;
mod report;
#[cfg(target_os = "linux")]
mod review;
mod rules;
mod sandbox;
#[cfg(target_os = "linux")]
mod terminal;

mod workbench;
