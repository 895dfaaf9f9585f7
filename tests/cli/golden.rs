//! `check` and `accept`: exit codes, differences that people can read, verdicts that last.

use crate::sandbox::{Ran, Sandbox};

const PACT: &str = "Peru and Chile signed a treaty on mutual aid on 3 May 2021.\n";
const LOAN: &str = "The bank will lend $5 million to Kenya.\nThe money comes in June 2022.\n";

/// Two articles whose golden files hold.
fn accepted() -> Sandbox {
    let sandbox = Sandbox::with(&[("corpus/wire/pact.txt", PACT), ("corpus/loan.txt", LOAN)]);
    sandbox.run("accept --all --because start").says(0, &[" differences taken over"]);
    sandbox
}

impl Sandbox {
    /// Replaces a word in a file.
    fn edit(&self, below: &str, from: &str, to: &str) {
        let text = self.read(below);
        assert!(text.contains(from), "{text}");
        self.write(below, text.replace(from, to));
    }
}

#[test]
fn golden_files_that_hold() {
    let sandbox = accepted();
    sandbox.run("check").says(0, &["2 articles, ", ": 0 differences"]);
    assert!(sandbox.read("golden/wire/pact.json").contains("\"is\":\"seen\",\"because\":\"start\""));
    sandbox.run("accept --all --because again").says(4, &["0 differences taken over"]);
}

#[test]
fn differences_are_shown_in_the_text() {
    let sandbox = accepted();
    sandbox.edit("golden/loan.json", "\"value\":\"2022-06\"", "\"value\":\"2021-06\"");
    let want = "corpus/loan.txt:2:20: date `date/month-year` has changed (judged seen)\n  \
                | The money comes in June 2022.\n  |                    ^^^^^^^^^\n  \
                - value: \"2021-06\"\n  + value: \"2022-06\"\n";
    sandbox.run("check").says(1, &[want, ": 1 difference\n"]);
}

#[test]
fn what_is_new_gone_or_without_a_pair() {
    let sandbox = accepted();
    sandbox.edit("corpus/loan.txt", "June 2022", "dry weeks");
    sandbox.write("corpus/new.txt", "Fog fell.\n");
    std::fs::rename(sandbox.path("corpus/wire/pact.txt"), sandbox.path("corpus/wire/moved.txt")).unwrap();
    let want = [
        "corpus/loan.txt:2:20: date `date/month-year` is found no more (judged seen)",
        "corpus/new.txt: there is no golden file golden/new.json",
        "golden/wire/pact.json: a golden file without an article",
    ];
    sandbox.run("check").says(1, &want);
    sandbox.run("accept --all --because moved").says(0, &[]);
    sandbox.run("check").says(0, &["3 articles, "]);
    assert!(!sandbox.path("golden/wire/pact.json").exists());
}

#[test]
fn nothing_to_check_is_no_success() {
    let sandbox = Sandbox::new();
    sandbox.run("check").says(3, &["there is no folder corpus"]);
    std::fs::create_dir(sandbox.path("corpus")).unwrap();
    sandbox.run("check").says(4, &["0 articles"]);
}

#[test]
fn verdicts_last() {
    let sandbox = accepted();
    sandbox.edit(
        "golden/loan.json",
        "\"kind\":\"date\",\"is\":\"seen\"",
        "\"kind\":\"date\",\"is\":\"right\"",
    );
    sandbox.edit(
        "golden/loan.json",
        "\"kind\":\"figure\",\"is\":\"seen\"",
        "\"kind\":\"figure\",\"is\":\"wrong\"",
    );
    sandbox.run("check").says(0, &["1 right", "1 wrong"]);
    // What was right and is gone is missed from now on, and stays so; what is wrong stays wrong.
    sandbox.edit("corpus/loan.txt", "June 2022", "dry weeks");
    sandbox.run("accept kind=date --because gone").says(0, &["1 difference taken over"]);
    sandbox.run("check").says(0, &["0 right", "1 wrong", "1 missed"]);
    // Found again, it is a difference until somebody takes it.
    sandbox.edit("corpus/loan.txt", "dry weeks", "June 2022");
    sandbox.run("check").says(1, &["was missed and is found (judged missed)"]);
    sandbox.run("accept file=loan --because back").says(0, &[]);
    sandbox.run("check").says(0, &["1 right", "1 wrong", "0 missed"]);
    // A false find that goes away is a difference too.
    sandbox.edit("corpus/loan.txt", "$5 million", "money");
    sandbox.run("check").says(1, &["is found no more (judged wrong)"]);
}

