//! A project of the user's own: started, laid out, watched; and a pack that changes the program's own rules.

use std::io::Read;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::sandbox::Sandbox;

#[test]
fn a_new_project_is_green_at_once() {
    let sandbox = Sandbox::new();
    sandbox
        .run("new mine")
        .says(0, &["mine/rules/visits.cloze", "now: cd mine && dateline check --rules rules"]);
    let check = "check --rules mine/rules --corpus mine/corpus --golden mine/golden";
    sandbox.run(check).says(0, &["1 article, 5 facts compared", "0 differences"]);
    sandbox.run("fmt --check mine/rules").says(0, &["0 of 2 files would change"]);
    sandbox.run("new mine").says(2, &["mine is there already and not empty"]);
    sandbox.run("new mine/README.md").says(2, &["README.md"]);
    // A visit fewer is a difference.
    sandbox.write("mine/rules/words.cloze", "words visiting = visited | arrived in | paid a visit to\n");
    sandbox.run(check).says(1, &["1 difference"]);
}

#[test]
fn rule_files_are_laid_out() {
    let ugly =
        "kind visit\n\tguest   person\nrule a gives visit\n     find {guest: person}   came\n     no \"x\"\n";
    let sandbox = Sandbox::with(&[("rules/a.cloze", ugly), ("rules/b.cloze", "# fine\n")]);
    sandbox.run("fmt --check rules").says(1, &["rules/a.cloze", "1 of 2 files would change"]);
    assert_eq!(sandbox.read("rules/a.cloze"), ugly);
    sandbox.run("fmt rules").says(0, &["1 of 2 files changed"]);
    let want = "kind visit\n  guest   person\nrule a gives visit\n  find {guest: person} came\n  no  \"x\"\n";
    assert_eq!(sandbox.read("rules/a.cloze"), want);
    sandbox.run("fmt rules").says(0, &["0 of 2 files changed"]);
    sandbox.write("rules/c.cloze", "rule a give visit\n");
    sandbox.run("fmt rules").says(2, &["rules/c.cloze:1:8", "`gives KIND` or `adds to KIND` is wanted here"]);
    assert_eq!(sandbox.read("rules/c.cloze"), "rule a give visit\n");
    sandbox.run("fmt none").says(2, &["cannot read none"]);
}

/// The built-in example of `they-acceded` no longer holds, since the verb is gone from its list.
const CHANGED: &str = "drop rule signatory-to\n\nverbs signing add\n  autograph = signed\n\n\
    replace verbs acceding\n  join up with = acceded\n";

#[test]
fn a_pack_changes_the_programs_own_rules_and_answers_for_it() {
    let sandbox = Sandbox::with(&[("my.cloze", CHANGED)]);
    sandbox.run("rules --rules my.cloze show signatory-to").says(2, &["there is no rule `signatory-to`"]);
    let signed = "Peru and Chile autographed a treaty on aid.";
    let tried = sandbox.command("try --rules my.cloze").arg(signed).output().unwrap();
    assert!(String::from_utf8_lossy(&tried.stdout).contains("status: signed"), "{tried:?}");
    let broken = sandbox.run("rules --rules my.cloze test they-acceded");
    broken.says(1, &["an example of `they-acceded` fails", "without your own rules it passes"]);
}

#[test]
fn a_saved_rule_file_is_tested_again() {
    let rules = "kind visit\n  guest person\n\nrule came gives visit\n  find {guest: person} came\n  yes \"{guest: Ada Obi} came.\"\n";
    let sandbox = Sandbox::with(&[("my.cloze", rules)]);
    let mut watch = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(sandbox.path(""))
        .args(["rules", "--rules", "my.cloze", "test", "came", "--watch"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = watch.stdout.take().unwrap();
    let mut seen = String::new();
    let mut wait_for = |words: &str| {
        let start = Instant::now();
        while !seen.contains(words) && start.elapsed() < Duration::from_secs(60) {
            let mut bytes = [0; 4096];
            let read = out.read(&mut bytes).unwrap();
            seen += &String::from_utf8_lossy(&bytes[..read]);
        }
        assert!(seen.contains(words), "{words}\n\n{seen}");
    };
    wait_for("1 example: 1 passed");
    sandbox.write("my.cloze", format!("{rules}  no  \"Fog came.\"\n"));
    wait_for("2 examples: 2 passed");
    sandbox.write("my.cloze", rules.replace("person} came", "persn} came"));
    wait_for("there is no class, list, phrase or kind `persn`");
    watch.kill().unwrap();
    watch.wait().unwrap();
}
