//! Mentions of documents: type, title, subject, parties.
//!
//! Only a type word starts anything; from it the mention grows to the left over modifiers and to the
//! right over title, subject and parties.

mod left;
mod party;
mod pronoun;
mod right;
mod scope;
mod sense;
mod subject;
#[cfg(test)]
mod tests;
mod title;
mod words;

use rustc_hash::FxHashMap;

use super::{Found, Page, Placed, Values};
use crate::fact::{DocumentType, RelationType};
use crate::token::{BlockKind, Sentence, Shape, Tokens, keyword};
use left::Left;
use right::Right;
use scope::Scope;
use words::{Start, TypeWord};

/// The spelling of mentions without a type word: 'the one with Oman'.
pub const ELLIPTIC: &str = "document/one";

/// A mention of a document, or of a group of them.
#[derive(Clone, Debug)]
pub struct DocumentMention {
    /// The whole mention: 'Memorandum of understanding (MoU) on cooperation between A and B'. Without a leading article.
    pub tokens: Tokens,
    /// The spelling that read it: `document/title`.
    pub rule: &'static str,
    /// Its type.
    pub kind: DocumentType,
    /// The words of the type.
    pub type_tokens: Tokens,
    /// Its own name, where it has one (a capitalised title, or one in quotes).
    pub title: Option<Tokens>,
    /// What it is about.
    pub subject: Option<Tokens>,
    /// Its parties: each the tokens at which a name, a reference or a demonym is found. The owner in 'India's
    /// agreement' is one, and stands before the mention.
    pub parties: Vec<Tokens>,
    /// How many: 3 of 'three cooperation documents', 2 of 'two MOUs'.
    pub count: Option<u64>,
    /// The figure that is the count: index of [`Values::quantities`].
    pub count_of: Option<usize>,
    /// Whether it speaks of more than one.
    pub plural: bool,
    /// Whether it is only a reference to one named before ('the document', 'the deal', 'it').
    pub definite: bool,
    /// The mention that it stands for, if it is but a pronoun: 'it'.
    pub stands_for: Option<usize>,
    /// Whether its words have an everyday sense too, so that it counts only where a rule says that it was
    /// signed or the like.
    pub weak: bool,
    /// The acronym that it gives itself in brackets: 'CEPA'.
    pub acronym: Option<Tokens>,
    /// A year or day inside: 'the 2010 gas contract', 'dated 4 June 1998': index of [`Values::dates`].
    pub date: Option<usize>,
    /// The amount: index of [`Values::quantities`].
    pub amount: Option<usize>,
    /// For how long it provides: index of [`Values::dates`].
    pub validity: Option<usize>,
    /// Until when it provides: index of [`Values::dates`].
    pub until: Option<usize>,
    /// Other documents that it bears on: how, and their tokens.
    pub relations: Vec<(RelationType, Tokens)>,
}

impl Placed for DocumentMention {
    fn tokens(&self) -> Tokens {
        self.tokens.clone()
    }
}

/// All mentions of a page.
pub fn read(page: &Page, values: &Values) -> Found<DocumentMention> {
    let known: Vec<TypeWord> =
        values.names.all().iter().filter_map(|name| words::named(page, name)).collect();
    let mut reader =
        Reader { page, values, known: &known, acronyms: FxHashMap::default(), mentions: Vec::new() };
    for sentence in page.sentences {
        reader.sentence(sentence);
    }
    Found::new(reader.mentions)
}

/// The way through a page.
struct Reader<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    /// Documents that the table of organisations knows by name, in order.
    known: &'a [TypeWord],
    /// Acronyms that documents gave themselves so far.
    acronyms: FxHashMap<&'a str, DocumentType>,
    mentions: Vec<DocumentMention>,
}

impl<'a> Reader<'a> {
    fn sentence(&mut self, sentence: &Sentence) {
        let mut scope = self.scope(sentence);
        let mut at = scope.start;
        while at < scope.end {
            at = match scope.begins(at).or_else(|| self.learnt(at)) {
                None => self.anaphor(&mut scope, at),
                Some(Start::Never(end)) => end,
                Some(Start::Type(kind)) => match mention(&scope, &kind) {
                    Some(mention) => {
                        scope.floor = mention.tokens.end;
                        self.push(mention);
                        scope.floor
                    }
                    None => kind.tokens.end,
                },
            };
        }
    }

    /// One past what stands at a token for a document named just before: 'it', 'the one with Oman'; else the next token.
    fn anaphor(&mut self, scope: &mut Scope<'a>, at: u32) -> u32 {
        let Some(mention) = pronoun::read(scope, at, &self.mentions) else { return at + 1 };
        scope.floor = mention.tokens.end;
        self.mentions.push(mention);
        scope.floor
    }

    fn scope(&self, sentence: &Sentence) -> Scope<'a> {
        let block = self.page.blocks.get(sentence.block as usize);
        let headline = block.is_some_and(|block| block.kind == BlockKind::Headline);
        let Tokens { start, end } = sentence.tokens;
        Scope {
            page: self.page,
            values: self.values,
            floor: start,
            start,
            end,
            headline,
            known: self.known,
            depth: 0,
        }
    }

    fn push(&mut self, mention: DocumentMention) {
        if let Some(acronym) = mention.acronym.as_ref().filter(|_| mention.title.is_some()) {
            self.acronyms.insert(self.page.slice(acronym), mention.kind);
        }
        self.mentions.push(mention);
    }

    /// An acronym that a document before gave itself: 'Economic Partnership Agreement (EPA) … the EPA'.
    fn learnt(&self, at: u32) -> Option<Start> {
        if self.acronyms.is_empty() {
            return None;
        }
        self.page.token(at).filter(|token| matches!(token.shape, Shape::Upper | Shape::Mixed))?;
        let kind = *self.acronyms.get(self.page.str(at))?;
        Some(Start::Type(TypeWord { tokens: at..at + 1, kind, plural: false, weak: false, named: true }))
    }
}

