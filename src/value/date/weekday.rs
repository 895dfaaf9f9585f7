//! Days of the week that are none: papers, titles, persons.

use super::expr::When;
use super::guard::next_is_capital;
use crate::lexicon::Catalog;
use crate::lexicon::time::Term;
use crate::token::{Ends, Shape, Token, Tokens, keyword};
use crate::value::Page;

/// Whether a weekday that nothing picks is a name or part of one: 'the Sunday Times', 'Friday Night Lights', 'Friday Osagie'.
pub(super) fn is_name(page: &Page, tokens: &Tokens, when: &When) -> bool {
    let bare = matches!(when, When::Weekday(_, None)) && tokens.end - tokens.start <= 2;
    bare && (is_title(page, tokens) || is_paper(page, tokens) || is_person(page, tokens))
}

fn is_title(page: &Page, tokens: &Tokens) -> bool {
    let part = tokens.end - tokens.start == 2 && page.token(tokens.end - 1).is_some_and(Token::is_capital);
    (before(page, tokens) == keyword::THE || part) && next_is_capital(page, tokens.end)
}

/// 'by Sunday Telegraph staff'; with 'on' before it, it is a day.
fn is_paper(page: &Page, tokens: &Tokens) -> bool {
    before(page, tokens) != keyword::ON && page.terms(tokens.end).any(|(_, term)| term == Term::Paper)
}

/// 'Mr Friday', 'Friday Osagie said': a given name in West Africa, a family name elsewhere.
fn is_person(page: &Page, tokens: &Tokens) -> bool {
    if tokens.end - tokens.start > 1 || !page.token(tokens.start).is_some_and(Token::is_capital) {
        return false;
    }
    is_addressed(page, tokens.start) || is_given(page, tokens)
}

/// Whether a title of address stands before, which never ends a sentence: 'Mr.', 'Gen.'
fn is_addressed(page: &Page, at: u32) -> bool {
    let stop = at.checked_sub(1).filter(|&at| page.word(at) == keyword::STOP).unwrap_or(at);
    let title = stop.checked_sub(1).and_then(|at| page.token(at));
    title.is_some_and(|token| page.lexicon.cues().abbreviation(token) == Some(Ends::Never))
}

/// Whether a family name follows that says or does something, where no day could open the clause.
fn is_given(page: &Page, tokens: &Tokens) -> bool {
    use keyword::{AND, BY, HAD, HAS, SAID, SAYS, TOLD, WHO, WITH};
    let opens =
        page.sentence_at(tokens.start).is_some_and(|n| page.sentences[n].tokens.start == tokens.start);
    let joined = matches!(before(page, tokens), AND | BY | WITH);
    let acts = matches!(page.word(tokens.end + 1), HAD | HAS | SAID | SAYS | TOLD | WHO);
    (opens || joined) && acts && is_family_name(page, tokens.end)
}

/// Whether a word with a capital is none that the tables know as something else.
fn is_family_name(page: &Page, at: u32) -> bool {
    let other = [
        Catalog::Countries,
        Catalog::Places,
        Catalog::Organisations,
        Catalog::Companies,
        Catalog::OrdinaryWords,
        Catalog::BodyNouns,
    ];
    let token = page.token(at);
    token.is_some_and(|token| token.shape == Shape::Capital && !token.word.is_keyword())
        && page.terms(at).next().is_none()
        && !other.into_iter().any(|table| page.hits.knows(at, table))
}

fn before(page: &Page, tokens: &Tokens) -> crate::token::Word {
    tokens.start.checked_sub(1).map_or(keyword::STOP, |at| page.word(at))
}
