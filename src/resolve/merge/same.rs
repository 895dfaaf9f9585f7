//! Whether two mentions are of one document.

use crate::fact::{Date, DocumentStatus, DocumentType};
use crate::resolve::draft::{DocumentDraft, EventDraft};
use crate::resolve::entity::{Entity, entity_of};
use crate::token::{BlockKind, Shape, Tokens, Word, keyword as k};
use crate::value::document::ELLIPTIC;
use crate::value::{Page, Values};

/// How many sentences 'the agreement' looks back.
const REACH: usize = 20;
/// How many sentences the second naming of a group looks back.
const GROUP_REACH: usize = 6;

/// What tells a document from others.
pub(super) struct Known {
    sentence: usize,
    /// Whether a headline names it.
    headline: bool,
    /// Whether it is brought up as new: 'a treaty', 'another deal'.
    new: bool,
    /// Whether it is told of without a word of its own: 'a new one'.
    elliptic: bool,
    parties: Vec<Entity>,
    subject: Vec<Word>,
    subject_text: String,
    title: String,
    /// What happened to it.
    told: Vec<DocumentStatus>,
    /// Days on which something happened to it.
    days: Vec<(DocumentStatus, String)>,
}

impl Known {
    pub(super) fn new(page: &Page, values: &Values, dates: &[Date], draft: &DocumentDraft) -> Known {
        let mut parties: Vec<Entity> =
            draft.parties.iter().filter_map(|who| entity_of(page, values, who)).collect();
        parties.sort();
        parties.dedup();
        let text =
            |tokens: &Option<Tokens>| tokens.as_ref().map_or(String::new(), |tokens| normal(page, tokens));
        let subject = draft.subject.clone().unwrap_or(0..0);
        let sentence = page.sentence_at(draft.tokens.start).unwrap_or(0);
        let block =
            page.sentences.get(sentence).and_then(|sentence| page.blocks.get(sentence.block as usize));
        Known {
            sentence,
            headline: block.is_some_and(|block| block.kind == BlockKind::Headline),
            new: is_new(page, &draft.tokens),
            elliptic: draft.rules.first().is_some_and(|rule| rule == ELLIPTIC),
            parties,
            subject: subject.map(|at| page.word(at)).collect(),
            subject_text: text(&draft.subject),
            title: text(&draft.title),
            told: draft.events.iter().map(|event| event.status).collect(),
            days: draft.events.iter().filter_map(|event| day(dates, event)).collect(),
        }
    }

    /// Whether the parties of one are among those of the other.
    fn parties_agree(&self, other: &Known) -> bool {
        let all = |few: &[Entity], many: &[Entity]| few.iter().all(|party| many.contains(party));
        all(&self.parties, &other.parties) || all(&other.parties, &self.parties)
    }

    /// Whether the same is told of two days.
    fn days_differ(&self, other: &Known) -> bool {
        let differs = |(status, day): &(DocumentStatus, String)| {
            other.days.iter().any(|(other, other_day)| status == other && day != other_day)
        };
        self.days.iter().any(differs)
    }

    /// Whether all that is dated happened in other years.
    fn years_differ(&self, other: &Known) -> bool {
        let year = |(_, day): &(DocumentStatus, String)| day.get(..4).map(str::to_owned);
        let shares = |day| other.days.iter().any(|other| year(other) == year(day));
        !self.days.is_empty() && !other.days.is_empty() && !self.days.iter().any(shares)
    }

    /// Whether the same is told of both.
    fn happens_with(&self, other: &Known) -> bool {
        self.told.iter().any(|status| other.told.contains(status))
    }

    fn shares_party(&self, other: &Known) -> bool {
        self.parties.iter().any(|party| other.parties.contains(party))
    }
}

fn day(dates: &[Date], event: &EventDraft) -> Option<(DocumentStatus, String)> {
    let (index, _) = event.date?;
    Some((event.status, dates.get(index)?.value.clone()))
}

/// Whether an article or the like brings something new up: 'a', 'another', 'its own'.
fn is_new(page: &Page, tokens: &Tokens) -> bool {
    if page.str(tokens.start) == "own" {
        return true;
    }
    let opens = |at: u32| matches!(page.word(at), k::A | k::AN | k::ANOTHER);
    opens(tokens.start) || tokens.start > 0 && opens(tokens.start - 1)
}

/// Small letters, without articles: how subjects and titles are compared.
fn normal(page: &Page, tokens: &Tokens) -> String {
    let words = tokens.clone().filter(|&at| page.token(at).is_some_and(|token| token.shape != Shape::Mark));
    let words = words
        .map(|at| crate::token::fold(page.str(at)))
        .filter(|word| !matches!(word.as_str(), "the" | "a" | "an"));
    words.collect::<Vec<_>>().join(" ")
}

/// Whether the later mention is of the earlier document.
pub(super) fn is_same(earlier: &DocumentDraft, a: &Known, later: &DocumentDraft, b: &Known) -> bool {
    if a.sentence == b.sentence && !is_text_of(earlier, later)
        || earlier.plural != later.plural
        || siblings(earlier, later)
        || a.days_differ(b)
    {
        return false;
    }
    if earlier.plural {
        return is_same_group(earlier, a, later, b);
    }
    if later.definite && b.subject.is_empty() && b.title.is_empty() && later.part_of.is_none() {
        return is_meant(earlier, a, later, b);
    }
    if !a.title.is_empty() && !b.title.is_empty() {
        return a.title == b.title;
    }
    kinds_agree(earlier.kind, later.kind) && are_told_alike(earlier, a, later, b)
}

