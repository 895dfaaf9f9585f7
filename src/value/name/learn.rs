//! What an article teaches of its own names: acronyms in brackets, family names, short forms of companies.

use rustc_hash::FxHashMap;

use super::word::{is_modifier, is_name_word, is_ordinary};
use super::{Name, NameKind};
use crate::fact::PartyKind;
use crate::token::{Shape, keyword};
use crate::value::{Cursor, Page};

/// Short forms seen so far, each with the index of the name whose it is.
#[derive(Default)]
pub(super) struct Learnt<'a> {
    short: FxHashMap<&'a str, usize>,
}

impl<'a> Learnt<'a> {
    /// The name that the words here are short for, where the article said so.
    pub(super) fn recall(&self, input: Cursor<'a>, names: &[Name]) -> Option<Name> {
        let index = *self.short.get(input.page.str(input.at))?;
        let first = names.get(index)?;
        let echoes = first.kind == NameKind::Party(PartyKind::Company)
            && input.page.str(input.at) == input.page.str(first.core.start);
        let end = if echoes { echo(input, first)? } else { input.at + 1 };
        let learnt = Name::new(input.at..end, "name/learnt", first.kind);
        Some(Name { country: first.country, organisation: first.organisation, learnt: Some(index), ..learnt })
    }

    /// Reads what follows a name that was just found: its acronym in brackets, and remembers its short forms.
    pub(super) fn study(&mut self, page: &'a Page<'a>, end: u32, names: &mut [Name]) {
        let Some(index) = names.len().checked_sub(1) else { return };
        self.bracketed(page.cursor(names[index].tokens.end..end), index, names);
        self.expanded(page, index, names);
        match names[index].kind {
            NameKind::Party(PartyKind::Person) => self.family(page, index, &names[index]),
            NameKind::Party(PartyKind::Company) => self.company(page, index, &names[index]),
            _ => {}
        }
    }

    /// 'Long Name (LN)'.
    fn bracketed(&mut self, after: Cursor<'a>, index: usize, names: &mut [Name]) {
        if after.word() != keyword::OPEN {
            return;
        }
        let Some(short) = short(after.to(after.at + 1)) else { return };
        let known = names[index].organisation.is_some();
        let text = after.page.str(short);
        if known || fits(text, after.page.slice(&names[index].core)) {
            names[index].acronym = Some(short..short + 1);
            names[index].tokens.end = short + 2;
            self.short.insert(text, names[index].learnt.unwrap_or(index));
        }
    }

    /// 'LN (Long Name)': the long name is the one just found, the short one the one before.
    fn expanded(&mut self, page: &'a Page<'a>, index: usize, names: &mut [Name]) {
        let Some(before) = index.checked_sub(1) else { return };
        let (short, long) = (names[before].tokens.clone(), names[index].tokens.clone());
        let bracketed = long.start == short.end + 1
            && page.word(short.end) == keyword::OPEN
            && page.word(long.end) == keyword::CLOSE;
        if !bracketed || short.len() != 1 || !fits(page.str(short.start), page.slice(&long)) {
            return;
        }
        let Name { kind, country, organisation, .. } = names[index];
        let first = &mut names[before];
        (first.kind, first.country, first.learnt) = (kind, country, Some(index));
        first.organisation = first.organisation.or(organisation);
        self.short.insert(page.str(short.start), index);
    }

    /// The last word of a person's name stands for the person.
    fn family(&mut self, page: &'a Page<'a>, index: usize, name: &Name) {
        if name.core.len() > 1 {
            self.short.insert(page.str(name.core.end - 1), name.learnt.unwrap_or(index));
        }
    }

    /// The first word of a company's name stands for it.
    fn company(&mut self, page: &'a Page<'a>, index: usize, name: &Name) {
        let first = page.str(name.core.start);
        if name.core.len() > 1 && first.len() > 3 {
            self.short.entry(first).or_insert(index);
        }
    }
}

/// Where the words end that repeat the first ones of a name. One alone must be no word of the language.
fn echo(input: Cursor, name: &Name) -> Option<u32> {
    let same = |(at, first): &(u32, u32)| input.page.str(*at) == input.page.str(*first);
    let count = (input.at..input.end).zip(name.core.clone()).take_while(same).count() as u32;
    let end = input.at + count;
    let cut = is_name_word(input.to(end)) && input.page.word(end) != keyword::S;
    let telling = count > 1 || !is_ordinary(input) && !is_modifier(input);
    (telling && !cut).then_some(end)
}

/// An acronym that fills brackets, at its token.
fn short(input: Cursor) -> Option<u32> {
    let token = input.peek()?;
    let closed = input.page.word(input.at + 1) == keyword::CLOSE && input.at + 1 < input.end;
    let shaped = matches!(token.shape, Shape::Upper | Shape::Mixed | Shape::Code);
    (closed && shaped).then_some(input.at)
}

/// Whether an acronym can be a name's: its letters are the initials in some order ('FARC'), or most of them
/// are, in the name's order, the first as its first.
fn fits(short: &str, long: &str) -> bool {
    is_permuted(short, long) || is_abridged(short, long)
}

/// The initials of a name's words, small, without those of small words.
fn initials(long: &str) -> impl Iterator<Item = char> {
    let words = long.split(|c: char| !c.is_alphanumeric());
    words.filter_map(|word| word.chars().next()).filter(|c| c.is_uppercase()).map(|c| c.to_ascii_lowercase())
}

fn is_permuted(short: &str, long: &str) -> bool {
    let mut letters: Vec<char> = short.chars().map(|c| c.to_ascii_lowercase()).collect();
    let mut initials: Vec<char> = initials(long).collect();
    letters.sort_unstable();
    initials.sort_unstable();
    letters.len() > 2 && letters == initials
}

fn is_abridged(short: &str, long: &str) -> bool {
    let total = short.chars().filter(|c| c.is_uppercase()).count();
    let mut letters = short.chars().map(|c| c.to_ascii_lowercase()).peekable();
    let words = long.split(|c: char| !c.is_alphanumeric()).filter_map(|word| word.chars().next());
    let mut matched = 0;
    for (number, initial) in words.map(|c| c.to_ascii_lowercase()).enumerate() {
        let fits = letters.next_if_eq(&initial).is_some();
        if number == 0 && !fits {
            return false;
        }
        matched += usize::from(fits);
    }
    matched > 1 && matched * 3 >= total * 2
}
