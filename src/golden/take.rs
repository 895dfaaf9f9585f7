//! Taking differences over into a golden file.

use serde_json::Value;

use super::compare::{self, FieldChange};
use super::{Change, Difference, Golden, GoldenFact, Verdict};

/// What somebody says of differences or facts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Judgement {
    /// What they are.
    pub is: Verdict,
    /// Why; empty where nobody said.
    pub because: String,
    /// Of what is wrong: the fields that are.
    pub wrong: Vec<String>,
}

/// The golden file after accepting the differences that are chosen, each with what is said of it.
///
/// What is new or changed becomes what the judgement says: accepting is no claim that it is right unless somebody says so.
/// What was right and is gone becomes `missed`, and so does what nobody had judged if going is wrong; other facts that are
/// gone are dropped. What only another rule finds keeps what was said of it. What was missed and is found as it was said to be is right, unless that is wrong.
pub fn take(golden: &Golden, found: &Golden, chosen: &[(&Difference, &Judgement)]) -> Golden {
    let mut taken = golden.clone();
    let mut facts: Vec<Option<GoldenFact>> = taken.facts.drain(..).map(Some).collect();
    for (difference, judgement) in chosen {
        if matches!(difference.change, Change::Article(_)) {
            taken.published.clone_from(&found.published);
            taken.warnings.clone_from(&found.warnings);
        }
        let before = difference.before.map(|index| &golden.facts[index]);
        let after = difference.after.map(|index| found.facts[index].clone());
        let after = after.map(|mut fact| {
            judgement.put_on(&mut fact, before, &difference.change);
            fact
        });
        match difference.before {
            Some(index) => facts[index] = after.or_else(|| gone(&golden.facts[index], judgement)),
            None => facts.push(after),
        }
    }
    taken.id.clone_from(&found.id);
    taken.facts = facts.into_iter().flatten().collect();
    taken.sort();
    taken
}

impl Judgement {
    /// Says it of a fact that is as the golden file has it.
    pub fn put(&self, fact: &mut GoldenFact) {
        fact.is = self.is;
        fact.because = reason(&self.because);
        fact.wrong = if self.is == Verdict::Wrong { self.fields_of(fact) } else { Vec::new() };
    }

    fn put_on(&self, fact: &mut GoldenFact, before: Option<&GoldenFact>, change: &Change) {
        if let (Verdict::Seen, Change::Changed(fields), Some(before)) = (self.is, change, before)
            && fields.iter().all(|(name, ..)| compare::names_rules(name))
        {
            fact.is = before.is;
            fact.because.clone_from(&before.because);
            fact.wrong.clone_from(&before.wrong);
            return;
        }
        self.put(fact);
        match (self.is, change) {
            (Verdict::Seen, Change::Found) => fact.is = Verdict::Right,
            (Verdict::Wrong, Change::Changed(fields)) if fact.wrong.is_empty() => {
                fact.wrong = before.map_or_else(Vec::new, |before| also_wrong(before, fields));
            }
            _ => {}
        }
    }

    /// The fields that it says are wrong, or that its reason begins a part with: 'measure: trade; period is missing'.
    fn fields_of(&self, fact: &GoldenFact) -> Vec<String> {
        if !self.wrong.is_empty() {
            return self.wrong.clone();
        }
        let parts = self.because.split([';', ',']).flat_map(|part| part.split(" and "));
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.');
        let heads = parts.filter_map(|part| part.trim_start().split(|c| !is_name(c)).next());
        let mut named: Vec<String> = Vec::new();
        for head in heads.filter(|head| fact.has(head)) {
            if !named.iter().any(|known| known == head) {
                named.push(head.to_owned());
            }
        }
        named
    }
}

/// Where nobody says which fields a change made wrong, they are those that changed; a false find stays one.
fn also_wrong(before: &GoldenFact, fields: &[FieldChange]) -> Vec<String> {
    if before.is_false_find() {
        return Vec::new();
    }
    let changed = compare::telling(fields).into_iter().map(str::to_owned);
    let known = before.wrong.iter().cloned();
    let mut wrong: Vec<String> = known.chain(changed).collect();
    wrong.dedup();
    wrong
}

