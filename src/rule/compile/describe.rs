//! What parts of patterns want, in words: for `explain`.

use super::program::{Place, Source};
use crate::rule::set::RuleSet;
use crate::value::verb::Voice;

/// 'a country or an organisation'
pub(super) fn sources(set: &RuleSet, sources: &[Source]) -> String {
    let names: Vec<String> = sources.iter().map(|source| self::source(set, *source)).collect();
    names.join(" or ")
}

fn source(set: &RuleSet, source: Source) -> String {
    match source {
        Source::Class(class) => class.about(),
        Source::Words(list) => set
            .words
            .get(usize::from(list))
            .map_or(String::new(), |list| format!("a word of `{}`", list.name)),
        Source::Verbs(list, voice) => {
            let voice = match voice {
                Voice::Active => "an active verb",
                Voice::Passive => "a passive verb",
                Voice::Any => "a verb",
            };
            set.verbs
                .get(usize::from(list))
                .map_or(String::new(), |list| format!("{voice} of `{}`", list.name))
        }
        Source::Table(table) => format!("a word of the table {table:?}"),
        Source::Kind(kind) => with_article(kind.name(&set.kinds)),
    }
}

fn with_article(name: &str) -> String {
    let article = if name.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {}", name.replace('_', " "))
}

/// What a zero-width hole wants.
pub(super) fn place(place: Place) -> &'static str {
    match place {
        Place::Start => "the start of the sentence",
        Place::End => "the end of the sentence",
        Place::Headline => "the headline",
        Place::Bullet => "the start of a list item",
    }
}
