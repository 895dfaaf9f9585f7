//! Going through differences, or facts that nobody judged, one at a time. What keys and screens there are is not known here.
//!
//! Each judgement is saved before the next item is shown, so that a session can end anywhere and nothing is lost; the next one
//! goes on with what is left.

mod shelf;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use shelf::{Folder, Shelf};

use super::group;
use super::{Checked, Difference, Golden, GoldenFact, Judgement, Sides, Verdict, take};

/// One thing to be judged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Item {
    /// Index of the article.
    pub article: usize,
    about: About,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum About {
    /// A difference of the article, by index.
    Difference(usize),
    /// A fact of its golden file that has not changed, by index.
    Fact(usize),
}

#[derive(Clone, PartialEq, Eq, Debug)]
enum State {
    Open,
    Left,
    Judged(Judgement),
}

/// A way through items.
pub struct Session<'a> {
    articles: &'a [Checked],
    items: Vec<Item>,
    states: Vec<State>,
    /// The item that is shown; one past the last where all is done.
    at: usize,
    /// Whether the next judgement is for all of its group.
    whole: bool,
    /// Items that were judged or left together, the latest last.
    past: Vec<Vec<usize>>,
}

impl<'a> Session<'a> {
    /// Goes through all differences that `admits` lets pass.
    pub fn of_differences(articles: &'a [Checked], admits: impl Fn(&Checked, &Sides) -> bool) -> Session<'a> {
        Session::new(articles, |checked| {
            let differences = checked.differences.iter().enumerate();
            let chosen =
                differences.filter(|(_, one)| admits(checked, &one.sides(checked.before(), &checked.found)));
            chosen.map(|(index, _)| About::Difference(index)).collect()
        })
    }

    /// Goes through the facts that are `seen` and have not changed.
    pub fn of_seen(articles: &'a [Checked], admits: impl Fn(&Checked, &GoldenFact) -> bool) -> Session<'a> {
        Session::new(articles, |checked| {
            let differing: BTreeSet<usize> =
                checked.differences.iter().filter_map(|one| one.before).collect();
            let facts = checked.before().facts.iter().enumerate();
            let seen = facts.filter(|(index, fact)| fact.is == Verdict::Seen && !differing.contains(index));
            seen.filter(|(_, fact)| admits(checked, fact)).map(|(index, _)| About::Fact(index)).collect()
        })
    }

    fn new(articles: &'a [Checked], items: impl Fn(&Checked) -> Vec<About>) -> Session<'a> {
        let of = |(article, checked)| items(checked).into_iter().map(move |about| Item { article, about });
        let items: Vec<Item> = articles.iter().enumerate().flat_map(of).collect();
        let states = vec![State::Open; items.len()];
        Session { articles, items, states, at: 0, whole: false, past: Vec::new() }
    }

    /// The item that is shown; none where all is done.
    pub fn current(&self) -> Option<Item> {
        self.items.get(self.at).copied()
    }

    /// The article of an item.
    pub fn article(&self, item: Item) -> &'a Checked {
        &self.articles[item.article]
    }

    /// The difference that an item is about, unless it is a fact that has not changed.
    pub fn difference(&self, item: Item) -> Option<&'a Difference> {
        match item.about {
            About::Difference(index) => Some(&self.article(item).differences[index]),
            About::Fact(_) => None,
        }
    }

    /// The fact of an item: as it is found now, else as it was.
    pub fn fact(&self, item: Item) -> Option<&'a GoldenFact> {
        let checked = self.article(item);
        match item.about {
            About::Difference(index) => {
                let sides = checked.differences[index].sides(checked.before(), &checked.found);
                sides.after.or(sides.before)
            }
            About::Fact(index) => Some(&checked.before().facts[index]),
        }
    }

    /// The name of an item's group: of a difference as `diff` has it, of a fact its kind and rule.
    pub fn group(&self, item: Item) -> String {
        let checked = self.article(item);
        match item.about {
            About::Difference(index) => {
                group::name(&checked.differences[index].sides(checked.before(), &checked.found))
            }
            About::Fact(index) => {
                let fact = &checked.before().facts[index];
                format!("{}:{}", fact.kind, fact.rule())
            }
        }
    }

