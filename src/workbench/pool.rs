//! Words of the text that holes can take, gathered from the examples.

use rustc_hash::FxHashMap;

use crate::extract::{Article, Extractor};
use crate::rule::ast::{Example, Mark};
use crate::rule::set::{Pattern, Piece, Rule, RuleSet, Target};
use crate::value::{Class, Page, Values, class};
use crate::workbench::wanted::patterns;

/// How many texts are kept for one hole.
const KEPT: usize = 6;

/// Texts that holes can take: what the examples of the same rule mark, else those of other rules, else what classes read in them.
pub(super) struct Pool {
    marked: FxHashMap<(usize, String), Vec<String>>,
    elsewhere: FxHashMap<Class, Vec<String>>,
    read: FxHashMap<Class, Vec<String>>,
}

impl Pool {
    pub(super) fn new(extractor: &Extractor) -> Pool {
        let [elsewhere, read] = [FxHashMap::default(), FxHashMap::default()];
        let mut pool = Pool { marked: FxHashMap::default(), elsewhere, read };
        let set = extractor.rules().set();
        for (number, rule) in set.rules.iter().enumerate() {
            let classes = classes(set, rule);
            for example in &rule.examples {
                example.marks.iter().for_each(|mark| pool.mark(number, &classes, example, mark));
                let article = Article { text: example.text.clone(), ..Article::default() };
                let prepared = extractor.prepare(&article);
                pool.read(&prepared.page(&article.text, extractor.lexicon()), &prepared.values);
            }
        }
        pool
    }

    fn mark(&mut self, rule: usize, classes: &[(String, Class)], example: &Example, mark: &Mark) {
        let text = with_article(&example.text, mark);
        put(self.marked.entry((rule, mark.field.text.clone())).or_default(), text);
        for (_, class) in classes.iter().filter(|(field, _)| *field == mark.field.text) {
            put(self.elsewhere.entry(*class).or_default(), text);
        }
    }

    fn read(&mut self, page: &Page, values: &Values) {
        for sentence in page.sentences {
            let end = sentence.tokens.end;
            for class in Class::names().filter_map(Class::parse) {
                let known = self.read.entry(class).or_default();
                let mut at = sentence.tokens.start;
                while at < end && known.len() < KEPT {
                    let read = class::read(page, values, class, at, end).map(|reading| reading.matched);
                    at = read.as_ref().map_or(at + 1, |read| read.end.max(at + 1));
                    put(known, read.map_or("", |read| page.slice(&read)));
                }
            }
        }
    }

    /// Something that a class reads in some example.
    pub(super) fn example(&self, class: Class) -> Option<&str> {
        self.read.get(&class)?.first().map(String::as_str)
    }

    /// Some text for a hole; another with another number, as far as there are any.
    pub(super) fn text(&self, rule: usize, field: Option<&str>, class: Class, number: usize) -> Option<&str> {
        let own = field.and_then(|field| self.marked.get(&(rule, field.to_owned())));
        let known = [own, self.elsewhere.get(&class), self.read.get(&class)];
        let mut texts: Vec<&str> = Vec::new();
        for text in known.into_iter().flatten().flatten() {
            if !texts.contains(&text.as_str()) {
                texts.push(text);
            }
        }
        texts.get(number % texts.len().max(1)).copied()
    }
}

fn put(known: &mut Vec<String>, text: &str) {
    // A list is for a list to make.
    let is_one = !text.is_empty() && !text.contains('\n') && !text.contains(" and ");
    let is_new = is_one && known.iter().all(|known| known != text);
    if is_new && known.len() < KEPT {
        known.push(text.to_owned());
    }
}

/// What is marked, with the article before it.
fn with_article<'t>(text: &'t str, mark: &Mark) -> &'t str {
    let start = mark.span.start as usize;
    let before = &text[..start];
    let article = ["the ", "The ", "a ", "A ", "an ", "An "].into_iter().find(|article| {
        before.strip_suffix(article).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
    });
    &text[start - article.map_or(0, str::len)..mark.span.end as usize]
}

/// The fields of a rule with the classes that fill them.
fn classes(set: &RuleSet, rule: &Rule) -> Vec<(String, Class)> {
    let mut found = Vec::new();
    patterns(rule).for_each(|pattern| add(set, pattern, &mut found));
    found
}

fn add(set: &RuleSet, pattern: &Pattern, found: &mut Vec<(String, Class)>) {
    for part in pattern {
        match &part.piece {
            Piece::Any(alternatives) => alternatives.iter().for_each(|pattern| add(set, pattern, found)),
            Piece::Hole(hole) => hole.targets.iter().for_each(|target| match target {
                Target::Class(class) => found.extend(hole.field.clone().map(|field| (field, *class))),
                Target::Phrase(phrase) => add(set, &set.phrases[usize::from(*phrase)].pattern, found),
                _ => {}
            }),
            Piece::Text(_) | Piece::Not(_) | Piece::Gap => {}
        }
    }
}
