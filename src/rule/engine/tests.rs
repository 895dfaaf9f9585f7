//! Patterns and sentences as tables. Holes here take word lists, verbs, and classes that read any text, so
//! that no test depends on which names the lexicon knows.

use super::*;
use crate::lexicon::Lexicon;
use crate::rule::trace::Record;
use crate::rule::{RuleSet, SourceFile, compile, read};
use crate::value::sample;

const LISTS: &str = "
words land = Chad | Mali | Niger | Sao Tome
words paper = pact | pacts | accord
verbs signing
  sign | ink = signed
  ratify     = ratified
phrase adjunct = ( in {place: land} | by {agent: ordinal} )
kind thing
  who    list of np
  what   list of np
  place  np
  agent  np
  verb   np
  rest   np
  text   np
  item   np
";

fn rules(text: &str) -> (Lexicon, Rules) {
    let mut lexicon = Lexicon::builtin().unwrap();
    let file = SourceFile { path: "test.cloze".into(), text: format!("{LISTS}{text}"), builtin: false };
    let set: RuleSet = read(&[file]).unwrap_or_else(|errors| panic!("{text}: {:?}", errors.problems));
    let rules = compile(set, &mut lexicon);
    (lexicon, rules)
}

/// `field=text` of every capture; items of lists parted by `;`, and of the list under a head in brackets.
fn show(page: &Page, found: &Match) -> String {
    let captures = |captures: &[Capture]| {
        let texts = captures.iter().map(|capture| {
            let values: Vec<&str> = capture.values.iter().map(|value| page.slice(&value.tokens)).collect();
            let not = if capture.negated { "not " } else { "" };
            format!("{}={not}{}", capture.field, values.join(";"))
        });
        texts.collect::<Vec<_>>().join(" ")
    };
    let items: Vec<String> =
        found.items.iter().map(|item| format!(" [{}]", captures(&item.captures))).collect();
    format!("{}{}", captures(&found.captures), items.concat())
}

/// Runs one rule with a `find`; `want` holds the captures of every match.
fn check(rule: &str, rows: &[(&str, &[&str])]) {
    let (lexicon, rules) = rules(rule);
    for (text, want) in rows {
        sample::page_in(&lexicon, text, |page| {
            let found = rules.find(page, &Values::read(page), None);
            let got: Vec<String> = found.matches.iter().map(|found| show(page, found)).collect();
            assert_eq!(got, *want, "{rule} on {text}");
        });
    }
}

#[test]
fn words_and_case() {
    check(
        "rule a gives thing\n  find the Pact with {who: land}\n",
        &[
            ("See the Pact with Chad.", &["who=Chad"]),
            ("THE PACT WITH Mali", &["who=Mali"]),
            ("The Pact with Chad and the Pact with Sao Tome", &["who=Chad", "who=Sao Tome"]),
            ("the pact with Chad", &[]),
            ("the Pact with chad", &[]),
            ("the Pact with Sao", &[]),
        ],
    );
}

#[test]
fn optional_and_repeated_parts() {
    check(
        "rule a gives thing\n  find {who: list of land} \",\"? really* {verb: active signing} (a | the)? {what: list of paper}\n",
        &[
            ("Chad signed a pact.", &["who=Chad verb=signed what=pact"]),
            ("Chad, really really signed pacts", &["who=Chad verb=signed what=pacts"]),
            (
                "Chad and Mali will not sign the pact and accord",
                &["who=Chad;Mali verb=will not sign what=pact;accord"],
            ),
            ("neither Chad nor Mali ratified the pact", &["who=not Chad;Mali verb=ratified what=pact"]),
            ("the Chad and the Mali sign the pact", &["who=Chad;Mali verb=sign what=pact"]),
            ("Chad really, signed a pact", &[]),
            ("Chad was signed a pact", &[]),
        ],
    );
    check(
        "rule a gives thing\n  find really+ {what: paper}\n",
        &[("really really pact", &["what=pact"]), ("a pact", &[])],
    );
}

