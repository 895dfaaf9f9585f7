//! docs/user-kinds.md: its files are as it shows them, and its commands print what it says.

use crate::sandbox::{Ran, Sandbox};

const PAGE: &str = include_str!("../../docs/user-kinds.md");
const RULES: &str = include_str!("../../docs/examples/visit.cloze");

/// The blocks of the page whose fence says so.
fn blocks(fence: &str) -> Vec<&'static str> {
    let parts = PAGE.split("\n```").collect::<Vec<_>>();
    let opened = parts.iter().filter_map(|part| part.strip_prefix(fence)?.strip_prefix('\n'));
    opened.collect()
}

#[test]
fn the_rules_are_those_beside_the_page() {
    assert_eq!(blocks("cloze").concat() + "\n", RULES);
}

#[test]
fn every_command_prints_what_the_page_shows() {
    let article = format!("{}\n", blocks("text")[0]);
    let sandbox = Sandbox::with(&[("visit.cloze", RULES), ("news/visits.txt", &article)]);
    let shown = blocks("console");
    assert!(shown.len() >= 4, "{shown:#?}");
    for block in shown {
        let (command, want) = block.split_once('\n').unwrap_or((block, ""));
        let args = command.strip_prefix("$ dateline ").expect(command);
        let ran = Ran::of(sandbox.command("").args(words(args)));
        holds(&ran, want, command);
    }
}

/// A command's words, parted by spaces outside quotes.
fn words(command: &str) -> impl Iterator<Item = &str> {
    let parts = command.split('"').enumerate();
    parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    })
}

/// The page may leave out where it says `…`.
fn holds(ran: &Ran, want: &str, command: &str) {
    let mut rest = format!("{}{}", ran.out, ran.err);
    for part in want.split('…').map(str::trim_end) {
        let Some(at) = rest.find(part) else { panic!("{command}\n\n{part}\n\n{}{}", ran.out, ran.err) };
        rest.drain(..at + part.len());
    }
}
