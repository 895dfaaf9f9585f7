//! `documents`, and what each has several of: `parties`, `signatories`, `witnesses`, `events`, `relations`, `mentions`.

use super::Table;
use super::columns::Columns;
use crate::wire::{Document, Event, Evidence, Party, Person, Relation};

pub(super) fn tables() -> Vec<Table> {
    let signatory = "A person who signed a document.";
    let witness = "A person in whose presence a document was signed.";
    vec![
        documents(),
        parties(),
        persons("signatories", signatory, |document| &document.signatories),
        persons("witnesses", witness, |document| &document.witnesses),
        events(),
        relations(),
        mentions(),
    ]
}

fn documents() -> Table {
    Columns::<Document>::new()
        .id(|document| document.id)
        .text("text", "The whole mention that names it.", |document| &document.text)
        .span(|document| document.span)
        .text("rule", "The class or rule that found it.", |document| &document.rule)
        .made("rules", "All rules that added to it, parted by spaces.", |document| document.rules.join(" "))
        .term("type", "Its type.", |document| document.kind)
        .maybe("type_text", "The type as written.", |document| document.type_text.as_ref())
        .maybe_span("type", |document| document.type_span)
        .term("type_source", "Where the type comes from.", |document| document.type_source)
        .evidence("title", "Its own name.", |document| document.title.as_ref())
        .evidence("subject", "What it is about.", |document| document.subject.as_ref())
        .made(
            "parties",
            "The names of its parties, to be read by people; the table `parties` has them apart.",
            names,
        )
        .term("status", "What became of it, of the latest event.", |document| document.status)
        .term("polarity", "Whether that is said to be so.", |document| document.polarity)
        .term("modality", "How surely it is said.", |document| document.modality)
        .day("date", "When that event was: TIMEX3 value.", |document| document.date.as_ref())
        .place(|document| document.place.as_ref())
        .day("until", "Until when it provides: TIMEX3 value.", |document| document.until.as_ref())
        .maybe("validity", "For how long it provides: an ISO 8601 duration.", |document| {
            document.validity.as_ref()
        })
        .made("value", "The figures that are its amount: `figures.id`, parted by spaces.", value)
        .maybe_whole("count", "Of a group: how many it is said to be.", |document| document.count)
        .maybe_whole("listed", "Of a group: how many are listed.", |document| document.listed)
        .other("part_of", "The group that it belongs to: `documents.id`.", |document| document.part_of)
        .of_facts("documents", "A document, with what the article says of it.", |record| &record.documents)
}

fn names(document: &Document) -> String {
    document.parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>().join("; ")
}

fn value(document: &Document) -> String {
    document.value.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The columns of something that a document has several of.
fn part<T: 'static>() -> Columns<T> {
    Columns::new().part_of("document_id", "The document: `documents.id`.")
}

fn of_documents<T: 'static>(
    columns: Columns<T>,
    name: &str,
    about: &str,
    parts: impl for<'a> Fn(&'a Document) -> &'a [T] + Send + Sync + 'static,
) -> Table {
    columns.of_parts((name, about), "documents", |record| &record.documents, |document| document.id, parts)
}

fn parties() -> Table {
    let columns = part::<Party>()
        .text("name", "Canonical name, else as written.", |party| &party.name)
        .text("text", "As written.", |party| &party.text)
        .span(|party| party.span)
        .term("kind", "The sort of party.", |party| party.kind)
        .maybe("country", "ISO 3166 alpha-3.", |party| party.country.as_ref())
        .term("source", "How it is known to be a party.", |party| party.source);
    of_documents(columns, "parties", "Who a document is between.", |document| &document.parties)
}

fn persons(name: &str, about: &str, list: fn(&Document) -> &Vec<Person>) -> Table {
    let columns = part::<Person>()
        .text("text", "The name as written.", |person| &person.text)
        .span(|person| person.span)
        .evidence("post", "The post.", |person| person.post.as_ref())
        .maybe("on_behalf", "Whom the person signs for (`for` of the record).", |person| {
            person.on_behalf.as_ref()
        });
    of_documents(columns, name, about, move |document| list(document))
}

fn events() -> Table {
    let columns = part::<Event>()
        .term("status", "What happened.", |event| event.status)
        .text("text", "The words that say so.", |event| &event.text)
        .span(|event| event.span)
        .term("polarity", "Whether it is said to be so.", |event| event.polarity)
        .term("modality", "How surely it is said.", |event| event.modality)
        .day("date", "When: TIMEX3 value.", |event| event.date.as_ref())
        .place(|event| event.place.as_ref());
    of_documents(columns, "events", "Something that happened to a document.", |document| &document.events)
}

fn relations() -> Table {
    let columns = part::<Relation>()
        .term("type", "How it bears on the other document.", |relation| relation.kind)
        .text("text", "The other, as written.", |relation| &relation.text)
        .span(|relation| relation.span)
        .other("other_id", "The other, where it has a record: `documents.id`.", |relation| relation.document);
    of_documents(columns, "relations", "How a document bears on another.", |document| &document.relations)
}

fn mentions() -> Table {
    let columns =
        part::<Evidence>().text("text", "As written.", |mention| &mention.text).span(|mention| mention.span);
    of_documents(columns, "mentions", "A mention that was merged into a document.", |document| {
        &document.mentions
    })
}
