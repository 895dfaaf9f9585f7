//! What differs between a golden file and what is found now.

use serde_json::Value;

use super::{Golden, GoldenFact, Verdict};

/// One difference.
#[derive(Clone, PartialEq, Debug)]
pub struct Difference {
    /// What happened.
    pub change: Change,
    /// As the golden file has it; index into its facts.
    pub before: Option<usize>,
    /// As it is found now; index into what is found.
    pub after: Option<usize>,
}

/// What happened to a fact, or to the article.
#[derive(Clone, PartialEq, Debug)]
pub enum Change {
    /// It is found no more.
    Gone,
    /// It was not found before.
    New,
    /// It was known to be missed, and is found.
    Found,
    /// Some fields differ.
    Changed(Vec<FieldChange>),
    /// The day of publication or a warning differs: nothing that a fact holds.
    Article(Vec<FieldChange>),
}

/// A difference with the fact that it is about, as far as there is one.
#[derive(Clone, Copy, Debug)]
pub struct Sides<'a> {
    /// What happened.
    pub change: &'a Change,
    /// As the golden file has it.
    pub before: Option<&'a GoldenFact>,
    /// As it is found now.
    pub after: Option<&'a GoldenFact>,
}

impl Difference {
    /// The fact before and after, out of the two sides that were compared.
    pub fn sides<'a>(&'a self, golden: &'a Golden, found: &'a Golden) -> Sides<'a> {
        Sides {
            change: &self.change,
            before: self.before.map(|index| &golden.facts[index]),
            after: self.after.map(|index| &found.facts[index]),
        }
    }
}

/// Whether a field says which rules made a fact, and nothing of what it holds.
pub(super) fn names_rules(field: &str) -> bool {
    matches!(field, "rule" | "rules")
}

/// The names of changed fields, without those that only follow from others.
pub(super) fn telling(fields: &[FieldChange]) -> Vec<&str> {
    const FOLLOWING: &[&str] = &["text", "rule", "rules", "mentions", "type_text", "type_span"];
    let names = || fields.iter().map(|(name, ..)| name.as_str());
    let leading: Vec<&str> = names().filter(|name| !FOLLOWING.contains(name)).collect();
    if leading.is_empty() { names().collect() } else { leading }
}

impl Sides<'_> {
    /// The kind of the fact, or `article`.
    pub fn kind(&self) -> &str {
        self.before.or(self.after).map_or("article", |fact| &fact.kind)
    }
}

/// A field's name, its value before and its value after.
pub type FieldChange = (String, Value, Value);

/// All differences, in the order of the text; those of the article first.
pub fn compare(golden: &Golden, found: &Golden) -> Vec<Difference> {
    let pairs = Pairs::new(golden, found);
    let article = of_article(golden, found);
    let article = (!article.is_empty()).then_some(Difference {
        change: Change::Article(article),
        before: None,
        after: None,
    });
    article.into_iter().chain(pairs.differences()).collect()
}

/// For each golden fact, the index of the found one that it is.
pub(super) fn bound(golden: &Golden, found: &Golden) -> Vec<Option<usize>> {
    Pairs::new(golden, found).of
}

/// What is said of the article as a whole.
fn of_article(golden: &Golden, found: &Golden) -> Vec<FieldChange> {
    let pairs = [
        ("published", golden.published.clone(), found.published.clone()),
        ("warnings", Value::Array(golden.warnings.clone()), Value::Array(found.warnings.clone())),
    ];
    let differing = pairs.into_iter().filter(|(_, before, after)| before != after);
    differing.map(|(name, before, after)| (name.to_owned(), before, after)).collect()
}

struct Pairs<'a> {
    golden: &'a Golden,
    found: &'a Golden,
    /// For each golden fact, the found one that it is.
    of: Vec<Option<usize>>,
    taken: Vec<bool>,
}

