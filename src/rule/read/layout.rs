//! Cuts a file into items and clauses by indentation, before anything in them is read.
//!
//! An item starts at the left margin. Deeper lines are its clauses; a line that is deeper than the clause above
//! it continues that clause. So an error in one clause leaves all others readable.

use std::ops::Range;

/// A clause, or the first line of an item: bytes of the file, comments and line breaks inside included.
pub(super) type Clause = Range<usize>;

/// An item: its first line and the clauses under it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Block {
    /// Empty where a file begins with an indented line.
    pub head: Clause,
    /// In order.
    pub clauses: Vec<Clause>,
}

/// Cuts a file.
pub(super) fn cut(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open: Option<Open> = None;
    // Some editors open a file with a byte order mark.
    let body = text.trim_start_matches('\u{FEFF}');
    let mut start = text.len() - body.len();
    for line in body.split_inclusive('\n') {
        let (from, to) = (start, start + line.trim_end().len());
        start += line.len();
        let indent = line.len() - line.trim_start().len();
        let bare = line[indent..].trim_end();
        let blank = bare.is_empty() || bare.starts_with('#');
        if let Some(open) = open.as_mut().filter(|open| open.goes_on(bare, blank, indent)) {
            extend(&mut blocks, open.scan(line, to));
            continue;
        }
        if blank {
            continue;
        }
        let mut opened = Open::new(bare, indent);
        opened.scan(line, to);
        begin(&mut blocks, from + indent..to, indent);
        open = Some(opened);
    }
    blocks
}

/// Starts an item at the margin, else a clause of the last item.
fn begin(blocks: &mut Vec<Block>, clause: Clause, indent: usize) {
    match blocks.last_mut() {
        Some(block) if indent > 0 => block.clauses.push(clause),
        None if indent > 0 => blocks.push(Block { head: 0..0, clauses: vec![clause] }),
        _ => blocks.push(Block { head: clause, clauses: Vec::new() }),
    }
}

/// Moves the end of the last clause.
fn extend(blocks: &mut [Block], end: usize) {
    if let Some(block) = blocks.last_mut() {
        block.clauses.last_mut().unwrap_or(&mut block.head).end = end;
    }
}

/// The clause that is being read.
struct Open {
    indent: usize,
    /// Whether deeper lines belong to it: not so for the first line of an item with clauses.
    continues: bool,
    /// A note: quotes in it mean nothing.
    raw: bool,
    /// Whether a string has not been closed yet.
    in_string: bool,
    /// One past its last byte that is neither comment nor white space.
    end: usize,
}

impl Open {
    fn new(bare: &str, indent: usize) -> Open {
        let raw = bare.split_whitespace().next() == Some("note");
        Open { indent, continues: indent > 0 || is_one_clause(bare), raw, in_string: false, end: 0 }
    }

    /// Whether a line belongs to it: one that is deeper, or a blank one inside a string.
    fn goes_on(&self, bare: &str, blank: bool, indent: usize) -> bool {
        let deeper = indent > self.indent;
        if self.in_string { bare.is_empty() || deeper } else { !blank && self.continues && deeper }
    }

    /// Reads a line for strings that it leaves open, and returns where the clause now ends.
    fn scan(&mut self, line: &str, end: usize) -> usize {
        self.end = end;
        let mut chars = line.chars();
        while let Some(c) = chars.next().filter(|_| !self.raw) {
            match c {
                '\\' if self.in_string => drop(chars.next()),
                '"' => self.in_string = !self.in_string,
                '#' if !self.in_string => break,
                _ => {}
            }
        }
        self.end
    }
}

/// Whether an item's first line goes on in deeper lines: `phrase x = …`, `words x = …`, but not `words x`.
fn is_one_clause(bare: &str) -> bool {
    let code = bare.split('#').next().unwrap_or_default();
    let mut words = code.split_whitespace().skip_while(|word| *word == "replace");
    match words.next() {
        Some("phrase") => true,
        Some("words" | "verbs") => match words.nth(1) {
            Some("add") => words.next().is_some(),
            second => second == Some("=") || code.contains('='),
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(text: &str) -> Vec<Vec<&str>> {
        let block = |b: Block| std::iter::once(b.head).chain(b.clauses).map(|r| &text[r]).collect();
        cut(text).into_iter().map(block).collect()
    }

    #[test]
    fn indentation_makes_clauses() {
        let cases: &[(&str, &[&[&str]])] = &[
            ("", &[]),
            ("# only a comment\n\n", &[]),
            ("rule a gives b\n  find x\n  no \"y\"\n", &[&["rule a gives b", "find x", "no \"y\""]]),
            ("rule a gives b\n  find x\n    y\nrule c", &[&["rule a gives b", "find x\n    y"], &["rule c"]]),
            ("phrase p =\n  a\n  b\nwords w\n  a\n  b", &[&["phrase p =\n  a\n  b"], &["words w", "a", "b"]]),
            ("words w = a |\n  b\nwords w add\n  c", &[&["words w = a |\n  b"], &["words w add", "c"]]),
            ("words w add b |\n c", &[&["words w add b |\n c"]]),
            ("  find x\nrule a", &[&["", "find x"], &["rule a"]]),
            ("\u{FEFF}rule a\r\n  find x\r\n", &[&["rule a", "find x"]]),
            ("rule a\n\tfind x\n\t\ty\n", &[&["rule a", "find x\n\t\ty"]]),
        ];
        for (text, want) in cases {
            assert_eq!(&pieces(text), want, "{text}");
        }
    }

    #[test]
    fn strings_go_on_over_lines() {
        let text = "rule a\n  yes \"b # no comment:\n\n    - c\"\n  no \"d\"";
        assert_eq!(pieces(text), [["rule a", "yes \"b # no comment:\n\n    - c\"", "no \"d\""]]);
    }

    #[test]
    fn a_string_left_open_costs_one_clause() {
        let text = "rule a\n  yes \"b\n  no \"d\"\nrule e # it's \"\n  note say \"\n  find f";
        let want: &[&[&str]] =
            &[&["rule a", "yes \"b", "no \"d\""], &["rule e # it's \"", "note say \"", "find f"]];
        assert_eq!(pieces(text), want);
    }
}
