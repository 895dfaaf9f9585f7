//! Words become numbers once: the vocabulary of everything that the lexicon and the rules name.

use rustc_hash::FxHashMap;

use super::{Word, keyword};

/// All words that tables, rules and grammars name, folded, each with its id.
///
/// It is built before the first article and never grows after, so that threads can share it.
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, Word>,
    texts: Vec<Box<str>>,
}

impl Default for Vocabulary {
    fn default() -> Self {
        let mut vocabulary = Vocabulary { ids: FxHashMap::default(), texts: vec!["".into()] };
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
        if let Some(&word) = self.ids.get(folded.as_str()) {
            return word;
        }
        let word = Word(self.texts.len() as u32);
        self.texts.push(folded.clone().into());
        self.ids.insert(folded.into(), word);
        word
    }

    /// The id of text that is already folded, or [`Word::UNKNOWN`].
    pub fn get(&self, folded: &str) -> Word {
        self.ids.get(folded).copied().unwrap_or(Word::UNKNOWN)
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
