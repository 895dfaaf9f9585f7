//! Tables of words and names, and the look-up of every token in them.
//!
//! The built-in tables lie in `lexicon/` as TSV files and are part of the program. Each row's surface
//! columns go into one trie; a match says which table, row and column it came from.

mod builtin;
mod cues;
mod table;
#[cfg(test)]
mod tests;
pub mod time;
mod trie;

pub use builtin::{Catalog, TABLES, TableSpec};
pub use table::{Table, TableError};

use crate::token::{Cues, Token, Vocabulary};

/// Where a surface comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Origin {
    /// A table, with the index of the column in which the surface stands.
    Table(Catalog, u8),
    /// A word list of the rules, by number; the row is the entry.
    Words(u16),
    /// A verb list of the rules, by number; the row is the entry, and the form is one of [`VerbForm`].
    Verbs(u16, VerbForm),
}

/// The forms of an English verb.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum VerbForm {
    /// `sign`
    Base,
    /// `signs`
    Third,
    /// `signed` as the past
    Past,
    /// `signed` as the participle
    Participle,
    /// `signing`
    Gerund,
}

/// What one surface means.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Entry {
    /// Where it comes from.
    pub origin: Origin,
    /// Row of the table, or entry of the list.
    pub row: u32,
}

/// Surfaces found in an article: for each token, what begins there.
#[derive(Clone, Default)]
pub struct Hits {
    hits: Vec<Hit>,
    /// For token `i`, its hits are `hits[first[i]..first[i + 1]]`, shortest first.
    first: Vec<u32>,
    /// For each token, the tables that know something which begins there, a bit each: most look-ups end here.
    catalogs: Vec<u128>,
    /// What the tables of time make of each token, longest first, with the end; filed as `hits` are.
    terms: Vec<(u32, time::Term)>,
    first_term: Vec<u32>,
}

/// One surface found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hit {
    /// One past the last token.
    pub end: u32,
    /// What it means.
    pub entry: Entry,
}

impl Hits {
    /// Room for the look-ups of that many tokens.
    fn with_capacity(tokens: usize) -> Hits {
        let index = || {
            let mut index = Vec::with_capacity(tokens + 1);
            index.push(0);
            index
        };
        let (hits, catalogs) = (Vec::with_capacity(tokens), Vec::with_capacity(tokens));
        Hits { hits, first: index(), catalogs, terms: Vec::new(), first_term: index() }
    }

    /// All that begins at token `at`, shortest first.
    #[inline]
    pub fn at(&self, at: u32) -> &[Hit] {
        match (self.first.get(at as usize), self.first.get(at as usize + 1)) {
            (Some(&start), Some(&end)) => &self.hits[start as usize..end as usize],
            _ => &[],
        }
    }

    /// Whether any surface of `table` begins at token `at`.
    #[inline]
    pub fn knows(&self, at: u32, table: Catalog) -> bool {
        self.catalogs.get(at as usize).is_some_and(|known| known & bit(table) != 0)
    }

    /// The longest surface of `table` that begins at token `at`, as (end, row, column).
    #[inline]
    pub fn table(&self, at: u32, table: Catalog) -> Option<(u32, usize, u8)> {
        if self.knows(at, table) { self.longest(at, table) } else { None }
    }

    fn longest(&self, at: u32, table: Catalog) -> Option<(u32, usize, u8)> {
        self.at(at).iter().rev().find_map(|hit| match hit.entry.origin {
            Origin::Table(found, column) if found == table => Some((hit.end, hit.entry.row as usize, column)),
            _ => None,
        })
    }

    /// What the tables of time make of what begins at a token: one past its end, and the meaning; longest first.
    #[inline]
    pub fn terms(&self, at: u32) -> &[(u32, time::Term)] {
        match (self.first_term.get(at as usize), self.first_term.get(at as usize + 1)) {
            (Some(&start), Some(&end)) => &self.terms[start as usize..end as usize],
            _ => &[],
        }
    }

    /// The same without some surfaces of word lists and verb lists.
    #[must_use]
    pub fn without(&self, drop: impl Fn(u32, &Hit) -> bool) -> Hits {
        let mut kept = Hits { first: vec![0], hits: Vec::with_capacity(self.hits.len()), ..self.clone() };
        for at in 0..self.catalogs.len() as u32 {
            kept.hits.extend(self.at(at).iter().filter(|hit| !drop(at, hit)));
            kept.first.push(kept.hits.len() as u32);
        }
        kept
    }

    /// Files what begins at the next token.
    fn file(&mut self, time: &time::Time) {
        let first = self.first.last().map_or(0, |&first| first as usize);
        let here = &self.hits[first..];
        if here.is_empty() {
            return self.close(0);
        }
        let known = here.iter().fold(0, |known, hit| match hit.entry.origin {
            Origin::Table(catalog, _) => known | bit(catalog),
            Origin::Words(_) | Origin::Verbs(..) => known,
        });
        let terms = here.iter().rev();
        self.terms
            .extend(terms.flat_map(|hit| time.terms(hit.entry).iter().rev().map(|term| (hit.end, *term))));
        self.close(known);
    }

