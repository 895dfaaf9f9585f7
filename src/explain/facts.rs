//! The facts of a sentence, with how their dates were reckoned.

use std::fmt::{self, Write};

use serde_json::{Map, Value};

use super::{Telling, one_line};
use crate::fact::{Anchor, Date};
use crate::golden::{Golden, GoldenFact};
use crate::text::{Span, Unit};
use crate::wire::{self, Record};

/// All facts as on the wire, those that others refer to by their spans, in bytes.
pub(super) fn of_record(wire: &wire::Article, facts: &crate::fact::Facts) -> Vec<GoldenFact> {
    let record = Record::new(wire, facts, Unit::Bytes);
    Golden::of(&serde_json::to_value(record).unwrap_or_default()).facts
}

/// Tells of the facts that stand in a span.
pub(super) fn tell(telling: &Telling, span: Span, out: &mut String) -> fmt::Result {
    let dates = telling.inside.facts.dates.iter().filter(|date| span.contains(date.span));
    let others = telling.facts.iter().filter(|fact| fact.kind != "date" && span.contains(place(fact)));
    let (dates, others): (Vec<&Date>, Vec<&GoldenFact>) = (dates.collect(), others.collect());
    let nothing = dates.is_empty() && others.is_empty();
    writeln!(out, "{}", if nothing { "  nothing is found here" } else { "  found" })?;
    dates.iter().try_for_each(|date| tell_date(telling, date, out))?;
    others.iter().try_for_each(|fact| tell_fact(telling, fact, out))
}

/// Tells of all facts, or of those of a rule.
pub(super) fn tell_all(telling: &Telling, rule: Option<&str>, out: &mut String) -> fmt::Result {
    let is_meant = |fact: &&GoldenFact| rule.is_none_or(|rule| names(fact, rule));
    let dates = telling.inside.facts.dates.iter().filter(|_| rule.is_none());
    dates.into_iter().try_for_each(|date| tell_date(telling, date, out))?;
    let others = telling.facts.iter().filter(|fact| fact.kind != "date").filter(is_meant);
    others.into_iter().try_for_each(|fact| tell_fact(telling, fact, out))
}

/// Whether a rule made a fact or added to it.
fn names(fact: &GoldenFact, rule: &str) -> bool {
    let added = fact.fields.get("rules").and_then(Value::as_array);
    fact.rule() == rule || added.is_some_and(|rules| rules.iter().any(|name| name == rule))
}

/// 'date `Monday` is 2024-03-11 (DATE)', and on the next line what it was said as, and what it was counted from
fn tell_date(telling: &Telling, date: &Date, out: &mut String) -> fmt::Result {
    let text = |span: Span| one_line(span.of(telling.inside.page.text));
    let modifier = date.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.as_str()));
    writeln!(out, "    date `{}` is {} ({}{modifier})", text(date.span), date.value, date.kind.as_str())?;
    let said = date.said.as_ref().map(|said| format!("said as {said}"));
    let anchor = date.anchor.map(|anchor| match anchor {
        Anchor::Published => "counted from the day of publication".to_owned(),
        Anchor::Date(of) => {
            let other = telling.inside.facts.dates.get(of);
            other.map_or(String::new(), |other| format!("counted from `{}`", text(other.span)))
        }
    });
    let cue = date.cue.as_ref().map(|cue| format!("`{cue}` says which way"));
    let read = format!("read by {}", date.rule);
    let why: Vec<String> = said.into_iter().chain(anchor).chain(cue).chain([read]).collect();
    writeln!(out, "      {}", why.join("; "))
}

/// A fact, then each of its fields that holds anything.
fn tell_fact(telling: &Telling, fact: &GoldenFact, out: &mut String) -> fmt::Result {
    let text = telling.inside.page.text;
    writeln!(out, "    {} `{}`, from {}", fact.kind, one_line(place(fact).of(text)), fact.rule())?;
    let told = |name: &str| !matches!(name, "text" | "span" | "type_span" | "rule" | "mentions");
    for (name, value) in fact.fields.iter().filter(|(name, value)| told(name) && holds(value)) {
        writeln!(out, "      {name}: {}", brief(text, value))?;
    }
    Ok(())
}

fn place(fact: &GoldenFact) -> Span {
    let (start, end) = fact.span();
    Span::new(start as u32, end as u32)
}

fn holds(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => fields.values().any(holds),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => true,
    }
}

/// A value in few words: '`Peru` (kind state, country PER)'.
fn brief(text: &str, value: &Value) -> String {
    match value {
        Value::String(text) => one_line(text),
        Value::Object(fields) => brief_object(text, fields),
        Value::Array(items) => match as_span(items) {
            Some(span) => format!("`{}`", one_line(span.of(text))),
            None => items.iter().map(|item| brief(text, item)).collect::<Vec<_>>().join("; "),
        },
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

fn brief_object(text: &str, fields: &Map<String, Value>) -> String {
    let words = fields.get("text").and_then(Value::as_str).map(|words| format!("`{}`", one_line(words)));
    let rest =
        fields.iter().filter(|(name, value)| !matches!(name.as_str(), "text" | "span") && holds(value));
    let rest: Vec<String> = rest.map(|(name, value)| format!("{name} {}", brief(text, value))).collect();
    match words {
        None => rest.join(", "),
        Some(words) if rest.is_empty() => words,
        Some(words) => format!("{words} ({})", rest.join(", ")),
    }
}

/// Where another fact stands, which is how this one refers to it.
fn as_span(items: &[Value]) -> Option<Span> {
    let [start, end] = items else { return None };
    Some(Span::new(start.as_u64()? as u32, end.as_u64()? as u32))
}
