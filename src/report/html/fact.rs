//! The facts of an article as cards.

use std::fmt::Write;

use super::super::escape;
use super::value;
use crate::golden::{Change, Checked, Difference, FieldChange, GoldenFact, Verdict};

/// A fact that is shown: found now, or in the golden file alone.
pub(super) struct Shown<'a> {
    /// As it is found; else as the golden file has it.
    pub(super) fact: &'a GoldenFact,
    /// As the golden file has it.
    before: Option<&'a GoldenFact>,
    difference: Option<&'a Difference>,
    /// `same`, `new`, `gone`, `changed`, `found` or `missed`.
    pub(super) change: &'static str,
}

/// All facts of an article in the order of the text.
pub(super) fn shown(checked: &Checked) -> Vec<Shown<'_>> {
    let golden = checked.before();
    let bound = checked.bound();
    let difference = |before: Option<usize>, after: Option<usize>| {
        checked.differences.iter().find(|one| (one.before, one.after) == (before, after))
    };
    let known = golden.facts.iter().zip(&bound).enumerate().map(|(index, (before, after))| {
        let difference = difference(Some(index), *after);
        let fact = after.map_or(before, |after| &checked.found.facts[after]);
        Shown { fact, before: Some(before), difference, change: change(before, difference) }
    });
    let new = (0..checked.found.facts.len()).filter(|index| !bound.contains(&Some(*index)));
    let new = new.map(|index| Shown {
        fact: &checked.found.facts[index],
        before: None,
        difference: difference(None, Some(index)),
        change: "new",
    });
    let mut all: Vec<Shown> = known.chain(new).collect();
    all.sort_by_key(|shown| shown.fact.span());
    all
}

fn change(before: &GoldenFact, difference: Option<&Difference>) -> &'static str {
    match difference.map(|difference| &difference.change) {
        Some(Change::Gone) => "gone",
        Some(Change::New) => "new",
        Some(Change::Found) => "found",
        Some(Change::Changed(_) | Change::Article(_)) => "changed",
        None if before.is == Verdict::Missed => "missed",
        None => "same",
    }
}

impl Shown<'_> {
    pub(super) fn kind(&self) -> &str {
        &self.fact.kind
    }

    /// What was said of it; `unjudged` where it is new.
    pub(super) fn verdict(&self) -> &'static str {
        self.before.map_or("unjudged", |before| before.is.as_str())
    }

    pub(super) fn is_of(&self, difference: &Difference) -> bool {
        self.difference.is_some_and(|own| std::ptr::eq(own, difference))
    }

    /// The card: what it is, what it holds, what was said of it, what changed.
    pub(super) fn card(&self, article: usize, index: usize, all: &[Shown]) -> String {
        let Shown { fact, change, .. } = self;
        let rules: Vec<&str> = fact.rules().collect();
        let [kind, rules] = [self.kind(), &rules.join(" ")].map(escape);
        let verdict = self.verdict();
        let mut out = format!(
            "<section class=\"fact kind-{kind} is-{verdict} change-{change}\" id=\"f{article}-{index}\" tabindex=\"0\" \
             data-kind=\"{kind}\" data-is=\"{verdict}\" data-change=\"{change}\" data-rules=\"{rules}\">\
             <h3>{kind} <q>{}</q></h3><p class=\"of\"><code>{rules}</code> <b>{verdict}</b> <i>{change}</i></p>",
            escape(fact.text())
        );
        if let Some(because) = self.before.and_then(|before| before.because.as_deref()) {
            // Writing into a string does not fail.
            let _ = write!(out, "<p class=\"because\">{}</p>", escape(because));
        }
        let link = |span: (u64, u64)| {
            let other = all.iter().position(|other| other.fact.span() == span && other.change != "gone");
            other.map(|other| (format!("#f{article}-{other}"), all[other].fact.text().to_owned()))
        };
        let fields =
            fact.values().filter(|(name, _)| !matches!(name.as_str(), "text" | "span" | "rule" | "rules"));
        out.push_str("<dl>");
        for (name, value) in fields {
            if let Some(told) = value::told(value, &link) {
                let wrong = if self.before.is_some_and(|before| before.is_wrong_in(name)) {
                    " class=\"wrong\""
                } else {
                    ""
                };
                let _ = write!(out, "<dt>{}</dt><dd{wrong}>{told}</dd>", escape(name));
            }
        }
        out.push_str("</dl>");
        if let Some(Change::Changed(fields)) = self.difference.map(|difference| &difference.change) {
            out.push_str(&changed(fields));
        }
        out + "</section>\n"
    }
}

fn changed(fields: &[FieldChange]) -> String {
    let row = |(name, before, after): &FieldChange| {
        let [before, after] = [before, after].map(|value| value::told(value, &|_| None).unwrap_or_default());
        format!("<tr><th>{}</th><td><del>{before}</del></td><td><ins>{after}</ins></td></tr>", escape(name))
    };
    format!("<table>{}</table>", fields.iter().map(row).collect::<String>())
}
