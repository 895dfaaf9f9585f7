//! The golden file of one article: its record with one fact a line and a verdict on each.

use std::fmt;
use std::io::Write;
use std::path::Path;

use serde_json::{Map, Value, json};

use super::refer;

/// What somebody said of a fact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// Somebody read it and it is so.
    Right,
    /// Accepted, not judged.
    Seen,
    /// A known false find.
    Wrong,
    /// It stands in the text and is not found.
    Missed,
}

impl Verdict {
    /// All of them.
    pub const ALL: &[Verdict] = &[Verdict::Right, Verdict::Seen, Verdict::Wrong, Verdict::Missed];

    /// Its name in the file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Verdict::Right => "right",
            Verdict::Seen => "seen",
            Verdict::Wrong => "wrong",
            Verdict::Missed => "missed",
        }
    }

    /// The verdict of that name.
    pub fn parse(text: &str) -> Option<Verdict> {
        Verdict::ALL.iter().copied().find(|verdict| verdict.as_str() == text)
    }
}

/// A fact with its verdict.
#[derive(Clone, PartialEq, Debug)]
pub struct GoldenFact {
    /// `date`, `figure`, `document`, `membership`, or a kind of the user's.
    pub kind: String,
    /// What somebody said of it.
    pub is: Verdict,
    /// Why it was accepted, where somebody said so.
    pub because: Option<String>,
    /// Of a `wrong` fact that stands in the text all the same: the fields that are wrong. None: it is a false find.
    pub wrong: Vec<String>,
    /// Its fields as on the wire, without `id`; other facts by their spans.
    pub fields: Map<String, Value>,
}

impl GoldenFact {
    /// Whether nothing of the sort stands in the text.
    pub fn is_false_find(&self) -> bool {
        self.is == Verdict::Wrong && self.wrong.is_empty()
    }

    /// Whether somebody said that a field, or something in it, is wrong.
    pub fn is_wrong_in(&self, field: &str) -> bool {
        self.wrong.iter().any(|name| first(name) == field)
    }

    /// Its fields by name; those of a kind of the user's are among them.
    pub fn values(&self) -> impl Iterator<Item = (&String, &Value)> {
        let own = self.fields.get("fields").and_then(Value::as_object);
        self.fields.iter().filter(|(name, _)| *name != "fields").chain(own.into_iter().flatten())
    }

    /// The value of a field.
    pub fn value(&self, field: &str) -> Option<&Value> {
        self.values().find(|(name, _)| *name == field).map(|(_, value)| value)
    }

    /// Whether it has a field of that name; of `unit.code` the first part counts.
    pub fn has(&self, field: &str) -> bool {
        self.value(first(field)).is_some()
    }

    /// Whether the two share a character.
    pub fn overlaps(&self, other: &GoldenFact) -> bool {
        self.span().0 < other.span().1 && other.span().0 < self.span().1
    }

    /// Start and end in code points.
    pub fn span(&self) -> (u64, u64) {
        let at =
            |index: usize| self.fields.get("span").and_then(|span| span.get(index)).and_then(Value::as_u64);
        (at(0).unwrap_or(0), at(1).unwrap_or(0))
    }

    /// As written in the article.
    pub fn text(&self) -> &str {
        self.fields.get("text").and_then(Value::as_str).unwrap_or("")
    }

    /// The rule or class that found it.
    pub fn rule(&self) -> &str {
        self.fields.get("rule").and_then(Value::as_str).unwrap_or("")
    }

    /// The rule that found it, then those that added to it.
    pub fn rules(&self) -> impl Iterator<Item = &str> {
        let adding = self.fields.get("rules").and_then(Value::as_array);
        let adding = adding.into_iter().flatten().filter_map(Value::as_str);
        let own = self.rule();
        std::iter::once(own).filter(|rule| !rule.is_empty()).chain(adding.filter(move |rule| *rule != own))
    }
}

/// `unit` of `unit.code`.
fn first(field: &str) -> &str {
    field.split('.').next().unwrap_or(field)
}

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

/// What is wrong with a golden file, and in which line.
#[derive(Debug)]
pub struct GoldenError {
    /// The file.
    pub path: String,
    /// From 1.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for GoldenError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.message)
    }
}