    /// The number of the item that is shown, from 1, and how many there are.
    pub fn number(&self) -> (usize, usize) {
        ((self.at + 1).min(self.items.len()), self.items.len())
    }

    /// How many items are judged, and how many are not.
    pub fn counts(&self) -> (usize, usize) {
        let judged = self.states.iter().filter(|state| matches!(state, State::Judged(_))).count();
        (judged, self.items.len() - judged)
    }

    /// The open items of the current group, the current one among them.
    pub fn open_in_group(&self) -> Vec<usize> {
        let Some(current) = self.current() else { return Vec::new() };
        let name = self.group(current);
        let open =
            (0..self.items.len()).filter(|&index| self.states[index] == State::Open || index == self.at);
        open.filter(|&index| self.group(self.items[index]) == name).collect()
    }

    /// Whether the next judgement is for the whole group.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// Makes the next judgement one for the whole group, or for the one item again.
    pub fn toggle_whole(&mut self) {
        self.whole = !self.whole;
    }

    /// Judges what is shown, saves it, and goes on. How many were judged comes back.
    ///
    /// # Errors
    /// Where it can't be saved: then nothing is judged.
    pub fn judge(&mut self, judgement: Judgement, shelf: &mut dyn Shelf) -> Result<usize, String> {
        let before = self.states.clone();
        let meant = self.meant();
        for &index in &meant {
            self.states[index] = State::Judged(judgement.clone());
        }
        if let Err(error) = self.save(&meant, shelf) {
            self.states = before;
            // What was written of them is taken back, as far as that goes.
            let _ = self.save(&meant, shelf);
            return Err(error);
        }
        Ok(self.done(meant))
    }

    /// Leaves what is shown as it is, and goes on.
    pub fn leave(&mut self) -> usize {
        let meant = self.meant();
        for &index in &meant {
            self.states[index] = State::Left;
        }
        self.done(meant)
    }

    fn meant(&self) -> Vec<usize> {
        match self.whole {
            true => self.open_in_group(),
            false => self.current().map(|_| self.at).into_iter().collect(),
        }
    }

    fn done(&mut self, meant: Vec<usize>) -> usize {
        let count = meant.len();
        if count > 0 {
            self.past.push(meant);
        }
        self.whole = false;
        let open = |index: &usize| self.states[*index] == State::Open;
        self.at = (self.at..self.items.len()).find(open).unwrap_or(self.items.len());
        count
    }

    /// Takes back the latest judgement, or leaving, and shows its first item again. How many were taken back.
    ///
    /// # Errors
    /// Where it can't be saved: then nothing is taken back.
    pub fn undo(&mut self, shelf: &mut dyn Shelf) -> Result<usize, String> {
        let Some(latest) = self.past.pop() else { return Ok(0) };
        let before = self.states.clone();
        for &index in &latest {
            self.states[index] = State::Open;
        }
        if let Err(error) = self.save(&latest, shelf) {
            self.states = before;
            self.past.push(latest);
            return Err(error);
        }
        self.whole = false;
        self.at = latest.first().copied().unwrap_or(self.at);
        Ok(latest.len())
    }

    /// Saves the articles of some items.
    fn save(&self, items: &[usize], shelf: &mut dyn Shelf) -> Result<(), String> {
        let articles: BTreeSet<usize> = items.iter().map(|&index| self.items[index].article).collect();
        articles.into_iter().try_for_each(|article| {
            let place = &self.articles[article].place;
            shelf.save(place, self.golden(article).as_ref())
        })
    }

    /// What an article's golden file holds by now; none where nothing in it is judged.
    fn golden(&self, article: usize) -> Option<Golden> {
        let checked = &self.articles[article];
        let mut golden = checked.before().clone();
        let mut chosen = Vec::new();
        let mut judged = false;
        for (item, state) in self.items.iter().zip(&self.states).filter(|(item, _)| item.article == article) {
            let State::Judged(judgement) = state else { continue };
            judged = true;
            match item.about {
                About::Difference(index) => chosen.push((&checked.differences[index], judgement)),
                About::Fact(index) => judgement.put(&mut golden.facts[index]),
            }
        }
        judged.then(|| take(&golden, &checked.found, &chosen))
    }
}
