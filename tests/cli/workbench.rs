//! The rule workbench: what rules do in a corpus, what each is worth, and what nobody tests.

use serde_json::Value;

use crate::sandbox::{Ran, Sandbox};

const RULES: &str = r#"words arriving = left for | reached

kind visit
  guest person
  host  country
  date  date

rule came gives visit
  find {guest: person} (visited | toured | {arriving}) {host: country} (on {date: date})?
  yes "{guest: Ada Obi} visited {host: Malta}."
  no  "The ship visited Malta."

rule saw gives visit
  find {guest: person} visited {host: country}
  yes "{guest: Ada Obi} visited {host: Malta}, then slept."
  no  "The ship visited Malta."
"#;

const NEWS: &str =
    "Ada Obi visited Malta on 3 May 2021.\n\nMinister Ana Ruiz reached Chile.\n\nFog fell on Malta.\n";

fn sandbox() -> Sandbox {
    Sandbox::with(&[("my.cloze", RULES), ("news/a.txt", NEWS), ("news/b.txt", "Rain fell.\n")])
}

fn json(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap()
}

#[test]
fn coverage_counts_and_names_what_is_dead() {
    let ran = sandbox().run("rules --rules my.cloze coverage news");
    let want = [
        "came  visit      2        2    2         1  a:1 `Ada Obi visited Malta on 3 May 2021`",
        "saw   visit      1        1    0         0",
        "matched, but never won:\n  saw",
        "my.cloze:9 came: `toured`",
        "my.cloze:1 arriving: left for",
        "2 articles, 1 of 2 rules won somewhere; 1 part and 1 word never took part",
    ];
    ran.says(0, &want);
    assert!(!ran.out.contains("they-signed"), "{}", ran.out);
}

#[test]
fn coverage_for_programs() {
    let told = json(&sandbox().run("rules --rules my.cloze coverage news --format json"));
    assert_eq!(told["rules"][0]["first"]["line"], 1);
    assert_eq!(told["dead"]["parts"][0]["text"], "toured");
    assert_eq!(
        told["dead"]["words"][0],
        serde_json::json!({
            "at": {"file": "my.cloze", "line": 1, "column": 7}, "list": "arriving", "word": "left for"
        })
    );
}

#[test]
fn ablation_tells_what_a_rule_is_worth() {
    let ran = sandbox().run("rules --rules my.cloze ablate news");
    // Without `came` one visit is lost; the other is what `saw` finds, without its date.
    ran.says(
        0,
        &["came       2     1       0        1  my.cloze:8", "2 articles; 1 of 2 rules won something"],
    );
    let told = json(&sandbox().run("rules --rules my.cloze ablate news --format json"));
    assert_eq!((&told["rules"][0]["lost"], &told["rules"][1]["won"]), (&1.into(), &0.into()));
}

#[test]
fn what_can_t_be_measured_is_said() {
    let sandbox = sandbox();
    sandbox.run("rules --rules my.cloze coverage news none").says(3, &["none: "]);
    sandbox.run("rules --rules my.cloze coverage --rule cane news").says(2, &["there is no rule `cane`"]);
    sandbox.write("empty/x.png", "");
    sandbox.run("rules --rules my.cloze ablate empty").says(4, &["0 articles"]);
}

/// One rule of which the examples test some steps and not others.
const MUTABLE: &str = r#"kind visit
  guest person
  hosts list of country
  level high | low
  date  date

words touring = visited | toured

rule came gives visit
  find {guest: person} {touring} {hosts: list of country} (last year | on {date: date})? !again
  unless before ( in thought | in a dream )
  give level = low
  yes "{guest: Ada Obi} visited {hosts: Malta}." level = low
  yes "{guest: Ada Obi} visited {hosts: Malta} on {date: 3 May 2021}."
  no  "Ada Obi visited Malta in a dream."
"#;

