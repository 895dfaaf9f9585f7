//! From a checked pattern to instructions. Phrases are written out where they are named.

use super::describe;
use super::program::{Hole, Literal, Op, Place, Program, Source, Want};
use crate::rule::ast::{Mode, Repeat};
use crate::rule::set::{self, Part, Pattern, Piece, RuleSet, Target};
use crate::token::{Token, Vocabulary, lex_into};
use crate::value::Class;
use crate::value::verb::Voice;

/// How many tokens a gap may skip.
const LONGEST_GAP: usize = 6;

/// The instructions of a pattern, new words interned.
pub(super) fn emit(set: &RuleSet, pattern: &Pattern, vocabulary: &mut Vocabulary) -> Program {
    let mut emitter =
        Emitter { set, vocabulary, program: Program::default(), fields: Vec::new(), part: 0, place: None };
    for (number, part) in pattern.iter().enumerate() {
        emitter.part = number as u32;
        emitter.part(part);
    }
    emitter.part = pattern.len() as u32;
    emitter.push(Op::Accept, String::new());
    emitter.program
}

/// Cuts literal text as the text of articles is cut, interning its words.
pub(super) fn literals(text: &str, vocabulary: &mut Vocabulary) -> Vec<Token> {
    let mut tokens = Vec::new();
    lex_into(text, 0, |folded| vocabulary.intern(folded), &mut tokens);
    tokens
}

struct Emitter<'a> {
    set: &'a RuleSet,
    vocabulary: &'a mut Vocabulary,
    program: Program,
    /// Names of the fields that have a bit, by its number.
    fields: Vec<String>,
    part: u32,
    /// Where the part that is being written stands, by number.
    place: Option<u32>,
}

impl<'a> Emitter<'a> {
    fn here(&self) -> u32 {
        self.program.ops.len() as u32
    }

    fn push(&mut self, op: Op, want: String) -> usize {
        self.program.ops.push(op);
        self.program.wants.push(Want { part: self.part, text: want, place: self.place });
        self.program.ops.len() - 1
    }

    fn silent(&mut self, op: Op) -> usize {
        self.push(op, String::new())
    }

    fn pattern(&mut self, pattern: &'a Pattern, repeated: bool) {
        let alone = pattern.len() == 1;
        if repeated && !alone {
            self.unfilled(pattern);
        }
        pattern.iter().for_each(|part| match part.repeat {
            Repeat::One => self.once(part, repeated && alone),
            Repeat::Optional | Repeat::Star | Repeat::Plus => self.part(part),
        });
    }

    fn part(&mut self, part: &'a Part) {
        match part.repeat {
            Repeat::One => self.once(part, false),
            Repeat::Optional => {
                let split = self.silent(Op::Accept);
                self.once(part, false);
                self.split(split);
            }
            Repeat::Star => {
                let split = self.silent(Op::Accept);
                self.once(part, true);
                self.silent(Op::Jump(split as u32));
                self.split(split);
            }
            Repeat::Plus => {
                let start = self.here();
                self.once(part, true);
                let next = self.here() + 1;
                self.silent(Op::Split(start, next));
            }
        }
    }

    /// Turns a placeholder into the choice between what follows it and what comes next.
    fn split(&mut self, at: usize) {
        self.program.ops[at] = Op::Split(at as u32 + 1, self.here());
    }

    /// A part, once.
    fn once(&mut self, part: &'a Part, repeated: bool) {
        let outer = self.place;
        self.program.places.push((part.at, outer));
        self.place = Some(self.program.places.len() as u32 - 1);
        self.piece(&part.piece, repeated);
        self.place = outer;
    }

    /// One piece; `repeated` where it may come again, so that it must not fill a field twice.
    fn piece(&mut self, piece: &'a Piece, repeated: bool) {
        match piece {
            Piece::Text(text) => self.text(text),
            Piece::Any(alternatives) => self.any(alternatives, repeated),
            Piece::Hole(hole) => self.hole(hole, repeated),
            Piece::Not(inner) => self.not(inner),
            Piece::Gap => self.gap(),
        }
    }

