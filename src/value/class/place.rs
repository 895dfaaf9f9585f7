//! Places: a name of one, with the venue in it and the region or state that it lies in.

use super::{Reading, Value};
use crate::fact::PartyKind;
use crate::token::keyword as k;
use crate::value::name::{Name, NameKind};
use crate::value::{Page, Values};

/// 'Osh', 'the Ak Orda palace in Astana', 'Kulob, Tajikistan': the value is the first name.
pub(super) fn read(page: &Page, values: &Values, at: u32, end: u32) -> Option<Reading> {
    let (index, first) = values.names.at(at).filter(|(_, name)| is_place(name))?;
    let mut last = first.tokens.end;
    let mut inner = first;
    while let Some(outer) = outer(page, values, inner, last, end) {
        last = outer.tokens.end;
        inner = outer;
    }
    Some(Reading::of(at..last, Value::Name(index)))
}

/// The place that follows and holds the one before it: 'in Astana' after a venue, ', Tajikistan' after a city.
fn outer<'v>(page: &Page, values: &'v Values, inner: &Name, at: u32, end: u32) -> Option<&'v Name> {
    let joins = match page.word(at) {
        k::IN => inner.kind == NameKind::Venue,
        k::COMMA => inner.kind != NameKind::Party(PartyKind::State),
        _ => false,
    };
    let start = at + 1 + u32::from(page.word(at + 1) == k::THE);
    let (_, name) = values.names.at(start).filter(|_| joins)?;
    let wider = is_place(name)
        && name.kind != NameKind::Venue
        && (page.word(at) == k::IN || closes(page, values, inner, name));
    (wider && name.tokens.end <= end).then_some(name)
}

/// Whether a name after a comma says where the place lies and does not go on a list: a mark or the end
/// follows, or both are of one state.
fn closes(page: &Page, values: &Values, inner: &Name, name: &Name) -> bool {
    if inner.country.is_some() {
        return inner.country == name.country;
    }
    let listed = page.word(name.tokens.end) == k::AND && values.names.at(name.tokens.end + 1).is_some();
    matches!(name.kind, NameKind::Party(PartyKind::State | PartyKind::Subnational)) && !listed
}

fn is_place(name: &Name) -> bool {
    matches!(
        name.kind,
        NameKind::Place | NameKind::Venue | NameKind::Party(PartyKind::State | PartyKind::Subnational)
    )
}
