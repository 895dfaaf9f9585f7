//! Checks what was read: every name, every field and every value, so that nothing runs on rules that don't read.

mod collect;
mod fields;
mod order;
mod pattern;
mod resolve;
mod rule;
mod scope;

#[cfg(test)]
mod tests;

use std::collections::HashSet;

use collect::Declared;
use pattern::{check_holes, check_shape, place};
use scope::{Scope, each_hole};

use super::ast::{At, Ident, Item, Rule, Seq};
use super::error::{Problem, did_you_mean};
use super::schema::BuiltinKind;
use super::set::{RuleSet, SourceFile};

/// Resolves all items into a set, which holds good only where no problem was added.
pub(super) fn check(sources: &[SourceFile], items: Vec<Item>, problems: &mut Vec<Problem>) -> RuleSet {
    let declared = collect::collect(sources, items, problems);
    let scope = Scope::new(&declared);
    names(&scope, problems);
    if !order::phrases_open(&scope, problems) {
        return RuleSet::default();
    }
    shapes(&scope, problems);
    for rule in &declared.rules {
        if let Some(kind) = scope.kind(&rule.kind.text) {
            rule::check(&scope, rule, kind, is_builtin(sources, rule.name.at), problems);
        }
    }
    order::over_circles(&scope, problems);
    let order = order::rule_order(&scope, problems);
    let warnings = unused(sources, &scope, problems);
    let warnings = warnings.into_iter().chain(idle_overs(&declared)).collect();
    RuleSet { order, warnings, ..resolve::resolve(&scope) }
}

fn is_builtin(sources: &[SourceFile], at: At) -> bool {
    sources.get(at.file as usize).is_some_and(|source| source.builtin)
}

/// Checks every name in every hole, and the kinds of facts.
fn names(scope: &Scope, problems: &mut Vec<Problem>) {
    for (seq, _) in patterns(scope.declared) {
        check_holes(scope, seq, problems);
    }
    scope.declared.kinds.iter().for_each(|kind| fields::check_kind(scope, kind, problems));
    for list in scope.declared.words.iter().chain(&scope.declared.verbs) {
        spelt_twice(list.entries.iter().flat_map(|entry| &entry.aliases), problems);
    }
    for rule in &scope.declared.rules {
        problems.extend(unknown_kind(scope, &rule.kind));
    }
}

/// A spelling can stand for one value only.
fn spelt_twice<'i>(aliases: impl Iterator<Item = &'i Ident>, problems: &mut Vec<Problem>) {
    let mut seen = HashSet::new();
    for alias in aliases {
        if !seen.insert(&alias.text) {
            problems.push(Problem::new(alias.at, format!("`{}` stands twice in this list", alias.text)));
        }
    }
}

fn unknown_kind(scope: &Scope, name: &Ident) -> Option<Problem> {
    if scope.kind(&name.text).is_some() || scope.is_unread(&name.text) {
        return None;
    }
    let known = BuiltinKind::ALL.iter().map(|kind| kind.name());
    let names = known.chain(scope.declared.kinds.iter().map(|kind| kind.name.text.as_str()));
    let help = did_you_mean(&name.text, names)
        .unwrap_or_else(|| format!("declare it: `kind {}`, its fields on the lines below", name.text));
    Some(Problem::new(name.at, format!("there is no kind of fact `{}`", name.text)).help(help))
}

/// Checks every pattern by its shape.
fn shapes(scope: &Scope, problems: &mut Vec<Problem>) {
    for (seq, at) in patterns(scope.declared) {
        check_shape(scope, seq, at, problems);
    }
}

/// Every pattern, with its place.
fn patterns(declared: &Declared) -> impl Iterator<Item = (&Seq, At)> {
    let phrases = declared.phrases.iter().map(|phrase| &phrase.seq);
    phrases.chain(declared.rules.iter().flat_map(rule_patterns)).map(|seq| (seq, place(seq)))
}

fn rule_patterns(rule: &Rule) -> impl Iterator<Item = &Seq> {
    let then = rule.then.iter().map(|then| &then.seq);
    let unless = rule.unless.iter().map(|unless| &unless.seq);
    rule.finds.iter().chain(then).chain(unless)
}

/// Lists, phrases and kinds that nothing names: an error in the program's own files, else a warning.
fn unused(sources: &[SourceFile], scope: &Scope, problems: &mut Vec<Problem>) -> Vec<Problem> {
    let declared = scope.declared;
    if !declared.unread.is_empty() || declared.rules.iter().any(|rule| rule.unread) {
        return Vec::new();
    }
    let mut used: HashSet<&str> = HashSet::new();
    for (seq, _) in patterns(scope.declared) {
        each_hole(seq, &mut |hole| used.extend(hole.classes.iter().map(|class| class.text.as_str())));
    }
    used.extend(scope.declared.rules.iter().map(|rule| rule.kind.text.as_str()));
    let Declared { words, verbs, phrases, kinds, .. } = scope.declared;
    let lists = words.iter().chain(verbs).map(|list| &list.name);
    let names = lists.chain(phrases.iter().map(|p| &p.name)).chain(kinds.iter().map(|k| &k.name));
    let unused = names.filter(|name| !used.contains(name.text.as_str()));
    let (errors, warnings) = unused
        .map(|name| Problem::new(name.at, format!("nothing uses `{}`", name.text)))
        .partition(|problem: &Problem| is_builtin(sources, problem.at));
    let errors: Vec<Problem> = errors;
    problems.extend(errors);
    warnings
}

/// Rules of different kinds never compete, so that an `over` between them decides nothing.
fn idle_overs(declared: &Declared) -> impl Iterator<Item = Problem> {
    let rules = &declared.rules;
    rules.iter().flat_map(move |rule| {
        rule.over.iter().filter_map(move |over| {
            let other = rules.iter().find(|other| other.name.text == over.text)?;
            let message = format!("`{}` is about another kind, so this decides nothing", over.text);
            (other.kind.text != rule.kind.text).then(|| Problem::new(over.at, message))
        })
    })
}
