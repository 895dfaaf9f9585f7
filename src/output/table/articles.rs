//! What is known of articles: `articles`, and their `warnings`.

use super::Table;
use super::columns::Columns;
use crate::wire::{Record, Warning};

pub(super) fn articles() -> Table {
    let columns = Columns::<Record>::new()
        .whole("format", "Version of the record's format.", |record| record.format as usize)
        .text("source", "Where the article was read from.", |record| &record.source)
        .maybe("title", "Its title, as given.", |record| record.title.as_ref())
        .maybe_with(
            "published",
            "Day of publication (ISO 8601); `XXXX-06-01` where the year can't be known.",
            |record: &Record| record.published.as_ref(),
            |published| Some(&published.value),
        )
        .maybe_term("published_source", "What that day was read from.", |record| {
            record.published.as_ref().map(|published| published.source)
        })
        .term("offsets", "What all spans of the article count.", |record| record.offsets)
        .maybe("text", "The text that spans index, where the record carries it.", |record| {
            record.text.as_ref()
        })
        .whole("dates", "How many dates were found.", |record| record.dates.len())
        .whole("figures", "How many figures were found.", |record| record.figures.len())
        .whole("documents", "How many documents were found.", |record| record.documents.len())
        .whole("memberships", "How many memberships were found.", |record| record.memberships.len())
        .whole("facts", "How many facts of the user's kinds were found.", |record| {
            record.facts.0.iter().map(|(_, facts)| facts.len()).sum()
        })
        .whole("warnings", "How many warnings there are.", |record| record.warnings.len());
    let mut table = columns.of_facts("articles", "An article that was read.", std::slice::from_ref);
    table.key.pop();
    table.references.clear();
    table.of_facts = false;
    table
}

pub(super) fn warnings() -> Table {
    let columns = Columns::<Warning>::new()
        .position()
        .text("code", "A stable name for what is odd.", |warning| &warning.code)
        .text("message", "The same for people.", |warning| &warning.message)
        .maybe_span("warning", |warning| warning.span);
    let about = "Something odd about an article or a fact.";
    let mut table = columns.of_facts("warnings", about, |record| &record.warnings);
    table.key = vec!["article_id".to_owned(), "position".to_owned()];
    table.of_facts = false;
    table
}
