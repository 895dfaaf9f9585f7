//! The closed-class words and marks that grammars name. Their ids are fixed, so that a grammar can
//! match on them as constants; names of countries, months, units and the like are in the lexicon.

use super::Word;

macro_rules! keywords {
    ($($name:ident = $text:literal),* $(,)?) => {
        #[allow(dead_code, non_camel_case_types, clippy::upper_case_acronyms, reason = "the variants only number the constants")]
        #[repr(u32)]
        enum Number { UNKNOWN, $($name),* }
        $(#[doc = concat!("`", $text, "`")] pub const $name: Word = Word(Number::$name as u32);)*
        /// All keywords, in the order of their ids, which start at 1.
        pub const ALL: &[&str] = &[$($text),*];
    };
}

keywords! {
    // articles, determiners and pronouns
    A = "a", AN = "an", THE = "the", THIS = "this", THAT = "that", THESE = "these", THOSE = "those",
    IT = "it", ITS = "its", THEY = "they", THEIR = "their", THEM = "them", HE = "he", SHE = "she",
    HIS = "his", HER = "her", WE = "we", OUR = "our", I = "i", YOU = "you", WHO = "who", WHOM = "whom",
    WHICH = "which", WHAT = "what", BOTH = "both", EACH = "each", EVERY = "every", ALL_ = "all",
    ANY = "any", SOME = "some", NO = "no", NONE = "none", ANOTHER = "another", OTHER = "other",
    OTHERS = "others", ONE = "one", SAME = "same", SUCH = "such", MORE = "more", LESS = "less", FEWER = "fewer",
    MOST = "most", MANY = "many", MUCH = "much", FEW = "few", SEVERAL = "several", HALF = "half",
    // conjunctions and prepositions
    AND = "and", OR = "or", BUT = "but", NOR = "nor", NEITHER = "neither", EITHER = "either",
    OF = "of", IN = "in", ON = "on", AT = "at", BY = "by", TO = "to", FROM = "from", FOR = "for",
    WITH = "with", WITHOUT = "without", BETWEEN = "between", AMONG = "among", UNDER = "under",
    OVER = "over", ABOVE = "above", BELOW = "below", ABOUT = "about", AROUND = "around",
    AGAINST = "against", DURING = "during", SINCE = "since", UNTIL = "until", TILL = "till",
    THROUGH = "through", THROUGHOUT = "throughout", BEFORE = "before", AFTER = "after",
    INTO = "into", UNLIKE = "unlike", ONTO = "onto", WITHIN = "within", AS = "as", THAN = "than", PER = "per",
    CONCERNING = "concerning", REGARDING = "regarding", INCLUDING = "including", VIA = "via", AMONGST = "amongst", DATED = "dated", WORTH = "worth",
    IF = "if", UNLESS = "unless", WHETHER = "whether", WHEN = "when", ONCE = "once", WHILE = "while", WHERE = "where", BECAUSE = "because",
    ALTHOUGH = "although", THOUGH = "though", WHEREAS = "whereas", NOT = "not",
    UP = "up", DOWN = "down", OUT = "out", OFF = "off", WELL = "well",
    FOLLOWING = "following", FOLLOWS = "follows",
    RESPECTIVELY = "respectively",
    ALONG = "along", TOGETHER = "together", ALSO = "also",
    // verbs of saying
    SAID = "said", SAYS = "says", SAY = "say", SAYING = "saying", TOLD = "told", ADDED = "added",
    // auxiliaries
    BE = "be", IS = "is", ARE = "are", WAS = "was", WERE = "were", BEEN = "been", BEING = "being",
    HAS = "has", HAVE = "have", HAD = "had", HAVING = "having", DO = "do", DOES = "does", DID = "did",
    WILL = "will", WOULD = "would", SHALL = "shall", SHOULD = "should", CAN = "can", COULD = "could",
    MAY = "may", MIGHT = "might", MUST = "must",
    // adverbs of place
    HERE = "here", THERE = "there",
    // around numbers
    MINUS = "minus", NEGATIVE = "negative", AGE = "age", AGED = "aged", AGO = "ago", EARLIER = "earlier",
    LATER = "later", SO = "so", AHEAD = "ahead", LEADING = "leading", LONG = "long", TIMES = "times", END = "end",
    VS = "vs", VERSUS = "versus", COMPARED = "compared", INSTEAD = "instead", RATHER = "rather",
    LASTED = "lasted", LASTS = "lasts", LASTING = "lasting", TOOK = "took", TAKES = "takes", SPENT = "spent",
    OLD = "old", OLDER = "older", YOUNGER = "younger", MINUS_SIGN = "−",
    // marks
    STOP = ".", COMMA = ",", COLON = ":", SEMICOLON = ";", QUESTION = "?", EXCLAMATION = "!",
    OPEN = "(", CLOSE = ")", OPEN_SQUARE = "[", CLOSE_SQUARE = "]", HYPHEN = "-", EN_DASH = "–",
    EM_DASH = "—", DOUBLE_DASH = "--", ELLIPSIS = "…", QUOTE = "\"", APOSTROPHE = "'", OPEN_QUOTE = "“",
    CLOSE_QUOTE = "”", OPEN_GUILLEMET = "«", CLOSE_GUILLEMET = "»", SLASH = "/", HASH = "#", PERCENT = "%", AMPERSAND = "&",
    PLUS = "+", ASTERISK = "*", BULLET = "•", MIDDLE_DOT = "·", BAR = "|", AT_SIGN = "@", EQUALS = "=",
    TILDE = "~", LESS_SIGN = "<", MORE_SIGN = ">", UNDERSCORE = "_", DOLLAR = "$",
    S = "'s",
    // particles of persons' names
    AL = "al", EL = "el", BIN = "bin", IBN = "ibn", BEN = "ben", VAN = "van", VON = "von", DER = "der", DEN = "den",
    DE = "de", DA = "da", DI = "di", DU = "du", LA = "la", ZU = "zu", DEL = "del", DES = "des", DOS = "dos", JR = "jr", SR = "sr",
}

/// A set of keywords: one step says whether a word is in it, however many there are.
pub struct KeywordSet([u64; ALL.len() / 64 + 1]);

impl KeywordSet {
    /// The set of these words.
    pub const fn of(words: &[Word]) -> KeywordSet {
        KeywordSet([0; ALL.len() / 64 + 1]).with(words)
    }

    /// The set and these words.
    pub const fn with(self, words: &[Word]) -> KeywordSet {
        let mut bits = self.0;
        let mut at = 0;
        while at < words.len() {
            let id = words[at].0 as usize;
            bits[id / 64] |= 1 << (id % 64);
            at += 1;
        }
        KeywordSet(bits)
    }

    /// Whether a word is in it.
    pub fn contains(&self, word: Word) -> bool {
        let id = word.0 as usize;
        self.0.get(id / 64).is_some_and(|bits| bits >> (id % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_words_and_no_others() {
        const SET: KeywordSet = KeywordSet::of(&[A, OF, SR]);
        for (word, want) in [(A, true), (OF, true), (SR, true), (AN, false), (Word::UNKNOWN, false)] {
            assert_eq!(SET.contains(word), want);
        }
        assert!(!SET.contains(Word(u32::MAX)));
        const MORE: KeywordSet = SET.with(&[AN]);
        assert!(MORE.contains(AN) && MORE.contains(SR) && !MORE.contains(THE));
    }
}