#[test]
fn survivors_are_what_nobody_tests() {
    let sandbox = Sandbox::with(&[("my.cloze", MUTABLE)]);
    let ran = sandbox.run("rules --rules my.cloze mutate --format json");
    let told = json(&ran);
    let mut fates: Vec<String> = told["mutants"]
        .as_array()
        .unwrap()
        .iter()
        .map(|mutant| format!("{} {}", mutant["fate"].as_str().unwrap(), mutant["what"].as_str().unwrap()))
        .collect();
    fates.sort();
    let want = [
        "example `(last year | on {date: date})?` must be there",
        "example without `(last year | on {date: date})?`",
        "example without `give level = low`",
        "example without `in a dream`",
        "example without `on {date: date}`",
        "example without `unless before ( in thought | in a dream )`",
        "example without the word `visited`",
        "survived one value in `{hosts: list of country}`",
        "survived without `!again`",
        "survived without `in thought`",
        "survived without `last year`",
        "survived without the word `toured`",
    ];
    assert_eq!(fates, want);
    let text = sandbox.run("rules --rules my.cloze mutate").out;
    for add in [
        "without `!again`\n      add: no  \"Ada Obi visited Malta again.\"",
        "without `last year`\n      add: yes \"{guest: Ada Obi} visited {hosts: Malta} last year.\"",
        "without the word `toured`\n      add to came: yes \"{guest: Ada Obi} toured {hosts: Malta}.\"",
    ] {
        assert!(text.contains(add), "{add}\n\n{text}");
    }
}

#[test]
fn golden_files_catch_what_examples_do_not() {
    let sandbox =
        Sandbox::with(&[("my.cloze", MUTABLE), ("corpus/a.txt", "Ada Obi toured Malta and Chile.\n")]);
    sandbox.run("accept --rules my.cloze --all --because first").says(0, &[]);
    let ran = sandbox.run("rules --rules my.cloze mutate --rule came --min 70");
    ran.says(0, &["7 caught by examples, 2 by golden files alone, 3 not at all; 75.0 % caught"]);
    sandbox.run("rules --rules my.cloze mutate --rule came --min 80").says(1, &["75.0 % caught"]);
    let alone = sandbox.run("rules --rules my.cloze mutate --corpus none");
    alone.says(0, &["there is no folder none", "58.3 % caught"]);
}

#[test]
fn a_text_is_tried_and_written_as_an_example() {
    let sandbox = sandbox();
    let text = "Ana Ruiz reached Chile on Monday.";
    let run = |args: &str| Ran::of(sandbox.command(args).args([text]));
    run("try --rules my.cloze").says(0, &["visit `Ana Ruiz reached Chile on Monday`, from came"]);
    let yes = "# came\n  yes on 2024-03-14 \"{guest: Ana Ruiz} reached {host: Chile} on {date: Monday = 2024-03-11}.\"";
    run("try --rules my.cloze --published 2024-03-14 --as-yes").says(0, &[yes]);
    run("try --rules my.cloze --rule saw --as-no").says(0, &["no  \"Ana Ruiz reached Chile on Monday.\""]);
    run("try --rules my.cloze --as-no").says(1, &["a rule finds something here"]);
    run("try --rules my.cloze --rule saw --as-yes").says(1, &["no rule finds anything here"]);
    run("try --rules my.cloze --rule sow").says(2, &["there is no rule `sow`"]);
    Ran::of(sandbox.command("try").arg("Fog fell.")).says(1, &["nothing is found"]);
}

#[test]
fn what_holes_can_name_comes_with_examples() {
    let ran = sandbox().run("classes --rules my.cloze");
    ran.says(0, &["{money}", "an amount of money", "{arriving}", "left for | reached", "{visit}", "{start}"]);
    let told = json(&sandbox().run("classes --format json"));
    let names: Vec<&str> =
        told.as_array().unwrap().iter().map(|name| name["name"].as_str().unwrap()).collect();
    let unique: std::collections::HashSet<&&str> = names.iter().collect();
    assert_eq!(unique.len(), names.len());
}
