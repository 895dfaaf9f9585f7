//! Each word, with what the lexicon knows of it and what classes read there.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use super::{Telling, one_line};
use crate::lexicon::{Hit, Origin, TABLES, VerbForm};
use crate::token::{Sentence, Tokens};
use crate::value::{Class, class};

/// Classes that read almost anything almost anywhere: what they find explains nothing.
const ANYWHERE: &[Class] = &[Class::Rest, Class::Np];

/// Tells of the words of a sentence of which anything is known.
pub(super) fn tell(telling: &Telling, sentence: &Sentence, out: &mut String) -> fmt::Result {
    writeln!(out, "  words")?;
    for at in sentence.tokens.clone() {
        let known = hits(telling, at);
        let read = readings(telling, at, sentence.tokens.end);
        let said: Vec<String> = known.into_iter().chain(read).collect();
        match said.split_first() {
            None => writeln!(out, "    {}", telling.inside.page.str(at))?,
            Some((first, rest)) => {
                writeln!(out, "    {:<14} {first}", telling.inside.page.str(at))?;
                rest.iter().try_for_each(|more| writeln!(out, "    {:<14} {more}", ""))?;
            }
        }
    }
    Ok(())
}

/// What the tables and lists know, each surface once: '`New York`: places, word list `hosts`'.
fn hits(telling: &Telling, at: u32) -> Vec<String> {
    let mut by_end: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for hit in telling.inside.page.hits.at(at) {
        let names = by_end.entry(hit.end).or_default();
        let name = origin(telling, hit);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let page = telling.inside.page;
    let line = |(end, names): (u32, Vec<String>)| {
        format!("known    `{}`: {}", one_line(page.slice(&(at..end))), names.join(", "))
    };
    by_end.into_iter().map(line).collect()
}

/// 'countries (Peru)', 'verb list `signing` (past of sign)'
fn origin(telling: &Telling, hit: &Hit) -> String {
    let set = telling.extractor.rules().set();
    let row = hit.entry.row as usize;
    match hit.entry.origin {
        Origin::Table(catalog, _) => {
            let cell = telling.inside.page.lexicon.table(catalog).cell(row, 0);
            let name = TABLES.iter().find(|spec| spec.catalog == catalog).map_or("", |spec| spec.name);
            format!("{name} ({cell})")
        }
        Origin::Words(list) => {
            set.words.get(usize::from(list)).map_or(String::new(), |list| format!("words `{}`", list.name))
        }
        Origin::Verbs(list, form) => set.verbs.get(usize::from(list)).map_or(String::new(), |list| {
            let base = list.entries.get(row).map_or("", |entry| &entry.value);
            format!("verbs `{}` ({base}, {})", list.name, name_of(form))
        }),
    }
}

fn name_of(form: VerbForm) -> &'static str {
    match form {
        VerbForm::Base => "base form",
        VerbForm::Third => "third person",
        VerbForm::Past => "past",
        VerbForm::Participle => "participle",
        VerbForm::Gerund => "gerund",
    }
}

/// What classes read from a word on, longest first: '`Peru and Chile`: party, state'.
fn readings(telling: &Telling, at: u32, end: u32) -> Vec<String> {
    let inside = telling.inside;
    let mut by_tokens: BTreeMap<(u32, u32), Vec<&str>> = BTreeMap::new();
    for name in Class::names() {
        let class = Class::parse(name).filter(|class| !ANYWHERE.contains(class));
        let read = class.and_then(|class| class::read(inside.page, inside.values, class, at, end));
        // What stands behind an article is told where it begins.
        if let Some(Tokens { start, end }) = read.map(|read| read.tokens).filter(|read| read.start == at) {
            let names = by_tokens.entry((start, end)).or_default();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let line = |((start, end), names): (&(u32, u32), &Vec<&str>)| {
        format!("read as  `{}`: {}", one_line(inside.page.slice(&(*start..*end))), names.join(", "))
    };
    by_tokens.iter().rev().map(line).collect()
}
