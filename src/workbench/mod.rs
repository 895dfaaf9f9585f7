//! What a rule set does to a corpus, and what of it nobody tests: coverage, ablation, mutation.

pub mod ablate;
pub mod coverage;
pub mod mutate;
mod places;
mod table;
mod wanted;

pub(crate) use table::counted;
pub use wanted::Wanted;
