//! Verb groups: auxiliaries, adverbs and control verbs around a verb of a list.
//!
//! A group is read as a chain in which each cue says what form may come next: 'has' asks for a
//! participle, 'yet to' for a base form. The table `lexicon/verb_cues.tsv` holds the cues.

mod cue;
mod inflect;

pub use cue::is_finite;
pub use inflect::{insert, surfaces};

use cue::{Cue, Next};

use super::{Page, Values};
use crate::fact::{Modality, Polarity};
use crate::lexicon::{Hit, Origin, VerbForm};
use crate::token::{Tokens, Word, keyword as k};

/// A verb group read at some token.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerbGroup {
    /// All of it: 'was not expected to be signed'.
    pub tokens: Tokens,
    /// The verb alone: 'signed'.
    pub verb: Tokens,
    /// The entry of the verb list.
    pub entry: u32,
    /// Whether it says that it is so or not.
    pub polarity: Polarity,
    /// How surely.
    pub modality: Modality,
}

/// Which voice a verb hole asks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Voice {
    /// 'signed', 'will sign', 'has yet to sign', 'signing'
    Active,
    /// 'was signed', 'being signed', 'to be signed', and the reduced 'signed'
    Passive,
    /// Either.
    Any,
}

/// The verb group of a list's verb that starts at `at` and ends before `end`.
///
/// Nothing is read in the middle of a group ('signed' after 'was'), nor where a determiner makes the
/// verb a noun or an attribute ('the signing', 'a newly signed deal'), nor at the end of a compound ('court-sealed').
pub fn read(page: &Page, values: &Values, list: u16, voice: Voice, at: u32, end: u32) -> Option<VerbGroup> {
    if page.hits.at(at).is_empty() && cue::cues(page, at, Next::Start).next().is_none() {
        return None;
    }
    let joined =
        page.token(at).is_some_and(|token| token.is_glued()) && at > 0 && page.word(at - 1) == k::HYPHEN;
    let before = cue::before(page, at);
    if joined || before.spanned || before.last.is_some_and(|last| makes_noun(page, last, at)) {
        return None;
    }
    let group = Group { page, values, list, end };
    let inside = |state| group.read(at, state, Voice::Any, Said::default(), 0).is_some();
    if before.asks.is_some_and(inside) {
        return None;
    }
    let mut read = group.read(at, Next::Start, voice, Said::default(), 0)?;
    read.tokens.start = at;
    Some(read)
}

/// Whether the word before makes a noun of the verb; 'this would cut' has its subject before it.
fn makes_noun(page: &Page, before: u32, verb: u32) -> bool {
    let pronoun = page.word(before) == k::THIS && AUXILIARIES.contains(&page.word(verb));
    !pronoun && NOMINAL.contains(&page.word(before))
}

/// What can follow 'this' as a pronoun only.
const AUXILIARIES: &[Word] = &[k::WILL, k::WOULD, k::IS, k::WAS, k::HAS, k::HAD];

/// What makes a noun or an attribute of the verb after it.
const NOMINAL: &[Word] =
    &[k::THE, k::A, k::AN, k::THIS, k::ITS, k::THEIR, k::HIS, k::HER, k::OUR, k::EVERY, k::S];

/// The longest chain of cues before a verb.
const DEEPEST: u32 = 10;
/// The longest aside between two commas inside a group, in tokens.
const LONGEST_ASIDE: u32 = 8;

/// What the cues of a group say together.
#[derive(Clone, Copy)]
struct Said {
    negations: u32,
    modality: Modality,
}

impl Default for Said {
    fn default() -> Self {
        Said { negations: 0, modality: Modality::Asserted }
    }
}

impl Said {
    fn with(self, cue: &Cue) -> Said {
        let modality =
            if weight(cue.modality) > weight(self.modality) { cue.modality } else { self.modality };
        Said { negations: self.negations + u32::from(cue.negates), modality }
    }

    /// 'did not refuse to sign' is no statement that it was signed, only that it may have been.
    fn settle(self) -> (Polarity, Modality) {
        let polarity = if self.negations % 2 == 1 { Polarity::Negated } else { Polarity::Affirmed };
        let doubtful = self.negations == 2 && self.modality == Modality::Asserted;
        (polarity, if doubtful { Modality::Possible } else { self.modality })
    }
}

/// Which modality prevails where several are said.
fn weight(modality: Modality) -> u32 {
    match modality {
        Modality::Asserted => 0,
        Modality::Reported => 1,
        Modality::Planned => 2,
        Modality::Possible => 3,
        Modality::Conditional => 4,
        Modality::Denied => 5,
    }
}

