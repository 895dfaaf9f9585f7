//! What is wrong with rules, and where: all at once, each with a caret and, where one is near, the name meant.

use std::fmt;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::ast::At;
use super::set::SourceFile;

/// One thing that is wrong or odd.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// Where.
    pub at: At,
    /// What.
    pub message: String,
    /// What to do about it: 'did you mean `party`?'
    pub help: Option<String>,
}

impl Problem {
    /// A problem without advice.
    pub fn new(at: At, message: impl Into<String>) -> Problem {
        Problem { at, message: message.into(), help: None }
    }

    /// The same with advice.
    #[must_use]
    pub fn help(self, help: impl Into<Option<String>>) -> Problem {
        Problem { help: help.into(), ..self }
    }

    /// Line and column, both from 1, the column in characters.
    pub fn line_and_column(&self, sources: &[SourceFile]) -> (usize, usize) {
        let text = sources.get(self.at.file as usize).map_or("", |source| &source.text);
        line_and_column(text, self.at.span.start as usize)
    }
}

/// Line and column of a byte, both from 1, the column in characters.
pub fn line_and_column(text: &str, byte: usize) -> (usize, usize) {
    let before = text.get(..byte).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
    (line, column)
}

/// All that is wrong with a set of rule files; there is at least one problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Errors {
    /// The files, as numbered by [`At::file`].
    pub sources: Vec<SourceFile>,
    /// In the order of files and places.
    pub problems: Vec<Problem>,
}

impl std::error::Error for Errors {}

impl fmt::Display for Errors {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (number, problem) in self.problems.iter().enumerate() {
            if number > 0 {
                f.write_str("\n\n")?;
            }
            f.write_str(&render(problem, Level::ERROR, &self.sources))?;
        }
        Ok(())
    }
}

/// A problem that is no error, as text with a caret.
pub fn render_warning(problem: &Problem, sources: &[SourceFile]) -> String {
    render(problem, Level::WARNING, sources)
}

fn render(problem: &Problem, level: Level<'_>, sources: &[SourceFile]) -> String {
    let Some(source) = sources.get(problem.at.file as usize) else { return problem.message.clone() };
    let span = problem.at.span.start as usize..problem.at.span.end as usize;
    let snippet = Snippet::source(source.text.as_str())
        .path(source.path.as_str())
        .annotation(AnnotationKind::Primary.span(first_line(&source.text, span)));
    let mut group: Group<'_> = level.primary_title(problem.message.as_str()).element(snippet);
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    Renderer::plain().render(&[group])
}

/// The part of a span that lies on its first line: carets under twenty lines help nobody.
fn first_line(text: &str, span: std::ops::Range<usize>) -> std::ops::Range<usize> {
    let length = text.get(span.clone()).and_then(|text| text.lines().next()).map_or(0, str::len);
    span.start..span.start + length
}

/// 'did you mean `party`?', where one of the names is near enough.
pub fn did_you_mean<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<String> {
    let allowed = (name.chars().count() / 3).max(1);
    let distance = |other: &str| strsim::damerau_levenshtein(&name.to_lowercase(), &other.to_lowercase());
    let nearest = names.into_iter().map(|other| (distance(other), other)).min()?;
    (nearest.0 <= allowed).then(|| format!("did you mean `{}`?", nearest.1))
}
