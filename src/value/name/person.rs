//! Persons: given and family names with particles and initials, with the post before or after.

use super::post::{Post, post};
use super::style::Style;
use super::surface::{Surface, begins, surface, surface_of};
use super::word::{is_function, is_name_word, is_ordinary};
use super::{Name, NameKind, body, organisation, state};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::{Shape, Token, Tokens, Word, keyword};
use crate::value::Cursor;

/// How sure it is that some capitalised words name a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Sureness {
    /// One capitalised word.
    Single,
    /// Two or more.
    Bare,
    /// A known family name at the end, or an initial.
    Likely,
    /// A known given name before others.
    Known,
}

/// The words of a person's name.
struct Words {
    end: u32,
    sureness: Sureness,
}

const PARTICLES: [Word; 15] = [
    keyword::AL,
    keyword::EL,
    keyword::BIN,
    keyword::IBN,
    keyword::BEN,
    keyword::VAN,
    keyword::VON,
    keyword::DER,
    keyword::DEN,
    keyword::DE,
    keyword::DA,
    keyword::DI,
    keyword::DU,
    keyword::LA,
    keyword::ZU,
];

/// How many words a person's name may have.
const WORDS: usize = 5;

/// A person with a post before the name: 'Russian Prime Minister Gleb Astakhov'.
pub(super) fn official(input: Cursor, style: Style) -> Option<(Name, Post)> {
    let post = post(input)?;
    let name = named(input.to(post.end), &post, style)?;
    let mut person = person_name(input.at..name.end, name.clone(), "name/official");
    person.post = Some(input.at..post.end);
    person.holder = post.holder.clone();
    person.country = post.country;
    held_by(input, &mut person);
    Some((person, post))
}

/// A further person of a post in the plural: 'and Jan Novak of Czechia', at the name.
pub(super) fn sharer(input: Cursor, post: &Tokens) -> Option<Name> {
    let words = words(input, Style::Running)?;
    let tokens = input.at..words.end;
    let mut person = person_name(tokens.clone(), tokens, "name/official");
    person.post = Some(post.clone());
    held_by(input, &mut person);
    Some(person)
}

/// The person right after a post, or after a comma where the post is complete.
fn named(input: Cursor, post: &Post, style: Style) -> Option<Tokens> {
    let after_comma = input.word() == keyword::COMMA && post.owned;
    let start = titled(if after_comma { input.to(input.at + 1) } else { input });
    let words = words(start, style).filter(|_| !begins_other(start))?;
    if words.sureness <= Sureness::Bare && is_ordinary(start) {
        return None;
    }
    let closed = matches!(start.to(words.end).word(), keyword::COMMA | keyword::STOP | Word::UNKNOWN);
    let fits = !after_comma || (words.sureness >= Sureness::Likely && closed);
    fits.then_some(start.at..words.end)
}

/// Whether another name than a person's begins here.
fn begins_other(input: Cursor) -> bool {
    let state = state::state(input).or_else(|| state::demonym(input));
    let known = |found: Option<Surface>| found.is_some() && given(input).is_none();
    let body = || given(input).is_none() && body::body(input, Style::Running).is_some();
    known(state) || known(organisation::organisation(input)) || body()
}

/// A person without a post before: by a form of address, a known given or family name, or a post after.
pub(super) fn person(input: Cursor, style: Style) -> Option<Name> {
    let start = titled(input);
    let words = words(start, style)?;
    let core = start.at..words.end;
    let mut person = person_name(input.at..words.end, core, "name/person");
    held_by(input, &mut person);
    let placed = appositive(input, &mut person);
    let sure = words.sureness >= Sureness::Likely && style_agrees(start, style);
    let believed = start.at > input.at || sure || (placed && words.sureness == Sureness::Bare);
    believed.then_some(person)
}

/// In a headline of capitals only, and of a state's name, both names must be known.
fn style_agrees(input: Cursor, style: Style) -> bool {
    style == Style::Running || given(input).is_some()
}

