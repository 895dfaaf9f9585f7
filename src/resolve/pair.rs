//! 'respectively': the first with the first, the second with the second.

use super::draft::{DocumentDraft, Who};
use crate::fact::{Source, Warning};
use crate::token::{Tokens, keyword};
use crate::value::{Page, Values};

/// Makes one document of each pair where a plural mention with several partners stands before as many dates and
/// 'respectively'. Where they are not equally many, a warning says so and nothing is paired.
pub fn resolve(page: &Page, values: &Values, drafts: &mut Vec<DocumentDraft>, warnings: &mut Vec<Warning>) {
    let mut at = 0;
    while at < drafts.len() {
        match pairs(page, values, &drafts[at]) {
            Some(Ok(split)) => {
                let more = split.len();
                drafts.splice(at..=at, split);
                for draft in &mut drafts[at + more..] {
                    draft.part_of = draft.part_of.map(|head| if head > at { head + more - 1 } else { head });
                }
                at += more;
            }
            Some(Err(warning)) => {
                warnings.push(warning);
                at += 1;
            }
            None => at += 1,
        }
    }
}

/// The documents of a paired mention; none where nothing is paired.
fn pairs(page: &Page, values: &Values, draft: &DocumentDraft) -> Option<Result<Vec<DocumentDraft>, Warning>> {
    let mention = values.documents.get(draft.mention?)?;
    if !draft.plural || mention.parties.len() < 2 || draft.events.len() != 1 {
        return None;
    }
    let sentence = page.sentence_at(draft.tokens.start)?;
    let tokens = page.sentences[sentence].tokens.clone();
    let word = (draft.tokens.end..tokens.end).find(|&at| page.word(at) == keyword::RESPECTIVELY)?;
    let dates: Vec<usize> = values.dates.within(&(draft.tokens.end..word)).map(|(index, _)| index).collect();
    if dates.is_empty() {
        return None;
    }
    if dates.len() != mention.parties.len() {
        let message =
            format!("{} parties and {} dates said respectively", mention.parties.len(), dates.len());
        let span = Some(page.span(&(draft.tokens.start..word + 1)));
        return Some(Err(Warning { code: "respectively_mismatch", message, span }));
    }
    Some(Ok(split(draft, &mention.parties, &dates)))
}

fn split(draft: &DocumentDraft, partners: &[Tokens], dates: &[usize]) -> Vec<DocumentDraft> {
    let (others, own): (Vec<Who>, Vec<Who>) = draft
        .parties
        .iter()
        .cloned()
        .partition(|who| partners.iter().any(|tokens| inside(&who.tokens, tokens)));
    let one = |(partner, date): (&Who, &usize)| {
        let mut one = draft.clone();
        one.parties = own.iter().chain([partner]).cloned().collect();
        one.plural = false;
        one.count = None;
        one.events[0].date = Some((*date, Source::Explicit));
        one
    };
    others.iter().zip(dates).map(one).collect()
}

fn inside(tokens: &Tokens, outer: &Tokens) -> bool {
    outer.start <= tokens.start && tokens.end <= outer.end
}
