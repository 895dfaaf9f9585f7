//! The program itself as the pipeline of examples: matches and facts, told in spans and names.

use serde_json::{Map, Value as Json};

use super::field::{all_at_span, overlaps, span_of};
use super::{Filled, Fired, Outcome, Pipeline};
use crate::extract::{Article, Extractor, Inside};
use crate::fact::{Published, PublishedSource};
use crate::rule::set::{List, RuleSet};
use crate::rule::{BuiltinKind, Capture, KindRef, Match};
use crate::text::{Span, Unit};
use crate::value::Reading;
use crate::value::class::Value;
use crate::wire::{self, Record};

impl Pipeline for Extractor {
    fn run(&self, text: &str, published: Option<&str>, rule: &str) -> Outcome {
        let published =
            published.map(|day| Published { value: day.to_owned(), source: PublishedSource::Option });
        let article = Article { text: text.to_owned(), published, ..Article::default() };
        self.inspect(&article, Some(rule), |inside| outcome(self.rules().set(), &inside))
    }
}

/// What examples are judged by, of a text that was read with the rules of a set.
pub fn outcome(set: &RuleSet, inside: &Inside) -> Outcome {
    Seen::new(set, inside).outcome()
}

/// What was found in one text.
struct Seen<'a> {
    set: &'a RuleSet,
    inside: &'a Inside<'a>,
    /// The record, offsets in bytes, references opened.
    record: Json,
}

