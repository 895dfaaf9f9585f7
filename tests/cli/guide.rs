//! docs/guide.md, from its first line to its last: its files are written, its commands run, and print what it shows.

use std::path::PathBuf;
use std::process::Command;

use crate::sandbox::{Ran, Sandbox};

const PAGE: &str = include_str!("../../docs/guide.md");

/// The fenced blocks of the page, in order: what the fence says, and what stands in it.
fn blocks() -> impl Iterator<Item = (&'static str, &'static str)> {
    let parts = PAGE.split("```").skip(1).step_by(2);
    parts.map(|part| part.split_once('\n').unwrap_or((part, "")))
}

#[test]
fn every_command_prints_what_the_page_shows() {
    let sandbox = Sandbox::new();
    let mut folder = PathBuf::new();
    let mut commands = 0;
    for (fence, text) in blocks() {
        match fence.split_once(' ') {
            Some(("cloze" | "text", file)) => sandbox.write(&folder.join(file).to_string_lossy(), text),
            _ => {
                let (command, want) = text.split_once('\n').unwrap_or((text, ""));
                let args: Vec<&str> = words(command.strip_prefix("$ ").expect(command)).collect();
                match args.as_slice() {
                    ["cd", below] => folder.push(below),
                    ["dateline", args @ ..] => holds(&run(&sandbox, &folder, args), want, command),
                    _ => panic!("{command}"),
                }
                commands += 1;
            }
        }
    }
    assert!(commands > 15, "{commands}");
}

fn run(sandbox: &Sandbox, folder: &std::path::Path, args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.current_dir(sandbox.path(&folder.to_string_lossy())).env_remove("CI").args(args);
    Ran::of(&mut assert_cmd::Command::from_std(command))
}

/// A command's words, parted by spaces outside quotes.
fn words(command: &str) -> impl Iterator<Item = &str> {
    let parts = command.split('"').enumerate();
    parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    })
}

/// The page may leave out where it says `…`; a `…` of the program's own is left out too.
fn holds(ran: &Ran, want: &str, command: &str) {
    let mut rest = format!("{}{}", ran.out, ran.err);
    for part in want.split('…').map(|part| part.trim_matches('\n').trim_end()) {
        let Some(at) = rest.find(part) else { panic!("{command}\n\n{part}\n\n{}{}", ran.out, ran.err) };
        rest.drain(..at + part.len());
    }
}
