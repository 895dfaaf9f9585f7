//! How fast each stage is, over the articles of `corpus/`, on one thread: `cargo bench`.
//!
//! A stage alone gets what the stages before it made; `whole` is text in, record out.

use std::path::Path;
use std::sync::LazyLock;

use dateline::extract::{Article, Extractor};
use dateline::input;
use dateline::lexicon::{Hits, Lexicon};
use dateline::resolve::{self, Known, StatusTable, dates, settle};
use dateline::rule::{self, Match, Rules, SourceFile};
use dateline::text::Unit;
use dateline::token::{Block, Sentence, Token, block, lex, sentence};
use dateline::value::{Page, Values, date, document, name, quantity};
use dateline::wire::{self, Record};
use divan::counter::BytesCount;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// An article with what every stage made of it.
struct Prepared {
    text: String,
    tokens: Vec<Token>,
    hits: Hits,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    values: Values,
    found: Vec<Match>,
    won: Vec<Match>,
}

struct Ready {
    lexicon: Lexicon,
    rules: Rules,
    status: StatusTable,
    articles: Vec<Prepared>,
}

static READY: LazyLock<Ready> = LazyLock::new(Ready::new);

impl Ready {
    fn new() -> Ready {
        let mut lexicon = Lexicon::builtin().expect("the built-in tables read");
        let sources: Vec<SourceFile> = rule::builtin().collect();
        let rules = rule::compile(rule::read(&sources).expect("the built-in rules read"), &mut lexicon);
        let status = StatusTable::new(&lexicon);
        let mut ready = Ready { lexicon, rules, status, articles: Vec::new() };
        ready.articles = texts().map(|text| ready.prepare(text)).collect();
        ready
    }

    fn prepare(&self, text: String) -> Prepared {
        let tokens = lex(&text, 0, &self.lexicon.vocabulary);
        let hits = self.lexicon.look_up(&tokens);
        let (blocks, sentences) = cut(&text, &tokens, &self.lexicon);
        let (values, found, won) = (Values::default(), Vec::new(), Vec::new());
        let mut made = Prepared { text, tokens, hits, blocks, sentences, values, found, won };
        made.values = Values::read(&self.page(&made));
        made.found = self.rules.find(&self.page(&made), &made.values, None).matches;
        made.won = resolve::settle(&self.rules, made.found.clone());
        made
    }

    fn page<'a>(&'a self, article: &'a Prepared) -> Page<'a> {
        Page {
            text: &article.text,
            tokens: &article.tokens,
            blocks: &article.blocks,
            sentences: &article.sentences,
            lexicon: &self.lexicon,
            hits: &article.hits,
        }
    }

    fn known(&self) -> Known<'_> {
        Known { set: self.rules.set(), status: &self.status, options: dates::Options::default() }
    }
}

fn texts() -> impl Iterator<Item = String> {
    let corpus = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus"));
    let files = input::files(corpus).collect::<Vec<_>>().into_iter();
    files.map(|file| std::fs::read_to_string(file.expect("the corpus can be walked").path).expect("and read"))
}

fn cut(text: &str, tokens: &[Token], lexicon: &Lexicon) -> (Vec<Block>, Vec<Sentence>) {
    let mut blocks = block::cut(text, tokens, lexicon.cues());
    let sentences = sentence::cut(text, tokens, lexicon.cues(), &mut blocks);
    (blocks, sentences)
}

/// Runs a stage over all articles and counts their bytes.
fn stage<T>(bencher: Bencher, work: impl Fn(&'static Ready, &'static Prepared, &Page) -> T + Sync) {
    let ready = &*READY;
    let bytes: usize = ready.articles.iter().map(|article| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for article in &ready.articles {
            black_box(work(ready, article, &ready.page(article)));
        }
    });
}

#[divan::bench]
fn a_lex(bencher: Bencher) {
    stage(bencher, |ready, article, _| lex(&article.text, 0, &ready.lexicon.vocabulary));
}

#[divan::bench]
fn b_look_up(bencher: Bencher) {
    stage(bencher, |ready, article, _| ready.lexicon.look_up(&article.tokens));
}

#[divan::bench]
fn c_blocks_and_sentences(bencher: Bencher) {
    stage(bencher, |ready, article, _| cut(&article.text, &article.tokens, &ready.lexicon));
}

#[divan::bench]
fn d_names(bencher: Bencher) {
    stage(bencher, |_, _, page| name::read(page));
}

#[divan::bench]
fn e_references(bencher: Bencher) {
    stage(bencher, |_, article, page| name::read_references(page, &article.values));
}

#[divan::bench]
fn f_dates(bencher: Bencher) {
    stage(bencher, |_, article, page| date::read(page, &article.values, &date::Reach::read(page)));
}

#[divan::bench]
fn g_quantities(bencher: Bencher) {
    stage(bencher, |_, article, page| quantity::read(page, &article.values));
}

#[divan::bench]
fn h_documents(bencher: Bencher) {
    stage(bencher, |_, article, page| document::read(page, &article.values));
}

#[divan::bench]
fn i_rules(bencher: Bencher) {
    stage(bencher, |ready, article, page| ready.rules.find(page, &article.values, None));
}

#[divan::bench]
fn j_settle(bencher: Bencher) {
    stage(bencher, |ready, article, _| settle::contest(ready.rules.set(), article.found.clone()));
}

#[divan::bench]
fn k_resolve(bencher: Bencher) {
    stage(bencher, |ready, article, page| {
        resolve::resolve(page, &article.values, &ready.known(), &article.won, None)
    });
}

#[divan::bench]
fn whole(bencher: Bencher) {
    let extractor = Extractor::new(&[]).expect("the built-in rules read");
    let articles: Vec<Article> = texts().map(|text| Article { text, ..Article::default() }).collect();
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for article in &articles {
            let of = wire::Article { text: &article.text, ..wire::Article::default() };
            black_box(Record::new(&of, &extractor.extract(article), Unit::Chars).to_json().is_ok());
        }
    });
}