/// The cursor after 'Mr', 'Dr.', 'Gen.'.
fn titled(input: Cursor) -> Cursor {
    let title = surface_of(input, Catalog::Posts, &["forms"], ("kind", "title"));
    let Some(title) = title.filter(|_| input.peek().is_some_and(Token::is_capital)) else { return input };
    let after = input.to(title.end);
    let stop = after.word() == keyword::STOP && after.peek().is_some_and(Token::is_glued);
    if stop { after.to(title.end + 1) } else { after }
}

/// ' of Bulgaria' after a name that has no holder yet.
fn held_by(input: Cursor, person: &mut Name) {
    let at = input.to(person.tokens.end);
    if person.holder.is_some() {
        return;
    }
    if let Some(found) = state::of_state(at) {
        person.holder = Some(at.at + 1..found.end);
        person.country = Some(found.row);
        person.tokens.end = found.end;
    }
}

/// ', Chairman, Railway Board' or ', the president of X' after a name.
fn appositive(input: Cursor, person: &mut Name) -> bool {
    let at = input.to(person.tokens.end);
    let first = super::word::skip_article(at.to(at.at + 1));
    if at.word() != keyword::COMMA {
        return false;
    }
    let Some(mut post) = post(first) else { return false };
    let capital = input.to(post.end - 1).peek().is_some_and(Token::is_capital);
    board(input, &mut post);
    if is_name_word(input.to(post.end)) || !(capital || post.owned) {
        return false;
    }
    person.post = Some(first.at..post.end);
    person.holder = post.holder.or(person.holder.take());
    person.country = post.country.or(person.country);
    person.tokens.end = post.end;
    true
}

/// ', Railway Board' after a post that says not whose it is.
fn board(input: Cursor, post: &mut Post) {
    let next = input.to(post.end + 1);
    if input.to(post.end).word() != keyword::COMMA || post.owned {
        return;
    }
    let body =
        body::tokens(next).or_else(|| organisation::organisation(next).map(|o| (next.at..o.end, None)));
    if let Some((tokens, country)) = body {
        post.end = tokens.end;
        post.country = country;
        post.holder = Some(tokens);
    }
}

fn person_name(tokens: Tokens, core: Tokens, rule: &'static str) -> Name {
    Name { core, ..Name::new(tokens, rule, NameKind::Party(PartyKind::Person)) }
}

/// A known given name.
pub(super) fn given(input: Cursor) -> Option<Surface> {
    surface(input, Catalog::GivenNames, &["name"])
}

/// The capitalised words, initials and particles that can be one person's name.
fn words(input: Cursor, style: Style) -> Option<Words> {
    let mut at = input;
    let mut count = 0;
    let mut last = input;
    let mut initials = false;
    while count < WORDS {
        if let Some(next) = initial(at) {
            initials = true;
            at = next;
            continue;
        }
        let word = particle(at).unwrap_or(at);
        if !is_person_word(word, count, style) {
            break;
        }
        last = word;
        count += 1;
        at = hyphenated(word.to(word.at + 1));
    }
    let named = input.page.str(last.at).chars().nth(1).is_some();
    (count > 0 && named).then(|| Words {
        end: junior(input.to(end_after(last))).at,
        sureness: sureness(input, last, count, initials),
    })
}

/// One past a word with its hyphenated rest.
fn end_after(word: Cursor) -> u32 {
    hyphenated(word.to(word.at + 1)).at
}

fn sureness(input: Cursor, last: Cursor, count: usize, initials: bool) -> Sureness {
    let family = is_family(last) || (!is_ordinary(last) && ends_as_family(last));
    let leads = begins(input, Catalog::Surnames);
    let elsewhere = state::state(input).is_some() || state::place(input).is_some() || is_ordinary(input);
    let several = count > 1 || initials;
    match several {
        true if given(input).is_some() && (!elsewhere || family) => Sureness::Known,
        true if initials || ((family || leads) && !elsewhere) => Sureness::Likely,
        true => Sureness::Bare,
        false => Sureness::Single,
    }
}

