//! The story: an article in, its facts out.

use crate::fact::{Facts, Published, Warning};
use crate::lexicon::{Hit, Hits, Lexicon};
use crate::resolve::settle::{self, Lost, Settled};
use crate::resolve::{self, Known, StatusTable, dates};
use crate::rule::trace::Trace;
use crate::rule::{self, Found, Match, RuleSet, Rules, SourceFile};
use crate::token::{Block, Sentence, Token, block, lex, sentence};
use crate::value::{Page, Values};

/// An article to be read.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Article {
    /// The input's name for it.
    pub id: String,
    /// The whole text; spans index it.
    pub text: String,
    /// First byte of the body: a header before it is not read.
    pub body: u32,
    /// Its title, where the input gives one apart from the text.
    pub title: Option<String>,
    /// The day of publication, where the input gives one.
    pub published: Option<Published>,
}

/// What was found in one article, and all that it was made of.
pub struct Inside<'a> {
    /// The article, cut and looked up.
    pub page: &'a Page<'a>,
    /// What the grammars found.
    pub values: &'a Values,
    /// The rule matches that won.
    pub matches: Vec<Match>,
    /// The rule matches that lost to others.
    pub lost: Vec<Lost>,
    /// The facts.
    pub facts: Facts,
}

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Scope {
    /// All kinds of facts.
    #[default]
    Everything,
    /// Dates and the day of publication: the other grammars and the rules are not run, which is several times as fast. The dates
    /// are those that reading everything would give.
    Dates,
}

/// How articles are read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Options {
    /// What is looked for.
    pub scope: Scope,
    /// How dates are read that allow two readings.
    pub dates: dates::Options,
}

/// Reads articles. It is built once and then shared between threads; it never changes.
pub struct Extractor {
    lexicon: Lexicon,
    rules: Rules,
    status: StatusTable,
    options: Options,
}

impl Extractor {
    /// The built-in lexicon and rules, and the user's rules after them.
    ///
    /// ```
    /// use dateline::extract::{Article, Extractor};
    /// let extractor = Extractor::new(&[])?;
    /// let article = Article { text: "Norway and Chile signed a treaty on 3 May 2021.".into(), ..Article::default() };
    /// let facts = extractor.extract(&article);
    /// assert_eq!(facts.dates[0].value, "2021-05-03");
    /// assert_eq!(facts.documents[0].parties.len(), 2);
    /// # Ok::<(), anyhow::Error>(())
    /// ```
    ///
    /// # Errors
    /// Everything that is wrong in any rule file, with places.
    pub fn new(user: &[SourceFile]) -> anyhow::Result<Extractor> {
        let mut lexicon = Lexicon::builtin()?;
        let sources: Vec<SourceFile> = rule::builtin().chain(user.iter().cloned()).collect();
        let rules = rule::compile(rule::read(&sources)?, &mut lexicon);
        let status = StatusTable::new(&lexicon);
        Ok(Extractor { lexicon, rules, status, options: Options::default() })
    }

    /// The same extractor with other options.
    ///
    /// ```
    /// use dateline::extract::{Article, Extractor, Options, Scope};
    /// use dateline::resolve::dates::{self, DateOrder};
    /// let dates = dates::Options { order: DateOrder::Dmy, ..dates::Options::default() };
    /// let extractor = Extractor::new(&[])?.with(Options { scope: Scope::Dates, dates });
    /// let facts = extractor.extract(&Article { text: "It is due on 03/04/2013.".into(), ..Article::default() });
    /// assert_eq!(facts.dates[0].value, "2013-04-03");
    /// # Ok::<(), anyhow::Error>(())
    /// ```
    #[must_use]
    pub fn with(mut self, options: Options) -> Extractor {
        if options.scope == Scope::Dates {
            self.lexicon.narrow_to_dates();
        }
        Extractor { options, ..self }
    }

    /// The facts of one article. Odd text gives fewer facts, never an error.
    pub fn extract(&self, article: &Article) -> Facts {
        self.inspect(article, None, |inside| inside.facts)
    }

    /// Reads one article and shows all that its facts were made of. A draft rule gives nothing unless it is named.
    pub fn inspect<T>(&self, article: &Article, draft: Option<&str>, look: impl FnOnce(Inside) -> T) -> T {
        self.trace(article, draft, &mut (), |inside, _| look(inside))
    }

