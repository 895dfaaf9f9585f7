//! A folder that goes away, with the program run inside it.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// The articles that come with the program; only ever read.
pub const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");

pub struct Sandbox(TempDir);

impl Sandbox {
    pub fn new() -> Sandbox {
        Sandbox(tempfile::tempdir().unwrap())
    }

    /// One with files.
    pub fn with(files: &[(&str, &str)]) -> Sandbox {
        let sandbox = Sandbox::new();
        files.iter().for_each(|(path, text)| sandbox.write(path, text));
        sandbox
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    pub fn write(&self, below: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(below);
        std::fs::create_dir_all(path.parent().unwrap_or(Path::new(""))).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, below: &str) -> String {
        std::fs::read_to_string(self.path(below)).unwrap()
    }

    /// The program with arguments parted by spaces, not yet run. It does not know whether this is CI.
    pub fn command(&self, args: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.current_dir(self.0.path()).env_remove("CI").args(args.split_whitespace());
        command
    }

    pub fn run(&self, args: &str) -> Ran {
        Ran::of(&mut self.command(args))
    }

    /// The records that `extract` writes, one a line; it must end well.
    pub fn extract(&self, args: &str) -> Vec<Value> {
        let ran = self.run(&format!("extract {args}"));
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        ran.records()
    }
}

/// What a run printed and how it ended.
#[derive(Debug)]
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn of(command: &mut Command) -> Ran {
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    pub fn records(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// Checks the exit code and that output or errors hold all of some words.
    pub fn says(&self, code: i32, words: &[&str]) {
        let all = format!("{}{}", self.out, self.err);
        assert_eq!(self.code, code, "{all}");
        for word in words {
            assert!(all.contains(word), "{word}\n\n{all}");
        }
    }
}
