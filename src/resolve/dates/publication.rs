//! The day of publication, where the article itself tells it.

use super::infer;
use crate::fact::{Published, PublishedSource};
use crate::token::{Block, BlockKind, keyword};
use crate::value::date::{DateValue, Expr, Part, Point, When, Year};
use crate::value::{Page, Values};

/// The day of publication: what is given, else what the dateline says, else what two mentions force.
pub fn publication(page: &Page, values: &Values, given: Option<Published>) -> Option<Published> {
    given.or_else(|| dateline(page, values)).or_else(|| infer::infer(page, values))
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
