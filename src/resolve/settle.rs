//! Which match wins, where two say the same of the same words.
//!
//! Two matches compete when their rules make the same kind of fact, about the same body (or about none),
//! and both matched some word as a word, a word list or a verb. The order: `over`, starts first, longer,
//! more literal words, file order.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use crate::rule::{KindRef, Match, RuleSet, Rules};
use crate::token::Tokens;

/// What became of the matches.
#[derive(Debug, Default)]
pub struct Settled {
    /// Those that won, in the order of the text.
    pub won: Vec<Match>,
    /// Those that lost.
    pub lost: Vec<Lost>,
}

/// A match that lost.
#[derive(Clone, PartialEq, Debug)]
pub struct Lost {
    /// The match.
    pub found: Match,
    /// The rule that won over it.
    pub to: usize,
    /// By what.
    pub by: Reason,
}

/// What decides between two matches.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The winner's rule says `over`.
    Over,
    /// It starts first.
    First,
    /// It is longer.
    Longer,
    /// More of it is words.
    Words,
    /// Its rule stands first.
    File,
}

/// The matches that win.
pub fn settle(rules: &Rules, matches: Vec<Match>) -> Vec<Match> {
    contest(rules.set(), matches).won
}

/// Settles which matches win, and tells what decided.
pub fn contest(set: &RuleSet, mut matches: Vec<Match>) -> Settled {
    matches.sort_by_key(order);
    let rivals = rivals(set, &matches);
    let mut fate = vec![Fate::Open; matches.len()];
    by_over(set, &matches, &rivals, &mut fate);
    for at in 0..matches.len() {
        if fate[at] == Fate::Open {
            win(at, &rivals, &mut fate, |loser| reason(&matches[at], &matches[loser]));
        }
    }
    report(matches, &fate)
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fate {
    Open,
    Won,
    Lost(usize, Reason),
}

/// What decides where no `over` does.
fn order(found: &Match) -> (u32, Reverse<u32>, Reverse<usize>, usize) {
    let Match { tokens, rank, rule, .. } = found;
    (tokens.start, Reverse(tokens.end), Reverse(rank.words.len()), *rule)
}

fn reason(winner: &Match, loser: &Match) -> Reason {
    let (a, b) = (order(winner), order(loser));
    match () {
        () if a.0 != b.0 => Reason::First,
        () if a.1 != b.1 => Reason::Longer,
        () if a.2 != b.2 => Reason::Words,
        () => Reason::File,
    }
}

/// `over` decides first; who lost by it decides nothing.
fn by_over(set: &RuleSet, matches: &[Match], rivals: &[Vec<usize>], fate: &mut [Fate]) {
    let over =
        |winner: usize, loser: usize| set.rules[matches[winner].rule].over.contains(&matches[loser].rule);
    let beats: Vec<Vec<usize>> = (0..matches.len())
        .map(|at| rivals[at].iter().copied().filter(|rival| over(at, *rival)).collect())
        .collect();
    let mut above = vec![0; matches.len()];
    beats.iter().flatten().for_each(|loser| above[*loser] += 1);
    let mut free: Vec<usize> = (0..matches.len()).filter(|at| above[*at] == 0).collect();
    while let Some(at) = free.pop() {
        for &loser in &beats[at] {
            if !matches!(fate[at], Fate::Lost(..)) && fate[loser] == Fate::Open {
                fate[loser] = Fate::Lost(at, Reason::Over);
            }
            above[loser] -= 1;
            if above[loser] == 0 {
                free.push(loser);
            }
        }
    }
}

/// A match wins, and all rivals that are still open lose to it.
fn win(at: usize, rivals: &[Vec<usize>], fate: &mut [Fate], reason: impl Fn(usize) -> Reason) {
    fate[at] = Fate::Won;
    for &rival in &rivals[at] {
        if fate[rival] == Fate::Open {
            fate[rival] = Fate::Lost(at, reason(rival));
        }
    }
}

fn report(matches: Vec<Match>, fate: &[Fate]) -> Settled {
    let rules: Vec<usize> = matches.iter().map(|found| found.rule).collect();
    let mut settled = Settled::default();
    for (found, fate) in matches.into_iter().zip(fate) {
        match *fate {
            Fate::Lost(to, by) => settled.lost.push(Lost { found, to: rules[to], by }),
            Fate::Open | Fate::Won => settled.won.push(found),
        }
    }
    settled
}

/// For each match, those that it competes with.
fn rivals(set: &RuleSet, matches: &[Match]) -> Vec<Vec<usize>> {
    let kind = |found: &Match| set.rules[found.rule].kind;
    let mut by_word: FxHashMap<(KindRef, u32), Vec<usize>> = FxHashMap::default();
    for (at, found) in matches.iter().enumerate() {
        for &word in &found.rank.words {
            by_word.entry((kind(found), word)).or_default().push(at);
        }
    }
    let bodies: Vec<Vec<Tokens>> = matches.iter().map(|found| bodies(set, found)).collect();
    let rivals_of = |at: usize| {
        let found = &matches[at];
        let sharing = found.rank.words.iter().flat_map(|word| &by_word[&(kind(found), *word)]);
        let mut rivals: Vec<usize> =
            sharing.copied().filter(|&other| other != at && same_body(&bodies[at], &bodies[other])).collect();
        rivals.sort_unstable();
        rivals.dedup();
        rivals
    };
    (0..matches.len()).map(rivals_of).collect()
}

/// What a match is about: the values of the hole that has the kind's name.
fn bodies(set: &RuleSet, found: &Match) -> Vec<Tokens> {
    let name = set.rules[found.rule].kind.name(&set.kinds);
    let holes = found.captures.iter().filter(|capture| capture.field == name);
    holes.flat_map(|capture| capture.values.iter().map(|value| value.tokens.clone())).collect()
}

fn same_body(a: &[Tokens], b: &[Tokens]) -> bool {
    let overlap = |a: &Tokens, b: &Tokens| a.start < b.end && b.start < a.end;
    (a.is_empty() && b.is_empty()) || a.iter().any(|a| b.iter().any(|b| overlap(a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::rule::{SourceFile, compile, read};
    use crate::value::{Values, sample};

    /// Runs rules over a text: what won, and what lost to what, as `rule: text`.
    fn check(rules: &str, text: &str, won: &[&str], lost: &[&str]) {
        let head = "kind thing\n  who np\n  what np\n  thing np\nwords land = Chad | Mali\n";
        let file = SourceFile { path: "a".into(), text: format!("{head}{rules}"), builtin: false };
        let mut lexicon = Lexicon::builtin().unwrap();
        let rules =
            compile(read(&[file]).unwrap_or_else(|wrong| panic!("{:?}", wrong.problems)), &mut lexicon);
        sample::page_in(&lexicon, text, |page| {
            let settled = contest(rules.set(), rules.find(page, &Values::read(page), None).matches);
            let name = |rule: usize| rules.set().rules[rule].name.as_str();
            let show = |found: &Match| format!("{}: {}", name(found.rule), page.slice(&found.tokens));
            let winners: Vec<String> = settled.won.iter().map(show).collect();
            let losers: Vec<String> = settled
                .lost
                .iter()
                .map(|lost| format!("{} to {} by {:?}", show(&lost.found), name(lost.to), lost.by))
                .collect();
            assert_eq!((winners, losers), (texts(won), texts(lost)), "{text}");
        });
    }

    fn texts(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn what_decides() {
        let pair = "rule a gives thing\n  find {who: land} met {what: land}\n";
        check(
            &format!("{pair}rule b gives thing\n  find Chad met\n"),
            "Chad met Mali.",
            &["a: Chad met Mali"],
            &["b: Chad met to a by Longer"],
        );
        check(
            &format!("{pair}rule b gives thing\n  find Then Chad met\n"),
            "Then Chad met Mali.",
            &["b: Then Chad met"],
            &["a: Chad met Mali to b by First"],
        );
        check(
            &format!("{pair}rule b gives thing\n  over a\n  find Chad met\n"),
            "Chad met Mali.",
            &["b: Chad met"],
            &["a: Chad met Mali to b by Over"],
        );
        check(
            &format!("{pair}rule b gives thing\n  find Chad met {{what: np}}\n"),
            "Chad met Mali.",
            &["a: Chad met Mali"],
            &["b: Chad met Mali to a by Words"],
        );
        check(
            &format!("{pair}rule b gives thing\n  find {{who: land}} met Mali\n"),
            "Chad met Mali.",
            &["a: Chad met Mali"],
            &["b: Chad met Mali to a by File"],
        );
    }

    #[test]
    fn who_lost_by_over_beats_nobody() {
        let rules = "rule a gives thing\n  over b\n  find Chad\nrule b gives thing\n  over c\n  find Chad met\nrule c gives thing\n  find met Mali\n";
        check(rules, "Chad met Mali.", &["a: Chad", "c: met Mali"], &["b: Chad met to a by Over"]);
    }

    #[test]
    fn what_does_not_compete() {
        let other = "kind deed\n  of np\nrule b gives deed\n  find Chad {of: np}\n";
        check(
            &format!("rule a gives thing\n  find {{who: land}} met\n{other}"),
            "Chad met",
            &["a: Chad met", "b: Chad met"],
            &[],
        );
        check(
            "rule a gives thing\n  find {who: np} met\nrule b gives thing\n  find Chad {what: np}\n",
            "Chad met",
            &["a: Chad met", "b: Chad met"],
            &[],
        );
        check(
            "rule a gives thing\n  find saw {thing: np}\nrule b gives thing\n  find {thing: np} saw\n",
            "Ada saw Bo",
            &["b: Ada saw", "a: saw Bo"],
            &[],
        );
    }
}
