//! A fact of a golden file, with what somebody said of it.

use serde_json::{Map, Value};

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
