//! Examples as text: the sentence with its marks, as a rule file has it.

use std::fmt::{self, Write};

use super::{Fired, Outcome};
use crate::rule::set::Rule;
use crate::rule::{BuiltinKind, KindRef};
use crate::text::Span;

/// An example that is to be written.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// `todo`: known not to work yet.
    pub todo: bool,
    /// `yes`, else `no`.
    pub yes: bool,
    /// The day of publication, where the example needs one.
    pub on: Option<String>,
    /// The text without marks.
    pub text: String,
    /// What is marked.
    pub marks: Vec<Marked>,
    /// Fields of the fact, behind the text.
    pub fields: Vec<(String, String)>,
}

/// A stretch that is marked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Marked {
    /// The field.
    pub field: String,
    /// Bytes of the text.
    pub span: Span,
    /// The normalised value, where the text does not say it.
    pub value: Option<String>,
}

impl Draft {
    /// A `yes` that marks all that a rule filled.
    pub fn of(text: &str, on: Option<&str>, fired: &[&Fired]) -> Draft {
        let filled = fired.iter().flat_map(|fired| &fired.filled);
        let mut marks: Vec<Marked> = Vec::new();
        for filled in filled {
            let value = told(&filled.field, filled.inner.of(text), &filled.values);
            let mark = Marked { field: filled.field.clone(), span: filled.inner, value };
            if !marks.contains(&mark) {
                marks.push(mark);
            }
        }
        let on = on.map(str::to_owned);
        Draft { yes: true, on, text: text.to_owned(), marks, ..Draft::default() }
    }

    /// The `yes` that says of a text what a rule found in it, and what became of a document, or as what somebody is a member;
    /// none where the rule gave nothing there.
    pub fn yes(rule: &Rule, text: &str, on: Option<&str>, outcome: &Outcome) -> Option<Draft> {
        let own = outcome.fired.iter().filter(|fired| fired.rule == rule.name && !fired.facts.is_empty());
        let own: Vec<&Fired> = own.collect();
        let fact = own.first()?.facts.first()?;
        let has_status = match rule.kind {
            KindRef::Builtin(BuiltinKind::Document | BuiltinKind::Membership) => true,
            KindRef::Builtin(BuiltinKind::Date | BuiltinKind::Figure) | KindRef::User(_) => false,
        };
        let status = fact["status"].as_str().filter(|_| has_status);
        let fields = status.map(|status| ("status".to_owned(), status.to_owned())).into_iter().collect();
        Some(Draft { fields, ..Draft::of(text, on, &own) })
    }

    /// The `no` that says of a text that nothing is found in it.
    pub fn no(text: &str, on: Option<&str>) -> Draft {
        Draft { on: on.map(str::to_owned), text: text.to_owned(), ..Draft::default() }
    }
}

/// The value, where the words do not hold it already. A verb's value is its list's, which its words need not repeat.
pub(crate) fn told(field: &str, words: &str, values: &[String]) -> Option<String> {
    let held = values.iter().all(|value| words.contains(value.as_str()));
    let value = values.join("; ");
    let writable = !value.trim().is_empty() && !value.contains(['"', '{', '}', '\n']);
    (field != "verb" && !held && writable).then_some(value)
}

/// `todo yes on 2024-03-14 "{guest: Ana} came." status = done`
impl fmt::Display for Draft {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(if self.todo { "todo " } else { "" })?;
        f.write_str(if self.yes { "yes " } else { "no  " })?;
        if let Some(day) = &self.on {
            write!(f, "on {day} ")?;
        }
        write!(f, "\"{}\"", Sentence(self))?;
        self.fields.iter().try_for_each(|(field, value)| write!(f, " {field} = {}", quoted(value)))
    }
}

