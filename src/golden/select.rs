//! Which differences a command is about: `rule=… kind=… file=… text=… group=… is=…`.

use super::{Change, GoldenFact, Sides, Verdict, group};

/// Conditions, all of which must hold.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Select {
    conditions: Vec<(Key, String)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Key {
    Rule,
    Kind,
    File,
    Text,
    Group,
    Is,
}

impl Select {
    /// Reads conditions.
    ///
    /// # Errors
    /// Where one has no key that is known, or a verdict that is none.
    pub fn parse(words: &[String]) -> Result<Select, String> {
        let conditions = words.iter().map(|word| Select::condition(word));
        Ok(Select { conditions: conditions.collect::<Result<_, _>>()? })
    }

    fn condition(word: &str) -> Result<(Key, String), String> {
        let key = |name: &str| Key::ALL.iter().find(|(known, _)| *known == name).map(|(_, key)| *key);
        let condition = word.split_once('=').and_then(|(name, value)| Some((key(name)?, value.to_owned())));
        match condition {
            Some((Key::Is, value)) if Verdict::parse(&value).is_none() => {
                Err(format!("`{value}` is no verdict: right, seen, wrong or missed"))
            }
            Some(condition) => Ok(condition),
            None => {
                let keys: Vec<&str> = Key::ALL.iter().map(|(name, _)| *name).collect();
                Err(format!("`{word}` selects nothing: write one of {} with =VALUE", keys.join(", ")))
            }
        }
    }

    /// Whether it asks for a group of differences.
    pub fn names_group(&self) -> bool {
        self.conditions.iter().any(|(key, _)| *key == Key::Group)
    }

    /// Whether a fact of an article's golden file is meant, whatever became of it.
    pub fn admits_fact(&self, id: &str, fact: &GoldenFact) -> bool {
        self.admits(id, &Sides { change: &Change::Gone, before: Some(fact), after: None })
    }

    /// Whether a difference in an article is meant. A file's name also stands for all below a folder of that name.
    pub fn admits(&self, id: &str, sides: &Sides) -> bool {
        let any = |fits: &dyn Fn(&GoldenFact) -> bool| sides.before.into_iter().chain(sides.after).any(fits);
        self.conditions.iter().all(|(key, value)| match key {
            Key::File => {
                id == value || id.strip_prefix(value.as_str()).is_some_and(|below| below.starts_with('/'))
            }
            Key::Kind => any(&|fact| fact.kind == *value),
            Key::Rule => any(&|fact| fact.rules().any(|rule| rule == value)),
            Key::Text => any(&|fact| fact.text() == value),
            Key::Group => group::name(sides) == *value,
            Key::Is => sides.before.is_some_and(|fact| fact.is.as_str() == value),
        })
    }
}

impl Key {
    const ALL: &[(&str, Key)] = &[
        ("rule", Key::Rule),
        ("kind", Key::Kind),
        ("file", Key::File),
        ("text", Key::Text),
        ("group", Key::Group),
        ("is", Key::Is),
    ];
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::sample::{fact, golden};
    use super::super::{Difference, Golden};
    use super::*;

    fn parse(words: &str) -> Result<Select, String> {
        Select::parse(&words.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn all_conditions_must_hold() {
        let found = golden(&[fact("date", Verdict::Seen, [0, 3], json!({"text": "May"}))]);
        let new = Difference { change: Change::New, before: None, after: Some(0) };
        let cases = [
            ("", true),
            ("kind=date", true),
            ("kind=figure", false),
            ("rule=date/any", true),
            ("rule=date", false),
            ("text=May", true),
            ("text=may", false),
            ("file=wire/a", true),
            ("file=wire", true),
            ("file=wi", false),
            ("kind=date file=wire text=May", true),
            ("kind=date file=other", false),
            ("group=date:date/any:new", true),
            ("group=date:date/any:gone", false),
            // Nobody has judged what is new.
            ("is=seen", false),
        ];
        for (words, want) in cases {
            let select = parse(words).unwrap();
            assert_eq!(select.admits("wire/a", &new.sides(&golden(&[]), &found)), want, "{words}");
        }
    }

    #[test]
    fn what_concerns_the_article_has_no_kind() {
        let change = Difference { change: Change::Article(Vec::new()), before: None, after: None };
        for (words, want) in [("file=a", true), ("kind=date", false), ("", true)] {
            let sides = change.sides(Golden::empty(), Golden::empty());
            assert_eq!(parse(words).unwrap().admits("a", &sides), want, "{words}");
        }
    }

    #[test]
    fn what_selects_nothing_is_an_error() {
        for words in ["kind", "size=3", "=date", "Kind=date"] {
            assert!(parse(words).unwrap_err().starts_with(&format!("`{words}` selects nothing")));
        }
        assert_eq!(parse("is=true").unwrap_err(), "`true` is no verdict: right, seen, wrong or missed");
    }
}
