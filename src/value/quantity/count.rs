//! What a count counts: a bounded noun phrase behind the number.

use crate::lexicon::Catalog;
use crate::token::keyword::{
    self, ALL_, AMPERSAND, AND, ARE, BY, COMMA, FOR, FROM, HAD, HAS, HAVE, HER, HIS, HYPHEN, IN, IS, ITS,
    KeywordSet, MORE, MOST, OF, ON, OR, OTHER, OTHERS, OUR, S, SAME, THAT, THE, THEIR, THESE, THOSE, WAS,
    WERE, WHICH, WHO, WILL, WITH,
};
use crate::token::{Gap, Shape, Token, Tokens, Word};
use crate::value::number;
use crate::value::page::Cursor;

/// The most tokens that a counted phrase takes.
const LONGEST: u32 = 12;

/// What a token does in a noun phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// A modifier, or a singular noun.
    Word,
    /// A plural noun: the head.
    Plural,
    /// A plural that mostly stands before the head: 'sports', 'arms'.
    Attributive,
    /// A hyphen, a possessive.
    Link,
    /// ',' or 'and' between modifiers.
    Comma,
    And,
    Stop,
}

/// 'Tajik-Russian joint ventures', 'interstate, intergovernmental and interdepartmental agreements': up to the
/// first plural, or the plurals that follow each other.
pub(super) fn noun_phrase(input: Cursor) -> Option<Tokens> {
    let mut head = None;
    let mut state = Joined::default();
    let last = input.end.min(input.at + LONGEST);
    for at in input.at..last {
        let part = part(input.to(at), at > input.at);
        match part {
            Part::Plural if state.comma => break,
            Part::Plural => head = Some(at + 1),
            Part::Attributive => head = head.or(Some(at + 1)),
            Part::Comma | Part::And if head.is_some() || state.words == 0 => break,
            Part::Stop => break,
            Part::Word | Part::Link | Part::Comma | Part::And => (),
        }
        state.add(part);
        let next = self::part(input.to(at + 1), true);
        let goes_on = part == Part::Attributive || next == Part::Plural && part == Part::Plural;
        if head.is_some() && part != Part::Word && part != Part::Link && !goes_on {
            break;
        }
    }
    head.map(|end| input.at..coordinated(input, end))
}

/// One past 'and services' after 'goods', where what follows shows that no clause begins.
fn coordinated(input: Cursor, end: u32) -> u32 {
    let second = input.to(end + 1);
    let lower = second.peek().is_some_and(|token| token.shape == Shape::Lower);
    let plural = input.to(end).word() == AND
        && lower
        && matches!(part(second, true), Part::Plural | Part::Attributive);
    let closes = input.to(end + 2).peek().is_none_or(|token| {
        token.shape == Shape::Mark && token.word != HYPHEN || BEHIND.contains(token.word)
    });
    if plural && closes { end + 2 } else { end }
}

/// Words behind a noun that is the last of its phrase.
const BEHIND: KeywordSet = KeywordSet::of(&[
    OF, IN, FROM, ON, FOR, WITH, BY, IS, ARE, WAS, WERE, HAVE, HAS, HAD, WILL, WHO, WHICH, THAT,
]);

/// How modifiers have been joined so far.
#[derive(Default)]
struct Joined {
    words: u32,
    /// A comma has been seen, and no 'and' after it.
    comma: bool,
}

impl Joined {
    fn add(&mut self, part: Part) {
        match part {
            Part::Word => self.words += 1,
            Part::Comma => self.comma = true,
            Part::And => self.comma = false,
            Part::Plural | Part::Attributive | Part::Link | Part::Stop => (),
        }
    }
}

/// The noun that 'one' counts: the word behind it, with a modifier before it.
pub(super) fn singular(input: Cursor) -> Option<Tokens> {
    // Not 'two accounts, one earning 6 percent'.
    let next = input.to(input.at + 1).peek().is_some_and(|token| token.shape == Shape::Number);
    if next && input.peek().is_some_and(|token| token.span.of(input.page.text).ends_with("ing")) {
        return None;
    }
    // A word in -s behind 'one' is a verb: 'one costs'.
    let words = (input.at..input.end.min(input.at + 3))
        .take_while(|&at| matches!(part(input.to(at), at > input.at), Part::Word | Part::Link))
        .take_while(|&at| at == input.at || !input.page.str(at).ends_with("ed"))
        .count() as u32;
    (words > 0).then_some(input.at..input.at + words)
}

/// 'of the members', '45 of its banks': one past it, with what is counted.
pub(super) fn partitive(input: Cursor) -> Option<Tokens> {
    if input.word() != OF {
        return None;
    }
    let mut rest = input.to(input.at + 1);
    while DETERMINERS.contains(&rest.word()) {
        rest = rest.to(rest.at + 1);
    }
    noun_phrase(rest)
}

