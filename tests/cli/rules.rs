//! A user's own rules: errors before anything is read, examples that must hold.

use crate::sandbox::Sandbox;

const VISIT: &str = "kind visit\n  guest person\n  host country\n  date date\n\n";
const RULE: &str =
    "rule came gives visit\n  find {guest: person} visited {host: country} (on {date: date})?\n";
const YES: &str = "  yes \"{guest: Ada Obi} visited {host: Malta}.\"\n";
const NO: &str = "  no \"The ship visited Malta.\"\n";

/// A folder with one rule file.
fn with(clauses: &str) -> Sandbox {
    Sandbox::with(&[("my.cloze", &format!("{VISIT}{RULE}{clauses}"))])
}

#[test]
fn broken_rules_stop_everything_and_all_errors_come_at_once() {
    let sandbox = with("  finds {x}\n  give mood = glad\n  over went\n");
    sandbox.write("a.txt", "Fog.");
    for command in
        ["extract a.txt missing.txt", "check", "rules list", "explain --text Fog", "accept --all --because x"]
    {
        let (name, rest) = command.split_once(' ').unwrap_or((command, ""));
        let ran = sandbox.run(&format!("{name} --rules my.cloze {rest}"));
        ran.says(2, &["my.cloze:8:3", "my.cloze:9:8", "my.cloze:10:8"]);
        assert!(ran.out.is_empty() && !ran.err.contains("missing.txt"), "{ran:?}");
    }
    sandbox.run("rules --rules none.cloze list").says(2, &["none.cloze"]);
}

#[test]
fn examples_must_hold() {
    let holds = with(&format!("{YES}{NO}"));
    holds.run("rules --rules my.cloze test came").says(0, &["2 examples: 2 passed, 0 failed"]);
    let wrong = [
        (YES.to_owned(), "without a `yes` or without a `no`: came"),
        (NO.to_owned(), "without a `yes` or without a `no`: came"),
        (
            format!("{NO}  yes \"{{guest: Ada Obi}} visited Malta.\"\n"),
            "the rule filled `host` here: mark it",
        ),
        (format!("{NO}  yes \"{{guest: Ada Obi}} visited {{host: Malta = Gozo}}.\"\n"), "should be `Gozo`"),
        (format!("{NO}{YES}  no \"Ada Obi visited Malta.\"\n"), "should give nothing here"),
        (
            format!("{NO}{YES}  todo yes \"{{guest: Ada Obi}} visited {{host: Malta}} again.\"\n"),
            "take its `todo` away",
        ),
    ];
    for (clauses, want) in wrong {
        with(&clauses).run("rules --rules my.cloze test came").says(1, &[want]);
    }
    with("").run("rules --rules my.cloze test came").says(4, &["nothing was tested"]);
    with("").run("rules --rules my.cloze test cane").says(2, &["there is no rule `cane`"]);
}

#[test]
fn rules_are_listed_and_shown() {
    let sandbox = with(&format!("{YES}{NO}"));
    sandbox.run("rules --rules my.cloze list").says(0, &["gives visit", "1 yes, 1 no", "my.cloze:6"]);
    sandbox.run("rules --rules my.cloze show came").says(0, &["# my.cloze:6", RULE.trim_end()]);
}

#[test]
fn facts_of_a_users_kind_are_in_the_record() {
    let sandbox = with(&format!("{YES}{NO}"));
    sandbox.write("a.txt", "Foreign Minister Ada Obi visited Malta on 3 May 2021.\n");
    let record = sandbox.extract("--rules my.cloze a.txt").remove(0);
    let visit = &record["facts"]["visit"][0];
    assert_eq!((&visit["rule"], &visit["span"]), (&"came".into(), &serde_json::json!([0, 52])));
    let fields = &visit["fields"];
    assert_eq!(
        (&fields["host"]["country"], &fields["host"]["span"]),
        (&"MLT".into(), &serde_json::json!([33, 38]))
    );
    assert_eq!(
        (&fields["date"]["value"], &fields["date"]["date"]),
        (&"2021-05-03".into(), &record["dates"][0]["id"])
    );
    assert_eq!(sandbox.extract("a.txt")[0]["facts"], serde_json::json!({}));
}
