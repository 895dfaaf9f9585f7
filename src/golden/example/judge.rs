//! Whether what was found is what an example says.

use super::field;
use super::{Filled, Fired, Outcome, Reason};
use crate::rule::ast::{Example, Mark};
use crate::rule::set::Rule;
use crate::text::Span;

/// Everything that is not as the example says.
pub(super) fn judge(rule: &Rule, example: &Example, outcome: &Outcome) -> Vec<Reason> {
    let (own, others): (Vec<&Fired>, Vec<&Fired>) =
        outcome.fired.iter().partition(|fired| fired.rule == rule.name);
    let (own, idle): (Vec<&Fired>, Vec<&Fired>) = own.into_iter().partition(|fired| !fired.facts.is_empty());
    if !example.yes {
        return own.iter().map(|fired| reason(fired.span, gave(rule, fired))).collect();
    }
    if let (true, Some(fired)) = (own.is_empty(), idle.first()) {
        return vec![reason(fired.span, format!("`{}` matched here, but no fact came of it", rule.name))];
    }
    if own.is_empty() {
        return vec![did_not_fire(rule, &others)];
    }
    let mut reasons = marks(example, &own);
    reasons.extend(unmarked(example, &own));
    reasons.extend(fields(example, &own));
    reasons.sort();
    reasons.dedup();
    reasons
}

fn reason(span: Span, message: String) -> Reason {
    Reason { span: Some(span), message }
}

fn gave(rule: &Rule, fired: &Fired) -> String {
    let filled: Vec<&str> = fired.filled.iter().map(|filled| filled.field.as_str()).collect();
    match filled.is_empty() {
        true => format!("`{}` should give nothing here, but it matched", rule.name),
        false => format!("`{}` should give nothing here, but it filled {}", rule.name, filled.join(", ")),
    }
}

fn did_not_fire(rule: &Rule, others: &[&Fired]) -> Reason {
    let mut names: Vec<&str> = others.iter().map(|fired| fired.rule.as_str()).collect();
    names.dedup();
    let message = match names.is_empty() {
        true => format!("`{}` did not match, nor did any other rule", rule.name),
        false => format!("`{}` did not match, or lost; these matched: {}", rule.name, names.join(", ")),
    };
    Reason { span: others.first().map(|fired| fired.span), message }
}

/// Marks that no hole agrees with.
fn marks(example: &Example, own: &[&Fired]) -> Vec<Reason> {
    example.marks.iter().filter_map(|mark| wrong_mark(example, mark, own)).collect()
}

fn wrong_mark(example: &Example, mark: &Mark, own: &[&Fired]) -> Option<Reason> {
    let of_field: Vec<&Filled> = filled(own).filter(|filled| filled.field == mark.field.text).collect();
    if let Some(found) = of_field.iter().find(|filled| fits(filled, mark.span)) {
        return wrong_value(mark, &found.values);
    }
    let of_fact = field::all_at_span(facts(own), &mark.field.text, mark.span);
    if !of_fact.is_empty() {
        return wrong_value(mark, &of_fact);
    }
    let message = match of_field.iter().min_by_key(|filled| distance(filled.span, mark.span)) {
        Some(other) => {
            format!(
                "`{}` is marked here, but the rule took `{}`",
                mark.field.text,
                other.span.of(&example.text)
            )
        }
        None => format!("`{}` is marked here, but the rule did not fill it", mark.field.text),
    };
    Some(reason(mark.span, message))
}

/// Whether a mark stands for what a hole took, with or without its article.
fn fits(filled: &Filled, mark: Span) -> bool {
    filled.span == mark || filled.inner == mark
}

fn distance(a: Span, b: Span) -> u32 {
    a.start.abs_diff(b.start) + a.end.abs_diff(b.end)
}

fn wrong_value(mark: &Mark, found: &[String]) -> Option<Reason> {
    let wanted = mark.value.as_ref()?;
    if field::same_values(&wanted.text, found) {
        return None;
    }
    let found = if found.is_empty() { "no value".to_owned() } else { format!("`{}`", found.join("; ")) };
    Some(reason(mark.span, format!("`{}` should be `{}`, but is {found}", mark.field.text, wanted.text)))
}

/// Holes that were filled without a mark.
fn unmarked(example: &Example, own: &[&Fired]) -> Vec<Reason> {
    let is_marked = |filled: &&Filled| {
        // A mark at another place is told of by itself.
        example.marks.iter().any(|mark| mark.field.text == filled.field && overlap(filled, mark.span))
    };
    let unmarked = filled(own).filter(|filled| !is_marked(filled));
    unmarked
        .map(|filled| reason(filled.span, format!("the rule filled `{}` here: mark it", filled.field)))
        .collect()
}

fn overlap(filled: &Filled, mark: Span) -> bool {
    filled.span.overlaps(mark) || filled.span == mark
}

/// Fields of the fact that are not as the example says.
fn fields(example: &Example, own: &[&Fired]) -> Vec<Reason> {
    let wrong = example.fields.iter().filter_map(|(path, wanted)| {
        let found: Vec<Vec<String>> =
            facts(own).map(|fact| field::values(fact, &path.text).unwrap_or_default()).collect();
        if found.iter().any(|values| field::same_values(&wanted.text, values)) {
            return None;
        }
        let shown: Vec<String> = found.iter().map(|values| values.join("; ")).collect();
        let found = match shown.iter().find(|values| !values.is_empty()) {
            Some(values) => format!("`{values}`"),
            None => "empty".to_owned(),
        };
        let message = format!("`{}` should be `{}`, but is {found}", path.text, wanted.text);
        Some(Reason { span: None, message })
    });
    wrong.collect()
}

fn filled<'f>(own: &'f [&Fired]) -> impl Iterator<Item = &'f Filled> {
    own.iter().flat_map(|fired| &fired.filled)
}

fn facts<'f>(own: &'f [&Fired]) -> impl Iterator<Item = &'f serde_json::Value> {
    own.iter().flat_map(|fired| &fired.facts)
}
