//! Numbers that are no figures: names, years, parts of dates and times, scores, list numbers.

use rust_decimal::Decimal;

use super::amount::{Amount, Sign};
use super::count;
use crate::fact::UnitKind;
use crate::lexicon::Catalog;
use crate::token::keyword::{
    AFTER, AND, ANOTHER, APOSTROPHE, AT, AT_SIGN, BEFORE, BY, CLOSE, COLON, COMMA, EACH, EN_DASH, EVERY, FOR,
    FROM, HAS, HASH, HYPHEN, IN, IS, NO, OF, ON, OPEN, OPEN_SQUARE, OR, PLUS, S, SAME, SLASH, STOP, THAT,
    THE, THIS, TO, UNDERSCORE, WAS, WHICH, WILL, WITH,
};
use crate::token::{Gap, Shape, Token, Tokens, Word};
use crate::value::date::{DateValue, Expr};
use crate::value::{Page, Placed, Values, number};

/// An amount in its place, with what the reader knows around it.
pub(super) struct Candidate<'a> {
    pub page: &'a Page<'a>,
    pub values: &'a Values,
    /// The sentence.
    pub sentence: Tokens,
    pub amount: &'a Amount,
    pub counted: Option<&'a Tokens>,
    /// Whether words bound it: 'more than 2000 troops' counts troops.
    pub bounded: bool,
}

