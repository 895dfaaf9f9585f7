//! Cues: what the table of auxiliaries, control verbs and adverbs says of a token.

use crate::fact::Modality;
use crate::lexicon::{Catalog, Origin, Table, VerbForm};
use crate::token::Shape;
use crate::value::Page;

/// What form may come next in a group.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Next {
    /// Nothing was read yet.
    Start,
    /// `sign`, after 'will'
    Base,
    /// `signed`, after 'has'
    Participle,
    /// `signing` or `signed`, after 'is'
    Be,
    /// `signed`, after 'got'
    Passive,
    /// `signing`, after 'without'
    Gerund,
    /// `signing` as a noun, after 'ready for'
    Nominal,
}

/// The columns of the table that hold surfaces, by their index.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Column {
    Form(VerbForm),
    Predicate,
    Adverb,
    Start,
}

const COLUMNS: [Column; 9] = [
    Column::Adverb, // of the name, which is no surface
    Column::Form(VerbForm::Base),
    Column::Form(VerbForm::Third),
    Column::Form(VerbForm::Past),
    Column::Form(VerbForm::Participle),
    Column::Form(VerbForm::Gerund),
    Column::Predicate,
    Column::Adverb,
    Column::Start,
];
const NEXT: usize = 9;
const NEGATES: usize = 10;
const MODALITY: usize = 11;

impl Next {
    fn admits(self, column: Column) -> bool {
        use VerbForm::{Base, Gerund, Participle, Past, Third};
        match (self, column) {
            (_, Column::Adverb) => true,
            (Next::Start, Column::Form(form)) => matches!(form, Third | Past | Gerund),
            (Next::Start, Column::Predicate | Column::Start) => true,
            (Next::Base, Column::Form(form)) => form == Base,
            (Next::Participle, Column::Form(form)) => form == Participle,
            (Next::Be, Column::Form(form)) => matches!(form, Gerund | Participle),
            (Next::Gerund, Column::Form(form)) => form == Gerund,
            (Next::Be | Next::Passive, Column::Predicate) => true,
            _ => false,
        }
    }

    fn parse(name: &str) -> Option<Next> {
        Some(match name {
            "base" => Next::Base,
            "participle" => Next::Participle,
            "be" => Next::Be,
            "passive" => Next::Passive,
            "gerund" => Next::Gerund,
            "nominal" => Next::Nominal,
            _ => return None,
        })
    }
}

/// A cue read at some token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// One past its last token.
    pub end: u32,
    /// What may follow it; an adverb changes nothing.
    pub next: Option<Next>,
    /// Whether it negates.
    pub negates: bool,
    /// How sure it makes what follows.
    pub modality: Modality,
}

/// The cues that begin at a token and that `state` admits, longest first.
pub(super) fn cues<'a>(page: &'a Page, at: u32, state: Next) -> impl Iterator<Item = Cue> + 'a {
    let table = page.lexicon.table(Catalog::VerbCues);
    let listed = page.hits.at(at).iter().rev().filter_map(move |hit| match hit.entry.origin {
        Origin::Table(Catalog::VerbCues, column) if state.admits(COLUMNS[usize::from(column)]) => {
            Some(cue(table, hit.entry.row as usize, hit.end))
        }
        _ => None,
    });
    let manner = is_manner(page, at).then_some(Cue {
        end: at + 1,
        next: None,
        negates: false,
        modality: Modality::Asserted,
    });
    listed.chain(manner)
}

fn cue(table: &Table, row: usize, end: u32) -> Cue {
    Cue {
        end,
        next: Next::parse(table.cell(row, NEXT)),
        negates: !table.cell(row, NEGATES).is_empty(),
        modality: Modality::parse(table.cell(row, MODALITY)).unwrap_or(Modality::Asserted),
    }
}

/// What stands before a group.
pub(super) struct Before {
    /// The token before it, adverbs skipped; none at the start of the text.
    pub last: Option<u32>,
    /// What a cue that ends there asks for: what stands here may be inside its group.
    pub asks: Option<Next>,
    /// Whether a cue begins before and reaches over the start: 'refused to', at 'to'.
    pub spanned: bool,
}

/// Looks back from a token.
pub(super) fn before(page: &Page, at: u32) -> Before {
    let spanned = (at.saturating_sub(LONGEST)..at).any(|start| {
        page.hits
            .at(start)
            .iter()
            .any(|hit| hit.end > at && matches!(hit.entry.origin, Origin::Table(Catalog::VerbCues, _)))
    });
    let mut end = at;
    for _ in 0..LONGEST {
        match (end.saturating_sub(LONGEST)..end).find_map(|start| cue_between(page, start, end)) {
            Some(None) => end -= 1,
            asks => return Before { last: end.checked_sub(1), asks: asks.flatten(), spanned },
        }
    }
    Before { last: end.checked_sub(1), asks: None, spanned }
}

/// The longest cue that is looked back for, in tokens.
const LONGEST: u32 = 4;

/// What the cue of exactly these tokens asks for; `None` where there is none, `Some(None)` for an adverb.
fn cue_between(page: &Page, start: u32, end: u32) -> Option<Option<Next>> {
    let table = page.lexicon.table(Catalog::VerbCues);
    let mut found = None;
    for hit in page.hits.at(start).iter().filter(|hit| hit.end == end) {
        if let Origin::Table(Catalog::VerbCues, _) = hit.entry.origin {
            let next = Next::parse(table.cell(hit.entry.row as usize, NEXT));
            if next.is_some() || end == start + 1 {
                found = Some(next);
            }
        }
    }
    found.or_else(|| (end == start + 1 && is_manner(page, start)).then_some(None))
}

/// Whether these tokens are a form of 'be'.
pub(super) fn is_copula(page: &Page, start: u32, end: u32) -> bool {
    cue_between(page, start, end) == Some(Some(Next::Be))
}

/// 'formally', 'jointly'
fn is_manner(page: &Page, at: u32) -> bool {
    page.token(at).is_some_and(|token| token.shape == Shape::Lower && token.span.len() > 4)
        && page.str(at).ends_with("ly")
}

/// Whether a form of an auxiliary or control verb that makes a sentence stands here: 'was', 'agreed to'.
pub fn is_finite(page: &Page, at: u32) -> bool {
    page.hits.at(at).iter().any(|hit| match hit.entry.origin {
        Origin::Table(Catalog::VerbCues, column) => {
            matches!(COLUMNS[usize::from(column)], Column::Form(VerbForm::Third | VerbForm::Past))
        }
        _ => false,
    })
}
