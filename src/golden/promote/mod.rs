//! A fact of a golden file becomes an example beside its rule.
//!
//! What is right becomes a `yes`, marked with what the rule fills; a false find a `no`; what is missed a `todo yes`. An example
//! that is to come is judged before it is written: what does not run is not written.

mod context;
mod place;

use std::path::Path;

use context::Context;

use super::example::{self, Draft, Fired, Pipeline, Reason};
use super::{Checked, GoldenFact, Verdict};
use crate::extract::Extractor;
use crate::rule::ast::Example;
use crate::rule::error::line_and_column;
use crate::rule::set::Rule;
use crate::rule::{self, RuleSet, SourceFile};

/// Writes examples into the rule files that rules were read from.
pub struct Promoter<'e> {
    extractor: &'e Extractor,
    sources: Vec<SourceFile>,
}

/// An example that was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Promoted {
    /// The rule file.
    pub path: String,
    /// The line of the example, from 1.
    pub line: usize,
    /// The example.
    pub example: String,
    /// It was there before.
    pub known: bool,
}

impl<'e> Promoter<'e> {
    /// For the rules of an extractor.
    pub fn new(extractor: &'e Extractor) -> Promoter<'e> {
        Promoter { extractor, sources: extractor.rules().set().sources.clone() }
    }

    /// Writes the example of a fact beside its rule, or beside the one that is named.
    ///
    /// # Errors
    /// Why there can be no such example; nothing is written then.
    pub fn promote(
        &mut self,
        checked: &Checked,
        fact: &GoldenFact,
        named: Option<&str>,
    ) -> Result<Promoted, String> {
        let set = rule::read(&self.sources).map_err(|errors| errors.to_string())?;
        let rule = rule_of(&set, fact, named)?;
        let file = rule.at.file as usize;
        self.same_on_disk(file)?;
        let drafts = self.drafts(rule, checked, fact)?;
        let mut why = "the text around it is not enough".to_owned();
        for draft in drafts {
            if let Some(known) = self.known(file, rule, &draft) {
                return Ok(known);
            }
            match self.judged(file, rule, draft, fact.is != Verdict::Right) {
                Ok((text, promoted)) => {
                    super::file::write_whole(Path::new(&promoted.path), text.as_bytes())
                        .map_err(|error| format!("cannot write {}: {error}", promoted.path))?;
                    self.sources[file].text = text;
                    return Ok(promoted);
                }
                Err(reasons) => why = reasons,
            }
        }
        Err(why)
    }

    /// The example that says the same already.
    fn known(&self, file: usize, rule: &Rule, draft: &Draft) -> Option<Promoted> {
        let same = |example: &&Example| example.yes == draft.yes && example.text == draft.text;
        let SourceFile { path, text, .. } = &self.sources[file];
        let span = rule.examples.iter().find(same)?.at.span;
        let (line, _) = line_and_column(text, span.start as usize);
        Some(Promoted { path: path.clone(), line, example: span.of(text).trim_end().to_owned(), known: true })
    }

    /// The program's own rules can be elsewhere, or be other ones by now.
    fn same_on_disk(&self, file: usize) -> Result<(), String> {
        let SourceFile { path, text, builtin } = &self.sources[file];
        match std::fs::read_to_string(path) {
            Ok(found) if found == *text => Ok(()),
            Ok(_) => Err(format!("{path} is not what was read: build or run again")),
            Err(_) if *builtin => Err(format!(
                "its rule is built in, and there is no {path} here: `replace` the rule in a file of yours, or work in the program's source"
            )),
            Err(error) => Err(format!("cannot read {path}: {error}")),
        }
    }

    /// Examples that may do, the shortest first.
    fn drafts(&self, rule: &Rule, checked: &Checked, fact: &GoldenFact) -> Result<Vec<Draft>, String> {
        let context = Context::of(self.extractor, checked, fact);
        match fact.is {
            Verdict::Right => {
                Ok(context.texts().filter_map(|(text, on)| self.yes(rule, fact, text, on)).collect())
            }
            Verdict::Missed => {
                Ok(context.shortest().map(|text| context.todo(fact, text)).into_iter().collect())
            }
            Verdict::Wrong if fact.is_false_find() => {
                let no = |text| Draft { text, ..Draft::default() };
                Ok(context.shortest().map(no).into_iter().collect())
            }
            Verdict::Wrong => Err(format!(
                "it is wrong in {}: what is right there nobody says, so write that example by hand",
                fact.wrong.join(", ")
            )),
            Verdict::Seen => Err("nobody has judged it: judge it first".to_owned()),
        }
    }

    /// A `yes` of a text in which the rule finds the fact as the golden file has it.
    fn yes(&self, rule: &Rule, fact: &GoldenFact, text: String, on: Option<&str>) -> Option<Draft> {
        let outcome = self.extractor.run(&text, on, &rule.name);
        let own: Vec<&Fired> =
            outcome.fired.iter().filter(|fired| fired.rule == rule.name && !fired.facts.is_empty()).collect();
        let facts = || own.iter().flat_map(|fired| &fired.facts);
        let mut draft = Draft::of(&text, on, &own);
        let fields = draft.marks.iter().map(|mark| mark.field.split('.').next().unwrap_or_default());
        let told: Vec<&str> = fields.chain(["status", "value"]).collect();
        let found = facts().find(|found| context::agree(found, fact, &told))?;
        draft.fields = context::status(found);
        Some(draft)
    }

    /// The file with the example in it, where the example then does as it says; one that does not is `todo` if it may be.
    fn judged(
        &self,
        file: usize,
        rule: &Rule,
        mut draft: Draft,
        may_wait: bool,
    ) -> Result<(String, Promoted), String> {
        loop {
            let (text, line) = place::insert(&self.sources[file].text, rule, &draft.to_string());
            match self.judge(file, &text, line, &rule.name) {
                Ok(()) => {
                    let path = self.sources[file].path.clone();
                    return Ok((text, Promoted { path, line, example: draft.to_string(), known: false }));
                }
                Err(reasons) if !may_wait || draft.todo => return Err(reasons),
                Err(_) => draft.todo = true,
            }
        }
    }

    /// Runs the example in a line of a file.
    fn judge(&self, file: usize, text: &str, line: usize, name: &str) -> Result<(), String> {
        let mut sources = self.sources.clone();
        text.clone_into(&mut sources[file].text);
        let set = rule::read(&sources).map_err(|errors| errors.to_string())?;
        let start = text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
        let is_new = |at: usize| text[start..at.max(start)].trim().is_empty() && at >= start;
        let rule = set.rules.iter().find(|rule| rule.name == name).ok_or("the rule is gone")?;
        let example = rule.examples.iter().find(|example| is_new(example.at.span.start as usize));
        match example::verdict(rule, example.ok_or("the example is not read")?, self.extractor) {
            example::Verdict::Fail(reasons) => Err(words(&reasons)),
            example::Verdict::Pass | example::Verdict::Todo => Ok(()),
        }
    }
}

fn words(reasons: &[Reason]) -> String {
    reasons.iter().map(|reason| reason.message.as_str()).collect::<Vec<_>>().join("; ")
}

/// The rule beside which a fact's example goes.
fn rule_of<'s>(set: &'s RuleSet, fact: &GoldenFact, named: Option<&str>) -> Result<&'s Rule, String> {
    let find = |name: &str| set.rules.iter().find(|rule| rule.name == name);
    if let Some(name) = named {
        return find(name)
            .ok_or_else(|| format!("there is no rule `{name}`; `dateline rules list` names all"));
    }
    let own: Vec<&Rule> = fact.rules().filter_map(find).collect();
    match own.as_slice() {
        [rule] => Ok(rule),
        [] if fact.rule().is_empty() => Err("no rule found it: name one with --rule".to_owned()),
        [] => Err(format!(
            "it was found by `{}`, which is no rule of a file (renamed?): name one with --rule",
            fact.rule()
        )),
        several => {
            let names: Vec<&str> = several.iter().map(|rule| rule.name.as_str()).collect();
            Err(format!("{} rules made it: name one with --rule: {}", names.len(), names.join(", ")))
        }
    }
}
