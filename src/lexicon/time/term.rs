//! The meanings that words have in dates.

use super::Feast;
use crate::fact::{Modifier, vocabulary};

vocabulary! {
    /// A season, by its TIMEX3 code.
    Season { Spring = "SP", Summer = "SU", Autumn = "FA", Winter = "WI" }
    /// A part of the day or a named hour, by its TIMEX3 code.
    DayPart {
        Morning = "TMO", Noon = "T12:00", Afternoon = "TAF", Evening = "TEV", Night = "TNI", Midnight = "T24:00",
    }
    /// A unit of time, the smallest first, by its TIMEX3 code; those of the clock have a T before it.
    Unit {
        Second = "TS", Minute = "TM", Hour = "TH", Day = "D", Weekend = "WE", Week = "W", Fortnight = "FN",
        Month = "M", Quarter = "Q", Half = "H", Year = "Y", Decade = "DE", Century = "CE", Millennium = "ML",
    }
    /// A word that picks one of many: 'last'; 'this'; 'next'; 'the previous', 'the following' and 'the same',
    /// which go from the one spoken of; 'the latest', which is the last that is over.
    Which {
        Last = "last", This = "this", Next = "next", Previous = "previous", Following = "following",
        Same = "same", Latest = "latest",
    }
    /// Which way a shift goes, and from what: 'ago' and 'ahead' from the day of publication, 'earlier' and
    /// 'later' from the date spoken of.
    Way { Ago = "ago", Ahead = "ahead", Earlier = "earlier", Later = "later" }
    /// Times that nobody dates: 'recently', 'now', 'the future'.
    Vague { Past = "PAST_REF", Present = "PRESENT_REF", Future = "FUTURE_REF" }
    /// Which way a word near it turns an incomplete date.
    Turn { Future = "future", Past = "past", Neither = "neither" }
}

/// A month's name or abbreviation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Month {
    /// January is 1.
    pub number: i8,
    /// The length of its full name, by which abbreviations are told.
    pub length: u8,
    /// Whether it is a given name or another word too.
    pub given: bool,
}

/// A day known by month and day alone, as its noun says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KnownDay {
    /// The year it was in.
    pub year: i16,
    /// The month.
    pub month: i8,
    /// The day.
    pub day: i8,
}

/// The meaning of a word, or of a few, in dates.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Term {
    /// 'August', 'Aug'
    Month(Month),
    /// 'Monday', which is 1.
    Weekday(i8),
    /// 'Mondays'
    Weekdays(i8),
    /// 'Mon': counts only beside a date.
    ShortWeekday(i8),
    /// 'summer'
    Season(Season),
    /// 'Easter'
    Holiday(Feast),
    /// 'year'
    Unit(Unit),
    /// 'years'
    Units(Unit),
    /// 'morning', 'noon'
    DayPart(DayPart),
    /// 'mornings'
    DayParts(DayPart),
    /// 'GMT'
    Zone,
    /// 'attacks'
    KnownDay(KnownDay),
    /// One to nineteen.
    Small(u32),
    /// Twenty to ninety.
    Ten(u32),
    /// Hundred, thousand, dozen.
    Scale(u32),
    /// 'third'
    Ordinal(i8),
    /// 'nineties'
    Decade(i16),
    /// 'the'
    Article,
    /// 'a', 'a couple of'
    Count(u32),
    /// 'several'
    Some,
    /// 'today', by days from the day of publication.
    Day(i8),
    /// 'tonight', counted likewise.
    Night(i8),
    /// 'last'
    Which(Which),
    /// 'early', 'end of'
    Side(Modifier),
    /// 'about'
    Bound(Modifier),
    /// 'ago'
    Way(Way),
    /// 'fortnightly', by how many of a unit lie between.
    Set(u32, Unit),
    /// 'nightly'
    SetPart(DayPart),
    /// 'every'
    Every,
    /// 'twice'
    Times(u32),
    /// 'recently'
    Vague(Vague),
    /// 'fiscal'
    Fiscal,
    /// 'recent'
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
    /// 'took': a length follows.
    Lasting,
    /// What says that an incomplete date lies ahead or behind.
    Turn(Turn),
    /// 'Times', 'Telegraph': after a weekday the name of a paper.
    Paper,
}

impl Term {
    /// Whether a temporal expression may be made of this and words around it.
    pub fn is_core(self) -> bool {
        use Term::*;
        matches!(
            self,
            Month(_)
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
                | Set(..)
                | SetPart(_)
                | Vague(_)
                | Fiscal
                | Period
                | Recent
                | Meridian(_)
                | Clock
                | Zone
                | Ten(_)
                | Small(13..=20)
        )
    }
}