impl<'a> Pairs<'a> {
    /// Binds the same first, then what has the same place, then what overlaps.
    fn new(golden: &'a Golden, found: &'a Golden) -> Pairs<'a> {
        let (of, taken) = (vec![None; golden.facts.len()], vec![false; found.facts.len()]);
        let mut pairs = Pairs { golden, found, of, taken };
        pairs.bind(|a, b| a.fields == b.fields);
        pairs.bind(|a, b| a.span() == b.span() && ends(a) == ends(b));
        pairs.bind(|a, b| a.overlaps(b) && (a.kind != "membership" || a.is == Verdict::Missed));
        pairs
    }

    /// Binds golden facts to found ones of the same kind that are still free and fit.
    fn bind(&mut self, fits: impl Fn(&GoldenFact, &GoldenFact) -> bool) {
        for (at, before) in self.golden.facts.iter().enumerate() {
            if self.of[at].is_some() {
                continue;
            }
            let free = |(index, after): &(usize, &GoldenFact)| {
                !self.taken[*index]
                    && after.kind == before.kind
                    && is_what_was_missed(before, after)
                    && fits(before, after)
            };
            if let Some((index, _)) = self.found.facts.iter().enumerate().find(free) {
                self.of[at] = Some(index);
                self.taken[index] = true;
            }
        }
    }

    fn differences(&self) -> Vec<Difference> {
        let known = self.golden.facts.iter().enumerate().filter_map(|(at, fact)| self.difference(at, fact));
        let new = (0..self.taken.len()).filter(|&index| !self.taken[index]);
        let new = new.map(|index| Difference { change: Change::New, before: None, after: Some(index) });
        let mut all: Vec<Difference> = known.chain(new).collect();
        all.sort_by_key(|difference| self.place(difference));
        all
    }

    fn place(&self, difference: &Difference) -> (u64, u64) {
        let before = difference.before.map(|index| &self.golden.facts[index]);
        before.or(difference.after.map(|index| &self.found.facts[index])).map_or((0, 0), GoldenFact::span)
    }

    fn difference(&self, at: usize, fact: &GoldenFact) -> Option<Difference> {
        let after = self.of[at];
        let change = match (fact.is, after) {
            (Verdict::Missed, Some(_)) => Change::Found,
            (Verdict::Missed, None) => return None,
            (Verdict::Right | Verdict::Seen | Verdict::Wrong, None) => Change::Gone,
            (Verdict::Right | Verdict::Seen | Verdict::Wrong, Some(index)) => {
                let fields = changed(fact, &self.found.facts[index]);
                (!fields.is_empty()).then_some(Change::Changed(fields))?
            }
        };
        Some(Difference { change, before: Some(at), after })
    }
}

/// What was missed is found when every field that the golden fact names, other than its place and words, is as it says.
fn is_what_was_missed(before: &GoldenFact, after: &GoldenFact) -> bool {
    let same = |(name, value): (&String, &Value)| {
        name == "span" || name == "text" || after.fields.get(name) == Some(value)
    };
    before.is != Verdict::Missed || before.fields.iter().all(same)
}

/// Member and organisation: what tells memberships of one span apart.
fn ends(fact: &GoldenFact) -> [Option<&Value>; 2] {
    ["member", "organisation"].map(|end| fact.fields.get(end).and_then(|end| end.get("span")))
}

