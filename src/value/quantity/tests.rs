//! Figures and what looks like one.
