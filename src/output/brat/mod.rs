//! brat's standoff format: the text as it is, and beside it entities with their attributes, notes and relations.
//!
//! Offsets count code points. An entity that goes over a line break is given in fragments, as brat wants it.

mod annotations;

use std::io;

use annotations::{Annotations, T};

use crate::batch::Done;
use crate::rule::ast::Kind;
use crate::wire::{
    Anchor, Date, Document, Field, Figure, Id, List, Membership, Person, Record, Term, UserFact,
};

/// The two files of an article.
pub(super) fn files(done: &Done) -> io::Result<Vec<(&'static str, Vec<u8>)>> {
    let text = &done.item.article.text;
    let annotations = annotate(text, &done.record);
    Ok(vec![("txt", text.clone().into_bytes()), ("ann", annotations.into_bytes())])
}

/// What brat has to know of the types: `annotation.conf`.
pub(super) fn configuration(kinds: &[Kind]) -> String {
    let own: String = kinds.iter().map(|kind| format!("{}\n", name(&kind.name.text))).collect();
    format!(
        "[entities]\n{ENTITIES}{own}\n[relations]\n{RELATIONS}<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>\n\n\
         [events]\n\n[attributes]\nNegated\tArg:<ANY>\n{}",
        attributes()
    )
}

const ENTITIES: &str = "Date\nFigure\nDocument\nParty\nPerson\nMember\nOrganisation\n";

const RELATIONS: &str = "Party\tArg1:Document, Arg2:Party\nSignatory\tArg1:Document, Arg2:Person\n\
    Witness\tArg1:Document, Arg2:Person\nWhen\tArg1:Document, Arg2:Date\nAmount\tArg1:Document, Arg2:Figure\n\
    PartOf\tArg1:Document, Arg2:Document\nMembership\tArg1:Member, Arg2:Organisation\nCountedFrom\tArg1:Date, Arg2:Date\n\
    ChangeOf\tArg1:Figure, Arg2:Figure\nPeriod\tArg1:Figure, Arg2:Date\n";

fn attributes() -> String {
    use crate::fact::{Bound, DateType, DocumentStatus, DocumentType, MembershipStatus, Modality, PartyKind};
    let line =
        |name: &str, of: &str, values: Vec<&str>| format!("{name}\tArg:{of}, Value:{}\n", values.join("|"));
    [
        line("DateType", "Date", DateType::names()),
        line("Bound", "Figure", Bound::names()),
        line("DocumentType", "Document", DocumentType::names()),
        line("Status", "Document", DocumentStatus::names()),
        line("MemberStatus", "Member", MembershipStatus::names()),
        line("Modality", "<ANY>", Modality::names()),
        line("Kind", "<ANY>", PartyKind::names()),
    ]
    .concat()
}

/// The name of a type as brat takes it.
fn name(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}

/// The annotations of an article. The record's spans count code points.
fn annotate(text: &str, record: &Record) -> String {
    let mut out = Annotations::new(text);
    let dates: Vec<T> = record.dates.iter().map(|date| self::date(&mut out, date)).collect();
    let figures: Vec<T> = record.figures.iter().map(|figure| self::figure(&mut out, figure)).collect();
    let documents: Vec<T> =
        record.documents.iter().map(|document| self::document(&mut out, document)).collect();
    let known = Known { dates, figures, documents };
    record.dates.iter().for_each(|date| known.relate_date(&mut out, date));
    record.figures.iter().for_each(|figure| known.relate_figure(&mut out, figure));
    record.documents.iter().for_each(|document| known.relate_document(&mut out, document));
    record.memberships.iter().for_each(|membership| self::membership(&mut out, membership));
    for (kind, facts) in &record.facts.0 {
        facts.iter().for_each(|fact| user(&mut out, &name(kind), fact));
    }
    out.finish()
}

fn date(out: &mut Annotations, date: &Date) -> T {
    let entity = out.entity("Date", date.span);
    out.attribute("DateType", entity, date.kind.name());
    out.note(entity, &date.value);
    entity
}