    fn text(&mut self, text: &str) {
        for token in literals(text, self.vocabulary) {
            let want = format!("`{}`", token.span.of(text));
            self.push(Op::Word(Literal::new(&token)), want);
        }
    }

    fn any(&mut self, alternatives: &'a [Pattern], repeated: bool) {
        let branches = alternatives.iter().map(|pattern| Branch { pattern, open: None });
        self.branches(branches.collect(), repeated);
    }

    /// Alternatives, the first first.
    fn branches(&mut self, branches: Vec<Branch<'a>>, repeated: bool) {
        let last = branches.len() - 1;
        let mut jumps = Vec::new();
        for (number, branch) in branches.into_iter().enumerate() {
            let split = (number < last).then(|| self.silent(Op::Accept));
            self.branch(branch, repeated);
            if let Some(split) = split {
                jumps.push(self.silent(Op::Accept));
                self.split(split);
            }
        }
        let end = self.here();
        jumps.into_iter().for_each(|jump| self.program.ops[jump] = Op::Jump(end));
    }

    fn branch(&mut self, branch: Branch<'a>, repeated: bool) {
        match branch.open {
            Some(hole) => {
                if repeated {
                    self.silent(Op::Unfilled(self.program.holes[usize::from(hole)].bit));
                }
                self.silent(Op::Open(hole));
                self.pattern(branch.pattern, repeated);
                self.silent(Op::Close(hole));
            }
            None if repeated && !is_choice(self.set, branch.pattern) => {
                self.unfilled(branch.pattern);
                self.pattern(branch.pattern, false);
            }
            None => self.pattern(branch.pattern, repeated),
        }
    }

    /// Fails where a field of the pattern is filled.
    fn unfilled(&mut self, pattern: &Pattern) {
        let mut names = Vec::new();
        fields(self.set, pattern, &mut names);
        let bits = names.into_iter().map(|name| self.bit(name)).fold(0, |bits, bit| bits | bit);
        if bits != 0 {
            self.silent(Op::Unfilled(bits));
        }
    }

    /// The bit of a field. A pattern with more fields than bits lets the last share one.
    fn bit(&mut self, name: &str) -> u64 {
        let number = self.fields.iter().position(|known| known == name).unwrap_or_else(|| {
            self.fields.push(name.to_owned());
            self.fields.len() - 1
        });
        1 << number.min(63)
    }

    fn not(&mut self, inner: &'a Piece) {
        let part = Part { piece: inner.clone(), repeat: Repeat::One, at: Default::default() };
        let program = emit(self.set, &vec![part], self.vocabulary);
        let unwanted = program.wants.iter().map(|want| want.text.as_str()).find(|text| !text.is_empty());
        let want = format!("no {}", unwanted.unwrap_or("such words"));
        self.program.nots.push(program);
        let number = self.program.nots.len() as u16 - 1;
        self.push(Op::Not(number), want);
    }

    /// As few tokens as possible.
    fn gap(&mut self) {
        let splits: Vec<usize> = (0..LONGEST_GAP)
            .map(|_| {
                let split = self.silent(Op::Accept);
                self.push(Op::Skip, "a word that a gap may skip".to_owned());
                split
            })
            .collect();
        let end = self.here();
        for split in splits {
            self.program.ops[split] = Op::Split(end, split as u32 + 1);
        }
    }

    fn hole(&mut self, hole: &'a set::Hole, repeated: bool) {
        let place = hole.targets.iter().find_map(|target| place(*target));
        if let Some(place) = place {
            self.push(Op::Here(place), describe::place(place).to_owned());
            return;
        }
        let sources: Vec<Source> =
            hole.targets.iter().filter_map(|target| source(*target, hole.mode)).collect();
        let phrases: Vec<&'a Pattern> =
            hole.targets.iter().filter_map(|target| self.phrase(*target)).collect();
        if phrases.is_empty() {
            return self.values(hole, sources, repeated);
        }
        let open = hole.field.is_some().then(|| self.new_hole(hole, Vec::new()));
        let branches: Vec<Branch> = phrases.into_iter().map(|pattern| Branch { pattern, open }).collect();
        if sources.is_empty() {
            return self.branches(branches, repeated);
        }
        let split = self.silent(Op::Accept);
        self.branches(branches, repeated);
        let jump = self.silent(Op::Accept);
        self.split(split);
        self.values(hole, sources, repeated);
        self.program.ops[jump] = Op::Jump(self.here());
    }

