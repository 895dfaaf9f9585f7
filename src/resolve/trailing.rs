//! Days and places that stand beside a verb, or end its clause: 'signed a pact on fish with the islanders in 2018', 'was
//! signed without publicity in Armagh on 27 November', 'today exchanged notes'.

use super::attach::{Days, Opening, is_place};
use super::draft::EventDraft;
use crate::fact::{PartyKind, Polarity};
use crate::token::{Shape, Tokens, Word, keyword as k};
use crate::value::document::DocumentMention;
use crate::value::name::NameKind;
use crate::value::verb::is_finite;
use crate::value::{Page, Values};

/// The farthest that a day may stand from its verb, in tokens; documents in between are not counted.
const REACH: u32 = 24;

/// The day and place beside an event's verb, or at the end of its clause; `document` is what the event happened to.
pub(super) fn find(
    page: &Page,
    values: &Values,
    days: Days,
    event: &EventDraft,
    document: &Tokens,
) -> Opening {
    let sentence = page.sentence_at(event.tokens.start).filter(|_| event.polarity == Polarity::Affirmed);
    let Some(sentence) = sentence else { return Opening::default() };
    let clause = Clause { page, values, days, stretch: page.sentences[sentence].tokens.clone() };
    let active = event.tokens.end <= document.start && document.start < clause.stretch.end;
    let from = if active { document.end } else { event.tokens.end };
    let date = event.date.map(|(index, _)| index).or_else(|| clause.day(from, event));
    let place = match date.and_then(|index| values.dates.get(index)) {
        Some(day) => clause.place_beside(&day.tokens),
        None => clause.place_after(from).filter(|_| !active),
    };
    Opening { date, place }
}

struct Clause<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    days: Days<'a>,
    stretch: Tokens,
}

impl Clause<'_> {
    fn word(&self, at: u32) -> Word {
        if self.stretch.contains(&at) { self.page.word(at) } else { Word::UNKNOWN }
    }

    /// The day at the end of the clause, or right before the verb of what did come about.
    fn day(&self, from: u32, event: &EventDraft) -> Option<usize> {
        self.end_day(from).or_else(|| self.day_before(&event.tokens).filter(|_| event.is_plain()))
    }

    /// The first day in the rest of the clause that is said of the verb.
    fn end_day(&self, from: u32) -> Option<usize> {
        let mut at = from;
        let mut left = REACH;
        let mut infinitive = false;
        while at < self.stretch.end && left > 0 {
            if let Some((_, document)) = self.document(at) {
                at = document.tokens.end;
                continue;
            }
            if let Some((index, date)) = self.values.dates.at(at) {
                let said = self.is_adverbial(index, at) && (!infinitive || self.is_recent(index));
                if said {
                    return Some(index);
                }
                at = date.tokens.end;
                continue;
            }
            if self.ends(at) {
                return None;
            }
            infinitive |= self.word(at) == k::TO;
            at += 1;
            left -= 1;
        }
        None
    }

    /// The day that stands right before the verb: 'the two today exchanged notes', 'ended on Friday with the signing'.
    fn day_before(&self, verb: &Tokens) -> Option<usize> {
        const ARTICLES: &[Word] = &[k::THE, k::A, k::WITH, k::BY];
        let before = (self.stretch.start..verb.start).rev().find(|&at| !ARTICLES.contains(&self.word(at)))?;
        let (index, date) = self.values.dates.covering(before)?;
        (self.document(before).is_none() && self.is_adverbial(index, date.tokens.start)).then_some(index)
    }

    /// Whether a date says when something was done: 'on Monday', 'in 2018', 'last week', not 'the 2018 programme' nor 'for 2018'.
    fn is_adverbial(&self, index: usize, at: u32) -> bool {
        const YEAR: usize = "2018".len();
        let Some(date) = self.days.dates.get(index).filter(|date| date.is_moment()) else { return false };
        match at.checked_sub(1).map(|before| self.word(before)) {
            Some(k::ON) => date.value.len() > YEAR,
            Some(k::IN) => date.begin.is_some() || date.value.starts_with('X'),
            Some(
                k::OF
                | k::FOR
                | k::FROM
                | k::TO
                | k::UNTIL
                | k::TILL
                | k::SINCE
                | k::BETWEEN
                | k::THE
                | k::A
                | k::BY
                | k::DATED
                | k::S
                | k::HYPHEN
                | k::AND
                | k::OPEN
                | k::BEFORE
                | k::AFTER
                | k::THAN,
            ) => false,
            _ => date.anchor.is_some() && !self.is_attribute(index),
        }
    }

    /// Whether a noun follows that the date belongs to: 'next year's budget'.
    fn is_attribute(&self, index: usize) -> bool {
        self.values.dates.get(index).is_some_and(|date| self.word(date.tokens.end) == k::S)
    }

    /// Whether a date is one of the days just before publication, which the news tells when it was done.
    fn is_recent(&self, index: usize) -> bool {
        const DAY: usize = "2018-05-31".len();
        let published = self.days.published.map(|published| published.value.as_str());
        let date = self.days.dates.get(index);
        date.is_some_and(|date| {
            // ISO 8601 days compare as text.
            date.anchor.is_some()
                && date.value.len() >= DAY
                && published.is_some_and(|day| &date.value[..DAY] <= day)
        })
    }

    fn document(&self, at: u32) -> Option<(usize, &DocumentMention)> {
        self.values.documents.covering(at).filter(|(_, mention)| mention.stands_for.is_none())
    }

    /// Whether something else is told from a token on.
    fn ends(&self, at: u32) -> bool {
        let word = self.word(at);
        let another = || match word {
            k::COMMA => !self.goes_on(at + 1),
            k::AND => self.is_deed(at + 1),
            _ => false,
        };
        ENDS.contains(&word) || is_finite(self.page, at) || another()
    }

    /// Whether a small word in -ed stands here: 'and launched talks'.
    fn is_deed(&self, at: u32) -> bool {
        let small = self.page.token(at).is_some_and(|token| token.shape == Shape::Lower);
        small && self.page.str(at).ends_with("ed")
    }

    /// Whether what follows a comma belongs to the same clause: a name, a day, or the place of one.
    fn goes_on(&self, at: u32) -> bool {
        let led = u32::from(matches!(self.word(at), k::ON | k::IN | k::AT));
        self.values.names.at(at + led).is_some() || self.values.dates.at(at + led).is_some()
    }

    /// The place right before or after a day: 'in Minsk on Monday', 'on Monday in Minsk'.
    fn place_beside(&self, day: &Tokens) -> Option<usize> {
        let led = day.start.checked_sub(1).filter(|&at| matches!(self.word(at), k::ON | k::IN));
        let start = led.unwrap_or(day.start);
        let before = start.checked_sub(1).and_then(|at| self.values.names.covering(at));
        let before = before.filter(|(_, name)| {
            is_site(name.kind) && self.is_led(name.tokens.start) && name.tokens.end == start
        });
        before.map(|(index, _)| index).or_else(|| self.place_at(day.end))
    }

    /// The first place after a token: 'signed without publicity in Armagh'.
    fn place_after(&self, from: u32) -> Option<usize> {
        (from..self.stretch.end.min(from + REACH))
            .take_while(|&at| !self.ends(at))
            .find_map(|at| self.place_at(at))
    }

    /// The place that 'in' or 'at' leads to.
    fn place_at(&self, at: u32) -> Option<usize> {
        let led = matches!(self.word(at), k::IN | k::AT);
        let first = at + 1 + u32::from(self.word(at + 1) == k::THE);
        let (index, name) = self.values.names.at(first).filter(|_| led)?;
        (is_site(name.kind) && self.word(name.tokens.end) != k::HYPHEN).then_some(index)
    }

    fn is_led(&self, at: u32) -> bool {
        let before = (self.stretch.start..at).rev().find(|&at| self.word(at) != k::THE);
        before.is_some_and(|at| matches!(self.word(at), k::IN | k::AT))
    }
}

