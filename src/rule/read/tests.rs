//! Every form of the language parses to what it says.

use super::parse;
use crate::rule::ast::{Item, Mode, Prim, Repeat, Rule, Seq, Side};

fn items(text: &str) -> Vec<Item> {
    let (items, problems) = parse(0, text);
    assert!(problems.is_empty(), "{problems:#?}\n{text}");
    items
}

fn rule(clauses: &str) -> Rule {
    match items(&format!("rule r gives k\n  {clauses}")).remove(0) {
        Item::Rule(rule) => *rule,
        other => panic!("{other:?}"),
    }
}

/// A pattern in a short form: what it is made of, without places.
fn show(seq: &Seq) -> String {
    let parts: Vec<String> =
        seq.elements.iter().map(|e| format!("{}{}", prim(&e.prim), repeat(e.repeat))).collect();
    parts.join(" ")
}

fn repeat(repeat: Repeat) -> &'static str {
    match repeat {
        Repeat::One => "",
        Repeat::Optional => "?",
        Repeat::Star => "*",
        Repeat::Plus => "+",
    }
}

fn prim(form: &Prim) -> String {
    match form {
        Prim::Word(word) => word.clone(),
        Prim::String(text) => format!("{text:?}"),
        Prim::Group(all) => format!("({})", all.iter().map(show).collect::<Vec<_>>().join(" | ")),
        Prim::Not(inner) => format!("!{}", prim(inner)),
        Prim::Gap => "...".to_owned(),
        Prim::Hole(hole) => {
            let classes: Vec<&str> = hole.classes.iter().map(|class| class.text.as_str()).collect();
            let field = hole.field.as_ref().map_or(String::new(), |field| format!("{}: ", field.text));
            let mode = if hole.mode == Mode::One { String::new() } else { format!("{:?} ", hole.mode) };
            format!("{{{field}{mode}{}}}", classes.join(" | "))
        }
    }
}

#[test]
fn patterns() {
    let cases = [
        ("a b", "a b"),
        ("on? the U.S. Jan. 5m", "on? the U.S. Jan. 5m"),
        ("\",\"? \"(\" \"\\\"\"", "\",\"? \"(\" \"\\\"\""),
        ("( a | b c )* (d)+ (e|f)?", "(a | b c)* (d)+ (e | f)?"),
        ("((a | b) c | d)", "((a | b) c | d)"),
        ("!a !(b | c) !{date} d", "!a !(b | c) !{date} d"),
        ("a ... b", "a ... b"),
        ("a...b", "a ... b"),
        ("{aside} {start}{end}", "{aside} {start} {end}"),
        ("{ parties : list of party }", "{parties: List party}"),
        ("{document: each of document}", "{document: Each document}"),
        ("{verb: active signing} {verb: passive signing}", "{verb: Active signing} {verb: Passive signing}"),
        ("{change.direction: rising | falling}", "{change.direction: rising | falling}"),
        ("{active} {list} {each | passive}", "{active} {list} {each | passive}"),
        ("a # a comment, \"with (marks\n      b\n\n      # another\n      c", "a b c"),
        ("two-way can't can’t R&D and/or 5%", "two-way can't can’t R&D and/or 5%"),
    ];
    for (text, want) in cases {
        assert_eq!(show(&rule(&format!("find {text}")).finds[0]), want, "{text}");
    }
}

#[test]
fn clauses() {
    let text = "find a\n  find b\n  then each line {bullet} c\n  then each item d\n  unless after e\n  \
                unless before f\n  unless inside g\n  over h\n  give status = signed\n  give x = \"a b\"\n  \
                note it's \"fine # really\n    on two lines\n  no \"x\"\n  todo yes \"y\"";
    let rule = rule(text);
    assert_eq!(rule.finds.iter().map(show).collect::<Vec<_>>(), ["a", "b"]);
    let then: Vec<_> = rule.then.iter().map(|then| (then.line, show(&then.seq))).collect();
    assert_eq!(then, [(true, "{bullet} c".to_owned()), (false, "d".to_owned())]);
    let sides: Vec<_> = rule.unless.iter().map(|unless| (unless.side, show(&unless.seq))).collect();
    let want = [(Side::After, "e"), (Side::Before, "f"), (Side::Inside, "g")];
    assert_eq!(sides, want.map(|(side, text)| (side, text.to_owned())));
    assert_eq!(rule.over[0].text, "h");
    let give: Vec<_> = rule.give.iter().map(|(f, v)| (f.text.as_str(), v.text.as_str())).collect();
    assert_eq!(give, [("status", "signed"), ("x", "a b")]);
    assert_eq!(rule.notes, ["it's \"fine # really on two lines"]);
    let kinds: Vec<_> = rule.examples.iter().map(|example| (example.todo, example.yes)).collect();
    assert_eq!(kinds, [(false, false), (true, true)]);
    assert!(rule.gives && !rule.draft);
}

