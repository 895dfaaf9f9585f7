//! Items and their clauses.

use nom::bytes::complete::take_while;
use nom::combinator::opt;
use nom::multi::separated_list1;
use nom::{Err, Parser};

use super::reader::{Fail, Read, Reader, keyword, mark, space, wanted, wrong, wrong_with};
use crate::rule::ast::{At, Field, Ident, Kind, List, ListEntry, Phrase, Rule, Seq, Side, Then, Unless};
use crate::rule::error::did_you_mean;

/// The words that can open an item.
const ITEMS: &[&str] = &["words", "verbs", "phrase", "kind", "draft", "rule", "drop", "replace"];
/// The words that can open a clause of a rule.
const CLAUSES: &[&str] = &["find", "then", "unless", "over", "give", "todo", "yes", "no", "note"];

/// The words that stand inside clauses and holes.
const INSIDE: &[&str] =
    &["gives", "adds", "to", "add", "each", "line", "item", "on", "list", "of", "active", "passive"];

/// All words that mean something in a rule file.
pub fn keywords() -> impl Iterator<Item = &'static str> {
    let sides = Side::ALL.iter().map(|side| side.name());
    ITEMS.iter().chain(CLAUSES).chain(INSIDE).copied().chain(sides)
}

/// The first line of an item.
pub(super) enum Head {
    /// `words x …`, `verbs x …`; entries follow unless it has some.
    List { verbs: bool, add: bool, list: List },
    /// `phrase x = …`
    Phrase(Phrase),
    /// `kind x`; fields follow.
    Kind(Kind),
    /// `rule x gives y`; clauses follow.
    Rule(Box<Rule>),
    /// `drop rule x`
    Drop(Ident),
    /// `replace …`
    Replace(Box<Head>),
}

