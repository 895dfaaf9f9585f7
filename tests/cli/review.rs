//! `review` in a real terminal: keys, saving, stopping, going on, and terminals that go away.

use crate::sandbox::{Ran, Sandbox};
use crate::terminal::Terminal;

const LOAN: &str = "The bank will lend $5 million to Kenya.\nThe money comes in June 2022 and May 2023.\n";

/// One article whose three facts are new.
fn fresh() -> Sandbox {
    Sandbox::with(&[("corpus/loan.txt", LOAN)])
}

fn verdicts(sandbox: &Sandbox) -> Vec<String> {
    let golden = sandbox.read("golden/loan.json");
    let value: serde_json::Value = serde_json::from_str(&golden).unwrap();
    let facts = value["facts"].as_array().unwrap().iter();
    facts.map(|fact| format!("{} {}", fact["is"].as_str().unwrap(), fact["text"].as_str().unwrap())).collect()
}

#[test]
fn a_session_is_stopped_and_taken_up_again() {
    let sandbox = fresh();
    let mut terminal = Terminal::run(&sandbox, "review --because first", false);
    terminal.wait_for("[1/3] figure:quantity/money:new");
    terminal.wait_for("⟦$5 million⟧ to Kenya");
    terminal.press("e");
    terminal.wait_for("sentence 1");
    terminal.press("w");
    terminal.wait_for("what is wrong?");
    terminal.press("measure: the loan\r");
    terminal.wait_for("[2/3] date:date/month-year:new (2 open in this group)");
    assert_eq!(verdicts(&sandbox), ["wrong $5 million"]);
    assert!(
        sandbox
            .read("golden/loan.json")
            .contains("\"because\":\"measure: the loan\",\"wrong\":[\"measure\"]")
    );
    terminal.press("q");
    let (code, errors) = terminal.end();
    assert_eq!((code, errors.as_str()), (Some(1), ""));
    // What is left is there the next time.
    let mut terminal = Terminal::run(&sandbox, "review --because second", false);
    terminal.wait_for("[1/2] date");
    terminal.press("g");
    terminal.wait_for("the next key is for all 2");
    terminal.press("r");
    terminal.wait_for("2 right");
    terminal.wait_for("2 judged and saved, 0 left");
    assert_eq!(terminal.end().0, Some(0));
    assert_eq!(verdicts(&sandbox), ["right June 2022", "right May 2023", "wrong $5 million"]);
    sandbox.run("check").says(0, &["2 right", "1 wrong"]);
}

#[test]
fn what_is_undone_or_left() {
    let sandbox = fresh();
    let mut terminal = Terminal::run(&sandbox, "review", false);
    terminal.wait_for("[1/3]");
    terminal.press("s");
    terminal.wait_for("[2/3]");
    terminal.press("u");
    terminal.wait_for("1 undone");
    terminal.wait_for("[1/3]");
    assert!(!sandbox.path("golden/loan.json").exists(), "as it was before");
    terminal.press("x");
    terminal.wait_for("n not accepted");
    terminal.press("n");
    terminal.wait_for("[2/3]");
    terminal.press("p");
    terminal.wait_for("not promoted: it was found by `date/month-year`");
    terminal.press("ss");
    terminal.wait_for("2 judged and saved, 1 left");
    assert_eq!(terminal.end().0, Some(1));
    assert_eq!(verdicts(&sandbox), ["seen June 2022", "seen May 2023"]);
    // What is seen can be judged.
    let mut terminal = Terminal::run(&sandbox, "review --seen text=June", false);
    terminal.wait_for("nothing to review");
    assert_eq!(terminal.end().0, Some(4));
    let mut terminal = Terminal::run(&sandbox, "review --seen kind=date", false);
    terminal.wait_for("[1/2] date:date/month-year");
    terminal.wait_for("value: \"2022-06\"");
    terminal.press("rq");
    terminal.wait_for("1 judged and saved, 1 left");
    terminal.end();
    assert_eq!(verdicts(&sandbox), ["right June 2022", "seen May 2023"]);
}

#[test]
fn what_was_judged_outlives_the_terminal() {
    for controlled in [false, true] {
        let sandbox = fresh();
        let mut terminal = Terminal::run(&sandbox, "review", controlled);
        terminal.wait_for("[1/3]");
        terminal.press("r");
        terminal.wait_for("[2/3]");
        terminal.press("w");
        terminal.wait_for("what is wrong?");
        terminal.hang_up();
        let (code, errors) = terminal.end();
        assert_ne!(code, Some(0));
        if !controlled {
            assert!(
                errors.contains("the terminal went away") && errors.contains("1 judged and saved, 2 left"),
                "{errors}"
            );
        }
        assert_eq!(verdicts(&sandbox), ["right $5 million"]);
        let files = std::fs::read_dir(sandbox.path("golden")).unwrap().count();
        assert_eq!(files, 1, "nothing half written");
        sandbox.run("diff").says(1, &[": 2 differences"]);
    }
}

#[test]
fn where_nobody_can_sit() {
    let sandbox = fresh();
    sandbox.run("review").says(2, &["review needs a terminal; `accept` and `reject`"]);
    let ran = Ran::of(sandbox.command("review").env("CI", "true"));
    ran.says(2, &["golden files are not changed under CI"]);
    sandbox.run("accept --all --because start").says(0, &[]);
    // A golden file that makes no sense is told of, with its line, before anything else.
    let golden = sandbox.read("golden/loan.json").replacen("\"is\":\"seen\"", "\"is\":\"sen\"", 1);
    sandbox.write("golden/loan.json", &golden);
    let terminal = Terminal::run(&sandbox, "review", false);
    let (code, errors) = terminal.end();
    assert_eq!(code, Some(3));
    assert!(errors.contains("golden/loan.json:6: `sen` is no verdict"), "{errors}");
    assert_eq!(sandbox.read("golden/loan.json"), golden);
}
