//! No two articles of a run have the same id: tables are joined by it, and files are named by it.

use std::hash::Hasher;
use std::path::{Path, PathBuf};

use rustc_hash::{FxHashSet, FxHasher};

use crate::fact::Warning;
use crate::input::{Item, Read};

/// Numbers the ids and paths that came before: `pact`, `pact~2`. A warning of the article says so.
pub fn distinct<I: Iterator<Item = Read>>(articles: I) -> Distinct<I> {
    Distinct { articles, ids: FxHashSet::default(), paths: FxHashSet::default() }
}

/// Articles whose ids differ; see [`distinct`].
pub struct Distinct<I> {
    articles: I,
    /// Hashes take less room than names, of which there may be millions; two names of one hash are very rare, and then the second
    /// is but numbered.
    ids: FxHashSet<u64>,
    paths: FxHashSet<u64>,
}

impl<I: Iterator<Item = Read>> Iterator for Distinct<I> {
    type Item = Read;

    fn next(&mut self) -> Option<Read> {
        let mut read = self.articles.next()?;
        if let Ok(item) = &mut read {
            self.rename(item);
        }
        Some(read)
    }
}

impl<I> Distinct<I> {
    fn rename(&mut self, item: &mut Item) {
        let id = free(&mut self.ids, &item.article.id);
        if id != item.article.id {
            let message = format!("another article has the id `{}`", item.article.id);
            item.warnings.push(Warning { code: "duplicate_id", message, span: None });
            item.article.id = id;
        }
        // Names of files that differ in case only are one on some systems.
        let path = item.path.to_string_lossy();
        let free = free(&mut self.paths, &path.to_lowercase());
        if free.len() != path.to_lowercase().len() {
            item.path = numbered(&item.path, &free);
        }
    }
}

/// The path with the number that its free name got.
fn numbered(path: &Path, free: &str) -> PathBuf {
    let number = free.rsplit('~').next().unwrap_or_default();
    let mut name = path.as_os_str().to_owned();
    name.push(format!("~{number}"));
    PathBuf::from(name)
}

/// A name that was not taken before; it is from now on.
fn free(taken: &mut FxHashSet<u64>, name: &str) -> String {
    let numbered = (2..).map(|number: u64| format!("{name}~{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| taken.insert(hash(name))).unwrap_or_default()
}

fn hash(name: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(name.as_bytes());
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Article;

    fn item(id: &str, path: &str) -> Read {
        let article = Article { id: id.to_owned(), ..Article::default() };
        Ok(Item { article, path: path.into(), ..Item::default() })
    }

    #[test]
    fn names_that_came_before_are_numbered() {
        let given = [("a", "a"), ("b", "x/b"), ("a", "a"), ("A", "A"), ("a", "a"), ("a~2", "a~2")];
        let want =
            [("a", "a"), ("b", "x/b"), ("a~2", "a~2"), ("A", "A~3"), ("a~3", "a~4"), ("a~2~2", "a~2~2")];
        let items = distinct(given.into_iter().map(|(id, path)| item(id, path)));
        let items: Vec<Item> = items.map(Result::unwrap).collect();
        let got: Vec<_> =
            items.iter().map(|item| (item.article.id.as_str(), item.path.to_str().unwrap())).collect();
        assert_eq!(got, want);
        let warned: Vec<_> = items.iter().map(|item| item.warnings.len()).collect();
        assert_eq!(warned, [0, 0, 1, 0, 1, 1]);
    }
}
