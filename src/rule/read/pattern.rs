//! Patterns: words, strings, groups, holes, gaps and how often they come.

use nom::bytes::complete::take_while1;
use nom::combinator::opt;
use nom::multi::separated_list1;
use nom::{Err, Parser};

use super::reader::{Fail, Read, Reader, keyword, mark, space, string, wanted, wrong, wrong_with};
use crate::rule::ast::{Element, Hole, Ident, Mode, Prim, Repeat, Seq};

/// Groups and `!` may stand in each other so deep.
const DEEPEST: u32 = 32;

impl Reader {
    /// A pattern to the end of the clause.
    pub(super) fn pattern(self, input: &str) -> Read<'_, Seq> {
        let (rest, seq) = self.seq(input, 0)?;
        match rest.chars().next() {
            None if seq.elements.is_empty() => wrong(input, "a pattern is wanted here"),
            None => Ok((rest, seq)),
            Some(')') => wrong(rest, "this `)` closes nothing"),
            Some('}') => wrong(rest, "this `}` closes nothing"),
            Some('|') => wrong_with(
                rest,
                "`|` stands between alternatives of a group",
                Some("write `( a | b )`".into()),
            ),
            Some('?' | '*' | '+') => wrong(rest, "there is nothing before this that could repeat"),
            Some('=') => wrong(rest, "`=` has no place in a pattern"),
            Some(c) => wrong_with(
                rest,
                format!("a mark in a pattern stands in quotes: `{c}` doesn't"),
                Some(format!("write `\"{c}\"`")),
            ),
        }
    }

    fn seq(self, input: &str, depth: u32) -> Read<'_, Seq> {
        let (mut rest, ()) = space(input)?;
        let mut elements = Vec::new();
        loop {
            match self.element(rest, depth) {
                Ok((after, element)) => {
                    elements.push(element);
                    rest = space(after)?.0;
                }
                Err(Err::Error(_)) => return Ok((rest, Seq { elements })),
                Err(error) => return Err(error),
            }
        }
    }

    fn element(self, input: &str, depth: u32) -> Read<'_, Element> {
        let (rest, prim) = self.prim(input, depth)?;
        let (after, repeat) = match rest.chars().next() {
            Some('?') => (&rest[1..], Repeat::Optional),
            Some('*') => (&rest[1..], Repeat::Star),
            Some('+') => (&rest[1..], Repeat::Plus),
            _ => (rest, Repeat::One),
        };
        if after.starts_with(['?', '*', '+']) {
            return wrong(after, "one of `?`, `*` and `+` is enough");
        }
        Ok((after, Element { prim, repeat, at: self.at(input, after) }))
    }

    fn prim(self, input: &str, depth: u32) -> Read<'_, Prim> {
        if depth > DEEPEST {
            return wrong(input, "this is nested too deep");
        }
        match input.chars().next() {
            Some('"') => self.quoted(input),
            Some('(') => self.group(input, depth),
            Some('{') => self.hole(input).map(|(rest, hole)| (rest, Prim::Hole(hole))),
            Some('!') => {
                let mut what =
                    wanted("after `!` comes what must not stand here", |i| self.prim(i, depth + 1));
                what(&input[1..]).map(|(rest, prim)| (rest, Prim::Not(Box::new(prim))))
            }
            Some('…') => {
                wrong_with(input, "a gap is written with three full stops", Some("write `...`".into()))
            }
            _ if input.starts_with("...") => Ok((&input[3..], Prim::Gap)),
            _ => word(input),
        }
    }

    fn quoted(self, input: &str) -> Read<'_, Prim> {
        let (rest, text) = string(input)?;
        if text.trim().is_empty() {
            return wrong(input, "this string holds nothing to match");
        }
        Ok((rest, Prim::String(text)))
    }

    fn group(self, input: &str, depth: u32) -> Read<'_, Prim> {
        let (rest, ()) = mark("(")(input)?;
        let mut alternatives = separated_list1(mark("|"), |i| self.alternative(i, depth + 1));
        let (rest, alternatives) = alternatives.parse(rest)?;
        match rest.strip_prefix(')') {
            Some(rest) => Ok((rest, Prim::Group(alternatives))),
            None if rest.is_empty() => wrong(input, "this `(` is not closed"),
            None => self.pattern(rest).and_then(|(rest, _)| wrong(rest, "`)` is wanted here")),
        }
    }

    fn alternative(self, input: &str, depth: u32) -> Read<'_, Seq> {
        let (rest, seq) = self.seq(input, depth)?;
        if seq.elements.is_empty() {
            return wrong_with(
                input,
                "an alternative is missing here",
                Some("`?` after a group makes it optional".into()),
            );
        }
        Ok((rest, seq))
    }

    /// `{field: list of class | class}`
    fn hole(self, input: &str) -> Read<'_, Hole> {
        let (rest, ()) = mark("{")(input)?;
        let (rest, field) = opt(|i| self.hole_field(i)).parse(rest)?;
        let (rest, mode) = mode(rest)?;
        let name = wanted("a class, a list or a phrase is wanted here", |i| self.name(i));
        let (rest, classes) = separated_list1(mark("|"), name).parse(rest)?;
        match rest.strip_prefix('}') {
            Some(rest) => Ok((rest, Hole { field, mode, classes })),
            None if rest.is_empty() => wrong(input, "this `{` is not closed"),
            None => wrong_with(rest, "`}` is wanted here", Some("a hole is written `{field: class}`".into())),
        }
    }

    fn hole_field(self, input: &str) -> Read<'_, Ident> {
        let (rest, field) = self.field(input)?;
        let (rest, ()) = mark(":")(rest)?;
        Ok((rest, field))
    }
}

/// `list of`, `each of`, `active`, `passive`, or nothing. A class of that name can still be meant: `{list}`.
fn mode(input: &str) -> Read<'_, Mode> {
    let of = |first, mode| (keyword(first), keyword("of")).map(move |_| mode);
    let voice = |word, mode| {
        move |input| {
            let (rest, ()) = keyword(word)(input)?;
            match rest.starts_with(['}', '|']) {
                true => Ok((input, Mode::One)),
                false => Ok((rest, mode)),
            }
        }
    };
    let mut modes = opt(nom::branch::alt((
        of("list", Mode::List),
        of("each", Mode::Each),
        voice("active", Mode::Active),
        voice("passive", Mode::Passive),
    )));
    modes.parse(input).map(|(rest, mode)| (rest, mode.unwrap_or(Mode::One)))
}

/// A bare word; a full stop inside it belongs to it (`U.S.`), three are a gap.
fn word(input: &str) -> Read<'_, Prim> {
    let mut letters = take_while1(|c: char| c.is_alphanumeric() || "-_'’.&/$%£€".contains(c));
    let (_, text) = letters.parse(input)?;
    let text = text.split("...").next().unwrap_or(text);
    if !text.contains(char::is_alphanumeric) {
        let fail = Fail { rest: input, message: String::new(), help: None };
        return Err(Err::Error(fail));
    }
    Ok((&input[text.len()..], Prim::Word(text.to_owned())))
}
