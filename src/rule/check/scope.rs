//! What the names in holes stand for, and what patterns can do by their shape.

use rustc_hash::FxHashMap;

use super::collect::Declared;
use crate::lexicon::TABLES;
use crate::rule::ast::{Element, Hole, Ident, List, Prim, Repeat, Seq};
use crate::rule::error::{Problem, did_you_mean};
use crate::rule::schema::{BuiltinKind, KindRef};
use crate::rule::set::{PLACES, Target};
use crate::value::Class;

/// Everything that a hole can name.
pub(super) struct Scope<'d> {
    pub declared: &'d Declared,
    targets: FxHashMap<&'d str, Target>,
}

/// An end of a pattern.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Edge {
    First,
    Last,
}

impl<'d> Scope<'d> {
    pub(super) fn new(declared: &'d Declared) -> Scope<'d> {
        let mut targets = FxHashMap::default();
        targets
            .extend(BuiltinKind::ALL.iter().map(|kind| (kind.name(), Target::Kind(KindRef::Builtin(*kind)))));
        targets.extend(TABLES.iter().map(|table| (table.name, Target::Table(table.catalog))));
        targets.extend(Class::names().filter_map(|name| Some((name, Target::Class(Class::parse(name)?)))));
        targets.extend(PLACES.iter().copied());
        for (index, kind) in declared.kinds.iter().enumerate() {
            targets.insert(&kind.name.text, Target::Kind(KindRef::User(index)));
        }
        for (index, list) in declared.words.iter().enumerate() {
            targets.insert(&list.name.text, Target::Words(index as u16));
        }
        for (index, list) in declared.verbs.iter().enumerate() {
            targets.insert(&list.name.text, Target::Verbs(index as u16));
        }
        for (index, phrase) in declared.phrases.iter().enumerate() {
            targets.insert(&phrase.name.text, Target::Phrase(index as u16));
        }
        Scope { declared, targets }
    }

    /// What a name in a hole stands for.
    pub(super) fn target(&self, name: &str) -> Option<Target> {
        self.targets.get(name).copied()
    }

    /// What a hole's names stand for, without those that are unknown.
    pub(super) fn targets(&self, hole: &Hole) -> Vec<Target> {
        hole.classes.iter().filter_map(|class| self.target(&class.text)).collect()
    }

    /// Whether an item of that name is there but could not be read.
    pub(super) fn is_unread(&self, name: &str) -> bool {
        self.declared.unread.iter().any(|unread| unread == name)
    }

    /// What is wrong with a name that stands for nothing.
    pub(super) fn unknown(&self, name: &Ident) -> Problem {
        let message = format!("there is no class, list, phrase or kind `{}`", name.text);
        Problem::new(name.at, message).help(did_you_mean(&name.text, self.targets.keys().copied()))
    }

    /// The list that a target is.
    pub(super) fn list(&self, target: Target) -> Option<&'d List> {
        match target {
            Target::Words(index) => self.declared.words.get(index as usize),
            Target::Verbs(index) => self.declared.verbs.get(index as usize),
            _ => None,
        }
    }