/// As [`partitive`], where a single thing can be parted too: 'a third of the population'.
pub(super) fn parted(input: Cursor) -> Option<Tokens> {
    let mut rest = input.to(input.at + u32::from(input.word() == OF));
    while DETERMINERS.contains(&rest.word()) {
        rest = rest.to(rest.at + 1);
    }
    let mass = role(rest) == "mass" && part(rest.to(rest.at + 1), true) != Part::Link;
    let whole = || {
        let words = 1 + u32::from(is_adjective(rest));
        singular(rest).map(|tokens| tokens.start..tokens.end.min(tokens.start + words))
    };
    if mass { whole() } else { noun_phrase(rest).or_else(whole) }
}

/// 'economic activity': a guess by the ending.
fn is_adjective(input: Cursor) -> bool {
    const ENDINGS: &[&str] =
        &["ic", "ial", "ual", "nal", "ive", "ous", "ary", "ful", "less", "ish", "able", "ible"];
    let lower = input.peek().filter(|token| token.shape == Shape::Lower);
    lower.is_some_and(|token| ENDINGS.iter().any(|ending| token.span.of(input.page.text).ends_with(ending)))
}

const DETERMINERS: &[Word] = &[THE, ITS, THEIR, HIS, HER, OUR, THESE, THOSE, ALL_];

fn part(input: Cursor, inside: bool) -> Part {
    let Some(token) = input.peek().filter(|token| token.gap != Gap::Paragraph) else { return Part::Stop };
    match token.word {
        COMMA => return Part::Comma,
        AND | OR => return Part::And,
        HYPHEN | S | AMPERSAND if token.is_glued() && inside => return Part::Link,
        OTHERS => return Part::Plural,
        OTHER | MORE | SAME => return Part::Word,
        MOST if graded(input) => return Part::Word,
        word if is_keyword(word) => return Part::Stop,
        _ => (),
    }
    if is_measured(input) {
        return Part::Word;
    }
    match token.shape {
        Shape::Mark | Shape::Number | Shape::Address => Part::Stop,
        Shape::Code => Part::Word,
        Shape::Lower | Shape::Capital | Shape::Upper | Shape::Mixed => word_part(input, token),
    }
}

/// 'most expensive'
fn graded(input: Cursor) -> bool {
    let next = input.to(input.at + 1);
    next.peek().is_some_and(|token| token.shape == Shape::Lower && !is_keyword(token.word))
}

/// The number of '500-megawatt turbines', 'three-ton satellites': it modifies what is counted.
fn is_measured(input: Cursor) -> bool {
    let number =
        input.peek().is_some_and(|token| token.shape == Shape::Number) || number::is_cardinal_word(input);
    let (link, unit) = (input.to(input.at + 1), input.to(input.at + 2));
    number
        && link.word() == HYPHEN
        && link.peek().is_some_and(|token| token.is_glued())
        && unit.peek().is_some_and(|token| token.is_glued() && token.shape == Shape::Lower)
        && !number::is_cardinal_word(unit)
        && !number::is_ordinal_word(unit)
}

/// Words that the grammars name are function words, save those that only stand around numbers.
fn is_keyword(word: Word) -> bool {
    word != Word::UNKNOWN && word.0 as usize <= keyword::ALL.len()
}

fn word_part(input: Cursor, token: &Token) -> Part {
    if number::is_cardinal_word(input) {
        return Part::Stop;
    }
    if input.to(input.at + 1).peek().is_some_and(|next| next.is_glued() && next.word == HYPHEN) {
        return Part::Word;
    }
    match role(input) {
        "plural" => Part::Plural,
        "attributive" => Part::Attributive,
        "stop" | "clock" | "saying" => Part::Stop,
        "" | "deverbal" if is_plural(token.span.of(input.page.text), token.shape) => Part::Plural,
        _ => Part::Word,
    }
}

/// What the table says of the word at the cursor.
pub(super) fn role<'a>(input: Cursor<'a>) -> &'a str {
    match input.table(Catalog::Counting) {
        Some((_, row, _)) => input.page.lexicon.table(Catalog::Counting).cell(row, 1),
        None => "",
    }
}

/// A guess by the ending.
fn is_plural(text: &str, shape: Shape) -> bool {
    let long = text.len() > 3 || shape == Shape::Mixed && text.len() == 3;
    if shape == Shape::Upper && text.len() > 4 {
        // 'NEARLY 200 ENTRIES'
        return is_plural(&text.to_ascii_lowercase(), Shape::Lower);
    }
    long && text.ends_with('s') && !["ss", "us", "is"].iter().any(|ending| text.ends_with(ending))
}
