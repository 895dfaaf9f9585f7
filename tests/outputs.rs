//! What `docs/outputs.md` shows runs.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::path::Path;
use std::process::Command;

const VISITS: &str = "kind visit\n  guest person\n  host country\n\nrule went-on-visit gives visit\n  \
    find {guest: person} visited {host: country}\n  yes \"{guest: Foreign Minister Ada Obi} visited {host: Belarus}.\"\n";

const PACT: &str = "Published: 2024-03-14\n\nPeru and Chile signed a treaty on 3 May 2021. Foreign Minister Ada Obi visited Belarus.\n";

/// The commands that a page shows: indented lines that call the program.
fn commands(page: &str) -> impl Iterator<Item = &str> {
    page.lines().filter_map(|line| line.strip_prefix("    ")).filter(|line| line.starts_with("dateline "))
}

#[test]
fn every_command_shown_runs() {
    let page = include_str!("../docs/outputs.md");
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::create_dir(at("news")).unwrap();
    std::fs::write(at("news/pact.txt"), PACT).unwrap();
    std::fs::write(at("visits.cloze"), VISITS).unwrap();
    let bin = Path::new(env!("CARGO_BIN_EXE_dateline")).parent().unwrap();
    let path = format!("{}:{}", bin.display(), std::env::var("PATH").unwrap());
    let mut count = 0;
    for command in commands(page) {
        let output = Command::new("sh")
            .args(["-c", command])
            .env("PATH", &path)
            .current_dir(folder.path())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        if cfg!(not(feature = "parquet")) && command.contains("parquet") {
            assert!(told.contains("--features full"), "{command}\n{told}");
        } else {
            assert!(output.status.success(), "{command}\n{told}");
        }
        count += 1;
    }
    assert!(count > 15, "{count} commands");
    let made = [
        "records/pact.json",
        "tml/pact.tml",
        "brat/annotation.conf",
        "csv/dates/part-00000.csv",
        "own/visit/part-00000.csv",
    ];
    made.iter().for_each(|file| assert!(at(file).is_file(), "{file}"));
}
