//! Sentences that a pattern reads: one that says as little as it can, and others that differ from it in one step.

use crate::extract::Extractor;
use crate::lexicon::VerbForm;
use crate::rule::ast::{At, Mode, Repeat, Side};
use crate::rule::set::{Hole, ListEntry, Part, Pattern, Piece, Rule, RuleSet, Target};
use crate::value::{Class, verb};
use crate::workbench::pool::Pool;

/// A sentence that a pattern reads.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample {
    words: Vec<Word>,
    /// The parts of patterns that it was made from.
    pub(super) parts: Vec<At>,
    /// The entries of lists that it was made from, with the spelling.
    pub(super) entries: Vec<(Target, u32, String)>,
}

#[derive(Clone, Debug)]
enum Word {
    Text(String),
    Hole(Option<String>, Class),
}

impl Sample {
    fn text(text: &str) -> Sample {
        Sample { words: vec![Word::Text(text.to_owned())], ..Sample::default() }
    }

    fn then(mut self, next: &Sample) -> Sample {
        self.words.extend(next.words.iter().cloned());
        self.parts.extend(&next.parts);
        self.entries.extend(next.entries.iter().cloned());
        self
    }

    /// The fields that it fills.
    fn fields(&self) -> impl Iterator<Item = &str> {
        self.words.iter().filter_map(|word| match word {
            Word::Hole(field, _) => field.as_deref(),
            Word::Text(_) => None,
        })
    }

    /// As a sentence: holes filled, a capital first, a full stop last. None where nothing is known to fill a hole.
    pub(super) fn sentence(&self, pool: &Pool, rule: usize) -> Option<String> {
        let mut text = String::new();
        let mut seen: Vec<(Option<&str>, Class)> = Vec::new();
        for word in &self.words {
            let word = match word {
                Word::Text(word) => word.as_str(),
                Word::Hole(field, class) => {
                    let hole = (field.as_deref(), *class);
                    let number = seen.iter().filter(|known| **known == hole).count();
                    seen.push(hole);
                    pool.text(rule, hole.0, hole.1, number)?
                }
            };
            let word = after_article(&text, word);
            let close = word.starts_with([',', '.', ':', ';', ')', '?', '\'', '’']);
            if !text.is_empty() && !close && !text.ends_with('(') {
                text.push(' ');
            }
            text += word;
        }
        let mut chars = text.chars();
        let first = chars.next()?;
        Some(first.to_uppercase().chain(chars).chain(['.']).collect())
    }
}

/// Makes samples.
pub(super) struct Sampler<'a> {
    pub(super) extractor: &'a Extractor,
}

