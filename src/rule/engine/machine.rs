//! A program at work: a stack of choices, a trail of what was captured, and a budget.

use rustc_hash::FxHashSet;

use super::hole::{self, Taken};
use super::{Ground, Scope};
use crate::lexicon::{Catalog, Origin};
use crate::rule::compile::program::{Op, Place, Program};
use crate::rule::trace::{Forbidden, Reach, Trace, Walk};
use crate::token::{Shape, Tokens, Word, keyword as k};

/// What a match must be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Goal {
    /// The longest from its start.
    Longest,
    /// Any at all, one of no tokens included: what only looks ahead.
    Any,
    /// One that ends there.
    EndsAt(u32),
}

/// One way to match.
#[derive(Debug)]
pub(super) struct Way {
    /// One past the last token.
    pub end: u32,
    pub trail: Vec<Step>,
    /// The tokens matched as words, in order.
    pub words: Vec<u32>,
    /// The instructions that took part, where a trace wants to know.
    pub path: Vec<u32>,
}

/// What was captured on the way.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Step {
    /// A hole took something.
    Took(u16, Taken),
    /// A captured phrase began at a token.
    Open(u16, u32),
    /// It ended before a token.
    Close(u16, u32),
}

/// Steps that a program has in a sentence, besides [`STEPS_PER_TOKEN`].
const STEPS: u64 = 20_000;
const STEPS_PER_TOKEN: u64 = 100;
/// Choices that are made without a note of them: few programs have more in a sentence, and it is quicker to make some twice.
const UNSEEN_SPLITS: u32 = 200;

pub(super) struct Machine<'a, T> {
    ground: Ground<'a>,
    program: &'a Program,
    scope: &'a Scope,
    trace: &'a mut T,
    /// Rule and sentence, for the trace.
    names: (usize, usize),
    steps: u64,
    state: State,
    choices: Vec<Choice>,
    trail: Vec<Step>,
    words: Vec<u32>,
    path: Vec<u32>,
    /// Choices that were made and led to no match, from this start or from one before: they would not now.
    seen: FxHashSet<(u32, u32, u64)>,
    /// How many choices there have been.
    splits: u32,
}

/// Where the machine is.
#[derive(Clone, Copy)]
struct State {
    op: u32,
    at: u32,
    /// Fields that are filled.
    filled: u64,
}

/// Where it can go back to.
#[derive(Clone, Copy)]
struct Choice {
    state: State,
    trail: u32,
    words: u32,
    path: u32,
}

impl<'a, T: Trace> Machine<'a, T> {
    pub(super) fn new(
        ground: Ground<'a>,
        program: &'a Program,
        scope: &'a Scope,
        trace: &'a mut T,
        names: (usize, usize),
    ) -> Self {
        let steps = STEPS + STEPS_PER_TOKEN * u64::from(scope.tokens.end - scope.tokens.start);
        Machine {
            ground,
            program,
            scope,
            trace,
            names,
            steps,
            state: State { op: 0, at: 0, filled: 0 },
            choices: Vec::new(),
            trail: Vec::new(),
            words: Vec::new(),
            path: Vec::new(),
            seen: FxHashSet::default(),
            splits: 0,
        }
    }

    /// Whether the steps ran out.
    pub(super) fn is_exhausted(&self) -> bool {
        self.steps == 0
    }

    /// The match that starts at a token and that nothing forbids; what does is told by its number.
    pub(super) fn run(
        &mut self,
        start: u32,
        goal: Goal,
        forbids: impl Fn(&Tokens) -> Option<usize>,
    ) -> Option<Way> {
        if let Some(first) = &self.program.first
            && first.binary_search(&self.ground.page.word(start)).is_err()
        {
            return None;
        }
        // What is explained is told of every start.
        if self.program.found_first && !T::ON && !self.ground.starts.at(start) {
            return None;
        }
        self.state = State { op: 0, at: start, filled: 0 };
        self.choices.clear();
        self.trail.clear();
        self.words.clear();
        self.path.clear();
        let mut best: Option<Way> = None;
        let mut accepted = false;
        while self.steps > 0 {
            self.steps -= 1;
            if self.program.ops[self.state.op as usize] == Op::Accept {
                accepted = true;
                let longest = best.as_ref().map_or(start, |best| best.end);
                if self.meets(goal, longest) {
                    match forbids(&(start..self.state.at)) {
                        None => best = Some(self.way()),
                        Some(unless) => self.forbidden(start, unless),
                    }
                }
            } else if self.step(start) {
                continue;
            }
            if !self.back() {
                break;
            }
        }
        if accepted {
            self.seen.clear();
        }
        best
    }

