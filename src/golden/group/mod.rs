//! Differences grouped by what made them: the rule or step behind them, the file, or the field.

mod tell;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::compare::{FieldChange, telling};
use super::show::Place;
use super::{Change, Checked, Difference, GoldenFact, Sides, show};

/// What differences are grouped by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// The rule or step of resolution that made, lost or changed the fact, and what happened.
    Rule,
    /// The article.
    File,
    /// The field that differs; a difference stands in the group of each of its fields.
    Field,
}

/// A difference in its article.
#[derive(Clone, Copy)]
pub struct Member<'a> {
    /// The article.
    pub checked: &'a Checked,
    /// What differs.
    pub difference: &'a Difference,
}

impl<'a> Member<'a> {
    /// The fact before and after.
    pub fn sides(&self) -> Sides<'a> {
        self.difference.sides(self.checked.before(), &self.checked.found)
    }

    /// Line and column of the fact in its article, from 1.
    pub fn line_and_column(&self) -> (usize, usize) {
        let sides = self.sides();
        let span = sides.before.or(sides.after).map_or((0, 0), GoldenFact::span);
        let place = Place::of(&self.checked.text, span);
        (place.line, place.column)
    }

    /// Where it stands, in the text, with what differs.
    pub fn show(&self) -> String {
        let Checked { place, text, found, .. } = self.checked;
        show(&place.article.display().to_string(), text, self.checked.before(), found, self.difference)
    }
}

/// Differences that belong together.
pub struct Group<'a> {
    /// Its name, as `group=` takes it where differences are grouped by rule.
    pub name: String,
    /// The differences, in the order of articles and of their text.
    pub members: Vec<Member<'a>>,
}

/// Groups differences; the largest group comes first.
pub fn group<'a>(members: impl Iterator<Item = Member<'a>>, by: By) -> Vec<Group<'a>> {
    let mut groups: BTreeMap<String, Vec<Member>> = BTreeMap::new();
    for member in members {
        for name in names(&member, by) {
            groups.entry(name).or_default().push(member);
        }
    }
    let mut groups: Vec<Group> = groups.into_iter().map(|(name, members)| Group { name, members }).collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.members.len()));
    groups
}

fn names(member: &Member, by: By) -> Vec<String> {
    let sides = member.sides();
    match by {
        By::Rule => vec![name(&sides)],
        By::File => vec![member.checked.place.id.clone()],
        By::Field => match sides.change {
            Change::Changed(fields) | Change::Article(fields) => {
                telling(fields).iter().map(|field| format!("{}.{field}", sides.kind())).collect()
            }
            Change::New | Change::Gone | Change::Found => {
                vec![format!("{}:{}", sides.kind(), what(sides.change))]
            }
        },
    }
}

/// The name of the group of a difference: its kind, its cause, and what happened.
pub fn name(sides: &Sides) -> String {
    format!("{}:{}:{}", sides.kind(), cause(sides), what(sides.change))
}

fn what(change: &Change) -> String {
    match change {
        Change::New => "new".to_owned(),
        Change::Gone => "gone".to_owned(),
        Change::Found => "found".to_owned(),
        Change::Changed(fields) | Change::Article(fields) => telling(fields).join("+"),
    }
}

/// Rules that add no more or add now; else the step that the changed values name as their source; else the rule that
/// found the fact.
fn cause(sides: &Sides) -> String {
    if let (Change::Changed(fields), Some(before), Some(after)) = (sides.change, sides.before, sides.after) {
        let [old, new] = [before, after].map(adding);
        let lost = old.difference(&new).map(|rule| format!("-{rule}"));
        let gained = new.difference(&old).map(|rule| format!("+{rule}"));
        let rules: Vec<String> = lost.chain(gained).collect();
        if !rules.is_empty() {
            return rules.join(",");
        }
        if before.rule() == after.rule()
            && let Some(step) = step(fields)
        {
            return step;
        }
    }
    match sides.after.or(sides.before).map(GoldenFact::rule) {
        Some("") => "unknown".to_owned(),
        Some(rule) => rule.to_owned(),
        None => "article".to_owned(),
    }
}

/// The rules that added to a fact.
fn adding(fact: &GoldenFact) -> BTreeSet<&str> {
    let rules = fact.fields.get("rules").and_then(Value::as_array);
    rules.into_iter().flatten().filter_map(Value::as_str).collect()
}

/// The one source, other than the words of the text themselves, that changed values name.
fn step(fields: &[FieldChange]) -> Option<String> {
    let mut sources = BTreeSet::new();
    for (_, before, after) in fields {
        let [mut old, mut new] = [BTreeSet::new(), BTreeSet::new()];
        named_sources(before, &mut old);
        named_sources(after, &mut new);
        sources.extend(if new.is_empty() { old } else { new });
    }
    let mut sources = sources.into_iter();
    sources.next().filter(|_| sources.next().is_none()).map(str::to_owned)
}

