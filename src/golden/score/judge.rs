//! What the verdicts of one article say of what is found in it.

use serde_json::Value;

use super::Counts;
use crate::golden::compare::{bound, changed, names_rules};
use crate::golden::{Golden, GoldenFact, Verdict};

/// What one fact adds to the score: a golden fact, or one that is found and that no golden fact stands for.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Scored {
    /// Its kind.
    pub kind: String,
    /// The rules that made it or added to it.
    pub rules: Vec<String>,
    /// All fields as they should be.
    pub strict: Counts,
    /// A fact of the kind, where one is.
    pub relaxed: Counts,
    /// Each field of a fact that is there, by name.
    pub fields: Vec<(String, Counts)>,
    /// It is found, and nobody judged it.
    pub unjudged: usize,
}

/// Holds what is found against the verdicts.
pub fn judge(golden: &Golden, found: &Golden) -> Vec<Scored> {
    let of = bound(golden, found);
    let mut free: Vec<Candidate> = Vec::new();
    let mut scored: Vec<Scored> = Vec::new();
    let mut sought = Vec::new();
    for (before, after) in golden.facts.iter().zip(&of) {
        let after = after.map(|index| &found.facts[index]);
        let index = scored.len();
        scored.push(one(before, after));
        match after {
            Some(after) if before.is_false_find() || before.is == Verdict::Seen => {
                free.push(Candidate { fact: after, scored: index })
            }
            None if before.is == Verdict::Missed || before.is == Verdict::Right => {
                sought.push((before, index))
            }
            _ => {}
        }
    }
    let new = (0..found.facts.len()).filter(|index| !of.contains(&Some(*index)));
    for fact in new.map(|index| &found.facts[index]) {
        free.push(Candidate { fact, scored: scored.len() });
        scored.push(Scored { unjudged: 1, ..about(fact) });
    }
    relax(&sought, free, &mut scored);
    scored
}

/// A fact that is found and that no truth is known to stand for.
struct Candidate<'a> {
    fact: &'a GoldenFact,
    scored: usize,
}

/// What is sought is found, if loosely, where a fact of its kind overlaps it that stands for nothing else.
fn relax(sought: &[(&GoldenFact, usize)], mut free: Vec<Candidate>, scored: &mut [Scored]) {
    for (truth, at) in sought {
        let fits = |free: &Candidate| free.fact.kind == truth.kind && free.fact.overlaps(truth);
        match free.iter().position(fits) {
            Some(index) => {
                let candidate = free.remove(index);
                scored[*at].relaxed = Counts::default();
                scored[candidate.scored].relaxed = Counts::RIGHT;
            }
            None => scored[*at].relaxed = Counts::MISSED,
        }
    }
}

/// A golden fact against the one that is found in its place.
fn one(before: &GoldenFact, after: Option<&GoldenFact>) -> Scored {
    let about = about(after.unwrap_or(before));
    let differing = after.map(|after| differing(before, after));
    let (strict, relaxed, unjudged) = match (before.is, differing.as_deref()) {
        (Verdict::Right, Some([])) | (Verdict::Missed, Some(_)) => (Counts::RIGHT, Counts::RIGHT, 0),
        (Verdict::Right, Some(_)) => (Counts::OTHERWISE, Counts::RIGHT, 0),
        (Verdict::Right | Verdict::Missed, None) => (Counts::MISSED, Counts::MISSED, 0),
        (Verdict::Wrong, Some([])) if before.is_false_find() => (Counts::WRONG, Counts::WRONG, 0),
        (Verdict::Wrong, Some([])) => (Counts::OTHERWISE, Counts::RIGHT, 0),
        (Verdict::Wrong, None) if !before.is_false_find() => (Counts::MISSED, Counts::MISSED, 0),
        // What was wrong and has changed may be right by now: nobody knows.
        (Verdict::Wrong, Some(_)) if !before.is_false_find() => (Counts::default(), Counts::RIGHT, 1),
        (Verdict::Wrong | Verdict::Seen, Some(_)) => (Counts::default(), Counts::default(), 1),
        (Verdict::Wrong | Verdict::Seen, None) => (Counts::default(), Counts::default(), 0),
    };
    let fields = after.map_or_else(Vec::new, |after| fields(before, after));
    Scored { strict, relaxed, unjudged, fields, ..about }
}

fn about(fact: &GoldenFact) -> Scored {
    Scored { kind: fact.kind.clone(), rules: fact.rules().map(str::to_owned).collect(), ..Scored::default() }
}

/// The fields that differ, other than those that say which rule it was.
fn differing(before: &GoldenFact, after: &GoldenFact) -> Vec<String> {
    let names = changed(before, after).into_iter().map(|(name, ..)| name);
    names.filter(|name| !names_rules(name)).collect()
}

