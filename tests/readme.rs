//! What the README shows is what comes out.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use assert_cmd::Command;
use serde_json::Value;

fn readme() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap()
}

/// The stretch between two marks.
fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    let start = text.find(open).unwrap() + open.len();
    let length = text[start..].find(close).unwrap();
    &text[start..start + length]
}

/// Whether everything that `part` says stands in `whole`; of lists, item by item.
fn holds(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(key, value)| whole.get(key).is_some_and(|found| holds(found, value)))
        }
        (Value::Array(whole), Value::Array(part)) => {
            whole.len() == part.len() && whole.iter().zip(part).all(|(whole, part)| holds(whole, part))
        }
        (whole, part) => whole == part,
    }
}

#[test]
fn the_picture_of_output_is_true() {
    let readme = readme();
    let input = between(&readme, "printf '", "' | dateline").replace("\\n", "\n");
    let shown: Value = serde_json::from_str(between(&readme, "```json\n", "```")).unwrap();
    let mut command = Command::cargo_bin("dateline").unwrap();
    let output = command.args(["extract", "-", "--format", "json"]).write_stdin(input).output().unwrap();
    let record: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(holds(&record, &shown), "the README shows\n{shown:#}\nbut this comes out\n{record:#}");
}

#[test]
fn the_rule_shown_passes_its_examples() {
    let readme = readme();
    let rule = between(&readme, "## A rule is a sentence with holes\n", "    dateline rules test");
    let text: String =
        rule.lines().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned() + "\n").collect();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("visits.cloze");
    std::fs::write(&file, text).unwrap();
    let mut command = Command::cargo_bin("dateline").unwrap();
    command.args(["rules", "test", "went-on-visit", "--rules"]).arg(&file).assert().success();
}
