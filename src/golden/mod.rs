//! What ought to be found, and whether it is.

pub mod example;