    fn phrase(&self, target: Target) -> Option<&'a Pattern> {
        match target {
            Target::Phrase(number) => self.set.phrases.get(usize::from(number)).map(|phrase| &phrase.pattern),
            _ => None,
        }
    }

    /// A hole that values fill.
    fn values(&mut self, hole: &set::Hole, sources: Vec<Source>, repeated: bool) {
        let want = describe::sources(self.set, &sources);
        self.program.has_rest |= sources.contains(&Source::Class(Class::Rest));
        let number = self.new_hole(hole, sources);
        let bit = self.program.holes[usize::from(number)].bit;
        if repeated && bit != 0 {
            self.silent(Op::Unfilled(bit));
        }
        self.push(Op::Hole(number), want);
    }

    fn new_hole(&mut self, hole: &set::Hole, sources: Vec<Source>) -> u16 {
        let field = hole.field.clone();
        let bit = field.as_deref().map_or(0, |field| self.bit(field));
        self.program.holes.push(Hole { field, bit, mode: hole.mode, sources });
        self.program.holes.len() as u16 - 1
    }
}

/// One of several patterns; with the hole that captures it, where it is a captured phrase.
struct Branch<'a> {
    pattern: &'a Pattern,
    open: Option<u16>,
}

/// Whether a pattern is nothing but a choice or a phrase, whose own alternatives say what is filled.
fn is_choice(set: &RuleSet, pattern: &Pattern) -> bool {
    let [Part { piece, repeat: Repeat::One, .. }] = pattern.as_slice() else { return false };
    match piece {
        Piece::Any(_) => true,
        Piece::Hole(hole) => match hole.targets.as_slice() {
            [Target::Phrase(number)] => {
                set.phrases.get(usize::from(*number)).is_some() && hole.field.is_none()
            }
            _ => true,
        },
        Piece::Text(_) | Piece::Not(_) | Piece::Gap => false,
    }
}

/// The fields that a pattern fills.
fn fields<'a>(set: &'a RuleSet, pattern: &'a Pattern, names: &mut Vec<&'a str>) {
    for part in pattern {
        match &part.piece {
            Piece::Any(alternatives) => alternatives.iter().for_each(|pattern| fields(set, pattern, names)),
            Piece::Hole(hole) => {
                names.extend(hole.field.as_deref());
                for target in &hole.targets {
                    if let Target::Phrase(number) = target
                        && let Some(phrase) = set.phrases.get(usize::from(*number))
                    {
                        fields(set, &phrase.pattern, names);
                    }
                }
            }
            Piece::Text(_) | Piece::Not(_) | Piece::Gap => {}
        }
    }
}

fn place(target: Target) -> Option<Place> {
    match target {
        Target::Start => Some(Place::Start),
        Target::End => Some(Place::End),
        Target::Headline => Some(Place::Headline),
        Target::Bullet => Some(Place::Bullet),
        Target::Words(_)
        | Target::Verbs(_)
        | Target::Phrase(_)
        | Target::Class(_)
        | Target::Kind(_)
        | Target::Table(_) => None,
    }
}

fn source(target: Target, mode: Mode) -> Option<Source> {
    match target {
        Target::Words(list) => Some(Source::Words(list)),
        Target::Verbs(list) => Some(Source::Verbs(list, voice(mode))),
        Target::Class(class) => Some(Source::Class(class)),
        Target::Kind(kind) => Some(Source::Kind(kind)),
        Target::Table(table) => Some(Source::Table(table)),
        Target::Phrase(_) | Target::Start | Target::End | Target::Headline | Target::Bullet => None,
    }
}

fn voice(mode: Mode) -> Voice {
    match mode {
        Mode::Active => Voice::Active,
        Mode::Passive => Voice::Passive,
        Mode::One | Mode::List | Mode::Each => Voice::Any,
    }
}
