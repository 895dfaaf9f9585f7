//! Several files: the program's own and a user's, and what an unread item leaves behind.

use super::{check, check_files, file, good};
use crate::rule::{RuleSet, read};

#[test]
fn packs() {
    let builtin = "words w = a | b\nrule r adds to figure\n  find {figure: money} {w}\n  no \"x\"\nrule s adds to figure\n  find {figure: money} x\n  over r\n  no \"x\"";
    let base = file("rules/a.cloze", builtin);
    let with = |text: &str| read(&[base.clone(), file("user.cloze", text)]);
    let names = |set: &RuleSet| set.rules.iter().map(|rule| rule.name.clone()).collect::<Vec<_>>();

    let set = with("drop rule r\nrule t adds to figure\n  find {w} {figure: money}").unwrap();
    assert_eq!(names(&set), ["s", "t"]);
    assert!(set.rules[0].over.is_empty());

    let set = with("replace rule r adds to figure\n  find {w} {figure: money}").unwrap();
    assert_eq!((names(&set), set.rules[0].at.file), (vec!["r".into(), "s".into()], 1));

    let set = with("words w add\n  c | a = d").unwrap();
    let entries: Vec<_> =
        set.words[0].entries.iter().map(|e| (e.aliases.join(" "), e.value.as_str())).collect();
    assert_eq!(entries, [("b".into(), "b"), ("c a".into(), "d")]);

    let again = [base.clone(), file("user.cloze", "rule r adds to figure\n  find {figure: money} y")];
    let help = "write `replace` before it if it shall take the other's place";
    check_files(&again, 1, 6, "the name `r` is given twice: first at rules/a.cloze:2", help);
}

#[test]
fn the_programs_own_rules_are_held_to_more() {
    let untested = "rule r adds to figure\n  find {figure: money} a";
    good(untested);
    check_files(&[file("rules/a.cloze", untested)], 1, 6, "`r` has no example: neither `yes` nor `no`", "");
    let unused = "words w = a";
    assert_eq!(good(unused).warnings[0].message, "nothing uses `w`");
    check_files(&[file("rules/a.cloze", unused)], 1, 7, "nothing uses `w`", "");
}

#[test]
fn an_unread_item_makes_no_second_error() {
    check(
        "words w\nrule r adds to figure\n  find {figure: money} {w}",
        1,
        1,
        "a list needs an entry, here or on the lines below",
        "",
    );
    check(
        "phrase p = )\nrule r adds to figure\n  find {figure: money} {p}",
        1,
        12,
        "this `)` closes nothing",
        "",
    );
    check(
        "rule r adds to figure\n  find {figure: money} {\n  yes \"{figure: $5} {zz: a}\"",
        2,
        25,
        "a class, a list or a phrase is wanted here",
        "",
    );
}

#[test]
fn columns_are_characters() {
    let text = "# — ü\nrule r adds to figure\n  yes \"“€5” für {zz: Zoë}\"\n  find {figure: money} a";
    check(text, 3, 18, "`r` has no hole `zz`", "");
}

#[test]
fn rules_run_after_what_they_need() {
    let set = good(
        "kind a\n  x np\nkind b\n  x np\n  of a\nrule late gives b\n  find {x: np} of {of: a}\nrule early gives a\n  find {x: np} came",
    );
    assert_eq!(set.order, [1, 0]);
}