fn quoted(value: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && !matches!(c, '#' | '"' | '\\');
    match value.chars().all(plain) {
        true => value.to_owned(),
        false => format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// The text with its marks.
struct Sentence<'a>(&'a Draft);

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Draft { text, marks, .. } = self.0;
        let mut marks: Vec<&Marked> = marks.iter().collect();
        marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
        let mut open: Vec<&Marked> = Vec::new();
        let mut next = marks.into_iter().peekable();
        for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
            while let Some(mark) = open.pop_if(|mark| mark.span.end as usize <= at) {
                if let Some(value) = &mark.value {
                    write!(f, " = {value}")?;
                }
                f.write_char('}')?;
            }
            while let Some(mark) = next.next_if(|mark| mark.span.start as usize <= at && at < text.len()) {
                // Marks nest; one that crosses another can't be written.
                if open.last().is_none_or(|outer| mark.span.end <= outer.span.end) {
                    write!(f, "{{{}: ", mark.field)?;
                    open.push(mark);
                }
            }
            match c {
                '\0' => {}
                '\n' => f.write_str("\\n")?,
                '=' if open.is_empty() => f.write_char('=')?,
                '"' | '\\' | '{' | '}' | '=' => write!(f, "\\{c}")?,
                _ => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Extractor;
    use crate::golden::example::{self, Pipeline, Verdict};
    use crate::rule::ast::Example;
    use crate::rule::set::RuleSet;
    use crate::rule::{SourceFile, builtin, read};

    fn mark(field: &str, at: (u32, u32), value: Option<&str>) -> Marked {
        Marked { field: field.to_owned(), span: Span::new(at.0, at.1), value: value.map(str::to_owned) }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let cases = [
            (
                "A \"pact\" on {x} = 3\nholds\\.",
                vec![mark("a", (0, 8), None), mark("b", (12, 19), None), mark("b", (20, 25), Some("kept"))],
                "yes \"{a: A \\\"pact\\\"} on {b: \\{x\\} \\= 3}\\n{b: holds = kept}\\\\.\"",
            ),
            (
                "Oman signed a treaty on aid.",
                vec![mark("b", (12, 27), Some("treaty")), mark("a", (24, 27), None)],
                "yes \"Oman signed {b: a treaty on {a: aid} = treaty}.\"",
            ),
            // Marks that cross.
            (
                "one two three",
                vec![mark("a", (0, 7), None), mark("b", (4, 13), None)],
                "yes \"{a: one two} three\"",
            ),
            ("one", vec![mark("a", (0, 3), None), mark("b", (0, 3), None)], "yes \"{a: {b: one}}\""),
        ];
        for (text, marks, want) in cases {
            let draft = Draft { yes: true, text: text.to_owned(), marks, ..Draft::default() };
            assert_eq!(draft.to_string(), want);
            let rule =
                format!("kind k\n  a np\n  b np\nrule r gives k\n  find {{a: np}} {{b: np}}\n  {draft}\n");
            let source = SourceFile { path: "x".to_owned(), text: rule, builtin: false };
            let set = read(&[source]).unwrap_or_else(|errors| panic!("{errors}"));
            let example = &set.rules[0].examples[0];
            assert_eq!(example.text, text);
            for mark in &example.marks {
                let value = mark.value.as_ref().map(|value| value.text.clone());
                let marked = Marked { field: mark.field.text.clone(), span: mark.span, value };
                assert!(draft.marks.contains(&marked), "{marked:?}");
            }
        }
    }

    #[test]
    fn what_stands_around_the_text() {
        let draft = Draft {
            todo: true,
            on: Some("2024-03-14".to_owned()),
            text: "Fog.".to_owned(),
            fields: vec![("status".to_owned(), "a b".to_owned()), ("x".to_owned(), "1".to_owned())],
            ..Draft::default()
        };
        assert_eq!(draft.to_string(), "todo no  on 2024-03-14 \"Fog.\" status = \"a b\" x = 1");
    }

    #[test]
    fn values_that_the_words_hold_are_not_repeated() {
        let value = |field, words, values: &[&str]| {
            told(field, words, &values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(value("a", "Peru and Chile", &["Peru", "Chile"]), None);
        assert_eq!(value("a", "Moscow and Chile", &["Russia", "Chile"]), Some("Russia; Chile".to_owned()));
        assert_eq!(value("verb", "inked", &["signed"]), None);
        assert_eq!(value("a", "it", &["so {it} is"]), None);
        assert_eq!(value("a", "it", &[]), None);
    }

    /// Every `yes` of the program's own, written anew from what is found in its text.
    fn written(extractor: &Extractor) -> Vec<(String, Vec<String>)> {
        let write = |rule: &Rule, example: &Example| {
            let on = example.on.as_ref().map(|on| on.text.as_str());
            let outcome = extractor.run(&example.text, on, &rule.name);
            Draft::yes(rule, &example.text, on, &outcome).map(|draft| draft.to_string())
        };
        let lines = |rule: &Rule| {
            let wanted = rule.examples.iter().filter(|example| example.yes && !example.todo);
            wanted.filter_map(|example| write(rule, example)).collect()
        };
        extractor.rules().set().rules.iter().map(|rule| (rule.name.clone(), lines(rule))).collect()
    }

    /// The program's own rule files, with lines put under the heads of rules.
    fn with(lines: &[(String, Vec<String>)]) -> Vec<SourceFile> {
        let under = |line: &str| {
            let name = line.strip_prefix("rule ").and_then(|rest| rest.split(' ').next());
            let lines = lines.iter().find(|(rule, _)| Some(rule.as_str()) == name);
            let lines =
                lines.map_or(String::new(), |(_, lines)| lines.iter().map(|l| format!("\n  {l}")).collect());
            format!("{line}{lines}\n")
        };
        let file = |file: SourceFile| SourceFile { text: file.text.lines().map(under).collect(), ..file };
        builtin().map(file).collect()
    }

    fn failing(set: &RuleSet, extractor: &Extractor) -> Vec<String> {
        let rules =
            set.rules.iter().flat_map(|rule| rule.examples.iter().map(move |example| (rule, example)));
        let fails = |(rule, example): &(&Rule, &Example)| {
            matches!(example::verdict(rule, example, extractor), Verdict::Fail(_))
        };
        rules.filter(fails).map(|(rule, example)| format!("{}: {}", rule.name, example.text)).collect()
    }

    #[test]
    fn what_is_written_holds() {
        let extractor = Extractor::new(&[]).unwrap();
        let lines = written(&extractor);
        let set = crate::rule::read(&with(&lines)).unwrap_or_else(|errors| panic!("{errors}"));
        let [before, after] = [extractor.rules().set(), &set].map(|set| failing(set, &extractor));
        let count = |set: &RuleSet| set.rules.iter().map(|rule| rule.examples.len()).sum::<usize>();
        assert!(count(&set) > count(extractor.rules().set()) + 100);
        assert_eq!(after, before);
    }
}