    /// Whether an end is what is looked for, given the longest so far.
    fn meets(&self, goal: Goal, longest: u32) -> bool {
        match goal {
            Goal::Longest => self.state.at > longest,
            Goal::Any => true,
            Goal::EndsAt(end) => self.state.at == end && longest < end,
        }
    }

    fn way(&self) -> Way {
        Way {
            end: self.state.at,
            trail: self.trail.clone(),
            words: self.words.clone(),
            path: self.path.clone(),
        }
    }

    /// Back to the last choice; false where there is none.
    fn back(&mut self) -> bool {
        let Some(choice) = self.choices.pop() else { return false };
        self.state = choice.state;
        self.trail.truncate(choice.trail as usize);
        self.words.truncate(choice.words as usize);
        self.path.truncate(choice.path as usize);
        true
    }

    /// Carries out one instruction; false where it fails.
    fn step(&mut self, start: u32) -> bool {
        let State { op, at, filled } = self.state;
        let done = match self.program.ops[op as usize] {
            Op::Word(literal) => {
                let token = self.token(at);
                let is = token.is_some_and(|token| literal.admits(token));
                if is
                    && token.is_some_and(|token| token.shape != Shape::Mark && !is_function_word(token.word))
                {
                    self.words.push(at);
                }
                is && self.go(op + 1, at + 1)
            }
            Op::Skip => self.skips(at) && self.go(op + 1, at + 1),
            Op::Hole(number) => self.hole(number),
            Op::Split(first, second) => self.split(first, second),
            Op::Jump(to) => self.go(to, at),
            Op::Unfilled(bits) => filled & bits == 0 && self.go(op + 1, at),
            Op::Open(hole) => {
                self.trail.push(Step::Open(hole, at));
                self.go(op + 1, at)
            }
            Op::Close(hole) => {
                self.trail.push(Step::Close(hole, at));
                self.state.filled |= self.program.holes[usize::from(hole)].bit;
                self.go(op + 1, at)
            }
            Op::Not(number) => !self.follows(number, at) && self.go(op + 1, at),
            Op::Here(place) => self.is_here(place, at) && self.go(op + 1, at),
            Op::Accept => true,
        };
        if T::WALKS && done {
            self.path.push(op);
        }
        if T::ON && !done {
            self.failed(start, op, at);
        }
        done
    }

    fn go(&mut self, op: u32, at: u32) -> bool {
        self.state.op = op;
        self.state.at = at;
        true
    }

    /// A choice that was made before at this place is not made again, once there have been so many that it may matter.
    fn split(&mut self, first: u32, second: u32) -> bool {
        let State { op, at, filled } = self.state;
        self.splits += 1;
        if self.splits > UNSEEN_SPLITS && !self.seen.insert((op, at, filled)) {
            return false;
        }
        self.choices.push(Choice {
            state: State { op: second, at, filled },
            trail: self.trail.len() as u32,
            words: self.words.len() as u32,
            path: self.path.len() as u32,
        });
        self.go(first, at)
    }

