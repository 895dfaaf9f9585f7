//! Posts: 'Tajik Prime Minister', 'ADB Country Director', 'Minister of Foreign Affairs of X', 'head of the Y Service'.

use super::surface::{Surface, surface, surface_of};
use super::word::{is_name_word, is_ordinary, opens_sentence, skip_article};
use super::{body, organisation, state};
use crate::lexicon::Catalog;
use crate::token::{Tokens, keyword};
use crate::value::Cursor;

/// A post that was read, without the person.
#[derive(Clone, Debug)]
pub(super) struct Post {
    /// One past its last token.
    pub(super) end: u32,
    /// Whose it is.
    pub(super) holder: Option<Tokens>,
    /// The state of the holder.
    pub(super) country: Option<usize>,
    /// Whether it is a plural, which several persons share.
    pub(super) plural: bool,
    /// Whether it says whose it is.
    pub(super) owned: bool,
}

/// How many tokens may stand before the noun of a post.
const REACH: u32 = 9;

/// A post that begins here.
pub(super) fn post(input: Cursor) -> Option<Post> {
    let mut post = Post { end: input.at, holder: None, country: None, plural: false, owned: false };
    let start = holder(input, &mut post);
    office(start, &mut post)?;
    chain(input, &mut post);
    post.owned = post.holder.is_some();
    Some(post)
}

/// Whose post it is, where that stands first: a state, a demonym, an organisation, a place.
fn holder<'a>(input: Cursor<'a>, post: &mut Post) -> Cursor<'a> {
    let owner = state::owner(input);
    if let Some(owner) = owner {
        post.country = Some(owner.row);
    }
    let end = owner
        .or_else(|| organisation::organisation(input))
        .map(|found| found.end)
        .or_else(|| state::place(input).map(|(end, _)| end));
    let Some(end) = end else { return input };
    let possessive = input.to(end.wrapping_sub(1)).word() == keyword::S;
    post.holder = Some(input.at..end - u32::from(possessive));
    let after = input.to(end);
    if after.word() == keyword::S { after.to(end + 1) } else { after }
}

/// The words of the post up to its last noun. Unknown capitalised words before the noun are the holder.
fn office(input: Cursor, post: &mut Post) -> Option<()> {
    let mut at = input;
    let mut found = None;
    let mut unknown: Option<Tokens> = None;
    while at.at < input.at + REACH {
        if let Some((noun, plural)) = noun(at) {
            found = Some(noun.end);
            post.plural = plural;
            at = at.to(noun.end);
        } else if let Some(end) = modifier(at) {
            at = at.to(end);
        } else if found.is_none() && (is_named(at) || is_joint(at)) {
            let begin = unknown.as_ref().map(|tokens| tokens.start).or(is_named(at).then_some(at.at));
            at = at.to(at.at + 1);
            unknown = begin.map(|begin| begin..at.at);
        } else {
            break;
        }
        at = join(at, found.is_some());
    }
    post.end = found?;
    if post.holder.is_none() {
        post.holder = unknown;
    }
    Some(())
}

/// The noun of a post, and whether it is a plural.
fn noun(input: Cursor) -> Option<(Surface, bool)> {
    let of = |column| surface_of(input, Catalog::Posts, &[column], ("kind", "office"));
    match (of("forms"), of("plural")) {
        (Some(one), Some(many)) if many.end > one.end => Some((many, true)),
        (Some(one), _) => Some((one, false)),
        (None, many) => many.map(|found| (found, true)),
    }
}

/// 'deputy', 'foreign', 'trade and industry' in a post.
fn modifier(input: Cursor) -> Option<u32> {
    let field = surface(input, Catalog::Portfolios, &["forms"]);
    let before = surface_of(input, Catalog::Posts, &["forms"], ("kind", "modifier"));
    field.into_iter().chain(before).map(|found| found.end).max()
}

/// A word that can name the holder: not one that is capital only because it opens the sentence.
fn is_named(input: Cursor) -> bool {
    is_name_word(input) && !(is_ordinary(input) && opens_sentence(input))
}

/// A hyphen or possessive inside the capitalised words before the noun.
fn is_joint(input: Cursor) -> bool {
    let glued = input.peek().is_some_and(crate::token::Token::is_glued);
    glued && matches!(input.word(), keyword::HYPHEN | keyword::S)
}

/// Skips 'and', a comma or a hyphen that joins two parts of one post: 'president and CEO', 'vice-premier'.
fn join(input: Cursor, after_noun: bool) -> Cursor {
    let next = input.to(input.at + 1);
    let joins = match input.word() {
        keyword::HYPHEN => input.peek().is_some_and(crate::token::Token::is_glued),
        keyword::AND => true,
        _ => false,
    };
    let goes_on = if after_noun { leads_to_noun(next) } else { modifier(next).is_some() };
    if joins && goes_on { next } else { input }
}

/// Whether a noun of a post comes at once or after one word that stands before posts.
fn leads_to_noun(input: Cursor) -> bool {
    noun(input).is_some() || modifier(input).is_some_and(|end| noun(input.to(end)).is_some())
}

/// 'of the Republic of X', 'of Foreign Affairs of X', 'of the State Committee on Y', 'to Z'.
fn chain(input: Cursor, post: &mut Post) {
    for _ in 0..4 {
        let at = input.to(post.end);
        if !matches!(at.word(), keyword::OF | keyword::FOR | keyword::TO | keyword::ON) {
            return;
        }
        let governed = skip_article(at.to(at.at + 1));
        let holds = at.word() == keyword::OF;
        let Some((end, country)) = target(governed, post) else { return };
        if at.to(end).word() == keyword::S {
            return;
        }
        if holds && post.holder.is_none() && modifier(governed) != Some(end) {
            post.holder = Some(governed.at..end);
            post.country = country;
        }
        post.end = end;
    }
}

/// What a post is of, for or to: where it ends, and its state.
fn target(input: Cursor, post: &Post) -> Option<(u32, Option<usize>)> {
    if let Some((tokens, country)) = body::tokens(input) {
        return Some((tokens.end, country));
    }
    if let Some(found) = state::state(input) {
        return Some((found.end, Some(found.row)));
    }
    if let Some(found) = organisation::organisation(input) {
        return Some((found.end, None));
    }
    if let Some(end) = fields(input) {
        return Some((end, post.country));
    }
    if let Some((end, country)) = state::place(input) {
        return Some((end, country));
    }
    let end = super::word::run_end(input, |at| super::person::given(at).is_none());
    (end > input.at && super::person::given(input).is_none()).then_some((end, None))
}

/// 'Foreign Affairs', 'trade, industry and transport'.
fn fields(input: Cursor) -> Option<u32> {
    let mut end = surface(input, Catalog::Portfolios, &["forms"])?.end;
    loop {
        let at = input.to(end);
        if !matches!(at.word(), keyword::COMMA | keyword::AND) {
            return Some(end);
        }
        match surface(at.to(at.at + 1), Catalog::Portfolios, &["forms"]) {
            Some(next) => end = next.end,
            None => return Some(end),
        }
    }
}