struct Group<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    list: u16,
    end: u32,
}

impl Group<'_> {
    /// The rest of a group from `at` on, where `next` may come.
    fn read(&self, at: u32, next: Next, voice: Voice, said: Said, depth: u32) -> Option<VerbGroup> {
        if at >= self.end || depth > DEEPEST {
            return None;
        }
        self.cue_first(at, next, voice, said, depth)
            .or_else(|| self.verb(at, next, voice, said))
            .or_else(|| self.read(self.skip(at, next)?, next, voice, said, depth + 1))
    }

    fn cue_first(&self, at: u32, next: Next, voice: Voice, said: Said, depth: u32) -> Option<VerbGroup> {
        cue::cues(self.page, at, next)
            .filter(|cue| cue.end < self.end)
            .find_map(|cue| self.read(cue.end, cue.next.unwrap_or(next), voice, said.with(&cue), depth + 1))
    }

    /// The verb itself.
    fn verb(&self, at: u32, next: Next, voice: Voice, said: Said) -> Option<VerbGroup> {
        let (hit, form) = self.hits(at).find(|(hit, form)| {
            voice_of(next, *form).is_some_and(|read| voice == Voice::Any || read == voice)
                && !(*form == VerbForm::Gerund && self.page.word(hit.end) == k::OF && next != Next::Nominal)
        })?;
        let last = self.coordinated(hit.end, form).unwrap_or(hit);
        let (end, said) = self.after_copula(at, last.end, said);
        let (polarity, modality) = said.settle();
        Some(VerbGroup { tokens: at..end, verb: at..last.end, entry: last.entry.row, polarity, modality })
    }

    /// 'is not', 'was never': what negates a form of 'be' comes after it.
    fn after_copula(&self, verb: u32, end: u32, said: Said) -> (u32, Said) {
        let (mut end, mut said) = (end, said);
        if !cue::is_copula(self.page, verb, end) {
            return (end, said);
        }
        // 'is approximately 5 million': the adverb is the figure's.
        let free = |at: u32| self.values.quantities.at(at).is_none();
        while let Some(cue) = cue::cues(self.page, end, Next::Base)
            .find(|cue| cue.next.is_none() && cue.end < self.end && free(end))
        {
            end = cue.end;
            said = said.with(&cue);
        }
        (end, said)
    }

    /// Forms of the list's verbs at a token, longest first.
    fn hits(&self, at: u32) -> impl Iterator<Item = (Hit, VerbForm)> {
        self.page.hits.at(at).iter().rev().filter_map(|hit| match hit.entry.origin {
            Origin::Verbs(list, form) if list == self.list && hit.end <= self.end => Some((*hit, form)),
            _ => None,
        })
    }

    /// 'signed and sealed': the second verb, in the same form.
    fn coordinated(&self, at: u32, form: VerbForm) -> Option<Hit> {
        if self.page.word(at) != k::AND {
            return None;
        }
        self.hits(at + 1).find(|(_, second)| *second == form).map(|(hit, _)| hit)
    }

    /// What may stand inside a group after its first word: a day, or a short aside between commas.
    fn skip(&self, at: u32, next: Next) -> Option<u32> {
        if next == Next::Start {
            return None;
        }
        let word = self.page.word(at);
        if word == k::COMMA {
            return self.aside(at);
        }
        let day = at + u32::from(word == k::ON || word == k::IN);
        self.values.dates.at(day).map(|(_, date)| date.tokens.end)
    }

    fn aside(&self, comma: u32) -> Option<u32> {
        let last = self.end.min(comma + LONGEST_ASIDE + 2);
        let closing = (comma + 1..last).find(|&at| ASIDE_ENDS.contains(&self.page.word(at)))?;
        (self.page.word(closing) == k::COMMA).then_some(closing + 1)
    }
}

const ASIDE_ENDS: &[Word] =
    &[k::COMMA, k::SEMICOLON, k::COLON, k::STOP, k::QUOTE, k::OPEN_QUOTE, k::CLOSE_QUOTE];

/// The voice of a verb's form where `next` is asked for.
fn voice_of(next: Next, form: VerbForm) -> Option<Voice> {
    use VerbForm::{Base, Gerund, Participle, Past, Third};
    match (next, form) {
        (Next::Start, Past | Third | Gerund | Base)
        | (Next::Base, Base)
        | (Next::Participle, Participle)
        | (Next::Be | Next::Gerund, Gerund) => Some(Voice::Active),
        (Next::Start | Next::Be | Next::Passive, Participle) | (Next::Nominal, Gerund) => {
            Some(Voice::Passive)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests;
