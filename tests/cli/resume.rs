//! Runs that are killed, and folders that hold something already.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::sandbox::Sandbox;

/// Articles, some of which fail, in two files.
fn news(sandbox: &Sandbox) {
    let article = |number: usize| match number % 40 {
        7 => "{\"id\": \"no text\"}\n".to_owned(),
        _ => format!(
            "{{\"id\": \"a{number}\", \"text\": \"Peru and Chile signed treaty {number} on mutual aid on {} May 2021. \
             It is worth ${number} million. {}\"}}\n",
            number % 28 + 1,
            "Trade between the two rose by 5% to $7 billion in 2020, he said on Monday. ".repeat(3),
        ),
    };
    sandbox.write("in/1.jsonl", (0..400).map(article).collect::<String>());
    sandbox.write("in/2.jsonl", (400..600).map(article).collect::<String>());
}

/// All files below a folder.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(root).unwrap().display().to_string();
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn same(sandbox: &Sandbox, one: &str, other: &str) {
    let (one, other) = (files(&sandbox.path(one)), files(&sandbox.path(other)));
    for name in one.keys().chain(other.keys()) {
        assert!(one.get(name) == other.get(name), "{name} differs");
    }
}

/// Starts a run and kills it when `now` says so; whether it was still running then.
fn killed(sandbox: &Sandbox, args: &str, now: impl Fn() -> bool) -> bool {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(sandbox.path(""))
        .args(args.split_whitespace())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while !now() {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    !child.wait().unwrap().success()
}

/// How much the journal of a folder tells.
fn journal(sandbox: &Sandbox, folder: &str) -> u64 {
    std::fs::metadata(sandbox.path(folder).join(".dateline/journal.jsonl")).map_or(0, |data| data.len())
}

#[test]
fn a_run_that_is_killed_goes_on_to_the_same_bytes() {
    for format in ["csv", "json"] {
        let sandbox = Sandbox::new();
        news(&sandbox);
        let args = format!("extract in --format {format} --part-articles 20 --threads 2");
        let began = Instant::now();
        sandbox.run(&format!("{args} --out whole")).says(1, &["no string field `text`"]);
        let all = began.elapsed();
        let resume = format!("{args} --resume --out stopped");
        // A sequence that hits all places and is the same in every run of the tests.
        let mut chance = 0x2545_f491_u64;
        let mut kills = 0;
        while kills < 16 {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let share = (chance >> 40) as f64 / (1 << 24) as f64;
            // One in four at any moment since the start, which is mostly before the first new part; the others soon after it.
            let (before, wait) = match kills % 4 {
                0 => (0, all.mul_f64(share / 8.0)),
                _ => (journal(&sandbox, "stopped"), all.mul_f64(share / 60.0)),
            };
            let since = Cell::new(None);
            let is_time = || {
                if since.get().is_none() && (before == 0 || journal(&sandbox, "stopped") > before) {
                    since.set(Some(Instant::now()));
                }
                since.get().is_some_and(|since: Instant| since.elapsed() >= wait)
            };
            if !killed(&sandbox, &resume, is_time) {
                break;
            }
            kills += 1;
        }
        assert!(kills >= 5, "{format}: killed {kills} times only");
        sandbox.run(&resume).says(1, &[]);
        same(&sandbox, "whole", "stopped");
        sandbox.run(&resume).says(1, &["nothing is left to do"]);
    }
}

#[test]
fn another_run_is_no_continuation() {
    let sandbox = Sandbox::with(&[("rules.cloze", "kind visit\n  guest person\n")]);
    news(&sandbox);
    let args = "extract in --format csv --part-articles 20 --out out";
    let begun = || journal(&sandbox, "out") > 0;
    assert!(killed(&sandbox, args, begun), "the run was over before it could be killed");
    sandbox.run(args).says(2, &["out holds a run that was stopped", "--resume", "--replace"]);
    let cases = [
        ("--resume --format facts", "`format` was \"csv\" and is \"facts\""),
        ("--resume --offsets bytes", "`offsets` was \"chars\" and is \"bytes\""),
        ("--resume --rules rules.cloze", "the rules have changed"),
        ("--resume in/1.jsonl", "its inputs were in"),
    ];
    for (more, want) in cases {
        let args = args.replace("--format csv", if more.contains("--format") { "" } else { "--format csv" });
        sandbox.run(&format!("{args} {more}")).says(2, &["can't be gone on with", want]);
    }
    let longer = sandbox.read("in/1.jsonl") + "\n";
    sandbox.write("in/1.jsonl", longer);
    sandbox.run(&format!("{args} --resume")).says(2, &["the inputs have changed"]);
    sandbox.run(&format!("{args} --replace")).says(1, &[]);
    sandbox.run(args).says(2, &["holds the output of an earlier run", "--replace"]);
}

#[test]
fn folders_that_are_not_ours_are_left_alone() {
    let sandbox = Sandbox::with(&[("a.txt", "Fog fell.\n"), ("mine/notes.txt", "mine"), ("file", "mine")]);
    for start in ["", "--resume", "--replace"] {
        let args = format!("extract a.txt {start} --out");
        sandbox
            .run(&format!("{args} mine"))
            .says(2, &["mine is not empty, and what it holds is not from here"]);
        let ran = sandbox.run(&format!("{args} file"));
        assert!(ran.code == 2 && ran.err.contains("file"), "{ran:?}");
    }
    assert_eq!((sandbox.read("mine/notes.txt"), sandbox.read("file")), ("mine".into(), "mine".into()));
}

#[test]
fn a_stream_cannot_be_gone_on_with() {
    let sandbox = Sandbox::new();
    sandbox.run("extract - --resume --out out").says(2, &["standard input can't be read again"]);
    sandbox.run("extract - --resume").says(2, &["--out"]);
}

#[test]
fn articles_of_one_id_are_told_apart() {
    let sandbox = Sandbox::with(&[("one/a.txt", "Fog fell.\n"), ("two/a.txt", "Rain fell.\n")]);
    let ran = sandbox.run("extract one two --out out");
    ran.says(0, &["another article has the id `a`"]);
    assert!(sandbox.read("out/a.json").contains("\"id\": \"a\""));
    assert!(sandbox.read("out/a~2.json").contains("duplicate_id"));
}