#[test]
fn what_is_accepted_is_what_is_selected() {
    let sandbox = Sandbox::with(&[("corpus/wire/pact.txt", PACT), ("corpus/loan.txt", LOAN)]);
    sandbox.run("accept kind=date file=wire --as right --because read").says(0, &["1 difference taken over"]);
    let golden = sandbox.read("golden/wire/pact.json");
    assert!(
        golden.contains("\"kind\":\"date\",\"is\":\"right\"") && !golden.contains("\"kind\":\"document\"")
    );
    assert!(!sandbox.path("golden/loan.json").exists());
    sandbox.run("accept size=3 --because why").says(2, &["`size=3` selects nothing"]);
    sandbox.run("accept --because why").says(2, &["SELECT"]);
    sandbox.run("accept --all").says(2, &["--because"]);
}

#[test]
fn nobody_accepts_under_ci() {
    let sandbox = Sandbox::with(&[("corpus/loan.txt", LOAN)]);
    let ran = Ran::of(sandbox.command("accept --all --because ci").env("CI", "true"));
    ran.says(2, &["golden files are not changed under CI"]);
    assert!(!sandbox.path("golden").exists());
}

#[test]
fn golden_files_that_make_no_sense() {
    let cases = [
        ("\"is\":\"seen\"", "\"is\":\"true\"", "golden/loan.json:6: `true` is no verdict"),
        ("\"facts\": [", "\"facts\": 3, \"other\": [", "golden/loan.json:1: there is no list `facts`"),
        ("{\"kind\"", "{kind", "golden/loan.json:6: "),
        ("\"id\"", "\"note\": 1,\n\"id\"", "golden/loan.json:3: `note` means nothing in a golden file"),
        ("\"span\":[59,68]", "\"span\":[68]", "golden/loan.json:6: the fact has no `span`"),
        ("\"because\":\"start\"", "\"because\":[]", "golden/loan.json:6: `because` must be text, and is []"),
    ];
    for (from, to, want) in cases {
        let sandbox = accepted();
        sandbox.edit("golden/loan.json", from, to);
        sandbox.run("check").says(3, &[want]);
        sandbox.run("accept --all --because no").says(3, &[want]);
    }
}

#[test]
fn checking_writes_nothing() {
    let sandbox = Sandbox::with(&[("corpus/loan.txt", LOAN)]);
    sandbox.run("check").says(1, &["there is no golden file"]);
    assert!(!sandbox.path("golden").exists());
}

#[test]
fn what_a_change_did_is_grouped_by_cause() {
    let sandbox = accepted();
    sandbox.write("corpus/more.txt", "Rain fell in June 2022.\n");
    sandbox.run("accept file=more --all --because more").says(2, &["cannot be used with"]);
    sandbox.run("accept file=more --because more").says(0, &["1 difference taken over"]);
    sandbox.run("diff").says(0, &[": 0 differences"]);
    for below in ["golden/loan.json", "golden/more.json"] {
        sandbox.edit(below, "\"value\":\"2022-06\"", "\"value\":\"2021-06\"");
    }
    sandbox.edit("golden/wire/pact.json", "\"value\":\"2021-05-03\",\"mod\"", "\"value\":\"2020\",\"mod\"");
    let group = "date:date/month-year:value: 2 differences in 2 articles (judged 2 seen)\n  \
                 2 times value: \"2021-06\" → \"2022-06\"\ncorpus/loan.txt:2:20: date";
    let ran = sandbox.run("diff");
    ran.says(
        1,
        &[group, "corpus/wire/pact.txt:1:49: date `date/day-month-year` has changed", ": 3 differences\n"],
    );
    assert!(!ran.out.contains("corpus/more.txt:1"), "one place a group\n{}", ran.out);
    sandbox.run("check").says(1, &[group]);
    sandbox.run("diff --each").says(1, &["corpus/more.txt:1:14: date"]);
    sandbox.run("diff --by file file=wire").says(1, &[": 1 difference\n"]);
    sandbox.run("diff --by field").says(1, &["date.value: 3 differences in 3 articles"]);
    sandbox.run("diff --by colour").says(2, &["rule, file, field"]);
    sandbox
        .run("accept group=date:date/month-year:value --because june")
        .says(0, &["2 differences taken over"]);
    sandbox.run("diff").says(1, &[": 1 difference\n"]);
    sandbox.run("diff --corpus nowhere").says(3, &["there is no folder nowhere"]);
}

