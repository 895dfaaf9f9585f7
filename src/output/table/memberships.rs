//! `memberships`

use super::Table;
use super::columns::{Columns, Get};
use crate::wire::{Interval, Membership};

pub(super) fn memberships() -> Table {
    let columns = Columns::<Membership>::new()
        .id(|membership| membership.id)
        .text("text", "The words that say it.", |membership| &membership.text)
        .span(|membership| membership.span)
        .text("rule", "The rule that found it.", |membership| &membership.rule)
        .text("member", "Canonical name of the member.", |membership| &membership.member.name)
        .text("member_text", "The member as written, or the words that refer to it.", |membership| {
            &membership.member.text
        })
        .maybe_span("member", |membership| Some(membership.member.span))
        .term("member_kind", "The sort of member.", |membership| membership.member.kind)
        .maybe("member_country", "ISO 3166 alpha-3.", |membership| membership.member.country.as_ref())
        .term("member_source", "How the member is known.", |membership| membership.member.source)
        .text("organisation", "Canonical name of the organisation.", |membership| {
            &membership.organisation.name
        })
        .text("organisation_text", "The organisation as written.", |membership| &membership.organisation.text)
        .maybe_span("organisation", |membership| Some(membership.organisation.span))
        .maybe("organisation_acronym", "Its acronym.", |membership| membership.organisation.acronym.as_ref())
        .text("organisation_kind", "Its sort.", |membership| &membership.organisation.kind)
        .term("organisation_source", "How the organisation is known.", |membership| {
            membership.organisation.source
        })
        .term("status", "As what the member is in it.", |membership| membership.status)
        .maybe_term("event", "What happened.", |membership| membership.event);
    let columns = interval(columns, "since", "From when.", |membership| membership.since.as_ref());
    interval(columns, "until", "Until when.", |membership| membership.until.as_ref())
        .maybe_whole("ordinal", "11 of 'the eleventh member'.", |membership| membership.ordinal)
        .term("polarity", "Whether it is said to be so.", |membership| membership.polarity)
        .term("modality", "How surely it is said.", |membership| membership.modality)
        .of_facts("memberships", "A stated membership, or a stated lack of one.", |record| {
            &record.memberships
        })
}

fn interval(
    columns: Columns<Membership>,
    prefix: &str,
    about: &str,
    get: impl Get<Membership, Interval>,
) -> Columns<Membership> {
    columns
        .maybe_with(prefix, &format!("{about} TIMEX3 value."), get, |interval| Some(&interval.value))
        .maybe_with(&format!("{prefix}_text"), "As written.", get, |interval| Some(&interval.text))
        .maybe_span(prefix, move |membership| get(membership).map(|interval| interval.span))
        .other(&format!("{prefix}_id"), "The date that it is: `dates.id`.", move |membership| {
            get(membership).and_then(|interval| interval.date)
        })
}
