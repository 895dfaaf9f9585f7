//! Rule files in one layout: what `dateline fmt` does. Words, comments and the order of lines stay as they are.

use super::read;

/// How deep clauses stand, and the lines that continue them.
const CLAUSE: &str = "  ";
const CONTINUED: &str = "    ";

/// A rule file in the one layout: clauses and the lines of phrases and lists two spaces deep, further lines of clauses four, one blank line at most, one space
/// between words, two before a comment, `no` as wide as `yes`. None where the file does not read.
///
/// ```
/// let text = "rule a gives b\n\tfind   x\n\tno \"y\"  \n";
/// assert_eq!(dateline::rule::format(text).as_deref(), Some("rule a gives b\n  find x\n  no  \"y\"\n"));
/// assert_eq!(dateline::rule::format("rule a give b"), None);
/// ```
pub fn format(text: &str) -> Option<String> {
    let (_, problems) = read::parse(0, text);
    if !problems.is_empty() {
        return None;
    }
    let mut layout = Layout::default();
    text.trim_start_matches('\u{FEFF}').lines().for_each(|line| layout.line(line));
    Some(layout.out)
}

/// What has been laid out so far.
#[derive(Default)]
struct Layout {
    out: String,
    /// Whether blank lines stand before the next one.
    blank: bool,
    in_string: bool,
    /// The indent of the last clause; none under the first line of an item.
    clause: Option<usize>,
    /// What the item's lines are.
    item: Item,
}

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Item {
    /// A rule, whose clauses begin with a word.
    #[default]
    Rule,
    /// A phrase, which is all one clause.
    Phrase,
    /// A list or a kind: its author's columns stay.
    Columns,
}

impl Layout {
    fn line(&mut self, line: &str) {
        if self.in_string {
            // The text of an example is its author's.
            self.scan(line);
            return self.push("", line.trim_end());
        }
        let bare = line.trim();
        if bare.is_empty() {
            self.blank = !self.out.is_empty();
            return;
        }
        if std::mem::take(&mut self.blank) {
            self.out.push('\n');
        }
        let indent = line.len() - line.trim_start().len();
        let depth = self.depth(bare, indent);
        let keep = self.item == Item::Columns || bare.starts_with('#') || first(bare) == "note";
        let words = if keep { bare.to_owned() } else { self.spaced(bare) };
        self.scan(bare);
        self.push(depth, &words);
    }

    fn push(&mut self, depth: &str, line: &str) {
        self.out += depth;
        self.out += line;
        self.out.push('\n');
    }

    /// How deep a line stands.
    fn depth(&mut self, bare: &str, indent: usize) -> &'static str {
        if bare.starts_with('#') {
            return if indent == 0 { "" } else { CLAUSE };
        }
        if indent == 0 {
            self.clause = None;
            self.item = item(bare);
            return "";
        }
        if self.item == Item::Phrase {
            return CLAUSE;
        }
        if self.clause.is_some_and(|clause| indent > clause) {
            return CONTINUED;
        }
        self.clause = Some(indent);
        CLAUSE
    }

    /// Follows strings over the end of a line.
    fn scan(&mut self, line: &str) {
        if self.item == Item::Rule && !self.in_string && first(line.trim()) == "note" {
            return;
        }
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' if self.in_string => drop(chars.next()),
                '"' => self.in_string = !self.in_string,
                '#' if !self.in_string => break,
                _ => {}
            }
        }
    }

    /// One space between words, two before a comment; strings as they are.
    fn spaced(&self, bare: &str) -> String {
        let mut out = String::with_capacity(bare.len());
        let mut in_string = false;
        let mut chars = bare.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '\\' if in_string => {
                    out.push(c);
                    out.extend(chars.next().map(|(_, c)| c));
                    continue;
                }
                '"' => in_string = !in_string,
                '#' if !in_string => {
                    let code = out.trim_end().len();
                    out.truncate(code);
                    return out + "  " + &bare[at..];
                }
                _ if in_string => {}
                c if c.is_whitespace() => {
                    while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                    let wide = matches!(out.as_str(), "no" | "todo no");
                    out += if wide { "  " } else { " " };
                    continue;
                }
                _ => {}
            }
            out.push(c);
        }
        out
    }
}

/// What kind of item a first line opens.
fn item(head: &str) -> Item {
    match head.split_whitespace().find(|word| *word != "replace") {
        Some("phrase") => Item::Phrase,
        Some("words" | "verbs" | "kind") => Item::Columns,
        _ => Item::Rule,
    }
}

fn first(bare: &str) -> &str {
    bare.split_whitespace().next().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::builtin;

    #[test]
    fn layouts() {
        let cases = [
            ("", ""),
            ("\u{FEFF}# only\r\n\r\n\r\n# comments\r\n", "# only\n\n# comments\n"),
            ("rule  a   gives b # why\n\tfind x\n\t\ty\n", "rule a gives b  # why\n  find x\n    y\n"),
            (
                "rule a gives b\n      find x\n      no \"y  z\"   c =  d\n",
                "rule a gives b\n  find x\n  no  \"y  z\" c = d\n",
            ),
            ("rule a gives b\n  find x\n  todo  no \"y\"\n", "rule a gives b\n  find x\n  todo no  \"y\"\n"),
            (
                "rule a gives b\n  find x\n  note  it's   \"so\n  no \"y\"\n",
                "rule a gives b\n  find x\n  note  it's   \"so\n  no  \"y\"\n",
            ),
            ("phrase p =\n  a\n  b\n", "phrase p =\n  a\n  b\n"),
            (
                "words w\n    a | b   = c\n\n\n\n    d       = e\n",
                "words w\n  a | b   = c\n\n  d       = e\n",
            ),
            (
                "words w = a | b\nrule a gives b\n find \"#\" x\n no \"a\n\n    - b\"\n",
                "words w = a | b\nrule a gives b\n  find \"#\" x\n  no  \"a\n\n    - b\"\n",
            ),
        ];
        for (text, want) in cases {
            assert_eq!(format(text).as_deref(), Some(want), "{text:?}");
            assert_eq!(format(want).as_deref(), Some(want), "{text:?}");
        }
    }

    #[test]
    fn what_does_not_read_is_left_alone() {
        for text in ["rule a give b", "find x", "rule a gives b\n  find (", "rule a gives b\n  no \"x"] {
            assert_eq!(format(text), None, "{text}");
        }
    }

    #[test]
    fn nothing_but_the_layout_changes() {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        for file in builtin() {
            let formatted = format(&file.text).unwrap();
            assert_eq!(words(&formatted), words(&file.text), "{}", file.path);
            assert_eq!(format(&formatted).as_deref(), Some(formatted.as_str()), "{}", file.path);
            let bare = |text: &str| format!("{:?}", strip(read::parse(0, text).0));
            assert_eq!(bare(&formatted), bare(&file.text), "{}", file.path);
        }
    }

    /// The items without their places.
    fn strip(items: Vec<crate::rule::ast::Item>) -> String {
        let text = format!("{items:?}");
        let parts = text.split("Span { start: ");
        parts
            .map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit() || ", end: ".contains(c)))
            .collect()
    }
}