/// The fields that differ.
pub(super) fn changed(before: &GoldenFact, after: &GoldenFact) -> Vec<FieldChange> {
    let names =
        before.fields.keys().chain(after.fields.keys().filter(|name| !before.fields.contains_key(*name)));
    let value = |fact: &GoldenFact, name: &String| fact.fields.get(name).cloned().unwrap_or(Value::Null);
    let pairs = names.map(|name| (name.clone(), value(before, name), value(after, name)));
    pairs.filter(|(_, before, after)| before != after).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::sample::{date, fact, golden};
    use super::*;

    /// What happened: `new 3`, `gone 3`, `changed 3 value`, by start of the fact.
    fn told(before: &Golden, after: &Golden) -> Vec<String> {
        let tell = |difference: &Difference| {
            let fact = difference.before.map(|index| &before.facts[index]);
            let fact = fact.or(difference.after.map(|index| &after.facts[index]));
            let start = fact.map_or(String::new(), |fact| fact.span().0.to_string());
            let names = |fields: &[FieldChange]| {
                fields.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>().join(",")
            };
            match &difference.change {
                Change::Gone => format!("gone {start}"),
                Change::New => format!("new {start}"),
                Change::Found => format!("found {start}"),
                Change::Changed(fields) => format!("changed {start} {}", names(fields)),
                Change::Article(fields) => format!("article {}", names(fields)),
            }
        };
        compare(before, after).iter().map(tell).collect()
    }

    fn is(verdict: Verdict, fact: GoldenFact) -> GoldenFact {
        GoldenFact { is: verdict, ..fact }
    }

    fn member(span: [u64; 2], member: [u64; 2], status: &str) -> GoldenFact {
        let more = json!({"member": {"span": member}, "organisation": {"span": [90, 95]}, "status": status});
        fact("membership", Verdict::Seen, span, more)
    }

    #[test]
    fn what_happened_to_facts() {
        let may = || date([3, 6], "2024-05");
        let wider = || date([0, 6], "2024-05");
        let missed = |value| {
            let fields = json!({"span": [3, 6], "value": value}).as_object().cloned().unwrap();
            GoldenFact { fields, ..is(Verdict::Missed, may()) }
        };
        let cases: &[(&[GoldenFact], &[GoldenFact], &[&str])] = &[
            (&[], &[], &[]),
            (&[may()], &[may()], &[]),
            (&[may()], &[], &["gone 3"]),
            (&[], &[may()], &["new 3"]),
            (&[may()], &[date([3, 6], "2023-05")], &["changed 3 value"]),
            // The same in other words: one fact that has changed, not one gone and one new.
            (&[may()], &[wider()], &["changed 3 span"]),
            (&[may()], &[date([7, 9], "2024-05")], &["gone 3", "new 7"]),
            (&[may()], &[fact("figure", Verdict::Seen, [3, 6], json!({}))], &["gone 3", "new 3"]),
            // Who is the same is bound before who overlaps.
            (&[wider(), may()], &[may(), wider()], &[]),
            (&[wider()], &[date([4, 5], "x"), wider()], &["new 4"]),
            // Two facts alike are two.
            (&[may(), may()], &[may()], &["gone 3"]),
            // A verdict is no field.
            (&[is(Verdict::Wrong, may())], &[may()], &[]),
            (&[is(Verdict::Wrong, may())], &[], &["gone 3"]),
            (&[is(Verdict::Right, may())], &[date([3, 6], "2023-05")], &["changed 3 value"]),
            // What is missed is found only as it was said to be.
            (&[missed("2024-05")], &[], &[]),
            (&[missed("2024-05")], &[may()], &["found 3"]),
            (&[missed("2024-05")], &[date([3, 6], "2023-05")], &["new 3"]),
            (&[missed("2024-05")], &[wider()], &["found 3"]),
            // Memberships of one span are told apart by who is a member.
            (
                &[member([0, 99], [0, 4], "member")],
                &[member([0, 99], [5, 9], "member")],
                &["gone 0", "new 0"],
            ),
            (
                &[member([0, 99], [0, 4], "member")],
                &[member([0, 99], [0, 4], "observer")],
                &["changed 0 status"],
            ),
        ];
        for (before, after, want) in cases {
            assert_eq!(told(&golden(before), &golden(after)), *want, "{before:?}\n{after:?}");
        }
    }

    #[test]
    fn fields_that_come_and_go_differ() {
        let with = |more| golden(&[fact("date", Verdict::Seen, [0, 3], more)]);
        let [bare, more, null] = [json!({}), json!({"mod": "START"}), json!({"mod": null})].map(with);
        assert_eq!(told(&bare, &more), ["changed 0 mod"]);
        assert_eq!(told(&more, &bare), ["changed 0 mod"]);
        assert_eq!(told(&bare, &null), [""; 0], "a key more that says nothing");
    }

    #[test]
    fn the_article_comes_first() {
        let before = golden(&[]);
        let day = json!({"value": "2024-03-14", "source": "header"});
        let after =
            Golden { published: day, warnings: vec![json!({"code": "x"})], ..golden(&[date([0, 3], "x")]) };
        assert_eq!(told(&before, &after), ["article published,warnings", "new 0"]);
    }
}
