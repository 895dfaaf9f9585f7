//! Sentences: stretches of a block that end with a full stop that is one.

use super::{Block, BlockKind, Cues, Ends, Shape, Token, Tokens, Word, keyword as k};

/// A sentence, or a list item, or a headline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its tokens, closing mark included.
    pub tokens: Tokens,
    /// The block it stands in.
    pub block: u32,
}

/// Cuts every block into sentences and tells the block which are its own. A headline and a dateline
/// are one sentence each.
pub fn cut(text: &str, tokens: &[Token], cues: &Cues, blocks: &mut [Block]) -> Vec<Sentence> {
    let mut sentences = Vec::with_capacity(tokens.len() / 20 + blocks.len());
    for (number, block) in blocks.iter_mut().enumerate() {
        let first = sentences.len() as u32;
        let mut add = |tokens| sentences.push(Sentence { tokens, block: number as u32 });
        match block.kind {
            BlockKind::Headline | BlockKind::Dateline => add(block.tokens.clone()),
            BlockKind::Paragraph | BlockKind::ListHead | BlockKind::ListItem => {
                let reader = Reader { text: text.as_bytes(), tokens, cues, end: block.tokens.end };
                reader.cut(block.tokens.start, add);
            }
        }
        block.sentences = first..sentences.len() as u32;
    }
    sentences
}

/// Words that open a sentence even where the full stop before them belongs to an abbreviation: 'the
/// U.S. The', but not 'U.S. Under Secretary' or 'Acme Inc. Chairman'. Wire services print 'U.S. And'.
const OPENERS: &[Word] = &[
    k::A,
    k::AN,
    k::THE,
    k::THIS,
    k::THAT,
    k::THESE,
    k::THOSE,
    k::IT,
    k::ITS,
    k::THEY,
    k::THEIR,
    k::HE,
    k::SHE,
    k::HIS,
    k::HER,
    k::WE,
    k::OUR,
    k::I,
    k::YOU,
    k::WHAT,
    k::BOTH,
    k::EACH,
    k::EVERY,
    k::ANY,
    k::SOME,
    k::NONE,
    k::ANOTHER,
    k::OTHER,
    k::OTHERS,
    k::SUCH,
    k::MORE,
    k::MOST,
    k::MANY,
    k::SEVERAL,
    k::BUT,
    k::NEITHER,
    k::IN,
    k::ON,
    k::AT,
    k::BY,
    k::FROM,
    k::FOR,
    k::WITH,
    k::WITHOUT,
    k::BETWEEN,
    k::AMONG,
    k::ABOUT,
    k::DURING,
    k::SINCE,
    k::UNTIL,
    k::BEFORE,
    k::AFTER,
    k::WITHIN,
    k::AS,
    k::IF,
    k::WHEN,
    k::WHILE,
    k::WHERE,
    k::BECAUSE,
];

/// A mark that may close a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// `.`
    Full,
    /// The last stop of `U.S.`
    Inner,
    /// `?` or `!`
    Call,
    /// `…` or `...`
    Ellipsis,
}

struct Reader<'a> {
    text: &'a [u8],
    tokens: &'a [Token],
    cues: &'a Cues,
    /// Where the block ends.
    end: u32,
}

