//! What a temporal expression says, before anybody knows when it was said.

pub use crate::lexicon::time::{DayPart, Feast, Season, Unit, Vague, Way, Which};

/// What is said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expr {
    /// A day, a month, an hour: something that lies at one place in time.
    Point(Point),
    /// How long: parts from the largest unit to the smallest.
    Duration(Vec<(Amount, Unit)>),
    /// What comes again.
    Set(Set),
    /// 'now', 'recently', 'the future'
    Vague(Vague),
}

/// A place in time: a day or longer period, and perhaps a time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Point {
    /// The day or period.
    pub when: When,
    /// The time of day.
    pub time: Option<Time>,
}

/// A day or longer period as said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    /// Part of a year: 'May 4, 1992', 'May 4', '1992', 'last August', 'the third quarter of last year'.
    Calendar {
        /// The year, as far as it is said.
        year: Year,
        /// Which part of it.
        part: Part,
        /// A word that picks one of its recurrences: 'last August'.
        which: Option<Which>,
    },
    /// 'the 1990s', by the year without its last digit; 'the nineties' by two digits.
    Decade(i16),
    /// 'the 20th century', by its ordinal.
    Century(i16),
    /// 'Friday', 'last Friday'; Monday is 1.
    Weekday(i8, Option<Which>),
    /// 'last week', 'this month', 'the following year'; 'the quarter' without a word that picks it.
    Unit(Unit, Option<Which>),
    /// Days from the day of publication: 'yesterday' is -1.
    Deictic(i8),
    /// 'two years ago', 'three days later', 'a year earlier'.
    Shift {
        /// How many.
        by: Amount,
        /// Of what.
        unit: Unit,
        /// Which way, and from what.
        way: Way,
    },
    /// 'the year-ago quarter': a period one year before the one spoken of.
    YearAgo(Unit),
    /// Only a time of day is said.
    Unsaid,
}

/// A year as far as it is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Year {
    /// All of it.
    Said(i16),
    /// Two digits: '98'.
    Short(i8),
    /// 'of last year'.
    Which(Which),
    /// Not at all.
    Unsaid,
}

/// A part of a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The whole year.
    Whole,
    /// A month.
    Month(i8),
    /// A month and its day.
    Day(i8, i8),
    /// The week that holds a month's day.
    WeekOf(i8, i8),
    /// A day whose month is not said: 'the 15th'.
    DayOfMonth(i8),
    /// The two numbers before a year, of which one is the month: '03/04'; at least one is no more than twelve.
    Slashed(i8, i8),
    /// A quarter.
    Quarter(i8),
    /// A half.
    Half(i8),
    /// A season.
    Season(Season),
    /// A holiday.
    Holiday(Feast),
    /// The week or weekend of a holiday.
    Around(Feast, Unit),
}

/// How many.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Amount {
    /// In hundredths.
    Exact(u32),
    /// 'several', or nothing before a plural.
    Some,
}

impl Amount {
    /// A whole number.
    pub fn whole(number: u32) -> Amount {
        Amount::Exact(number.saturating_mul(100))
    }
}

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Time {
    /// Hour, minute and second, the last two as far as they are said.
    Clock(i8, Option<i8>, Option<i8>),
    /// A part of the day.
    Part(DayPart),
}

/// What comes again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Set {
    /// What it comes with.
    pub every: Every,
    /// How often in each.
    pub freq: Option<u32>,
    /// Which of them, where 'every' or 'each' is said: every one, every second.
    pub each: Option<u32>,
}

/// What a set comes with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Every {
    /// 'every two weeks', 'daily'
    Length(Amount, Unit),
    /// 'every Monday', 'Monday nights'
    Weekday(i8, Option<DayPart>),
    /// 'every July'
    Part(Part),
    /// 'every morning', 'nightly'
    DayPart(DayPart),
}