fn named_sources<'v>(value: &'v Value, sources: &mut BTreeSet<&'v str>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| named_sources(item, sources)),
        Value::Object(fields) => match fields.get("source").and_then(Value::as_str) {
            Some("explicit") | None => {}
            Some(source) => {
                sources.insert(source);
            }
        },
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::json;

    use super::super::sample::{date, fact, golden};
    use super::super::{Golden, Verdict, compare};
    use super::*;

    fn checked(id: &str, before: &[GoldenFact], after: &[GoldenFact]) -> Checked {
        let (golden, found) = (golden(before), golden(after));
        let place =
            super::super::Place { article: PathBuf::from(id), id: id.to_owned(), golden: PathBuf::new() };
        let differences = compare(&golden, &found);
        Checked { place, text: "It opens in May.".to_owned(), golden: Some(golden), found, differences }
    }

    fn members(all: &[Checked]) -> impl Iterator<Item = Member<'_>> {
        all.iter().flat_map(|checked| {
            checked.differences.iter().map(move |difference| Member { checked, difference })
        })
    }

    /// The names of the groups with their sizes.
    fn grouped(all: &[Checked], by: By) -> Vec<String> {
        let groups = group(members(all), by);
        groups.iter().map(|group| format!("{} {}", group.name, group.members.len())).collect()
    }

    fn document(more: serde_json::Value) -> GoldenFact {
        fact("document", Verdict::Right, [3, 8], more)
    }

    #[test]
    fn by_cause() {
        let cases = [
            (vec![], vec![date([0, 2], "x")], "date:date/any:new 1"),
            (vec![date([0, 2], "x")], vec![], "date:date/any:gone 1"),
            (vec![date([0, 2], "x")], vec![date([0, 2], "y")], "date:date/any:value 1"),
            // The text follows from the span.
            (
                vec![fact("date", Verdict::Seen, [0, 2], json!({"text": "It"}))],
                vec![fact("date", Verdict::Seen, [0, 3], json!({"text": "It "}))],
                "date:date/any:span 1",
            ),
            // Rules that add no more, or now.
            (
                vec![document(json!({"rules": ["a", "b"], "status": "signed"}))],
                vec![document(json!({"rules": ["b", "c"], "status": "planned"}))],
                "document:-a,+c:status 1",
            ),
            // A step of resolution says so in the value.
            (
                vec![document(json!({"place": null}))],
                vec![document(json!({"place": {"name": "Oslo", "source": "dateline"}}))],
                "document:dateline:place 1",
            ),
            (
                vec![document(json!({"place": {"name": "Oslo", "source": "dateline"}}))],
                vec![document(json!({"place": null}))],
                "document:dateline:place 1",
            ),
            (
                vec![document(json!({"place": null}))],
                vec![document(json!({"place": {"name": "Oslo", "source": "explicit"}}))],
                "document:document/any:place 1",
            ),
        ];
        for (before, after, want) in cases {
            assert_eq!(grouped(&[checked("a", &before, &after)], By::Rule), [want]);
        }
        let article = Golden { published: json!("a"), ..golden(&[]) };
        let differences = compare(&article, Golden::empty());
        assert_eq!(name(&differences[0].sides(&article, Golden::empty())), "article:article:published");
    }

    #[test]
    fn by_field_and_by_file() {
        let more = |value, end| fact("date", Verdict::Seen, [0, 2], json!({"value": value, "end": end}));
        let all = [
            checked("a", &[more("x", "x")], &[more("y", "y")]),
            checked("b", &[more("x", "x")], &[more("x", "y"), date([3, 8], "z")]),
        ];
        assert_eq!(grouped(&all, By::Field), ["date.end 2", "date.value 1", "date:new 1"]);
        assert_eq!(grouped(&all, By::File), ["b 2", "a 1"]);
    }

    #[test]
    fn a_group_is_told_by_its_commonest_change() {
        let changed = |id, to| checked(id, &[date([12, 15], "2024")], &[date([12, 15], to)]);
        let all = [changed("a", "2021"), changed("b", "2025"), changed("c", "2025")];
        let groups = group(members(&all), By::Rule);
        let want = "date:date/any:value: 3 differences in 3 articles (judged 3 seen)\n  \
                    2 times value: \"2024\" → \"2025\"\n\
                    b:1:13: date `date/any` has changed (judged seen)\n  \
                    | It opens in May.\n  |             ^^^\n  - value: \"2024\"\n  + value: \"2025\"\n";
        assert_eq!(groups[0].to_string(), want);
        let others: Vec<&str> = groups[0].others().map(|member| member.checked.place.id.as_str()).collect();
        assert_eq!(others, ["a", "c"]);
    }
}
