//! How the columns of a table are declared: name, type and meaning beside the code that reads them from a fact.

use std::borrow::Cow;

use rust_decimal::prelude::ToPrimitive;

use super::{Cell, Column, Fill, Holds, KIND, Reference, Table};
use crate::wire::{DocumentDate, Evidence, Id, Number, Place, Record, Term};

/// What a row is made of.
pub(super) struct Row<'a, T> {
    /// The article's record.
    pub record: &'a Record,
    /// The fact that it is a part of.
    pub owner: Option<Id>,
    /// Its place in the list that it stands in, from 1.
    pub position: usize,
    /// What the row tells.
    pub of: &'a T,
}

type Read<T> = Box<dyn for<'a> Fn(&Row<'a, T>) -> Cell<'a> + Send + Sync>;

/// The columns of a table of `T`s.
pub(super) struct Columns<T> {
    columns: Vec<Column>,
    read: Vec<Read<T>>,
}

/// What reads an optional value from a fact.
pub(super) trait Get<T, V: ?Sized>:
    for<'a> Fn(&'a T) -> Option<&'a V> + Copy + Send + Sync + 'static
{
}
impl<T, V: ?Sized, F: for<'a> Fn(&'a T) -> Option<&'a V> + Copy + Send + Sync + 'static> Get<T, V> for F {}

