//! What a token can be in a date, a bit a kind: by it the families of grammars are chosen that may begin there.

use std::ops::BitOr;

use crate::lexicon::time::Term;
use crate::token::{Shape, keyword};
use crate::value::Page;

/// A set of kinds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Signs(u32);

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "the variants only number the constants")]
        enum Number { $($name),* }
        impl Signs {
            $($(#[$doc])* pub(super) const $name: Signs = Signs(1 << Number::$name as u32);)*
        }
    };
}

signs! {
    /// '1992', 'Q3'
    DIGITS,
    /// The apostrophe before a short year.
    APOSTROPHE,
    ARTICLE,
    /// 'last', 'this', 'past'
    WHICH,
    /// 'two', 'twenty', 'a', 'a couple of', 'several'
    COUNT,
    ORDINAL,
    /// 'about', 'more than'
    BOUND,
    /// 'early', 'the end of'
    SIDE,
    MONTH,
    WEEKDAY,
    /// 'Mondays'
    WEEKDAYS,
    /// 'summer', 'Easter'
    SEASON,
    UNIT,
    /// 'years'
    UNITS,
    /// 'morning'
    DAY_PART,
    /// 'tonight'
    NIGHT,
    /// 'today'
    DAY,
    /// 'nineties'
    DECADE,
    /// 'every', 'twice', 'daily'
    SET,
    /// 'now'
    VAGUE,
    FISCAL,
    /// What continues a date and begins none: 'ago', 'p.m.', 'more'
    INNER,
}

impl Signs {
    const NONE: Signs = Signs(0);
    /// What no date is made of alone: something must follow.
    const LEADS: Signs = Signs(
        Signs::ARTICLE.0
            | Signs::WHICH.0
            | Signs::COUNT.0
            | Signs::ORDINAL.0
            | Signs::BOUND.0
            | Signs::SIDE.0
            | Signs::FISCAL.0
            | Signs::INNER.0,
    );

    /// What a token can be.
    pub(super) fn at(page: &Page, at: u32) -> Signs {
        let written = match page.token(at) {
            Some(token) if matches!(token.shape, Shape::Number | Shape::Code) => Signs::DIGITS,
            Some(token) if token.word == keyword::APOSTROPHE => Signs::APOSTROPHE,
            _ => Signs::NONE,
        };
        page.terms(at).fold(written, |signs, (_, term)| signs | Signs::of(term))
    }

    /// Whether both have a kind in common.
    pub(super) const fn meets(self, other: Signs) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it is of no kind, or of none with which a date begins.
    pub(super) const fn begins_nothing(self) -> bool {
        self.0 & !Signs::INNER.0 == 0
    }

    /// Whether it is of no kind at all.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether it only leads to what follows.
    pub(super) const fn only_leads(self) -> bool {
        self.0 & !Signs::LEADS.0 == 0
    }

    const fn of(term: Term) -> Signs {
        match term {
            Term::Article => Signs::ARTICLE,
            Term::Which(_) | Term::Past => Signs::WHICH,
            Term::Small(_) | Term::Ten(_) | Term::Count(_) | Term::Some => Signs::COUNT,
            Term::Ordinal(_) => Signs::ORDINAL,
            Term::Bound(_) => Signs::BOUND,
            Term::Side(_) => Signs::SIDE,
            Term::Month(_) => Signs::MONTH,
            Term::Weekday(_) | Term::ShortWeekday(_) => Signs::WEEKDAY,
            Term::Weekdays(_) => Signs::WEEKDAYS,
            Term::Season(_) | Term::Holiday(_) => Signs::SEASON,
            Term::Unit(_) => Signs::UNIT,
            Term::Units(_) | Term::Recent => Signs::UNITS,
            Term::DayPart(_) => Signs::DAY_PART,
            Term::Night(_) => Signs::NIGHT,
            Term::Day(_) => Signs::DAY,
            Term::Decade(_) => Signs::DECADE,
            Term::Set(..) | Term::SetPart(_) | Term::Every | Term::Times(_) => Signs::SET,
            Term::Vague(_) => Signs::VAGUE,
            Term::Fiscal => Signs::FISCAL,
            Term::Scale(_)
            | Term::Way(_)
            | Term::DayParts(_)
            | Term::Zone
            | Term::Meridian(_)
            | Term::Clock
            | Term::Period
            | Term::Ended
            | Term::Filler => Signs::INNER,
            Term::KnownDay(_) | Term::Lasting | Term::Turn(_) | Term::Paper => Signs::NONE,
        }
    }
}

impl BitOr for Signs {
    type Output = Signs;

    fn bitor(self, other: Signs) -> Signs {
        Signs(self.0 | other.0)
    }
}

/// The signs of all of a few kinds, for tables.
pub(super) const fn any(kinds: &[Signs]) -> Signs {
    let mut bits = 0;
    let mut at = 0;
    while at < kinds.len() {
        bits |= kinds[at].0;
        at += 1;
    }
    Signs(bits)
}
