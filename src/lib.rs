//! Dateline reads news-style text and pulls out facts with their evidence: dates, documents signed,
//! figures and memberships, and whatever kinds of facts a user's rules define.
//!
//! The layers, each depending only on those above it: [`text`], [`token`], [`lexicon`], [`value`],
//! `rule`, [`fact`], `resolve`, `extract`, `wire`.
#![forbid(unsafe_code)]

pub mod batch;
#[cfg(feature = "cli")]
pub mod cli;
pub mod explain;
pub mod extract;
pub mod fact;
pub mod golden;
pub mod input;
pub mod lexicon;
pub mod output;
pub mod resolve;
pub mod rule;
pub mod text;
pub mod token;
pub mod value;
pub mod wire;
