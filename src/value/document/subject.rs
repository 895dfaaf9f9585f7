//! How far the subject reaches: 'on mutual legal aid', 'of friendship, cooperation and mutual assistance'.

use super::left::looks_past;
use super::party;
use super::scope::Scope;
use super::words::{self, Link};
use crate::token::{Shape, Tokens, keyword};
use crate::value::name::{Name, NameKind};

/// A longer subject is no subject.
const REACH: u32 = 50;

/// The subject that starts at a token. `set` says that the mention opens its sentence, or is a title: then
/// 'in Osh' is part of it, where after a verb it says where the document was signed.
pub(super) fn read(scope: &Scope, start: u32, set: bool) -> Option<Tokens> {
    let end = scope.end.min(start + REACH);
    let mut at = start;
    while at < end {
        match step(scope, start, at, set) {
            Some(next) => at = next,
            None => break,
        }
    }
    let found = scope.trim(start..at);
    let says = found.clone().any(|at| words::is_content(scope.page, at));
    says.then_some(found)
}

/// One past the token if the subject goes on over it.
fn step(scope: &Scope, start: u32, at: u32, set: bool) -> Option<u32> {
    let token = scope.page.token(at)?;
    if token.shape == Shape::Mark {
        return mark(scope, start, at);
    }
    if token.word == keyword::FOR && scope.is_date(at + 1) {
        return scope.years(at + 1);
    }
    if let Some(name) = scope.name_at(at) {
        return Some(name.tokens.end);
    }
    if (scope.is_date(at) && !set)
        || matches!(words::link(scope.page, at), Some((_, Link::End | Link::Capacity | Link::Worth)))
    {
        return None;
    }
    if let Some((end, Link::Topic)) = words::link(scope.page, at).filter(|(end, _)| *end > at + 2) {
        return Some(end);
    }
    if let Some((_, date)) = scope.values.dates.at(at).filter(|_| set) {
        return Some(date.tokens.end);
    }
    let next = match token.word {
        keyword::BETWEEN | keyword::AMONG | keyword::HERE | keyword::THERE => return None,
        keyword::WITH => is_object(scope, at) || party::with(scope, at + 1).is_none(),
        keyword::ON => !scope.is_date(scope.skip_article(at + 1)),
        keyword::IN => set || !scope.is_setting(at),
        keyword::TO => !is_infinitive(scope, at),
        keyword::AND | keyword::OR => joins(scope, at),
        keyword::BY | keyword::AS => set && scope.is_capital(scope.skip_article(at + 1)),
        keyword::AGAINST | keyword::THROUGH | keyword::WITHOUT => true,
        word if words::ends_phrase(word) => false,
        _ => at == start || !(is_verb(scope, at) || leads_to_parties(scope, at)),
    };
    next.then_some(at + 1)
}

/// Whether 'with' belongs to a verb inside the subject: 'making it better able to compete with X'.
pub(super) fn is_object(scope: &Scope, with: u32) -> bool {
    with >= scope.start + 2 && scope.word(with - 2) == keyword::TO && words::is_content(scope.page, with - 1)
}

fn is_infinitive(scope: &Scope, at: u32) -> bool {
    scope.word(at + 1) == keyword::BE
        || words::is_base(scope.page, at + 1)
        || words::is_infinitive(scope.page, at + 1)
}

/// Whether the phrase is over and its verb stands here.
fn is_verb(scope: &Scope, at: u32) -> bool {
    if scope.is_joined(at) || scope.is_capital(at) {
        return false;
    }
    let after_noun = match scope.name_over(at - 1) {
        Some(name) => !qualifies(scope, name, at),
        None => words::is_content(scope.page, at - 1),
    };
    let verb = words::is_past(scope.page, at) || words::is_verb(scope.page, at);
    after_noun && (verb || looks_past(scope, at))
}

/// Whether a name before a word in -ed only qualifies what comes: 'Serbian dried plums'.
fn qualifies(scope: &Scope, name: &Name, at: u32) -> bool {
    name.kind == NameKind::Demonym && words::is_content(scope.page, at + 1)
}

/// 'Concluded Between', also in capitals.
fn leads_to_parties(scope: &Scope, at: u32) -> bool {
    scope.word(at + 1) == keyword::BETWEEN && words::is_past(scope.page, at)
}

/// Whether 'and' goes on with the subject, not with another document or another clause.
fn joins(scope: &Scope, at: u32) -> bool {
    let next = at + 1;
    let word = scope.word(next);
    let other = words::ends_phrase(word)
        || matches!(word, keyword::A | keyword::AN | keyword::ON | keyword::TO | keyword::THEIR)
        || matches!(words::start(scope.page, next), Some(words::Start::Type(_)))
        || words::is_verb(scope.page, next)
        || scope.is_date(next)
        || (scope.somebody_at(scope.skip_article(next)).is_some() && !scope.is_capital(at - 1));
    !other
}

/// Marks inside the subject: hyphens, 'School # 7', and the commas of a list.
fn mark(scope: &Scope, start: u32, at: u32) -> Option<u32> {
    let token = scope.page.token(at)?;
    let inside = match token.word {
        keyword::COMMA => at > start && enumerates(scope, at),
        keyword::HYPHEN | keyword::EN_DASH => token.is_glued(),
        keyword::SLASH | keyword::AMPERSAND | keyword::APOSTROPHE | keyword::HASH => true,
        _ => false,
    };
    inside.then_some(at + 1)
}

/// Whether a comma parts the items of 'friendship, cooperation and mutual assistance': short items of
/// plain words, with 'and' before the last.
fn enumerates(scope: &Scope, comma: u32) -> bool {
    let mut length = 0;
    for at in comma + 1..scope.end.min(comma + 24) {
        match scope.word(at) {
            keyword::COMMA if length > 0 => length = 0,
            keyword::AND if length > 0 => return joins(scope, at) && !is_clause(scope, at),
            keyword::AND => return joins(scope, at) && !is_clause(scope, at),
            word if words::ends_phrase(word) => return false,
            keyword::OF | keyword::HYPHEN | keyword::THE | keyword::FOR => {}
            word if words::is_function(word) => return false,
            _ if !words::is_content(scope.page, at) || scope.is_date(at) => return false,
            _ if scope.somebody_at(at).is_some() && !scope.is_capital(comma - 1) => return false,
            _ => length += 1,
        }
        if length > 5 {
            return false;
        }
    }
    false
}

/// Whether what follows 'and' is a clause of its own: a name and what it does.
fn is_clause(scope: &Scope, and: u32) -> bool {
    let named = scope.somebody_at(scope.skip_article(and + 1)).is_some();
    named
        && (and + 1..scope.end.min(and + 4)).any(|at| words::is_verb(scope.page, at) || looks_past(scope, at))
}
