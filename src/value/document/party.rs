//! Whom a document is between.

use super::left::looks_past;
use super::scope::Scope;
use super::words::{self, Link};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::{Shape, Tokens, Word, keyword};
use crate::value::name::NameKind;

/// A party in words that no table knows is no longer than this.
const REACH: u32 = 30;

/// Parties, and one past the last.
type Parties = (Vec<Tokens>, u32);

/// After 'between' or 'among': at least two, or one that stands for several.
pub(super) fn between(scope: &Scope, at: u32) -> Option<Parties> {
    let (parties, end) = list(scope, at, true)?;
    let several = parties.len() > 1 || is_several(scope, &parties[0]);
    several.then_some((parties, end))
}

/// After 'with': somebody named, or referred to.
pub(super) fn with(scope: &Scope, at: u32) -> Option<Parties> {
    list(scope, at, false)
}

/// 'the two states', 'both ministries', 'the parties': no single name.
fn is_several(scope: &Scope, party: &Tokens) -> bool {
    scope.name_at(party.start).is_none()
}

/// 'A', 'A and B', 'A, B and C', 'A as well as B'.
fn list(scope: &Scope, at: u32, common: bool) -> Option<Parties> {
    let (mut parties, mut end) = group(scope, at, common)?;
    while let Some((more, reached)) =
        next_item(scope, end).and_then(|at| group(scope, skip_repeated(scope, at), common))
    {
        parties.extend(more);
        end = reached;
    }
    Some((parties, end))
}

/// Past the preposition that an item repeats: 'in respect of A and of B', 'the Governments in A and in B'.
fn skip_repeated(scope: &Scope, at: u32) -> u32 {
    at + u32::from(matches!(scope.word(at), keyword::OF | keyword::IN))
}

/// One item; 'the Governments of A and B' are A and B.
fn group(scope: &Scope, at: u32, common: bool) -> Option<Parties> {
    let each = each_of(scope, at).and_then(|at| items(scope, at)).filter(|(parties, _)| parties.len() > 1);
    each.or_else(|| party(scope, at, common).map(|(party, end)| (vec![party], after_party(scope, end))))
}

/// Past what a party says of itself: its side, and in whose name it acts.
fn after_party(scope: &Scope, at: u32) -> u32 {
    let end = side_end(scope, at);
    capacity_end(scope, end).unwrap_or(end)
}

/// Past ', acting on behalf of the Government of X,' and '(on its own behalf and on behalf of X)', where the list goes on.
fn capacity_end(scope: &Scope, at: u32) -> Option<u32> {
    let opened = matches!(scope.word(at), keyword::COMMA | keyword::OPEN);
    let (first, link) = words::link(scope.page, at + u32::from(opened))?;
    if link != Link::Capacity {
        return None;
    }
    let (_, end) = party(scope, each_of(scope, first).unwrap_or(first), false)?;
    let end = end + u32::from(opened && matches!(scope.word(end), keyword::COMMA | keyword::CLOSE));
    let goes_on = matches!(scope.word(end), keyword::AND | keyword::COMMA)
        || matches!(words::link(scope.page, end), Some((_, Link::Topic)));
    goes_on.then_some(end)
}

/// Past 'of the one part', 'on the other hand'.
fn side_end(scope: &Scope, at: u32) -> u32 {
    let from = at + u32::from(scope.word(at) == keyword::COMMA);
    match words::link(scope.page, from) {
        Some((end, Link::Side)) if end <= scope.end => end,
        _ => at,
    }
}

/// Past 'the governments of', 'the two health ministries of'.
fn each_of(scope: &Scope, at: u32) -> Option<u32> {
    let start = skip_openers(scope, at);
    let of = (start..scope.end.min(start + 5)).find(|&at| scope.word(at) == keyword::OF)?;
    let nouns = of > start && (start..of).all(|at| scope.page.token(at).is_some_and(|token| token.is_word()));
    (nouns && scope.party_at(start).is_none() && scope.page.str(of - 1).ends_with('s')).then_some(of + 1)
}

/// Named parties one after the other.
fn items(scope: &Scope, at: u32) -> Option<Parties> {
    let (first, mut end) = party(scope, at, false)?;
    let mut parties = vec![first];
    while let Some(at) = next_item(scope, end) {
        let Some((next, reached)) = party(scope, skip_repeated(scope, at), false) else { break };
        parties.push(next);
        end = reached;
    }
    Some((parties, end))
}