/// The document that another one bears on: the first type word from a token on, with no end of a phrase before it.
fn nested(scope: &Scope, from: u32) -> Option<DocumentMention> {
    const NEAR: u32 = 14;
    if scope.depth >= 3 {
        return None;
    }
    let inner = Scope { floor: scope.skip_article(from), depth: scope.depth + 1, ..*scope };
    for at in from..scope.end.min(from + NEAR) {
        if let Some(Start::Type(kind)) = scope.begins(at) {
            return mention(&inner, &kind);
        }
        if words::ends_phrase(scope.word(at)) || scope.word(at) == keyword::COMMA {
            return None;
        }
    }
    None
}

/// The mention around a type word.
fn mention(scope: &Scope, kind: &TypeWord) -> Option<DocumentMention> {
    if !kind.named && sense::is_part_of_name(scope, kind) {
        return None;
    }
    let left = left::read(scope, kind);
    let quote = opening_quote(scope, &left, kind);
    let title = quote.filter(|(open, _)| scope.is_capital(open + 1));
    let set = left.start == scope.start
        || (left.determiner.is_some() && left.start == scope.start + 1)
        || title.is_some();
    let right = match quote {
        Some((_, close)) => quoted(scope, kind, close),
        None => right::read(scope, kind, coupled(scope, kind, set), set),
    };
    if sense::is_none(scope, kind, &left, &right) {
        return None;
    }
    let title =
        title.map(|(open, close)| open + 1..close).or_else(|| title::read(scope, kind, &left, &right));
    let tokens = quote.map_or(left.start, |(open, _)| open)..right.end;
    Some(build(scope, kind, left, right, title, tokens))
}

/// One past the types of one document that has several: 'Agreement and Exchange of Notes between',
/// 'Agreement in the form of an Exchange of Letters'.
fn coupled(scope: &Scope, kind: &TypeWord, set: bool) -> u32 {
    let end = kind.tokens.end;
    let form = matches!(words::link(scope.page, end), Some((_, words::Link::Form)));
    if !set || !(form || scope.word(end) == keyword::AND) {
        return end;
    }
    let first = words::link(scope.page, end).map_or(end + 1, |(after, _)| after);
    let mut at = first;
    while scope.is_capital(at) && at < first + 4 {
        if let Some(Start::Type(second)) = scope.begins(at) {
            return second.tokens.end;
        }
        at += 1;
    }
    end
}

/// The quotation marks around a title, or a mere phrase ('a "mutual recognition pact" with'), that begins with this
/// mention.
fn opening_quote(scope: &Scope, left: &Left, kind: &TypeWord) -> Option<(u32, u32)> {
    let open = left.start.checked_sub(1).filter(|&at| at >= scope.floor)?;
    let close = scope.closing_quote(open, 40)?;
    let inside = open + 1..close;
    let whole = kind.tokens.end == close || scope.is_capital(open + 1) && kind.tokens.end < close;
    let speech =
        inside.into_iter().any(|at| words::ends_phrase(scope.word(at)) && scope.word(at) != keyword::BY);
    (whole && !speech).then_some((open, close))
}

/// What stands in and after the quotation marks.
fn quoted(scope: &Scope, kind: &TypeWord, close: u32) -> Right {
    let inner = Scope { end: close, ..*scope };
    let inside = right::read(&inner, kind, kind.tokens.end, true);
    let mut after = right::read(scope, kind, close + 1, false);
    after.subject = inside.subject.or(after.subject);
    after.relations.extend(inside.relations);
    if after.parties.is_empty() {
        after.parties = inside.parties;
    }
    after.date = inside.date.or(after.date);
    after
}

fn build(
    scope: &Scope,
    kind: &TypeWord,
    left: Left,
    right: Right,
    title: Option<Tokens>,
    tokens: Tokens,
) -> DocumentMention {
    let weak = sense::is_weak(scope, kind, &left, &right, title.is_some());
    let told = left.subject.is_some() && !kind.plural;
    let subject = sense::subject(kind, &left, &right, title.as_ref());
    let mut parties = left.parties;
    parties.retain(|party| !sense::is_title_word(scope, title.as_ref(), party));
    parties.extend(right.parties);
    let definite = left.determiner.is_some_and(sense::is_definite)
        && subject.is_none()
        && !told
        && parties.is_empty()
        && title.is_none()
        && !(left.start..kind.tokens.start).any(|at| words::sets_apart(scope.page, at))
        && right.end == kind.tokens.end;
    DocumentMention {
        tokens,
        rule: rule(title.is_some(), parties.is_empty()),
        kind: kind.kind,
        type_tokens: kind.tokens.clone(),
        title,
        subject,
        parties,
        count: left.count.and_then(|index| sense::count(scope, index)),
        count_of: left.count,
        plural: kind.plural,
        definite,
        stands_for: None,
        weak,
        acronym: right.gloss,
        date: left.date.or(right.date),
        amount: left.amount.or(right.amount),
        validity: left.validity,
        until: right.until,
        relations: right.relations,
    }
}

/// The name of the spelling.
fn rule(titled: bool, alone: bool) -> &'static str {
    match (titled, alone) {
        (true, _) => "document/title",
        (false, false) => "document/parties",
        (false, true) => "document/type",
    }
}