fn figure(out: &mut Annotations, figure: &Figure) -> T {
    let entity = out.entity("Figure", figure.span);
    out.attribute("Bound", entity, figure.bound.name());
    let ends = [figure.value, figure.low, figure.high];
    let mut said: Vec<String> =
        ends.iter().flatten().map(|number| number.0.normalize().to_string()).collect();
    said.dedup();
    let unit =
        figure.unit.as_ref().map(|unit| unit.code.clone().unwrap_or_else(|| unit.kind.name().to_owned()));
    out.note(entity, &format!("{} {}", said.join(" to "), unit.unwrap_or_default()));
    entity
}

fn document(out: &mut Annotations, document: &Document) -> T {
    let entity = out.entity("Document", document.span);
    out.attribute("DocumentType", entity, document.kind.name());
    out.attribute("Status", entity, document.status.name());
    out.attribute("Modality", entity, document.modality.name());
    if let Some(subject) = &document.subject {
        out.note(entity, &format!("about: {}", subject.text));
    }
    for party in &document.parties {
        let other = out.entity("Party", party.span);
        out.attribute("Kind", other, party.kind.name());
        out.note(other, &party.name);
        out.relation("Party", entity, other);
    }
    persons(out, "Signatory", entity, &document.signatories);
    persons(out, "Witness", entity, &document.witnesses);
    entity
}

fn persons(out: &mut Annotations, role: &str, document: T, persons: &[Person]) {
    for person in persons {
        let other = out.entity("Person", person.span);
        if let Some(post) = &person.post {
            out.note(other, &post.text);
        }
        out.relation(role, document, other);
    }
}

fn membership(out: &mut Annotations, membership: &Membership) {
    let member = out.entity("Member", membership.member.span);
    let organisation = out.entity("Organisation", membership.organisation.span);
    out.attribute("MemberStatus", member, membership.status.name());
    out.note(member, &membership.member.name);
    out.note(organisation, &membership.organisation.name);
    out.relation("Membership", member, organisation);
}

fn user(out: &mut Annotations, kind: &str, fact: &UserFact) {
    let entity = out.entity(kind, fact.span);
    for (field, values) in &fact.fields.0 {
        let values: &[_] = match values {
            Field::One(value) => value.as_deref().map_or(&[], std::slice::from_ref),
            Field::List(values) => values,
        };
        values.iter().for_each(|value| out.note(entity, &format!("{field}: {}", value.value)));
    }
}

/// The entities of the facts that others refer to.
struct Known {
    dates: Vec<T>,
    figures: Vec<T>,
    documents: Vec<T>,
}

impl Known {
    fn get(&self, id: Id) -> Option<T> {
        let list = match id.list {
            List::Dates => &self.dates,
            List::Figures => &self.figures,
            List::Documents => &self.documents,
            List::Memberships | List::User => return None,
        };
        list.get(id.index()).copied()
    }

    fn relate(&self, out: &mut Annotations, name: &str, from: Id, to: Option<Id>) {
        if let (Some(from), Some(to)) = (self.get(from), to.and_then(|to| self.get(to))) {
            out.relation(name, from, to);
        }
    }

    fn relate_date(&self, out: &mut Annotations, date: &Date) {
        let anchor = match date.anchor {
            Some(Anchor::Date(id)) => Some(id),
            Some(Anchor::Published) | None => None,
        };
        self.relate(out, "CountedFrom", date.id, anchor);
    }

    fn relate_figure(&self, out: &mut Annotations, figure: &Figure) {
        self.relate(out, "ChangeOf", figure.id, figure.change.and_then(|change| change.of));
        self.relate(out, "Period", figure.id, figure.period);
    }

    fn relate_document(&self, out: &mut Annotations, document: &Document) {
        self.relate(out, "When", document.id, document.date.as_ref().and_then(|date| date.date));
        self.relate(out, "PartOf", document.id, document.part_of);
        document.value.iter().for_each(|&figure| self.relate(out, "Amount", document.id, Some(figure)));
    }
}

#[cfg(test)]
mod tests;