    fn token(&self, at: u32) -> Option<&'a crate::token::Token> {
        self.ground.page.token(at).filter(|_| at < self.scope.tokens.end)
    }

    fn hole(&mut self, number: u16) -> bool {
        let hole = &self.program.holes[usize::from(number)];
        let Some(taken) = hole::take(self.ground, hole, self.scope, self.state.at) else { return false };
        // A hole that captures nothing only looks at what others may claim.
        if taken.is_word && hole.field.is_some() {
            self.words.extend(taken.tokens.clone());
        }
        let end = taken.tokens.end;
        self.trail.push(Step::Took(number, taken));
        self.state.filled |= hole.bit;
        self.go(self.state.op + 1, end)
    }

    /// Whether a gap may skip a token: no mark that ends a clause or opens a quotation, no verb of saying.
    fn skips(&self, at: u32) -> bool {
        let says = |origin| matches!(origin, Origin::Table(Catalog::Speech, _));
        self.token(at).is_some_and(|token| !BARRIERS.contains(&token.word))
            && !self.ground.page.hits.at(at).iter().any(|hit| says(hit.entry.origin))
    }

    /// Whether the pattern of that number matches at a token.
    fn follows(&mut self, number: u16, at: u32) -> bool {
        let not = &self.program.nots[usize::from(number)];
        matches(self.ground, not, self.scope, at, &mut self.steps)
    }

    fn is_here(&self, place: Place, at: u32) -> bool {
        let Scope { tokens, headline, item } = self.scope;
        match place {
            Place::Start => at == tokens.start,
            Place::End => at + 3 >= tokens.end && (at..tokens.end).all(|at| self.closes(at)),
            Place::Headline => *headline,
            Place::Bullet => *item && at == tokens.start,
        }
    }

    fn closes(&self, at: u32) -> bool {
        CLOSERS.contains(&self.ground.page.word(at))
    }

    /// Tells the trace by which way something matched.
    pub(super) fn walked(&mut self, start: u32, way: &Way) {
        if !T::WALKS {
            return;
        }
        let (rule, sentence) = self.names;
        let places = way.path.iter().flat_map(|op| self.program.places(*op));
        let taken = way.trail.iter().filter_map(|step| match step {
            Step::Took(_, taken) => Some(&taken.values),
            Step::Open(..) | Step::Close(..) => None,
        });
        let readings = taken.flatten().cloned().collect();
        let tokens = start..way.end;
        self.trace.walked(Walk { rule, sentence, tokens, places: places.collect(), readings });
    }

    /// Tells the trace what forbids a match that is complete.
    fn forbidden(&mut self, start: u32, unless: usize) {
        if T::ON {
            let (rule, sentence) = self.names;
            let tokens = start..self.state.at;
            self.trace.forbidden(Forbidden { rule, sentence, tokens, unless });
        }
    }

    /// Tells the trace how far it came.
    fn failed(&mut self, start: u32, op: u32, at: u32) {
        let want = &self.program.wants[op as usize];
        if !want.text.is_empty() {
            let (rule, sentence) = self.names;
            let end = self.scope.tokens.end;
            self.trace.reached(Reach { rule, sentence, start, at, end, part: want.part, want: &want.text });
        }
    }
}

const CLOSERS: &[Word] =
    &[k::STOP, k::QUESTION, k::EXCLAMATION, k::SEMICOLON, k::QUOTE, k::CLOSE_QUOTE, k::CLOSE];

const BARRIERS: &[Word] = &[
    k::COMMA,
    k::SEMICOLON,
    k::COLON,
    k::STOP,
    k::QUESTION,
    k::EXCLAMATION,
    k::QUOTE,
    k::OPEN_QUOTE,
    k::CLOSE_QUOTE,
    k::OPEN_GUILLEMET,
    k::CLOSE_GUILLEMET,
    k::SAID,
    k::SAYS,
    k::SAY,
    k::SAYING,
    k::TOLD,
    k::ADDED,
];

/// Whether a program matches at a token, on a budget shared with whoever asks.
fn matches(ground: Ground, program: &Program, scope: &Scope, at: u32, steps: &mut u64) -> bool {
    let mut trace = ();
    let mut machine = Machine::new(ground, program, scope, &mut trace, (0, 0));
    machine.steps = (*steps).min(machine.steps);
    let given = machine.steps;
    let way = machine.run(at, Goal::Any, |_| None);
    *steps -= given - machine.steps;
    way.is_some()
}

/// Articles, prepositions, auxiliaries: any rule may use them, so that none has a claim on them.
fn is_function_word(word: Word) -> bool {
    word != Word::UNKNOWN && word <= k::MUST
}
