//! Golden files: what was found once, what people said of it, and whether it still is so.

mod brief;
mod check;
mod compare;
pub mod example;
mod fact;
mod file;
mod group;
mod parse;
pub mod promote;
mod refer;
pub mod review;
mod revision;
#[cfg(test)]
mod sample;
pub mod score;
mod select;
mod show;
mod take;

pub use check::{Checked, Place, check, orphans, places};
pub use compare::{Change, Difference, FieldChange, Sides, compare};
pub use fact::{GoldenFact, Verdict};
pub use file::Golden;
pub(crate) use file::write_whole;
pub use group::{By, Group, Member, group};
pub use parse::GoldenError;
pub use revision::at_revision;
pub use select::Select;
pub use show::{list, show};
pub use take::{Judgement, take};
