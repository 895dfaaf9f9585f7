//! A difference for people: in the text, with carets.

use std::fmt::Write;

use serde_json::Value;

use super::compare::FieldChange;
use super::{Change, Difference, Golden, GoldenFact};

/// One difference: where, the line with carets under the fact, and what changed.
pub fn show(path: &str, text: &str, golden: &Golden, found: &Golden, difference: &Difference) -> String {
    let before = difference.before.map(|index| &golden.facts[index]);
    let after = difference.after.map(|index| &found.facts[index]);
    match (&difference.change, before.or(after)) {
        (Change::Article(fields), _) => {
            format!("{path}: the article's own fields have changed\n{}", diff(fields))
        }
        (_, None) => String::new(),
        (change, Some(fact)) => {
            let verdict = before.map_or(String::new(), |fact| format!(" (judged {})", fact.is.as_str()));
            let place = Place::of(text, fact.span());
            let (said, fields) = match change {
                Change::Gone => ("is found no more", list('-', fact)),
                Change::New => ("is new", list('+', fact)),
                Change::Found => ("was missed and is found", list('+', after.unwrap_or(fact))),
                Change::Changed(fields) | Change::Article(fields) => ("has changed", diff(fields)),
            };
            let (line, column) = (place.line, place.column);
            let head = format!("{path}:{line}:{column}: {} `{}` {said}{verdict}", fact.kind, fact.rule());
            format!("{head}\n  | {}\n  | {}\n{fields}", place.text, place.carets)
        }
    }
}

fn diff(fields: &[FieldChange]) -> String {
    fields.iter().fold(String::new(), |mut out, (name, before, after)| {
        // Writing into a string does not fail.
        let _ = writeln!(out, "  - {name}: {before}\n  + {name}: {after}");
        out
    })
}

/// The fields of a fact that hold anything, those of a kind of the user's own among them, without what says where they are.
pub fn list(sign: char, fact: &GoldenFact) -> String {
    let place = |name: &str| matches!(name, "text" | "span" | "rule" | "rules" | "mentions");
    let fields = fact.values().filter(|(name, value)| !is_empty(value) && !place(name));
    fields.map(|(name, value)| format!("  {sign} {name}: {}\n", essence(value))).collect()
}

/// A value without the members that hold nothing or say where it stands.
fn essence(value: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let told = members.iter().filter(|(name, value)| *name != "span" && !is_empty(value));
            Value::Object(told.map(|(name, value)| (name.clone(), essence(value))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(essence).collect()),
        _ => value.clone(),
    }
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}

/// Where a fact stands, for people.
pub(super) struct Place {
    pub(super) line: usize,
    pub(super) column: usize,
    text: String,
    carets: String,
}

/// How much of a long line is shown on each side of the fact, in characters.
const CONTEXT: usize = 50;

impl Place {
    /// The line in which a span of code points begins.
    pub(super) fn of(text: &str, (start, end): (u64, u64)) -> Place {
        let chars: Vec<char> = text.chars().collect();
        let start = (start as usize).min(chars.len());
        let line_start = chars[..start].iter().rposition(|&c| c == '\n').map_or(0, |at| at + 1);
        let line_end = chars[start..].iter().position(|&c| c == '\n').map_or(chars.len(), |at| start + at);
        let from = line_start.max(start.saturating_sub(CONTEXT));
        let stop = (end as usize).clamp(start, line_end);
        let to = line_end.min(stop + CONTEXT);
        let plain = |c: &char| if c.is_control() { ' ' } else { *c };
        Place {
            line: chars[..start].iter().filter(|&&c| c == '\n').count() + 1,
            column: start - line_start + 1,
            text: chars[from..to].iter().map(plain).collect(),
            carets: " ".repeat(start - from) + &"^".repeat((stop - start).max(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::sample::{date, golden};
    use super::super::{Verdict, compare};
    use super::*;

    const TEXT: &str = "Köln.\nIt opens\tin May.\n";

    fn told(text: &str, before: &[GoldenFact], after: &[GoldenFact]) -> String {
        let (before, after) = (golden(before), golden(after));
        compare(&before, &after).iter().map(|one| show("a.txt", text, &before, &after, one)).collect()
    }

    #[test]
    fn a_difference_is_shown_in_its_line() {
        let may = |is, value| GoldenFact { is, ..date([18, 21], value) };
        let place = "  | It opens in May.\n  |             ^^^\n";
        let cases = [
            (
                vec![],
                vec![may(Verdict::Seen, "x")],
                format!("a.txt:2:13: date `date/any` is new\n{place}  + value: \"x\"\n"),
            ),
            (
                vec![may(Verdict::Right, "x")],
                vec![],
                format!(
                    "a.txt:2:13: date `date/any` is found no more (judged right)\n{place}  - value: \"x\"\n"
                ),
            ),
            (
                vec![may(Verdict::Missed, "x")],
                vec![may(Verdict::Seen, "x")],
                format!(
                    "a.txt:2:13: date `date/any` was missed and is found (judged missed)\n{place}  + value: \"x\"\n"
                ),
            ),
            (
                vec![may(Verdict::Seen, "x")],
                vec![may(Verdict::Seen, "y")],
                format!(
                    "a.txt:2:13: date `date/any` has changed (judged seen)\n{place}  - value: \"x\"\n  + value: \"y\"\n"
                ),
            ),
        ];
        for (before, after, want) in cases {
            assert_eq!(told(TEXT, &before, &after), want);
        }
    }

    #[test]
    fn fields_are_told_without_places_and_what_is_empty() {
        let guest = json!({"text": "Ada Obi", "span": [0, 7], "value": "Ada Obi", "country": null});
        let mut visit = date([0, 7], "x");
        visit.fields.insert(
            "fields".to_owned(),
            json!({"guest": guest, "stops": [{"span": [1, 2], "text": "Lomé"}], "host": null}),
        );
        let told = list('+', &visit);
        let want =
            "  + guest: {\"text\":\"Ada Obi\",\"value\":\"Ada Obi\"}\n  + stops: [{\"text\":\"Lomé\"}]\n";
        assert!(told.ends_with(want), "{told}");
    }

    #[test]
    fn long_lines_are_cut_and_odd_places_shown() {
        let long = "x".repeat(200);
        let shown = told(&long, &[], &[date([100, 103], "v")]);
        assert!(shown.contains(&format!("  | {}\n  | {}^^^\n", "x".repeat(103), " ".repeat(50))), "{shown}");
        for span in [[0, 0], [24, 99], [99, 3], [3, 12]] {
            assert!(told(TEXT, &[], &[date(span, "v")]).contains('^'), "{span:?}");
        }
    }

    #[test]
    fn what_is_said_of_the_article() {
        let before = Golden { published: json!("a"), ..golden(&[]) };
        let differences = compare(&before, &golden(&[]));
        let want =
            "a.txt: the article's own fields have changed\n  - published: \"a\"\n  + published: null\n";
        assert_eq!(show("a.txt", "", &before, &golden(&[]), &differences[0]), want);
    }
}
