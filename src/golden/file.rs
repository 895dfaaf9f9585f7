//! The golden file of one article: its record with one fact a line and a verdict on each.

use std::io::Write;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::{GoldenFact, Verdict, refer};

/// All facts of an article, with verdicts.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Golden {
    /// The article's id.
    pub id: String,
    /// The day of publication, as on the wire.
    pub published: Value,
    /// The facts, by kind and then by place.
    pub facts: Vec<GoldenFact>,
    /// The warnings, as on the wire.
    pub warnings: Vec<Value>,
}

impl Golden {
    /// One that holds nothing.
    pub fn empty() -> &'static Golden {
        static EMPTY: Golden =
            Golden { id: String::new(), published: Value::Null, facts: Vec::new(), warnings: Vec::new() };
        &EMPTY
    }

    /// A record, all of its facts unjudged.
    pub fn of(record: &Value) -> Golden {
        let fact =
            |(kind, fields)| GoldenFact { kind, is: Verdict::Seen, because: None, wrong: Vec::new(), fields };
        Golden { facts: refer::facts(record).into_iter().map(fact).collect(), ..Golden::head(record) }
    }

    /// Puts the facts into their order.
    pub(super) fn sort(&mut self) {
        self.facts.sort_by_key(|fact| (rank(&fact.kind), fact.kind.clone(), fact.span()));
    }

    /// What was found when the file was written: all but what is missed.
    pub fn found(&self) -> Golden {
        let mut found = self.clone();
        found.facts.retain(|fact| fact.is != Verdict::Missed);
        found
    }

    /// What is said of the article as a whole.
    pub(super) fn head(value: &Value) -> Golden {
        Golden {
            id: value.get("id").and_then(Value::as_str).unwrap_or("").to_owned(),
            published: value.get("published").cloned().unwrap_or(Value::Null),
            facts: Vec::new(),
            warnings: value.get("warnings").and_then(Value::as_array).cloned().unwrap_or_default(),
        }
    }

    /// Writes a file that appears whole or not at all.
    ///
    /// # Errors
    /// Where it can't be written; the file is then as it was.
    pub fn write(&self, path: &Path) -> std::io::Result<()> {
        write_whole(path, self.print().as_bytes())
    }

    /// The file's text: one fact a line.
    pub fn print(&self) -> String {
        let facts = lines(self.facts.iter().map(print_fact));
        let warnings = lines(self.warnings.iter().map(Value::to_string));
        format!(
            "{{\n\"format\": 1,\n\"id\": {},\n\"published\": {},\n\"facts\": {facts},\n\"warnings\": {warnings}\n}}\n",
            json!(self.id),
            self.published
        )
    }
}

/// Writes a file that appears whole or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut builder = tempfile::Builder::new();
    // Others may read it, as far as the user's mask lets them.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// Kinds in the order of the record.
fn rank(kind: &str) -> usize {
    ["date", "figure", "document", "membership"].iter().position(|known| *known == kind).unwrap_or(4)
}

fn lines(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    if items.is_empty() { "[]".to_owned() } else { format!("[\n{}\n]", items.join(",\n")) }
}

fn print_fact(fact: &GoldenFact) -> String {
    let mut line = Map::new();
    line.insert("kind".to_owned(), json!(fact.kind));
    line.insert("is".to_owned(), json!(fact.is.as_str()));
    if let Some(because) = &fact.because {
        line.insert("because".to_owned(), json!(because));
    }
    if !fact.wrong.is_empty() {
        line.insert("wrong".to_owned(), json!(fact.wrong));
    }
    line.extend(fact.fields.clone());
    Value::Object(line).to_string()
}

#[cfg(test)]
mod tests {
    use super::super::sample::{date, fact, golden};
    use super::*;

    #[test]
    fn what_is_printed_is_read_again() {
        let mut judged = fact(
            "document",
            Verdict::Right,
            [0, 9],
            json!({"parties": [{"name": "Köln \"K\""}], "count": null}),
        );
        judged.because = Some("two\nlines".to_owned());
        judged.is = Verdict::Wrong;
        judged.wrong = vec!["parties".to_owned(), "count".to_owned()];
        let full = Golden {
            published: json!({"value": "2024-03-14", "source": "header"}),
            warnings: vec![json!({"code": "x"}), json!({"code": "y"})],
            ..golden(&[date([3, 6], "2024-05"), judged])
        };
        for golden in [Golden { id: "a/b".to_owned(), ..Golden::default() }, full] {
            let text = golden.print();
            assert_eq!(Golden::parse("a.json", &text).unwrap(), golden, "{text}");
            let lines = text.lines().filter(|line| line.starts_with("{\"kind\"")).count();
            assert_eq!(lines, golden.facts.len(), "one fact a line\n{text}");
        }
    }

    #[test]
    fn numbers_stay_as_they_are() {
        let exact = "12345678901234567890.10";
        let text = format!(
            "{{\"facts\": [{{\"kind\":\"figure\",\"is\":\"seen\",\"span\":[0,1],\"value\":{exact}}}]}}"
        );
        assert!(Golden::parse("a.json", &text).unwrap().print().contains(exact));
    }
}
