//! Rules as text, for `rules list` and `rules show`.

use std::fmt::Write;

use super::ast::At;
use super::error::line_and_column;
use super::set::{Part, Pattern, Rule, RuleSet};

/// One line a rule: its name, what it gives, how many examples it has, and where it stands.
pub fn list<'s>(set: &'s RuleSet, rules: impl IntoIterator<Item = &'s Rule>) -> String {
    let rows: Vec<[String; 4]> = rules.into_iter().map(|rule| row(set, rule)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2)];
    let mut text = String::new();
    for [name, what, examples, place] in &rows {
        let [a, b, c] = widths;
        // Writing to a string can't fail.
        let _ = writeln!(text, "{name:a$}  {what:b$}  {examples:c$}  {place}");
    }
    text
}

fn row(set: &RuleSet, rule: &Rule) -> [String; 4] {
    let draft = if rule.draft { "draft " } else { "" };
    let verb = if rule.gives { "gives" } else { "adds to" };
    let what = format!("{draft}{verb} {}", rule.kind.name(&set.kinds));
    [rule.name.clone(), what, examples(rule), place(set, rule)]
}

/// `3 yes, 2 no, 1 todo`
fn examples(rule: &Rule) -> String {
    let count = |is: fn(&super::ast::Example) -> bool| rule.examples.iter().filter(|e| is(e)).count();
    let (yes, no) = (count(|e| e.yes && !e.todo), count(|e| !e.yes && !e.todo));
    match count(|e| e.todo) {
        0 => format!("{yes} yes, {no} no"),
        todo => format!("{yes} yes, {no} no, {todo} todo"),
    }
}

/// `rules/signing.cloze:12`
pub fn place(set: &RuleSet, rule: &Rule) -> String {
    let Some(source) = set.sources.get(rule.at.file as usize) else { return String::new() };
    let (line, _) = line_and_column(&source.text, rule.at.span.start as usize);
    format!("{}:{line}", source.path)
}

/// A rule as it stands in its file, under a line that says where.
pub fn show(set: &RuleSet, rule: &Rule) -> String {
    let source = set.sources.get(rule.at.file as usize).map_or("", |source| &source.text);
    format!("# {} ({})\n{}\n", place(set, rule), examples(rule), rule.at.span.of(source))
}

/// What stands at a place, on one line.
pub fn written(set: &RuleSet, at: At) -> String {
    let text = set.sources.get(at.file as usize).map_or("", |source| at.span.of(&source.text));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// From the first to the last part of a pattern.
pub fn whole(pattern: &Pattern) -> At {
    match (pattern.first(), pattern.last()) {
        (Some(Part { at: first, .. }), Some(Part { at: last, .. })) => {
            At { file: first.file, span: first.span.cover(last.span) }
        }
        _ => At::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{SourceFile, read};

    fn set() -> RuleSet {
        let text = "kind k\n  a np\n\nrule one gives k\n  find {a: np} x\n  yes \"{a: y} x.\"\n  no \"x\"\n\n\
                    draft rule second adds to figure\n  find {figure: money} z # why\n  todo no \"z\"\n";
        let file = SourceFile { path: "my.cloze".to_owned(), text: text.to_owned(), builtin: false };
        read(&[file]).unwrap_or_else(|errors| panic!("{errors}"))
    }

    #[test]
    fn a_list_has_a_line_a_rule() {
        let want = "one     gives k               1 yes, 1 no          my.cloze:4\n\
                    second  draft adds to figure  0 yes, 0 no, 1 todo  my.cloze:9\n";
        assert_eq!(list(&set(), &set().rules), want);
    }

    #[test]
    fn a_rule_is_shown_as_written() {
        let want = "# my.cloze:4 (1 yes, 1 no)\nrule one gives k\n  find {a: np} x\n  yes \"{a: y} x.\"\n  no \"x\"\n";
        assert_eq!(show(&set(), &set().rules[0]), want);
    }
}