/// Where the next item starts, if one can follow.
fn next_item(scope: &Scope, at: u32) -> Option<u32> {
    let after = match (scope.word(at), scope.word(at + 1), scope.word(at + 2)) {
        (keyword::COMMA, keyword::AND, _) => at + 2,
        (keyword::AND | keyword::AMPERSAND, _, _) => at + 1,
        (keyword::AS, keyword::WELL, keyword::AS) => at + 3,
        (keyword::COMMA, _, _) if continues(scope, at + 1) => at + 1,
        _ => return None,
    };
    (after < scope.end).then_some(after)
}

/// After a comma only a name goes on with the list, and only if 'and' or another comma follows it.
fn continues(scope: &Scope, at: u32) -> bool {
    let at = scope.skip_article(at);
    let Some(name) = scope.name_at(at) else { return false };
    matches!(scope.word(name.tokens.end), keyword::COMMA | keyword::AND)
}

/// One party: a name with what belongs to it, a reference, capitals in a row; if `common`, also common
/// nouns ('the two health ministries').
fn party(scope: &Scope, at: u32, common: bool) -> Option<(Tokens, u32)> {
    let start = skip_openers(scope, at);
    if is_majesty(scope, at) {
        return sovereign(scope, at);
    }
    if scope.name_at(start).is_some() {
        return Some(named(scope, start));
    }
    if let Some(tokens) = reference(scope, at).or_else(|| reference(scope, start)) {
        let end = chain(scope, tokens.end).unwrap_or(tokens.end);
        return Some((tokens.start..end, end));
    }
    if scope.is_date(start) {
        return None;
    }
    if scope.is_capital(start) {
        let tokens = capitals(scope, start)?;
        return Some((tokens.clone(), tokens.end));
    }
    let common = if common { common_noun(scope, at) } else { actors(scope, start) };
    common.or_else(|| described(scope, start))
}

/// A name after words that say what it is: 'privately held VMark', 'underwriters Acme Inc', 'state-owned Lukoil'.
fn described(scope: &Scope, start: u32) -> Option<(Tokens, u32)> {
    const MOST: u32 = 5;
    let describes = |at: &u32| {
        let noun = words::is_content(scope.page, *at) && !is_verb(scope, *at);
        (noun || scope.word(*at) == keyword::HYPHEN) && words::start(scope.page, *at).is_none()
    };
    let name =
        (start..scope.end.min(start + MOST)).find(|at| scope.name_at(*at).is_some() || !describes(at))?;
    let party = scope.party_at(name).filter(|name| name.kind != NameKind::Party(PartyKind::Person));
    party.map(|_| named(scope, name))
}

/// Whether a verb stands here, and no second half of 'state-owned'.
fn is_verb(scope: &Scope, at: u32) -> bool {
    words::is_verb(scope.page, at) && !scope.is_joined(at)
}

/// 'the two sides', 'it'; a possessive alone only opens a phrase.
fn reference(scope: &Scope, at: u32) -> Option<Tokens> {
    let (_, reference) = scope.values.references.at(at)?;
    let possessive = matches!(scope.word(at), keyword::ITS | keyword::THEIR | keyword::HIS | keyword::HER);
    (!possessive || reference.tokens.len() > 1).then(|| reference.tokens.clone())
}

/// 'His Majesty's Government': the pronoun stands for nobody.
fn is_majesty(scope: &Scope, at: u32) -> bool {
    matches!(scope.word(at), keyword::HIS | keyword::HER) && scope.is_capital(at) && scope.is_capital(at + 1)
}

/// The sovereign, with the state that he or she signs for: 'in the United Kingdom', 'the Emperor of Ethiopia'.
fn sovereign(scope: &Scope, at: u32) -> Option<(Tokens, u32)> {
    let title = scope.name_at(at).or_else(|| scope.name_at(at + 1)).map(|name| name.tokens.end);
    let title = title.or_else(|| capitals(scope, at + 1).map(|tokens| tokens.end))?;
    let state = (at..scope.end.min(title + 14))
        .take_while(|&at| !matches!(scope.word(at), keyword::AND | keyword::SEMICOLON | keyword::STOP))
        .find_map(|at| scope.name_at(at).filter(|name| name.country.is_some()));
    Some(match state {
        Some(name) => (name.tokens.clone(), name.tokens.end),
        None => (at..title, title),
    })
}

/// Past articles and the like.
fn skip_openers(scope: &Scope, at: u32) -> u32 {
    let mut at = at;
    while matches!(
        scope.word(at),
        keyword::THE | keyword::A | keyword::AN | keyword::ITS | keyword::THEIR | keyword::LESS_SIGN
    ) {
        at += 1;
    }
    at
}

