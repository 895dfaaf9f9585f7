//! Words become numbers once: the vocabulary of everything that the lexicon and the rules name.

use rustc_hash::FxHashMap;

use super::{Word, keyword};
use crate::text::Span;

/// All words that tables, rules and grammars name, folded, each with its id.
///
/// It is built before the first article and never grows after, so that threads can share it.
#[derive(Clone)]
pub struct Vocabulary {
    /// Words that a [`Packed`] holds: nearly all.
    short: FxHashMap<Packed, Word>,
    long: FxHashMap<Box<str>, Word>,
    texts: Vec<Box<str>>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let (short, long) = (FxHashMap::default(), FxHashMap::default());
        let mut vocabulary = Vocabulary { short, long, texts: vec!["".into()] };
        for text in keyword::ALL {
            vocabulary.intern(text);
        }
        vocabulary
    }
}

impl Vocabulary {
    /// The id of `text`, which is folded first; a new one where it is not yet known.
    pub fn intern(&mut self, text: &str) -> Word {
        let folded = fold(text);
        let known = self.get(&folded);
        if known != Word::UNKNOWN {
            return known;
        }
        let word = Word(self.texts.len() as u32);
        match Packed::new(&folded) {
            Some(packed) => self.short.insert(packed, word),
            None => self.long.insert(folded.as_str().into(), word),
        };
        self.texts.push(folded.into());
        word
    }

    /// The id of text that is already folded, or [`Word::UNKNOWN`].
    pub fn get(&self, folded: &str) -> Word {
        let known = match Packed::new(folded) {
            Some(packed) => self.short.get(&packed),
            None => self.long.get(folded),
        };
        known.copied().unwrap_or(Word::UNKNOWN)
    }

    /// The id of a stretch of a text, which is folded first, into a buffer that the caller reuses where that is needed at all.
    #[inline]
    pub(super) fn find(&self, text: &str, span: Span, folded: &mut String) -> Word {
        if let Some(packed) = Packed::at(text, span) {
            return self.short.get(&packed).copied().unwrap_or(Word::UNKNOWN);
        }
        folded.clear();
        fold_into(span.of(text), folded);
        self.get(folded)
    }

    /// The folded text of a word; empty for the unknown one.
    pub fn text(&self, word: Word) -> &str {
        self.texts.get(word.0 as usize).map_or("", |text| text)
    }

    /// How many words there are, the unknown one included.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Never: keywords are always there.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

/// A folded ASCII word of at most sixteen letters as one number, its first letter in the lowest byte: comparing and hashing it
/// takes no look at the text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Packed(u128);

impl Packed {
    const SIZE: usize = size_of::<u128>();

    fn new(folded: &str) -> Option<Packed> {
        let mut bytes = [0; Self::SIZE];
        bytes.get_mut(..folded.len())?.copy_from_slice(folded.as_bytes());
        folded.is_ascii().then_some(Packed(u128::from_le_bytes(bytes)))
    }

    /// The word at a span of a text, folded; none where it is longer, not ASCII, or too near the end of the text to be read at once.
    #[inline]
    fn at(text: &str, span: Span) -> Option<Packed> {
        let (start, length) = (span.start as usize, span.len() as usize);
        let bytes = text.as_bytes().get(start..start + Self::SIZE)?;
        let read = u128::from_le_bytes(bytes.try_into().ok()?);
        let unused = 8 * Self::SIZE.checked_sub(length)? as u32;
        let word = read & u128::MAX.checked_shr(unused)?;
        (word & every(0x80) == 0).then_some(Packed(lower(word)))
    }
}

/// A byte, sixteen times.
const fn every(byte: u8) -> u128 {
    u128::from_le_bytes([byte; Packed::SIZE])
}

/// Small letters for the capitals among sixteen ASCII bytes: a byte's highest bit tells, after an addition that does not carry,
/// whether it is at least `A`, and whether it is beyond `Z`.
const fn lower(bytes: u128) -> u128 {
    let from_a = bytes + every(0x80 - b'A');
    let beyond_z = bytes + every(0x80 - b'Z' - 1);
    let capitals = from_a & !beyond_z & every(0x80);
    bytes | capitals >> 2
}

/// Small letters and straight apostrophes: the form in which words are compared.
///
/// ```
/// assert_eq!(dateline::token::fold("O’Neill"), "o'neill");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// [`fold`], appended to a buffer that the caller reuses.
pub fn fold_into(text: &str, folded: &mut String) {
    if text.is_ascii() {
        folded.push_str(text);
        folded.make_ascii_lowercase();
        return;
    }
    for c in text.chars() {
        match c {
            '’' | '‘' | 'ʼ' | '`' => folded.push('\''),
            _ => folded.extend(c.to_lowercase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// However near the end of the text a word stands, however long it is and however it is written, it is found as itself alone.
    #[test]
    fn finds_what_was_interned() {
        let words = [
            "I",
            "pact",
            "O'Neill",
            "twelve-letter",
            "sixteen-letters-",
            "seventeen-letters",
            "Übereinkunft",
            "[Z]",
            "@`{",
        ];
        let mut vocabulary = Vocabulary::default();
        let ids: Vec<Word> = words.iter().map(|word| vocabulary.intern(word)).collect();
        let mut folded = String::new();
        for (word, id) in words.iter().zip(&ids) {
            for text in [
                word.to_string(),
                format!("{word} and so on and so forth"),
                format!("So {}, on", word.to_uppercase()),
            ] {
                let start = text.len() - text.trim_start_matches("So ").len();
                let span = Span::new(start as u32, (start + word.len()) as u32);
                assert_eq!(vocabulary.find(&text, span, &mut folded), *id, "{word} in {text:?}");
            }
            assert_eq!(vocabulary.text(*id), fold(word));
        }
        let unknown = vocabulary.find("impactful and so on", Span::new(2, 6), &mut folded);
        assert_eq!(unknown, ids[1]);
        assert_eq!(vocabulary.find("pacts and so on and on", Span::new(0, 5), &mut folded), Word::UNKNOWN);
    }
}