    /// The pattern that a target is.
    pub(super) fn phrase(&self, target: Target) -> Option<&'d Seq> {
        match target {
            Target::Phrase(index) => self.declared.phrases.get(index as usize).map(|phrase| &phrase.seq),
            _ => None,
        }
    }

    /// The kind of that name.
    pub(super) fn kind(&self, name: &str) -> Option<KindRef> {
        let user = self.declared.kinds.iter().position(|kind| kind.name.text == name);
        let known = BuiltinKind::ALL.iter().find(|kind| kind.name() == name);
        known.map(|kind| KindRef::Builtin(*kind)).or(user.map(KindRef::User))
    }

    /// Whether a pattern can match no token at all. Phrases must be free of circles.
    pub(super) fn is_empty(&self, seq: &Seq) -> bool {
        seq.elements.iter().all(|element| self.may_skip(element))
    }

    fn may_skip(&self, element: &Element) -> bool {
        matches!(element.repeat, Repeat::Optional | Repeat::Star) || self.is_empty_prim(&element.prim)
    }

    pub(super) fn is_empty_prim(&self, prim: &Prim) -> bool {
        match prim {
            Prim::Word(_) | Prim::String(_) => false,
            Prim::Gap | Prim::Not(_) => true,
            Prim::Group(alternatives) => alternatives.iter().any(|seq| self.is_empty(seq)),
            Prim::Hole(hole) => self.targets(hole).into_iter().any(|target| match target {
                Target::Start | Target::End | Target::Headline => true,
                _ => self.phrase(target).is_some_and(|seq| self.is_empty(seq)),
            }),
        }
    }

    /// Shows every element that can be the first or last to take a token, groups and phrases opened.
    pub(super) fn edge(&self, seq: &Seq, edge: Edge, see: &mut dyn FnMut(&Element)) {
        let count = seq.elements.len();
        for number in 0..count {
            let index = if edge == Edge::First { number } else { count - 1 - number };
            let element = &seq.elements[index];
            self.edge_of(element, edge, see);
            if !self.may_skip(element) {
                return;
            }
        }
    }

    fn edge_of(&self, element: &Element, edge: Edge, see: &mut dyn FnMut(&Element)) {
        see(element);
        match &element.prim {
            Prim::Group(alternatives) => alternatives.iter().for_each(|seq| self.edge(seq, edge, see)),
            Prim::Hole(hole) => {
                let phrases = self.targets(hole).into_iter().filter_map(|target| self.phrase(target));
                phrases.for_each(|seq| self.edge(seq, edge, see));
            }
            _ => {}
        }
    }

    /// Shows every hole of a pattern and of its phrases, with the name of the outermost phrase it comes from.
    pub(super) fn holes(&self, seq: &Seq, see: &mut dyn FnMut(&Hole, Option<&Ident>)) {
        each_hole(seq, &mut |hole| {
            see(hole, None);
            for class in &hole.classes {
                if let Some(seq) = self.target(&class.text).and_then(|target| self.phrase(target)) {
                    self.holes(seq, &mut |inner, _| see(inner, Some(class)));
                }
            }
        });
    }

    /// The fields that a pattern fills whenever it matches.
    pub(super) fn always(&self, seq: &Seq) -> Vec<String> {
        let must = seq.elements.iter().filter(|e| matches!(e.repeat, Repeat::One | Repeat::Plus));
        must.flat_map(|element| match &element.prim {
            Prim::Group(alternatives) => common(alternatives.iter().map(|seq| self.always(seq))),
            Prim::Hole(hole) => self.always_of(hole),
            _ => Vec::new(),
        })
        .collect()
    }

    fn always_of(&self, hole: &Hole) -> Vec<String> {
        let inner = |target| self.phrase(target).map_or(Vec::new(), |seq| self.always(seq));
        let mut fields = common(self.targets(hole).into_iter().map(inner));
        fields.extend(hole.field.as_ref().map(|field| field.text.clone()));
        fields
    }
}

/// What all of some lists hold.
fn common(lists: impl Iterator<Item = Vec<String>>) -> Vec<String> {
    lists
        .reduce(|all, list| all.into_iter().filter(|field| list.contains(field)).collect())
        .unwrap_or_default()
}

/// Shows every hole that is written in a pattern.
pub(super) fn each_hole<'s>(seq: &'s Seq, see: &mut dyn FnMut(&'s Hole)) {
    for element in &seq.elements {
        each_hole_of(&element.prim, see);
    }
}

fn each_hole_of<'s>(prim: &'s Prim, see: &mut dyn FnMut(&'s Hole)) {
    match prim {
        Prim::Hole(hole) => see(hole),
        Prim::Group(alternatives) => alternatives.iter().for_each(|seq| each_hole(seq, see)),
        Prim::Not(prim) => each_hole_of(prim, see),
        Prim::Word(_) | Prim::String(_) | Prim::Gap => {}
    }
}

/// Shows every hole that stands under a `!`.
pub(super) fn each_excluded<'s>(seq: &'s Seq, see: &mut dyn FnMut(&'s Hole)) {
    for element in &seq.elements {
        match &element.prim {
            Prim::Not(prim) => each_hole_of(prim, see),
            Prim::Group(alternatives) => alternatives.iter().for_each(|seq| each_excluded(seq, see)),
            _ => {}
        }
    }
}
