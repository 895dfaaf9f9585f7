//! Windows, parts, order, and articles that fail alone.

use super::*;
use crate::extract::Article;

/// What a run hands on: ids, failures as `!`, ends of parts as `|`.
#[derive(Default)]
struct Log(String);

impl Take for Log {
    fn window(&mut self, window: Vec<Outcome>) -> anyhow::Result<()> {
        for outcome in window {
            self.0 += &outcome.map_or_else(|_| "!".to_owned(), |done| done.record.id);
        }
        Ok(())
    }

    fn end_part(&mut self) -> anyhow::Result<()> {
        self.0 += "|";
        Ok(())
    }
}

fn item(id: &str, text: String) -> Item {
    let article = Article { id: id.to_owned(), text, ..Article::default() };
    Item { article, source: "here".to_owned(), path: id.into(), ..Item::default() }
}

fn read(id: char) -> Read {
    match id {
        '!' => Err(InputError { place: "there".to_owned(), reason: "odd".to_owned(), too_large: false }),
        _ => Ok(item(&id.to_string(), "Fog.".to_owned())),
    }
}

#[test]
fn parts_end_where_they_are_full() {
    let extractor = Extractor::new(&[]).unwrap();
    let cases = [
        ("", 3, "|"),
        ("a", 3, "a|"),
        ("abc", 3, "abc|"),
        ("abcd", 3, "abc|d|"),
        ("ab!de", 2, "ab|!d|e|"),
        ("!", 1, "!|"),
        ("abc", 0, "a|b|c|"),
    ];
    for (ids, part, want) in cases {
        let batch = Batch { extractor: &extractor, unit: Unit::Chars, part, with_text: false };
        let mut log = Log::default();
        batch.run(ids.chars().map(read), &mut log).unwrap();
        assert_eq!(log.0, want, "{ids}");
    }
}

#[test]
fn many_windows_stay_in_order() {
    let extractor = Extractor::new(&[]).unwrap();
    let batch = Batch { extractor: &extractor, unit: Unit::Chars, part: 700, with_text: false };
    let ids: String = ('a'..='z').cycle().take(1500).collect();
    let mut log = Log::default();
    batch.run(ids.chars().map(read), &mut log).unwrap();
    assert_eq!(log.0, format!("{}|{}|{}|", &ids[..700], &ids[700..1400], &ids[1400..]));
}

#[test]
fn a_bug_fails_one_article() {
    let failure = failure::guarded(item("a", "Fog.".to_owned()), |_| -> () {
        // Not a `panic!`, which would print the same: nobody is to be told twice.
        std::panic::resume_unwind(Box::new("lost count".to_owned()))
    });
    let Failure { cause, place, id, reason } = failure.unwrap_err();
    assert_eq!((cause, place.as_str(), id.as_deref()), (Cause::Bug, "here", Some("a")));
    assert!(reason.contains("bug") && reason.ends_with(": lost count"), "{reason}");
}