    /// Ends what is filed for a token of which some tables know something.
    fn close(&mut self, known: u128) {
        self.catalogs.push(known);
        self.first.push(self.hits.len() as u32);
        self.first_term.push(self.terms.len() as u32);
    }
}

/// Whether dates alone need it: no words of rules, and no table of documents or figures alone.
fn is_of_dates(origin: Origin) -> bool {
    use Catalog::{Bounds, DocumentFollowers, DocumentLinks, DocumentModifiers, DocumentTypes, Speech};
    match origin {
        Origin::Words(_) | Origin::Verbs(..) => false,
        Origin::Table(catalog, _) => !matches!(
            catalog,
            Bounds | DocumentFollowers | DocumentLinks | DocumentModifiers | DocumentTypes | Speech
        ),
    }
}

#[inline]
fn bit(table: Catalog) -> u128 {
    1 << table as u32
}

/// All words that Dateline knows: the vocabulary, the tables, and the trie of their surfaces.
pub struct Lexicon {
    /// Words by id.
    pub vocabulary: Vocabulary,
    tables: Vec<Table>,
    trie: trie::Trie,
    /// The surfaces that dates alone need, where only they are read.
    of_dates: Option<trie::Trie>,
    cues: Cues,
    time: time::Time,
    /// For each verb list of the rules, whether it is the program's own.
    own_verbs: Vec<bool>,
}

impl Lexicon {
    /// The built-in tables.
    ///
    /// # Errors
    /// Where a table can't be read; the tests see to it that this does not happen.
    pub fn builtin() -> Result<Lexicon, TableError> {
        let mut lexicon = Lexicon {
            vocabulary: Vocabulary::default(),
            tables: Vec::new(),
            trie: trie::Trie::default(),
            of_dates: None,
            cues: Cues::default(),
            time: time::Time::default(),
            own_verbs: Vec::new(),
        };
        for spec in TABLES {
            lexicon.add_table(spec)?;
        }
        lexicon.read_cues()?;
        lexicon.time = time::Time::read(&lexicon.tables)?;
        Ok(lexicon)
    }

    fn add_table(&mut self, spec: &TableSpec) -> Result<(), TableError> {
        let table = Table::read(spec.name, spec.text)?;
        for name in spec.surfaces {
            let Some(column) = table.column(name) else {
                let message = format!("there is no column `{name}`");
                return Err(TableError { table: spec.name.to_owned(), line: 1, message });
            };
            for row in 0..table.len() {
                let entry = Entry { origin: Origin::Table(spec.catalog, column as u8), row: row as u32 };
                for surface in table.spellings(row, column) {
                    self.trie.insert(surface, entry, &mut self.vocabulary);
                }
            }
        }
        self.tables.push(table);
        Ok(())
    }

    /// Adds a surface that rules name.
    pub fn insert(&mut self, surface: &str, entry: Entry) {
        self.trie.insert(surface, entry, &mut self.vocabulary);
    }

    /// Notes whether the next verb list of the rules is the program's own.
    pub(crate) fn add_verbs(&mut self, own: bool) {
        self.own_verbs.push(own);
    }

    /// Whether a verb list is the program's own. Only those tell the grammars what a verb is, so that a user's rules leave
    /// alone what other rules find.
    pub(crate) fn has_own_verbs(&self, list: u16) -> bool {
        self.own_verbs.get(usize::from(list)).is_some_and(|own| *own)
    }

    /// What the cutting of blocks and sentences needs to know.
    pub fn cues(&self) -> &Cues {
        &self.cues
    }

    /// What words mean in dates.
    pub fn time(&self) -> &time::Time {
        &self.time
    }

    /// A built-in table.
    #[inline]
    pub fn table(&self, catalog: Catalog) -> &Table {
        &self.tables[catalog as usize]
    }

    /// Prepares [`Lexicon::look_up_dates`], after the last surface.
    pub(crate) fn narrow_to_dates(&mut self) {
        self.of_dates = Some(self.trie.keeping(|entry| is_of_dates(entry.origin)));
    }

    /// Looks every token up.
    pub fn look_up(&self, tokens: &[Token]) -> Hits {
        self.walk(&self.trie, tokens)
    }

    /// Looks every token up in the tables that dates need: what they are made of, and names, which keep words from being dates.
    pub fn look_up_dates(&self, tokens: &[Token]) -> Hits {
        self.walk(self.of_dates.as_ref().unwrap_or(&self.trie), tokens)
    }

    fn walk(&self, trie: &trie::Trie, tokens: &[Token]) -> Hits {
        let mut hits = Hits::with_capacity(tokens.len());
        for at in 0..tokens.len() {
            let found = &mut hits.hits;
            trie.starts(&tokens[at..], |length, entry| {
                found.push(Hit { end: at as u32 + length, entry });
            });
            hits.file(&self.time);
        }
        hits
    }
}