    /// [`Extractor::inspect`], with a record of what the rules tried.
    pub fn trace<T, R: Trace>(
        &self,
        article: &Article,
        draft: Option<&str>,
        trace: &mut R,
        look: impl FnOnce(Inside, &R) -> T,
    ) -> T {
        let prepared = self.prepare(article);
        let page = &prepared.page(&article.text, &self.lexicon);
        let (values, published) = (&prepared.values, article.published.clone());
        let inside = match self.options.scope {
            Scope::Everything => {
                let found = self.rules.find_with(page, values, draft, trace);
                self.conclude(self.rules.set(), page, values, found, published)
            }
            Scope::Dates => {
                let facts = resolve::resolve_dates(page, values, self.options.dates, published);
                Inside { page, values, matches: Vec::new(), lost: Vec::new(), facts }
            }
        };
        look(inside, trace)
    }

    /// All that is made of an article before any rule is tried.
    pub fn prepare(&self, article: &Article) -> Prepared {
        let text = article.text.as_str();
        let tokens = lex(text, article.body, &self.lexicon.vocabulary);
        let hits = match self.options.scope {
            Scope::Everything => self.lexicon.look_up(&tokens),
            Scope::Dates => self.lexicon.look_up_dates(&tokens),
        };
        let mut blocks = block::cut(text, &tokens, self.lexicon.cues());
        let sentences = sentence::cut(text, &tokens, self.lexicon.cues(), &mut blocks);
        Prepared { tokens, hits, blocks, sentences, values: Values::default() }.read(text, self)
    }

    /// What matches make of a page. `set` holds the rules that they are of.
    pub fn conclude<'a>(
        &self,
        set: &RuleSet,
        page: &'a Page<'a>,
        values: &'a Values,
        found: Found,
        published: Option<Published>,
    ) -> Inside<'a> {
        let Settled { won: matches, lost } = settle::contest(set, found.matches);
        let known = Known { set, status: &self.status, options: self.options.dates };
        let mut facts = resolve::resolve(page, values, &known, &matches, published);
        let exhausted = found.exhausted.iter().map(|(rule, sentence)| exhausted(set, page, *rule, *sentence));
        facts.warnings.extend(exhausted);
        Inside { page, values, matches, lost, facts }
    }

    /// The compiled rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The words that everything is looked up in.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }
}

/// An article, cut, looked up and read: all that does not hang on what the rules say.
pub struct Prepared {
    tokens: Vec<Token>,
    hits: Hits,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    /// What the grammars found.
    pub values: Values,
}

impl Prepared {
    /// The page of the text that it was made from.
    pub fn page<'a>(&'a self, text: &'a str, lexicon: &'a Lexicon) -> Page<'a> {
        let Prepared { tokens, hits, blocks, sentences, .. } = self;
        Page { text, tokens, blocks, sentences, lexicon, hits }
    }

    /// The same where some words are in no list.
    #[must_use]
    pub fn without(&self, text: &str, extractor: &Extractor, drop: impl Fn(u32, &Hit) -> bool) -> Prepared {
        let hits = self.hits.without(drop);
        let Prepared { tokens, blocks, sentences, .. } = self;
        let (tokens, blocks, sentences) = (tokens.clone(), blocks.clone(), sentences.clone());
        Prepared { tokens, hits, blocks, sentences, values: Values::default() }.read(text, extractor)
    }

    fn read(mut self, text: &str, extractor: &Extractor) -> Prepared {
        let page = &self.page(text, &extractor.lexicon);
        self.values = match extractor.options.scope {
            Scope::Everything => Values::read(page),
            Scope::Dates => Values::read_dates(page),
        };
        self
    }
}

/// The warning that a rule was given up in a sentence.
fn exhausted(set: &RuleSet, page: &Page, rule: usize, sentence: usize) -> Warning {
    let name = &set.rules[rule].name;
    let message = format!("the rule `{name}` had too many ways to match here and was given up");
    Warning { code: "step_budget", message, span: Some(page.span(&page.sentences[sentence].tokens)) }
}