impl<'a> Seen<'a> {
    fn new(set: &'a RuleSet, inside: &'a Inside<'a>) -> Seen<'a> {
        let article = wire::Article { text: inside.page.text, kinds: &set.kinds, ..wire::Article::default() };
        let record = Record::new(&article, &inside.facts, Unit::Bytes);
        // A record can always be written: its keys are strings.
        let mut record = serde_json::to_value(record).unwrap_or_default();
        let ids = ids(&record);
        open(&mut record, "", &ids);
        Seen { set, inside, record }
    }

    fn outcome(&self) -> Outcome {
        Outcome { fired: self.inside.matches.iter().filter_map(|found| self.fired(found)).collect() }
    }

    fn fired(&self, found: &Match) -> Option<Fired> {
        let rule = self.set.rules.get(found.rule)?;
        let page = self.inside.page;
        let items = found.items.iter();
        let spans: Vec<Span> = std::iter::once(&found.tokens)
            .chain(items.clone().map(|item| &item.tokens))
            .map(|t| page.span(t))
            .collect();
        let facts: Vec<Json> = self.facts(rule.kind, &rule.name, &spans);
        let captures = found.captures.iter().chain(items.flat_map(|item| &item.captures));
        let filled = captures.map(|capture| self.filled(capture, &facts)).collect();
        Some(Fired { rule: rule.name.clone(), span: spans[0], filled, facts })
    }

    /// The facts of a kind that a rule made or added to, and that touch its match.
    fn facts(&self, kind: KindRef, rule: &str, spans: &[Span]) -> Vec<Json> {
        let is_date = kind == KindRef::Builtin(BuiltinKind::Date);
        let is_own =
            |fact: &&Json| (is_date || names(fact, rule)) && spans.iter().any(|&span| overlaps(fact, span));
        self.list(kind).iter().filter(is_own).map(flat).collect()
    }

    fn list(&self, kind: KindRef) -> &[Json] {
        let list = match kind {
            KindRef::Builtin(BuiltinKind::Date) => &self.record["dates"],
            KindRef::Builtin(BuiltinKind::Figure) => &self.record["figures"],
            KindRef::Builtin(BuiltinKind::Document) => &self.record["documents"],
            KindRef::Builtin(BuiltinKind::Membership) => &self.record["memberships"],
            KindRef::User(_) => &self.record["facts"][kind.name(&self.set.kinds)],
        };
        list.as_array().map_or(&[], Vec::as_slice)
    }

    fn filled(&self, capture: &Capture, facts: &[Json]) -> Filled {
        let page = self.inside.page;
        let span = page.span(&capture.tokens);
        let inner = match (capture.values.first(), capture.values.last()) {
            (Some(first), Some(last)) => page.span(&(first.tokens.start..last.tokens.end)),
            _ => span,
        };
        let values = capture.values.iter().flat_map(|reading| self.values(capture, reading, facts)).collect();
        Filled { field: capture.field.clone(), span, inner, values }
    }

    /// The normalised value of what was read: as the fact has it, else as the record has what stands there.
    fn values(&self, capture: &Capture, reading: &Reading, facts: &[Json]) -> Vec<String> {
        match &reading.value {
            Value::Word(list, entry) => return entry_value(&self.set.words, *list, *entry),
            Value::Verb(list, group) => return entry_value(&self.set.verbs, *list, group.entry),
            Value::Number(number) => return vec![number.to_string()],
            _ => {}
        }
        let page = self.inside.page;
        for span in [page.span(&reading.tokens), page.span(&reading.matched)] {
            let own = all_at_span(facts, &capture.field, span);
            let found = if own.is_empty() { self.anywhere(span) } else { own };
            if !found.is_empty() {
                return found;
            }
        }
        vec![page.slice(&reading.tokens).to_owned()]
    }

    /// The value of the date or figure at a span, else the names of whoever is named there.
    fn anywhere(&self, span: Span) -> Vec<String> {
        let known = [BuiltinKind::Date, BuiltinKind::Figure].map(|kind| self.list(KindRef::Builtin(kind)));
        let known = known.into_iter().flatten().find(|fact| span_of(fact) == Some(span));
        match known {
            Some(fact) => super::field::plain(fact),
            None => {
                let mut names = Vec::new();
                named(&self.record, span, &mut names);
                names
            }
        }
    }
}

/// The value that an entry of a list stands for.
fn entry_value(lists: &[List], list: u16, entry: u32) -> Vec<String> {
    let entry = lists.get(list as usize).and_then(|list| list.entries.get(entry as usize));
    entry.map(|entry| entry.value.clone()).into_iter().collect()
}

/// Whether a rule made a fact or added to it.
fn names(fact: &Json, rule: &str) -> bool {
    let added = fact["rules"].as_array().is_some_and(|rules| rules.iter().any(|name| name == rule));
    added || fact["rule"] == rule
}

/// A fact with the fields of a user's kind beside those that every fact has.
fn flat(fact: &Json) -> Json {
    let mut fact = fact.clone();
    let fields = fact.get_mut("fields").map(Json::take);
    if let (Some(all), Some(Json::Object(fields))) = (fact.as_object_mut(), fields) {
        all.remove("fields");
        all.extend(fields);
    }
    fact
}

/// Every fact of the built-in kinds by its id.
fn ids(record: &Json) -> Map<String, Json> {
    let lists = ["dates", "figures", "documents", "memberships"].iter();
    let facts = lists.flat_map(|list| record[*list].as_array().into_iter().flatten());
    facts.filter_map(|fact| Some((fact["id"].as_str()?.to_owned(), fact.clone()))).collect()
}

/// Puts facts in the place of their ids, one deep, so that examples need not know how facts are numbered.
fn open(value: &mut Json, key: &str, ids: &Map<String, Json>) {
    match value {
        Json::String(id) if !matches!(key, "id" | "text" | "name") => {
            if let Some(fact) = ids.get(id) {
                *value = fact.clone();
            }
        }
        Json::Array(items) => items.iter_mut().for_each(|item| open(item, key, ids)),
        Json::Object(fields) => fields.iter_mut().for_each(|(key, value)| open(value, key, ids)),
        _ => {}
    }
}

/// The names of whatever has one and stands at a span, each once.
fn named(value: &Json, span: Span, names: &mut Vec<String>) {
    match value {
        Json::Array(items) => items.iter().for_each(|item| named(item, span, names)),
        Json::Object(fields) => {
            if let Some(Json::String(name)) = fields.get("name").filter(|_| span_of(value) == Some(span))
                && !names.contains(name)
            {
                names.push(name.clone());
            }
            fields.values().for_each(|value| named(value, span, names));
        }
        _ => {}
    }
}