/// Whether something can be signed there: a town, one that no table knows, or a palace whose town is not told.
fn is_site(kind: NameKind) -> bool {
    is_place(kind) || matches!(kind, NameKind::Venue | NameKind::Party(PartyKind::Unknown))
}

/// Words with which something else begins.
const ENDS: &[Word] = &[
    k::THAT,
    k::WHICH,
    k::WHO,
    k::WHERE,
    k::WHEN,
    k::WHILE,
    k::IF,
    k::BUT,
    k::AS,
    k::AFTER,
    k::BEFORE,
    k::UNTIL,
    k::SINCE,
    k::UNDER,
    k::SAID,
    k::SAYS,
    k::SAY,
    k::TOLD,
    k::SAYING,
    k::QUOTE,
    k::OPEN_QUOTE,
    k::CLOSE_QUOTE,
    k::SEMICOLON,
    k::COLON,
    k::EN_DASH,
    k::EM_DASH,
    k::DOUBLE_DASH,
    k::OPEN,
    k::IT,
    k::THEY,
    k::HE,
    k::SHE,
];

#[cfg(test)]
mod tests {
    use crate::resolve::tests::read;

    /// Day and place of the first document of each text, published on Thursday, 14 March 2024.
    fn check(cases: &[(&str, &str, &str)]) {
        for &(text, day, place) in cases {
            let facts = read(text);
            let document = facts.documents.first().unwrap_or_else(|| panic!("{text}"));
            let date = document.date.as_ref().map_or("", |date| date.value.as_str());
            let name = document.place.as_ref().map_or("", |place| place.name.as_str());
            assert_eq!((date, name), (day, place), "{text}");
        }
    }

    #[test]
    fn what_ends_the_clause_is_the_verb_s() {
        check(&[
            ("Oman signed a treaty on trade with the islanders of the east on Monday.", "2024-03-11", ""),
            ("Acme signed a contract to build a plant on Tuesday.", "2024-03-12", ""),
            (
                "The treaty was signed without publicity in Armagh on 27 November 2023.",
                "2023-11-27",
                "Armagh",
            ),
            ("The treaty was signed by Ana Ruiz and Bo Lind in Kampala on Monday.", "2024-03-11", "Kampala"),
            ("Oman and Chad signed a charter at Singha Durbar last Friday.", "2024-03-08", "Singha Durbar"),
            ("Talks ended in Rome on Friday with the signing of a treaty on fish.", "2024-03-08", "Rome"),
        ]);
    }

    #[test]
    fn what_belongs_to_something_else() {
        check(&[
            ("Oman signed a treaty that will bring water to the east on Monday.", "", ""),
            ("Oman signed a deal to build a plant in 2026.", "", ""),
            ("Oman signed an accord with Chad, which left the bloc in 2010.", "", ""),
            ("Oman and Chad signed a treaty and launched talks in May.", "", ""),
            ("Oman signed an agreement after the war of 1990.", "", ""),
            ("Oman will not sign the treaty during next week's visit.", "", ""),
        ]);
    }
}
