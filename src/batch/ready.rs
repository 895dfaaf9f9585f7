//! Makes articles of what was fetched, on all threads and in order.

use std::vec::IntoIter;

use rayon::prelude::*;

use crate::input::{Fetch, Read};

/// How much is fetched before articles are made of it.
const WINDOW: (usize, usize) = (256, 4 << 20);

/// The articles that were fetched, in their order.
pub fn ready<I: Iterator<Item = Fetch>>(fetched: I) -> Ready<I> {
    Ready { fetched, made: Vec::new().into_iter() }
}

/// Articles made of what was fetched; see [`ready`].
pub struct Ready<I> {
    fetched: I,
    made: IntoIter<Option<Read>>,
}

impl<I: Iterator<Item = Fetch>> Iterator for Ready<I> {
    type Item = Read;

    fn next(&mut self) -> Option<Read> {
        loop {
            match self.made.next() {
                Some(Some(read)) => return Some(read),
                Some(None) => {}
                None => {
                    let window = self.window();
                    if window.is_empty() {
                        return None;
                    }
                    self.made = made(window).into_iter();
                }
            }
        }
    }
}

impl<I: Iterator<Item = Fetch>> Ready<I> {
    fn window(&mut self) -> Vec<Fetch> {
        let (most, bytes) = WINDOW;
        let mut window = Vec::new();
        let mut size = 0;
        while window.len() < most && size < bytes {
            let Some(fetch) = self.fetched.next() else { break };
            size += fetch.as_ref().map_or(0, |fetched| fetched.size());
            window.push(fetch);
        }
        window
    }
}

fn made(window: Vec<Fetch>) -> Vec<Option<Read>> {
    let make = |fetch: Fetch| match fetch {
        Ok(fetched) => fetched.read(),
        Err(error) => Some(Err(error)),
    };
    window.into_par_iter().map(make).collect()
}
