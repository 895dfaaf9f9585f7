//! What needs what: circles among phrases and rules, and the order in which rules run.

use super::scope::{Scope, each_hole};
use crate::rule::ast::{Ident, Rule, Seq};
use crate::rule::error::Problem;
use crate::rule::schema::KindRef;
use crate::rule::set::Target;

/// A phrase that opens up to more phrases than this can't be meant.
const MOST_PHRASES: usize = 1000;

/// Whether phrases can be opened: not so where one is made of itself, or of far too many others.
pub(super) fn phrases_open(scope: &Scope, problems: &mut Vec<Problem>) -> bool {
    let phrases = &scope.declared.phrases;
    let needs: Vec<Vec<usize>> = phrases.iter().map(|phrase| phrases_in(scope, &phrase.seq)).collect();
    let names: Vec<&Ident> = phrases.iter().map(|phrase| &phrase.name).collect();
    let problem = match sort(&needs) {
        Err(circle) => Some(circle_problem("phrase", &circle, &names)),
        Ok(order) => too_large(&order, &needs).map(|index| {
            let message = format!("this phrase holds more than {MOST_PHRASES} others, one in the other");
            Problem::new(names[index].at, message)
        }),
    };
    let open = problem.is_none();
    problems.extend(problem);
    open
}

/// The first phrase that holds too many others.
fn too_large(order: &[usize], needs: &[Vec<usize>]) -> Option<usize> {
    let mut sizes = vec![1_usize; needs.len()];
    for &index in order {
        sizes[index] = needs[index].iter().fold(1, |size, &need| size.saturating_add(sizes[need]));
    }
    order.iter().copied().find(|&index| sizes[index] > MOST_PHRASES)
}

fn phrases_in(scope: &Scope, seq: &Seq) -> Vec<usize> {
    let mut found = Vec::new();
    each_hole(seq, &mut |hole| {
        found.extend(scope.targets(hole).into_iter().filter_map(|target| match target {
            Target::Phrase(index) => Some(index as usize),
            _ => None,
        }));
    });
    found
}

/// The order in which rules run: file order, save that whatever gives a kind runs before whatever names it.
pub(super) fn rule_order(scope: &Scope, problems: &mut Vec<Problem>) -> Vec<usize> {
    let rules = &scope.declared.rules;
    let mut needs = Vec::with_capacity(rules.len());
    for rule in rules {
        let kinds = kinds_in(scope, rule);
        for (name, kind) in &kinds {
            if matches!(kind, KindRef::User(_)) && givers(scope, *kind).is_empty() {
                problems.push(Problem::new(name.at, format!("no rule gives `{}`", name.text)));
            }
        }
        needs.push(kinds.iter().flat_map(|(_, kind)| givers(scope, *kind)).collect());
    }
    let names: Vec<&Ident> = rules.iter().map(|rule| &rule.name).collect();
    sort(&needs).unwrap_or_else(|circle| {
        problems.push(circle_problem("rule", &circle, &names));
        Vec::new()
    })
}

/// Finds rules that are over each other.
pub(super) fn over_circles(scope: &Scope, problems: &mut Vec<Problem>) {
    let rules = &scope.declared.rules;
    let index = |over: &Ident| rules.iter().position(|rule| rule.name.text == over.text);
    // A rule over itself is an error of its own.
    let others = |(own, rule): (usize, &Rule)| {
        rule.over.iter().filter_map(index).filter(|&other| other != own).collect::<Vec<usize>>()
    };
    let overs: Vec<Vec<usize>> = rules.iter().enumerate().map(others).collect();
    if let Err(circle) = sort(&overs) {
        let path: Vec<&str> = circle.iter().map(|&index| rules[index].name.text.as_str()).collect();
        let message = format!("these rules are over each other: {}", path.join(" over "));
        problems.extend(circle.first().map(|&index| Problem::new(rules[index].name.at, message)));
    }
}

/// The rules that give facts of a kind.
fn givers(scope: &Scope, kind: KindRef) -> Vec<usize> {
    let gives = |rule: &Rule| rule.gives && scope.kind(&rule.kind.text) == Some(kind);
    let rules = scope.declared.rules.iter().enumerate();
    rules.filter(|(_, rule)| gives(rule)).map(|(index, _)| index).collect()
}

/// The kinds that a rule's holes name.
fn kinds_in(scope: &Scope, rule: &Rule) -> Vec<(Ident, KindRef)> {
    let mut found = Vec::new();
    let then = rule.then.iter().map(|then| &then.seq);
    let unless = rule.unless.iter().map(|unless| &unless.seq);
    for seq in rule.finds.iter().chain(then).chain(unless) {
        scope.holes(seq, &mut |hole, _| {
            found.extend(hole.classes.iter().filter_map(|class| match scope.target(&class.text)? {
                Target::Kind(kind) => Some((class.clone(), kind)),
                _ => None,
            }));
        });
    }
    found
}

fn circle_problem(what: &str, circle: &[usize], names: &[&Ident]) -> Problem {
    let path: Vec<&str> = circle.iter().map(|&index| names[index].text.as_str()).collect();
    let at = circle.first().map_or_else(Default::default, |&index| names[index].at);
    let message = format!("this {what} needs itself: {}", path.join(" needs "));
    Problem::new(at, message)
}

/// Sorts so that everything comes after what it needs, and otherwise as it stands; else a circle.
fn sort(needs: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    let mut visit =
        Visit { needs, state: vec![State::New; needs.len()], order: Vec::new(), path: Vec::new() };
    for index in 0..needs.len() {
        visit.visit(index)?;
    }
    Ok(visit.order)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

struct Visit<'n> {
    needs: &'n [Vec<usize>],
    state: Vec<State>,
    order: Vec<usize>,
    path: Vec<usize>,
}

impl Visit<'_> {
    fn visit(&mut self, index: usize) -> Result<(), Vec<usize>> {
        self.path.push(index);
        match self.state[index] {
            State::Open => {
                let start = self.path.iter().position(|&earlier| earlier == index).unwrap_or(0);
                return Err(self.path.split_off(start));
            }
            State::New => {
                self.state[index] = State::Open;
                for &need in &self.needs[index] {
                    self.visit(need)?;
                }
                self.state[index] = State::Done;
                self.order.push(index);
            }
            State::Done => {}
        }
        self.path.pop();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_needed_comes_first() {
        type Case<'c> = (&'c [&'c [usize]], Result<&'c [usize], &'c [usize]>);
        let cases: &[Case] = &[
            (&[&[], &[], &[]], Ok(&[0, 1, 2])),
            (&[&[2], &[], &[]], Ok(&[2, 0, 1])),
            (&[&[1, 2], &[2], &[]], Ok(&[2, 1, 0])),
            (&[&[0]], Err(&[0, 0])),
            (&[&[], &[2], &[1]], Err(&[1, 2, 1])),
        ];
        for (needs, want) in cases {
            let needs: Vec<Vec<usize>> = needs.iter().map(|n| n.to_vec()).collect();
            let want = want.map(<[usize]>::to_vec).map_err(<[usize]>::to_vec);
            assert_eq!(sort(&needs), want);
        }
    }
}
