//! Articles that fail while the run goes on, and output that can't be written.

use serde_json::Value;

use crate::sandbox::{Ran, Sandbox};

const PACT: &str = "Peru and Chile signed a treaty on mutual aid on 3 May 2021.\n";

fn failing() -> Sandbox {
    let sandbox = Sandbox::with(&[("in/a.txt", PACT), ("in/z.txt", PACT)]);
    sandbox.write("in/binary.txt", b"\x7fELF\0\0\0\0\x01\x02\0\0\0\xff");
    sandbox.write("in/huge.txt", "Fog fell. ".repeat(1 << 20));
    sandbox
}

fn failures(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn what_fails_is_listed_and_the_rest_is_written() {
    let sandbox = failing();
    let ran = sandbox.run("extract in --out out --format facts");
    ran.says(
        1,
        &["error: in/binary.txt: not a text file", "error: in/huge.txt: it is larger than 8388608 bytes"],
    );
    let found = failures(&sandbox.read("out/errors.jsonl"));
    let told: Vec<_> = found.iter().map(|one| (&one["cause"], &one["place"], &one["id"])).collect();
    let want = [
        (&Value::from("unreadable"), &Value::from("in/binary.txt"), &Value::Null),
        (&"too_large".into(), &"in/huge.txt".into(), &Value::Null),
    ];
    assert_eq!(told, want);
    assert_eq!(sandbox.read("out/articles/part-00000.jsonl").lines().count(), 2);
    let printed = sandbox.run("extract in --errors failed.jsonl");
    assert_eq!((printed.code, printed.records().len()), (1, 2));
    assert_eq!(failures(&sandbox.read("failed.jsonl")), found);
}

#[test]
fn nothing_that_could_be_read_is_another_matter() {
    let sandbox = Sandbox::new();
    sandbox.run("extract missing.txt").says(3, &["error: missing.txt: "]);
    sandbox.run("extract missing --out out").says(3, &["error: missing: "]);
    assert_eq!(Ran::of(sandbox.command("extract -").write_stdin("")).code, 0);
}

#[test]
fn progress_is_told_of_now_and_then() {
    let sandbox = Sandbox::with(&[("in/a.txt", PACT), ("in/b.txt", PACT)]);
    let ran = sandbox.run("extract in --log-every 0");
    ran.says(0, &["2 articles, ", " MB/s", "2 dates, 0 figures, 2 documents, 0 memberships, 0 failed, in "]);
    assert_eq!(ran.records().len(), 2);
    assert_eq!(sandbox.run("extract in").err, "");
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_ends_the_run() {
    let sandbox = Sandbox::with(&[("a.txt", PACT)]);
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", "a.txt"])
        .current_dir(sandbox.path(""))
        .stdout(full)
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && told.contains("No space left"), "{told}");
}

/// The tests may be run by somebody whom no permission binds: this is a folder in which nobody may write.
#[test]
#[cfg(target_os = "linux")]
fn a_folder_without_permission_is_named() {
    let sandbox = Sandbox::with(&[("a.txt", PACT)]);
    sandbox.run("extract a.txt --out /proc/dateline").says(2, &["cannot write into /proc/dateline"]);
}

/// A limit on the size of files stands for a full disk, which tests can't make.
#[test]
#[cfg(target_os = "linux")]
fn what_was_written_before_a_disk_was_full_is_whole() {
    let articles: String =
        (0..300).map(|number| format!("{{\"id\": \"{number}\", \"text\": \"{}\"}}\n", PACT.trim())).collect();
    let huge = format!("{{\"id\": \"long\", \"text\": \"{}\"}}\n", "On 3 May 2021 fog fell. ".repeat(2000));
    let sandbox = Sandbox::with(&[("in.jsonl", &(articles + &huge))]);
    let command = format!(
        "trap '' XFSZ; ulimit -f 400; exec {} extract in.jsonl --format facts --part-articles 100 --out out",
        env!("CARGO_BIN_EXE_dateline")
    );
    let output = std::process::Command::new("bash")
        .args(["-c", &command])
        .current_dir(sandbox.path(""))
        .output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && told.contains("cannot write"), "{told}");
    for part in 0..3 {
        let lines = sandbox.read(&format!("out/articles/part-{part:05}.jsonl"));
        assert_eq!(lines.lines().count(), 100);
    }
    sandbox.run("extract in.jsonl --format facts --part-articles 100 --out out --resume").says(0, &[]);
    assert_eq!(sandbox.read("out/articles/part-00003.jsonl").lines().count(), 1);
}
