//! What `check` compares, for eyes and machines: a page to look at, JUnit's XML, and the annotation lines of a CI service.

mod github;
mod html;
mod junit;

use crate::golden::example::{self, Report};
use crate::golden::{Checked, Member};
use crate::rule::RuleSet;
use crate::rule::error::line_and_column;

pub use github::annotations;
pub use html::page;
pub use junit::junit;

/// A run of examples and golden files.
pub struct Run<'a> {
    /// The articles that were compared.
    pub checked: &'a [Checked],
    /// The differences that are told of.
    pub differences: &'a [Member<'a>],
    /// What could not be read, or lacks its other half.
    pub problems: &'a [String],
    /// How the examples came out.
    pub examples: &'a Report,
    /// The rules that they belong to.
    pub set: &'a RuleSet,
    /// All of it in one line.
    pub sum: &'a str,
}

/// An example with its place.
struct Example<'a> {
    path: &'a str,
    line: usize,
    rule: &'a str,
    /// What is wrong with it; empty where nothing is.
    wrong: String,
}

impl<'a> Run<'a> {
    fn examples(&self) -> impl Iterator<Item = Example<'a>> {
        let (set, judged) = (self.set, &self.examples.judged);
        judged.iter().filter_map(move |judged| {
            let rule = set.rules.get(judged.rule)?;
            let at = rule.examples.get(judged.example)?.at;
            let source = set.sources.get(at.file as usize)?;
            let (line, _) = line_and_column(&source.text, at.span.start as usize);
            let wrong = match &judged.verdict {
                example::Verdict::Fail(reasons) => {
                    reasons.iter().map(|reason| reason.message.as_str()).collect::<Vec<_>>().join("\n")
                }
                example::Verdict::Pass | example::Verdict::Todo => String::new(),
            };
            Some(Example { path: &source.path, line, rule: &rule.name, wrong })
        })
    }

    /// The differences of an article.
    fn differences_of(&self, checked: &'a Checked) -> impl Iterator<Item = &'a Member<'a>> {
        let differences: &'a [Member<'a>] = self.differences;
        differences.iter().filter(move |member| std::ptr::eq(member.checked, checked))
    }
}

/// Text for XML and HTML; what XML can't hold becomes U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(
            escape("a<b> & \"c\"\n\u{1b}\u{ffff}"),
            "a&lt;b&gt; &amp; &quot;c&quot;\n\u{fffd}\u{fffd}"
        );
    }
}
