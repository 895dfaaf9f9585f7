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
    is_number(token) || page.terms(at).any(|(_, term)| term.is_core())
}

fn is_number(token: &Token) -> bool {
    matches!(token.shape, Shape::Number | Shape::Code)
}
