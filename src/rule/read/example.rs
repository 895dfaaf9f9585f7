//! Examples: the sentence with values in its holes.

use nom::Parser;
use nom::bytes::complete::take_while;
use nom::combinator::opt;

use super::reader::{Read, Reader, escape, keyword, mark, space, wanted, wrong, wrong_with};
use crate::rule::ast::{Example, Ident, Mark};
use crate::text::Span;

/// The text of an example while it is read, with its marks.
#[derive(Default)]
struct Marked {
    text: String,
    marks: Vec<Mark>,
}

impl Marked {
    /// Adds text as it stands, without the indentation of the lines on which it goes on.
    fn push(&mut self, plain: &str) {
        let mut lines = plain.split('\n');
        self.text.push_str(lines.next().unwrap_or_default().trim_end_matches('\r'));
        for line in lines {
            self.text.push('\n');
            self.text.push_str(line.trim_start().trim_end_matches('\r'));
        }
    }
}

impl Reader {
    /// `todo yes on 2024-03-14 "…" field = value`
    pub(super) fn example(self, input: &str) -> Read<'_, Example> {
        let (rest, todo) = opt(keyword("todo")).parse(input)?;
        let (rest, yes) = match opt(keyword("yes")).parse(rest)? {
            (rest, Some(())) => (rest, true),
            (rest, None) => (wanted("`yes` or `no` is wanted here", keyword("no"))(rest)?.0, false),
        };
        let (rest, on) = self.day(rest)?;
        let (rest, marked) = self.sentence(rest)?;
        let (rest, fields) = self.fields(space(rest)?.0)?;
        let example = Example {
            todo: todo.is_some(),
            yes,
            on,
            text: marked.text,
            marks: marked.marks,
            fields,
            at: self.at(input, rest),
        };
        Ok((rest, example))
    }

    /// `on 2024-03-14`
    fn day(self, input: &str) -> Read<'_, Option<Ident>> {
        let Ok((rest, ())) = keyword("on")(input) else { return Ok((input, None)) };
        let mut day = wanted("a day is wanted here, as in `on 2024-03-14`", |i| self.value(i));
        day(rest).map(|(rest, day)| (rest, Some(day)))
    }

    fn fields(self, mut rest: &str) -> Read<'_, Vec<(Ident, Ident)>> {
        let mut fields = Vec::new();
        while !rest.is_empty() {
            let (after, pair) = self.pair(rest)?;
            fields.push(pair);
            rest = after;
        }
        Ok((rest, fields))
    }

    fn sentence(self, input: &str) -> Read<'_, Marked> {
        let Some(start) = input.strip_prefix('"') else {
            return wrong(input, "an example is a text in quotes");
        };
        let mut marked = Marked::default();
        let (rest, ()) = self.text(start, &mut marked, false)?;
        match rest.chars().next() {
            Some('"') if marked.text.trim().is_empty() => wrong(input, "this example is empty"),
            Some('"') => Ok((&rest[1..], marked)),
            Some('}') => {
                wrong_with(rest, "this `}` closes no mark", Some("write `\\}` for the sign itself".into()))
            }
            _ => wrong(input, "the text of this example is not closed"),
        }
    }

    /// Text and marks, up to what can't be either: `"`, `}`, the `=` of a mark, or the end.
    fn text<'a>(self, mut rest: &'a str, marked: &mut Marked, in_mark: bool) -> Read<'a, ()> {
        loop {
            let plain = |c| !(matches!(c, '"' | '\\' | '{' | '}') || in_mark && c == '=');
            let (after, plain) = take_while(plain).parse(rest)?;
            marked.push(plain);
            let (after, escaped) = escape(after)?;
            rest = match escaped {
                Some(c) => {
                    marked.text.push(c);
                    after
                }
                None if after.starts_with('{') => self.mark(after, marked)?.0,
                None => return Ok((after, ())),
            };
        }
    }

    /// `{field: text = value}`
    fn mark<'a>(self, input: &'a str, marked: &mut Marked) -> Read<'a, ()> {
        let Ok((rest, field)) = self.mark_field(input) else {
            let help = "write `\\{` for the sign itself".to_owned();
            return wrong_with(input, "a mark is written `{field: text}`", Some(help));
        };
        let (index, start) = (marked.marks.len(), marked.text.len());
        marked.marks.push(Mark { field, span: Span::default(), value: None });
        let (rest, ()) = self.text(rest, marked, true)?;
        let end = start + marked.text.get(start..).map_or(0, |text| text.trim_end().len());
        if end == start {
            return wrong(input, "this mark holds no text");
        }
        marked.text.truncate(end);
        let (rest, value) = self.mark_value(rest)?;
        if let Some(mark) = marked.marks.get_mut(index) {
            mark.span = Span::new(start as u32, end as u32);
            mark.value = value;
        }
        match rest.strip_prefix('}') {
            Some(rest) => Ok((rest, ())),
            None => wrong(input, "this mark is not closed"),
        }
    }

    /// `= value`, up to the end of the mark.
    fn mark_value(self, input: &str) -> Read<'_, Option<Ident>> {
        let Some(after) = input.strip_prefix('=') else { return Ok((input, None)) };
        let (start, ()) = space(after)?;
        let (rest, text) = take_while(|c| !matches!(c, '"' | '{' | '}')).parse(start)?;
        let text = text.trim_end();
        if text.is_empty() {
            return wrong(after, "a value is wanted here");
        }
        Ok((rest, Some(Ident { text: text.to_owned(), at: self.at(start, &start[text.len()..]) })))
    }

    fn mark_field(self, input: &str) -> Read<'_, Ident> {
        let (rest, ()) = mark("{")(input)?;
        let (rest, field) = self.field(rest)?;
        let (rest, ()) = mark(":")(rest)?;
        Ok((rest, field))
    }
}