#[test]
fn adjuncts_come_in_any_order_but_once() {
    check(
        "rule a gives thing\n  find {verb: passive signing} {adjunct}*\n",
        &[
            ("A pact was signed in Chad by third", &["verb=was signed place=Chad agent=third"]),
            ("A pact was signed by third in Chad", &["verb=was signed agent=third place=Chad"]),
            ("A pact signed in Chad in Mali", &["verb=signed place=Chad"]),
            ("A pact has been signed", &["verb=has been signed"]),
            ("They have signed", &[]),
        ],
    );
}

#[test]
fn gaps_and_lookahead() {
    check(
        "rule a gives thing\n  find {who: land} ... !old {what: paper}\n",
        &[
            ("Chad and its new pact", &["who=Chad what=pact"]),
            ("Chad a b c d e f pact", &["who=Chad what=pact"]),
            ("Chad a b c d e f g pact", &[]),
            ("Chad, a pact", &[]),
            ("Chad said the pact", &[]),
            ("Chad “the” pact", &[]),
            ("Chad pact", &["who=Chad what=pact"]),
        ],
    );
    check(
        "rule a gives thing\n  find !new {what: paper}\n",
        &[("new pact", &["what=pact"]), ("pact", &["what=pact"])],
    );
    check(
        "rule a gives thing\n  find a !new {what: np}\n",
        &[("a new pact", &[]), ("a pact", &["what=pact"])],
    );
}

#[test]
fn the_longest_match_wins_at_a_start() {
    check(
        "rule a gives thing\n  find {who: land}\n  find {who: land} {verb: active signing}\n",
        &[("Chad signed and Mali", &["who=Chad verb=signed", "who=Mali"])],
    );
    check(
        "rule a gives thing\n  find (a | a b | a b c) {rest: rest}?\n  unless inside x\n",
        &[("a b c", &["rest=b c"]), ("a b x", &[""])],
    );
}

#[test]
fn places_in_the_sentence() {
    check(
        "rule a gives thing\n  find {start} {who: land} signs {end}\n",
        &[("Chad signs.", &["who=Chad"]), ("Now Chad signs.", &[]), ("Chad signs now.", &[])],
    );
    check(
        "rule a gives thing\n  find {who: land} {text: adjunct}\n",
        &[("Chad in Mali", &["who=Chad text=in Mali place=Mali"])],
    );
}

#[test]
fn unless() {
    check(
        "rule a gives thing\n  find {who: land} signs\n  unless after (not | hardly) really?\n  unless before up\n",
        &[
            ("Chad signs", &["who=Chad"]),
            ("not Chad signs", &[]),
            ("not really Chad signs", &[]),
            ("not so Chad signs", &["who=Chad"]),
            ("Chad signs up", &[]),
            ("Chad signs it up", &["who=Chad"]),
        ],
    );
    check(
        "rule a gives thing\n  find {who: land} ... {what: paper}\n  unless inside draft\n",
        &[("Chad has a pact", &["who=Chad what=pact"]), ("Chad has a draft pact", &[])],
    );
}

#[test]
fn lists_in_the_rest_of_the_sentence() {
    check(
        "rule a gives thing\n  find {who: land} signs {what: paper}\n  then each item on {item: rest}\n",
        &[
            (
                "Chad signs pacts: on trade, on aid and on tax.",
                &["who=Chad what=pacts [item=trade] [item=aid] [item=tax]"],
            ),
            (
                "Chad signs pacts, including on trade and aid; on tax.",
                &["who=Chad what=pacts [item=trade] [item=tax]"],
            ),
            ("Chad signs pacts.", &["who=Chad what=pacts"]),
        ],
    );
}

#[test]
fn lists_right_behind_the_head() {
    check(
        "rule a gives thing\n  find {who: land} (has | has the papers \":\")\n  then each item ({what: paper} | on {item: ordinal})\n",
        &[
            ("Chad has pact, accord and pacts.", &["who=Chad [what=pact] [what=accord] [what=pacts]"]),
            ("Chad has pact and on 4th, accord.", &["who=Chad [what=pact] [item=4th] [what=accord]"]),
            ("Chad has the papers: pact; accord.", &["who=Chad [what=pact] [what=accord]"]),
            // What begins with a word belongs to the head, and what does not follow at once is no item.
            ("Chad has on 4th pact.", &["who=Chad"]),
            ("Chad has no pact.", &["who=Chad"]),
            ("Chad has pact in Mali, accord.", &["who=Chad [what=pact]"]),
        ],
    );
}

