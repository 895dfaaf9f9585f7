//! What single words mean in dates, read off the tables, and the input that the grammars walk over.

use nom::IResult;

use super::expr::{Season, Unit, Vague, Way, Which};
use crate::fact::Modifier;
use crate::lexicon::{Catalog, Entry, Origin, Table};
use crate::token::{Shape, Token, Tokens, Word, keyword};
use crate::value::Page;

/// The meaning of a word, or of a few, in dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Term {
    /// By number, and whether it is an abbreviation.
    Month(i8, bool),
    Weekday(i8),
    /// 'Mondays'
    Weekdays(i8),
    /// 'Mon': counts only beside a date.
    ShortWeekday(i8),
    Season(Season),
    Holiday(u16),
    Unit(Unit),
    Units(Unit),
    DayPart(u16),
    DayParts(u16),
    Zone,
    /// The row of the table of days known by their nouns.
    KnownDay(u16),
    /// One to nineteen.
    Small(u32),
    /// Twenty to ninety.
    Ten(u32),
    /// Hundred, thousand, dozen.
    Scale(u32),
    Ordinal(i8),
    /// 'nineties'
    Decade(i16),
    Article,
    /// 'a', 'a couple of'
    Count(u32),
    /// 'several'
    Some,
    Day(i8),
    Night(i8),
    Which(Which),
    Side(Modifier),
    Bound(Modifier),
    Way(Way),
    Set(&'static str),
    Every,
    Times(u32),
    Vague(Vague),
    Fiscal,
    Recent,
    /// 'past' as an adjective.
    Past,
    /// The hours that 'a.m.' and 'p.m.' add.
    Meridian(i8),
    /// 'o'clock'
    Clock,
    /// 'period'
    Period,
    /// 'ended': the day on which a period ends follows.
    Ended,
    /// What may stand between a number and its unit: 'two more weeks'.
    Filler,
}

impl Term {
    /// Whether a temporal expression may be made of this and words around it.
    fn is_core(self) -> bool {
        use Term::*;
        matches!(
            self,
            Month(..)
                | Weekday(_)
                | Weekdays(_)
                | ShortWeekday(_)
                | Season(_)
                | Holiday(_)
                | Unit(_)
                | Units(_)
                | DayPart(_)
                | DayParts(_)
                | Decade(_)
                | Day(_)
                | Night(_)
                | Set(_)
                | Vague(_)
                | Fiscal
                | Period
                | Recent
                | Ten(_)
                | Small(13..=20)
        )
    }
}

/// The terms of a page, by the token at which they begin.
pub(super) struct Terms {
    terms: Vec<(u32, Term)>,
    first: Vec<u32>,
    /// For each token, how many tokens on the next begins of which a date can be made; 255 if far.
    core: Vec<u8>,
}

/// How far before its core an expression may begin: 'the end of the first half of the fiscal year'.
const REACH: u8 = 8;

impl Terms {
    pub(super) fn read(page: &Page) -> Terms {
        let count = page.tokens.len();
        let mut terms =
            Terms { terms: Vec::new(), first: Vec::with_capacity(count + 1), core: vec![255; count + 1] };
        for at in 0..count as u32 {
            terms.first.push(terms.terms.len() as u32);
            for hit in page.hits.at(at) {
                push_terms(page, at, hit.entry, hit.end, &mut terms.terms);
            }
        }
        terms.first.push(terms.terms.len() as u32);
        terms.measure(page);
        terms
    }

    /// Fills in how far the next core is.
    fn measure(&mut self, page: &Page) {
        for at in (0..page.tokens.len()).rev() {
            let own = self.at(at as u32).iter().any(|(_, term)| term.is_core())
                || matches!(page.tokens[at].shape, Shape::Number | Shape::Code);
            self.core[at] = if own { 0 } else { self.core[at + 1].saturating_add(1) };
        }
    }

    /// Whether an expression may begin at a token.
    pub(super) fn may_begin(&self, page: &Page, at: u32) -> bool {
        let near = self.core.get(at as usize).is_some_and(|&distance| distance <= REACH);
        near && (!self.at(at).is_empty()
            || page.token(at).is_some_and(|token| {
                matches!(token.shape, Shape::Number | Shape::Code) || token.word == keyword::APOSTROPHE
            }))
    }

    fn at(&self, at: u32) -> &[(u32, Term)] {
        match (self.first.get(at as usize), self.first.get(at as usize + 1)) {
            (Some(&start), Some(&end)) => &self.terms[start as usize..end as usize],
            _ => &[],
        }
    }
}

/// Whether the day on which a period ends follows a token: 'the quarter ended July 31'.
pub(crate) fn ends_period(page: &Page, at: u32) -> bool {
    let hit = page.hits.table(at, Catalog::DateWords);
    hit.is_some_and(|(_, row, _)| page.lexicon.table(Catalog::DateWords).cell(row, 1) == "ended")
}

