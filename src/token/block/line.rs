//! The physical lines of a text, as far as they hold tokens, and what they look like.

use crate::token::{Cues, Gap, Shape, Token, Tokens, Word, keyword as k};

/// The text that is being cut.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) cues: &'a Cues,
}

impl<'a> Source<'a> {
    pub(super) fn token(&self, at: u32) -> Option<&'a Token> {
        self.tokens.get(at as usize)
    }

    pub(super) fn word(&self, at: u32) -> Word {
        self.token(at).map_or(Word::UNKNOWN, |token| token.word)
    }

    pub(super) fn str(&self, at: u32) -> &'a str {
        self.token(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn slice(&self, tokens: &Tokens) -> &'a [Token] {
        self.tokens.get(tokens.start as usize..tokens.end as usize).unwrap_or(&[])
    }

    /// Whether the tokens end with a mark that closes a sentence, a clause or an announcement.
    pub(super) fn closes(&self, tokens: &Tokens) -> bool {
        let last = self.last_word(tokens);
        self.stops(tokens) || matches!(last, k::QUESTION | k::EXCLAMATION | k::COLON | k::SEMICOLON)
    }

    /// Whether the tokens end with a full stop, or what stands for one, that is not an abbreviation's.
    pub(super) fn stops(&self, tokens: &Tokens) -> bool {
        let at = self.before_closers(tokens);
        let abbreviated = || {
            let before = at.checked_sub(1).and_then(|at| self.token(at));
            before.is_some_and(|token| self.cues.abbreviation(token).is_some())
        };
        match self.word(at) {
            k::STOP => !abbreviated(),
            word => word == k::ELLIPSIS || self.str(at).starts_with(".."),
        }
    }

    /// Whether the tokens end with a colon, or a colon and a dash.
    pub(super) fn announces(&self, tokens: &Tokens) -> bool {
        let dashed = is_dash(self.word(tokens.end.saturating_sub(1))) && tokens.len() > 1;
        let last = tokens.end.saturating_sub(if dashed { 2 } else { 1 });
        !tokens.is_empty() && self.word(last) == k::COLON
    }

    /// The last word or mark, closing quotation marks and brackets set aside.
    pub(super) fn last_word(&self, tokens: &Tokens) -> Word {
        self.word(self.before_closers(tokens))
    }

    fn before_closers(&self, tokens: &Tokens) -> u32 {
        let closer = |at: &u32| {
            matches!(
                self.word(*at),
                k::QUOTE | k::CLOSE_QUOTE | k::APOSTROPHE | k::CLOSE | k::CLOSE_SQUARE | k::CLOSE_GUILLEMET
            )
        };
        tokens.clone().rev().take(4).find(|at| !closer(at)).unwrap_or(tokens.start)
    }

    /// Whether the first word is small.
    pub(super) fn starts_small(&self, tokens: &Tokens) -> bool {
        self.token(tokens.start).is_some_and(|token| token.shape == Shape::Lower)
    }

    /// Whether there are at least two words and all are in capitals.
    pub(super) fn is_capitals(&self, tokens: &Tokens) -> bool {
        let words = || self.slice(tokens).iter().filter(|token| token.is_word());
        let upper =
            |token: &Token| token.shape == Shape::Upper || token.is_capital() && token.span.len() == 1;
        let possessive = |token: &Token| token.word == k::S;
        words().take(2).count() == 2 && words().all(|token| upper(token) || possessive(token))
    }
}

pub(super) fn is_dash(word: Word) -> bool {
    matches!(word, k::HYPHEN | k::EN_DASH | k::EM_DASH | k::DOUBLE_DASH)
}

/// One physical line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) tokens: Tokens,
    /// Whether a blank line, or the start of the text, stands before it.
    pub(super) opens: bool,
    /// Columns of white space before its first token.
    pub(super) indent: u32,
    /// Bytes from its first token to its last.
    pub(super) width: u32,
}

/// All lines that hold tokens.
pub(super) struct Lines {
    pub(super) all: Vec<Line>,
    /// The smallest indent of the text.
    pub(super) base: u32,
    /// The width to which the text is wrapped, as far as it is.
    pub(super) wrap: u32,
}

/// Lines wider than this are not wrapped by hand or by a wire service.
pub(super) const WRAPPED: u32 = 110;
/// No text is wrapped to less than this.
const NARROWEST: u32 = 64;

impl Lines {
    pub(super) fn new(source: &Source) -> Lines {
        let mut all = Vec::new();
        let mut start = 0;
        for at in 1..=source.tokens.len() {
            if source.tokens.get(at).is_none_or(|token| token.gap >= Gap::Line) {
                all.push(line(source, start as u32..at as u32));
                start = at;
            }
        }
        all.retain(|line| !line.tokens.is_empty());
        let base = all.iter().map(|line| line.indent).min().unwrap_or(0);
        let wrap = all.iter().map(|line| line.width).filter(|&width| width <= WRAPPED).max();
        Lines { all, base, wrap: wrap.unwrap_or(0).max(NARROWEST) }
    }

    /// Whether line `at` ends long before the margin although the first word of the next would fit.
    pub(super) fn is_short(&self, source: &Source, at: usize) -> bool {
        let (Some(line), Some(next)) = (self.all.get(at), self.all.get(at + 1)) else { return false };
        let word = source.token(next.tokens.start).map_or(0, |token| token.span.len());
        (line.width + 1 + word) * 4 < self.wrap * 3
    }

    /// Whether line `at` ends where its writer wanted it to, not where a margin was: it closes and is
    /// short, or neither it nor the next is wrapped.
    pub(super) fn is_deliberate(&self, source: &Source, at: usize) -> bool {
        let (Some(line), Some(next)) = (self.all.get(at), self.all.get(at + 1)) else { return true };
        let closes = source.closes(&line.tokens);
        if source.starts_small(&next.tokens) && !closes {
            return false;
        }
        line.width > WRAPPED || next.width > WRAPPED || closes && self.is_short(source, at)
    }
}

fn line(source: &Source, tokens: Tokens) -> Line {
    let found = source.slice(&tokens);
    let (Some(first), Some(last)) = (found.first(), found.last()) else {
        return Line { tokens, opens: false, indent: 0, width: 0 };
    };
    let before = source.text.get(..first.span.start as usize).unwrap_or("");
    let blank = before.chars().rev().take_while(|c| !matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}'));
    let indent = blank.take(80).map(|c| if c == '\t' { 4 } else { 1 }).sum();
    let width = first.span.cover(last.span).len();
    Line { tokens, opens: first.gap == Gap::Paragraph, indent, width }
}
