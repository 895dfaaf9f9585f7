//! The story: an article in, its facts out.

use crate::fact::{Facts, Published};
use crate::lexicon::Lexicon;
use crate::resolve::{self, StatusTable};
use crate::rule::{self, Match, Rules, SourceFile};
use crate::token::{block, lex, sentence};
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

/// What was found, and the matches that it was made of.
#[derive(Default)]
pub struct Extraction {
    /// The facts.
    pub facts: Facts,
    /// The rule matches that won.
    pub matches: Vec<Match>,
}

/// Reads articles. It is built once and then shared between threads; it never changes.
pub struct Extractor {
    lexicon: Lexicon,
    rules: Rules,
    status: StatusTable,
}

impl Extractor {
    /// The built-in lexicon and rules, and the user's rules after them.
    ///
    /// # Errors
    /// Everything that is wrong in any rule file, with places.
    pub fn new(user: &[SourceFile]) -> anyhow::Result<Extractor> {
        let mut lexicon = Lexicon::builtin()?;
        let sources: Vec<SourceFile> = rule::builtin().chain(user.iter().cloned()).collect();
        let rules = rule::compile(rule::read(&sources)?, &mut lexicon);
        let status = StatusTable::new(&lexicon);
        Ok(Extractor { lexicon, rules, status })
    }

    /// Reads one article. Odd text gives fewer facts, never an error.
    pub fn extract(&self, article: &Article) -> Extraction {
        let text = article.text.as_str();
        let tokens = lex(text, article.body, &self.lexicon.vocabulary);
        let hits = self.lexicon.look_up(&tokens);
        let mut blocks = block::cut(text, &tokens);
        let sentences = sentence::cut(text, &tokens, &mut blocks);
        let page = Page { text, tokens: &tokens, blocks: &blocks, sentences: &sentences, lexicon: &self.lexicon, hits: &hits };
        let values = Values::read(&page);
        let matches = resolve::settle(&self.rules, self.rules.find(&page, &values));
        let facts = resolve::resolve(&page, &values, &self.known(), &matches, article.published.clone());
        Extraction { facts, matches }
    }

    /// The compiled rules.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }
}
