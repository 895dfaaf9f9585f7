//! A text that mutants are tried on, with all that stays as it is from mutant to mutant.

use crate::extract::{Article, Extractor, Inside, Prepared};
use crate::fact::Facts;
use crate::golden::example::{self, Draft, Outcome, Pipeline, Verdict};
use crate::lexicon::Hit;
use crate::rule::{Found, RuleSet, Rules};

/// A text that mutants are tried on.
pub(super) struct Bed {
    article: Article,
    test: Test,
    prepared: Prepared,
    found: Found,
    facts: Facts,
}

/// What holds of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Test {
    /// An article that has a golden file: any other fact is a difference.
    Golden,
    /// An example: rule, and number in the rule.
    Example(usize, usize),
    /// A sentence made from a rule: what that rule finds in it, and how the fact comes out, is what an example would say.
    Sentence(usize),
}

impl Bed {
    pub(super) fn new(extractor: &Extractor, article: Article, test: Test) -> Bed {
        let rules = extractor.rules();
        let prepared = extractor.prepare(&article);
        let page = &prepared.page(&article.text, extractor.lexicon());
        let found = rules.find(page, &prepared.values, test.draft(rules.set()));
        let published = article.published.clone();
        let facts = extractor.conclude(rules.set(), page, &prepared.values, found.clone(), published).facts;
        Bed { article, test, prepared, found, facts }
    }

    /// What holds of the text.
    pub(super) fn test(&self) -> Test {
        self.test
    }

    /// Whether the rules, as they are, pass here.
    pub(super) fn passes(&self, extractor: &Extractor) -> bool {
        !self.caught(extractor, extractor.rules().set(), &self.prepared, self.found.clone())
    }

    /// Whether changed rules are caught here: `varied` holds those of them whose matches may differ.
    pub(super) fn catches(&self, extractor: &Extractor, varied: &Rules, touched: &[usize]) -> bool {
        let page = &self.prepared.page(&self.article.text, extractor.lexicon());
        let draft = self.test.draft(varied.set());
        let mut now = varied.find(page, &self.prepared.values, draft);
        let before = self.found.matches.iter().filter(|found| touched.contains(&found.rule));
        let given_up = self.found.exhausted.iter().filter(|(rule, _)| touched.contains(rule));
        if before.eq(&now.matches) && given_up.eq(&now.exhausted) {
            return false;
        }
        let others = self.found.matches.iter().filter(|found| !touched.contains(&found.rule));
        now.matches.extend(others.cloned());
        let others = self.found.exhausted.iter().filter(|(rule, _)| !touched.contains(rule));
        now.exhausted.extend(others);
        self.caught(extractor, varied.set(), &self.prepared, now)
    }

    /// Whether other clauses than patterns (`over`, `give`) are caught here.
    pub(super) fn catches_terms(&self, extractor: &Extractor, set: &RuleSet, rule: usize) -> bool {
        self.found.matches.iter().any(|found| found.rule == rule)
            && self.caught(extractor, set, &self.prepared, self.found.clone())
    }

    /// Whether it is caught here that words are in no list.
    pub(super) fn catches_words(&self, extractor: &Extractor, drop: impl Fn(&[u32], &Hit) -> bool) -> bool {
        let page = self.prepared.page(&self.article.text, extractor.lexicon());
        let words: Vec<u32> = page.tokens.iter().map(|token| token.word.0).collect();
        let dropped = |at: u32, hit: &Hit| drop(&words[at as usize..hit.end as usize], hit);
        let any = |at: u32| page.hits.at(at).iter().any(|hit| dropped(at, hit));
        if !(0..words.len() as u32).any(any) {
            return false;
        }
        let prepared = self.prepared.without(&self.article.text, extractor, dropped);
        let page = prepared.page(&self.article.text, extractor.lexicon());
        let rules = extractor.rules();
        let found = rules.find(&page, &prepared.values, self.test.draft(rules.set()));
        self.caught(extractor, rules.set(), &prepared, found)
    }

    /// Whether an example of a rule, made from the sentence as it is read by the rules as they are, would fail.
    fn differs(&self, extractor: &Extractor, set: &RuleSet, inside: &Inside, rule: usize) -> bool {
        let fired = |outcome: Outcome| {
            let own = outcome.fired.into_iter().filter(|fired| fired.rule == set.rules[rule].name);
            own.map(|fired| (fired.filled, fired.facts)).collect::<Vec<_>>()
        };
        inside.facts != self.facts
            && fired(example::outcome(set, inside)) != fired(self.outcome(extractor, rule))
    }

    /// What the rules, as they are, find.
    fn outcome(&self, extractor: &Extractor, rule: usize) -> Outcome {
        extractor.run(&self.article.text, None, &extractor.rules().set().rules[rule].name)
    }

    /// The example of a rule that says what it finds here: a `no` where that is nothing.
    pub(super) fn example(&self, extractor: &Extractor, rule: usize) -> String {
        let of = &extractor.rules().set().rules[rule];
        let text = &self.article.text;
        let yes = Draft::yes(of, text, None, &self.outcome(extractor, rule));
        yes.unwrap_or_else(|| Draft::no(text, None)).to_string()
    }

    /// Whether what is found makes the test fail.
    fn caught(&self, extractor: &Extractor, set: &RuleSet, prepared: &Prepared, found: Found) -> bool {
        let page = &prepared.page(&self.article.text, extractor.lexicon());
        let published = self.article.published.clone();
        let inside = extractor.conclude(set, page, &prepared.values, found, published);
        match self.test {
            Test::Golden => inside.facts != self.facts,
            Test::Example(rule, number) => fails(set, &inside, rule, number),
            Test::Sentence(rule) => self.differs(extractor, set, &inside, rule),
        }
    }
}

/// Whether an example fails by what was found in it.
fn fails(set: &RuleSet, inside: &Inside, rule: usize, number: usize) -> bool {
    let rule = &set.rules[rule];
    let judged = |example| example::judge(rule, example, &example::outcome(set, inside));
    rule.examples.get(number).is_some_and(|example| matches!(judged(example), Verdict::Fail(_)))
}

impl Test {
    /// The draft rule that runs here: an example's own.
    fn draft(self, set: &RuleSet) -> Option<&str> {
        match self {
            Test::Golden => None,
            Test::Example(rule, _) | Test::Sentence(rule) => {
                set.rules.get(rule).map(|rule| rule.name.as_str())
            }
        }
    }
}
