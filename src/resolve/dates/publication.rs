//! The day of publication, where the article itself tells it.

use super::infer;
use crate::fact::{Published, PublishedSource};
use crate::lexicon::time::Term;
use crate::token::{Block, BlockKind, Sentence, Shape, keyword};
use crate::value::date::{DateValue, Expr, Part, Point, When, Year};
use crate::value::{Page, Values};

/// The day of publication: what is given, else what the dateline says, else a line of its own near the beginning or at the
/// end, else what two mentions force.
pub fn publication(page: &Page, values: &Values, given: Option<Published>) -> Option<Published> {
    given
        .or_else(|| dateline(page, values))
        .or_else(|| line(page, values))
        .or_else(|| infer::infer(page, values))
}

/// How many sentences from the beginning a line with the day may stand, and how long it may be.
const FIRST: usize = 4;
const LINE: u32 = 14;

/// The day on a line of its own: 'By Ada Obi | March 14, 2024', 'Posted on 14 March 2024', at the end 'Riga, 14 March 2024'.
fn line(page: &Page, values: &Values) -> Option<Published> {
    let first = page.sentences.iter().take(FIRST);
    let value =
        first.chain(page.sentences.last()).find_map(|sentence| day_of_line(page, values, sentence))?;
    Some(Published { value, source: PublishedSource::Dateline })
}

/// The day of a sentence that has no words but names around it. A title that names a day tells of it.
fn day_of_line(page: &Page, values: &Values, sentence: &Sentence) -> Option<String> {
    let tokens = &sentence.tokens;
    if tokens.end - tokens.start > LINE {
        return None;
    }
    let (_, date) = values.dates.within(tokens).find(|(_, date)| is_full_day(date))?;
    let headline = tokens.start == 0;
    let alone = date.tokens == *tokens;
    let bare =
        (tokens.start..date.tokens.start).chain(date.tokens.end..tokens.end).all(|at| is_bare(page, at));
    (alone || bare && !headline).then(|| day(date)).flatten()
}

fn is_full_day(date: &DateValue) -> bool {
    matches!(
        date.expr,
        Expr::Point(Point { when: When::Calendar { year: Year::Said(_), part: Part::Day(..), .. }, .. })
    )
}

/// Whether a token is part of a name, a mark, a time, or a word that leads to the day.
fn is_bare(page: &Page, at: u32) -> bool {
    page.token(at).is_some_and(|token| {
        let name = matches!(token.shape, Shape::Capital | Shape::Upper | Shape::Number | Shape::Mark);
        let meridian = || page.terms(at).any(|(_, term)| matches!(term, Term::Meridian(_)));
        name || matches!(token.word, keyword::ON | keyword::BY | keyword::AT) || meridian()
    })
}

/// The day in the opening that names place and day: 'DUSHANBE, June 1 (Agency) —'. Without a year it is partial.
pub fn dateline(page: &Page, values: &Values) -> Option<Published> {
    let block = page.blocks.iter().find(|block| block.kind != BlockKind::Headline)?;
    let (_, date) = values.dates.within(&block.tokens).next()?;
    let fits = if block.kind == BlockKind::Dateline { true } else { opens(page, block, date) };
    let value = day(date).filter(|_| fits)?;
    Some(Published { value, source: PublishedSource::Dateline })
}

/// The day as far as it is said.
fn day(date: &DateValue) -> Option<String> {
    let Expr::Point(Point {
        when: When::Calendar { year, part: Part::Day(month, day), which: None }, ..
    }) = date.expr
    else {
        return None;
    };
    match year {
        Year::Said(year) => Some(format!("{year:04}-{month:02}-{day:02}")),
        Year::Unsaid => Some(format!("XXXX-{month:02}-{day:02}")),
        Year::Short(_) | Year::Which(_) => None,
    }
}

/// How long a place before the day, and an agency after it, may be.
const PLACE: u32 = 8;
const AGENCY: u32 = 8;

/// Whether only a place stands before the date and a bracket or dash soon after: the opening of an agency's report.
fn opens(page: &Page, block: &Block, date: &DateValue) -> bool {
    let place = block.tokens.start..date.tokens.start;
    let length = place.end - place.start;
    if length == 0 || length > PLACE {
        return false;
    }
    let is_place = place.clone().all(|at| {
        page.token(at).is_some_and(|t| {
            t.is_capital() || [keyword::COMMA, keyword::STOP, keyword::HYPHEN].contains(&t.word)
        })
    });
    let after = date.tokens.end..(date.tokens.end + AGENCY).min(block.tokens.end);
    use keyword::*;
    is_place
        && after
            .into_iter()
            .any(|at| [EM_DASH, EN_DASH, DOUBLE_DASH, HYPHEN, UNDERSCORE].contains(&page.word(at)))
}