#[test]
fn lists_under_a_head() {
    check(
        "rule a gives thing\n  find {who: land} signs the following {what: paper}\n  then each line {bullet} on {item: rest}\n",
        &[
            (
                "Chad signs the following pacts:\n\n- on trade and aid;\n\n- on tax.\n\nThe end.",
                &["who=Chad what=pacts [item=trade and aid] [item=tax]"],
            ),
            (
                "Chad signs the following pacts. They said so:\n\n- on trade;\n\n- on tax.",
                &["who=Chad what=pacts"],
            ),
            (
                "Chad signs the following pacts:\n\n- of trade;\n\n- on tax.",
                &["who=Chad what=pacts [item=tax]"],
            ),
        ],
    );
}

#[test]
fn facts_of_other_rules() {
    check(
        "kind deed\n  of thing\nrule a gives deed\n  find done {of: thing}\nrule b gives thing\n  find {who: land} signs\n",
        &[("done Chad signs", &["who=Chad", "of=Chad signs"]), ("done Chad", &[])],
    );
}

#[test]
fn drafts_give_nothing() {
    let (lexicon, rules) = rules("draft rule a gives thing\n  find {who: land}\n");
    sample::page_in(&lexicon, "Chad", |page| {
        for (draft, want) in [(None, 0), (Some("b"), 0), (Some("a"), 1)] {
            assert_eq!(rules.find(page, &Values::default(), draft).matches.len(), want);
        }
    });
}

#[test]
fn rules_sleep_where_their_words_are_absent() {
    let (lexicon, rules) = rules(
        "rule a gives thing\n  find {who: np} {verb: active signing} {what: np}\nrule b gives thing\n  find {who: np} of {what: paper}\n",
    );
    for (text, woken) in [
        ("The weather was fine.", 0),
        ("The weather signs it off.", 1),
        ("The end of the line.", 0),
        ("The end of accord.", 1),
        ("The end of accord was inked.", 2),
    ] {
        sample::page_in(&lexicon, text, |page| {
            let mut record = Record::default();
            rules.find_with(page, &Values::default(), None, &mut record);
            assert_eq!(record.tries.len(), woken, "{text}");
        });
    }
}

#[test]
fn a_sentence_of_commas_takes_linear_time() {
    let (lexicon, rules) = rules(
        "rule a gives thing\n  find {who: list of land} {text: aside}? ... {adjunct}* {what: paper}\nrule b gives thing\n  find {text: aside} {what: paper}\n",
    );
    let text = format!("pact {}", "Chad, , ".repeat(40_000));
    sample::page_in(&lexicon, &text, |page| {
        let start = std::time::Instant::now();
        rules.find(page, &Values::default(), None);
        assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
    });
}

#[test]
fn the_nearest_miss_is_told() {
    let (lexicon, rules) = rules(
        "rule a gives thing\n  find The {what: paper} {verb: passive signing} (in | by) {place: land}\n",
    );
    for (text, want) in [
        (
            "The pact has signed",
            "matched `The pact`, then wanted a passive verb of `signing` but found `has`",
        ),
        (
            "The pact was signed on time",
            "matched `The pact was signed`, then wanted `in` or `by` but found `on`",
        ),
        ("The pact signed", "matched `The pact signed`, then wanted `in` or `by` but the sentence ended"),
    ] {
        sample::page_in(&lexicon, text, |page| {
            let mut record = Record::default();
            rules.find_with(page, &Values::default(), None, &mut record);
            let miss = record.tries[0].nearest.as_ref().unwrap();
            assert_eq!(miss.describe(page).to_string(), want, "{text}");
        });
    }
}