/// A name, with the body or company that it only qualifies ('Russian oil firm Lukoil'), the chain after it
/// and what stands for it in brackets.
fn named(scope: &Scope, start: u32) -> (Tokens, u32) {
    let mut party = start..name_end(scope, start);
    if let Some(after) = qualifier_end(scope, party.clone()) {
        party = qualified(scope, party, after);
    }
    while let Some(end) = chain(scope, party.end).or_else(|| located(scope, party.end)) {
        party.end = end;
    }
    (party.clone(), skip_bracket(scope, party.end))
}

fn name_end(scope: &Scope, start: u32) -> u32 {
    scope.name_at(start).map_or(start, |name| name.tokens.end)
}

/// One past a name that says of a party whose or where it is: 'Russian', "South Africa's", 'Hong Kong-based'.
fn qualifier_end(scope: &Scope, name: Tokens) -> Option<u32> {
    let at = name.end;
    let kind = scope.name_at(name.start)?.kind;
    let based = scope.word(at) == keyword::HYPHEN
        && scope.page.token(at).is_some_and(|token| token.is_glued())
        && words::is_content(scope.page, at + 1)
        && !scope.is_capital(at + 1);
    let owner = scope.word(at) == keyword::S && kind == NameKind::Party(PartyKind::State);
    match kind {
        _ if based => Some(at + 2),
        NameKind::Demonym => Some(at),
        NameKind::Place => region_based(scope, at),
        NameKind::Party(PartyKind::State) if says_whence(scope, at) => Some(at),
        _ => owner.then_some(at + 1),
    }
}

/// Past the region between a town and '-based': 'Albany, N.Y.-based Norstar'.
fn region_based(scope: &Scope, comma: u32) -> Option<u32> {
    const REGION: u32 = 6;
    let based = (comma + 2..scope.end.min(comma + REGION)).find(|&at| scope.is_joined(at))?;
    let lower = scope.page.token(based).is_some_and(|token| token.shape == Shape::Lower);
    (scope.word(comma) == keyword::COMMA && lower && scope.is_capital(based + 1)).then_some(based + 1)
}

/// Whether small words after a state lead on to the party that they are said of: 'U.S. plane maker Boeing'.
fn says_whence(scope: &Scope, at: u32) -> bool {
    const MOST: u32 = 4;
    let noun = |at: &u32| {
        let lower = scope.page.token(*at).is_some_and(|token| token.shape == Shape::Lower);
        lower
            && words::is_content(scope.page, *at)
            && !words::is_verb(scope.page, *at)
            && !looks_past(scope, *at)
            && !scope.is_date(*at)
    };
    let name = (at..scope.end.min(at + MOST)).find(|at| !noun(at)).filter(|&name| name > at);
    name.and_then(|at| scope.party_at(at)).is_some_and(|name| name.kind != NameKind::Party(PartyKind::Person))
}

/// The party that a qualifier goes before: the name after the common nouns, or all of it.
fn qualified(scope: &Scope, qualifier: Tokens, after: u32) -> Tokens {
    let mut end = after;
    while end < scope.end.min(after + 5) {
        if let Some(name) = scope.party_at(end) {
            return name.tokens.clone();
        }
        let noun = words::is_content(scope.page, end)
            && !is_verb(scope, end)
            && words::link(scope.page, end).is_none();
        if !(noun || scope.word(end) == keyword::HYPHEN) {
            break;
        }
        end += 1;
    }
    qualifier.start..end.max(qualifier.end)
}

/// 'of the Russian Federation', 'under the Government of Tajikistan' and ' Association' of "Chadian Farmers' Association"
/// after a name that does not hold it yet.
fn chain(scope: &Scope, at: u32) -> Option<u32> {
    let opens = matches!(scope.word(at), keyword::OF | keyword::UNDER | keyword::S | keyword::APOSTROPHE);
    let next = scope.skip_article(at + 1);
    let named = scope.name_at(next).map(|name| name.tokens.end);
    let end = named.or_else(|| capitals(scope, next).map(|tokens| tokens.end));
    end.filter(|_| opens && scope.is_capital(next) && !scope.is_date(next))
}

/// 'in the United Kingdom' after a body, where the list goes on.
fn located(scope: &Scope, at: u32) -> Option<u32> {
    let state = scope.party_at(scope.skip_article(at + 1)).filter(|_| scope.word(at) == keyword::IN)?;
    let end = state.tokens.end;
    (scope.word(end) == keyword::AND && state.kind == NameKind::Party(PartyKind::State)).then_some(end)
}

