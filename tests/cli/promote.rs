//! `promote`: facts of golden files as examples that run.

use crate::sandbox::Sandbox;

const RULES: &str = "# Who met whom.\r\nkind meeting\r\n  host person\r\n  guest person\r\n  date date\r\n\r\n\
                     rule received gives meeting\r\n  find {host: person} (received | met) {guest: person} (on {date: date})?\r\n  \
                     no  \"The office received two letters.\"\r\n\r\n# The end.";

const NEWS: &str = "Published: 2024-03-14\n\nMinister Ada Obi met President Juho Salo on\nMonday.\nFog fell. President Ana Ruiz was received by Minister Ada Obi.\n";

/// One meeting that is found, in an article with a day of publication, and its golden file.
fn met() -> Sandbox {
    let sandbox = Sandbox::with(&[("my/meet.cloze", RULES), ("corpus/a.txt", NEWS)]);
    sandbox.run("accept --all --rules my --because start").says(0, &[]);
    sandbox
}

#[test]
fn what_is_right_becomes_a_yes() {
    let sandbox = met();
    sandbox.run("promote kind=meeting --rules my").says(1, &["nobody has judged it"]);
    sandbox
        .run("accept --held kind=meeting --as right --rules my --because read")
        .says(0, &["1 fact judged"]);
    let line = "yes on 2024-03-14 \"{host: Minister Ada Obi} met {guest: President Juho Salo} on {date: Monday = 2024-03-11}.\"";
    sandbox.run("promote kind=meeting --rules my").says(0, &[&format!("my/meet.cloze:10: {line}\n")]);
    let end = "letters.\"\r\n";
    let (before, after) = RULES.split_at(RULES.find(end).unwrap() + end.len());
    assert_eq!(
        sandbox.read("my/meet.cloze"),
        format!("{before}  {line}\r\n{after}"),
        "the rest keeps its bytes"
    );
    sandbox.run("rules test received --rules my").says(0, &["2 examples: 2 passed"]);
    sandbox.run("promote kind=meeting --rules my").says(0, &["known already"]);
}

#[test]
fn false_finds_and_what_is_missed() {
    let sandbox = met();
    sandbox.run("reject --held kind=meeting --rules my --because joke").says(0, &[]);
    sandbox
        .run("promote kind=meeting --rules my")
        .says(0, &["my/meet.cloze:10: todo no  \"Minister Ada Obi met"]);
    let golden = sandbox.read("golden/a.json");
    let start = NEWS.find("President Ana").unwrap();
    let missed = format!(
        "\"facts\": [\n{{\"kind\":\"meeting\",\"is\":\"missed\",\"text\":\"President Ana Ruiz\",\"span\":[{start},{}],\
         \"fields\":{{\"guest\":{{\"text\":\"President Ana Ruiz\",\"span\":[{start},{}]}}}}}},",
        start + 58,
        start + 18
    );
    sandbox.write("golden/a.json", golden.replace("\"facts\": [", &missed));
    sandbox.run("promote is=missed --rules my").says(1, &["no rule found it: name one with --rule"]);
    sandbox.run("promote is=missed --rules my --rule recieved").says(1, &["there is no rule `recieved`"]);
    let todo = "todo yes \"{guest: President Ana Ruiz} was received by Minister Ada Obi.\"";
    sandbox.run("promote is=missed --rules my --rule received").says(0, &[todo]);
    sandbox.run("rules test received --rules my").says(1, &["0 failed, 2 to do"]);
}

#[test]
fn what_can_not_become_an_example() {
    let sandbox = met();
    sandbox.run("accept --held --all --as right --rules my --because read").says(0, &[]);
    sandbox.run("promote kind=date --rules my").says(1, &["found by `date/", "which is no rule of a file"]);
    sandbox.run("promote kind=figure --rules my").says(4, &[]);
    sandbox.run("promote --rules my").says(2, &["SELECT"]);
    sandbox.run("reject --held kind=meeting --rules my --wrong host --because whom").says(0, &[]);
    sandbox.run("promote kind=meeting --rules my").says(1, &["wrong in host", "write that example by hand"]);
    // A rule that was renamed since.
    let renamed = RULES.replace("rule received", "rule saluted");
    sandbox.write("my/meet.cloze", &renamed);
    sandbox.run("accept --held kind=meeting --as right --rules my --because read").says(4, &[]);
    sandbox
        .run("promote kind=meeting is=wrong --rules my")
        .says(1, &["`received`, which is no rule of a file (renamed?)"]);
    assert_eq!(sandbox.read("my/meet.cloze"), renamed);
}

#[test]
fn built_in_rules_are_in_the_source() {
    let sandbox = Sandbox::with(&[("corpus/a.txt", "Austria is a member of the United Nations.\n")]);
    sandbox.run("accept --all --as right --because read").says(0, &[]);
    sandbox.run("promote kind=membership").says(1, &["is built in, and there is no rules/memberships/"]);
    sandbox.write("rules/memberships/being.cloze", "# other\n");
    sandbox.run("promote kind=membership").says(1, &["is not what was read"]);
}
