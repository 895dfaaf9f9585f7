//! From the tree as read to the set that is compiled. Nothing can go wrong here any more.

use super::collect::Declared;
use super::scope::Scope;
use crate::rule::ast::{self, Prim, Seq};
use crate::rule::schema::{BuiltinKind, KindRef};
use crate::rule::set::{Hole, List, ListEntry, Part, Pattern, Phrase, Piece, Rule, RuleSet, Then, Unless};

/// Everything but sources, order and warnings.
pub(super) fn resolve(scope: &Scope) -> RuleSet {
    let Declared { words, verbs, phrases, kinds, rules, .. } = scope.declared;
    RuleSet {
        words: words.iter().map(list).collect(),
        verbs: verbs.iter().map(list).collect(),
        phrases: phrases.iter().map(|p| phrase(scope, p)).collect(),
        kinds: kinds.clone(),
        rules: rules.iter().map(|r| rule(scope, r)).collect(),
        ..RuleSet::default()
    }
}

fn list(list: &ast::List) -> List {
    List { name: list.name.text.clone(), entries: list.entries.iter().map(entry).collect(), at: list.name.at }
}

fn entry(entry: &ast::ListEntry) -> ListEntry {
    let value = entry.value.as_ref().or(entry.aliases.first());
    ListEntry {
        aliases: entry.aliases.iter().map(|alias| alias.text.clone()).collect(),
        value: value.map_or_else(String::new, |value| value.text.clone()),
    }
}

fn phrase(scope: &Scope, phrase: &ast::Phrase) -> Phrase {
    Phrase { name: phrase.name.text.clone(), pattern: pattern(scope, &phrase.seq), at: phrase.name.at }
}

fn rule(scope: &Scope, rule: &ast::Rule) -> Rule {
    let index = |over: &ast::Ident| scope.declared.rules.iter().position(|r| r.name.text == over.text);
    Rule {
        name: rule.name.text.clone(),
        draft: rule.draft,
        gives: rule.gives,
        kind: scope.kind(&rule.kind.text).unwrap_or(KindRef::Builtin(BuiltinKind::Document)),
        finds: rule.finds.iter().map(|seq| pattern(scope, seq)).collect(),
        then: rule.then.iter().map(|t| Then { line: t.line, pattern: pattern(scope, &t.seq) }).collect(),
        unless: rule
            .unless
            .iter()
            .map(|u| Unless { side: u.side, pattern: pattern(scope, &u.seq) })
            .collect(),
        over: rule.over.iter().filter_map(index).collect(),
        give: rule.give.iter().map(|(field, value)| (field.text.clone(), value.text.clone())).collect(),
        examples: rule.examples.clone(),
        notes: rule.notes.clone(),
        at: rule.at,
    }
}

fn pattern(scope: &Scope, seq: &Seq) -> Pattern {
    let part = |e: &ast::Element| Part { piece: piece(scope, &e.prim), repeat: e.repeat, at: e.at };
    seq.elements.iter().map(part).collect()
}

fn piece(scope: &Scope, prim: &Prim) -> Piece {
    match prim {
        Prim::Word(text) | Prim::String(text) => Piece::Text(text.clone()),
        Prim::Group(alternatives) => Piece::Any(alternatives.iter().map(|seq| pattern(scope, seq)).collect()),
        Prim::Hole(hole) => Piece::Hole(Hole {
            field: hole.field.as_ref().map(|field| field.text.clone()),
            mode: hole.mode,
            targets: scope.targets(hole),
        }),
        Prim::Not(prim) => Piece::Not(Box::new(piece(scope, prim))),
        Prim::Gap => Piece::Gap,
    }
}
