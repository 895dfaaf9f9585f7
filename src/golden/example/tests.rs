//! Judging, against a pipeline that finds what a table says.

use serde_json::{Value, json};

use super::*;
use crate::rule::read;

/// Finds the same in every text.
struct Fixed(Outcome);

impl Pipeline for Fixed {
    fn run(&self, _: &str, _: Option<&str>, _: &str) -> Outcome {
        self.0.clone()
    }
}

const RULE: &str = "kind visit\n  guest person\n  host country\n  date date\n\
                    rule came gives visit\n  find {guest: person} visited {host: country} (on {date: date})?\n  ";

fn set(example: &str, builtin: bool) -> RuleSet {
    let text = format!("{RULE}{example}\n");
    let source = SourceFile { path: "visits.cloze".to_owned(), text, builtin };
    read(&[source]).unwrap_or_else(|errors| panic!("{errors}"))
}

fn filled(field: &str, at: (u32, u32), value: &str) -> Filled {
    let span = Span::new(at.0, at.1);
    Filled { field: field.to_owned(), span, inner: span, values: vec![value.to_owned()] }
}

/// `Ana visited Malta on Monday.`
fn visit(fact: Value) -> Outcome {
    let filled = vec![
        filled("guest", (0, 3), "Ana"),
        filled("host", (12, 17), "Malta"),
        filled("date", (21, 27), "2024-03-11"),
    ];
    let fired = Fired { rule: "came".to_owned(), span: Span::new(0, 27), filled, facts: vec![fact] };
    Outcome { fired: vec![fired] }
}

/// Judges one example against what was found: the reasons, each with the text that it points at.
fn reasons(example: &str, outcome: Outcome) -> Vec<String> {
    let set = set(example, false);
    let text = &set.rules[0].examples[0].text;
    match verdict(&set.rules[0], &set.rules[0].examples[0], &Fixed(outcome)) {
        Verdict::Pass => Vec::new(),
        Verdict::Todo => vec!["todo".to_owned()],
        Verdict::Fail(reasons) => {
            let place = |span: Option<Span>| span.map_or("", |span| span.of(text)).to_owned();
            reasons.into_iter().map(|r| format!("{}: {}", place(r.span), r.message)).collect()
        }
    }
}

#[test]
fn a_yes_is_judged_by_marks_values_and_fields() {
    let good = "{guest: Ana} visited {host: Malta} on {date: Monday = 2024-03-11}.";
    let cases: &[(&str, &[&str])] = &[
        (&format!("yes \"{good}\""), &[]),
        (&format!("yes on 2024-03-14 \"{good}\" host.country = MLT"), &[]),
        (
            &format!("yes \"{good}\" polarity = negated"),
            &[": `polarity` should be `negated`, but is `affirmed`"],
        ),
        (&format!("yes \"{good}\" modality = planned"), &[": `modality` should be `planned`, but is empty"]),
        (
            "yes \"{guest: Ana} visited {host: Malta} on Monday.\"",
            &["Monday: the rule filled `date` here: mark it"],
        ),
        (
            "yes \"{guest: Ana} visited {host: Malta} {date: on Monday}.\"",
            &["on Monday: `date` is marked here, but the rule took `Monday`"],
        ),
        (
            "yes \"{guest: Ana} visited {host: Malta = Gozo} on {date: Monday}.\"",
            &["Malta: `host` should be `Gozo`, but is `Malta`"],
        ),
        (&format!("todo yes \"{good}\""), &[": this passes now: take its `todo` away, so that it stays so"]),
        (&format!("todo yes \"{good}\" polarity = negated"), &["todo"]),
        (
            &format!("no \"{}\"", "Ana visited Malta on Monday."),
            &[
                "Ana visited Malta on Monday: `came` should give nothing here, but it filled guest, host, date",
            ],
        ),
        ("todo no \"Ana visited Malta on Monday.\"", &["todo"]),
    ];
    let fact = json!({"polarity": "affirmed", "host": {"name": "Malta", "country": "MLT"}});
    for (example, want) in cases {
        assert_eq!(reasons(example, visit(fact.clone())), *want, "{example}");
    }
}