/// The meanings that one hit of a table gives.
fn push_terms(page: &Page, at: u32, entry: Entry, end: u32, terms: &mut Vec<(u32, Term)>) {
    let Origin::Table(catalog, column) = entry.origin else { return };
    let table = page.lexicon.table(catalog);
    let row = entry.row as usize;
    let number = || table.cell(row, 0).parse().unwrap_or(0);
    let second_column = column > 1 && table.column("many") == Some(column as usize);
    let term = match catalog {
        Catalog::Months => {
            let short = page.slice(&(at..end)).len() < table.cell(row, 1).len();
            Some(Term::Month(number(), short))
        }
        Catalog::Weekdays if second_column => Some(Term::Weekdays(number())),
        Catalog::Weekdays if column > 3 => Some(Term::ShortWeekday(number())),
        Catalog::Weekdays => Some(Term::Weekday(number())),
        Catalog::Seasons => season(table.cell(row, 0)).map(Term::Season),
        Catalog::Holidays => Some(Term::Holiday(row as u16)),
        Catalog::TimeUnits if second_column => unit(table.cell(row, 0)).map(Term::Units),
        Catalog::TimeUnits => unit(table.cell(row, 0)).map(Term::Unit),
        Catalog::DayParts if second_column => Some(Term::DayParts(row as u16)),
        Catalog::DayParts => Some(Term::DayPart(row as u16)),
        Catalog::TimeZones => Some(Term::Zone),
        Catalog::KnownDays => Some(Term::KnownDay(row as u16)),
        Catalog::Numbers if column == 3 => number_word(table, row),
        Catalog::DateWords => {
            let classes = table.spellings(row, 1).zip(table.cell(row, 2).split('|'));
            terms
                .extend(classes.filter_map(|(class, value)| date_word(class, value)).map(|term| (end, term)));
            None
        }
        _ => None,
    };
    terms.extend(term.map(|term| (end, term)));
}

fn number_word(table: &Table, row: usize) -> Option<Term> {
    let value: u32 = table.get(row, "value").parse().ok()?;
    Some(match table.get(row, "kind") {
        "digit" | "teen" => Term::Small(value),
        "ten" => Term::Ten(value),
        "scale" | "hundred" | "dozen" => Term::Scale(value),
        "ordinal" => Term::Ordinal(i8::try_from(value).ok()?),
        _ => return None,
    })
}

fn date_word(class: &str, value: &str) -> Option<Term> {
    Some(match class {
        "article" => Term::Article,
        "count" => value.parse().map_or(Term::Some, Term::Count),
        "decade" => Term::Decade(value.parse().ok()?),
        "day" => Term::Day(value.parse().ok()?),
        "night" => Term::Night(value.parse().ok()?),
        "which" => Term::Which(which(value)?),
        "side" => Term::Side(Modifier::parse(value)?),
        "bound" => Term::Bound(Modifier::parse(value)?),
        "way" => Term::Way(way(value)?),
        "set" => Term::Set(set_value(value)?),
        "every" => Term::Every,
        "freq" => Term::Times(value.parse().ok()?),
        "vague" => Term::Vague(vague(value)?),
        "fiscal" => Term::Fiscal,
        "recent" => Term::Recent,
        "past" => Term::Past,
        "meridian" => Term::Meridian(value.parse().ok()?),
        "clock" => Term::Clock,
        "period" => Term::Period,
        "ended" => Term::Ended,
        "filler" => Term::Filler,
        _ => return None,
    })
}

/// The TIMEX3 values that the table of words gives to adverbs.
const SET_VALUES: &[&str] = &["P1D", "P1W", "P2W", "P1M", "P3M", "P1Y", "PT1H", "XXXX-XX-XXTNI"];

fn set_value(value: &str) -> Option<&'static str> {
    SET_VALUES.iter().find(|known| **known == value).copied()
}

fn season(code: &str) -> Option<Season> {
    Some(match code {
        "SP" => Season::Spring,
        "SU" => Season::Summer,
        "FA" => Season::Autumn,
        "WI" => Season::Winter,
        _ => return None,
    })
}

fn unit(code: &str) -> Option<Unit> {
    Some(match code {
        "TS" => Unit::Second,
        "TM" => Unit::Minute,
        "TH" => Unit::Hour,
        "D" => Unit::Day,
        "WE" => Unit::Weekend,
        "W" => Unit::Week,
        "FN" => Unit::Fortnight,
        "M" => Unit::Month,
        "Q" => Unit::Quarter,
        "H" => Unit::Half,
        "Y" => Unit::Year,
        "DE" => Unit::Decade,
        "CE" => Unit::Century,
        "ML" => Unit::Millennium,
        _ => return None,
    })
}

