//! Which differences a command is about: `rule=… kind=… file=… text=…`.

use super::{Difference, Golden, GoldenFact};

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
}

impl Select {
    /// Reads conditions.
    ///
    /// # Errors
    /// Where one is no `rule=`, `kind=`, `file=` or `text=`.
    pub fn parse(words: &[String]) -> Result<Select, String> {
        let conditions = words.iter().map(|word| match word.split_once('=') {
            Some(("rule", value)) => Ok((Key::Rule, value.to_owned())),
            Some(("kind", value)) => Ok((Key::Kind, value.to_owned())),
            Some(("file", value)) => Ok((Key::File, value.to_owned())),
            Some(("text", value)) => Ok((Key::Text, value.to_owned())),
            _ => Err(format!("`{word}` selects nothing: write rule=NAME, kind=KIND, file=ID or text=TEXT")),
        });
        Ok(Select { conditions: conditions.collect::<Result<_, _>>()? })
    }

    /// Whether a difference in an article is meant. A file's name also stands for all below a folder of that name.
    pub fn admits(&self, id: &str, golden: &Golden, found: &Golden, difference: &Difference) -> bool {
        let before = difference.before.map(|index| &golden.facts[index]);
        let after = difference.after.map(|index| &found.facts[index]);
        let any = |fits: &dyn Fn(&GoldenFact) -> bool| before.into_iter().chain(after).any(fits);
        self.conditions.iter().all(|(key, value)| match key {
            Key::File => id == value || id.starts_with(&format!("{value}/")),
            Key::Kind => any(&|fact| fact.kind == *value),
            Key::Rule => any(&|fact| fact.rule() == value),
            Key::Text => any(&|fact| fact.fields.get("text").and_then(|text| text.as_str()) == Some(value)),
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::sample::{fact, golden};
    use super::super::{Change, Verdict};
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
        ];
        for (words, want) in cases {
            let select = parse(words).unwrap();
            assert_eq!(select.admits("wire/a", &golden(&[]), &found, &new), want, "{words}");
        }
    }

    #[test]
    fn what_concerns_the_article_has_no_kind() {
        let change = Difference { change: Change::Article(Vec::new()), before: None, after: None };
        for (words, want) in [("file=a", true), ("kind=date", false), ("", true)] {
            assert_eq!(
                parse(words).unwrap().admits("a", &golden(&[]), &golden(&[]), &change),
                want,
                "{words}"
            );
        }
    }

    #[test]
    fn what_selects_nothing_is_an_error() {
        for words in ["kind", "size=3", "=date", "Kind=date"] {
            assert!(parse(words).unwrap_err().starts_with(&format!("`{words}` selects nothing")));
        }
    }
}