#[test]
fn examples() {
    type Case<'c> = (&'c str, &'c str, &'c [(&'c str, &'c str, &'c str)]);
    let cases: &[Case] = &[
        ("yes \"A = b, \\\"c\\\" \\{d\\}.\"", "A = b, \"c\" {d}.", &[]),
        (
            "yes \"{a: Moscow and Oslo = Russia; Norway} met.\"",
            "Moscow and Oslo met.",
            &[("a", "Moscow and Oslo", "Russia; Norway")],
        ),
        (
            "yes \"A {d: treaty on {s: aid = help}} of {c.d:Ünal}.\"",
            "A treaty on aid of Ünal.",
            &[("d", "treaty on aid", ""), ("s", "aid", "help"), ("c.d", "Ünal", "")],
        ),
        ("yes \"{a: x \\= y}\"", "x = y", &[("a", "x = y", "")]),
        ("yes \"Signed:\n    - {a: one};\n\n    - two.\"", "Signed:\n- one;\n\n- two.", &[("a", "one", "")]),
        ("yes \"One.\\n\\nTwo.\"", "One.\n\nTwo.", &[]),
    ];
    for (clause, text, marks) in cases {
        let example = rule(clause).examples.remove(0);
        let found: Vec<_> = example
            .marks
            .iter()
            .map(|m| {
                (m.field.text.as_str(), m.span.of(&example.text), m.value.as_ref().map_or("", |v| &v.text))
            })
            .collect();
        assert_eq!((example.text.as_str(), found.as_slice()), (*text, *marks), "{clause}");
    }
}

#[test]
fn what_stands_around_an_example() {
    let example =
        rule("todo yes on 2024-03-14 \"A b.\" status = signed date.value = \"x y\" # z").examples.remove(0);
    assert_eq!(example.on.unwrap().text, "2024-03-14");
    let fields: Vec<_> = example.fields.iter().map(|(f, v)| (f.text.as_str(), v.text.as_str())).collect();
    assert_eq!(fields, [("status", "signed"), ("date.value", "x y")]);
}

#[test]
fn lists() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("words w = a | b c", &[("a", ""), ("b c", "")]),
        ("words w = a | b = c", &[("a/b", "c")]),
        ("words w\n  a | b  c = d # e\n  f", &[("a/b c", "d"), ("f", "")]),
        ("words w =\n  a |\n  b", &[("a", ""), ("b", "")]),
        ("words w add a | b = c", &[("a/b", "c")]),
        ("verbs w\n  take  note of | sign = signed", &[("take note of/sign", "signed")]),
        ("verbs w add\n  x\n  y = z", &[("x", ""), ("y", "z")]),
    ];
    for (text, want) in cases {
        let (Item::Words(list) | Item::Verbs(list) | Item::Add { list, .. }) = items(text).remove(0) else {
            panic!("{text}")
        };
        let entries: Vec<_> = list
            .entries
            .iter()
            .map(|entry| {
                let aliases: Vec<&str> = entry.aliases.iter().map(|alias| alias.text.as_str()).collect();
                (aliases.join("/"), entry.value.as_ref().map_or(String::new(), |value| value.text.clone()))
            })
            .collect();
        let want: Vec<_> = want.iter().map(|(a, v)| ((*a).to_owned(), (*v).to_owned())).collect();
        assert_eq!(entries, want, "{text}");
    }
}

#[test]
fn other_items() {
    let text = "# comment\nphrase p =\n  a\n  b\nkind k\n  guests list of person\n  level high | low\n\
                drop rule x # why\nreplace words w = a\nreplace draft rule r adds to k\n  find a\n";
    let items = items(text);
    let [Item::Phrase(p), Item::Kind(k), Item::Drop(x), Item::Replace(w), Item::Replace(r)] =
        items.as_slice()
    else {
        panic!("{items:#?}")
    };
    assert_eq!((show(&p.seq).as_str(), x.text.as_str()), ("a b", "x"));
    let fields: Vec<_> = k.fields.iter().map(|f| (f.name.text.as_str(), f.list, f.options.len())).collect();
    assert_eq!(fields, [("guests", true, 1), ("level", false, 2)]);
    assert!(matches!(&**w, Item::Words(_)));
    assert!(matches!(&**r, Item::Rule(rule) if rule.draft && !rule.gives && rule.finds.len() == 1));
}

#[test]
fn places_are_those_of_the_file() {
    let text = "# ü\nrule r gives k\n  find a {x: np}\n  yes \"b {x: c}\"\n";
    let Item::Rule(rule) = items(text).remove(0) else { panic!() };
    assert_eq!(rule.at.span.of(text), text["# ü\n".len()..].trim_end());
    let element = &rule.finds[0].elements[1];
    assert_eq!(element.at.span.of(text), "{x: np}");
    assert_eq!(rule.examples[0].marks[0].field.at.span.of(text), "x");
}

#[test]
fn odd_files_never_panic() {
    let odd = [
        "\u{feff}",
        "\"",
        "rule",
        "{",
        "rule r gives k\n\t\"",
        "phrase p = (((",
        "é",
        "words é = é | é é",
        "\r\n\r\n  x",
    ];
    for text in odd {
        parse(0, text);
    }
    let deep = format!("phrase p = {}", "(".repeat(100_000));
    assert_eq!(parse(0, &deep).1[0].message, "this is nested too deep");
}
