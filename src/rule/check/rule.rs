//! One rule: its fields, its clauses and its examples.

use super::fields::{self, Content, Field, check_content, check_value, unknown_field};
use super::pattern::place;
use super::scope::{Edge, Scope, each_excluded, each_hole};
use crate::rule::ast::{Example, Ident, Prim, Rule, Seq};
use crate::rule::error::{Problem, did_you_mean};
use crate::rule::schema::{BuiltinKind, KindRef};
use crate::rule::set::Target;
use crate::value::Class;

/// Checks a rule whose patterns hold up by themselves.
pub(super) fn check(scope: &Scope, rule: &Rule, kind: KindRef, builtin: bool, problems: &mut Vec<Problem>) {
    let mut check = Check { scope, rule, kind, fields: fields::fields(scope, kind), problems };
    check.finds();
    check.holes();
    check.given();
    check.overs();
    check.excluded();
    rule.examples.iter().for_each(|example| check.example(example));
    if builtin && rule.examples.is_empty() && !rule.unread {
        check.say(&rule.name, format!("`{}` has no example: neither `yes` nor `no`", rule.name.text));
    }
}

struct Check<'a, 'd> {
    scope: &'a Scope<'d>,
    rule: &'a Rule,
    kind: KindRef,
    fields: Vec<Field<'d>>,
    problems: &'a mut Vec<Problem>,
}

impl Check<'_, '_> {
    fn say(&mut self, ident: &Ident, message: String) {
        self.problems.push(Problem::new(ident.at, message));
    }

    fn finds(&mut self) {
        if self.rule.finds.is_empty() && !self.rule.unread {
            self.say(&self.rule.name, format!("`{}` finds nothing: it has no `find`", self.rule.name.text));
        }
        for seq in &self.rule.finds {
            self.not_first_a_date(seq);
            self.has_kind(seq);
        }
        // An item may lack the hole: it is then a fact that its head's words alone name.
        for (number, then) in self.rule.then.iter().enumerate() {
            if self.rule.then[..number].iter().any(|earlier| earlier.line == then.line) {
                let what = if then.line { "line" } else { "item" };
                self.problems.push(Problem::new(then.at, format!("one `then each {what}` is enough")));
            }
        }
    }

    /// A rule that adds to a kind has one hole for the fact that it adds to.
    fn has_kind(&mut self, seq: &Seq) {
        if self.rule.gives {
            return;
        }
        let name = &self.rule.kind.text;
        let message = match self.scope.always(seq).iter().filter(|field| *field == name).count() {
            0 => format!("this adds to `{name}` without a hole `{{{name}: …}}` that says to which"),
            1 => return,
            _ => format!("this adds to `{name}` with two holes `{{{name}: …}}`: to which of them?"),
        };
        self.problems.push(Problem::new(place(seq), message));
    }

    /// Adjuncts at the start of a sentence are attached by resolution.
    fn not_first_a_date(&mut self, seq: &Seq) {
        if self.kind == KindRef::Builtin(BuiltinKind::Date) {
            return;
        }
        let (scope, problems) = (self.scope, &mut *self.problems);
        scope.edge(seq, Edge::First, &mut |element| {
            let Prim::Hole(hole) = &element.prim else { return };
            if scope.targets(hole).contains(&Target::Class(Class::Date)) {
                let help = "a date before the rest is found without the rule: leave it out".to_owned();
                problems.push(Problem::new(element.at, "a rule can't start with a date").help(help));
            }
        });
    }

    fn holes(&mut self) {
        let rule = self.rule;
        let then = rule.then.iter().map(|then| &then.seq);
        let (scope, kind, fields, problems) = (self.scope, self.kind, &self.fields, &mut *self.problems);
        for seq in rule.finds.iter().chain(then) {
            scope.holes(seq, &mut |hole, phrase| {
                let Some(name) = &hole.field else { return };
                match fields.iter().find(|field| field.path == name.text && field.fillable) {
                    Some(field) => check_content(scope, kind, field, hole, problems),
                    None => problems.push(unknown_hole(name, phrase, &rule.kind.text, fields)),
                }
            });
        }
    }

    /// What must not be there can fill no field.
    fn excluded(&mut self) {
        let excluded = self.rule.unless.iter().map(|unless| &unless.seq);
        let mut idle = Vec::new();
        excluded.for_each(|seq| each_hole(seq, &mut |hole| idle.extend(&hole.field)));
        for seq in self.rule.finds.iter().chain(self.rule.then.iter().map(|then| &then.seq)) {
            each_excluded(seq, &mut |hole| idle.extend(&hole.field));
        }
        for field in idle {
            self.say(field, format!("what must not be there fills nothing: leave `{}:` out", field.text));
        }
    }

