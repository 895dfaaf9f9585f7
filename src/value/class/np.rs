//! Noun phrases, read without knowing every noun: from a determiner or any other word up to what ends one.

use super::{DETERMINERS, Reading, Value};
use crate::lexicon::{Catalog, Origin, VerbForm};
use crate::token::Shape;
use crate::token::keyword::{self as k, KeywordSet};
use crate::value::{Page, verb};

/// The longest noun phrase, in tokens.
const LONGEST: u32 = 12;

/// Words that a noun phrase may begin with besides nouns and adjectives.
const LEADS: KeywordSet = DETERMINERS.with(&[k::MOST, k::HALF, k::SAME]);

/// Function words that are part of no noun phrase, however it goes on.
const ENDS: KeywordSet = KeywordSet::of(&[
    k::IT,
    k::THEY,
    k::THEM,
    k::HE,
    k::SHE,
    k::WE,
    k::I,
    k::YOU,
    k::WHO,
    k::WHOM,
    k::WHICH,
    k::WHAT,
    k::AND,
    k::OR,
    k::BUT,
    k::NOR,
    k::IN,
    k::ON,
    k::AT,
    k::BY,
    k::TO,
    k::FROM,
    k::FOR,
    k::WITH,
    k::WITHOUT,
    k::BETWEEN,
    k::AMONG,
    k::UNDER,
    k::OVER,
    k::ABOVE,
    k::BELOW,
    k::ABOUT,
    k::AROUND,
    k::AGAINST,
    k::DURING,
    k::SINCE,
    k::UNTIL,
    k::TILL,
    k::THROUGH,
    k::THROUGHOUT,
    k::BEFORE,
    k::AFTER,
    k::INTO,
    k::ONTO,
    k::WITHIN,
    k::AS,
    k::THAN,
    k::PER,
    k::CONCERNING,
    k::REGARDING,
    k::INCLUDING,
    k::VIA,
    k::IF,
    k::WHEN,
    k::WHILE,
    k::WHERE,
    k::BECAUSE,
    k::NOT,
    k::UP,
    k::DOWN,
    k::OUT,
    k::OFF,
]);

/// determiner? (adjective | noun | number | 's | of-phrase)+, a leading article matched but no part of the value.
pub(super) fn read(page: &Page, at: u32, end: u32) -> Option<Reading> {
    let limit = end.min(at + LONGEST);
    let noun = at + u32::from(LEADS.contains(page.word(at)));
    let last = until(page, noun, limit);
    let article = matches!(page.word(at), k::A | k::AN | k::THE);
    let tokens = if article { noun } else { at }..last;
    (last > noun).then_some(Reading { matched: at..last, tokens, value: Value::Text })
}

/// Where the phrase that begins at `noun` ends; there itself if none does.
fn until(page: &Page, noun: u32, limit: u32) -> u32 {
    let mut at = noun;
    while at < limit && continues(page, noun, at) {
        at += 1;
    }
    while at > noun && !closes(page, at - 1) {
        at -= 1;
    }
    at
}

/// Whether a token goes on with the phrase that began at `noun`.
fn continues(page: &Page, noun: u32, at: u32) -> bool {
    let Some(token) = page.token(at) else { return false };
    let opens = at == noun || matches!(page.word(at - 1), k::OF | k::THE | k::A | k::AN);
    match token.shape {
        Shape::Mark => matches!(token.word, k::HYPHEN | k::SLASH | k::AMPERSAND) && at > noun,
        _ if token.word == k::OF => at > noun,
        _ if LEADS.contains(token.word) => at > noun && page.word(at - 1) == k::OF,
        _ => !ENDS.contains(token.word) && !verb::is_finite(page, at) && (opens || !is_verb(page, at)),
    }
}

/// Whether a phrase can end with a token.
fn closes(page: &Page, at: u32) -> bool {
    let word = page.word(at);
    page.token(at).is_some_and(|token| token.shape != Shape::Mark)
        && word != k::OF
        && word != k::S
        && !LEADS.contains(word)
}

/// Whether a token looks like the verb of the sentence: a form of a rule's verb, an irregular past, or a
/// small word in '-ed'.
fn is_verb(page: &Page, at: u32) -> bool {
    let known = page.hits.at(at).iter().any(|hit| match hit.entry.origin {
        Origin::Table(Catalog::IrregularVerbs, _) => true,
        Origin::Verbs(_, form) => matches!(form, VerbForm::Past | VerbForm::Participle | VerbForm::Third),
        _ => false,
    });
    let token = page.token(at).filter(|token| token.shape == Shape::Lower && token.span.len() > 4);
    known || (token.is_some() && page.str(at).ends_with("ed") && !page.str(at).ends_with("eed"))
}
