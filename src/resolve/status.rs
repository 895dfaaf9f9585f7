//! What verb, polarity and modality say together: one table, `lexicon/status.tsv`.

use rustc_hash::FxHashMap;

use crate::fact::{DocumentStatus, MembershipEvent, MembershipStatus, Modality, Polarity};
use crate::lexicon::{Catalog, Lexicon};

/// The table, ready for look-ups.
pub struct StatusTable {
    rows: FxHashMap<String, Row>,
}

#[derive(Clone)]
struct Row {
    status: String,
    event: String,
    interval: String,
}

/// Which end of an interval a date beside the verb is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// It began then.
    Since,
    /// It ended then.
    Until,
}

/// What a membership's words say together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// As what.
    pub status: MembershipStatus,
    /// What happened.
    pub event: Option<MembershipEvent>,
    /// Which end a date is.
    pub end: End,
}

impl StatusTable {
    /// Reads the table of a lexicon.
    pub fn new(lexicon: &Lexicon) -> StatusTable {
        let table = lexicon.table(Catalog::Status);
        let row = |at| Row {
            status: table.get(at, "status").to_owned(),
            event: table.get(at, "event").to_owned(),
            interval: table.get(at, "interval").to_owned(),
        };
        StatusTable { rows: (0..table.len()).map(|at| (table.cell(at, 0).to_owned(), row(at))).collect() }
    }

    /// The status of a document's event. A verb that the table does not name is its own status.
    pub fn document(&self, verb: &str, polarity: Polarity, modality: Modality) -> DocumentStatus {
        let named = self.row("document", verb, polarity, modality).map_or(verb, |row| row.status.as_str());
        DocumentStatus::parse(named).unwrap_or(DocumentStatus::Mentioned)
    }

    /// What a membership's verb or standing says.
    pub fn membership(&self, verb: &str, polarity: Polarity, modality: Modality) -> Option<Standing> {
        let row = self.row("membership", verb, polarity, modality);
        let status = MembershipStatus::parse(row.map_or(verb, |row| row.status.as_str()))?;
        let event = row.and_then(|row| MembershipEvent::parse(&row.event));
        let end = if row.is_some_and(|row| row.interval == "until") { End::Until } else { End::Since };
        Some(Standing { status, event, end })
    }

    /// The row that fits best: polarity and modality named, then polarity alone, then modality alone, then neither.
    fn row(&self, kind: &str, verb: &str, polarity: Polarity, modality: Modality) -> Option<&Row> {
        let (polarity, modality) = (polarity.as_str(), modality.as_str());
        [(polarity, modality), (polarity, "*"), ("*", modality), ("*", "*")]
            .iter()
            .find_map(|(polarity, modality)| self.rows.get(&format!("{kind}:{verb}:{polarity}:{modality}")))
    }
}

/// How far on in its life a document is: the furthest event gives its status. What was not signed or is only
/// planned comes before everything that did happen.
pub fn progress(status: DocumentStatus) -> usize {
    use DocumentStatus::*;
    const ORDER: &[DocumentStatus] = &[
        Mentioned, Proposed, Negotiated, ToBeSigned, NotSigned, Initialled, Adopted, Signed, Exchanged,
        Approved, Ratified, Acceded, Deposited, InForce, Extended, Amended, Suspended, Withdrawn, Expired,
        Terminated,
    ];
    ORDER.iter().position(|known| *known == status).unwrap_or(0)
}
