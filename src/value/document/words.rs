//! The words that documents are made of, out of the tables.

use crate::fact::{DocumentType, RelationType};
use crate::lexicon::{Catalog, Hit, Origin, VerbForm};
use crate::token::{Shape, Tokens, Word, keyword};
use crate::value::Page;
use crate::value::name::Name;

/// A word that says what type of document is meant.
#[derive(Clone)]
pub(super) struct TypeWord {
    pub(super) tokens: Tokens,
    pub(super) kind: DocumentType,
    pub(super) plural: bool,
    /// Whether it has everyday senses that are no documents.
    pub(super) weak: bool,
    /// Whether it is a document's name by itself: 'NPT'.
    pub(super) named: bool,
}

/// What begins at a token.
pub(super) enum Start {
    Type(TypeWord),
    /// An everyday phrase with a type word in it, up to a token.
    Never(u32),
}

/// The type word, or the phrase that is none, that begins at a token.
pub(super) fn start(page: &Page, at: u32) -> Option<Start> {
    if page.hits.at(at).is_empty() {
        return None;
    }
    let (end, row, column) = page.hits.table(at, Catalog::DocumentTypes)?;
    let table = page.lexicon.table(Catalog::DocumentTypes);
    let Some(kind) = DocumentType::parse(table.get(row, "type")) else { return Some(Start::Never(end)) };
    if page.token(at)?.shape == Shape::Capital && end == at + 1 && !is_spelt(page, at, row, column) {
        return None;
    }
    let plural = table.column("many") == Some(usize::from(column));
    let weak = table.get(row, "use") == "weak";
    Some(Start::Type(TypeWord { tokens: at..end, kind, plural, weak, named: false }))
}

/// Whether a word with a capital is no acronym of the table in other letters: 'Pact', not 'Mou'.
fn is_spelt(page: &Page, at: u32, row: usize, column: u8) -> bool {
    let word = page.str(at);
    let mut spellings = page.lexicon.table(Catalog::DocumentTypes).spellings(row, usize::from(column));
    word.len() > 4 || spellings.any(|spelling| spelling == word || spelling == word.to_lowercase())
}

/// The document that a name of the table of organisations stands for: 'Ottawa Convention', 'NPT'.
pub(super) fn named(page: &Page, name: &Name) -> Option<TypeWord> {
    let table = page.lexicon.table(Catalog::Organisations);
    let row = name.organisation.filter(|&row| table.get(row, "kind") == "treaty")?;
    let mut nouns = table.get(row, "noun").split('|').map(|noun| noun.trim_end_matches('s'));
    let kind = nouns.find_map(DocumentType::parse).unwrap_or(DocumentType::Agreement);
    let weak = !name.core.clone().any(|at| matches!(start(page, at), Some(Start::Type(_))));
    Some(TypeWord { tokens: name.core.clone(), kind, plural: false, weak, named: true })
}

/// What a word after a document's type opens.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// Its subject.
    Topic,
    /// Another document that it bears on.
    Relation(RelationType),
    /// The type again: 'in the form of an exchange of letters'.
    Form,
    /// Which side a party is: 'of the one part'.
    Side,
    /// In whose name a party acts: 'acting on behalf of X'.
    Capacity,
    /// What it is worth.
    Worth,
    /// Nothing: the mention is over.
    End,
}

/// The longest link that begins at a token, with its end.
pub(super) fn link(page: &Page, at: u32) -> Option<(u32, Link)> {
    let (end, row, _) = page.hits.table(at, Catalog::DocumentLinks)?;
    let what = page.lexicon.table(Catalog::DocumentLinks).get(row, "use");
    let link = match (what, RelationType::parse(what)) {
        ("topic", _) => Link::Topic,
        ("form", _) => Link::Form,
        ("side", _) => Link::Side,
        ("capacity", _) => Link::Capacity,
        ("worth", _) => Link::Worth,
        (_, Some(relation)) => Link::Relation(relation),
        _ => Link::End,
    };
    Some((end, link))
}

/// Whether a word before a type says nothing of the subject: 'new', 'bilateral'.
pub(super) fn is_plain(page: &Page, at: u32) -> bool {
    modifier(page, at).is_some_and(|(_, what)| what == "plain" || what == "apart")
}

