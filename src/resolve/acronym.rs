//! What an acronym stands for that means several things: the kind of the member decides, or nobody.

use super::entity;
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::value::Page;
use crate::value::name::Name;

/// The one row of the table of organisations that an unknown name can be short for, given who is said to be a
/// member: of 'EC', for a state, the Community and not the Commission.
pub(super) fn meant(page: &Page, name: &Name, member: PartyKind) -> Option<usize> {
    if name.organisation.is_some() || name.learnt.is_some() || entity::party_kind(name) != PartyKind::Unknown
    {
        return None;
    }
    let table = page.lexicon.table(Catalog::Organisations);
    let column = table.column("ambiguous")?;
    let text = page.slice(&name.core);
    let fits = |row: &usize| {
        table.spellings(*row, column).any(|short| short == text)
            && table.get(*row, "members_kind") == member.as_str()
    };
    let mut rows = (0..table.len()).filter(fits);
    rows.next().filter(|_| rows.next().is_none())
}