/// Past '(SCO)', and past longer brackets after which the list goes on.
fn skip_bracket(scope: &Scope, at: u32) -> u32 {
    let at = at + u32::from(scope.word(at) == keyword::MORE_SIGN);
    let Some(end) = bracket_end(scope, at, 40) else { return at };
    if end - at < 8 || matches!(scope.word(end), keyword::AND | keyword::COMMA) { end } else { at }
}

/// One past the bracket that opens at a token.
pub(super) fn bracket_end(scope: &Scope, at: u32, limit: u32) -> Option<u32> {
    if scope.word(at) != keyword::OPEN {
        return None;
    }
    (at..scope.end.min(at + limit)).find(|&at| scope.word(at) == keyword::CLOSE).map(|close| close + 1)
}

/// Capitals in a row: 'State Committee on Land Management and Geodesy of Tajikistan'.
fn capitals(scope: &Scope, start: u32) -> Option<Tokens> {
    let mut end = start;
    while end < scope.end.min(start + REACH) {
        match run(scope, end) {
            Some(next) => end = next,
            None => break,
        }
    }
    (end > start).then_some(start..end)
}

/// One step over a run of capitals, with the small words inside it.
fn run(scope: &Scope, at: u32) -> Option<u32> {
    let token = scope.page.token(at)?;
    let next = scope.skip_article(at + 1);
    let capital = scope.is_capital(next);
    match token.word {
        keyword::OF | keyword::FOR | keyword::ON | keyword::UNDER if capital && !scope.is_date(next) => {
            Some(next + 1)
        }
        keyword::AND | keyword::AMPERSAND if capital && next == at + 1 && splits_later(scope, next) => {
            Some(next + 1)
        }
        keyword::COMMA if scope.is_capital(at + 1) && lists(scope, at + 1) => Some(at + 2),
        keyword::HYPHEN if token.is_glued() => Some(at + 1),
        keyword::S | keyword::APOSTROPHE => Some(at + 1),
        word if is_small(word) => None,
        _ if scope.is_capital(at) || token.shape == Shape::Number => Some(at + 1),
        _ => None,
    }
}

fn is_small(word: Word) -> bool {
    words::is_function(word)
}

/// Whether, after an 'and' inside capitals, another one parts the parties: then this one is part of a name.
fn splits_later(scope: &Scope, from: u32) -> bool {
    let mut at = from;
    while at < scope.end.min(from + REACH) {
        let word = scope.word(at);
        let next = scope.word(at + 1);
        if word == keyword::AND {
            return next == keyword::THE || scope.is_capital(at + 1);
        }
        let small = matches!(
            word,
            keyword::OF | keyword::FOR | keyword::ON | keyword::UNDER | keyword::THE | keyword::HYPHEN
        );
        if !(small || scope.is_capital(at)) {
            return false;
        }
        at += 1;
    }
    false
}

/// Whether a comma inside capitals goes on with the fields of a body: 'Safety, Drilling and Surveys of'.
fn lists(scope: &Scope, from: u32) -> bool {
    (from..scope.end.min(from + 6))
        .take_while(|&at| scope.is_capital(at) || matches!(scope.word(at), keyword::COMMA | keyword::AND))
        .any(|at| scope.word(at) == keyword::AND && scope.is_capital(at + 1))
        && scope.party_at(from).is_none()
}

/// 'the two health ministries', 'rebels': common nouns up to where the phrase ends.
fn common_noun(scope: &Scope, at: u32) -> Option<(Tokens, u32)> {
    let start = if scope.word(at) == keyword::THE { at + 1 } else { at };
    let mut end = start;
    while end < scope.end.min(start + 6) {
        let inside = words::is_content(scope.page, end)
            || scope.word(end) == keyword::HYPHEN
            || scope.word(end) == keyword::BOTH;
        if !inside || words::is_verb(scope.page, end) {
            break;
        }
        end += 1;
    }
    if end == start {
        return None;
    }
    let end = chain(scope, end).unwrap_or(end);
    Some((start..end, end))
}

/// Those who sign and have no names: 'creditor banks', 'five former asbestos manufacturers'.
fn actors(scope: &Scope, start: u32) -> Option<(Tokens, u32)> {
    const WORDS: u32 = 6;
    let inside = |at: &u32| {
        words::is_content(scope.page, *at) && !words::is_verb(scope.page, *at)
            || scope.word(*at) == keyword::HYPHEN
    };
    let end = (start..scope.end.min(start + WORDS)).find(|at| !inside(at)).unwrap_or(start + WORDS);
    let last = end.checked_sub(1).filter(|&last| last >= start)?;
    scope.page.hits.table(last, Catalog::Actors)?;
    Some((start..end, end))
}