impl Candidate<'_> {
    /// Whether it is no figure.
    pub(super) fn refused(&self) -> bool {
        if self.in_date() || self.in_name() || self.is_pronoun() || self.is_anaphor() {
            return true;
        }
        if self.amount.unit.is_some() {
            return self.is_reference() || self.is_fiscal_year();
        }
        self.is_glued()
            || self.is_clock()
            || self.is_year()
            || self.is_day()
            || self.is_designated()
            || self.is_listed()
            || self.is_address()
            || self.is_name_part()
            || self.is_telephone()
            || self.is_named()
            || self.is_tally()
    }

    fn before(&self) -> Option<&Token> {
        let at = self.amount.tokens.start.checked_sub(1).filter(|&at| at >= self.sentence.start)?;
        self.page.token(at)
    }

    fn word_before(&self) -> Word {
        self.before().map_or(Word::UNKNOWN, |token| token.word)
    }

    fn after(&self) -> Option<&Token> {
        self.page.token(self.amount.number_end).filter(|_| self.amount.number_end < self.sentence.end)
    }

    /// Durations and ages are figures although they are temporal expressions, unless they say when ('two years
    /// ago', 'the first five months'); money is one although its number could be a year ('2010 lire').
    fn in_date(&self) -> bool {
        let Some((_, date)) = self.values.dates.covering(self.amount.tokens.start) else { return false };
        match self.amount.unit.as_ref().map(|unit| unit.kind) {
            Some(UnitKind::Duration) => self.says_when(date),
            Some(UnitKind::Age) => false,
            Some(UnitKind::Times) => matches!(date.expr, Expr::Set(_)),
            Some(_) => date.tokens.end > self.amount.number_end,
            None => true,
        }
    }

    /// Whether a duration is part of a point in time, or of one counted from the start of a year.
    fn says_when(&self, date: &DateValue) -> bool {
        let before = date.tokens.start..self.amount.tokens.start;
        let first = before.clone().any(|at| number::is_ordinal_word(self.page.cursor(at..self.sentence.end)));
        first || matches!(date.expr, Expr::Point(_)) && date.tokens.end > self.amount.tokens.end
    }

    fn in_name(&self) -> bool {
        let covering = self.values.names.covering(self.amount.tokens.start);
        let number = self.amount.tokens.start..self.amount.number_end;
        let larger = covering.is_some_and(|(_, name)| {
            let name = name.tokens();
            name.start < number.start || name.end > number.end
        });
        self.amount.unit.is_none() && larger
    }

    /// 'the two', 'the same three': what was named before.
    fn is_anaphor(&self) -> bool {
        let article = self.word_before() == THE || self.word_before() == SAME;
        let alone = self.amount.unit.is_none() && self.counted.is_none();
        let joined = self.after().is_some_and(|after| after.word == HYPHEN);
        article && alone && !joined && !self.amount.digits && self.amount.scale == Decimal::ONE
    }

    /// 'no one', 'each one', 'one of the', 'one another', 'one day he will'
    fn is_pronoun(&self) -> bool {
        if self.amount.value != Decimal::ONE || self.amount.digits {
            return false;
        }
        let plain = self.amount.number_end == self.amount.tokens.start + 1;
        let after = self.after().map_or(Word::UNKNOWN, |token| token.word);
        let before = [NO, EACH, EVERY, ANOTHER].contains(&self.word_before()) || self.is_pointed_at();
        let alone = self.amount.unit.is_none() && self.counted.is_none();
        let once = self.amount.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Duration)
            && self.before().is_none()
            && self.amount.tokens.end == self.amount.number_end + 1;
        plain && (before || after == OF || after == ANOTHER || alone || once || self.is_side())
    }

    /// 'on the one hand', 'on the one side'
    fn is_side(&self) -> bool {
        let on = self.amount.tokens.start.checked_sub(2).is_some_and(|at| self.page.word(at) == ON);
        on && self.word_before() == THE && self.counted.is_some_and(|counted| counted.len() == 1)
    }

    /// 'on that one': 'one' is what was named before. After a verb, 'that' opens a clause.
    fn is_pointed_at(&self) -> bool {
        const LINKS: &[Word] = &[ON, OF, FOR, IN, TO, WITH, AT, BY, FROM, AFTER, BEFORE];
        let link = self.amount.tokens.start.checked_sub(2).map_or(Word::UNKNOWN, |at| self.page.word(at));
        [THAT, THIS, WHICH].contains(&self.word_before()) && LINKS.contains(&link)
    }

    /// `50th`, `1970s`, `9/11`, `8:30`, `3-2`, `COVID-19`, `#7`
    fn is_glued(&self) -> bool {
        self.glued_behind() || self.glued_before()
    }

    /// 'WB/4410-C', 'SCP-173m': what looks like a unit is the end of a reference.
    fn is_reference(&self) -> bool {
        let start = self.amount.tokens.start;
        let lettered = |back: u32| {
            let at = start.checked_sub(back).filter(|&at| at >= self.sentence.start);
            at.and_then(|at| self.page.token(at))
                .is_some_and(|token| token.shape == Shape::Upper || token.shape == Shape::Code)
        };
        let unit_glued = self.after().is_some_and(Token::is_glued);
        let joins = |before: &Token| match before.word {
            SLASH => true,
            HYPHEN => lettered(2) && unit_glued,
            _ => false,
        };
        let joined = self.before().is_some_and(|before| before.is_glued() && joins(before));
        joined && self.page.token(start).is_some_and(Token::is_glued)
    }

    fn glued_behind(&self) -> bool {
        let Some(after) = self.after().filter(|token| token.is_glued()) else { return false };
        let next = self.page.token(self.amount.number_end + 1).filter(|next| next.is_glued());
        match after.word {
            // '-30-'
            HYPHEN if self.amount.sign == Some(Sign::Minus) => true,
            HYPHEN | EN_DASH | SLASH | COLON => next
                .is_some_and(|next| next.shape == Shape::Number || self.counted.is_none() && next.is_word()),
            _ => after.is_word() || after.shape == Shape::Code,
        }
    }

    fn glued_before(&self) -> bool {
        let Some(before) = self.before() else { return false };
        if before.word == HASH {
            return true;
        }
        let first = self.page.token(self.amount.tokens.start);
        let mark = [HYPHEN, EN_DASH, SLASH, COLON, APOSTROPHE, OPEN_SQUARE, UNDERSCORE, AT_SIGN, PLUS, STOP]
            .contains(&before.word);
        let touches = first.is_some_and(Token::is_glued);
        let joins = before.is_glued() || [APOSTROPHE, OPEN_SQUARE, AT_SIGN].contains(&before.word);
        touches && (mark && joins || matches!(before.shape, Shape::Code))
    }

    /// '6 p.m.', "5 o'clock", 'they left at nine'
    fn is_clock(&self) -> bool {
        let bare = self.counted.is_none() && !self.amount.digits && self.amount.value <= Decimal::from(12);
        self.role_at(self.amount.number_end) == "clock" || bare && self.word_before() == AT
    }

    /// 'the 1988 fiscal year'
    fn is_fiscal_year(&self) -> bool {
        let duration = self.amount.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Duration);
        let number = self.page.slice(&(self.amount.tokens.start..self.amount.number_end));
        duration && self.amount.tokens.end > self.amount.number_end + 1 && is_year_number(number)
    }

    fn role_at(&self, at: u32) -> &str {
        match self.page.hits.table(at, Catalog::Counting) {
            Some((_, row, _)) if at < self.sentence.end => {
                self.page.lexicon.table(Catalog::Counting).cell(row, 1)
            }
            _ => "",
        }
    }

    /// Four digits that name a year, unless something bounds them or they count something.
    fn is_year(&self) -> bool {
        let text = self.page.slice(&self.amount.tokens);
        if !is_year_number(text) {
            return false;
        }
        match self.counted {
            _ if self.bounded => false,
            None => true,
            Some(counted) if count::role(self.page.cursor(counted.clone())) == "plural" => false,
            Some(_) if text.ends_with("00") => {
                self.before().is_some_and(|before| is_function_word(before.word) || before.is_capital())
            }
            Some(_) => true,
        }
    }

    /// 'May 5', '5 May'
    fn is_day(&self) -> bool {
        let months = |at: u32| self.page.hits.table(at, Catalog::Months).is_some();
        let small = self.amount.digits && self.amount.value <= Decimal::from(31);
        let after = months(self.amount.number_end) && self.amount.number_end < self.sentence.end;
        // 'February 5 and 6'
        let first = self.first_listed();
        let stop = first.checked_sub(1).is_some_and(|at| self.page.word(at) == STOP);
        let before = first > self.sentence.start && months(first - 1)
            || first > self.sentence.start + 1 && stop && months(first - 2);
        small && (after || self.counted.is_none() && before)
    }

    /// 'Resolution 1373', 'No. 12', 'Group of 77'
    fn is_designated(&self) -> bool {
        let start = self.first_listed();
        let word_before = start.checked_sub(1).map_or(Word::UNKNOWN, |at| self.page.word(at));
        let steps = match word_before {
            STOP | OF => 2,
            _ => 1,
        };
        let Some(at) = start.checked_sub(steps).filter(|&at| at >= self.sentence.start) else { return false };
        let Some((end, row, _)) = self.page.hits.table(at, Catalog::Designators) else { return false };
        let side = self.page.lexicon.table(Catalog::Designators).cell(row, 1);
        let capital = self.page.token(at).is_some_and(|token| token.shape != Shape::Lower);
        let of = word_before == OF;
        side != "after"
            && (end == start || steps == 2 && end + 1 == start)
            && (capital || self.counted.is_none() && !of)
            && (self.amount.digits || capital || self.stands_alone())
    }

    /// Where a list of bare numbers begins: 'Chapters 5, 6 and 7'.
    fn first_listed(&self) -> u32 {
        let mut start = self.amount.tokens.start;
        let number = |at: u32| {
            self.page.token(at).is_some_and(|token| token.shape == Shape::Number && token.span.len() <= 4)
        };
        let link = |at: u32| [COMMA, AND, OR, TO].contains(&self.page.word(at));
        while self.amount.digits
            && self.counted.is_none()
            && start >= self.sentence.start + 2
            && link(start - 1)
            && number(start - 2)
        {
            start -= 2;
        }
        start
    }

    /// 'their number nine,': a mark behind it.
    fn stands_alone(&self) -> bool {
        self.counted.is_none() && self.after().is_none_or(|after| after.shape == Shape::Mark)
    }

    /// '(301) 555-0142', '01632 960 418': a first nought, or more digits behind one; '2843 6441': groups that make no number.
    fn is_telephone(&self) -> bool {
        let start = self.amount.tokens.start;
        let dialled = |at: u32| {
            let text = self.page.str(at).as_bytes();
            text.len() > 2 && text[0] == b'0' && text.iter().all(u8::is_ascii_digit)
        };
        let before = start.checked_sub(1).filter(|&at| at >= self.sentence.start);
        let group = |at: u32| {
            let text = self.page.str(at).as_bytes();
            (3..=4).contains(&text.len()) && text.iter().all(u8::is_ascii_digit)
        };
        let next = self.amount.number_end;
        let neighbour = before.is_some_and(group) || next < self.sentence.end && group(next);
        let rest = next + 2 + u32::from(self.page.word(next + 2) == HYPHEN);
        let bracketed = self.word_before() == OPEN && group(start) && group(next + 1) && group(rest);
        self.amount.digits
            && (dialled(start) || before.is_some_and(dialled) || group(next - 1) && neighbour || bracketed)
    }

    /// '0 for 6', '3-for-3'
    fn is_tally(&self) -> bool {
        let number = |at: u32| {
            let within = self.sentence.contains(&at);
            within
                && self
                    .page
                    .token(at)
                    .is_some_and(|token| token.shape == Shape::Number && token.span.len() <= 2)
        };
        let joined = |at: u32, mark: u32| self.page.word(at) == FOR && number(mark);
        let (start, end) = (self.amount.tokens.start, self.amount.number_end);
        let before = start >= 2 && joined(start - 1, start - 2);
        self.counted.is_none() && number(start) && (joined(end, end + 1) || before)
    }

    /// 'The 66 is late': a number behind 'the' with nothing behind it is a name.
    fn is_named(&self) -> bool {
        let verb = self.after().is_some_and(|after| [IS, WAS, HAS, WILL].contains(&after.word));
        self.amount.digits && self.counted.is_none() && !self.bounded && self.word_before() == THE && verb
    }

    /// '(1)', '1)', '1.' at the start
    fn is_listed(&self) -> bool {
        let small = self.amount.digits && self.amount.value <= Decimal::from(20) && self.counted.is_none();
        let closed = self.after().is_some_and(|after| after.word == CLOSE);
        let starts = self.amount.tokens.start == self.sentence.start;
        let stop = self.after().is_some_and(|after| after.word == STOP && after.is_glued());
        small && (closed && (starts || self.word_before() == OPEN) || starts && stop)
    }

    /// '16 Industrial Avenue'
    fn is_address(&self) -> bool {
        let start = self.amount.number_end;
        (start..self.sentence.end.min(start + 4))
            .take_while(|&at| self.page.token(at).is_some_and(|token| token.is_capital() || token.word == S))
            .any(|at| self.designates_behind(at))
    }

    fn designates_behind(&self, at: u32) -> bool {
        let found = self.page.hits.table(at, Catalog::Designators);
        found
            .is_some_and(|(_, row, _)| self.page.lexicon.table(Catalog::Designators).cell(row, 1) != "before")
    }

    /// 'Boeing 737', 'Big Ten', 'the Three Gorges'
    fn is_name_part(&self) -> bool {
        let Some(before) = self.before() else { return false };
        let name_before = before.is_capital()
            && !is_function_word(before.word)
            && before.gap != Gap::Paragraph
            && self.role_at(self.amount.tokens.start - 1) != "stop";
        if self.amount.digits {
            return name_before && self.counted.is_none() && !self.bounded;
        }
        let capital = self.page.token(self.amount.tokens.start).is_some_and(Token::is_capital);
        let name_after = self.after().is_some_and(Token::is_capital);
        let opens = before.shape == Shape::Mark && before.word != HYPHEN && before.word != COMMA;
        capital && !opens && (name_before || name_after)
    }
}

fn is_year_number(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && ("1500".."2101").contains(&text)
}

fn is_function_word(word: Word) -> bool {
    word != Word::UNKNOWN && word.0 as usize <= crate::token::keyword::ALL.len()
}
