//! Which rules were tried in a sentence, how far each came, what matched, and who won.

use std::fmt::{self, Write};

use super::{Depth, Telling, one_line, value};
use crate::resolve::settle::Reason;
use crate::rule::print;
use crate::rule::trace::Try;
use crate::rule::{Capture, Match};
use crate::text::counted;

/// How many of the rules that did not match are told of, where not all are asked for.
const NEAREST: usize = 5;

/// Tells of the rules that were tried in a sentence: those that matched, what lost to what, then those that came nearest.
pub(super) fn tell(telling: &Telling, sentence: usize, out: &mut String) -> fmt::Result {
    let tries = telling.record.tries.iter().filter(|tried| tried.sentence == sentence);
    let (matched, failed): (Vec<&Try>, Vec<&Try>) = tries.partition(|tried| !tried.matches.is_empty());
    if !matched.is_empty() {
        writeln!(out, "  rules that matched")?;
        matched.iter().try_for_each(|tried| tell_matched(telling, tried, out))?;
    }
    let all = failed.len();
    let mut misses: Vec<&Try> = failed.into_iter().filter(|tried| came_some_way(tried)).collect();
    misses.sort_by_key(|tried| (std::cmp::Reverse(reach(tried)), tried.rule));
    if telling.depth == Depth::Nearest {
        misses.truncate(NEAREST);
    }
    if !misses.is_empty() {
        writeln!(out, "  rules that came near")?;
        misses.iter().try_for_each(|tried| tell_miss(telling, tried, out))?;
    }
    tell_rest(telling, all - misses.len(), out)
}

/// How many were tried besides, and how many could not match.
fn tell_rest(telling: &Telling, others: usize, out: &mut String) -> fmt::Result {
    match (others, telling.depth) {
        (0, _) => Ok(()),
        (_, Depth::All) => {
            writeln!(out, "  {} matched not even their first part", counted(others, "other rule"))
        }
        (_, Depth::Nearest) => {
            writeln!(out, "  {} came less far: --all tells of each", counted(others, "other rule"))
        }
    }
}

fn came_some_way(tried: &Try) -> bool {
    tried.forbidden.is_some() || tried.nearest.as_ref().is_some_and(|miss| !miss.matched.is_empty())
}

/// How near a rule came: whether only an `unless` forbade it, then how many parts and words of it matched.
fn reach(tried: &Try) -> (bool, u32, usize) {
    let nearest = tried.nearest.as_ref().map_or((0, 0), |miss| (miss.part, miss.matched.len()));
    (tried.forbidden.is_some(), nearest.0, nearest.1)
}

fn tell_matched(telling: &Telling, tried: &Try, out: &mut String) -> fmt::Result {
    let set = telling.extractor.rules().set();
    let rule = &set.rules[tried.rule];
    writeln!(out, "    {} ({})", rule.name, print::place(set, rule))?;
    let is_of = |found: &&Match| (found.rule, found.sentence) == (tried.rule, tried.sentence);
    for found in telling.inside.matches.iter().filter(is_of) {
        tell_match(telling, found, "won", out)?;
    }
    for lost in telling.inside.lost.iter().filter(|lost| is_of(&&lost.found)) {
        let to = set.rules.get(lost.to).map_or("", |rule| &rule.name);
        tell_match(telling, &lost.found, &format!("lost to {to}, which {}", why(lost.by)), out)?;
    }
    Ok(())
}

/// 'they-signed (rules/…:3): matched `Peru`, then wanted an active `signing` but found `and`'
fn tell_miss(telling: &Telling, tried: &Try, out: &mut String) -> fmt::Result {
    let set = telling.extractor.rules().set();
    let page = telling.inside.page;
    let rule = &set.rules[tried.rule];
    let miss = match (&tried.forbidden, &tried.nearest) {
        (Some(forbidden), _) => {
            let unless = &rule.unless[forbidden.unless];
            let pattern = print::written(set, print::whole(&unless.pattern));
            let what = format!("unless {} {pattern}", unless.side.name());
            format!("matched `{}`, but `{what}` forbids it", page.slice(&forbidden.tokens))
        }
        (None, Some(miss)) => miss.describe(page).to_string(),
        (None, None) => String::new(),
    };
    writeln!(out, "    {} ({})\n      {}", rule.name, print::place(set, rule), one_line(&miss))
}

fn why(reason: Reason) -> &'static str {
    match reason {
        Reason::Over => "says `over`",
        Reason::First => "starts first",
        Reason::Longer => "is longer",
        Reason::Words => "matched more of it as words",
        Reason::File => "stands first in the files",
    }
}

fn tell_match(telling: &Telling, found: &Match, fate: &str, out: &mut String) -> fmt::Result {
    let text = one_line(telling.inside.page.slice(&found.tokens));
    writeln!(out, "      matched `{text}` and {fate}")?;
    found.captures.iter().try_for_each(|capture| tell_capture(telling, capture, 8, out))?;
    for item in &found.items {
        writeln!(out, "        item `{}`", one_line(telling.inside.page.slice(&item.tokens)))?;
        item.captures.iter().try_for_each(|capture| tell_capture(telling, capture, 10, out))?;
    }
    Ok(())
}

/// 'parties: `Peru and Chile` = Peru; Chile'
fn tell_capture(telling: &Telling, capture: &Capture, indent: usize, out: &mut String) -> fmt::Result {
    let text = one_line(telling.inside.page.slice(&capture.tokens));
    let values: Vec<String> = capture.values.iter().map(|reading| value::of(telling, reading)).collect();
    let value = values.join("; ");
    let value = if value == text { String::new() } else { format!(" = {value}") };
    writeln!(out, "{:indent$}{}: `{text}`{value}", "", capture.field)
}
