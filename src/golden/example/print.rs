//! A report as text: each failure in the text of its example, then a line that counts.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Judged, Reason, Report, Verdict};
use crate::rule::RuleSet;
use crate::rule::error::line_and_column;

/// The whole report.
pub(super) fn report(report: &Report, set: &RuleSet) -> String {
    let failures = report.judged.iter().filter_map(|judged| match &judged.verdict {
        Verdict::Fail(reasons) => failure(judged, reasons, set),
        Verdict::Pass | Verdict::Todo => None,
    });
    let mut parts: Vec<String> = failures.collect();
    parts.extend(untested(report, set));
    parts.push(counts(report));
    parts.join("\n\n") + "\n"
}

/// One example that failed, with a caret at each place.
fn failure(judged: &Judged, reasons: &[Reason], set: &RuleSet) -> Option<String> {
    let rule = set.rules.get(judged.rule)?;
    let example = rule.examples.get(judged.example)?;
    let source = set.sources.get(example.at.file as usize)?;
    let (line, _) = line_and_column(&source.text, example.at.span.start as usize);
    let title = format!("{}:{line}: an example of `{}` fails", source.path, rule.name);
    let group = Level::ERROR.primary_title(title.as_str()).element(snippet(&example.text, reasons));
    Some(Renderer::plain().render(&[with_notes(group, reasons, judged)]))
}

fn snippet<'r>(text: &'r str, reasons: &'r [Reason]) -> Snippet<'r, annotate_snippets::Annotation<'r>> {
    let annotations = reasons.iter().filter_map(|reason| {
        let span = reason.span?;
        let range = span.start as usize..span.end as usize;
        Some(AnnotationKind::Primary.span(range).label(reason.message.as_str()))
    });
    Snippet::source(text).line_numbering(false).fold(false).annotations(annotations)
}

/// What is about all of an example stands under it.
fn with_notes<'r>(mut group: Group<'r>, reasons: &'r [Reason], judged: &Judged) -> Group<'r> {
    for reason in reasons.iter().filter(|reason| reason.span.is_none()) {
        group = group.element(Level::NOTE.message(reason.message.as_str()));
    }
    if judged.broken_by_user {
        group = group.element(Level::NOTE.message("without your own rules it passes"));
    }
    group
}

/// The rules that lack a `yes` or a `no`.
fn untested(report: &Report, set: &RuleSet) -> Option<String> {
    let names = report.untested.iter().filter_map(|&index| set.rules.get(index));
    let names: Vec<&str> = names.map(|rule| rule.name.as_str()).collect();
    (!names.is_empty()).then(|| format!("without a `yes` or without a `no`: {}", names.join(", ")))
}

fn counts(report: &Report) -> String {
    if report.is_empty() {
        return "nothing was tested".to_owned();
    }
    let (all, passed, failed) = (report.judged.len(), report.passed(), report.failed());
    let ending = if all == 1 { "" } else { "s" };
    format!("{all} example{ending}: {passed} passed, {failed} failed, {} to do", report.todo())
}
