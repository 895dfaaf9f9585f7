//! What a review shows.

use crate::explain::explain;
use crate::extract::{Article, Extractor};
use crate::fact::{Published, PublishedSource};
use crate::golden::review::{Item, Session};
use crate::golden::{GoldenFact, Member, list};
use crate::input::Header;
use crate::text::Span;

/// `r right   s seen   …`
pub(super) fn keys<'k>(keys: impl Iterator<Item = (char, &'k str)>) -> String {
    keys.map(|(key, what)| format!("{key} {what}")).collect::<Vec<_>>().join("   ")
}

/// How much of the article stands around a fact, in characters.
const AROUND: usize = 240;

/// An item: its number and group, the text around it, and what differs or what the fact holds.
pub(super) fn item(session: &Session, item: Item) -> String {
    let (number, all) = session.number();
    let more = session.open_in_group().len();
    let head = format!("\n[{number}/{all}] {} ({more} open in this group)", session.group(item));
    let checked = session.article(item);
    let around = session.fact(item).map_or(String::new(), |fact| around(&checked.text, fact));
    let told = match (session.difference(item), session.fact(item)) {
        (Some(difference), _) => Member { checked, difference }.show(),
        (None, Some(fact)) => {
            format!("{}: {} `{}`\n{}", checked.place.id, fact.kind, fact.text(), list(' ', fact))
        }
        (None, None) => String::new(),
    };
    format!("{head}\n{around}\n{told}")
}

/// The text around a fact, with the fact between marks.
fn around(text: &str, fact: &GoldenFact) -> String {
    let chars: Vec<char> = text.chars().collect();
    let (start, end) = fact.span();
    let start = (start as usize).min(chars.len());
    let end = (end as usize).clamp(start, chars.len());
    let from = start.saturating_sub(AROUND);
    let to = (end + AROUND).min(chars.len());
    let [before, own, after] = [from..start, start..end, end..to].map(|range| -> String {
        // What could steer the terminal is not shown as it is.
        chars[range].iter().map(|&c| if c.is_control() && c != '\n' { ' ' } else { c }).collect()
    });
    let [dots, more] = [from > 0, to < chars.len()].map(|cut| if cut { "…" } else { "" });
    format!("{dots}{before}⟦{own}⟧{after}{more}")
}

/// What the program makes of the sentences in which a fact stands.
pub(super) fn explained(extractor: &Extractor, session: &Session, item: Item) -> String {
    let checked = session.article(item);
    let day = checked.found.published.get("value").and_then(serde_json::Value::as_str);
    let published = day.map(|day| Published { value: day.to_owned(), source: PublishedSource::Option });
    let body = Header::read(&checked.text).body as u32;
    let article = Article { text: checked.text.clone(), published, body, ..Article::default() };
    let within = session.fact(item).map(|fact| {
        let (start, end) = fact.span();
        let byte = |at: u64| {
            checked.text.char_indices().nth(at as usize).map_or(checked.text.len(), |(byte, _)| byte)
        };
        Span::new(byte(start) as u32, byte(end) as u32)
    });
    explain(extractor, &article, within)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::golden::Verdict;

    #[test]
    fn a_fact_stands_in_its_text() {
        let fact = |start: u64, end: u64| GoldenFact {
            kind: "date".to_owned(),
            is: Verdict::Seen,
            because: None,
            wrong: Vec::new(),
            fields: serde_json::json!({"span": [start, end]}).as_object().cloned().unwrap(),
        };
        assert_eq!(around("Köln,\nMay 3\u{1b}[2J.", &fact(6, 11)), "Köln,\n⟦May 3⟧ [2J.");
        assert_eq!(around("May", &fact(9, 3)), "May⟦⟧");
        let long = format!("{}May", "x".repeat(300));
        assert_eq!(around(&long, &fact(300, 303)), format!("…{}⟦May⟧", "x".repeat(AROUND)));
    }

    #[test]
    fn keys_are_told() {
        assert_eq!(keys([('r', "right"), ('q', "quit")].into_iter()), "r right   q quit");
    }
}