impl Reader<'_> {
    fn cut(&self, from: u32, mut add: impl FnMut(Tokens)) {
        let mut start = from;
        let mut at = from;
        while at < self.end {
            let stop = self.stop(at);
            at += 1;
            if let Some(stop) = stop {
                let mark = at - 1;
                at = self.past_closers(at);
                if at < self.end && self.breaks(stop, start, mark, at) {
                    add(start..at);
                    start = at;
                }
            }
        }
        if start < self.end {
            add(start..self.end);
        }
    }

    fn token(&self, at: u32) -> &Token {
        &self.tokens[at as usize]
    }

    /// The mark that token `at` is, or ends with.
    fn stop(&self, at: u32) -> Option<Stop> {
        let token = self.token(at);
        let last = *self.text.get((token.span.end as usize).checked_sub(1)?)?;
        match (last, token.shape) {
            (b'.', Shape::Mark) if token.word == k::STOP => Some(Stop::Full),
            (b'.', Shape::Mark) => Some(Stop::Ellipsis),
            (b'.', _) if token.is_word() => Some(Stop::Inner),
            (b'?' | b'!', Shape::Mark) => Some(Stop::Call),
            (_, Shape::Mark) if token.word == k::ELLIPSIS => Some(Stop::Ellipsis),
            _ => None,
        }
    }

    /// Past the quotation marks and brackets that close right after a stop.
    fn past_closers(&self, mut at: u32) -> u32 {
        let closes = |token: &Token| token.word == k::CLOSE || token.is_glued() && is_closer(token.word);
        while at < self.end && closes(self.token(at)) {
            at += 1;
        }
        at
    }

    /// Whether the sentence from `start` that has a stop at `mark` ends before `next`.
    fn breaks(&self, stop: Stop, start: u32, mark: u32, next: u32) -> bool {
        let Some(follower) = self.first_word(next) else { return false };
        if self.token(follower).shape == Shape::Lower || !self.parts(mark, next) {
            return false;
        }
        match stop {
            Stop::Full => self.full_stop_breaks(start, mark, follower),
            Stop::Inner => {
                let ends = self.cues.abbreviation(self.token(mark)).unwrap_or(Ends::Seldom);
                self.abbreviation_breaks(ends, follower)
            }
            Stop::Call => !self.is_company_form(follower),
            Stop::Ellipsis if self.first_word(start) >= Some(mark) => false,
            Stop::Ellipsis => self.is_glued_to_word(mark) || self.opens(follower),
        }
    }

    /// The first token from `at` on that is no opening quotation mark, bracket or dash.
    fn first_word(&self, at: u32) -> Option<u32> {
        (at..self.end).take(4).find(|&at| self.token(at).shape != Shape::Mark)
    }

    /// Whether there is white space after the stop, or a small word before and a capital after a
    /// stop that somebody forgot to put white space after.
    fn parts(&self, mark: u32, next: u32) -> bool {
        let forgotten = || {
            let word = self.token(mark.saturating_sub(1));
            word.shape == Shape::Lower && word.span.len() > 2 && self.token(next).shape == Shape::Capital
        };
        !self.token(next).is_glued() || forgotten()
    }

    fn is_glued_to_word(&self, at: u32) -> bool {
        at > 0 && self.token(at).is_glued() && self.token(at - 1).shape != Shape::Mark
    }

    fn full_stop_breaks(&self, start: u32, mark: u32, follower: u32) -> bool {
        if mark <= start || !self.token(mark).is_glued() {
            return mark > start;
        }
        let word = self.token(mark - 1);
        if mark - 1 == start && word.shape == Shape::Number {
            return false; // the number of a paragraph
        }
        if word.shape == Shape::Capital && word.span.len() == 1 {
            return self.opens(follower); // an initial
        }
        self.cues.abbreviation(word).is_none_or(|ends| self.abbreviation_breaks(ends, follower))
    }

    fn abbreviation_breaks(&self, ends: Ends, follower: u32) -> bool {
        match ends {
            Ends::Never => false,
            Ends::Seldom => self.opens(follower),
            Ends::Often => self.token(follower).is_capital(),
            Ends::UnlessNumber => !self.is_numeral(follower),
        }
    }

    fn opens(&self, at: u32) -> bool {
        self.token(at).is_capital() && OPENERS.contains(&self.token(at).word)
    }

    /// A number, a code such as `B12`, a Roman numeral or a single letter.
    fn is_numeral(&self, at: u32) -> bool {
        let token = self.token(at);
        let letters = &self.text[token.span.start as usize..token.span.end as usize];
        matches!(token.shape, Shape::Number | Shape::Code)
            || letters.len() == 1 && token.word != k::A && token.word != k::I
            || letters.iter().all(|b| b"IVXLC".contains(b))
    }

    /// `Inc.` after a name that ends in a mark of its own: 'Yahoo! Inc'.
    fn is_company_form(&self, at: u32) -> bool {
        self.cues.abbreviation(self.token(at)) == Some(Ends::Seldom)
    }
}

