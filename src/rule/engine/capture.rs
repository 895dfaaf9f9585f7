//! From the trail of a match to its captures.

use super::machine::Step;
use crate::rule::compile::program::Program;
use crate::rule::matched::Capture;
use crate::value::class::{Reading, Value};

/// The captures of named holes, in the order of the text.
pub(super) fn captures(program: &Program, trail: Vec<Step>) -> Vec<Capture> {
    let mut captures = Vec::new();
    let mut open = Vec::new();
    for step in trail {
        match step {
            Step::Took(hole, taken) => {
                let hole = &program.holes[usize::from(hole)];
                captures.extend(hole.field.clone().map(|field| Capture {
                    field,
                    mode: hole.mode,
                    tokens: taken.tokens,
                    values: taken.values,
                    negated: taken.negated,
                }));
            }
            Step::Open(_, at) => open.push((at, captures.len())),
            Step::Close(hole, end) => {
                let Some((start, before)) = open.pop() else { continue };
                let hole = &program.holes[usize::from(hole)];
                let phrase = hole.field.clone().map(|field| Capture {
                    field,
                    mode: hole.mode,
                    tokens: start..end,
                    values: vec![Reading::of(start..end, Value::Text)],
                    negated: false,
                });
                captures.splice(before..before, phrase);
            }
        }
    }
    captures
}
