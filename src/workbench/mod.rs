//! What a rule set does to a corpus, and what of it nobody tests: coverage, ablation, mutation.

pub mod ablate;
pub mod coverage;
mod forms;
pub mod mutate;
pub mod names;
mod places;
mod pool;
mod table;
mod wanted;

pub use wanted::Wanted;
