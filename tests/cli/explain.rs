//! `explain`: the near miss, the line that is meant, the day that dates are counted from.

use crate::sandbox::{Ran, Sandbox};

fn explain(args: &[&str]) -> Ran {
    let sandbox =
        Sandbox::with(&[("a.txt", "Peru and Chile signed a treaty on Monday.\nFog fell on Malta.\n")]);
    Ran::of(sandbox.command("explain").args(args))
}

#[test]
fn a_near_miss_is_named() {
    let text = "The agreement between Peru and Chile was lost before they signed anything.";
    let want = "matched `The agreement between Peru and Chile`, then wanted a passive verb of `signing` but found `was`";
    explain(&["--text", text]).says(0, &["it-was-signed (rules/documents/signing.cloze:", want]);
}

#[test]
fn dates_are_explained() {
    let want = "date `Monday` is 2024-03-11 (DATE)\n      said as XXXX-WXX-1; counted from the day of publication; `signed` says which way";
    explain(&["a.txt", "--published", "2024-03-14"])
        .says(0, &["published 2024-03-14 (source: option)", want]);
}

#[test]
fn one_line_of_a_file() {
    let ran = explain(&["a.txt:2"]);
    ran.says(0, &["| Fog fell on Malta."]);
    assert!(!ran.out.contains("Peru"), "{}", ran.out);
    explain(&["a.txt:3"]).says(2, &["a.txt:3: there is no such line"]);
    explain(&["b.txt"]).says(3, &["b.txt: "]);
    explain(&[]).says(2, &["FILE[:LINE]"]);
}
