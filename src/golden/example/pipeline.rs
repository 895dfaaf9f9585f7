//! The real pipeline, as examples run it.

use serde_json::Value;

use super::{Filled, Fired, Outcome, Pipeline};
use crate::extract::{Article, Extractor, Inside};
use crate::fact::{Published, PublishedSource};
use crate::resolve::entity;
use crate::rule::{BuiltinKind, Capture, KindRef, Match, RuleSet};
use crate::text::Unit;
use crate::value::class;
use crate::wire::{self, Record};

impl Pipeline for Extractor {
    fn run(&self, text: &str, published: Option<&str>, rule: &str) -> Outcome {
        let day = |value: &str| Published { value: value.to_owned(), source: PublishedSource::Option };
        let article = Article { text: text.to_owned(), published: published.map(day), ..Article::default() };
        self.inspect(&article, Some(rule), |inside| outcome(self.rules().set(), text, inside))
    }
}

fn outcome(set: &RuleSet, text: &str, inside: &Inside) -> Outcome {
    let article = wire::Article { text, kinds: &set.kinds, ..wire::Article::default() };
    let record = Record::new(&article, inside.facts, Unit::Bytes);
    let record = serde_json::to_value(record).unwrap_or_default();
    let fired = inside.matches.iter().map(|found| fired(set, inside, &record, found));
    Outcome { fired: fired.collect() }
}

fn fired(set: &RuleSet, inside: &Inside, record: &Value, found: &Match) -> Fired {
    let rule = &set.rules[found.rule];
    let captures = found.captures.iter().chain(found.items.iter().flat_map(|item| &item.captures));
    Fired {
        rule: rule.name.clone(),
        span: inside.page.span(&found.tokens),
        filled: captures.map(|capture| filled(set, inside, capture)).collect(),
        facts: facts(record, rule.kind, set).filter(|fact| is_of(fact, &rule.name)).cloned().collect(),
    }
}

/// All facts of a kind.
fn facts<'r>(record: &'r Value, kind: KindRef, set: &RuleSet) -> impl Iterator<Item = &'r Value> {
    let list = match kind {
        KindRef::Builtin(BuiltinKind::Date) => record.get("dates"),
        KindRef::Builtin(BuiltinKind::Figure) => record.get("figures"),
        KindRef::Builtin(BuiltinKind::Document) => record.get("documents"),
        KindRef::Builtin(BuiltinKind::Membership) => record.get("memberships"),
        KindRef::User(_) => record.get("facts").and_then(|facts| facts.get(kind.name(&set.kinds))),
    };
    list.and_then(Value::as_array).into_iter().flatten()
}

/// Whether a rule gave a fact or added to it.
fn is_of(fact: &Value, rule: &str) -> bool {
    let named = |value: &Value| value.as_str() == Some(rule);
    fact.get("rule").is_some_and(named)
        || fact.get("rules").and_then(Value::as_array).is_some_and(|rules| rules.iter().any(named))
}

fn filled(set: &RuleSet, inside: &Inside, capture: &Capture) -> Filled {
    let inner = match (capture.values.first(), capture.values.last()) {
        (Some(first), Some(last)) => first.tokens.start..last.tokens.end,
        _ => capture.tokens.clone(),
    };
    Filled {
        field: capture.field.clone(),
        span: inside.page.span(&capture.tokens),
        inner: inside.page.span(&inner),
        values: capture.values.iter().map(|reading| value(set, inside, reading)).collect(),
    }
}

/// What a reading stands for, as examples write it.
fn value(set: &RuleSet, inside: &Inside, reading: &class::Reading) -> String {
    let Inside { page, values, facts, .. } = inside;
    let text = || page.slice(&reading.tokens).split_whitespace().collect::<Vec<_>>().join(" ");
    let entry = |list: Option<&crate::rule::set::List>, entry: u32| {
        list.and_then(|list| list.entries.get(entry as usize)).map_or_else(text, |entry| entry.value.clone())
    };
    match &reading.value {
        class::Value::Date(index) => facts.dates.get(*index).map_or_else(text, |date| date.value.clone()),
        class::Value::Quantity(index) => facts.figures.get(*index).and_then(figure).unwrap_or_else(text),
        class::Value::Name(index) => match values.names.get(*index) {
            Some(name) => entity::state_name(page, name),
            None => text(),
        },
        class::Value::Number(number) => number.to_string(),
        class::Value::Word(list, row) => entry(set.words.get(*list as usize), *row),
        class::Value::Verb(list, group) => entry(set.verbs.get(*list as usize), group.entry),
        _ => text(),
    }
}

/// `230000000 USD`
fn figure(figure: &crate::fact::Figure) -> Option<String> {
    let value = figure.value?.normalize();
    let code = figure.unit.as_ref().and_then(|unit| unit.code.as_deref());
    Some(match code {
        Some(code) => format!("{value} {code}"),
        None => value.to_string(),
    })
}
