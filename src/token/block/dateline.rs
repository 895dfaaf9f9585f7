//! The opening of a report: where and when it was written, and by which agency.
//!
//! `DUSHANBE, June 1 (Agency) —`, `BAKU, Azerbaijan, March 14 -`, `LONDON (Reuters) -`, `PARIS —`,
//! `TASHKENT, 19.05.2021 /Agency/`, `(MALTA), 19 MAY 90`.

use super::line::{Source, is_dash};
use crate::token::{Gap, Shape, Token, Tokens, Word, keyword as k};

/// A longer opening is text.
const LONGEST: u32 = 32;

/// What opens a sentence before a day: 'ON June 1,'.
const PREPOSITIONS: &[Word] = &[k::ON, k::IN, k::AT, k::BY, k::FROM, k::SINCE, k::AFTER, k::BEFORE, k::UNTIL];

/// A dateline read.
pub(super) struct Dateline {
    /// The token after it.
    pub(super) end: u32,
    /// Whether it holds a day.
    pub(super) dated: bool,
}

/// The dateline that begins some tokens.
pub(super) fn read(source: &Source, tokens: &Tokens) -> Option<Dateline> {
    let end = tokens.end.min(tokens.start + LONGEST);
    let mut reader =
        Reader { source, at: tokens.start, end, capitals: false, marked: false, date: false, agency: false };
    reader.capitals = reader.place()?;
    while reader.part() {}
    let end = reader.close()?;
    Some(Dateline { end, dated: reader.date })
}

struct Reader<'a> {
    source: &'a Source<'a>,
    at: u32,
    end: u32,
    /// Whether the place is in capitals.
    capitals: bool,
    /// Whether a mark stands between its parts.
    marked: bool,
    date: bool,
    agency: bool,
}

