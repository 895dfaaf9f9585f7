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
