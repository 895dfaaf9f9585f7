//! What was fetched of an article: its bytes, and how an article is made of them on any thread.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{InputError, Read};

/// An article's bytes and what is to be done with them. Fetching is done in order; the rest, which is dear for web pages, can
/// be done on any thread.
pub struct Fetched {
    place: String,
    size: usize,
    work: Box<dyn FnOnce() -> Option<Read> + Send>,
}

/// What comes out of fetching.
pub type Fetch = Result<Fetched, InputError>;

/// The articles of something, fetched one by one.
pub(super) type Stream = Box<dyn Iterator<Item = Fetch> + Send>;

impl Fetched {
    /// An article to be made of so many bytes, or none where they hold none.
    pub(super) fn new(
        place: impl Into<String>,
        size: usize,
        work: impl FnOnce() -> Option<Read> + Send + 'static,
    ) -> Fetched {
        Fetched { place: place.into(), size, work: Box::new(work) }
    }

    /// How many bytes were fetched.
    pub fn size(&self) -> usize {
        self.size
    }

    /// Makes the article; none where there turns out to be none. What a library panics on is an error of this article.
    pub fn read(self) -> Option<Read> {
        let Fetched { place, work, .. } = self;
        // Nothing that the work could leave half done outlives it.
        let done = catch_unwind(AssertUnwindSafe(work));
        done.unwrap_or_else(|_| Some(Err(InputError::new(place, "it can't be read: a library failed on it"))))
    }
}

/// One error in the place of all articles.
pub(super) fn failed(error: InputError) -> Stream {
    Box::new(std::iter::once(Err(error)))
}