impl Sampler<'_> {
    fn set(&self) -> &RuleSet {
        self.extractor.rules().set()
    }

    /// Sentences of a rule, those with what its `unless` forbids among them.
    pub(super) fn rule(&self, rule: &Rule) -> Vec<Sample> {
        let finds: Vec<Vec<Sample>> = rule.finds.iter().map(|find| self.pattern(find)).collect();
        let mut all = Vec::new();
        for find in &finds {
            let Some(base) = find.first() else { continue };
            for then in &rule.then {
                let mark = Sample::text(":");
                let items = self.pattern(&then.pattern);
                all.extend(
                    items
                        .iter()
                        .map(|item| base.clone().then(&mark).then(item).then(&Sample::text(";")).then(item)),
                );
            }
            for unless in &rule.unless {
                let unwanted = self.pattern(&unless.pattern);
                all.extend(unwanted.iter().map(|unwanted| match unless.side {
                    Side::After => unwanted.clone().then(base),
                    Side::Before | Side::Inside => base.clone().then(unwanted),
                }));
            }
        }
        finds.into_iter().flatten().chain(all).collect()
    }

    fn pattern(&self, pattern: &Pattern) -> Vec<Sample> {
        let parts: Vec<Vec<Sample>> = pattern.iter().map(|part| self.part(part)).collect();
        let join = |chosen: usize, variant: usize| {
            let chosen = |(index, part): (usize, &Vec<Sample>)| {
                part.get(if index == chosen { variant } else { 0 }).cloned().unwrap_or_default()
            };
            parts.iter().enumerate().map(chosen).fold(Sample::default(), |all, next| all.then(&next))
        };
        let mut all = vec![join(usize::MAX, 0)];
        for (index, part) in parts.iter().enumerate() {
            all.extend((1..part.len()).map(|variant| join(index, variant)));
        }
        all
    }

    fn part(&self, part: &Part) -> Vec<Sample> {
        let mut once = self.piece(&part.piece);
        let excluded = matches!(part.piece, Piece::Not(_));
        once.iter_mut().skip(usize::from(excluded)).for_each(|sample| sample.parts.push(part.at));
        let none = std::iter::once(Sample::default());
        let twice = twice(&once);
        match part.repeat {
            Repeat::One => once,
            // 'on? 3 May' is said with the word.
            Repeat::Optional if is_plain(&part.piece) => once.into_iter().chain(none).collect(),
            Repeat::Optional => none.chain(once).collect(),
            Repeat::Star => none.chain(once).chain(twice).collect(),
            Repeat::Plus => once.into_iter().chain(twice).collect(),
        }
    }

    fn piece(&self, piece: &Piece) -> Vec<Sample> {
        match piece {
            Piece::Text(text) => vec![Sample::text(text)],
            Piece::Any(alternatives) => {
                alternatives.iter().flat_map(|pattern| self.pattern(pattern)).collect()
            }
            Piece::Not(inner) => std::iter::once(Sample::default()).chain(self.piece(inner)).collect(),
            Piece::Gap => vec![Sample::default(), Sample::text("again")],
            Piece::Hole(hole) => self.hole(hole),
        }
    }

    fn hole(&self, hole: &Hole) -> Vec<Sample> {
        let one: Vec<Sample> = hole.targets.iter().flat_map(|target| self.target(*target, hole)).collect();
        let several = match (hole.mode, one.as_slice()) {
            (Mode::List | Mode::Each, [first, ..]) => {
                let second = one.last().unwrap_or(first);
                Some(first.clone().then(&Sample::text("and")).then(second))
            }
            _ => None,
        };
        one.into_iter().chain(several).collect()
    }

    fn target(&self, target: Target, hole: &Hole) -> Vec<Sample> {
        let set = self.set();
        match target {
            Target::Class(class) => {
                let word = Word::Hole(hole.field.clone(), class);
                vec![Sample { words: vec![word], ..Sample::default() }]
            }
            Target::Phrase(phrase) => set
                .phrases
                .get(usize::from(phrase))
                .map_or(Vec::new(), |phrase| self.pattern(&phrase.pattern)),
            Target::Words(list) => {
                let entries = set.words.get(usize::from(list)).map_or(&[][..], |list| &list.entries);
                entries_of(target, entries, |alias| alias.to_owned())
            }
            Target::Verbs(list) => {
                let entries = set.verbs.get(usize::from(list)).map_or(&[][..], |list| &list.entries);
                entries_of(target, entries, |alias| self.verb(alias, hole.mode))
            }
            Target::Table(table) => {
                let cell = self.extractor.lexicon().table(table).cell(0, 0);
                vec![Sample::text(cell)]
            }
            Target::Start | Target::End | Target::Headline | Target::Bullet => vec![Sample::default()],
            Target::Kind(_) => Vec::new(),
        }
    }

    /// 'signed', 'was signed'
    fn verb(&self, alias: &str, mode: Mode) -> String {
        let wanted = if mode == Mode::Passive { VerbForm::Participle } else { VerbForm::Past };
        let mut forms = verb::surfaces(alias, self.extractor.lexicon());
        let form = forms.find(|(form, _)| *form == wanted).map_or(alias.to_owned(), |(_, surface)| surface);
        if mode == Mode::Passive { format!("was {form}") } else { form }
    }
}

/// Whether a part says nothing but words.
fn is_plain(piece: &Piece) -> bool {
    match piece {
        Piece::Text(_) => true,
        Piece::Any(alternatives) => alternatives.iter().flatten().all(|part| is_plain(&part.piece)),
        Piece::Hole(_) | Piece::Not(_) | Piece::Gap => false,
    }
}

/// What repeats, twice: first one thing, then another that fills something else.
fn twice(once: &[Sample]) -> Option<Sample> {
    let first = once.iter().find(|sample| sample.fields().next().is_some()).or(once.first())?;
    let is_other = |sample: &&Sample| {
        sample.fields().next().is_some()
            && sample.fields().all(|field| first.fields().all(|own| own != field))
    };
    let second = once.iter().find(is_other).or(once.last())?;
    Some(first.clone().then(second))
}

/// A word without the article that stands before it already.
fn after_article<'w>(text: &str, word: &'w str) -> &'w str {
    let article = |word: &str| matches!(word.to_lowercase().as_str(), "the" | "a" | "an");
    match word.split_once(' ') {
        Some((first, rest)) if article(first) && text.rsplit(' ').next().is_some_and(article) => rest,
        _ => word,
    }
}

fn entries_of(target: Target, entries: &[ListEntry], surface: impl Fn(&str) -> String) -> Vec<Sample> {
    let entries = entries.iter().enumerate();
    let spellings = entries.flat_map(|(row, entry)| entry.aliases.iter().map(move |alias| (row, alias)));
    let sample = |(row, alias): (usize, &String)| Sample {
        entries: vec![(target, row as u32, alias.clone())],
        ..Sample::text(&surface(alias))
    };
    spellings.map(sample).collect()
}
