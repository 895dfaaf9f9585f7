//! A group in words: its size, its commonest change, one place.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::{Group, Member};
use crate::golden::brief::{Leaf, leaves};
use crate::golden::compare::telling;
use crate::golden::{Change, Verdict};

impl Group<'_> {
    /// How many articles it is about.
    pub fn articles(&self) -> usize {
        let ids: BTreeSet<&str> =
            self.members.iter().map(|member| member.checked.place.id.as_str()).collect();
        ids.len()
    }

    /// What was said of the facts that it touches: `3 right, 1 seen`.
    fn verdicts(&self) -> String {
        let of = |verdict: Verdict| {
            let is = |member: &&Member| member.sides().before.is_some_and(|fact| fact.is == verdict);
            let count = self.members.iter().filter(is).count();
            (count > 0).then(|| format!("{count} {}", verdict.as_str()))
        };
        Verdict::ALL.iter().copied().filter_map(of).collect::<Vec<_>>().join(", ")
    }

    /// All members but the one that is shown as its example.
    pub fn others(&self) -> impl Iterator<Item = &Member<'_>> {
        let shown = self.commonest().map(|(.., shown)| shown);
        let others = self.members.iter().enumerate().filter(move |(index, _)| shown != Some(*index));
        others.map(|(_, member)| member)
    }

    /// Its commonest change, how often it comes, and the index of the first member that has it.
    fn commonest(&self) -> Option<(String, usize, usize)> {
        let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for (index, member) in self.members.iter().enumerate() {
            let told: BTreeSet<String> = changes(member).into_iter().collect();
            told.into_iter().for_each(|change| counts.entry(change).or_insert((0, index)).0 += 1);
        }
        let most = counts.into_iter().max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
        most.map(|(change, (count, first))| (change, count, first))
    }
}

/// What happened, leaf by leaf; of a fact that came or went its text.
fn changes(member: &Member) -> Vec<String> {
    let sides = member.sides();
    match sides.change {
        Change::Changed(fields) | Change::Article(fields) => {
            let leading = telling(fields);
            let fields = fields.iter().filter(|(name, ..)| leading.contains(&name.as_str()));
            fields.flat_map(leaves).map(|leaf| leaf.to_string()).collect()
        }
        Change::New | Change::Gone | Change::Found => {
            let fact = sides.after.or(sides.before);
            fact.map(|fact| format!("`{}`", fact.text())).into_iter().collect()
        }
    }
}

impl fmt::Display for Leaf {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {} → {}", self.path, self.before, self.after)
    }
}

/// The group in words: its name and size, its commonest change, one place in the text.
impl fmt::Display for Group<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let Some((change, count, example)) = self.commonest() else { return Ok(()) };
        if self.members.len() > 1 {
            let (all, articles) = (self.members.len(), self.articles());
            let verdicts = self.verdicts();
            let judged = if verdicts.is_empty() { verdicts } else { format!(" (judged {verdicts})") };
            let ending = if articles == 1 { "" } else { "s" };
            writeln!(f, "{}: {all} differences in {articles} article{ending}{judged}", self.name)?;
            if count > 1 {
                writeln!(f, "  {count} times {change}")?;
            }
        }
        f.write_str(&self.members[example].show())
    }
}
