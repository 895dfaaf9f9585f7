//! How much of an article an example needs, and what in it is to be marked.

use serde_json::Value;

use crate::extract::{Article, Extractor};
use crate::golden::brief::brief;
use crate::golden::example::{Draft, Marked, told};
use crate::golden::{Checked, GoldenFact};
use crate::input::Header;
use crate::text::{Offsets, Span, Unit};

/// The sentences in which a fact stands, and those before.
pub(super) struct Context {
    /// Stretches of the article, each longer than the last; the shortest first.
    texts: Vec<String>,
    /// Where in the article the shortest begins, in code points, and the article's words there, unchanged.
    start: u64,
    on: Option<String>,
}

/// How many sentences before the fact's own are tried.
const BEFORE: usize = 3;

impl Context {
    /// Of a fact in its article.
    pub(super) fn of(extractor: &Extractor, checked: &Checked, fact: &GoldenFact) -> Context {
        let on = checked.found.published.get("value").and_then(Value::as_str).map(str::to_owned);
        let body = Header::read(&checked.text).body as u32;
        let article = Article { text: checked.text.clone(), body, ..Article::default() };
        extractor.inspect(&article, None, |inside| {
            let page = inside.page;
            let offsets = Offsets::new(page.text, Unit::Chars);
            let (start, end) = fact.span();
            let spans: Vec<Span> =
                page.sentences.iter().map(|sentence| page.span(&sentence.tokens)).collect();
            let touches = |span: &Span| {
                let [from, to] = offsets.span(*span).map(u64::from);
                from < end && start < to
            };
            let Some(first) = spans.iter().position(touches) else {
                return Context { texts: Vec::new(), start: 0, on };
            };
            let last = spans.iter().rposition(touches).unwrap_or(first);
            let from = (first.saturating_sub(BEFORE)..=first).rev();
            let texts =
                from.map(|from| page.text[spans[from].start as usize..spans[last].end as usize].to_owned());
            Context { texts: texts.collect(), start: u64::from(offsets.at(spans[first].start)), on }
        })
    }

    /// Texts to try, on one line or as they stand, without the day of publication or with it.
    pub(super) fn texts(&self) -> impl Iterator<Item = (String, Option<&str>)> {
        let days = [None, self.on.as_deref()].into_iter().take(1 + usize::from(self.on.is_some()));
        self.texts.iter().flat_map(move |text| {
            let forms =
                [on_one_line(text), text.clone()].into_iter().take(1 + usize::from(text.contains('\n')));
            let days = days.clone();
            forms.flat_map(move |form| days.clone().map(move |day| (form.clone(), day)))
        })
    }

    /// The fact's own sentences, on one line.
    pub(super) fn shortest(&self) -> Option<String> {
        self.texts.first().map(|text| on_one_line(text))
    }

    /// A `yes` that marks what a fact is said to hold: of a fact that no rule finds yet.
    pub(super) fn todo(&self, fact: &GoldenFact, text: String) -> Draft {
        let marks = fact.values().filter_map(|(field, value)| self.mark(&text, field, value)).collect();
        let fields = status(&Value::Object(fact.fields.clone()));
        Draft { yes: true, on: None, marks, fields, text, todo: false }
    }

    /// Marks where a value stands in the text; of a list all of it.
    fn mark(&self, text: &str, field: &str, value: &Value) -> Option<Marked> {
        let items = value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice);
        let spans: Option<Vec<(u64, u64)>> = items.iter().map(span_of).collect();
        let spans = spans?;
        let (start, end) = (spans.iter().map(|span| span.0).min()?, spans.iter().map(|span| span.1).max()?);
        let byte = |at: u64| {
            let chars = at.checked_sub(self.start)? as usize;
            text.char_indices().map(|(byte, _)| byte).chain([text.len()]).nth(chars)
        };
        let span = Span::new(byte(start)? as u32, byte(end)? as u32);
        let names = ["name", "value"];
        let name = |item: &Value| names.iter().find_map(|key| item.get(*key)?.as_str().map(str::to_owned));
        let values: Vec<String> = items.iter().filter_map(name).collect();
        let value = told(field, span.of(text), &values);
        Some(Marked { field: field.to_owned(), span, value })
    }
}

fn span_of(value: &Value) -> Option<(u64, u64)> {
    let span = value.get("span")?;
    Some((span.get(0)?.as_u64()?, span.get(1)?.as_u64()?))
}

/// Single line breaks as spaces; places stay where they are, as each character stays one. An empty line parts paragraphs still.
fn on_one_line(text: &str) -> String {
    let breaks = |c: Option<char>| matches!(c, Some('\n' | '\r'));
    let mut before = None;
    let mut chars = text.chars().peekable();
    let mut line = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        let alone = breaks(Some(c)) && !breaks(before) && !breaks(chars.peek().copied());
        line.push(if alone || c == '\t' { ' ' } else { c });
        before = Some(c);
    }
    line
}

/// Whether a fact of the wire says the same as a golden fact in some fields, as far as they do not refer to others.
pub(super) fn agree(found: &Value, golden: &GoldenFact, fields: &[&str]) -> bool {
    let refers = |value: &Value| {
        value.as_array().is_some_and(|items| items.first().is_some_and(|item| !item.is_object()))
    };
    fields.iter().all(|field| match (found.get(*field), golden.value(field)) {
        (Some(found), Some(golden)) => refers(golden) || brief(found) == brief(golden),
        _ => true,
    })
}

/// `status = …`, of kinds that have one.
pub(super) fn status(fact: &Value) -> Vec<(String, String)> {
    let status = fact.get("status").and_then(Value::as_str);
    status.map(|status| ("status".to_owned(), status.to_owned())).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_become_spaces_but_paragraphs_stay() {
        for (text, want) in
            [("a\nb", "a b"), ("a\n\nb\tc", "a\n\nb c"), ("a", "a"), ("\n", " "), ("é\n", "é ")]
        {
            assert_eq!(on_one_line(text), want);
        }
    }
}
