//! Spans of the text, and the one door to other offset units.

/// A half-open stretch of an article's text, in bytes of its UTF-8 form.
///
/// ```
/// use dateline::text::Span;
/// let span = Span::new(4, 9);
/// assert_eq!(span.of("The pact was signed."), "pact ");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte `start` to before byte `end`.
    pub const fn new(start: u32, end: u32) -> Self {
        Span { start, end }
    }

    /// The text that the span covers; empty where the span does not fit `text`.
    #[inline]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// What an offset counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Unit {
    /// Unicode code points: what Python slices. The default.
    #[default]
    Chars,
    /// Bytes of the UTF-8 text.
    Bytes,
    /// UTF-16 code units: what JavaScript and Java slice.
    Utf16,
}

impl Unit {
    /// All of them.
    pub const ALL: &[Unit] = &[Unit::Chars, Unit::Bytes, Unit::Utf16];

    /// Its name in options and records.
    pub const fn as_str(self) -> &'static str {
        match self {
            Unit::Chars => "chars",
            Unit::Bytes => "bytes",
            Unit::Utf16 => "utf16",
        }
    }

    /// The unit of that name.
    pub fn parse(text: &str) -> Option<Unit> {
        Unit::ALL.iter().copied().find(|unit| unit.as_str() == text)
    }
}

/// Turns byte offsets of one text into another unit.
///
/// It holds one checkpoint every 256 bytes, so a look-up scans at most that many.
pub struct Offsets<'t> {
    text: &'t str,
    unit: Unit,
    checkpoints: Vec<u32>,
}

const STEP: usize = 256;

impl<'t> Offsets<'t> {
    /// Prepares `text` for look-ups in `unit`.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let mut checkpoints = Vec::new();
        if unit != Unit::Bytes && !text.is_ascii() {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STEP) {
                checkpoints.push(count);
                count += chunk.iter().map(|&b| weight(b, unit)).sum::<u32>();
            }
        }
        Offsets { text, unit, checkpoints }
    }

    /// The offset of byte `at`, which must be a character boundary.
    pub fn at(&self, at: u32) -> u32 {
        let Some(&base) = self.checkpoints.get(at as usize / STEP).or(self.checkpoints.last()) else {
            return at;
        };
        let from = (at as usize / STEP).min(self.checkpoints.len() - 1) * STEP;
        let rest = &self.text.as_bytes()[from..(at as usize).min(self.text.len())];
        base + rest.iter().map(|&b| weight(b, self.unit)).sum::<u32>()
    }

    /// Start and end of `span`.
    pub fn span(&self, span: Span) -> [u32; 2] {
        [self.at(span.start), self.at(span.end)]
    }
}

/// How many units the character led by this byte counts; nothing for a continuation byte.
fn weight(byte: u8, unit: Unit) -> u32 {
    match (byte, unit) {
        (_, Unit::Bytes) => 1,
        (0x80..=0xBF, _) => 0,
        (0xF0..=0xFF, Unit::Utf16) => 2,
        _ => 1,
    }
}

/// '1 article', '2 articles'
#[cfg(feature = "cli")]
pub(crate) fn counted(count: usize, one: &str) -> String {
    format!("{count} {one}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_the_standard_library() {
        let text = "Ab’с\u{1F600}d".repeat(200);
        for unit in [Unit::Chars, Unit::Utf16, Unit::Bytes] {
            let offsets = Offsets::new(&text, unit);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let want = match unit {
                    Unit::Chars => text[..at].chars().count(),
                    Unit::Utf16 => text[..at].encode_utf16().count(),
                    Unit::Bytes => at,
                };
                assert_eq!(offsets.at(at as u32) as usize, want);
            }
        }
    }
}
