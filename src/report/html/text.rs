//! The article's text, cut where facts begin and end; each piece names the facts that it is part of.

use std::collections::{BTreeMap, BTreeSet};

use super::super::escape;
use super::fact::Shown;

/// The text with its facts marked.
pub(super) fn marked(article: usize, text: &str, facts: &[Shown]) -> String {
    let spans: Vec<(u64, u64, &str)> =
        facts.iter().map(|fact| (fact.fact.span().0, fact.fact.span().1, fact.kind())).collect();
    pieces(text, &spans).into_iter().map(|(piece, of)| told(article, piece, &of, &spans)).collect()
}

fn told(article: usize, piece: &str, of: &BTreeSet<usize>, spans: &[(u64, u64, &str)]) -> String {
    let piece = escape(piece);
    // The shortest fact is what the piece is most of all.
    let Some(inner) = of.iter().min_by_key(|index| spans[**index].1 - spans[**index].0) else { return piece };
    let facts = of.iter().map(|index| format!("f{article}-{index}")).collect::<Vec<_>>().join(" ");
    format!("<mark class=\"kind-{}\" data-facts=\"{facts}\">{piece}</mark>", escape(spans[*inner].2))
}

/// The text in pieces, each with the facts over it, by index.
fn pieces<'t>(text: &'t str, spans: &[(u64, u64, &str)]) -> Vec<(&'t str, BTreeSet<usize>)> {
    let length = text.chars().count() as u64;
    let mut begin: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    let mut end: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (index, (from, to, _)) in
        spans.iter().enumerate().filter(|(_, (from, to, _))| from < to && *to <= length)
    {
        begin.entry(*from).or_default().push(index);
        end.entry(*to).or_default().push(index);
    }
    let mut pieces = Vec::new();
    let mut open = BTreeSet::new();
    let mut from = 0;
    for (number, (byte, _)) in text.char_indices().chain([(text.len(), ' ')]).enumerate() {
        let [begin, end] = [&begin, &end].map(|edges| edges.get(&(number as u64)));
        if begin.is_some() || end.is_some() || byte == text.len() {
            if from < byte {
                pieces.push((&text[from..byte], open.clone()));
            }
            from = byte;
            open.retain(|index| !end.is_some_and(|ended| ended.contains(index)));
            open.extend(begin.into_iter().flatten());
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_name_their_facts() {
        let told = |text: &str, spans: &[(u64, u64, &str)]| -> Vec<String> {
            let tell = |(piece, of): (&str, BTreeSet<usize>)| {
                format!("{piece}{}", of.iter().map(usize::to_string).collect::<String>())
            };
            pieces(text, spans).into_iter().map(tell).collect()
        };
        assert_eq!(told("", &[]), [""; 0]);
        assert_eq!(told("Köln", &[]), ["Köln"]);
        assert_eq!(told("Köln in May", &[(0, 11, "a"), (8, 11, "b")]), ["Köln in 0", "May01"]);
        assert_eq!(told("abcd", &[(0, 2, "a"), (1, 3, "b")]), ["a0", "b01", "c1", "d"]);
        assert_eq!(told("ab", &[(1, 1, "a"), (1, 9, "b"), (2, 1, "c")]), ["ab"], "odd spans mark nothing");
    }

    #[test]
    fn the_shortest_fact_gives_the_colour() {
        let spans = [(0, 9, "document"), (0, 2, "da&te")];
        let of = BTreeSet::from([0, 1]);
        let want = "<mark class=\"kind-da&amp;te\" data-facts=\"f7-0 f7-1\">a&lt;</mark>";
        assert_eq!(told(7, "a<", &of, &spans), want);
        assert_eq!(told(7, "a", &BTreeSet::new(), &spans), "a");
    }
}
