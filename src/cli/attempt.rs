//! `dateline try`: one text against the rules.

use std::io::{self, Write};

use clap::Args;

use super::options::RuleOptions;
use super::{Exit, rules};
use crate::explain;
use crate::extract::{Article, Extractor};
use crate::fact::{Published, PublishedSource};
use crate::golden::example::{Draft, Outcome, Pipeline};
use crate::rule::RuleSet;
use crate::rule::set::Rule;

/// Tells what is found in one text, in a few lines; `explain` tells why.
///
/// Exit code 1 where nothing is found.
#[derive(Args)]
pub(super) struct Try {
    /// The text
    text: String,
    /// Print the `yes` that says what a rule finds here, ready for a rule file
    #[arg(long, conflicts_with = "as_no")]
    as_yes: bool,
    /// Print the `no` that says that nothing is found here
    #[arg(long)]
    as_no: bool,
    /// Only what this rule finds; a draft runs too
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,
    /// Day of publication (ISO 8601)
    #[arg(long, value_name = "DATE")]
    published: Option<jiff::civil::Date>,
    #[command(flatten)]
    rules: RuleOptions,
}

impl Try {
    pub(super) fn run(self) -> anyhow::Result<Exit> {
        let extractor = self.rules.extractor()?;
        let set = extractor.rules().set();
        if let Some(name) = &self.rule {
            rules::named(set, std::slice::from_ref(name))?;
        }
        let mut out = io::stdout().lock();
        if !self.as_yes && !self.as_no {
            return self.tell(&extractor, &mut out);
        }
        let day = self.published.map(|day| day.to_string());
        let outcome = extractor.run(&self.text, day.as_deref(), self.rule.as_deref().unwrap_or(""));
        let lines = self.lines(set, day.as_deref(), &outcome);
        for (rule, line) in &lines {
            match rule {
                Some(rule) => writeln!(out, "# {rule}\n  {line}")?,
                None => writeln!(out, "  {line}")?,
            }
        }
        if lines.is_empty() {
            let found = if self.as_yes { "no rule finds anything" } else { "a rule finds something" };
            writeln!(io::stderr(), "{found} here; `dateline explain --text …` tells why")?;
            return Ok(Exit::Differences);
        }
        out.flush()?;
        Ok(Exit::Fine)
    }

    /// The lines of examples, each with the rule that it belongs to.
    fn lines(&self, set: &RuleSet, on: Option<&str>, outcome: &Outcome) -> Vec<(Option<String>, Draft)> {
        let is_meant = |rule: &&Rule| self.rule.as_ref().is_none_or(|name| rule.name == *name);
        let rules = set.rules.iter().filter(is_meant);
        let yes: Vec<(Option<String>, Draft)> = rules
            .filter_map(|rule| Some((Some(rule.name.clone()), Draft::yes(rule, &self.text, on, outcome)?)))
            .collect();
        match (self.as_yes, yes.is_empty()) {
            (true, _) => yes,
            (false, true) => vec![(self.rule.clone(), Draft::no(&self.text, on))],
            (false, false) => Vec::new(),
        }
    }

    fn tell(&self, extractor: &Extractor, out: &mut impl Write) -> anyhow::Result<Exit> {
        let published =
            self.published.map(|day| Published { value: day.to_string(), source: PublishedSource::Option });
        let article = Article { text: self.text.clone(), published, ..Article::default() };
        let told = explain::facts(extractor, &article, self.rule.as_deref());
        let nothing = told.is_empty();
        let told =
            if nothing { "nothing is found; `dateline explain --text …` tells why\n" } else { &told };
        write!(out, "{told}")?;
        out.flush()?;
        Ok(if nothing { Exit::Differences } else { Exit::Fine })
    }
}
