//! Lists: 'A, B and C', 'A as well as B', 'neither A nor B'.

use super::class::{Reading, Value};
use super::{Page, verb};
use crate::lexicon::{Catalog, Origin, VerbForm};
use crate::token::{Shape, Tokens, Word, keyword as k};

/// A list as read.
#[derive(Clone, PartialEq, Debug)]
pub struct ListReading {
    /// All of it, with its commas and conjunctions.
    pub tokens: Tokens,
    /// Its items, in order; at least one.
    pub items: Vec<Reading>,
    /// 'neither A nor B'
    pub negated: bool,
}

/// How many items a list may have.
const MOST: usize = 64;

/// How far before 'or' its 'not' may stand, in tokens.
const DENIED: u32 = 10;

/// The longest list at a token whose items `item` reads; a single item is a list of one.
///
/// Commas alone make a list only where `headline` says so.
pub fn read(
    page: &Page,
    at: u32,
    end: u32,
    headline: bool,
    item: impl Fn(u32) -> Option<Reading>,
) -> Option<ListReading> {
    let list = |led| List { page, end, headline, led, item: &item };
    let lead = page.word(at);
    let led = matches!(lead, k::BOTH | k::NEITHER | k::EITHER).then(|| list(lead)).and_then(|list| {
        let items = list.read(at + 1 + u32::from(is_preposition(page, at + 1)))?;
        list.closes(&items).then_some(items)
    });
    let negated = lead == k::NEITHER && led.is_some();
    let items = led.or_else(|| list(Word::UNKNOWN).read(at))?;
    let last = items.last().map_or(at, |reading| reading.matched.end);
    Some(ListReading { tokens: at..last, items, negated })
}

struct List<'a, F> {
    page: &'a Page<'a>,
    end: u32,
    headline: bool,
    /// 'both', 'neither' or 'either'; unknown where none of them leads.
    led: Word,
    item: &'a F,
}

/// What stands between two items.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Join {
    /// A comma alone.
    Comma,
    /// 'and', '&'
    And,
    /// 'and' after a comma
    CommaAnd,
    /// 'as well as', 'along with'
    Besides,
}

impl<F: Fn(u32) -> Option<Reading>> List<'_, F> {
    fn read(&self, at: u32) -> Option<Vec<Reading>> {
        let first = (self.item)(at).filter(|reading| reading.matched.end <= self.end)?;
        let mut items = vec![first];
        let mut joined = 1; // how many items a conjunction has closed
        while items.len() < MOST {
            let from = items.last().map_or(at, |reading| reading.matched.end);
            let Some((start, join)) = self.join(from) else { break };
            if join == Join::Comma && joined > 1 {
                break;
            }
            let Some(reading) = self.item(at, start).filter(|next| next.matched.end <= self.end) else {
                // 'A, B and other states' is whole as well.
                if join != Join::Comma && self.page.word(start) == k::OTHER {
                    joined = items.len();
                }
                break;
            };
            // Semicolons part documents; between names they part clauses.
            if self.page.word(from) == k::SEMICOLON && !matches!(reading.value, Value::Document(_)) {
                break;
            }
            if join == Join::CommaAnd && self.begins_clause(at, items.len(), reading.matched.end) {
                break;
            }
            items.push(reading);
            if join != Join::Comma {
                joined = items.len();
            }
        }
        if !self.headline {
            items.truncate(joined);
        }
        Some(items)
    }

    /// The item at a token; before it the preposition of the first may be said again: 'of A and of B'.
    fn item(&self, first: u32, at: u32) -> Option<Reading> {
        let again = || {
            let before = first.checked_sub(1).filter(|&before| is_preposition(self.page, before))?;
            (self.page.word(at) == self.page.word(before)).then(|| (self.item)(at + 1))?
        };
        (self.item)(at).or_else(again)
    }

    /// What joins the next item, and where that starts.
    fn join(&self, at: u32) -> Option<(u32, Join)> {
        let comma = matches!(self.page.word(at), k::COMMA | k::SEMICOLON);
        let next = at + u32::from(comma);
        for besides in BESIDES {
            if (next..).zip(*besides).all(|(at, word)| self.page.word(at) == *word) {
                return Some((next + besides.len() as u32, Join::Besides));
            }
        }
        match self.page.word(next) {
            k::NOR if self.led == k::NEITHER => Some((next + 1, Join::And)),
            k::OR if self.led == k::EITHER || self.is_denied(at) => Some((next + 1, Join::And)),
            k::AND | k::AMPERSAND => {
                let start = next + 1 + u32::from(self.page.word(next + 1) == k::ALSO);
                Some((start, if comma { Join::CommaAnd } else { Join::And }))
            }
            _ => comma.then_some((next, Join::Comma)),
        }
    }

    /// Whether a 'not' stands before: what is denied of 'A or B' is denied of both.
    fn is_denied(&self, at: u32) -> bool {
        let words = (at.saturating_sub(DENIED)..at).rev().map(|at| self.page.word(at));
        words.take_while(|&word| word != k::STOP).any(|word| word == k::NOT)
    }

    /// Whether the conjunction before the last item is the one that the leading word asks for.
    fn closes(&self, items: &[Reading]) -> bool {
        let [_, .., last] = items else { return false };
        let at = last.matched.start - 1;
        let before = self.page.word(if is_preposition(self.page, at) { at - 1 } else { at });
        match self.led {
            k::NEITHER => before == k::NOR,
            k::EITHER => before == k::OR,
            _ => before == k::AND,
        }
    }

    /// Whether ', and B' begins a new clause: a finite verb follows B, and the list so far is whole
    /// without it, having one item or standing after a preposition.
    fn begins_clause(&self, first: u32, items: usize, end: u32) -> bool {
        let object = first.checked_sub(1).is_some_and(|before| is_preposition(self.page, before));
        (items == 1 || object) && is_finite_verb(self.page, end)
    }
}