/// Whether a word says that another document is meant than the one told of: 'previous', 'separate'.
pub(super) fn sets_apart(page: &Page, at: u32) -> bool {
    modifier(page, at).is_some_and(|(_, what)| what == "apart")
}

/// One past the words at a token that say nothing of the subject, a participle ('the signed treaty') included.
pub(super) fn plain_end(page: &Page, at: u32) -> Option<u32> {
    modifier(page, at).filter(|(_, what)| *what != "subject").map(|(end, _)| end)
}

fn modifier<'a>(page: &Page<'a>, at: u32) -> Option<(u32, &'a str)> {
    let (end, row, _) = page.hits.table(at, Catalog::DocumentModifiers)?;
    Some((end, page.lexicon.table(Catalog::DocumentModifiers).get(row, "use")))
}

/// Whether a word is a verb before which a noun phrase ends and after which another begins.
pub(super) fn is_verb(page: &Page, at: u32) -> bool {
    modifier(page, at).is_some_and(|(_, what)| what == "verb")
        || has_form(page, at, |form| form != VerbForm::Base)
}

/// Whether a word is a past or participle of the verbs that rules name.
pub(super) fn is_past(page: &Page, at: u32) -> bool {
    has_form(page, at, |form| matches!(form, VerbForm::Past | VerbForm::Participle))
}

/// Whether a word is the base of a verb that rules name: 'sign', 'ink'.
pub(super) fn is_base(page: &Page, at: u32) -> bool {
    has_form(page, at, |form| form == VerbForm::Base)
}

/// Whether a word is a form of a verb that the built-in rules name, and none of the nouns ('trade', 'cut') that stand before documents.
fn has_form(page: &Page, at: u32, wanted: impl Fn(VerbForm) -> bool) -> bool {
    let noun = || modifier(page, at).is_some_and(|(end, what)| what == "subject" && end == at + 1);
    let is_verb = |hit: &Hit| match hit.entry.origin {
        Origin::Verbs(list, form) => wanted(form) && page.lexicon.has_own_verbs(list),
        Origin::Table(..) | Origin::Words(_) => false,
    };
    page.hits.at(at).iter().any(is_verb) && !noun()
}

/// Whether a type word before this word only qualifies it: 'contract talks'.
pub(super) fn is_follower(page: &Page, at: u32) -> bool {
    page.hits.table(at, Catalog::DocumentFollowers).is_some()
}

/// Whether a word after 'to' is a verb, so that a noun phrase before it is over.
pub(super) fn is_infinitive(page: &Page, at: u32) -> bool {
    page.hits.table(at, Catalog::Infinitives).is_some()
}

/// Whether a word is one of the closed classes, or a mark among the keywords.
pub(super) fn is_function(word: Word) -> bool {
    word != Word::UNKNOWN && word.0 as usize <= keyword::ALL.len()
}

/// Whether a token is a word that carries meaning.
pub(super) fn is_content(page: &Page, at: u32) -> bool {
    page.token(at).is_some_and(|token| token.is_word() && !is_function(token.word))
}

/// Articles and other words that open a noun phrase.
pub(super) fn is_determiner(word: Word) -> bool {
    use keyword::*;
    const DETERMINERS: &[Word] = &[
        A, AN, THE, THIS, THAT, THESE, THOSE, ITS, THEIR, HIS, HER, OUR, ANY, SOME, NO, ANOTHER, SUCH, EACH,
        EVERY, ALL_, BOTH, SEVERAL, MANY, FEW, OTHER, MORE, S,
    ];
    DETERMINERS.contains(&word)
}

/// Words after which a sentence goes on with its verb: they end whatever noun phrase stands before.
pub(super) fn ends_phrase(word: Word) -> bool {
    use keyword::*;
    const ENDS: &[Word] = &[
        IS, ARE, WAS, WERE, BE, BEEN, BEING, HAS, HAVE, HAD, HAVING, DO, DOES, DID, WILL, WOULD, SHALL,
        SHOULD, CAN, COULD, MAY, MIGHT, MUST, NOT, WHO, WHOM, WHICH, WHAT, THAT, IF, WHEN, WHILE, WHERE,
        BECAUSE, BUT, IT, HE, SHE, THEY, WE, YOU, THEM, AFTER, BEFORE, DURING, SINCE, UNTIL, TILL, THAN, VIA,
        AS, BY, AT, THROUGH, WITHOUT, AGAINST,
    ];
    ENDS.contains(&word)
}
