//! Gathers the items of all files under their names, with what users drop, replace and add.

use rustc_hash::FxHashMap;

use crate::rule::ast::{Ident, Item, Kind, List, Phrase, Rule};
use crate::rule::error::{Problem, did_you_mean, line_and_column};
use crate::rule::schema::BuiltinKind;
use crate::rule::set::{PLACES, SourceFile};
use crate::value::Class;

/// Everything that is declared, each name once.
#[derive(Default)]
pub(super) struct Declared {
    pub words: Vec<List>,
    pub verbs: Vec<List>,
    pub phrases: Vec<Phrase>,
    pub kinds: Vec<Kind>,
    pub rules: Vec<Rule>,
    /// Names of items that could not be read.
    pub unread: Vec<String>,
}

/// What can carry a name.
trait Named {
    fn name(&self) -> &Ident;
}

macro_rules! named {
    ($($type:ty),*) => {$(impl Named for $type {
        fn name(&self) -> &Ident {
            &self.name
        }
    })*};
}
named!(List, Phrase, Kind, Rule);

/// Gathers all items: first what is new, then what changes it, so that the order of files does not matter.
pub(super) fn collect(sources: &[SourceFile], items: Vec<Item>, problems: &mut Vec<Problem>) -> Declared {
    let mut collect =
        Collect { sources, declared: Declared::default(), taken: FxHashMap::default(), problems };
    let mut changes = Vec::new();
    for item in items {
        match item {
            Item::Drop(_) | Item::Replace(_) | Item::Add { .. } => changes.push(item),
            new => collect.declare(new),
        }
    }
    changes.sort_by_key(|change| matches!(change, Item::Drop(_)));
    let mut replaced = FxHashMap::default();
    for change in changes {
        match change {
            Item::Replace(item) => collect.replace(*item, &mut replaced),
            Item::Add { verbs, list } => collect.add(verbs, list),
            Item::Drop(name) => collect.drop_rule(&name),
            _ => {}
        }
    }
    collect.declared
}

struct Collect<'a> {
    sources: &'a [SourceFile],
    declared: Declared,
    /// Names, apart for rules and for what holes name, with their first places.
    taken: FxHashMap<(bool, String), Ident>,
    problems: &'a mut Vec<Problem>,
}

impl Collect<'_> {
    fn declare(&mut self, item: Item) {
        match item {
            Item::Words(list) if self.is_new(&list.name, false) => self.declared.words.push(list),
            Item::Verbs(list) if self.is_new(&list.name, false) => self.declared.verbs.push(list),
            Item::Phrase(phrase) if self.is_new(&phrase.name, false) => self.declared.phrases.push(phrase),
            Item::Kind(kind) if self.is_new(&kind.name, false) => self.declared.kinds.push(kind),
            Item::Unread(name) => self.declared.unread.push(name.text),
            Item::Rule(rule) if self.is_new(&rule.name, true) => self.declared.rules.push(*rule),
            _ => {}
        }
    }

    /// Whether a name is free; it is taken from then on.
    fn is_new(&mut self, name: &Ident, rule: bool) -> bool {
        if !rule && let Some(owner) = owner(&name.text) {
            let message = format!("`{}` is already the name of {owner}", name.text);
            self.problems.push(Problem::new(name.at, message));
            return false;
        }
        let Some(first) = self.taken.get(&(rule, name.text.clone())) else {
            self.taken.insert((rule, name.text.clone()), name.clone());
            return true;
        };
        let message = format!("the name `{}` is given twice: first at {}", name.text, self.place(first));
        let help = "write `replace` before it if it shall take the other's place".to_owned();
        self.problems.push(Problem::new(name.at, message).help(help));
        false
    }

    fn place(&self, ident: &Ident) -> String {
        let Some(source) = self.sources.get(ident.at.file as usize) else { return String::new() };
        let (line, _) = line_and_column(&source.text, ident.at.span.start as usize);
        format!("{}:{line}", source.path)
    }

    fn replace(&mut self, item: Item, replaced: &mut FxHashMap<String, Ident>) {
        let done = match item {
            Item::Words(list) => put(&mut self.declared.words, list),
            Item::Verbs(list) => put(&mut self.declared.verbs, list),
            Item::Phrase(phrase) => put(&mut self.declared.phrases, phrase),
            Item::Kind(kind) => put(&mut self.declared.kinds, kind),
            Item::Rule(rule) => put(&mut self.declared.rules, *rule),
            _ => return,
        };
        match done {
            Ok(name) => {
                if let Some(first) = replaced.insert(name.text.clone(), name.clone()) {
                    let message =
                        format!("`{}` is replaced twice: first at {}", name.text, self.place(&first));
                    self.problems.push(Problem::new(name.at, message));
                }
            }
            Err(problem) => self.problems.push(problem),
        }
    }

    /// Adds entries to a list; a spelling that it has already gets the new value.
    fn add(&mut self, verbs: bool, addition: List) {
        let lists = if verbs { &mut self.declared.verbs } else { &mut self.declared.words };
        let Some(list) = lists.iter_mut().find(|list| list.name.text == addition.name.text) else {
            self.problems.push(unknown("there is no list", &addition.name, lists));
            return;
        };
        let is_new =
            |alias: &Ident| addition.entries.iter().flat_map(|e| &e.aliases).all(|a| a.text != alias.text);
        for entry in &mut list.entries {
            let first = entry.aliases.first().cloned();
            entry.value = entry.value.take().or(first);
            entry.aliases.retain(is_new);
        }
        list.entries.retain(|entry| !entry.aliases.is_empty());
        list.entries.extend(addition.entries);
    }

    /// Drops a rule and every `over` on it.
    fn drop_rule(&mut self, name: &Ident) {
        let rules = &mut self.declared.rules;
        let Some(at) = rules.iter().position(|rule| rule.name.text == name.text) else {
            self.problems.push(unknown("there is no rule", name, rules));
            return;
        };
        rules.remove(at);
        for rule in rules {
            rule.over.retain(|over| over.text != name.text);
        }
    }
}

/// Puts an item in the place of the one of its name.
fn put<T: Named>(items: &mut [T], item: T) -> Result<Ident, Problem> {
    let name = item.name().clone();
    match items.iter_mut().find(|old| old.name().text == name.text) {
        Some(old) => {
            *old = item;
            Ok(name)
        }
        None => Err(unknown("there is nothing to replace:", &name, items)),
    }
}

fn unknown<T: Named>(what: &str, name: &Ident, items: &[T]) -> Problem {
    let help = did_you_mean(&name.text, items.iter().map(|item| item.name().text.as_str()));
    Problem::new(name.at, format!("{what} `{}`", name.text)).help(help)
}

/// Whose name it is, of those that nobody can declare.
fn owner(name: &str) -> Option<&'static str> {
    if Class::parse(name).is_some() {
        Some("a class")
    } else if BuiltinKind::ALL.iter().any(|kind| kind.name() == name) {
        Some("a kind of fact")
    } else if PLACES.iter().any(|(place, _)| *place == name) {
        Some("a place in the text")
    } else {
        None
    }
}
