//! Words that stand for a document named just before: 'it', 'the one with Oman', 'that between Iceland and Norway'.

use super::left::{self, Left};
use super::right;
use super::scope::Scope;
use super::words::{self, TypeWord};
use super::{DocumentMention, ELLIPTIC, build};
use crate::fact::DocumentType;
use crate::token::{Tokens, keyword as k};

/// How many tokens back the document may stand.
const REACH: u32 = 80;

/// The mention that begins at a token, of a document among those named before.
pub(super) fn read(scope: &Scope, at: u32, before: &[DocumentMention]) -> Option<DocumentMention> {
    let (index, last) = before.iter().enumerate().rfind(|(_, mention)| mention.stands_for.is_none())?;
    if at > last.tokens.end + REACH {
        return None;
    }
    match scope.word(at) {
        k::IT if !last.plural && stands_for_thing(scope, at) => {
            Some(it(scope, at, antecedent(scope, before, index)))
        }
        k::ONE => one(scope, at, last),
        k::THAT | k::THOSE if opens_parties(scope, at + 1) => one(scope, at, last),
        _ => None,
    }
}

/// What 'it' stands for: the last document named in its own sentence, else the first one of the sentence that named one
/// last, which is what that sentence is about; what is surely a document comes before what may be none.
fn antecedent(scope: &Scope, before: &[DocumentMention], last: usize) -> usize {
    let sentence = |at: usize| scope.page.sentence_at(before[at].tokens.start);
    let there = sentence(last);
    let named: Vec<usize> = (0..=last)
        .rev()
        .take_while(|&at| sentence(at) == there)
        .filter(|&at| before[at].stands_for.is_none() && !before[at].plural)
        .filter(|&at| !before[at].weak || !before[at].kind.is_unilateral())
        .collect();
    let sure = named.iter().copied().filter(|&at| !before[at].weak);
    let here = there == scope.page.sentence_at(scope.start);
    let found = if here { sure.clone().next() } else { sure.clone().next_back() };
    found.or(if here { named.first() } else { named.last() }.copied()).unwrap_or(last)
}

/// Whether 'it' is what a verb of signing is about, or the subject of a clause in which it does not sign something itself.
fn stands_for_thing(scope: &Scope, at: u32) -> bool {
    let before = at.checked_sub(1).map(|at| scope.word(at));
    let subject = at == scope.start || matches!(before, Some(k::AND | k::BUT | k::COMMA | k::SEMICOLON));
    let object = at > 0 && (words::is_past(scope.page, at - 1) || words::is_base(scope.page, at - 1));
    object || subject && !(words::is_past(scope.page, at + 1) && has_object(scope, at + 2))
}

/// Whether what a verb is done to begins at a token.
fn has_object(scope: &Scope, at: u32) -> bool {
    const NEAR: u32 = 3;
    words::is_determiner(scope.word(at))
        || scope.is_capital(at)
        || scope.number_over(at).is_some()
        || (at..at + NEAR).any(|at| scope.begins(at).is_some())
}

fn it(scope: &Scope, at: u32, stands_for: usize) -> DocumentMention {
    let word = type_word(at..at + 1, DocumentType::Document, false);
    let right = right::Right { end: at + 1, ..right::Right::default() };
    let bare = Left { start: at, naked: true, ..Left::default() };
    let mention = build(scope, &word, bare, right, None, at..at + 1);
    DocumentMention { stands_for: Some(stands_for), weak: true, ..mention }
}

/// 'the one with Oman', 'a second one': a document of the type named last, of which a rule has to tell something.
fn one(scope: &Scope, at: u32, last: &DocumentMention) -> Option<DocumentMention> {
    if scope.word(at + 1) == k::OF {
        return None;
    }
    let word = type_word(at..at + 1, last.kind, scope.word(at) == k::THOSE);
    let left = left::read(scope, &word);
    let right = right::read(scope, &word, at + 1, false);
    let told = !right.parties.is_empty() || right.subject.is_some();
    let another = !last.weak && !left.naked && left.determiner.is_some() && left.subject.is_none();
    let mention = left.start..right.end;
    (told || another).then(|| DocumentMention {
        rule: ELLIPTIC,
        definite: false,
        weak: true,
        ..build(scope, &word, left, right, None, mention)
    })
}

/// Whether 'with' or 'between' stands here.
fn opens_parties(scope: &Scope, at: u32) -> bool {
    matches!(scope.word(at), k::WITH | k::BETWEEN)
}

fn type_word(tokens: Tokens, kind: DocumentType, plural: bool) -> TypeWord {
    TypeWord { tokens, kind, plural, weak: true, named: false }
}