/// Whether 'the agreement' stands for a document: the last one that can be called so. Whoever is said to have signed it
/// must not be at odds with whom it is between.
fn is_meant(earlier: &DocumentDraft, a: &Known, later: &DocumentDraft, b: &Known) -> bool {
    let strangers = a.parties.len() > 1 && b.parties.len() > 1 && !a.shares_party(b);
    b.sentence - a.sentence <= REACH && !strangers && !a.elliptic && can_be_called(earlier.kind, later.kind)
}

/// Whether two mentions agree in parties and subject, and share one of them.
fn are_told_alike(earlier: &DocumentDraft, a: &Known, later: &DocumentDraft, b: &Known) -> bool {
    let same_subject = !b.subject_text.is_empty() && a.subject_text == b.subject_text;
    let subjects_agree =
        a.subject_text.is_empty() || b.subject_text.is_empty() || same_subject || one_holds_other(a, b);
    if !a.parties_agree(b) || !subjects_agree {
        return false;
    }
    let same_parties = !b.parties.is_empty() && a.parties == b.parties;
    let told_before = a.headline || !b.new;
    same_subject && (earlier.kind == later.kind || told_before)
        || same_parties && (earlier.kind == later.kind || later.definite)
        || a.headline && b.parties.is_empty() && a.happens_with(b)
        || a.shares_party(b) && told_before && (a.headline || earlier.kind == later.kind)
}

/// 'the text', 'the document' in the sentence that names the document itself.
fn is_text_of(earlier: &DocumentDraft, later: &DocumentDraft) -> bool {
    let generic = later.kind == DocumentType::Document && earlier.kind != DocumentType::Document;
    generic && later.definite
}

/// Whether a second list holds the rest of what was announced: 'nine documents, including a treaty … The others are: …'.
fn goes_on(earlier: &DocumentDraft, later: &DocumentDraft) -> bool {
    let listed = listed(earlier, later);
    earlier.count.is_some_and(|count| listed.is_some_and(|listed| listed <= count))
}

/// How many the lists of one group hold together.
pub(super) fn listed(earlier: &DocumentDraft, later: &DocumentDraft) -> Option<u64> {
    match (earlier.listed, later.listed) {
        (Some(a), Some(b)) => Some(a + b),
        (a, b) => a.or(b),
    }
}

/// 'three documents' and 'the following documents': one group where the second heads a list or is definite and no count
/// or party is at odds.
fn is_same_group(earlier: &DocumentDraft, a: &Known, later: &DocumentDraft, b: &Known) -> bool {
    let counts_agree = earlier.count.is_none() || later.count.is_none() || earlier.count == later.count;
    let lists_agree = earlier.listed.is_none() || later.listed.is_none() || goes_on(earlier, later);
    let parties_agree = a.parties.is_empty() || b.parties.is_empty() || a.parties == b.parties;
    let happened = !earlier.events.is_empty() && (later.definite || later.listed.is_some());
    let near = b.sentence - a.sentence <= GROUP_REACH;
    counts_agree
        && lists_agree
        && parties_agree
        && !a.years_differ(b)
        && happened
        && near
        && can_be_called(earlier.kind, later.kind)
}

/// Whether two stand under one head, or one under the other.
fn siblings(earlier: &DocumentDraft, later: &DocumentDraft) -> bool {
    match (earlier.part_of, later.part_of) {
        (Some(a), Some(b)) => a == b,
        (None, None) => false,
        (Some(_), None) => later.plural,
        (None, Some(_)) => earlier.plural,
    }
}

/// A word by which documents of many types are called, and not one of its own sort.
fn is_general(kind: DocumentType) -> bool {
    use DocumentType::{Accord, Agreement, Document, Pact};
    matches!(kind, Document | Agreement | Accord | Pact)
}

/// Equal, or one is a word that the other can be called by.
fn kinds_agree(a: DocumentType, b: DocumentType) -> bool {
    can_be_called(a, b) || can_be_called(b, a)
}

/// Whether a document of some type can later be called by another: an MoU 'the memorandum', 'the agreement'.
fn can_be_called(kind: DocumentType, word: DocumentType) -> bool {
    use DocumentType::*;
    match word {
        _ if kind == word => true,
        Document => true,
        Agreement | Accord | Pact => !matches!(
            kind,
            JointStatement | Communique | Resolution | Decree | Law | Minutes | Plan | Programme | Document
        ),
        Treaty => matches!(kind, Agreement | Accord | Pact | Convention | PeaceAgreement),
        Contract => matches!(kind, Agreement | LoanAgreement),
        Memorandum => matches!(kind, MemorandumOfUnderstanding | MemorandumOfCooperation),
        Declaration => kind == JointStatement,
        _ => false,
    }
}

/// Whether a type says more than another.
pub(super) fn tells_more(kind: DocumentType, than: DocumentType) -> bool {
    let document = DocumentType::Document;
    kind != than && (than == document || is_general(than) && !is_general(kind)) && kind != document
}

/// 'mining' and 'mining in the north', 'pipeline tariff' and 'tariff': all words of the shorter are in the longer.
fn one_holds_other(a: &Known, b: &Known) -> bool {
    let holds = |longer: &str, shorter: &str| {
        shorter.split(' ').all(|word| longer.split(' ').any(|other| other == word))
    };
    holds(&a.subject_text, &b.subject_text) || holds(&b.subject_text, &a.subject_text)
}
