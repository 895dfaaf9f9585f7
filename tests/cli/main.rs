//! The program as its users meet it: the binary, run in folders of its own.

mod explain;
mod extract;
mod golden;
mod input;
mod odd;
mod rules;
mod sandbox;
mod user_kinds;
