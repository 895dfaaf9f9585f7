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
