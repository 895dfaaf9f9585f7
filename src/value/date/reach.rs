//! Where a temporal expression may begin: the test that keeps the grammars off most of a text.

use super::sign::Signs;
use crate::token::{Shape, Token, Tokens, keyword};
use crate::value::Page;

/// How far before its core an expression may begin: 'the end of the first half of the fiscal year'.
const REACH: u8 = 8;

/// For each token of a page, what it can be, and how many tokens on the next one stands of which a date can be made; 255 if
/// far.
pub struct Reach {
    signs: Vec<Signs>,
    core: Vec<u8>,
}

impl Reach {
    /// Of a page.
    pub fn read(page: &Page) -> Reach {
        let signs = (0..page.tokens.len() as u32).map(|at| Signs::at(page, at)).collect();
        let mut core = vec![255u8; page.tokens.len() + 1];
        for (at, token) in page.tokens.iter().enumerate().rev() {
            core[at] = if is_core(page, at as u32, token) { 0 } else { core[at + 1].saturating_add(1) };
        }
        Reach { signs, core }
    }

    /// Whether any expression can stand within some tokens.
    pub fn may_hold(&self, tokens: &Tokens) -> bool {
        let distance = self.core.get(tokens.start as usize).copied().unwrap_or(u8::MAX);
        distance == u8::MAX || u32::from(distance) < tokens.end - tokens.start
    }

    /// Whether an expression may begin at a token.
    pub(super) fn may_begin(&self, page: &Page, at: u32) -> bool {
        let signs = self.signs(at);
        if signs.begins_nothing() || self.core.get(at as usize).is_none_or(|&distance| distance > REACH) {
            return false;
        }
        let digits = signs.meets(Signs::DIGITS);
        if digits && page.token(at).is_some_and(|token| is_dated(page, at, token)) {
            return true;
        }
        if digits || signs.only_leads() {
            let after = digits.then_some(at + 1).into_iter();
            return after.chain(page.terms(at).map(|(end, _)| end)).any(|end| self.goes_on(page, end));
        }
        true
    }

    fn signs(&self, at: u32) -> Signs {
        self.signs.get(at as usize).copied().unwrap_or_default()
    }

    /// Whether a date can go on with a token: a content word that the tables of dates do not know ends it.
    fn goes_on(&self, page: &Page, at: u32) -> bool {
        !self.signs(at).is_empty() || page.word(at).is_keyword()
    }
}

fn is_core(page: &Page, at: u32, token: &Token) -> bool {
    is_dated(page, at, token) || page.terms(at).any(|(_, term)| term.is_core())
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
