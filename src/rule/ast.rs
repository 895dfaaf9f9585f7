//! What a `.cloze` file says, as read: names not yet resolved.

use crate::text::Span;

/// A place in a rule file, for errors.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct At {
    /// Number of the file, in the order in which files are read.
    pub file: u32,
    /// Bytes in that file.
    pub span: Span,
}

/// A name, a word or a value, with its place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Ident {
    /// As written.
    pub text: String,
    /// Where.
    pub at: At,
}

/// A top-level item of a file.
#[derive(Clone, Debug)]
pub enum Item {
    /// `words standing = member | observer`
    Words(List),
    /// `verbs signing` and its lines
    Verbs(List),
    /// `phrase adjunct = …`
    Phrase(Phrase),
    /// `kind visit` and its fields
    Kind(Kind),
    /// `rule … gives …` or `rule … adds to …`; boxed, being far larger than the rest
    Rule(Box<Rule>),
    /// `drop rule they-signed`
    Drop(Ident),
    /// `replace rule …`, `replace words …`: the item that takes the place of the one of its name
    Replace(Box<Item>),
    /// `words standing add …`, `verbs signing add …`
    Add {
        /// Whether it says `verbs`.
        verbs: bool,
        /// The list's name and the new entries.
        list: List,
    },
    /// An item that could not be read, by its name: whoever names it makes no second error.
    Unread(Ident),
}

/// A word list or a verb list.
#[derive(Clone, Debug)]
pub struct List {
    /// Its name.
    pub name: Ident,
    /// Its entries.
    pub entries: Vec<ListEntry>,
}

/// One line of a list: spellings, and the value they stand for.
#[derive(Clone, Debug)]
pub struct ListEntry {
    /// Spellings, each of one word or more; of a verb list, base forms whose first word is inflected.
    pub aliases: Vec<Ident>,
    /// What they stand for; the first spelling itself where nothing is said.
    pub value: Option<Ident>,
}

/// A named piece of pattern.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Its name.
    pub name: Ident,
    /// The pattern.
    pub seq: Seq,
}

/// A kind of fact that users declare.
#[derive(Clone, Debug)]
pub struct Kind {
    /// Its name.
    pub name: Ident,
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

/// A field of a kind.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: Ident,
    /// Whether it holds a list.
    pub list: bool,
    /// A class's name, or an enum's values (`high | low`).
    pub options: Vec<Ident>,
}

/// A rule.
#[derive(Clone, Debug, Default)]
pub struct Rule {
    /// `draft rule …`: read and checked, but it gives no facts outside its own examples.
    pub draft: bool,
    /// Its name.
    pub name: Ident,
    /// `gives`, else `adds to`.
    pub gives: bool,
    /// The kind of fact.
    pub kind: Ident,
    /// `find …` alternatives: each is tried.
    pub finds: Vec<Seq>,
    /// `then each line …`, `then each item …`
    pub then: Vec<Then>,
    /// `unless …`
    pub unless: Vec<Unless>,
    /// `over NAME`
    pub over: Vec<Ident>,
    /// `give FIELD = VALUE`
    pub give: Vec<(Ident, Ident)>,
    /// `yes`, `no`, `todo …`
    pub examples: Vec<Example>,
    /// `note TEXT`
    pub notes: Vec<String>,
    /// From `rule` to the end of its last clause.
    pub at: At,
    /// Whether some clause of it could not be read: what is missing then makes no second error.
    pub unread: bool,
}

/// What is read under a list head.
#[derive(Clone, Debug)]
pub struct Then {
    /// `each line`, else `each item`.
    pub line: bool,
    /// The pattern of one line or item.
    pub seq: Seq,
    /// Where its first word stands.
    pub at: At,
}

/// Where a match must not stand.
#[derive(Clone, Debug)]
pub struct Unless {
    /// Which side.
    pub side: Side,
    /// What must not be there.
    pub seq: Seq,
}

/// A side of a match.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Right before its first token.
    After,
    /// Right after its last token.
    Before,
    /// Anywhere in it.
    Inside,
}

impl Side {
    /// All sides.
    pub const ALL: &[Side] = &[Side::After, Side::Before, Side::Inside];

    /// Its word.
    pub const fn name(self) -> &'static str {
        match self {
            Side::After => "after",
            Side::Before => "before",
            Side::Inside => "inside",
        }
    }
}

/// A sequence of elements.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Seq {
    /// In order.
    pub elements: Vec<Element>,
}

/// One element and how often it may come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Element {
    /// What.
    pub prim: Prim,
    /// How often.
    pub repeat: Repeat,
    /// Where it stands.
    pub at: At,
}

/// How often an element may come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Repeat {
    /// Once.
    One,
    /// `?`
    Optional,
    /// `*`
    Star,
    /// `+`
    Plus,
}

/// The forms of an element.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Prim {
    /// A bare word.
    Word(String),
    /// A quoted mark or text.
    String(String),
    /// `( a | b )`
    Group(Vec<Seq>),
    /// `{…}`
    Hole(Hole),
    /// `!x`
    Not(Box<Prim>),
    /// `...`
    Gap,
}

/// A hole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hole {
    /// The field, dotted where nested (`change.direction`); none in `{name}`.
    pub field: Option<Ident>,
    /// What comes before the classes.
    pub mode: Mode,
    /// A union of classes, lists, phrases or kinds.
    pub classes: Vec<Ident>,
}

/// What comes before a hole's classes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Mode {
    /// Nothing: one value.
    One,
    /// `list of`: one list field.
    List,
    /// `each of`: one fact an item.
    Each,
    /// `active`, of a verb list.
    Active,
    /// `passive`, of a verb list.
    Passive,
}

/// An example.
#[derive(Clone, Debug)]
pub struct Example {
    /// `todo`: known not to work yet.
    pub todo: bool,
    /// `yes`, else `no`.
    pub yes: bool,
    /// `on 2024-03-14`: the day of publication.
    pub on: Option<Ident>,
    /// The text without its marks.
    pub text: String,
    /// The marks, in order of their opening.
    pub marks: Vec<Mark>,
    /// After the sentence: `status = not_signed`.
    pub fields: Vec<(Ident, Ident)>,
    /// Where it stands.
    pub at: At,
}

/// A marked capture in an example.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The field.
    pub field: Ident,
    /// Bytes of [`Example::text`].
    pub span: Span,
    /// The normalised value; of a list, parted by `;`.
    pub value: Option<Ident>,
}
