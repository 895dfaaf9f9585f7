//! Reading golden files: whatever makes no sense is told with its line.

use std::fmt;
use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Golden, GoldenFact, Verdict};

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

/// What a golden file holds beside its facts.
const MEMBERS: &[&str] = &["format", "id", "published", "facts", "warnings"];

impl Golden {
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
        let error = |line, message: String| GoldenError { path: path.to_owned(), line, message };
        let value: Value = serde_json::from_str(text).map_err(|e| error(e.line(), e.to_string()))?;
        if let Some(member) = unknown(&value) {
            let line = text.find(&format!("\"{member}\"")).map_or(1, |at| line_of(text, at));
            return Err(error(line, format!("`{member}` means nothing in a golden file, and would be lost")));
        }
        let Ok(raw) = serde_json::from_str::<Facts>(text) else {
            return Err(error(1, "there is no list `facts`".to_owned()));
        };
        let facts = raw.facts.iter().map(|raw| {
            let fact = serde_json::from_str(raw.get()).map_err(|error| error.to_string());
            fact.and_then(|fact| parse_fact(&fact)).map_err(|message| {
                let at = (raw.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
                error(line_of(text, at), message)
            })
        });
        Ok(Golden { facts: facts.collect::<Result<_, _>>()?, ..Golden::head(&value) })
    }
}

/// The facts as they are written, for their places.
#[derive(Deserialize)]
struct Facts<'f> {
    #[serde(borrow)]
    facts: Vec<&'f RawValue>,
}

/// A member that no golden file has. Where there is no list of facts at all, that is told first.
fn unknown(file: &Value) -> Option<&str> {
    file.get("facts").filter(|facts| facts.is_array())?;
    file.as_object()?.keys().map(String::as_str).find(|name| !MEMBERS.contains(name))
}

fn line_of(text: &str, byte: usize) -> usize {
    text.as_bytes().iter().take(byte).filter(|&&byte| byte == b'\n').count() + 1
}

fn parse_fact(fact: &Value) -> Result<GoldenFact, String> {
    let mut fields = fact.as_object().cloned().ok_or("a fact must be an object")?;
    let kind = word(&mut fields, "kind")?.ok_or("the fact has no `kind`")?;
    let is = word(&mut fields, "is")?.ok_or("the fact has no verdict `is`")?;
    let because = word(&mut fields, "because")?;
    let is =
        Verdict::parse(&is).ok_or_else(|| format!("`{is}` is no verdict: right, seen, wrong or missed"))?;
    let wrong = fields.shift_remove("wrong").map_or(Ok(Vec::new()), |names| names_of(&names))?;
    if !is_span(fields.get("span")) {
        return Err("the fact has no `span` of two whole numbers".to_owned());
    }
    let fact = GoldenFact { kind, is, because, wrong, fields };
    match fact.wrong.iter().find(|name| !fact.has(name)) {
        Some(name) => Err(format!("`{name}` is no field of the fact, so it can't be wrong")),
        None if is != Verdict::Wrong && !fact.wrong.is_empty() => {
            Err(format!("a fact that is `{}` has no fields that are wrong", is.as_str()))
        }
        None => Ok(fact),
    }
}

/// Takes out a member that must be text where it is there.
fn word(fields: &mut Map<String, Value>, name: &str) -> Result<Option<String>, String> {
    match fields.shift_remove(name) {
        None => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(other) => Err(format!("`{name}` must be text, and is {other}")),
    }
}

fn is_span(span: Option<&Value>) -> bool {
    let span = span.and_then(Value::as_array).map(Vec::as_slice);
    matches!(span, Some([start, end]) if start.as_u64().is_some_and(|start| end.as_u64() >= Some(start)))
}

/// `wrong`, as the file has it.
fn names_of(names: &Value) -> Result<Vec<String>, String> {
    let name = |name: &Value| name.as_str().map(str::to_owned);
    let names = names.as_array().and_then(|names| names.iter().map(name).collect());
    names.ok_or_else(|| "`wrong` must be a list of names of fields".to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::sample::{date, golden};
    use super::*;

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
            ("\"id\"", "\"note\": 3,\n\"id\"", 3, "`note` means nothing in a golden file, and would be lost"),
            (
                "\"is\":\"seen\",\"span\":[4",
                "\"is\":\"seen\",\"because\":3,\"span\":[4",
                7,
                "`because` must be text, and is 3",
            ),
            // Facts on several lines.
            (
                "{\"kind\":\"date\",\"is\":\"seen\",\"span\":[4",
                "{\"kind\":\"date\",\n\"is\":\"seen\"}, {\"is\":\"seen\",\"span\":[4",
                7,
                "the fact has no `span` of two whole numbers",
            ),
            ("[0,3]", "[3,0]", 6, "the fact has no `span` of two whole numbers"),
            ("[4,6]", "\"4-6\"", 7, "the fact has no `span` of two whole numbers"),
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