impl Reader<'_> {
    fn token(&self, at: u32) -> Option<&Token> {
        self.source.token(at).filter(|_| at < self.end)
    }

    fn word(&self, at: u32) -> Word {
        self.token(at).map_or(Word::UNKNOWN, |token| token.word)
    }

    fn eat(&mut self, words: &[Word]) -> bool {
        let found = self.at < self.end && words.contains(&self.word(self.at));
        self.at += u32::from(found);
        found
    }

    /// The first name, in brackets or not; whether it is in capitals.
    fn place(&mut self) -> Option<bool> {
        let bracket = self.eat(&[k::OPEN]);
        let start = self.at;
        self.name();
        let named = start..self.at;
        let closed = !bracket || self.eat(&[k::CLOSE]);
        let upper = |token: &Token| token.shape == Shape::Upper || !token.is_word();
        let capitals = self.source.slice(&named).iter().all(upper);
        let first = self.token(named.start)?;
        let name = first.shape != Shape::Mark && !PREPOSITIONS.contains(&first.word);
        (closed && name && !named.is_empty()).then_some(capitals)
    }

    /// Words with capitals, and what stands between the words of a name.
    fn name(&mut self) {
        let start = self.at;
        while let Some(token) = self.token(self.at) {
            let inside = self.at > start && self.is_inside_name(token);
            let named = token.is_capital() && !self.source.cues.is_month(token);
            if !named && !inside {
                return;
            }
            self.at += 1;
        }
    }

    /// The apostrophe, hyphen or abbreviating stop in a name, and its small words.
    fn is_inside_name(&self, token: &Token) -> bool {
        let next = || self.token(self.at + 1);
        let capital_next = || next().is_some_and(|next| next.is_capital());
        match token.word {
            k::S => true,
            k::HYPHEN | k::SLASH => {
                token.is_glued() && next().is_some_and(|next| next.is_glued() && next.is_capital())
            }
            k::STOP => {
                token.is_glued() && (self.is_short_name(self.at - 1) || self.word(self.at + 1) == k::COMMA)
            }
            k::AND | k::OF | k::THE | k::AMPERSAND => capital_next(),
            _ => token.shape == Shape::Lower && token.span.len() <= 3 && !token.is_glued() && capital_next(),
        }
    }

    fn is_short_name(&self, at: u32) -> bool {
        self.token(at)
            .is_some_and(|token| token.span.len() == 1 || self.source.cues.abbreviation(token).is_some())
    }

    /// A further name, a date or an agency, with the mark before it.
    fn part(&mut self) -> bool {
        let start = self.at;
        self.eat(&[k::COMMA, k::STOP]);
        let parted = self.at > start;
        let dated = parted || self.capitals || self.date || self.word(start.saturating_sub(1)) == k::CLOSE;
        if dated && self.date_part() || self.agency_part() {
            self.marked |= parted || self.agency;
            return true;
        }
        if parted && self.word(start) == k::COMMA || self.is_agency_name(parted) {
            self.eat(&[k::THE]); // 'ARNHEM, the Netherlands'
            let name = self.at;
            self.name();
            if self.at > name {
                return true;
            }
        }
        self.at = start;
        false
    }

    /// After a stop, a name counts only if it is an agency's: in capitals, with a dash or comma after it.
    fn is_agency_name(&self, parted: bool) -> bool {
        let upper = self.token(self.at).is_some_and(|token| token.shape == Shape::Upper);
        let after = self.word(self.at + 1);
        parted && upper && (is_dash(after) || after == k::COMMA)
    }

    /// `June 1`, `1st June`, `19.05.2021`, `2021`
    fn date_part(&mut self) -> bool {
        let start = self.at;
        let Some(token) = self.token(self.at).copied() else { return false };
        if token.shape == Shape::Number {
            let dotted = self.source.str(self.at).bytes().filter(|&b| b == b'.').count() == 2;
            self.at += 1;
            self.ordinal_ending();
            if dotted || self.date && self.is_year(start) || self.month() {
                self.date = true;
                return true;
            }
        } else if self.month() {
            let numbered = self.token(self.at).is_some_and(|token| token.shape == Shape::Number);
            self.at += u32::from(numbered);
            self.ordinal_ending();
            self.date |= numbered;
            return true;
        } else if self.capitals && token.is_word() && self.is_day_and_dash(start + 1) {
            self.at = start + 2; // 'march 3 -', 'Juen 19 -'
            self.date = true;
            return true;
        }
        self.at = start;
        false
    }

    fn is_day_and_dash(&self, at: u32) -> bool {
        let day = self.token(at).is_some_and(|token| token.shape == Shape::Number && token.span.len() <= 2);
        day && is_dash(self.word(at + 1))
    }

    fn month(&mut self) -> bool {
        let is = self.token(self.at).is_some_and(|token| self.source.cues.is_month(token));
        self.at += u32::from(is);
        if is && self.token(self.at).is_some_and(|token| token.word == k::STOP && token.is_glued()) {
            let next_number = self.token(self.at + 1).is_some_and(|token| token.shape == Shape::Number);
            self.at += u32::from(next_number);
        }
        is
    }

    fn ordinal_ending(&mut self) {
        let glued = self.token(self.at).is_some_and(|token| token.is_glued() && token.shape == Shape::Lower);
        self.at += u32::from(glued);
    }

    fn is_year(&self, at: u32) -> bool {
        let text = self.source.str(at);
        matches!(text.len(), 2 | 4) && text.bytes().all(|b| b.is_ascii_digit())
    }

    /// `(Agency)`, `/Agency/`
    fn agency_part(&mut self) -> bool {
        let close = match self.word(self.at) {
            k::OPEN => k::CLOSE,
            k::SLASH => k::SLASH,
            _ => return false,
        };
        let Some(at) = (self.at + 1..self.end).take(10).find(|&at| self.word(at) == close) else {
            return false;
        };
        let named =
            self.token(self.at + 1).is_some_and(|token| token.is_capital() || token.shape == Shape::Code);
        if named {
            self.at = at + 1;
            self.agency = true;
        }
        named
    }

    /// The token after the mark that ends the dateline, if what was read is one.
    fn close(&self) -> Option<u32> {
        let at = self.at;
        let ends = at >= self.end || self.token(at).is_some_and(|token| token.gap > Gap::Space);
        match self.word(at) {
            k::COMMA if self.date && self.is_closing_dash(at + 1) => Some(at + 2),
            _ if self.is_closing_dash(at) => (self.date || self.agency || self.is_bare(at)).then_some(at + 1),
            k::STOP | k::COLON if self.date && (self.capitals || self.agency) => Some(at + 1),
            _ if ends && self.date && self.marked => Some(at),
            _ if self.date && self.agency && self.capitals => Some(at),
            _ => None,
        }
    }

    /// A dash that joins no words.
    fn is_closing_dash(&self, at: u32) -> bool {
        let next_apart = self.source.token(at + 1).is_none_or(|next| next.gap >= Gap::Space);
        is_dash(self.word(at)) && (self.word(at) != k::HYPHEN || next_apart)
    }

    /// `PARIS —`: a place alone must be in capitals, longer than most acronyms, and before a capital.
    fn is_bare(&self, dash: u32) -> bool {
        let place = self.source.token(dash.saturating_sub(1)).is_some_and(|token| token.span.len() > 3);
        let next = self.source.slice(&(dash + 1..(dash + 3).min(self.source.tokens.len() as u32)));
        let next = next.iter().find(|token| token.shape != Shape::Mark);
        self.capitals && place && next.is_none_or(|next| next.shape != Shape::Lower)
    }
}
