//! Patterns by themselves: names, what may stand before a class, gaps, and what could match nothing.

use super::scope::{Edge, Scope, each_hole};
use crate::rule::ast::{At, Element, Hole, Mode, Prim, Repeat, Seq};
use crate::rule::error::Problem;
use crate::rule::set::Target;

/// Checks the names in a pattern's holes, and whether what stands before them fits.
pub(super) fn check_holes(scope: &Scope, seq: &Seq, problems: &mut Vec<Problem>) {
    each_hole(seq, &mut |hole| {
        for class in &hole.classes {
            match scope.target(&class.text) {
                None if scope.is_unread(&class.text) => {}
                None => problems.push(scope.unknown(class)),
                Some(target) => problems.extend(
                    misfit(hole, target)
                        .map(|message| Problem::new(class.at, message.replace("{}", &class.text))),
                ),
            }
        }
    });
}

/// Why a hole's mode or field does not fit what it names.
fn misfit(hole: &Hole, target: Target) -> Option<&'static str> {
    let is_place = matches!(target, Target::Start | Target::End | Target::Headline | Target::Bullet);
    match (hole.mode, target) {
        (Mode::Active | Mode::Passive, Target::Verbs(_)) => None,
        (Mode::Active | Mode::Passive, _) => Some("`{}` is no verb list: only verbs are active or passive"),
        (Mode::List | Mode::Each, Target::Verbs(_)) => Some("`{}` is a verb list: verbs make no list"),
        (Mode::List | Mode::Each, Target::Phrase(_)) => Some("`{}` is a phrase: only values make a list"),
        (Mode::List | Mode::Each, _) if is_place => Some("`{}` is a place in the text: it makes no list"),
        (Mode::One, _) if is_place && hole.field.is_some() => {
            Some("`{}` is a place in the text: it fills no field")
        }
        _ => None,
    }
}

/// Checks the shape of a pattern: where gaps stand, what repeats, and that something must match.
pub(super) fn check_shape(scope: &Scope, seq: &Seq, at: At, problems: &mut Vec<Problem>) {
    for (edge, place) in [(Edge::First, "first"), (Edge::Last, "last")] {
        scope.edge(seq, edge, &mut |element| {
            if element.prim == Prim::Gap {
                let message = format!("a gap can't come {place}: what stands at its ends says where it ends");
                problems.push(Problem::new(element.at, message));
            }
        });
    }
    if scope.is_empty(seq) {
        problems.push(Problem::new(at, "this can match nothing at all: one part of it must be wanted"));
    }
    check_repeats(scope, seq, problems);
}

fn check_repeats(scope: &Scope, seq: &Seq, problems: &mut Vec<Problem>) {
    for pair in seq.elements.windows(2) {
        if pair.iter().all(|element| element.prim == Prim::Gap) {
            problems.push(Problem::new(pair[1].at, "two gaps in a row are one"));
        }
    }
    for element in &seq.elements {
        problems.extend(bad_repeat(scope, element).map(|message| Problem::new(element.at, message)));
        if let Prim::Group(alternatives) = &element.prim {
            alternatives.iter().for_each(|seq| check_repeats(scope, seq, problems));
        }
    }
}

/// What can't repeat.
fn bad_repeat(scope: &Scope, element: &Element) -> Option<&'static str> {
    let repeats = matches!(element.repeat, Repeat::Star | Repeat::Plus);
    match &element.prim {
        Prim::Gap if element.repeat != Repeat::One => Some("a gap can be empty and long enough as it is"),
        Prim::Not(_) if element.repeat != Repeat::One => Some("`!` takes no token, so it can't repeat"),
        prim if repeats && scope.is_empty_prim(prim) => {
            Some("this can match nothing, so it can't repeat: `?` is enough, outside or inside")
        }
        _ => None,
    }
}

/// The place of a pattern, from its first to its last element.
pub(super) fn place(seq: &Seq) -> At {
    match (seq.elements.first(), seq.elements.last()) {
        (Some(first), Some(last)) => At { file: first.at.file, span: first.at.span.cover(last.at.span) },
        _ => At::default(),
    }
}