/// Each field of a fact that is right but for some of them. A filled field that is wrong counts as wrong, an empty one as
/// missed; where the right value is known, both are counted.
fn fields(before: &GoldenFact, after: &GoldenFact) -> Vec<(String, Counts)> {
    let judged = match before.is {
        Verdict::Right => true,
        Verdict::Wrong => !before.is_false_find() && differing(before, after).is_empty(),
        Verdict::Seen | Verdict::Missed => false,
    };
    if !judged {
        return Vec::new();
    }
    let names = after.values().filter(|(name, _)| !matches!(name.as_str(), "text" | "rule" | "rules"));
    let counts = names.map(|(name, value)| {
        let known = before.value(name).unwrap_or(&Value::Null);
        let counts = match (before.is_wrong_in(name), known == value) {
            (true, _) if is_empty(value) => Counts::MISSED,
            (true, _) => Counts::WRONG,
            (false, true) if is_empty(value) => Counts::default(),
            (false, true) => Counts::RIGHT,
            (false, false) => Counts {
                right: 0,
                wrong: usize::from(!is_empty(value)),
                missed: usize::from(!is_empty(known)),
            },
        };
        (name.clone(), counts)
    });
    counts.filter(|(_, counts)| !counts.is_empty()).collect()
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::golden::sample::{date, fact, golden};

    type Told = (Counts, Counts, usize);

    /// Sums what is told: strict, relaxed, unjudged.
    fn told(before: &[GoldenFact], after: &[GoldenFact]) -> Told {
        let mut sum = (Counts::default(), Counts::default(), 0);
        for scored in judge(&golden(before), &golden(after)) {
            sum.0 += scored.strict;
            sum.1 += scored.relaxed;
            sum.2 += scored.unjudged;
        }
        sum
    }

    fn is(is: Verdict, fact: GoldenFact) -> GoldenFact {
        GoldenFact { is, ..fact }
    }

    /// Wrong in its value alone.
    fn in_value(value: &str) -> GoldenFact {
        GoldenFact { wrong: vec!["value".to_owned()], ..is(Verdict::Wrong, date([3, 6], value)) }
    }

    #[test]
    fn verdicts_become_counts() {
        use Verdict::{Missed, Right, Seen, Wrong};
        let x = || date([3, 6], "x");
        let y = || date([3, 6], "y");
        let none = Counts::default();
        let (right, wrong, missed, otherwise) =
            (Counts::RIGHT, Counts::WRONG, Counts::MISSED, Counts::OTHERWISE);
        let member = |is, end| fact("membership", is, [0, 9], json!({"member": {"span": [0, end]}}));
        let cases: &[(&[GoldenFact], &[GoldenFact], Told)] = &[
            (&[is(Right, x())], &[x()], (right, right, 0)),
            (&[is(Right, x())], &[y()], (otherwise, right, 0)),
            (&[is(Right, x())], &[], (missed, missed, 0)),
            (&[is(Seen, x())], &[x()], (none, none, 1)),
            (&[is(Seen, x())], &[y()], (none, none, 1)),
            (&[is(Seen, x())], &[], (none, none, 0)),
            (&[], &[x()], (none, none, 1)),
            // A false find.
            (&[is(Wrong, x())], &[x()], (wrong, wrong, 0)),
            (&[is(Wrong, x())], &[y()], (none, none, 1)),
            (&[is(Wrong, x())], &[], (none, none, 0)),
            // A fact that is there, wrong in a field.
            (&[in_value("x")], &[x()], (otherwise, right, 0)),
            (&[in_value("x")], &[y()], (none, right, 1)),
            (&[in_value("x")], &[], (missed, missed, 0)),
            (&[is(Missed, x())], &[], (missed, missed, 0)),
            // What was missed is found, or something that overlaps it.
            (&[is(Missed, fact("date", Missed, [3, 6], json!({})))], &[], (missed, missed, 0)),
            (&[is(Missed, date([2, 5], "z"))], &[x()], (missed, right, 1)),
            (&[is(Seen, x()), is(Missed, date([2, 5], "z"))], &[x()], (missed, right, 1)),
            (&[is(Missed, date([7, 9], "z"))], &[x()], (missed, missed, 1)),
            // A false find where something is missed is that thing, loosely.
            (&[member(Wrong, 1), member(Missed, 2)], &[member(Seen, 1)], (otherwise, right, 0)),
            (&[is(Wrong, x()), is(Missed, date([7, 9], "z"))], &[x()], (otherwise, otherwise, 0)),
        ];
        for (before, after, want) in cases {
            assert_eq!(told(before, after), *want, "{before:?}\n{after:?}");
        }
    }

    #[test]
    fn the_rule_alone_makes_no_fact_wrong() {
        let other = fact("date", Verdict::Seen, [3, 6], json!({"value": "x", "rule": "date/other"}));
        assert_eq!(told(&[is(Verdict::Right, date([3, 6], "x"))], &[other]).0, Counts::RIGHT);
    }

    #[test]
    fn fields_are_judged_one_by_one() {
        let with = |is, more| fact("figure", is, [0, 3], more);
        let told = |before: GoldenFact, after: GoldenFact| -> Vec<String> {
            let scored = judge(&golden(&[before]), &golden(&[after]));
            let tell = |(name, counts): &(String, Counts)| {
                format!("{name} {}{}{}", counts.right, counts.wrong, counts.missed)
            };
            scored[0].fields.iter().filter(|(name, _)| name != "span").map(tell).collect()
        };
        let now = || with(Verdict::Seen, json!({"value": 3, "measure": null, "unit": "m", "mod": []}));
        let was = |is, wrong: &[&str]| GoldenFact {
            is,
            wrong: wrong.iter().map(|name| (*name).to_owned()).collect(),
            ..now()
        };
        assert_eq!(told(was(Verdict::Right, &[]), now()), ["value 100", "unit 100"]);
        assert_eq!(
            told(was(Verdict::Wrong, &["measure", "unit.code"]), now()),
            ["value 100", "measure 001", "unit 010"]
        );
        assert_eq!(told(was(Verdict::Wrong, &[]), now()), [""; 0], "a false find has no fields to judge");
        assert_eq!(told(was(Verdict::Seen, &[]), now()), [""; 0]);
        let right = with(Verdict::Right, json!({"value": 4, "measure": "trade", "unit": null, "mod": []}));
        assert_eq!(told(right, now()), ["value 011", "measure 001", "unit 010"]);
    }
}
