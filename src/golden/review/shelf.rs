//! Where a session puts golden files.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::golden::{Golden, Place};

/// Keeps golden files; tests keep them in memory.
pub trait Shelf {
    /// Saves an article's golden file; where there is none any more, the file is to be as it was before the session.
    ///
    /// # Errors
    /// Why it is not saved.
    fn save(&mut self, place: &Place, golden: Option<&Golden>) -> Result<(), String>;
}

/// The files themselves, each written whole, and only where nobody else has changed it meanwhile.
#[derive(Debug, Default)]
pub struct Folder {
    known: HashMap<PathBuf, Known>,
}

#[derive(Debug)]
struct Known {
    /// Before the session.
    before: Option<Vec<u8>>,
    /// As the session left it.
    now: Option<Vec<u8>>,
}

impl Folder {
    /// Remembers how golden files are before a session.
    pub fn new<'p>(places: impl Iterator<Item = &'p Place>) -> Folder {
        let known = places.map(|place| {
            let before = std::fs::read(&place.golden).ok();
            (place.golden.clone(), Known { now: before.clone(), before })
        });
        Folder { known: known.collect() }
    }
}

impl Shelf for Folder {
    fn save(&mut self, place: &Place, golden: Option<&Golden>) -> Result<(), String> {
        let path = &place.golden;
        let known =
            self.known.get_mut(path).ok_or_else(|| format!("{} is not of this session", path.display()))?;
        if std::fs::read(path).ok() != known.now {
            return Err(format!(
                "{} was changed by somebody else meanwhile: quit and review again",
                path.display()
            ));
        }
        let wanted = golden.map(|golden| golden.print().into_bytes()).or_else(|| known.before.clone());
        let done = match &wanted {
            Some(bytes) => crate::golden::file::write_whole(path, bytes),
            None if known.now.is_some() => std::fs::remove_file(path),
            None => Ok(()),
        };
        done.map_err(|error| format!("cannot write {}: {error}", path.display()))?;
        known.now = wanted;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::golden::sample::{date, golden};

    #[test]
    fn files_are_as_they_were_or_as_they_were_judged() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("wire/a.json");
        let place = Place { article: PathBuf::new(), id: "a".to_owned(), golden: path.clone() };
        let mut shelf = Folder::new([&place].into_iter());
        let judged = golden(&[date([0, 3], "x")]);
        shelf.save(&place, Some(&judged)).unwrap();
        assert_eq!(Golden::read(&path).unwrap(), judged);
        shelf.save(&place, None).unwrap();
        assert!(!path.exists());
        std::fs::write(&path, "by hand").unwrap();
        let error = shelf.save(&place, Some(&judged)).unwrap_err();
        assert!(error.contains("was changed by somebody else"), "{error}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "by hand");
        let mut shelf = Folder::new([&place].into_iter());
        shelf.save(&place, Some(&judged)).unwrap();
        shelf.save(&place, None).unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "by hand", "byte for byte");
    }
}
