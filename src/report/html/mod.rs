//! One page that holds everything: no network, no second file.

mod fact;
mod text;
mod value;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use fact::Shown;

use super::{Run, escape};
use crate::golden::{By, Checked, group};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The page.
pub fn page(run: &Run) -> String {
    let articles: Vec<Vec<Shown>> = run.checked.iter().map(fact::shown).collect();
    let mut out = String::new();
    // Writing into a string does not fail.
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
         <title>Dateline report</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header><h1>Dateline report</h1><p>{}</p></header>\n{}{}{}<main>\n",
        escape(run.sum),
        filters(&articles),
        problems(run),
        differences(run, &articles),
    );
    for (number, (checked, facts)) in run.checked.iter().zip(&articles).enumerate() {
        out.push_str(&article(number, checked, facts));
    }
    let _ = write!(out, "</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n");
    out
}

/// Boxes to tick for kinds, verdicts and changes, and a field for the rule.
fn filters(articles: &[Vec<Shown>]) -> String {
    let facts = || articles.iter().flatten();
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut verdicts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut changes: BTreeMap<&str, usize> = BTreeMap::new();
    for fact in facts() {
        *kinds.entry(fact.kind()).or_default() += 1;
        *verdicts.entry(fact.verdict()).or_default() += 1;
        *changes.entry(fact.change).or_default() += 1;
    }
    let boxes = |name: &str, title: &str, counts: BTreeMap<&str, usize>| -> String {
        let boxes = counts.into_iter().map(|(value, count)| {
            let value = escape(value);
            format!("<label class=\"{name}-{value}\"><input type=\"checkbox\" checked data-filter=\"{name}\" value=\"{value}\"> {value} <small>{count}</small></label>\n")
        });
        format!("<fieldset><legend>{title}</legend>{}</fieldset>\n", boxes.collect::<String>())
    };
    let rules: BTreeSet<&str> = facts().flat_map(|fact| fact.fact.rules()).collect();
    let rules: String = rules.iter().map(|rule| format!("<option value=\"{}\">", escape(rule))).collect();
    format!(
        "<form id=\"filters\">\n{}{}{}<label>rule <input id=\"rule\" list=\"rules\" placeholder=\"any\"></label>\
         <datalist id=\"rules\">{rules}</datalist>\n<label>text <input id=\"words\" placeholder=\"any\"></label>\n\
         <output id=\"count\"></output>\n</form>\n",
        boxes("kind", "kind", kinds),
        boxes("is", "verdict", verdicts),
        boxes("change", "change", changes),
    )
}

fn problems(run: &Run) -> String {
    let items: String =
        run.problems.iter().map(|problem| format!("<li>{}</li>\n", escape(problem))).collect();
    let failed = run.examples().filter(|example| !example.wrong.is_empty()).map(|example| {
        let (path, rule) = (escape(example.path), escape(example.rule));
        format!(
            "<li>{path}:{}: an example of <code>{rule}</code> fails: {}</li>\n",
            example.line,
            escape(&example.wrong)
        )
    });
    let items = items + &failed.collect::<String>();
    if items.is_empty() {
        items
    } else {
        format!("<section id=\"problems\"><h2>Problems</h2><ul>\n{items}</ul></section>\n")
    }
}

/// The groups of a `diff`, each difference with a link to its fact.
fn differences(run: &Run, articles: &[Vec<Shown>]) -> String {
    let groups = group(run.differences.iter().copied(), By::Rule);
    if groups.is_empty() {
        return String::new();
    }
    let mut out = "<section id=\"differences\"><h2>Differences</h2>\n".to_owned();
    for group in groups {
        let (name, count, among) = (escape(&group.name), group.members.len(), group.articles());
        // Writing into a string does not fail.
        let _ = writeln!(
            out,
            "<details class=\"group\"><summary><code>{name}</code> {count} in {among}</summary>"
        );
        for member in &group.members {
            let article = run.checked.iter().position(|checked| std::ptr::eq(checked, member.checked));
            let shown = article
                .and_then(|article| articles[article].iter().position(|fact| fact.is_of(member.difference)));
            let link = match (article, shown) {
                (Some(article), Some(fact)) => format!("#f{article}-{fact}"),
                (article, _) => format!("#a{}", article.unwrap_or(0)),
            };
            let _ = writeln!(
                out,
                "<p><a href=\"{link}\">{}</a></p><pre>{}</pre>",
                escape(&member.checked.place.id),
                escape(&member.show())
            );
        }
        out.push_str("</details>\n");
    }
    out + "</section>\n"
}

fn article(number: usize, checked: &Checked, facts: &[Shown]) -> String {
    let published =
        checked.found.published.get("value").and_then(serde_json::Value::as_str).unwrap_or("not known");
    let cards: String =
        facts.iter().enumerate().map(|(index, fact)| fact.card(number, index, facts)).collect();
    format!(
        "<article id=\"a{number}\"><h2>{}</h2><p class=\"published\">published {}</p>\n<div class=\"both\">\
         <div class=\"text\">{}</div>\n<div class=\"facts\">\n{cards}</div></div></article>\n",
        escape(&checked.place.id),
        escape(published),
        text::marked(number, &checked.text, facts),
    )
}
