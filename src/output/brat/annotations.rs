//! The lines of an `.ann` file.

use rustc_hash::FxHashMap;

/// An entity: `T1`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) struct T(usize);

/// The annotations of one text.
pub(super) struct Annotations<'t> {
    text: &'t str,
    /// The byte at which each code point begins, and the end.
    bytes: Vec<usize>,
    entities: FxHashMap<(String, [u32; 2]), T>,
    attributes: usize,
    notes: usize,
    relations: usize,
    out: String,
}

impl<'t> Annotations<'t> {
    /// None as yet.
    pub fn new(text: &'t str) -> Self {
        let bytes = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let entities = FxHashMap::default();
        Annotations { text, bytes, entities, attributes: 0, notes: 0, relations: 0, out: String::new() }
    }

    /// The entity of a type on some code points; one that is there already is not written again.
    pub fn entity(&mut self, kind: &str, span: [u32; 2]) -> T {
        let next = T(self.entities.len() + 1);
        let key = (kind.to_owned(), span);
        if let Some(&known) = self.entities.get(&key) {
            return known;
        }
        self.entities.insert(key, next);
        let fragments = self.fragments(span);
        let places: Vec<String> = fragments.iter().map(|(start, end, _)| format!("{start} {end}")).collect();
        let words: Vec<&str> = fragments.iter().map(|&(.., words)| words).collect();
        self.line(&format!("T{}\t{kind} {}\t{}", next.0, places.join(";"), words.join(" ")));
        next
    }

    /// An attribute with a value of a closed list.
    pub fn attribute(&mut self, name: &str, of: T, value: &str) {
        self.attributes += 1;
        self.line(&format!("A{}\t{name} T{} {value}", self.attributes, of.0));
    }

    /// A note in any words.
    pub fn note(&mut self, of: T, words: &str) {
        self.notes += 1;
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line(&format!("#{}\tAnnotatorNotes T{}\t{words}", self.notes, of.0));
    }

    /// A relation between two entities.
    pub fn relation(&mut self, name: &str, from: T, to: T) {
        self.relations += 1;
        self.line(&format!("R{}\t{name} Arg1:T{} Arg2:T{}", self.relations, from.0, to.0));
    }

    /// All lines.
    pub fn finish(self) -> String {
        self.out
    }

    fn line(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// The stretches of a span between line breaks and tabs, without the blanks around them: code points and words.
    fn fragments(&self, [start, end]: [u32; 2]) -> Vec<(usize, usize, &'t str)> {
        let last = self.bytes.len() - 1;
        let (start, end) = ((start as usize).min(last), (end as usize).min(last));
        let words = &self.text[self.bytes[start]..self.bytes[end]];
        let mut at = start;
        let mut fragments = Vec::new();
        for piece in words.split_inclusive(breaks) {
            let kept = piece.trim();
            if !kept.is_empty() {
                let from = at + piece[..piece.len() - piece.trim_start().len()].chars().count();
                fragments.push((from, from + kept.chars().count(), kept));
            }
            at += piece.chars().count();
        }
        fragments
    }
}

/// What ends a line for the readers of these files, and what parts their fields.
fn breaks(c: char) -> bool {
    matches!(c, '\t'..='\r' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}
