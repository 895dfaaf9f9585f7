//! A rule set that has been read and checked: every name is resolved, so that compiling can't fail.

use super::ast::{self, At, Mode, Repeat, Side};
use super::error::Problem;
use super::schema::KindRef;
use crate::lexicon::Catalog;
use crate::value::Class;

/// A rule file: where it was read from, for people, and what it says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceFile {
    /// Its path, as errors print it.
    pub path: String,
    /// All of it.
    pub text: String,
    /// Whether it is one of the program's own.
    pub builtin: bool,
}

/// All rules, in the order of their files, with what they name.
#[derive(Clone, Debug, Default)]
pub struct RuleSet {
    /// The files, as numbered by [`At::file`].
    pub sources: Vec<SourceFile>,
    /// Word lists; [`Target::Words`] is an index.
    pub words: Vec<List>,
    /// Verb lists; [`Target::Verbs`] is an index.
    pub verbs: Vec<List>,
    /// Phrases; [`Target::Phrase`] is an index.
    pub phrases: Vec<Phrase>,
    /// Kinds that users declared; [`KindRef::User`] is an index.
    pub kinds: Vec<ast::Kind>,
    /// Rules, in the order of their files. Drafts are among them.
    pub rules: Vec<Rule>,
    /// The order in which rules run: whatever gives a kind before whatever names it in a hole.
    pub order: Vec<usize>,
    /// What is odd but no error.
    pub warnings: Vec<Problem>,
}

impl RuleSet {
    /// Whether a list is one of the program's own.
    pub fn is_own(&self, list: &List) -> bool {
        self.sources.get(list.at.file as usize).is_some_and(|source| source.builtin)
    }
}

/// A word list or a verb list, with all that was added to it.
#[derive(Clone, Debug)]
pub struct List {
    /// Its name.
    pub name: String,
    /// Its entries.
    pub entries: Vec<ListEntry>,
    /// Where its name stands.
    pub at: At,
}

/// One line of a list.
#[derive(Clone, Debug)]
pub struct ListEntry {
    /// Spellings; of a verb list, base forms whose first word is inflected.
    pub aliases: Vec<String>,
    /// What they stand for.
    pub value: String,
}

/// A named piece of pattern.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its name.
    pub name: String,
    /// Its pattern.
    pub pattern: Pattern,
    /// Where its name stands.
    pub at: At,
}

/// A rule whose names are resolved.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Its name.
    pub name: String,
    /// It gives no facts outside its own examples.
    pub draft: bool,
    /// `gives`, else `adds to`.
    pub gives: bool,
    /// The kind of fact.
    pub kind: KindRef,
    /// Alternatives: each is tried.
    pub finds: Vec<Pattern>,
    /// What is read under a list head.
    pub then: Vec<Then>,
    /// Where it must not match.
    pub unless: Vec<Unless>,
    /// The rules that it wins over, as indices of [`RuleSet::rules`].
    pub over: Vec<usize>,
    /// Fields that it sets, with their values.
    pub give: Vec<(String, String)>,
    /// Its examples.
    pub examples: Vec<ast::Example>,
    /// What its author noted.
    pub notes: Vec<String>,
    /// From its first word to the end of its last clause.
    pub at: At,
}

/// What is read under a list head, as [`ast::Then`].
#[derive(Clone, Debug)]
pub struct Then {
    /// `each line`, else `each item`.
    pub line: bool,
    /// The pattern of one line or item.
    pub pattern: Pattern,
}

/// Where a match must not stand, as [`ast::Unless`].
#[derive(Clone, Debug)]
pub struct Unless {
    /// Which side.
    pub side: Side,
    /// What must not be there.
    pub pattern: Pattern,
}

/// A sequence of parts.
pub type Pattern = Vec<Part>;

/// One part of a pattern and how often it may come.
#[derive(Clone, Debug)]
pub struct Part {
    /// What.
    pub piece: Piece,
    /// How often.
    pub repeat: Repeat,
    /// Where it stands.
    pub at: At,
}

/// The forms of a part.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Literal text, bare or quoted, to be cut into tokens by the lexer: small letters match any case, a
    /// capital asks for a capital, all capitals for all capitals.
    Text(String),
    /// One of several patterns.
    Any(Vec<Pattern>),
    /// A hole.
    Hole(Hole),
    /// Not this, here; takes no token.
    Not(Box<Piece>),
    /// A few tokens, as few as possible.
    Gap,
}

/// A hole whose classes are resolved.
#[derive(Clone, Debug)]
pub struct Hole {
    /// The field that it fills; none where it only matches.
    pub field: Option<String>,
    /// What stands before its classes. `active` and `passive` come with verb lists alone.
    pub mode: Mode,
    /// What it takes: any of these, at least one.
    pub targets: Vec<Target>,
}

/// What a hole's name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Target {
    /// A word list.
    Words(u16),
    /// A verb list.
    Verbs(u16),
    /// A phrase.
    Phrase(u16),
    /// A class of values.
    Class(Class),
    /// A fact that rules give.
    Kind(KindRef),
    /// A table of the lexicon, as a word list whose values are its first column.
    Table(Catalog),
    /// `{start}`: the start of a sentence; takes no token.
    Start,
    /// `{end}`: the end of a sentence, before its closing mark; takes no token.
    End,
    /// `{headline}`: the sentence is the headline; takes no token.
    Headline,
    /// `{bullet}`: the mark or number that opens a list item.
    Bullet,
}

/// The names that a hole has for places in the text.
pub const PLACES: &[(&str, Target)] = &[
    ("start", Target::Start),
    ("end", Target::End),
    ("headline", Target::Headline),
    ("bullet", Target::Bullet),
];