#[test]
fn what_is_rejected_is_wrong_in_what_changed() {
    let sandbox = accepted();
    sandbox.edit("golden/loan.json", "\"value\":\"2022-06\"", "\"value\":\"2021-06\"");
    sandbox.run("reject kind=date --because worse").says(0, &["1 difference taken over"]);
    let wrong = "\"is\":\"wrong\",\"because\":\"worse\",\"wrong\":[\"value\"]";
    assert!(sandbox.read("golden/loan.json").contains(wrong), "{}", sandbox.read("golden/loan.json"));
    // What nobody had judged and goes by mistake is missed.
    sandbox.edit("corpus/loan.txt", "$5 million", "some money");
    sandbox.run("reject kind=figure --because lost").says(0, &[]);
    sandbox.run("check").says(0, &["1 missed"]);
    let ran = Ran::of(sandbox.command("reject --all --because ci").env("CI", "1"));
    ran.says(2, &["golden files are not changed under CI"]);
    sandbox.write("rules/bad.cloze", "rule x gives nothing\n");
    sandbox.run("reject --all --because x --rules rules").says(2, &["rules/bad.cloze:1"]);
}

#[test]
fn facts_that_hold_are_judged_too() {
    let sandbox = accepted();
    sandbox.run("accept --held kind=date is=seen --as right --because read").says(0, &["2 facts judged"]);
    sandbox.run("reject --held kind=figure --wrong unit,measure --because odd").says(0, &["1 fact judged"]);
    assert!(sandbox.read("golden/loan.json").contains("\"wrong\":[\"unit\",\"measure\"]"));
    sandbox.run("accept --held kind=date is=seen --because again").says(4, &["0 facts judged"]);
    let before = sandbox.read("golden/loan.json");
    sandbox.run("reject --held --all --wrong length --because odd").says(2, &["has no field `length`"]);
    assert_eq!(sandbox.read("golden/loan.json"), before, "what can't be judged stops it all");
    sandbox.run("accept --held --all --wrong unit --because odd").says(2, &["--as wrong"]);
    sandbox.run("accept --held group=x --because odd").says(2, &["group= names differences"]);
    sandbox.run("accept is=fine --because odd").says(2, &["`fine` is no verdict"]);
}

#[test]
fn how_good_it_is_by_verdicts() {
    let sandbox = accepted();
    sandbox.run("score").says(4, &["  judged\n"]);
    sandbox.run("accept --held kind=date --as right --because read").says(0, &[]);
    sandbox.run("reject --held kind=figure --because measure:trade").says(0, &[]);
    let git = |args: &str| {
        let mut git = std::process::Command::new("git");
        git.current_dir(sandbox.path("")).args(args.split_whitespace());
        assert!(git.output().unwrap().status.success(), "{args}");
    };
    git("init -q");
    git("add .");
    git("-c user.name=a -c user.email=a@b commit -qm first");
    sandbox.run("reject --held file=loan kind=date --because value:2022-07").says(0, &[]);
    let ran = sandbox.run("score --base HEAD --format json");
    ran.says(0, &[]);
    let score: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let date = &score["rows"][0];
    assert_eq!((&date["name"], &score["base"]), (&"date".into(), &"HEAD".into()));
    assert_eq!(date["strict"]["precision"]["value"], 0.5);
    assert_eq!(date["relaxed"]["precision"]["value"], 1.0);
    assert_eq!(date["base"]["strict"]["precision"]["value"], 1.0);
    sandbox.run("score --by field").says(0, &["\ndate.value", "\nfigure.measure"]);
    sandbox.run("score --by rule").says(0, &["\ndate/month-year"]);
    sandbox.run("score --by collection").says(0, &["\nwire", "\n. "]);
    sandbox.run("score --base HEAD").says(0, &["\n  HEAD"]);
    sandbox.run("score --base nothing").says(2, &["`nothing` is no revision"]);
    sandbox.run("score --base=-n").says(2, &["`-n` is no revision"]);
}

#[test]
fn a_rule_that_is_renamed_costs_no_verdict() {
    let rules = |name: &str| {
        format!("kind visit\n  guest person\n\nrule {name} gives visit\n  find {{guest: person}} came\n")
    };
    let sandbox =
        Sandbox::with(&[("my/x.cloze", &rules("came")), ("corpus/a.txt", "Minister Ada Obi came.\n")]);
    sandbox.run("accept --all --as right --rules my --because read").says(0, &[]);
    sandbox.write("my/x.cloze", rules("arrived"));
    sandbox
        .run("diff --rules my")
        .says(1, &["visit `came` has changed (judged right)", "- rule: \"came\"\n  + rule: \"arrived\""]);
    sandbox.run("accept group=visit:arrived:rule --rules my --because renamed").says(0, &[]);
    assert!(sandbox.read("golden/a.json").contains("\"is\":\"right\",\"because\":\"read\""));
}
