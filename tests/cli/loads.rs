//! What is written loads elsewhere: with the real programs, which a script installs.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use crate::sandbox::{CORPUS, Sandbox};
use crate::tables::{MEETING, RULES};

/// What the script ends with where the packages can't be had.
const CANNOT: i32 = 77;

const FORMATS: &[&str] = if cfg!(feature = "parquet") {
    &["csv", "facts", "jsonl", "parquet"]
} else {
    &["csv", "facts", "jsonl"]
};

#[test]
fn tables_load_without_a_word() {
    let venv = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python");
    let needed = std::env::var_os("DATELINE_NEEDS_PYTHON").is_some();
    if !needed && !venv.join("installed").exists() {
        return skip("DATELINE_NEEDS_PYTHON=1 installs what reads tables (DuckDB, pandas, Polars, datasets)");
    }
    let sandbox = Sandbox::with(&[("rules.cloze", RULES), ("in/meeting.txt", MEETING)]);
    for format in FORMATS {
        let args = format!(
            "extract in {CORPUS} --with-text --rules rules.cloze --format {format} --out {format} --part-articles 60"
        );
        sandbox.run(&args).says(0, &[]);
    }
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/loads.py");
    let mut command = Command::new("python3");
    command.arg(script).arg(&venv).args(FORMATS.iter().map(|format| sandbox.path(format)));
    let Ok(output) = command.output() else {
        assert!(!needed, "there is no python3");
        return skip("there is no python3");
    };
    let told =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.code() == Some(CANNOT) && !needed {
        return skip("the Python packages can't be installed");
    }
    assert!(output.status.success(), "{told}");
    FORMATS.iter().for_each(|format| assert!(told.contains(&format!("{format}: ")), "{told}"));
}

/// Past the harness, which hides what tests print that pass.
fn skip(why: &str) {
    let _ = writeln!(std::io::stderr(), "skipped: {why}");
}