    fn given(&mut self) {
        for (number, (field, value)) in self.rule.give.iter().enumerate() {
            let Some(known) = self.fields.iter().find(|known| known.path == field.text) else {
                let problem = unknown_field(field, &self.rule.kind.text, &self.fields, false);
                self.problems.push(problem);
                continue;
            };
            if let Content::OneOf(values) = &known.holds {
                self.problems.extend(check_value(value, known.path, values));
            }
            if self.rule.give[..number].iter().any(|(earlier, _)| earlier.text == field.text) {
                self.say(field, format!("`{}` is given twice", field.text));
            }
            let always = |seq: &Seq| self.scope.always(seq).contains(&field.text);
            if !self.rule.finds.is_empty() && self.rule.finds.iter().all(always) {
                self.say(field, format!("a hole always fills `{}`, so this gives nothing", field.text));
            }
        }
    }

    fn overs(&mut self) {
        let rules = &self.scope.declared.rules;
        for over in &self.rule.over {
            match rules.iter().find(|rule| rule.name.text == over.text) {
                None if self.scope.is_unread(&over.text) => {}
                None => {
                    let help = did_you_mean(&over.text, rules.iter().map(|rule| rule.name.text.as_str()));
                    let message = format!("there is no rule `{}`", over.text);
                    self.problems.push(Problem::new(over.at, message).help(help));
                }
                Some(other) if other.name.text == self.rule.name.text => {
                    self.say(over, "a rule can't be over itself".to_owned());
                }
                Some(_) => {}
            }
        }
    }

    fn example(&mut self, example: &Example) {
        if let Some(on) = &example.on
            && on.text.parse::<jiff::civil::Date>().is_err()
        {
            self.say(on, format!("`{}` is no day: a day is written 2024-03-14", on.text));
        }
        if !example.yes {
            self.no(example);
            return;
        }
        self.marks(example);
        for (field, value) in &example.fields {
            self.asked(field, value);
        }
    }

    /// A mark names a hole of the rule or, where it adds to a fact, a field that the class may have brought along.
    fn marks(&mut self, example: &Example) {
        if self.rule.unread {
            return;
        }
        let mut holes = self.captured();
        if !self.rule.gives {
            holes.extend(self.fields.iter().map(|field| field.path.to_owned()));
        }
        for mark in example.marks.iter().filter(|mark| !holes.contains(&mark.field.text)) {
            let message = format!("`{}` has no hole `{}`", self.rule.name.text, mark.field.text);
            let help = did_you_mean(&mark.field.text, holes.iter().map(String::as_str));
            self.problems.push(Problem::new(mark.field.at, message).help(help));
        }
    }

    /// A `no` says that there is nothing, so it can say nothing about it.
    fn no(&mut self, example: &Example) {
        let mark = example.marks.first().map(|mark| &mark.field);
        if let Some(field) = mark.or(example.fields.first().map(|(field, _)| field)) {
            self.say(field, "a `no` expects nothing, so it has no marks and no fields".to_owned());
        }
    }

    /// The fields that the rule's holes fill, those of its phrases included.
    fn captured(&self) -> Vec<String> {
        let mut fields = Vec::new();
        let then = self.rule.then.iter().map(|then| &then.seq);
        for seq in self.rule.finds.iter().chain(then) {
            self.scope.holes(seq, &mut |hole, _| fields.extend(hole.field.iter().map(|f| f.text.clone())));
        }
        fields
    }

    /// A field that an example asks for after its text; items of lists by number: `parties.0.kind`.
    fn asked(&mut self, field: &Ident, value: &Ident) {
        let is_number = |part: &&str| part.bytes().all(|b| b.is_ascii_digit());
        let path: Vec<&str> = field.text.split('.').filter(|part| !is_number(part)).collect();
        let path = path.join(".");
        let user = matches!(self.kind, KindRef::User(_));
        let is = |known: &&Field| {
            known.path == path
                || user && path.strip_prefix(known.path).is_some_and(|rest| rest.starts_with('.'))
        };
        match self.fields.iter().find(is) {
            None => {
                let problem = unknown_field(field, &self.rule.kind.text, &self.fields, false);
                self.problems.push(problem);
            }
            Some(Field { path, holds: Content::OneOf(values), .. }) if value.text != "null" => {
                self.problems.extend(check_value(value, path, values));
            }
            Some(_) => {}
        }
    }
}

/// A hole whose field the kind has not: at the hole, or at the phrase that brings it along.
fn unknown_hole(name: &Ident, phrase: Option<&Ident>, kind: &str, fields: &[Field]) -> Problem {
    match phrase {
        None => unknown_field(name, kind, fields, true),
        Some(phrase) => {
            let message =
                format!("the phrase `{}` fills `{}`, a field that `{kind}` has not", phrase.text, name.text);
            Problem::new(phrase.at, message)
        }
    }
}
