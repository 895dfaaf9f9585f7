//! Taking differences over into a golden file.

use serde_json::Value;

use super::{Change, Difference, Golden, GoldenFact, Verdict};

/// The golden file after accepting the differences that are chosen.
///
/// What is new or changed becomes `verdict`: accepting is no claim that it is right unless somebody says so. What was
/// right and is gone becomes `missed`; other facts that are gone are dropped. What was missed and is found as it was said to
/// be is right.
pub fn take(
    golden: &Golden,
    found: &Golden,
    chosen: &[&Difference],
    verdict: Verdict,
    because: &str,
) -> Golden {
    let mut taken = golden.clone();
    let mut facts: Vec<Option<GoldenFact>> = taken.facts.drain(..).map(Some).collect();
    for difference in chosen {
        if matches!(difference.change, Change::Article(_)) {
            taken.published.clone_from(&found.published);
            taken.warnings.clone_from(&found.warnings);
        }
        let is = if difference.change == Change::Found { Verdict::Right } else { verdict };
        let after = difference.after.map(|index| found.facts[index].clone());
        let after = after.map(|fact| GoldenFact { is, because: reason(because), ..fact });
        match difference.before {
            Some(before) => facts[before] = after.or_else(|| gone(&golden.facts[before], because)),
            None => facts.push(after),
        }
    }
    taken.id.clone_from(&found.id);
    taken.facts = facts.into_iter().flatten().collect();
    taken.facts.sort_by_key(|fact| (rank(&fact.kind), fact.kind.clone(), fact.span()));
    taken
}

/// What was right and is found no more is missed from now on; what it says stays, what found it does not.
fn gone(fact: &GoldenFact, because: &str) -> Option<GoldenFact> {
    if fact.is != Verdict::Right {
        return None;
    }
    let mut missed = GoldenFact { is: Verdict::Missed, because: reason(because), ..fact.clone() };
    missed.fields.retain(|name, value| name != "rule" && name != "rules" && *value != Value::Null);
    Some(missed)
}

fn reason(because: &str) -> Option<String> {
    Some(because.to_owned()).filter(|because| !because.is_empty())
}

/// Kinds in the order of the record.
fn rank(kind: &str) -> usize {
    ["date", "figure", "document", "membership"].iter().position(|known| *known == kind).unwrap_or(4)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::compare;
    use super::super::sample::{date, fact, golden};
    use super::*;

    /// The facts after accepting everything: 'is start value because'.
    fn taken(before: &[GoldenFact], after: &[GoldenFact], verdict: Verdict) -> Vec<String> {
        let (before, after) = (golden(before), golden(after));
        let differences = compare(&before, &after);
        let chosen: Vec<&Difference> = differences.iter().collect();
        let taken = take(&before, &after, &chosen, verdict, "why");
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
        ];
        for (before, after, verdict, want) in cases {
            assert_eq!(taken(&facts(before), &facts(after), *verdict), *want, "{before:?}\n{after:?}");
        }
    }

    #[test]
    fn what_is_missed_does_not_say_who_found_it() {
        let found = fact("date", Verdict::Right, [3, 6], json!({"value": "a", "rules": ["x"], "mod": null}));
        let missed = gone(&found, "").unwrap();
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
        let taken = take(&before, &after, &new, Verdict::Seen, "");
        let order: Vec<(&str, u64)> =
            taken.facts.iter().map(|fact| (fact.kind.as_str(), fact.span().0)).collect();
        assert_eq!(order, [("date", 3), ("date", 7), ("figure", 5), ("visit", 0)]);
        assert_eq!(taken.published, Value::Null);
        let all: Vec<&Difference> = differences.iter().collect();
        assert_eq!(take(&before, &after, &all, Verdict::Seen, "").published, json!("day"));
    }
}
