//! Dateline reads news-style text and pulls out facts with their evidence: dates, documents signed,
//! figures and memberships, and whatever kinds of facts a user's rules define.
//!
//! [`extract::Extractor`] is the way in: text in, [`fact::Facts`] out; [`wire::Record`] writes them as JSON. The layers, each
//! depending only on those before it: [`text`], [`token`], [`lexicon`], [`fact`], [`value`], [`rule`], [`resolve`],
//! [`extract`], [`wire`]. With the feature `cli` (on by default) come files, folders, threads and commands.
#![forbid(unsafe_code)]

#[cfg(feature = "cli")]
pub mod batch;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "cli")]
pub mod explain;
pub mod extract;
pub mod fact;
#[cfg(feature = "cli")]
pub mod golden;
#[cfg(feature = "cli")]
pub mod input;
pub mod lexicon;
#[cfg(feature = "cli")]
pub mod output;
#[cfg(feature = "cli")]
pub mod report;
pub mod resolve;
pub mod rule;
pub mod text;
pub mod token;
pub mod value;
pub mod wire;
#[cfg(feature = "cli")]
pub mod workbench;
