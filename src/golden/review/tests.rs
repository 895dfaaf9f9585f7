//! Sessions, with golden files in memory.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::*;
use crate::golden::Place;
use crate::golden::compare;
use crate::golden::sample::{date, golden};

/// Golden files by article; may be full.
#[derive(Default)]
struct Memory {
    files: BTreeMap<String, Golden>,
    full: bool,
}

impl Shelf for Memory {
    fn save(&mut self, place: &Place, golden: Option<&Golden>) -> Result<(), String> {
        if self.full {
            return Err("full".to_owned());
        }
        match golden {
            Some(golden) => self.files.insert(place.id.clone(), golden.clone()),
            None => self.files.remove(&place.id),
        };
        Ok(())
    }
}

impl Memory {
    /// `a: right 0 x, seen 3 y`
    fn told(&self) -> Vec<String> {
        let fact = |fact: &GoldenFact| {
            format!("{} {} {}", fact.is.as_str(), fact.span().0, fact.fields["value"].as_str().unwrap())
        };
        let file = |(id, golden): (&String, &Golden)| {
            format!("{id}: {}", golden.facts.iter().map(fact).collect::<Vec<_>>().join(", "))
        };
        self.files.iter().map(file).collect()
    }
}

fn checked(id: &str, before: &[GoldenFact], after: &[GoldenFact]) -> Checked {
    let (golden, found) = (golden(before), golden(after));
    let place = Place { article: PathBuf::new(), id: id.to_owned(), golden: PathBuf::new() };
    let differences = compare(&golden, &found);
    Checked { place, text: String::new(), golden: Some(golden), found, differences }
}

/// In `a` one value changed and a date is new; in `b` one is new.
fn articles() -> [Checked; 2] {
    [
        checked("a", &[date([0, 2], "x")], &[date([0, 2], "y"), date([3, 5], "n")]),
        checked("b", &[date([0, 2], "x")], &[date([0, 2], "x"), date([6, 8], "m")]),
    ]
}

fn says(is: Verdict) -> Judgement {
    Judgement { is, because: String::new(), wrong: Vec::new() }
}

#[test]
fn each_judgement_is_saved_at_once() {
    let articles = articles();
    let mut shelf = Memory::default();
    let mut session = Session::of_differences(&articles, |_, _| true);
    assert_eq!((session.number(), session.counts()), ((1, 3), (0, 3)));
    assert_eq!(session.judge(says(Verdict::Right), &mut shelf), Ok(1));
    assert_eq!(shelf.told(), ["a: right 0 y"]);
    assert_eq!(session.judge(says(Verdict::Wrong), &mut shelf), Ok(1));
    assert_eq!(shelf.told(), ["a: right 0 y, wrong 3 n"]);
    assert_eq!(session.leave(), 1);
    assert_eq!((session.current(), session.counts()), (None, (2, 1)));
    assert_eq!(shelf.told(), ["a: right 0 y, wrong 3 n"]);
    // With all done, a key more does nothing.
    assert_eq!(session.judge(says(Verdict::Right), &mut shelf), Ok(0));
}

#[test]
fn what_is_undone_is_as_it_was() {
    let articles = articles();
    let mut shelf = Memory::default();
    let mut session = Session::of_differences(&articles, |_, _| true);
    assert_eq!(session.undo(&mut shelf), Ok(0));
    session.judge(says(Verdict::Right), &mut shelf).unwrap();
    session.leave();
    session.judge(says(Verdict::Seen), &mut shelf).unwrap();
    assert_eq!(shelf.told(), ["a: right 0 y", "b: seen 0 x, seen 6 m"]);
    assert_eq!((session.undo(&mut shelf), session.number().0), (Ok(1), 3));
    assert_eq!(shelf.told(), ["a: right 0 y"]);
    assert_eq!((session.undo(&mut shelf), session.number().0), (Ok(1), 2));
    assert_eq!((session.undo(&mut shelf), session.number().0), (Ok(1), 1));
    assert_eq!(shelf.told(), [""; 0]);
    session.judge(says(Verdict::Wrong), &mut shelf).unwrap();
    assert_eq!(shelf.told(), ["a: wrong 0 y"]);
}

#[test]
fn a_group_is_judged_at_once() {
    let articles = articles();
    let mut shelf = Memory::default();
    let mut session = Session::of_differences(&articles, |_, _| true);
    session.leave();
    assert_eq!(session.open_in_group().len(), 2);
    session.toggle_whole();
    assert_eq!(session.judge(says(Verdict::Right), &mut shelf), Ok(2));
    assert_eq!(shelf.told(), ["a: seen 0 x, right 3 n", "b: seen 0 x, right 6 m"]);
    assert!(session.current().is_none() && !session.is_whole());
    assert_eq!(session.undo(&mut shelf), Ok(2));
    assert_eq!((shelf.told().len(), session.number().0), (0, 2));
}

#[test]
fn what_can_not_be_saved_is_not_judged() {
    let articles = articles();
    let mut shelf = Memory { full: true, ..Memory::default() };
    let mut session = Session::of_differences(&articles, |_, _| true);
    assert_eq!(session.judge(says(Verdict::Right), &mut shelf), Err("full".to_owned()));
    assert_eq!((session.number().0, session.counts()), (1, (0, 3)));
    shelf.full = false;
    session.judge(says(Verdict::Right), &mut shelf).unwrap();
    shelf.full = true;
    assert_eq!(session.undo(&mut shelf), Err("full".to_owned()));
    assert_eq!(session.counts(), (1, 2));
}

#[test]
fn facts_that_nobody_judged() {
    let judged = GoldenFact { is: Verdict::Right, ..date([6, 8], "r") };
    let before = [date([0, 2], "x"), date([3, 5], "y"), judged];
    let after = [date([0, 2], "x"), date([3, 5], "z"), date([6, 8], "r")];
    let articles = [checked("a", &before, &after)];
    let mut shelf = Memory::default();
    let mut session = Session::of_seen(&articles, |_, _| true);
    let item = session.current().unwrap();
    assert_eq!((session.number(), session.group(item)), ((1, 1), "date:date/any".to_owned()));
    session.judge(says(Verdict::Right), &mut shelf).unwrap();
    assert_eq!(shelf.told(), ["a: right 0 x, seen 3 y, right 6 r"], "the difference stays one");
    assert!(Session::of_seen(&articles, |_, _| false).current().is_none());
}
