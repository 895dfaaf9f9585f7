//! Which rules were tried in a sentence, how far each came, what matched, and who won.

use std::fmt::{self, Write};

use super::{Telling, one_line, value};
use crate::resolve::settle::Reason;
use crate::rule::print;
use crate::rule::trace::Try;
use crate::rule::{Capture, Match};

/// Tells of all rules that were tried in a sentence: first those that matched, then those that came nearest.
pub(super) fn tell(telling: &Telling, sentence: usize, out: &mut String) -> fmt::Result {
    let mut tries: Vec<&Try> =
        telling.record.tries.iter().filter(|tried| tried.sentence == sentence).collect();
    tries.sort_by_key(|tried| (tried.matches.is_empty(), std::cmp::Reverse(reach(tried)), tried.rule));
    let set = telling.extractor.rules().set();
    let idle = set.rules.len() - tries.len().min(set.rules.len());
    writeln!(out, "  rules ({} tried; the words that the other {idle} need are not all there)", tries.len())?;
    tries.iter().try_for_each(|tried| tell_try(telling, tried, out))
}

/// How many tokens the nearest miss matched.
fn reach(tried: &Try) -> usize {
    tried.nearest.as_ref().map_or(0, |miss| miss.matched.len())
}

fn tell_try(telling: &Telling, tried: &Try, out: &mut String) -> fmt::Result {
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
    match &tried.nearest {
        Some(miss) if tried.matches.is_empty() => {
            writeln!(out, "      {}", one_line(&miss.describe(telling.inside.page).to_string()))
        }
        _ => Ok(()),
    }
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
