//! Every error: its message, its place, its advice.

mod packs;
mod syntax;

use crate::rule::{Errors, RuleSet, SourceFile, read};

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile { path: path.to_owned(), text: text.to_owned(), builtin: path.starts_with("rules/") }
}

fn good(text: &str) -> RuleSet {
    read(&[file("user.cloze", text)]).unwrap_or_else(|errors| panic!("{errors}\n{text}"))
}

fn bad(files: &[SourceFile]) -> Errors {
    read(files).err().unwrap_or_else(|| panic!("this should not read: {files:#?}"))
}

/// Checks that a text has one error: line, column, message and advice.
fn check(text: &str, line: usize, column: usize, message: &str, help: &str) {
    check_files(&[file("user.cloze", text)], line, column, message, help);
}

fn check_files(files: &[SourceFile], line: usize, column: usize, message: &str, help: &str) {
    let errors = bad(files);
    let found: Vec<_> = errors
        .problems
        .iter()
        .map(|p| (p.line_and_column(files), p.message.as_str(), p.help.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(found, [((line, column), message, help)], "{errors}");
}

/// A rule of a user's kind around one clause, which is line 6.
fn visit(clause: &str) -> String {
    format!(
        "kind visit\n  guest person\n  host country\n  date date\nrule came gives visit\n  {clause}\n  find {{guest: person}} visited {{host: country}}\n"
    )
}

#[test]
fn names_that_stand_for_nothing() {
    let cases = [
        (
            "find {guest: persom} came",
            16,
            "there is no class, list, phrase or kind `persom`",
            "did you mean `person`?",
        ),
        ("find a {zzzzzz}", 11, "there is no class, list, phrase or kind `zzzzzz`", ""),
        ("find {gest: person} came", 9, "`visit` has no field `gest`", "did you mean `guest`?"),
        ("give hots = Malta", 8, "`visit` has no field `hots`", "did you mean `host`?"),
        ("over cane", 8, "there is no rule `cane`", "did you mean `came`?"),
        ("over came", 8, "a rule can't be over itself", ""),
        ("yes \"{gust: Ana} visited Malta.\"", 9, "`came` has no hole `gust`", "did you mean `guest`?"),
        ("yes \"Ana visited Malta.\" hst = MLT", 28, "`visit` has no field `hst`", "did you mean `host`?"),
        ("yes \"x\" polarity = negatd", 22, "`negatd` is no value of `polarity`", "did you mean `negated`?"),
        ("yes \"x\" polarity = no", 22, "`no` is no value of `polarity`", "it is one of affirmed, negated"),
    ];
    for (clause, column, message, help) in cases {
        check(&visit(clause), 6, column, message, help);
    }
}

#[test]
fn clauses_that_make_no_sense() {
    let cases = [
        ("find ... came", 8, "a gap can't come first: what stands at its ends says where it ends", ""),
        ("find came (a ...)?", 16, "a gap can't come last: what stands at its ends says where it ends", ""),
        ("find came ... ... then", 17, "two gaps in a row are one", ""),
        ("find came ...* then", 13, "a gap can be empty and long enough as it is", ""),
        ("find came? gone*", 8, "this can match nothing at all: one part of it must be wanted", ""),
        (
            "find came (a? b?)*",
            13,
            "this can match nothing, so it can't repeat: `?` is enough, outside or inside",
            "",
        ),
        ("find came !a* b", 13, "`!` takes no token, so it can't repeat", ""),
        (
            "find {date: date} came",
            8,
            "a rule can't start with a date",
            "a date before the rest is found without the rule: leave it out",
        ),
        (
            "find on? {date: date} came",
            12,
            "a rule can't start with a date",
            "a date before the rest is found without the rule: leave it out",
        ),
        ("find came {date: person}", 20, "`date` holds a date: `person` gives none", ""),
        (
            "find came {guest: list of person}",
            14,
            "`guest` holds one value, not a list",
            "`each of` makes one fact of each",
        ),
        (
            "find {guest: active person} came",
            23,
            "`person` is no verb list: only verbs are active or passive",
            "",
        ),
        ("find {guest: start} came", 16, "`start` is a place in the text: it fills no field", ""),
        ("then each line {guest: person}\n  then each line x", 0, "", ""),
        ("yes on 2024-02-30 \"x\"", 10, "`2024-02-30` is no day: a day is written 2024-03-14", ""),
        ("no \"{guest: Ana} came\"", 8, "a `no` expects nothing, so it has no marks and no fields", ""),
        ("no \"Ana came\" host = MLT", 17, "a `no` expects nothing, so it has no marks and no fields", ""),
        ("give polarity = maybe", 19, "`maybe` is no value of `polarity`", "it is one of affirmed, negated"),
        ("give guest = Ana", 0, "", ""),
    ];
    for (clause, column, message, help) in cases.iter().filter(|case| case.1 > 0) {
        check(&visit(clause), 6, *column, message, help);
    }
    let twice = visit("then each line {guest: person}\n  then each line x");
    check(&twice, 7, 3, "one `then each line` is enough", "");
    let always = "kind k\n  a np\nrule r gives k\n  find {a: np} x\n  give a = b";
    check(always, 5, 8, "a hole always fills `a`, so this gives nothing", "");
    good("kind k\n  a np\nrule r gives k\n  find {a: np}? x\n  give a = b");
    check("kind k\n  a np\nrule r gives k\n  no \"x\"", 3, 6, "`r` finds nothing: it has no `find`", "");
    let given = "kind k\n  a np\nrule r gives k\n  find x\n  give a = b\n  give a = c";
    check(given, 6, 8, "`a` is given twice", "");
}

#[test]
fn what_a_rule_adds_to() {
    let two = "rule x adds to figure\n  find {figure: money} of {figure: money}";
    let message = "this adds to `figure` with two holes `{figure: …}`: to which of them?";
    check(two, 2, 8, message, "");
    good("rule x adds to figure\n  find ({figure: money} of it | its {figure: money})");
}

#[test]
fn what_must_not_be_there_fills_nothing() {
    let message = "what must not be there fills nothing: leave `host:` out";
    check(&visit("unless after {host: country}"), 6, 17, message, "");
    check(&visit("find (a | !{host: country}) came"), 6, 15, message, "");
    good(&visit("unless after {country}"));
}

#[test]
fn rules_over_each_other() {
    let rule = |name: &str, over: &str| {
        format!("rule {name} adds to figure\n  find {{figure: money}} x\n  over {over}\n")
    };
    let text = [rule("a", "b"), rule("b", "c"), rule("c", "a")].concat();
    check(&text, 1, 6, "these rules are over each other: a over b over c over a", "");
    good(
        &[rule("a", "b"), rule("b", "c"), "rule c adds to figure\n  find {figure: money} y".to_owned()]
            .concat(),
    );
}

#[test]
fn values_of_lists() {
    let rule = |list: &str, hole: &str, kind: &str| {
        format!("{list}\nrule r gives {kind}\n  find {{member: country}} {hole} {{organisation}}")
    };
    let bad_status = rule("words standing = membr | observer", "{status: standing}", "membership");
    check(&bad_status, 1, 18, "`membr` is no value of `status`", "did you mean `member`?");
    let bad_verb = rule("verbs entering\n  join = joind", "{verb: active entering}", "membership");
    check(&bad_verb, 2, 10, "`joind` is no value of `status`", "did you mean `joined`?");
    let class = rule("kind k\n  a np", "{status: country}", "membership");
    let message = "`status` holds a value that a word list or a verb list gives: `country` gives none";
    check(&class, 4, 35, message, "");
    good(&rule("words standing = member | observer", "{status: standing}", "membership"));
    good(&rule("verbs entering\n  join = joined", "{verb: active entering}", "membership"));
}

#[test]
fn phrases_bring_their_holes() {
    let text = "kind k\n  a np\nphrase p = in {place: place}\nrule r gives k\n  find {a: np} {p}";
    check(text, 5, 17, "the phrase `p` fills `place`, a field that `k` has not", "");
    good(
        "kind k\n  a np\n  place place\nphrase p = in {place: place}\nrule r gives k\n  find {a: np} {p}\n  yes \"{a: x} in {place: y}\"",
    );
}

/// The rules that the design of the language is explained with.
#[test]
fn the_language_as_it_is_explained() {
    let set = good(
        r#"
verbs signing
  sign | ink | conclude | seal = signed
  initial | initialise         = initialled
  ratify                       = ratified

phrase adjunct = ( on? {date: date} | (in | at) {place: place} | in the presence of? {witnesses: list of person} )

rule they-signed adds to document
  find {parties: list of party} {aside}? {adjunct}* {verb: active signing} {adjunct}* {document: each of document} {adjunct}*
  yes  "{parties: Serbia} {verb: refused to sign} {document: the declaration}." status = not_signed
  yes  on 2024-03-14 "{parties: Kazakhstan and Mongolia} {verb: signed} {document: a treaty on {subject: mutual legal aid}} on {date: Monday = 2024-03-11}."
  no   "The club signed striker Leo Alba on a three-year contract."

rule it-was-signed adds to document                  # also 'a deal signed in 1990 by …'
  find {document: each of document} ","? {verb: passive signing} ({adjunct} | by {parties: list of party})*
  yes  "{document: A reactor deal} {verb: signed} in {date: 1990} by {parties: Moscow and Tehran = Russia; Iran} lapsed."
  no   "The striker was signed by the club."

kind visit
  guest person
  host  country
  date  date

rule went-on-visit gives visit
  find {guest: person} (arrived in | paid a visit to | will visit | visited) {host: country} (on? {date: date})?
  yes  "{guest: Foreign Minister Ada Obi} arrived in {host: Belarus} on {date: May 2 = XXXX-05-02}."
  no   "The parcel arrived in Belarus."
"#,
    );
    assert_eq!((set.rules.len(), set.phrases.len(), set.verbs.len(), set.kinds.len()), (3, 1, 1, 1));
    assert!(set.warnings.is_empty(), "{:?}", set.warnings);
}

#[test]
fn all_errors_come_at_once() {
    let text = "\
words standing = membr | observer

rule is-member gives membership
  find {member: county} is a? {status: standing} of {organisation}
  whenever {member: country}
  yes  \"{membr: Ünal} is an {status: observer\"
  over is-membr
";
    let want = "\
error: `membr` is no value of `status`
 --> user.cloze:1:18
  |
1 | words standing = membr | observer
  |                  ^^^^^
  |
  = help: did you mean `member`?

error: there is no class, list, phrase or kind `county`
 --> user.cloze:4:17
  |
4 |   find {member: county} is a? {status: standing} of {organisation}
  |                 ^^^^^^
  |
  = help: did you mean `country`?

error: `whenever` is no clause: a clause is one of `find`, `then`, `unless`, `over`, `give`, `todo`, `yes`, `no`, `note`
 --> user.cloze:5:3
  |
5 |   whenever {member: country}
  |   ^^^^^^^^

error: this mark is not closed
 --> user.cloze:6:29
  |
6 |   yes  \"{membr: Ünal} is an {status: observer\"
  |                             ^

error: there is no rule `is-membr`
 --> user.cloze:7:8
  |
7 |   over is-membr
  |        ^^^^^^^^
  |
  = help: did you mean `is-member`?";
    assert_eq!(bad(&[file("user.cloze", text)]).to_string(), want);
}