/// A word that can be part of a person's name: no body, post, company or state after the first word.
fn is_person_word(input: Cursor, count: usize, style: Style) -> bool {
    let acronym =
        |shape| shape == Shape::Code || shape == Shape::Upper && count == 0 && style == Style::Running;
    let proper = is_name_word(input) && input.peek().is_some_and(|token| !acronym(token.shape));
    let name = proper || (count == 0 && is_modal_name(input));
    name && (!begins(input, Catalog::BodyNouns) || count > 0 && is_family(input))
        && !is_office(input)
        && (!begins(input, Catalog::CompanySuffixes) || count > 0 && is_family(input))
        && (count == 0 || is_family(input) || !is_of_state(input))
        && !(style == Style::Title && is_ordinary(input) && given(input).is_none())
}

/// A known family name, whatever else it means: 'Park', 'Jordan'.
fn is_family(input: Cursor) -> bool {
    begins(input, Catalog::FamilyNames)
}

/// A word that ends as family names do: 'Kuznetsov', 'Rahmonzoda'.
fn ends_as_family(input: Cursor) -> bool {
    let word = input.page.str(input.at);
    let endings = input.page.lexicon.table(Catalog::FamilyEndings);
    (0..endings.len()).any(|row| word.len() > 5 && word.ends_with(endings.cell(row, 0)))
}

fn is_of_state(input: Cursor) -> bool {
    state::demonym(input).or_else(|| state::state(input)).is_some()
}

/// 'May', 'Will' as given names.
fn is_modal_name(input: Cursor) -> bool {
    is_capitalised(input) && is_function(input.word()) && given(input).is_some()
}

fn is_office(input: Cursor) -> bool {
    surface_of(input, Catalog::Posts, &["forms", "plural"], ("kind", "office")).is_some()
}

fn is_capitalised(input: Cursor) -> bool {
    input.peek().is_some_and(Token::is_capital)
}

/// The cursor after 'J.' or 'A.A.'
fn initial(input: Cursor) -> Option<Cursor> {
    let token = input.peek()?;
    let next = input.to(input.at + 1);
    let stop = next.word() == keyword::STOP && next.peek().is_some_and(Token::is_glued);
    match token.shape {
        Shape::Capital if input.page.str(input.at).chars().count() == 1 && stop => Some(next.to(next.at + 1)),
        Shape::Upper if input.page.str(input.at).ends_with('.') && !is_institution(input) => Some(next),
        _ => None,
    }
}

/// 'U.S.', 'U.N.'
fn is_institution(input: Cursor) -> bool {
    begins(input, Catalog::Countries) || organisation::organisation(input).is_some()
}

/// The cursor after particles: 'al-', 'bin', 'van der'.
fn particle(input: Cursor) -> Option<Cursor> {
    let mut at = input;
    while PARTICLES.contains(&at.word()) {
        at = at.to(at.at + 1);
        if at.word() == keyword::HYPHEN && at.peek().is_some_and(Token::is_glued) {
            at = at.to(at.at + 1);
        }
    }
    (at.at > input.at && is_name_word(at)).then_some(at)
}

/// The cursor after hyphens and what is glued to them: 'Jong-un', 'Jean-Claude'.
fn hyphenated(input: Cursor) -> Cursor {
    let next = input.to(input.at + 1);
    let glued = |at: Cursor| at.peek().is_some_and(Token::is_glued);
    let joins = input.word() == keyword::HYPHEN && glued(input) && glued(next);
    if joins && next.peek().is_some_and(Token::is_word) && !is_office(next) {
        hyphenated(next.to(next.at + 1))
    } else {
        input
    }
}

/// The cursor after 'Jr.', 'Sr'.
fn junior(input: Cursor) -> Cursor {
    let next = input.to(input.at + 1);
    match input.word() {
        keyword::JR | keyword::SR
            if next.word() == keyword::STOP && next.peek().is_some_and(Token::is_glued) =>
        {
            next.to(next.at + 1)
        }
        keyword::JR | keyword::SR => next,
        _ => input,
    }
}