#[test]
fn a_rule_that_does_not_fire() {
    let yes = "yes \"{guest: Ana} visited {host: Malta}.\"";
    assert_eq!(reasons(yes, Outcome::default()), [": `came` did not match, nor did any other rule"]);
    let mut other = visit(Value::Null);
    other.fired[0].rule = "stayed".to_owned();
    other.fired[0].span = Span::new(4, 17);
    assert_eq!(reasons(yes, other), ["visited Malta: `came` did not match, or lost; these matched: stayed"]);
    assert_eq!(reasons("no \"Ana visited Malta.\"", Outcome::default()), [""; 0]);
}

#[test]
fn a_match_that_no_fact_came_of() {
    let mut idle = visit(Value::Null);
    idle.fired[0].facts.clear();
    let want = "Ana visited Malta on Monday: `came` matched here, but no fact came of it";
    assert_eq!(reasons("yes \"Ana visited Malta on Monday.\"", idle.clone()), [want]);
    assert_eq!(reasons("no \"Ana visited Malta on Monday.\"", idle), [""; 0]);
}

#[test]
fn a_mark_without_a_hole_is_looked_up_in_the_fact() {
    let mut outcome = visit(json!({"place": null}));
    outcome.fired[0].filled.truncate(2);
    outcome.fired[0].facts = vec![json!({"date": {"value": "2024-03-11", "span": [21, 27]}})];
    let yes =
        |date: &str| format!("yes \"{{guest: Ana}} visited {{host: Malta}} on {{date: Monday = {date}}}.\"");
    assert_eq!(reasons(&yes("2024-03-11"), outcome.clone()), [""; 0]);
    assert_eq!(reasons(&yes("2024"), outcome), ["Monday: `date` should be `2024`, but is `2024-03-11`"]);
}

#[test]
fn an_article_may_be_marked_or_not() {
    let mut outcome = visit(Value::Null);
    let fired = &mut outcome.fired[0];
    fired.filled.truncate(2);
    fired.filled[1].span = Span::new(12, 21);
    fired.filled[1].inner = Span::new(16, 21);
    for marked in ["{host: the Niger}", "the {host: Niger}"] {
        assert_eq!(reasons(&format!("yes \"{{guest: Ana}} visited {marked}.\""), outcome.clone()), [""; 0]);
    }
}

#[test]
fn what_counts_as_success() {
    let both = "yes \"{guest: Ana} visited {host: Malta} on {date: Monday}.\"\n  ";
    let run_set = |set: &RuleSet| run(set, |_| true, &Fixed(visit(Value::Null)), None);
    let report = run_set(&set(both, false));
    assert!(report.is_success() && report.untested == [0], "a user's rule may lack a `no`");
    assert!(!run_set(&set(both, true)).is_success(), "the program's own may not");
    let nothing = run(&set(both, false), |_| false, &Fixed(visit(Value::Null)), None);
    assert!(!nothing.is_success() && nothing.render(&set(both, false)) == "nothing was tested\n");
}

#[test]
fn what_a_users_rules_break_is_told_apart() {
    let set = set("yes \"{guest: Ana} visited {host: Malta} on {date: Monday}.\"", true);
    let report = run(&set, |_| true, &Fixed(Outcome::default()), Some(&Fixed(visit(Value::Null))));
    assert!(report.judged[0].broken_by_user);
    assert!(report.render(&set).contains("without your own rules it passes"));
}

#[test]
fn failures_are_shown_in_the_text() {
    let set = set("yes \"{guest: Ana} visited {host: Malta = Gozo} on Monday.\" polarity = negated", false);
    let report = run(&set, |_| true, &Fixed(visit(Value::Null)), None);
    let want = "\
error: visits.cloze:7: an example of `came` fails
 |
 | Ana visited Malta on Monday.
 |             ^^^^^    ^^^^^^ the rule filled `date` here: mark it
 |             |
 |             `host` should be `Gozo`, but is `Malta`
 |
 = note: `polarity` should be `negated`, but is empty

without a `yes` or without a `no`: came

1 example: 0 passed, 1 failed, 0 to do
";
    let found = report.render(&set);
    assert_eq!(found, want, "{found}");
}
