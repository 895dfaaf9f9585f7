//! What holes can name, with an example each: from the program and the rules as they are.

use serde_json::{Value, json};

use super::pool::Pool;
use super::table::table;
use crate::extract::Extractor;
use crate::lexicon::TABLES;
use crate::rule::RuleSet;
use crate::rule::print::{whole, written};
use crate::rule::set::{List, PLACES, Target};
use crate::value::Class;

/// How many words of a list are shown.
const SHOWN: usize = 3;

/// Something that a hole can name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Name {
    /// As it is written in the hole.
    pub name: String,
    /// What it is: a class, a place, a word list …
    pub what: &'static str,
    /// What it reads, in words.
    pub reads: String,
    /// An example.
    pub example: String,
}

/// All that holes can name: classes, places, lists, phrases, kinds and tables.
pub fn names(extractor: &Extractor) -> Vec<Name> {
    let set = extractor.rules().set();
    let pool = Pool::new(extractor);
    let name = |name: &str, what, reads: String, example: String| Name {
        name: name.to_owned(),
        what,
        reads,
        example,
    };
    let classes =
        Class::names().filter_map(|known| Some((known, Class::parse(known)?))).map(|(known, class)| {
            name(known, "class", class.about(), pool.example(class).unwrap_or("").to_owned())
        });
    let places =
        PLACES.iter().map(|(known, target)| name(known, "place", place(*target).to_owned(), String::new()));
    let words = set.words.iter().map(|list| name(&list.name, "words", counted(list), few(list)));
    let verbs = set.verbs.iter().map(|list| name(&list.name, "verbs", counted(list), few(list)));
    let phrases = set
        .phrases
        .iter()
        .map(|phrase| name(&phrase.name, "phrase", written(set, whole(&phrase.pattern)), String::new()));
    let kinds =
        kinds(set).map(|known| name(&known, "kind", "a fact that rules give".to_owned(), String::new()));
    let tables = TABLES.iter().map(|spec| {
        let cell = extractor.lexicon().table(spec.catalog).cell(0, 0).to_owned();
        name(spec.name, "table", "a word of the table".to_owned(), cell)
    });
    let mut all: Vec<Name> =
        classes.chain(places).chain(words).chain(verbs).chain(phrases).chain(kinds).chain(tables).collect();
    // The wide classes come first and hide the narrow ones of their names.
    let mut seen = std::collections::HashSet::new();
    all.retain(|name| seen.insert(name.name.clone()));
    all
}

fn place(target: Target) -> &'static str {
    match target {
        Target::Start => "nothing: the sentence starts here",
        Target::End => "nothing: the sentence ends here",
        Target::Headline => "nothing: this is the headline",
        _ => "the mark or number of a list item",
    }
}

fn kinds(set: &RuleSet) -> impl Iterator<Item = String> {
    set.kinds.iter().map(|kind| kind.name.text.clone())
}

fn counted(list: &List) -> String {
    let count = list.entries.iter().map(|entry| entry.aliases.len()).sum();
    crate::text::counted(count, "word")
}

fn few(list: &List) -> String {
    let words: Vec<&str> = list.entries.iter().flat_map(|entry| &entry.aliases).map(String::as_str).collect();
    let more = if words.len() > SHOWN { " | …" } else { "" };
    format!("{}{more}", words[..words.len().min(SHOWN)].join(" | "))
}

/// A table for people.
pub fn text(names: &[Name]) -> String {
    let rows: Vec<[String; 4]> = names
        .iter()
        .map(|Name { name, what, reads, example }| {
            [format!("{{{name}}}"), (*what).to_owned(), brief(reads), example.clone()]
        })
        .collect();
    table(["hole", "is a", "reads", "example"], &rows)
}

/// So much as a column can show.
fn brief(text: &str) -> String {
    const WIDTH: usize = 48;
    match text.char_indices().nth(WIDTH) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The same for programs.
pub fn json(names: &[Name]) -> Value {
    let of = |name: &Name| json!({"name": name.name, "is": name.what, "reads": name.reads, "example": name.example});
    Value::Array(names.iter().map(of).collect())
}