impl Reader {
    /// The first line of an item, whole.
    pub(super) fn head(self, input: &str) -> Read<'_, Head> {
        let (rest, word) = self.opening(input)?;
        match word.text.as_str() {
            "words" => self.list(rest, false),
            "verbs" => self.list(rest, true),
            "phrase" => self.phrase(rest),
            "kind" => self.kind(rest),
            "draft" => {
                let (rest, ()) = wanted("`rule` is wanted here", keyword("rule"))(rest)?;
                self.rule(rest, input, true)
            }
            "rule" => self.rule(rest, input, false),
            "drop" => self.dropped(rest),
            "replace" => self.replaced(rest),
            _ => wrong_with(
                input,
                format!("`{}` opens no item: an item is one of {}", word.text, names(ITEMS)),
                did_you_mean(&word.text, ITEMS.iter().copied()),
            ),
        }
    }

    fn opening(self, input: &str) -> Read<'_, Ident> {
        wanted("an item begins with a word, as in `rule they-signed adds to document`", |i| self.name(i))(
            input,
        )
    }

    fn replaced(self, input: &str) -> Read<'_, Head> {
        match self.head(input)? {
            (_, Head::Replace(_) | Head::Drop(_)) => {
                wrong(input, "what is replaced is a rule, a list, a phrase or a kind")
            }
            (_, Head::List { add: true, .. }) => wrong(input, "a list is either replaced or added to"),
            (rest, head) => Ok((rest, Head::Replace(Box::new(head)))),
        }
    }

    fn dropped(self, input: &str) -> Read<'_, Head> {
        let (rest, ()) = wanted("only a rule can be dropped: `drop rule NAME`", keyword("rule"))(input)?;
        let (rest, name) = self.named(rest)?;
        end(rest)?;
        Ok((rest, Head::Drop(name)))
    }

    /// The name of an item.
    fn named(self, input: &str) -> Read<'_, Ident> {
        wanted("a name is wanted here, of letters, digits, `-` and `_`", |i| self.name(i))(input)
    }

    fn list(self, input: &str, verbs: bool) -> Read<'_, Head> {
        let (rest, name) = self.named(input)?;
        let (rest, add) = opt(keyword("add")).parse(rest)?;
        let (rest, equals) = if add.is_none() { opt(mark("=")).parse(rest)? } else { (rest, None) };
        let mut list = List { name, entries: Vec::new() };
        if equals.is_none() && (add.is_none() || rest.is_empty()) {
            end(rest)?;
            return Ok((rest, Head::List { verbs, add: add.is_some(), list }));
        }
        let (rest, entry) = self.entry(rest)?;
        list.entries = if equals.is_some() { apart(entry) } else { vec![entry] };
        Ok((rest, Head::List { verbs, add: add.is_some(), list }))
    }

    /// A line of a list: `initial | initialise = initialled`
    pub(super) fn entry(self, input: &str) -> Read<'_, ListEntry> {
        let spelling = wanted("a word is wanted here", |i| self.spelling(i));
        let (rest, aliases) = separated_list1(mark("|"), spelling).parse(input)?;
        let (rest, equals) = opt(mark("=")).parse(rest)?;
        let (rest, value) = match equals {
            Some(()) => {
                wanted("a value is wanted here", |i| self.spelling(i))(rest).map(|(r, v)| (r, Some(v)))?
            }
            None => (rest, None),
        };
        end(rest)?;
        Ok((rest, ListEntry { aliases, value }))
    }

    /// Words up to the next `|` or `=`.
    fn spelling(self, input: &str) -> Read<'_, Ident> {
        let (_, text) = take_while(|c| !matches!(c, '|' | '=' | '#')).parse(input)?;
        let text = text.trim_end();
        let rest = &input[text.len()..];
        if text.is_empty() {
            return Err(Err::Error(Fail { rest: input, message: String::new(), help: None }));
        }
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok((space(rest)?.0, Ident { text: words, at: self.at(input, rest) }))
    }

    fn phrase(self, input: &str) -> Read<'_, Head> {
        let (rest, name) = self.named(input)?;
        let (rest, ()) = wanted("`=` is wanted here, then a pattern", mark("="))(rest)?;
        let (rest, seq) = self.pattern(rest)?;
        Ok((rest, Head::Phrase(Phrase { name, seq })))
    }

    fn kind(self, input: &str) -> Read<'_, Head> {
        let (rest, name) = self.named(input)?;
        end(rest)?;
        Ok((rest, Head::Kind(Kind { name, fields: Vec::new() })))
    }

    /// A line of a kind: `guests list of person`, `level high | low`
    pub(super) fn kind_field(self, input: &str) -> Read<'_, Field> {
        let (rest, name) = wanted("a field's name is wanted here", |i| self.name(i))(input)?;
        let (rest, list) = opt((keyword("list"), keyword("of"))).parse(rest)?;
        let option = wanted("a class, or the values of an enum, are wanted here", |i| self.name(i));
        let (rest, options) = separated_list1(mark("|"), option).parse(rest)?;
        end(rest)?;
        Ok((rest, Field { name, list: list.is_some(), options }))
    }

    fn rule<'a>(self, input: &'a str, start: &'a str, draft: bool) -> Read<'a, Head> {
        let (rest, name) = self.named(input)?;
        let (rest, gives) = gives(rest)?;
        let (rest, kind) = wanted("a kind of fact is wanted here", |i| self.name(i))(rest)?;
        end(rest)?;
        let at = self.at(start, rest);
        let rule = Rule { draft, name, gives, kind, at, ..Rule::default() };
        Ok((rest, Head::Rule(Box::new(rule))))
    }

    /// A clause of a rule, added to it.
    pub(super) fn clause<'a>(self, input: &'a str, rule: &mut Rule) -> Read<'a, ()> {
        let (rest, word) = wanted("a clause begins with a word", |i| self.name(i))(input)?;
        match word.text.as_str() {
            "find" => self.pattern(rest).map(|(_, seq)| rule.finds.push(seq))?,
            "then" => self.then(rest, word.at).map(|(_, then)| rule.then.push(then))?,
            "unless" => self.unless(rest).map(|(_, unless)| rule.unless.push(unless))?,
            "over" => self.over(rest).map(|(_, name)| rule.over.push(name))?,
            "give" => self.give(rest).map(|(_, pair)| rule.give.push(pair))?,
            "todo" | "yes" | "no" => self.example(input).map(|(_, example)| rule.examples.push(example))?,
            "note" => rule.notes.push(note(rest)),
            _ => {
                let message = format!("`{}` is no clause: a clause is one of {}", word.text, names(CLAUSES));
                return wrong_with(input, message, did_you_mean(&word.text, CLAUSES.iter().copied()));
            }
        }
        Ok(("", ()))
    }

    fn then(self, input: &str, at: At) -> Read<'_, Then> {
        let message = "`then each line` or `then each item` is wanted here";
        let (rest, ()) = wanted(message, keyword("each"))(input)?;
        let (rest, line) = opt(keyword("line")).parse(rest)?;
        let (rest, item) = if line.is_none() { opt(keyword("item")).parse(rest)? } else { (rest, None) };
        if line.is_none() && item.is_none() {
            return wrong(rest, message);
        }
        let (rest, seq) = self.pattern(rest)?;
        Ok((rest, Then { line: line.is_some(), seq, at }))
    }

    fn unless(self, input: &str) -> Read<'_, Unless> {
        let (rest, side) = self.opening(input)?;
        let Some(side) = Side::ALL.iter().find(|known| known.name() == side.text) else {
            let help = did_you_mean(&side.text, Side::ALL.iter().map(|side| side.name()));
            return wrong_with(input, "after `unless` comes `after`, `before` or `inside`", help);
        };
        let (rest, seq): (&str, Seq) = self.pattern(rest)?;
        Ok((rest, Unless { side: *side, seq }))
    }

    fn over(self, input: &str) -> Read<'_, Ident> {
        let (rest, name) = wanted("the name of a rule is wanted here", |i| self.name(i))(input)?;
        end(rest)?;
        Ok((rest, name))
    }

    fn give(self, input: &str) -> Read<'_, (Ident, Ident)> {
        let (rest, pair) = self.pair(input)?;
        end(rest)?;
        Ok((rest, pair))
    }
}

/// In `words x = a | b` each spelling is an entry of its own.
fn apart(entry: ListEntry) -> Vec<ListEntry> {
    match entry.value {
        Some(_) => vec![entry],
        None => {
            entry.aliases.into_iter().map(|alias| ListEntry { aliases: vec![alias], value: None }).collect()
        }
    }
}

/// `gives`, else `adds to`.
fn gives(input: &str) -> Read<'_, bool> {
    let gives = keyword("gives").map(|()| true);
    let adds = (keyword("adds"), keyword("to")).map(|_| false);
    wanted("`gives KIND` or `adds to KIND` is wanted here", nom::branch::alt((gives, adds)))(input)
}

/// A note's words, on one line.
fn note(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Nothing more may come.
fn end(rest: &str) -> Result<(), Err<Fail<'_>>> {
    match rest.is_empty() {
        true => Ok(()),
        false => wrong(rest, "nothing more is wanted here").map(|(_, ())| ()),
    }
}

/// 'a', 'b' and 'c', in backquotes.
fn names(all: &[&str]) -> String {
    let quoted: Vec<String> = all.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