fn is_closer(word: Word) -> bool {
    matches!(
        word,
        k::QUOTE
            | k::CLOSE_QUOTE
            | k::APOSTROPHE
            | k::CLOSE
            | k::CLOSE_SQUARE
            | k::CLOSE_GUILLEMET
            | k::STOP
            | k::QUESTION
            | k::EXCLAMATION
    )
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::{block, lex};
    use super::*;
    use crate::lexicon::Lexicon;

    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::builtin().unwrap());

    fn check(text: &str, want: &[&str]) {
        let lexicon = &*LEXICON;
        let tokens = lex(text, 0, &lexicon.vocabulary);
        let whole = 0..tokens.len() as u32;
        let mut blocks = [block::Block::new(BlockKind::Paragraph, whole)];
        let sentences = cut(text, &tokens, lexicon.cues(), &mut blocks);
        let got: Vec<&str> = sentences
            .iter()
            .map(|s| {
                tokens[s.tokens.start as usize].span.cover(tokens[s.tokens.end as usize - 1].span).of(text)
            })
            .collect();
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn ends() {
        let cases: &[(&str, &[&str])] = &[
            ("One came. Two left.", &["One came.", "Two left."]),
            ("It rose in 1992. Then it fell.", &["It rose in 1992.", "Then it fell."]),
            ("It fell to 3. 40 people left.", &["It fell to 3.", "40 people left."]),
            ("“We agree.” The pact holds.", &["“We agree.”", "The pact holds."]),
            ("(It failed.) \"Why?\" (Nobody knows.)", &["(It failed.)", "\"Why?\"", "(Nobody knows.)"]),
            ("They left the U.S. The rest stayed.", &["They left the U.S.", "The rest stayed."]),
            ("It bought Acme Inc. In May it sold it.", &["It bought Acme Inc.", "In May it sold it."]),
            ("Tea, jute, etc. Prices rose.", &["Tea, jute, etc.", "Prices rose."]),
            ("He said no. Ten left.", &["He said no.", "Ten left."]),
            ("It was plan B. The rest is known.", &["It was plan B.", "The rest is known."]),
            ("Stop! Go on? Yes.", &["Stop!", "Go on?", "Yes."]),
            ("They waited... Nobody came.", &["They waited...", "Nobody came."]),
            ("The talks ended.The envoys left.", &["The talks ended.", "The envoys left."]),
            ("He left. — Why? — Nobody knows.", &["He left.", "— Why?", "— Nobody knows."]),
            ("It is so.\nThey know.", &["It is so.", "They know."]),
        ];
        cases.iter().for_each(|(text, want)| check(text, want));
    }

    #[test]
    fn no_ends() {
        let cases = [
            "Mr. Obi met Dr. Ada N. Kemp and Gen. The Lwin.",
            "John F. Kennedy and J. Smith met J.K. Rowan.",
            "The U.S. Senate and the U.N. Security Council agree.",
            "It rose 3.5 per cent to 1,200.75 on Jan. 5 and Dec. 24.",
            "Acme Corp. Chairman Lee and Yahoo! Inc. staff left at 8 p.m. Monday.",
            "They follow resolution No. 1373 and Art. IV of it, e.g. Sec. B.",
            "\"Go!\" he said; \"why?\" asked she: nobody knew.",
            "It ... President Obi said ... failed.",
            "The U.S. And European firms [...] Obi (...) fell",
            "“... They fell",
            "see example.com and Node.js now",
            "It stands in St. Lucia vs. Mt. Kenya, approx. 40 km off",
        ];
        cases.iter().for_each(|text| check(text, &[text]));
    }
}
