//! A table for each kind of the user's own, and one for each of its fields that hold lists.

use super::Table;
use super::columns::{Columns, Get};
use crate::rule::ast::{self, Kind};
use crate::wire::{Field, FieldValue, Record, UserFact};

/// Adds the tables of the user's kinds to those that there are.
pub(super) fn add(kinds: &[Kind], tables: &mut Vec<Table>) {
    for (index, kind) in kinds.iter().enumerate() {
        let name = free(&plain(&kind.name.text), tables);
        tables.push(facts(index, kind, &name));
        for (place, field) in kind.fields.iter().enumerate().filter(|(_, field)| field.list) {
            let own = free(&format!("{name}_{}", plain(&field.name.text)), tables);
            tables.push(list((index, kind), (place, field), (&own, &name)));
        }
    }
}

/// A name as SQL takes it.
fn plain(name: &str) -> String {
    name.replace('-', "_")
}

/// A name that no table has yet.
fn free(name: &str, tables: &[Table]) -> String {
    let mut free = name.to_owned();
    while tables.iter().any(|table| table.name == free) {
        free.insert_str(0, "user_");
    }
    free
}

fn facts(index: usize, kind: &Kind, name: &str) -> Table {
    let columns = Columns::<UserFact>::new()
        .id(|fact| fact.id)
        .text("text", "The match.", |fact| &fact.text)
        .span(|fact| fact.span)
        .text("rule", "The rule that found it.", |fact| &fact.rule);
    let single = kind.fields.iter().enumerate().filter(|(_, field)| !field.list);
    let columns = single.fold(columns, |columns, (place, field)| {
        value(columns, &plain(&field.name.text), &about(field), move |fact: &UserFact| one(fact, place))
    });
    let about = format!("A fact of the kind `{}`.", kind.name.text);
    columns.of_facts(name, &about, move |record| of_kind(record, index))
}

fn list(
    (index, kind): (usize, &Kind),
    (place, field): (usize, &ast::Field),
    (name, owner): (&str, &str),
) -> Table {
    let owner_id = format!("{owner}_id");
    let columns = Columns::<FieldValue>::new().part_of(&owner_id, &format!("The fact: `{owner}.id`."));
    let columns = value(columns, "value", &about(field), |value: &FieldValue| Some(value));
    let about = format!("A value of the field `{}` of `{}`.", field.name.text, kind.name.text);
    columns.of_parts(
        (name, &about),
        owner,
        move |record| of_kind(record, index),
        |fact| fact.id,
        move |fact| several(fact, place),
    )
}

/// The columns of one value.
fn value<T: 'static>(
    columns: Columns<T>,
    name: &str,
    about: &str,
    get: impl Get<T, FieldValue>,
) -> Columns<T> {
    let of = |what: &str| format!("{name}_{what}");
    columns
        .maybe_with(name, about, get, |value| Some(&value.value))
        .maybe_with(&of("text"), "As written; null where the rule sets the value.", get, |value| {
            value.text.as_ref()
        })
        .maybe_span(name, move |of| get(of).and_then(|value| value.span))
        .maybe_with(&of("country"), "ISO 3166 alpha-3.", get, |value| value.country.as_ref())
        .decimal(&of("decimal"), "Of a number or quantity.", move |of| get(of).and_then(|value| value.number))
        .other(&of("date"), "The date that it is: `dates.id`.", move |of| {
            get(of).and_then(|value| value.date)
        })
        .other(&of("figure"), "The figure that it is: `figures.id`.", move |of| {
            get(of).and_then(|value| value.figure)
        })
}

fn about(field: &ast::Field) -> String {
    let options: Vec<&str> = field.options.iter().map(|option| option.text.as_str()).collect();
    format!("The field `{}`: {}.", field.name.text, options.join(" | "))
}

fn of_kind(record: &Record, index: usize) -> &[UserFact] {
    record.facts.0.get(index).map_or(&[], |(_, facts)| facts)
}

fn one(fact: &UserFact, place: usize) -> Option<&FieldValue> {
    match fact.fields.0.get(place) {
        Some((_, Field::One(value))) => value.as_deref(),
        _ => None,
    }
}

fn several(fact: &UserFact, place: usize) -> &[FieldValue] {
    match fact.fields.0.get(place) {
        Some((_, Field::List(values))) => values,
        _ => &[],
    }
}