impl std::error::Error for GoldenError {}

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
    fn head(value: &Value) -> Golden {
        Golden {
            id: value.get("id").and_then(Value::as_str).unwrap_or("").to_owned(),
            published: value.get("published").cloned().unwrap_or(Value::Null),
            facts: Vec::new(),
            warnings: value.get("warnings").and_then(Value::as_array).cloned().unwrap_or_default(),
        }
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Where it can't be read or is not a golden file: with the line.
    pub fn read(path: &Path) -> Result<Golden, GoldenError> {
        let name = path.display().to_string();
        match std::fs::read_to_string(path) {
            Ok(text) => Golden::parse(&name, &text),
            Err(error) => Err(GoldenError { path: name, line: 1, message: error.to_string() }),
        }
    }

    /// Reads the text of a file that is named in errors.
    ///
    /// # Errors
    /// As [`Golden::read`].
    pub fn parse(path: &str, text: &str) -> Result<Golden, GoldenError> {
        let error = |line, message| GoldenError { path: path.to_owned(), line, message };
        let value: Value = serde_json::from_str(text).map_err(|e| error(e.line(), e.to_string()))?;
        let Some(facts) = value.get("facts").and_then(Value::as_array) else {
            return Err(error(1, "there is no list `facts`".to_owned()));
        };
        let facts = facts.iter().enumerate();
        let facts =
            facts.map(|(at, fact)| parse_fact(fact).map_err(|message| error(line_of(text, at), message)));
        Ok(Golden { facts: facts.collect::<Result<_, _>>()?, ..Golden::head(&value) })
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

fn parse_fact(fact: &Value) -> Result<GoldenFact, String> {
    let mut fields = fact.as_object().cloned().ok_or("a fact must be an object")?;
    let mut take = |name: &str| fields.shift_remove(name).and_then(|value| value.as_str().map(str::to_owned));
    let kind = take("kind").ok_or("the fact has no `kind`")?;
    let is = take("is").ok_or("the fact has no verdict `is`")?;
    let because = take("because");
    let is =
        Verdict::parse(&is).ok_or_else(|| format!("`{is}` is no verdict: right, seen, wrong or missed"))?;
    let wrong = fields.shift_remove("wrong").map_or(Ok(Vec::new()), |names| names_of(&names))?;
    let fact = GoldenFact { kind, is, because, wrong, fields };
    match fact.wrong.iter().find(|name| !fact.has(name)) {
        Some(name) => Err(format!("`{name}` is no field of the fact, so it can't be wrong")),
        None if is != Verdict::Wrong && !fact.wrong.is_empty() => {
            Err(format!("a fact that is `{}` has no fields that are wrong", is.as_str()))
        }
        None => Ok(fact),
    }
}

/// `wrong`, as the file has it.
fn names_of(names: &Value) -> Result<Vec<String>, String> {
    let name = |name: &Value| name.as_str().map(str::to_owned);
    let names = names.as_array().and_then(|names| names.iter().map(name).collect());
    names.ok_or_else(|| "`wrong` must be a list of names of fields".to_owned())
}

/// The line of a fact, by its number: facts stand one a line after `"facts": [`.
fn line_of(text: &str, number: usize) -> usize {
    let head = text.lines().position(|line| line.starts_with("\"facts\"")).unwrap_or(0);
    head + number + 2
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
        let text = format!("{{\"facts\": [{{\"kind\":\"figure\",\"is\":\"seen\",\"value\":{exact}}}]}}");
        assert!(Golden::parse("a.json", &text).unwrap().print().contains(exact));
    }

    #[test]
    fn errors_name_the_line() {
        let good = golden(&[date([0, 3], "a"), date([4, 6], "b")]).print();
        let cases = [
            (
                "\"is\":\"seen\",\"span\":[4",
                "\"is\":\"true\",\"span\":[4",
                7,
                "`true` is no verdict: right, seen, wrong or missed",
            ),
            ("\"is\":\"seen\",\"span\":[4", "\"span\":[4", 7, "the fact has no verdict `is`"),
            (
                "\"kind\":\"date\",\"is\":\"seen\",\"span\":[0",
                "\"is\":\"seen\",\"span\":[0",
                6,
                "the fact has no `kind`",
            ),
            ("\"facts\": [", "\"facts\": [\n3,", 6, "a fact must be an object"),
            ("\"facts\": [", "\"fact\": [", 1, "there is no list `facts`"),
            ("]", "", 10, ""),
            (
                "\"is\":\"seen\",\"span\":[4",
                "\"is\":\"wrong\",\"wrong\":[\"vlaue\"],\"span\":[4",
                7,
                "`vlaue` is no field of the fact, so it can't be wrong",
            ),
            (
                "\"is\":\"seen\",\"span\":[4",
                "\"is\":\"seen\",\"wrong\":[\"value\"],\"span\":[4",
                7,
                "a fact that is `seen` has no fields that are wrong",
            ),
            (
                "\"is\":\"seen\",\"span\":[4",
                "\"is\":\"wrong\",\"wrong\":\"value\",\"span\":[4",
                7,
                "`wrong` must be a list of names of fields",
            ),
        ];
        for (from, to, line, message) in cases {
            assert!(good.contains(from), "{from}\n{good}");
            let error = Golden::parse("a.json", &good.replace(from, to)).unwrap_err();
            assert!(error.to_string().starts_with("a.json:"), "{error}");
            assert!(message.is_empty() || (error.line, error.message.as_str()) == (line, message), "{error}");
        }
    }
}
