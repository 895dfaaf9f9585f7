//! From drafts to memberships: one fact of each member and each organisation.

use super::acronym;
use super::draft::{Is, MembershipDraft, Who};
use super::entity::{self, entity_of};
use super::status::{End, Standing, StatusTable};
use crate::fact::{Date, DateType, Interval, Member, Membership, MembershipEvent, Organisation, PartyKind};
use crate::lexicon::Catalog;
use crate::value::name::{self, Name};
use crate::value::{Page, Values};

/// The memberships of all drafts, in the order of the text.
pub fn finish(
    page: &Page,
    values: &Values,
    dates: &[Date],
    status: &StatusTable,
    drafts: &[MembershipDraft],
) -> Vec<Membership> {
    let finisher = Finisher { page, values, dates, status };
    let mut facts: Vec<Membership> = drafts.iter().flat_map(|draft| finisher.pairs(draft)).collect();
    facts.sort_by_key(|fact| (fact.span, fact.member.span, fact.organisation.span));
    facts
}

struct Finisher<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    dates: &'a [Date],
    status: &'a StatusTable,
}

impl Finisher<'_> {
    fn pairs(&self, draft: &MembershipDraft) -> Vec<Membership> {
        let Some(standing) = self.status.membership(&draft.status, draft.polarity, draft.modality) else {
            return Vec::new();
        };
        let mut facts = Vec::new();
        for member in &draft.members {
            for organisation in &draft.organisations {
                let same = entity_of(self.page, self.values, member)
                    == entity_of(self.page, self.values, organisation)
                    || self.is_row(member, self.row(organisation, member));
                let admitted = !same && self.admits(organisation, member, draft);
                if let (true, Some(member), Some(organisation)) =
                    (admitted, self.member(member), self.organisation(organisation, member))
                {
                    facts.push(self.fact(draft, standing, member, organisation));
                }
            }
        }
        facts
    }

    /// Whether somebody of that kind can be a member there. A person who joins a bank takes a job; one who
    /// joins a party is a member.
    fn admits(&self, organisation: &Who, member: &Who, draft: &MembershipDraft) -> bool {
        let Some(kind) = self.name(member).map(entity::party_kind) else { return true };
        let members = self.row(organisation, member).and_then(|row| self.members(row));
        if draft.is_bare && kind != PartyKind::State && !is_meant(members, kind, draft) {
            return kind == PartyKind::Person && self.is_party(organisation);
        }
        if members.is_none() && !draft.named && self.is_unknown(organisation) {
            return kind == PartyKind::State;
        }
        if kind == PartyKind::Person && draft.status == "founding_member" && self.is_business(organisation) {
            return false;
        }
        match (members, kind) {
            (Some("state"), PartyKind::Person) => draft.named && self.has_board(organisation),
            (Some("state"), _) => !is_private(kind),
            (None | Some("person" | "party"), PartyKind::Person) => {
                draft.named || self.is_party(organisation)
            }
            (Some("person"), PartyKind::Unknown) => draft.named,
            (_, PartyKind::Person) | (Some("person"), _) => false,
            _ => true,
        }
    }

    /// What the members of an organisation of the table are, where they are of one kind.
    fn members(&self, row: usize) -> Option<&str> {
        let table = self.page.lexicon.table(Catalog::Organisations);
        Some(table.get(row, "members_kind")).filter(|kind| *kind != "any")
    }

    /// The row of an organisation, which may depend on who is its member.
    fn row(&self, organisation: &Who, member: &Who) -> Option<usize> {
        let name = self.name(organisation)?;
        let kind = self.name(member).map_or(PartyKind::Unknown, entity::party_kind);
        entity::organisation(self.page, name).or_else(|| acronym::meant(self.page, name, kind))
    }

    /// Whether somebody is the organisation of a row.
    fn is_row(&self, who: &Who, row: Option<usize>) -> bool {
        row.is_some() && self.name(who).is_some_and(|name| name.organisation == row)
    }

    /// Whether persons sit in it, although its members are states: the council of a bank.
    fn has_board(&self, organisation: &Who) -> bool {
        self.name(organisation).map(entity::party_kind) == Some(PartyKind::Bank)
    }

    /// Whether it is somebody's business: who founds one is no member of it.
    fn is_business(&self, organisation: &Who) -> bool {
        let kind = self.name(organisation).map(entity::party_kind);
        matches!(kind, Some(PartyKind::Company | PartyKind::Unknown))
    }

    /// Whether nothing is known of what it is.
    fn is_unknown(&self, organisation: &Who) -> bool {
        self.name(organisation).map(entity::party_kind) == Some(PartyKind::Unknown)
    }

    fn is_party(&self, organisation: &Who) -> bool {
        let kind = self.name(organisation).map(entity::party_kind);
        matches!(kind, Some(PartyKind::Party | PartyKind::Union))
    }

    fn fact(
        &self,
        draft: &MembershipDraft,
        standing: Standing,
        member: Member,
        organisation: Organisation,
    ) -> Membership {
        let event = draft.event.as_deref().and_then(MembershipEvent::parse).or(standing.event);
        // The day that opens a sentence is that of an event, not of what simply is so.
        let by_event = |end| draft.date.filter(|_| standing.end == end && event.is_some());
        Membership {
            span: self.page.span(&draft.tokens),
            rule: draft.rule.clone(),
            member,
            organisation,
            status: standing.status,
            event,
            since: draft.since.or_else(|| by_event(End::Since)).and_then(|index| self.interval(index)),
            until: draft.until.or_else(|| by_event(End::Until)).and_then(|index| self.interval(index)),
            ordinal: draft.ordinal,
            polarity: draft.polarity,
            modality: draft.modality,
        }
    }

    fn interval(&self, index: usize) -> Option<Interval> {
        let date =
            self.dates.get(index).filter(|date| matches!(date.kind, DateType::Date | DateType::Time))?;
        Some(Interval { value: date.value.clone(), span: date.span, date: Some(index) })
    }

    fn name(&self, who: &Who) -> Option<&Name> {
        match who.is {
            Is::Name(index) => self.values.names.get(index),
            Is::Reference(_) | Is::Text => None,
        }
    }

    /// Who is a member; what refers to nobody known is nobody.
    fn member(&self, who: &Who) -> Option<Member> {
        let name = self.name(who);
        if matches!(who.is, Is::Reference(_)) {
            return None;
        }
        let tokens = name
            .filter(|_| who.source != crate::fact::Source::Coreference)
            .map_or(&who.tokens, |name| &name.core);
        Some(Member {
            span: self.page.span(tokens),
            name: name.map_or_else(|| self.text(who), |name| entity::state_name(self.page, name)),
            kind: name.map_or(PartyKind::Unknown, |name| match entity::state(self.page, name) {
                Some(_) => PartyKind::State,
                None => entity::party_kind(name),
            }),
            country: name
                .and_then(|name| name.country)
                .map(|row| name::country_code(self.page.lexicon, row).to_owned()),
            source: who.source,
        })
    }

    fn organisation(&self, who: &Who, member: &Who) -> Option<Organisation> {
        let name = self.name(who);
        if matches!(who.is, Is::Reference(_)) {
            return None;
        }
        let long = name.and_then(|name| name.learnt).and_then(|index| self.values.names.get(index)).or(name);
        let table = self.page.lexicon.table(Catalog::Organisations);
        let row = long.and_then(|name| name.organisation).or_else(|| self.row(who, member));
        let known =
            |column: &str| row.map(|row| table.get(row, column).split('|').next().unwrap_or("").to_owned());
        let written =
            long.and_then(|name| name.acronym.as_ref()).map(|tokens| self.page.slice(tokens).to_owned());
        Some(Organisation {
            span: self.page.span(&who.tokens),
            name: match row {
                Some(row) => table.get(row, "name").to_owned(),
                None => long.map_or_else(|| self.text(who), |name| name::canonical(self.page, name)),
            },
            acronym: written.or_else(|| known("acronyms")).filter(|acronym| !acronym.is_empty()),
            kind: known("kind")
                .unwrap_or_else(|| long.map_or(PartyKind::Unknown, entity::party_kind).as_str().to_owned()),
            source: who.source,
        })
    }

    fn text(&self, who: &Who) -> String {
        self.page.slice(&who.tokens).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Whether it can't be a member of what states are members of.
fn is_private(kind: PartyKind) -> bool {
    matches!(kind, PartyKind::Person | PartyKind::Company | PartyKind::Bank | PartyKind::University)
}

/// Whether somebody who is no state can be meant where no organisation is named beside: a company or the like, in
/// what is not for states and persons.
fn is_meant(members: Option<&str>, kind: PartyKind, draft: &MembershipDraft) -> bool {
    let private =
        matches!(kind, PartyKind::Company | PartyKind::University | PartyKind::Unknown | PartyKind::Bank);
    private && members.map_or(draft.named, |members| !matches!(members, "state" | "person"))
}