impl<T: 'static> Columns<T> {
    /// The article's id, with which every table begins.
    pub fn new() -> Self {
        Columns { columns: Vec::new(), read: Vec::new() }
            .push(("article_id", Holds::Text, true, "The article."), |row| text(&row.record.id))
    }

    fn push(
        mut self,
        (name, holds, required, about): (&str, Holds, bool, &str),
        read: impl for<'a> Fn(&Row<'a, T>) -> Cell<'a> + Send + Sync + 'static,
    ) -> Self {
        let name = self.free(name);
        self.columns.push(Column { name, holds, required, about: about.to_owned(), terms: Vec::new() });
        self.read.push(Box::new(read));
        self
    }

    /// A name that no column has yet: a user's field may be called as another column is.
    fn free(&self, name: &str) -> String {
        let taken = |name: &str| name == KIND || self.columns.iter().any(|column| column.name == name);
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
    }

    /// The fact that rows are parts of, and their place among its parts.
    pub fn part_of(self, owner: &str, about: &str) -> Self {
        self.push((owner, Holds::Text, true, about), |row| maybe_id(row.owner)).position()
    }

    /// The place in the list.
    pub fn position(self) -> Self {
        let about = "Its place in the list, from 1.";
        self.push(("position", Holds::Whole, true, about), |row| Cell::Whole(row.position as i64))
    }

    /// The fact's id.
    pub fn id(self, get: impl Fn(&T) -> Id + Send + Sync + 'static) -> Self {
        let about = "The fact, within its article.";
        self.push(("id", Holds::Text, true, about), move |row| maybe_id(Some(get(row.of))))
    }

    /// Another fact, by id.
    pub fn other(
        self,
        name: &str,
        about: &str,
        get: impl Fn(&T) -> Option<Id> + Send + Sync + 'static,
    ) -> Self {
        self.push((name, Holds::Text, false, about), move |row| maybe_id(get(row.of)))
    }

    /// Text that is always there.
    pub fn text(
        self,
        name: &str,
        about: &str,
        get: impl for<'a> Fn(&'a T) -> &'a str + Send + Sync + 'static,
    ) -> Self {
        self.push((name, Holds::Text, true, about), move |row| text(get(row.of)))
    }

    /// Text that may be missing.
    pub fn maybe(self, name: &str, about: &str, get: impl Get<T, String>) -> Self {
        self.push((name, Holds::Text, false, about), move |row| maybe(get(row.of).map(String::as_str)))
    }

    /// Text that is put together for the row.
    pub fn made(self, name: &str, about: &str, make: impl Fn(&T) -> String + Send + Sync + 'static) -> Self {
        self.push((name, Holds::Text, false, about), move |row| {
            Some(make(row.of))
                .filter(|text| !text.is_empty())
                .map_or(Cell::Null, |text| Cell::Text(text.into()))
        })
    }

    /// A value of a closed vocabulary that is always there.
    pub fn term<V: Term>(
        self,
        name: &str,
        about: &str,
        get: impl Fn(&T) -> V + Send + Sync + 'static,
    ) -> Self {
        let push = (name, Holds::Text, true, about);
        self.push(push, move |row| text(get(row.of).name())).of_terms::<V>()
    }

    /// A value of a closed vocabulary that may be missing.
    pub fn maybe_term<V: Term>(
        self,
        name: &str,
        about: &str,
        get: impl Fn(&T) -> Option<V> + Send + Sync + 'static,
    ) -> Self {
        let push = (name, Holds::Text, false, about);
        self.push(push, move |row| maybe(get(row.of).map(V::name))).of_terms::<V>()
    }

    fn of_terms<V: Term>(mut self) -> Self {
        if let Some(column) = self.columns.last_mut() {
            column.terms = V::names();
        }
        self
    }

    /// A whole number that is always there.
    pub fn whole(self, name: &str, about: &str, get: impl Fn(&T) -> usize + Send + Sync + 'static) -> Self {
        self.push((name, Holds::Whole, true, about), move |row| Cell::Whole(get(row.of) as i64))
    }

    /// A whole number that may be missing.
    pub fn maybe_whole(
        self,
        name: &str,
        about: &str,
        get: impl Fn(&T) -> Option<u64> + Send + Sync + 'static,
    ) -> Self {
        self.push((name, Holds::Whole, false, about), move |row| {
            get(row.of).and_then(|number| i64::try_from(number).ok()).map_or(Cell::Null, Cell::Whole)
        })
    }

    /// A decimal: exact as text, and rounded for reckoning.
    pub fn decimal(
        self,
        name: &str,
        about: &str,
        get: impl Fn(&T) -> Option<Number> + Copy + Send + Sync + 'static,
    ) -> Self {
        let exact = format!("{about} Exact, as decimal digits.");
        let rounded = format!("`{name}` as a floating-point number.");
        self.push((name, Holds::Text, false, &exact), move |row| {
            get(row.of).map_or(Cell::Null, |number| Cell::Text(number.0.normalize().to_string().into()))
        })
        .push((&format!("{name}_number"), Holds::Real, false, &rounded), move |row| {
            get(row.of).and_then(|number| number.0.to_f64()).map_or(Cell::Null, Cell::Real)
        })
    }

    /// The two ends of the fact's own span.
    pub fn span(self, get: impl Fn(&T) -> [u32; 2] + Copy + Send + Sync + 'static) -> Self {
        let ends = [
            ("span_start", "Where it begins in the text, in the article's unit of offsets."),
            ("span_end", "Where it ends: one past the last."),
        ];
        ends.into_iter().enumerate().fold(self, |columns, (end, (name, about))| {
            columns.push((name, Holds::Whole, true, about), move |row| Cell::Whole(get(row.of)[end].into()))
        })
    }

    /// The two ends of a span that may be missing: `NAME_span_start`, `NAME_span_end`.
    pub fn maybe_span(
        self,
        name: &str,
        get: impl Fn(&T) -> Option<[u32; 2]> + Copy + Send + Sync + 'static,
    ) -> Self {
        let ends = [("start", "begins"), ("end", "ends")];
        ends.into_iter().enumerate().fold(self, |columns, (end, (suffix, verb))| {
            let about = format!("Where `{name}` {verb} in the text.");
            columns.push((&format!("{name}_span_{suffix}"), Holds::Whole, false, &about), move |row| {
                get(row.of).map_or(Cell::Null, |span| Cell::Whole(span[end].into()))
            })
        })
    }

    /// Words of the text with their place: `NAME`, `NAME_span_start`, `NAME_span_end`.
    pub fn evidence(self, name: &str, about: &str, get: impl Get<T, Evidence>) -> Self {
        self.maybe_with(name, about, get, |evidence: &Evidence| Some(&evidence.text))
            .maybe_span(name, move |of| get(of).map(|evidence| evidence.span))
    }

    /// A day and where it comes from, in columns of one prefix.
    pub fn day(self, prefix: &str, about: &str, get: impl Get<T, DocumentDate>) -> Self {
        let of = |what: &str| format!("{prefix}_{what}");
        self.maybe_with(prefix, about, get, |date: &DocumentDate| Some(&date.value))
            .maybe_with(&of("text"), "As written; null where it was inferred.", get, |date| {
                date.text.as_ref()
            })
            .maybe_span(prefix, move |of| get(of).and_then(|date| date.span))
            .other(&of("id"), "The date that it is: `dates.id`.", move |of| {
                get(of).and_then(|date| date.date)
            })
            .maybe_term(&of("source"), "Where it comes from.", move |of| get(of).map(|date| date.source))
    }

    /// A place and where it comes from, in columns of the prefix `place`.
    pub fn place(self, get: impl Get<T, Place>) -> Self {
        self.maybe_with("place", "Canonical name of the place.", get, |place: &Place| Some(&place.name))
            .maybe_with("place_text", "The place as written.", get, |place| Some(&place.text))
            .maybe_span("place", move |of| get(of).map(|place| place.span))
            .maybe_with("place_country", "ISO 3166 alpha-3.", get, |place| place.country.as_ref())
            .maybe_term("place_source", "Where it comes from.", move |of| get(of).map(|place| place.source))
            .maybe_with("venue", "The building or the like.", get, |place| {
                place.venue.as_ref().map(|venue| &venue.text)
            })
            .maybe_span("venue", move |of| {
                get(of).and_then(|place| place.venue.as_ref()).map(|venue| venue.span)
            })
    }

    /// Text within something that may be missing.
    pub fn maybe_with<V: 'static>(
        self,
        name: &str,
        about: &str,
        get: impl Get<T, V>,
        then: impl Get<V, String>,
    ) -> Self {
        self.push((name, Holds::Text, false, about), move |row| {
            maybe(get(row.of).and_then(then).map(String::as_str))
        })
    }

    /// The table whose rows are the facts of a list.
    pub fn of_facts(
        self,
        name: &str,
        about: &str,
        list: impl for<'a> Fn(&'a Record) -> &'a [T] + Send + Sync + 'static,
    ) -> Table {
        self.table((name, about, "id", true), move |record, each| {
            for (index, of) in list(record).iter().enumerate() {
                each(Row { record, owner: None, position: index + 1, of });
            }
        })
    }

    /// The table whose rows are the parts of the facts of another table: the parties of documents.
    pub fn of_parts<O: 'static>(
        self,
        (name, about): (&str, &str),
        owners: &str,
        list: impl for<'a> Fn(&'a Record) -> &'a [O] + Send + Sync + 'static,
        id: impl Fn(&O) -> Id + Send + Sync + 'static,
        parts: impl for<'a> Fn(&'a O) -> &'a [T] + Send + Sync + 'static,
    ) -> Table {
        let owner = self.columns[1].name.clone();
        let mut table = self.table((name, about, "position", false), move |record, each| {
            for owner in list(record) {
                for (index, of) in parts(owner).iter().enumerate() {
                    each(Row { record, owner: Some(id(owner)), position: index + 1, of });
                }
            }
        });
        table.key.insert(1, owner.clone());
        table.references.push(reference(&["article_id", &owner], owners, &["article_id", "id"]));
        table
    }

    fn table(
        self,
        (name, about, key, of_facts): (&str, &str, &str, bool),
        rows: impl for<'a> Fn(&'a Record, &mut dyn FnMut(Row<'a, T>)) + Send + Sync + 'static,
    ) -> Table {
        let Columns { columns, read } = self;
        let fill: Box<Fill> = Box::new(move |record, out| {
            rows(record, &mut |row| {
                read.iter().for_each(|read| out.cell(read(&row)));
                out.end_row();
            });
        });
        Table {
            name: name.to_owned(),
            about: about.to_owned(),
            columns,
            key: vec!["article_id".to_owned(), key.to_owned()],
            references: vec![reference(&["article_id"], "articles", &["article_id"])],
            of_facts,
            fill,
        }
    }
}

fn reference(columns: &[&str], table: &str, to: &[&str]) -> Reference {
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
    Reference { columns: names(columns), table: table.to_owned(), to: names(to) }
}

fn text(text: &str) -> Cell<'_> {
    Cell::Text(Cow::Borrowed(text))
}

fn maybe(found: Option<&str>) -> Cell<'_> {
    found.map_or(Cell::Null, text)
}

fn maybe_id<'a>(id: Option<Id>) -> Cell<'a> {
    id.map_or(Cell::Null, |id| Cell::Text(id.to_string().into()))
}
