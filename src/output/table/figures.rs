//! `figures`

use super::Table;
use super::columns::{Columns, Get};
use crate::wire::{Figure, Unit};

pub(super) fn figures() -> Table {
    let columns = Columns::<Figure>::new()
        .id(|figure| figure.id)
        .text("text", "As written.", |figure| &figure.text)
        .span(|figure| figure.span)
        .text("rule", "The class and spelling that found it.", |figure| &figure.rule)
        .made("rules", "All rules that added to it, parted by spaces.", |figure| figure.rules.join(" "))
        .decimal("value", "The value; null for a range.", |figure| figure.value)
        .decimal("low", "Lower end of a range or a bound.", |figure| figure.low)
        .decimal("high", "Upper end of a range or a bound.", |figure| figure.high)
        .term("bound", "How the value bounds what is meant.", |figure| figure.bound);
    let columns = unit(columns, "unit", "its unit", |figure| figure.unit.as_ref());
    unit(columns, "per", "the unit that it is per", |figure| figure.per.as_ref())
        .evidence("counted", "What a count counts.", |figure| figure.counted.as_ref())
        .evidence("measure", "What it is the figure of.", |figure| figure.measure.as_ref())
        .maybe_term("change_direction", "How it changed.", |figure| {
            figure.change.map(|change| change.direction)
        })
        .maybe_term(
            "change_kind",
            "Whether the figure is the change's size, its end or its start.",
            |figure| figure.change.map(|change| change.kind),
        )
        .other("change_of", "The figure that changed: `figures.id`.", |figure| {
            figure.change.and_then(|change| change.of)
        })
        .other("period", "The date that it is for: `dates.id`.", |figure| figure.period)
        .of_facts("figures", "A figure.", |record| &record.figures)
}

fn unit(columns: Columns<Figure>, prefix: &str, what: &str, get: impl Get<Figure, Unit>) -> Columns<Figure> {
    columns
        .maybe_term(&format!("{prefix}_kind"), &format!("The sort of {what}."), move |figure| {
            get(figure).map(|unit| unit.kind)
        })
        .maybe_with(&format!("{prefix}_code"), &format!("ISO 4217 or UCUM code of {what}."), get, |unit| {
            unit.code.as_ref()
        })
        .maybe_with(&format!("{prefix}_text"), "As written.", get, |unit| unit.text.as_ref())
        .maybe_span(prefix, move |figure| get(figure).and_then(|unit| unit.span))
}