/// What was right and is found no more is missed from now on; what it says stays, what found it does not.
fn gone(fact: &GoldenFact, judgement: &Judgement) -> Option<GoldenFact> {
    let stands = fact.is == Verdict::Right || (fact.is == Verdict::Seen && judgement.is == Verdict::Wrong);
    if !stands {
        return None;
    }
    let because = reason(&judgement.because);
    let mut missed = GoldenFact { is: Verdict::Missed, because, ..fact.clone() };
    missed.fields.retain(|name, value| name != "rule" && name != "rules" && *value != Value::Null);
    Some(missed)
}

fn reason(because: &str) -> Option<String> {
    Some(because.to_owned()).filter(|because| !because.is_empty())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::compare::compare;
    use super::super::sample::{date, fact, golden};
    use super::*;

    fn judgement(is: Verdict, because: &str) -> Judgement {
        Judgement { is, because: because.to_owned(), wrong: Vec::new() }
    }

    fn all(before: &Golden, after: &Golden, chosen: &[&Difference], judgement: &Judgement) -> Golden {
        let chosen: Vec<_> = chosen.iter().map(|one| (*one, judgement)).collect();
        take(before, after, &chosen)
    }

    /// The facts after accepting everything: 'is start value because'.
    fn taken(before: &[GoldenFact], after: &[GoldenFact], verdict: Verdict) -> Vec<String> {
        let (before, after) = (golden(before), golden(after));
        let differences = compare(&before, &after);
        let chosen: Vec<&Difference> = differences.iter().collect();
        let taken = all(&before, &after, &chosen, &judgement(verdict, "why"));
        let value = |fact: &GoldenFact| fact.fields["value"].as_str().unwrap_or("").to_owned();
        let tell = |fact: &GoldenFact| {
            let because = fact.because.as_deref().unwrap_or("-");
            format!("{} {} {} {because}", fact.is.as_str(), fact.span().0, value(fact))
        };
        taken.facts.iter().map(tell).collect()
    }

    /// Before, after, the verdict given, and what is kept.
    type Case = (&'static [Judged], &'static [Judged], Verdict, &'static [&'static str]);
    type Judged = (Verdict, &'static str);

    #[test]
    fn verdicts_after_accepting() {
        use Verdict::{Missed, Right, Seen, Wrong};
        let facts = |judged: &[Judged]| -> Vec<GoldenFact> {
            judged.iter().map(|(is, value)| GoldenFact { is: *is, ..date([3, 6], value) }).collect()
        };
        let cases: &[Case] = &[
            (&[], &[(Seen, "a")], Seen, &["seen 3 a why"]),
            (&[], &[(Seen, "a")], Right, &["right 3 a why"]),
            (&[], &[(Seen, "a")], Wrong, &["wrong 3 a why"]),
            // Accepting a change never makes it right by itself.
            (&[(Right, "a")], &[(Seen, "b")], Seen, &["seen 3 b why"]),
            (&[(Wrong, "a")], &[(Seen, "b")], Seen, &["seen 3 b why"]),
            // What did not change keeps what was said of it.
            (&[(Right, "a")], &[(Seen, "a")], Seen, &["right 3 a -"]),
            (&[(Wrong, "a")], &[(Seen, "a")], Right, &["wrong 3 a -"]),
            // Gone: what was right is missed, the rest is dropped.
            (&[(Right, "a")], &[], Seen, &["missed 3 a why"]),
            (&[(Seen, "a")], &[], Right, &[]),
            (&[(Wrong, "a")], &[], Seen, &[]),
            (&[(Missed, "a")], &[], Seen, &["missed 3 a -"]),
            (&[(Missed, "a")], &[(Seen, "a")], Seen, &["right 3 a why"]),
            (&[(Missed, "a")], &[(Seen, "a")], Wrong, &["wrong 3 a why"]),
            // To go can be wrong too.
            (&[(Seen, "a")], &[], Wrong, &["missed 3 a why"]),
        ];
        for (before, after, verdict, want) in cases {
            assert_eq!(taken(&facts(before), &facts(after), *verdict), *want, "{before:?}\n{after:?}");
        }
    }

    #[test]
    fn a_rule_that_is_renamed_costs_no_verdict() {
        let by = |is, rule: &str| fact("date", is, [3, 6], json!({"value": "a", "rule": rule}));
        let before = GoldenFact {
            because: Some("read".to_owned()),
            wrong: vec!["value".to_owned()],
            ..by(Verdict::Wrong, "old")
        };
        let (before, after) = (golden(&[before]), golden(&[by(Verdict::Seen, "new")]));
        let differences = compare(&before, &after);
        let chosen: Vec<&Difference> = differences.iter().collect();
        let taken = all(&before, &after, &chosen, &judgement(Verdict::Seen, "renamed"));
        assert_eq!(
            taken.facts[0],
            GoldenFact { fields: after.facts[0].fields.clone(), ..before.facts[0].clone() }
        );
        let judged = all(&before, &after, &chosen, &judgement(Verdict::Right, "renamed"));
        assert_eq!(judged.facts[0].is, Verdict::Right);
    }

    #[test]
    fn what_is_missed_does_not_say_who_found_it() {
        let found = fact("date", Verdict::Right, [3, 6], json!({"value": "a", "rules": ["x"], "mod": null}));
        let missed = gone(&found, &judgement(Verdict::Seen, "")).unwrap();
        assert_eq!(
            (Value::Object(missed.fields), missed.because),
            (json!({"span": [3, 6], "value": "a"}), None)
        );
    }

    #[test]
    fn only_what_is_chosen_is_taken_and_kinds_keep_their_order() {
        let before = golden(&[fact("visit", Verdict::Seen, [0, 9], json!({}))]);
        let figure = fact("figure", Verdict::Seen, [5, 6], json!({}));
        let after =
            Golden { published: json!("day"), ..golden(&[date([7, 9], "a"), figure, date([3, 6], "b")]) };
        let differences = compare(&before, &after);
        let new: Vec<&Difference> = differences.iter().filter(|d| d.change == Change::New).collect();
        let taken = all(&before, &after, &new, &judgement(Verdict::Seen, ""));
        let order: Vec<(&str, u64)> =
            taken.facts.iter().map(|fact| (fact.kind.as_str(), fact.span().0)).collect();
        assert_eq!(order, [("date", 3), ("date", 7), ("figure", 5), ("visit", 0)]);
        assert_eq!(taken.published, Value::Null);
        let every: Vec<&Difference> = differences.iter().collect();
        let taken = all(&before, &after, &every, &judgement(Verdict::Seen, ""));
        assert_eq!(taken.published, json!("day"));
    }

    #[test]
    fn fields_that_are_wrong() {
        let figure = |more| fact("figure", Verdict::Seen, [0, 3], more);
        let now = || figure(json!({"value": 3, "measure": null, "unit": {"code": "EUR"}}));
        let cases: &[(&str, &[&str], &[&str])] = &[
            ("", &[], &[]),
            ("", &["measure"], &["measure"]),
            ("value: 4", &["measure"], &["measure"]),
            ("measure: trade; unit.code should be USD", &[], &["measure", "unit.code"]),
            ("value, unit and measure are missing", &[], &["value", "unit", "measure"]),
            ("the value: 4", &[], &[]),
            ("no figure: part of a name", &[], &[]),
            ("period is none of its fields", &[], &[]),
        ];
        for (because, wrong, want) in cases {
            let wrong = wrong.iter().map(|name| (*name).to_owned()).collect();
            let mut fact = now();
            Judgement { wrong, ..judgement(Verdict::Wrong, because) }.put(&mut fact);
            assert_eq!(fact.wrong, *want, "{because}");
            judgement(Verdict::Right, because).put(&mut fact);
            assert_eq!(fact.wrong, [""; 0], "what is right is wrong in nothing");
        }
    }

    #[test]
    fn a_change_for_the_worse_is_wrong_in_what_changed() {
        let wrong_after = |before: GoldenFact| {
            let (before, after) = (golden(&[before]), golden(&[date([3, 6], "b")]));
            let differences = compare(&before, &after);
            let chosen: Vec<&Difference> = differences.iter().collect();
            all(&before, &after, &chosen, &judgement(Verdict::Wrong, "worse")).facts[0].wrong.clone()
        };
        let was = |is, wrong: &[&str]| GoldenFact {
            is,
            wrong: wrong.iter().map(|name| (*name).to_owned()).collect(),
            ..date([3, 6], "a")
        };
        assert_eq!(wrong_after(was(Verdict::Right, &[])), ["value"]);
        assert_eq!(wrong_after(was(Verdict::Wrong, &["span"])), ["span", "value"]);
        assert_eq!(wrong_after(was(Verdict::Wrong, &[])), [""; 0], "a false find stays one");
    }
}
