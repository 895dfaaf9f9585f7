//! The header block that a text may open with: `Published:`, `Title:` and `Source:` lines, then a blank line.

/// What a header says, and where the body begins.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Header {
    /// `Published:` or `Date:`
    pub published: Option<String>,
    /// `Title:`
    pub title: Option<String>,
    /// `Source:`
    pub source: Option<String>,
    /// First byte of the body.
    pub body: usize,
}

impl Header {
    /// Reads the header of a text. Where there is none the body begins at once.
    ///
    /// ```
    /// let text = "Published: 2024-03-14\nTitle: Pact\n\nBoth sides signed.";
    /// let header = dateline::input::Header::read(text);
    /// assert_eq!(header.published.as_deref(), Some("2024-03-14"));
    /// assert_eq!(&text[header.body..], "Both sides signed.");
    /// ```
    pub fn read(text: &str) -> Header {
        let mut header = Header::default();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let Some((key, value)) = line.split_once(':').filter(|(key, _)| is_key(key)) else { break };
            header.set(key, value.trim());
            at += line.len();
        }
        if at > 0 {
            let blank = text[at..].len() - text[at..].trim_start_matches(['\r', '\n']).len();
            header.body = at + blank;
        }
        header
    }

    fn set(&mut self, key: &str, value: &str) {
        let value = Some(value.to_owned()).filter(|value| !value.is_empty());
        match key.to_ascii_lowercase().as_str() {
            "published" | "date" => self.published = value,
            "title" => self.title = value,
            "source" => self.source = value,
            _ => {}
        }
    }
}

fn is_key(key: &str) -> bool {
    ["published", "date", "title", "source", "author", "language"]
        .iter()
        .any(|known| key.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(text: &str) -> &str {
        &text[Header::read(text).body..]
    }

    #[test]
    fn only_header_lines_are_cut() {
        assert_eq!(body("Title: A: b\r\n\r\nBody"), "Body");
        assert_eq!(body("Minsk: the talks\n\nBody"), "Minsk: the talks\n\nBody");
        assert_eq!(body("Published: 2024-01-02"), "");
        assert_eq!(body(""), "");
    }
}
