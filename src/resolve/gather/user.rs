//! Facts of the user's kinds: one a match, or one an item where a hole says `each of`.

use super::Said;
use crate::fact::{Date, FieldValue, UserFact};
use crate::resolve::entity;
use crate::rule::ast::Mode;
use crate::rule::schema::KindRef;
use crate::rule::{Capture, Match, RuleSet};
use crate::value::class::Value;
use crate::value::name;
use crate::value::{Page, Reading, Values};

/// The facts of all matches that give a kind of the user's. Dates are resolved already.
pub fn user_facts(
    page: &Page,
    values: &Values,
    dates: &[Date],
    set: &RuleSet,
    matches: &[Match],
) -> Vec<UserFact> {
    let reader = Reader { page, values, dates, set };
    let mut facts: Vec<UserFact> = matches.iter().flat_map(|found| reader.facts(found)).collect();
    facts.sort_by(|a, b| (a.span, &a.kind).cmp(&(b.span, &b.kind)));
    facts
}

struct Reader<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    dates: &'a [Date],
    set: &'a RuleSet,
}

impl Reader<'_> {
    fn facts(&self, found: &Match) -> Vec<UserFact> {
        let KindRef::User(kind) = self.set.rules[found.rule].kind else { return Vec::new() };
        let Some(declared) = self.set.kinds.get(kind) else { return Vec::new() };
        let said = Said::new(self.set, found);
        let fact = |choice: &[(usize, usize)]| UserFact {
            kind: declared.name.text.clone(),
            span: self.page.span(&found.tokens),
            rule: said.name().to_owned(),
            fields: declared
                .fields
                .iter()
                .filter_map(|field| self.field(said, &field.name.text, choice))
                .collect(),
        };
        choices(&found.captures).iter().map(|choice| fact(choice)).collect()
    }

    /// One field of a fact, where anything fills it. Of an `each of` hole only the chosen item does.
    fn field(&self, said: Said, name: &str, choice: &[(usize, usize)]) -> Option<(String, Vec<FieldValue>)> {
        let mut filled = Vec::new();
        for (at, capture) in said.captures.iter().enumerate().filter(|(_, capture)| capture.field == name) {
            let chosen = choice.iter().find(|(capture, _)| *capture == at).map(|(_, item)| *item);
            let items = capture
                .values
                .iter()
                .enumerate()
                .filter(|(item, _)| chosen.is_none_or(|chosen| chosen == *item));
            filled.extend(items.map(|(_, reading)| self.value(reading)));
        }
        if filled.is_empty() {
            filled.extend(said.given(name).map(given));
        }
        (!filled.is_empty()).then(|| (name.to_owned(), filled))
    }

    fn value(&self, reading: &Reading) -> FieldValue {
        let text = collapse(self.page.slice(&reading.tokens));
        let mut value = FieldValue { span: Some(self.page.span(&reading.tokens)), ..given(&text) };
        match &reading.value {
            Value::Name(index) => {
                if let Some(name) = self.values.names.get(*index) {
                    let state = entity::state(self.page, name).or(name.country);
                    value.value = name::canonical(self.page, name);
                    value.country = state.map(|row| name::country_code(self.page.lexicon, row).to_owned());
                }
            }
            Value::Date(index) => {
                value.date = Some(*index);
                if let Some(date) = self.dates.get(*index) {
                    value.value.clone_from(&date.value);
                }
            }
            Value::Quantity(index) => {
                value.figure = Some(*index);
                value.number = self.values.quantities.get(*index).and_then(|quantity| quantity.value);
            }
            Value::Number(number) => value.number = Some((*number).into()),
            Value::Word(..) | Value::Verb(..) => {
                value.value = super::value_of(self.set, reading).unwrap_or(&text).to_owned();
            }
            Value::Row(table, row) => {
                value.value = self.page.lexicon.table(*table).cell(*row as usize, 0).to_owned();
            }
            Value::Reference(_) | Value::Document(_) | Value::Fact(_) | Value::Text => {}
        }
        value
    }
}

/// For each fact of a match, which item of which `each of` capture is its own: all combinations.
fn choices(captures: &[Capture]) -> Vec<Vec<(usize, usize)>> {
    let mut choices = vec![Vec::new()];
    for (at, capture) in captures.iter().enumerate().filter(|(_, capture)| capture.mode == Mode::Each) {
        choices = choices
            .iter()
            .flat_map(|choice| {
                (0..capture.values.len())
                    .map(move |item| choice.iter().copied().chain([(at, item)]).collect())
            })
            .collect();
    }
    choices
}

fn given(text: &str) -> FieldValue {
    FieldValue { span: None, value: text.to_owned(), country: None, number: None, date: None, figure: None }
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
