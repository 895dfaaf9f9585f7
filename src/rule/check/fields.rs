//! Fields: whether a kind has them, and whether they can hold what fills them.

use super::scope::Scope;
use crate::rule::ast::{self, Hole, Ident, Mode};
use crate::rule::error::{Problem, did_you_mean};
use crate::rule::schema::{COMMON, FieldSpec, Holds, KindRef, verb_values};
use crate::rule::set::Target;
use crate::value::Class;

/// A field of a kind, built-in or declared.
pub(super) struct Field<'d> {
    pub path: &'d str,
    pub list: bool,
    pub fillable: bool,
    pub holds: Content<'d>,
}

/// What a field holds.
pub(super) enum Content<'d> {
    Anything,
    Date,
    Number,
    Figure,
    OneOf(Vec<&'d str>),
}

/// The fields of a kind.
pub(super) fn fields<'d>(scope: &Scope<'d>, kind: KindRef) -> Vec<Field<'d>> {
    let common = COMMON.iter().map(known);
    match kind {
        KindRef::Builtin(kind) => kind.fields().iter().map(known).chain(common).collect(),
        KindRef::User(index) => {
            let Some(kind) = scope.declared.kinds.get(index) else { return Vec::new() };
            let itself =
                Field { path: &kind.name.text, list: false, fillable: true, holds: Content::Anything };
            let own: Vec<Field> = kind.fields.iter().map(|field| declared(scope, field)).collect();
            let is_own = |field: &Field| kind.fields.iter().any(|own| own.name.text == field.path);
            let common: Vec<Field> = common.filter(|field| !is_own(field)).collect();
            own.into_iter().chain([itself]).chain(common).collect()
        }
    }
}

fn known(spec: &FieldSpec) -> Field<'static> {
    let holds = match spec.holds {
        Holds::Anything => Content::Anything,
        Holds::Date => Content::Date,
        Holds::Number => Content::Number,
        Holds::Figure => Content::Figure,
        Holds::OneOf(values) => Content::OneOf(values()),
    };
    Field { path: spec.path, list: spec.list, fillable: spec.fillable, holds }
}

/// A field that a user declared: one class or kind, or several classes, else the values of an enum.
fn declared<'d>(scope: &Scope, field: &'d ast::Field) -> Field<'d> {
    let classes: Vec<Option<Class>> = field.options.iter().map(|option| Class::parse(&option.text)).collect();
    let holds = match classes.as_slice() {
        [Some(Class::Date)] => Content::Date,
        [Some(Class::Number | Class::Ordinal)] => Content::Number,
        [Some(class)] if class.is_figure() => Content::Figure,
        classes if classes.iter().all(Option::is_some) || is_kind(scope, field) => Content::Anything,
        _ => Content::OneOf(field.options.iter().map(|option| option.text.as_str()).collect()),
    };
    Field { path: &field.name.text, list: field.list, fillable: true, holds }
}

/// Whether a field holds facts of some kind.
fn is_kind(scope: &Scope, field: &ast::Field) -> bool {
    matches!(field.options.as_slice(), [option] if scope.kind(&option.text).is_some())
}

/// Checks the fields of a declared kind.
pub(super) fn check_kind(scope: &Scope, kind: &ast::Kind, problems: &mut Vec<Problem>) {
    for (number, field) in kind.fields.iter().enumerate() {
        if kind.fields[..number].iter().any(|earlier| earlier.name.text == field.name.text) {
            let message = format!("`{}` has the field `{}` twice", kind.name.text, field.name.text);
            problems.push(Problem::new(field.name.at, message));
        }
        if let [option] = field.options.as_slice()
            && Class::parse(&option.text).is_none()
            && !is_kind(scope, field)
        {
            let message = format!("there is no class `{}`", option.text);
            let help = did_you_mean(&option.text, Class::names())
                .unwrap_or_else(|| "an enum has two values or more: `high | low`".to_owned());
            problems.push(Problem::new(option.at, message).help(help));
        }
    }
}

/// What is wrong with a field that a kind has not.
pub(super) fn unknown_field(field: &Ident, kind: &str, fields: &[Field], fillable: bool) -> Problem {
    let paths = fields.iter().filter(|field| field.fillable || !fillable).map(|field| field.path);
    Problem::new(field.at, format!("`{kind}` has no field `{}`", field.text))
        .help(did_you_mean(&field.text, paths))
}

/// Checks that a field can hold what a hole takes.
pub(super) fn check_content(
    scope: &Scope,
    kind: KindRef,
    field: &Field,
    hole: &Hole,
    problems: &mut Vec<Problem>,
) {
    if hole.mode == Mode::List && !field.list {
        let at = hole.field.as_ref().map_or_else(Default::default, |field| field.at);
        let help = "`each of` makes one fact of each".to_owned();
        problems.push(Problem::new(at, format!("`{}` holds one value, not a list", field.path)).help(help));
    }
    for class in &hole.classes {
        let Some(target) = scope.target(&class.text) else { continue };
        if let Some(wanted) = refuses(&field.holds, target) {
            let message = format!("`{}` holds {wanted}: `{}` gives none", field.path, class.text);
            problems.push(Problem::new(class.at, message));
        }
        match &field.holds {
            Content::OneOf(values) => check_values(scope, target, field.path, values, problems),
            _ if field.path == "verb" => {
                let values = verb_values(kind).unwrap_or_default();
                check_values(scope, target, "status", &values, problems);
            }
            _ => {}
        }
    }
}

/// What a field wants that a target can't give.
fn refuses(holds: &Content, target: Target) -> Option<&'static str> {
    use Class::{Date, Number, Ordinal, Quantity};
    match (holds, target) {
        (Content::Anything, _) => None,
        (Content::Date, Target::Class(Date)) => None,
        (Content::Date, _) => Some("a date"),
        (Content::Number, Target::Class(Number | Ordinal | Quantity)) => None,
        (Content::Number, Target::Words(_) | Target::Table(_)) => None,
        (Content::Number, _) => Some("a number"),
        (Content::Figure, Target::Class(Number) | Target::Kind(_)) => None,
        (Content::Figure, Target::Class(class)) if class.is_figure() => None,
        (Content::Figure, _) => Some("a figure"),
        (Content::OneOf(_), Target::Words(_) | Target::Verbs(_) | Target::Table(_)) => None,
        (Content::OneOf(_), _) => Some("a value that a word list or a verb list gives"),
    }
}

/// Checks that all values of a list are among those that a field can hold; none given: any will do.
fn check_values(scope: &Scope, target: Target, path: &str, values: &[&str], problems: &mut Vec<Problem>) {
    let Some(list) = scope.list(target).filter(|_| !values.is_empty()) else { return };
    for entry in &list.entries {
        let Some(value) = entry.value.as_ref().or(entry.aliases.first()) else { continue };
        problems.extend(check_value(value, path, values));
    }
}

/// Checks that a value is one of those that a field can hold.
pub(super) fn check_value(value: &Ident, path: &str, values: &[&str]) -> Option<Problem> {
    if values.contains(&value.text.as_str()) {
        return None;
    }
    let message = format!("`{}` is no value of `{path}`", value.text);
    let help = did_you_mean(&value.text, values.iter().copied())
        .unwrap_or_else(|| format!("it is one of {}", values.join(", ")));
    Some(Problem::new(value.at, message).help(help))
}