fn which(value: &str) -> Option<Which> {
    Some(match value {
        "last" => Which::Last,
        "this" => Which::This,
        "next" => Which::Next,
        "previous" => Which::Previous,
        "following" => Which::Following,
        "same" => Which::Same,
        "latest" => Which::Latest,
        _ => return None,
    })
}

fn way(value: &str) -> Option<Way> {
    Some(match value {
        "ago" => Way::Ago,
        "ahead" => Way::Ahead,
        "earlier" => Way::Earlier,
        "later" => Way::Later,
        _ => return None,
    })
}

fn vague(value: &str) -> Option<Vague> {
    Some(match value {
        "PAST_REF" => Vague::Past,
        "PRESENT_REF" => Vague::Present,
        "FUTURE_REF" => Vague::Future,
        _ => return None,
    })
}

/// The tokens of a block from `at` on, with the terms among them.
#[derive(Clone, Copy)]
pub(super) struct Input<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) terms: &'a Terms,
    pub(super) at: u32,
    pub(super) end: u32,
}

/// What a grammar of dates returns.
pub(super) type Read<'a, T> = IResult<Input<'a>, T, ()>;

/// The failure of a grammar, which says nothing.
pub(super) fn fail<'a, T>() -> Read<'a, T> {
    Err(nom::Err::Error(()))
}

/// Failure unless a condition holds.
pub(super) fn ensure<'a>(input: Input<'a>, condition: bool) -> Read<'a, ()> {
    if condition { Ok((input, ())) } else { fail() }
}

impl<'a> Input<'a> {
    pub(super) fn peek(&self) -> Option<&'a Token> {
        if self.at < self.end { self.page.token(self.at) } else { None }
    }

    pub(super) fn word(&self) -> Word {
        self.peek().map_or(Word::UNKNOWN, |token| token.word)
    }

    pub(super) fn text(&self) -> &'a str {
        self.peek().map_or("", |token| token.span.of(self.page.text))
    }

    /// The token before the next one; none at the start of the page.
    pub(super) fn before(&self) -> Option<&'a Token> {
        self.page.token(self.at.checked_sub(1)?)
    }

    pub(super) fn to(self, at: u32) -> Input<'a> {
        Input { at: at.min(self.end), ..self }
    }

    pub(super) fn since(&self, start: Input) -> Tokens {
        start.at..self.at
    }
}

/// The longest term that a function makes something of.
pub(super) fn term<'a, T>(pick: impl Fn(Term) -> Option<T>) -> impl Fn(Input<'a>) -> Read<'a, T> {
    move |input| {
        let found = input.terms.at(input.at).iter().rev();
        let fits =
            found.filter(|(end, _)| *end <= input.end).find_map(|(end, term)| Some((*end, pick(*term)?)));
        match fits {
            Some((end, value)) if input.at < input.end => Ok((input.to(end), value)),
            _ => fail(),
        }
    }
}

/// Defines the reader of one variant of [`Term`].
macro_rules! pick {
    ($pattern:pat => $value:expr) => {
        $crate::value::date::term::term(|term| match term {
            $pattern => Some($value),
            _ => None,
        })
    };
}
pub(super) use pick;

/// One given word or mark.
pub(super) fn word<'a>(word: Word) -> impl Fn(Input<'a>) -> Read<'a, ()> {
    move |input| {
        if input.word() == word && input.at < input.end { Ok((input.to(input.at + 1), ())) } else { fail() }
    }
}

/// A given mark that is glued to the token before.
pub(super) fn glued<'a>(mark: Word) -> impl Fn(Input<'a>) -> Read<'a, ()> {
    move |input| match input.peek() {
        Some(token) if token.word == mark && token.is_glued() => Ok((input.to(input.at + 1), ())),
        _ => fail(),
    }
}

/// A hyphen between glued words: 'third-quarter'.
pub(super) fn hyphen(input: Input) -> Read<()> {
    let (rest, ()) = glued(keyword::HYPHEN)(input)?;
    let (_, ()) = ensure(rest, rest.peek().is_some_and(Token::is_glued))?;
    Ok((rest, ()))
}

/// Nothing, or a hyphen.
pub(super) fn joint(input: Input) -> Read<()> {
    match hyphen(input) {
        Ok((rest, ())) => Ok((rest, ())),
        Err(_) => Ok((input, ())),
    }
}

/// 'the', where it stands.
pub(super) fn article(input: Input) -> Read<()> {
    match pick!(Term::Article => ())(input) {
        Ok((rest, ())) => Ok((rest, ())),
        Err(_) => Ok((input, ())),
    }
}
