//! Where a temporal expression may begin: the test that keeps the grammars off most of a text.

use crate::token::{Shape, Token, keyword};
use crate::value::Page;

/// How far before its core an expression may begin: 'the end of the first half of the fiscal year'.
const REACH: u8 = 8;

/// For each token of a page, how many tokens on the next one stands of which a date can be made; 255 if far.
pub(super) struct Reach {
    core: Vec<u8>,
}

impl Reach {
    pub(super) fn read(page: &Page) -> Reach {
        let mut core = vec![255u8; page.tokens.len() + 1];
        for (at, token) in page.tokens.iter().enumerate().rev() {
            core[at] = if is_core(page, at as u32, token) { 0 } else { core[at + 1].saturating_add(1) };
        }
        Reach { core }
    }

    /// Whether an expression may begin at a token.
    pub(super) fn may_begin(&self, page: &Page, at: u32) -> bool {
        let near = self.core.get(at as usize).is_some_and(|&distance| distance <= REACH);
        near && (page.token(at).is_some_and(|token| is_number(token) || token.word == keyword::APOSTROPHE)
            || page.terms(at).any(|(_, term)| term.may_begin()))
    }
}

fn is_core(page: &Page, at: u32, token: &Token) -> bool {
    is_dated(page, at, token) || page.terms(at).any(|(_, term)| term.is_core())
}

fn is_number(token: &Token) -> bool {
    matches!(token.shape, Shape::Number | Shape::Code)
}

/// Whether digits may be a date or a time of day, whatever stands around them: a year, a code, or what is written
/// together with a mark or letters ('5/4', '8:30', '15th', '’89', '31.05.2018').
fn is_dated(page: &Page, at: u32, token: &Token) -> bool {
    if token.shape != Shape::Number {
        return token.shape == Shape::Code;
    }
    let digits = page.str(at);
    let joined = page.token(at + 1).is_some_and(|next| next.is_glued() && joins(next));
    let short = token.is_glued() && at > 0 && page.word(at - 1) == keyword::APOSTROPHE;
    let year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    joined || short || year || digits.matches('.').count() == 2
}

fn joins(next: &Token) -> bool {
    next.is_word() || matches!(next.word, keyword::SLASH | keyword::COLON | keyword::HYPHEN)
}
