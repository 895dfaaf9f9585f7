//! `unless`: what must not stand before, after or inside a match.

use super::machine::{Goal, Machine};
use super::{Ground, Scope};
use crate::rule::ast::Side;
use crate::rule::compile::program::Program;
use crate::token::Tokens;

/// How far before a match an `unless after` pattern may begin, in tokens.
const REACH: u32 = 24;

/// The first of the conditions that forbids a match of these tokens.
pub(super) fn forbidding(
    ground: Ground,
    unless: &[(Side, Program)],
    tokens: &Tokens,
    scope: &Scope,
) -> Option<usize> {
    unless.iter().position(|(side, program)| forbids(ground, *side, program, tokens, scope))
}

fn forbids(ground: Ground, side: Side, program: &Program, tokens: &Tokens, scope: &Scope) -> bool {
    let mut trace = ();
    let inside = Scope { tokens: scope.tokens.start..tokens.end, ..scope.clone() };
    let before = Scope { tokens: scope.tokens.start..tokens.start, ..scope.clone() };
    let run = |scope, starts: Tokens, goal| {
        let mut machine = Machine::new(ground, program, scope, &mut trace, (0, 0));
        starts.into_iter().any(|at| machine.run(at, goal, |_| None).is_some())
    };
    let mut run = run;
    match side {
        Side::Before => run(scope, tokens.end..scope.tokens.end.min(tokens.end + 1), Goal::Longest),
        Side::Inside => run(&inside, tokens.clone(), Goal::Longest),
        Side::After => {
            let first = tokens.start.saturating_sub(REACH).max(scope.tokens.start);
            run(&before, first..tokens.start, Goal::EndsAt(tokens.start))
        }
    }
}