const BESIDES: &[&[Word]] = &[&[k::AS, k::WELL, k::AS], &[k::ALONG, k::WITH], &[k::TOGETHER, k::WITH]];

const PREPOSITIONS: &[Word] =
    &[k::WITH, k::BY, k::TO, k::FROM, k::FOR, k::IN, k::OF, k::AT, k::ON, k::AGAINST, k::UNDER];

fn is_preposition(page: &Page, at: u32) -> bool {
    PREPOSITIONS.contains(&page.word(at))
}

/// Whether the verb of a clause begins at a token.
fn is_finite_verb(page: &Page, at: u32) -> bool {
    let finite = |form| matches!(form, VerbForm::Past | VerbForm::Third);
    let known = page.hits.at(at).iter().any(|hit| match hit.entry.origin {
        Origin::Table(Catalog::IrregularVerbs, _) => true,
        Origin::Verbs(_, form) => finite(form),
        _ => false,
    });
    let small = page.token(at).is_some_and(|token| token.shape == Shape::Lower && token.span.len() > 3);
    known || verb::is_finite(page, at) || (small && page.str(at).ends_with("ed"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{class::Value, sample};

    /// A run of capital words, an article before it allowed.
    fn name(page: &Page, at: u32) -> Option<Reading> {
        let start = at + u32::from(page.word(at) == k::THE);
        let end = (start..).find(|&at| !page.token(at).is_some_and(|token| token.is_capital()))?;
        (end > start).then_some(Reading { matched: at..end, tokens: start..end, value: Value::Text })
    }

    /// Reads the list at the bracket in `marked`; `want` gives its items, `not` before them where negated.
    fn check(headline: bool, marked: &str, want: &str) {
        let start = marked.find('[').unwrap() as u32;
        sample::page(&marked.replace('[', ""), |page| {
            let at = page.tokens.iter().position(|token| token.span.start == start).unwrap() as u32;
            let list = read(page, at, page.tokens.len() as u32, headline, |at| name(page, at));
            let got = list.map_or("-".to_owned(), |list| {
                let items: Vec<&str> = list.items.iter().map(|item| page.slice(&item.tokens)).collect();
                format!("{}{}", if list.negated { "not " } else { "" }, items.join("; "))
            });
            assert_eq!(got, want, "{marked}");
        });
    }

    #[test]
    fn lists() {
        for (marked, want) in [
            ("[A Obi signed", "A Obi"),
            ("[Chad and Mali signed", "Chad; Mali"),
            ("[Chad, Mali and the Gambia signed", "Chad; Mali; Gambia"),
            ("[Chad, Mali, and Niger signed", "Chad; Mali; Niger"),
            ("[Chad & Mali signed", "Chad; Mali"),
            ("[Chad as well as Mali signed", "Chad; Mali"),
            ("[Chad and Mali, as well as Niger, signed", "Chad; Mali; Niger"),
            ("[Chad and Mali, along with Niger, signed", "Chad; Mali; Niger"),
            ("[Chad, together with Mali, signed", "Chad; Mali"),
            ("[Chad and also Mali signed", "Chad; Mali"),
            ("[both Chad and Mali signed", "Chad; Mali"),
            ("[neither Chad nor Mali signed", "not Chad; Mali"),
            ("[either Chad or Mali signed", "Chad; Mali"),
            ("[Chad and Mali and Niger", "Chad; Mali; Niger"),
            ("It signed with [Chad, Mali, and Niger.", "Chad; Mali; Niger"),
            ("It signed with [Chad, and Mali was glad", "Chad"),
            ("It signed with [Chad, and Mali said so", "Chad"),
            ("It signed with [Chad and Mali, and Niger agreed to wait", "Chad; Mali"),
            ("[Chad, Mali, Niger signed", "Chad"),
            ("[Chad, Mali signed", "Chad"),
            ("[Chad or Mali signed", "Chad"),
            ("[Chad nor Mali signed", "Chad"),
            ("[Chad and others signed", "Chad"),
            ("[Chad and Mali, Niger said", "Chad; Mali"),
            ("[neither Chad nor others", "-"),
            ("It is part of [Chad and of Mali", "Chad; Mali"),
            ("It is part of [Chad, of Mali and of the Niger", "Chad; Mali; Niger"),
            ("It is part of [Chad and to Mali", "Chad"),
            ("It is part [neither of Chad nor of Mali", "not Chad; Mali"),
            ("It is not part of [Chad or Mali", "Chad; Mali"),
            ("It is not. [Chad or Mali", "Chad"),
            ("[Chad, Mali and other states", "Chad; Mali"),
            ("[Chad, Mali and others", "Chad"),
            ("[the others", "-"),
        ] {
            check(false, marked, want);
        }
        check(true, "[Chad, Mali sign", "Chad; Mali");
        check(true, "[Chad, Mali, Niger sign", "Chad; Mali; Niger");
        check(true, "[Chad, others", "Chad");
    }
}
