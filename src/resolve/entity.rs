//! Who is who: what a name stands for, so that two mentions can be told to be the same.

use super::draft::{Is, Who};
use crate::fact::PartyKind;
use crate::lexicon::Catalog;
use crate::token::{Token, Tokens};
use crate::value::name::{self, Name, NameKind};
use crate::value::{Page, Values};

/// What a name stands for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Entity {
    /// A state: row of the table of countries.
    State(usize),
    /// An organisation: row of its table.
    Organisation(usize),
    /// Anything else, by its canonical name.
    Named(String),
}

/// The entity of a name. Demonyms, states and their governments are one.
pub fn entity(page: &Page, name: &Name) -> Entity {
    match (name.kind, name.country, name.organisation) {
        (NameKind::Party(PartyKind::State | PartyKind::Government) | NameKind::Demonym, Some(row), _) => {
            Entity::State(row)
        }
        (_, _, Some(row)) => Entity::Organisation(row),
        _ => Entity::Named(name::canonical(page, name)),
    }
}

/// The entity of whoever is named; none for what is still a reference.
pub fn entity_of(page: &Page, values: &Values, who: &Who) -> Option<Entity> {
    match who.is {
        Is::Name(index) => values.names.get(index).map(|name| entity(page, name)),
        Is::Reference(_) => None,
        Is::Text => Some(of_words(page, &who.tokens)),
    }
}

/// The entity of words inside a longer name ('Tajik' in 'Tajik Finance Minister'): a state or organisation of the tables, else
/// the words themselves.
pub fn of_words(page: &Page, tokens: &Tokens) -> Entity {
    let row = |table| {
        page.hits.table(tokens.start, table).filter(|(end, ..)| *end == tokens.end).map(|(_, row, _)| row)
    };
    row(Catalog::Countries)
        .map(Entity::State)
        .or_else(|| row(Catalog::Organisations).map(Entity::Organisation))
        .unwrap_or_else(|| Entity::Named(page.slice(tokens).split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// The organisation of the table that a name is, or whose seat it is: 'NATO headquarters'.
pub fn organisation(page: &Page, name: &Name) -> Option<usize> {
    let seat = || page.hits.table(name.tokens.start, Catalog::Organisations).map(|(_, row, _)| row);
    name.organisation.or_else(|| if name.kind == NameKind::Venue { seat() } else { None })
}

/// Whether a place is the capital of the state it lies in, so that it can stand for the state.
pub fn is_capital(page: &Page, name: &Name) -> bool {
    let (NameKind::Place, Some(row)) = (name.kind, name.country) else { return false };
    let table = page.lexicon.table(Catalog::Countries);
    let text = page.slice(&name.core);
    table.column("capital").is_some_and(|column| table.spellings(row, column).any(|capital| capital == text))
}

/// The state that a name is, or stands for: a state, its government, a demonym or a capital.
pub fn state(page: &Page, name: &Name) -> Option<usize> {
    match entity(page, name) {
        Entity::State(row) => Some(row),
        Entity::Organisation(_) | Entity::Named(_) => name.country.filter(|_| is_capital(page, name)),
    }
}

/// Whoever stands at some tokens: a name, a reference, or their text. A demonym that opens a longer name is only part of
/// it: 'Kazakh Invest'.
pub fn who_at(page: &Page, values: &Values, tokens: &Tokens, source: crate::fact::Source) -> Who {
    let opens = |name: &Name| {
        let after = name.tokens.end;
        name.kind == NameKind::Demonym
            && name.tokens.start == tokens.start
            && after < tokens.end
            && page.token(after).is_some_and(Token::is_capital)
    };
    let name = values.names.within(tokens).next();
    if name.is_some_and(|(_, name)| opens(name)) && values.names.within(tokens).count() == 1 {
        return Who { tokens: tokens.clone(), is: Is::Text, source };
    }
    let is = name
        .map(|(index, _)| Is::Name(index))
        .or_else(|| values.references.within(tokens).next().map(|(index, _)| Is::Reference(index)))
        .unwrap_or(Is::Text);
    Who { tokens: tokens.clone(), is, source }
}

/// Whether two are one: the same entity, or the one is short for the other, as 'Boeing' for 'Boeing Co'.
pub fn is_one(page: &Page, values: &Values, a: &Who, b: &Who) -> bool {
    match (entity_of(page, values, a), entity_of(page, values, b)) {
        (Some(Entity::Named(a)), Some(Entity::Named(b))) => a == b || is_short(&a, &b) || is_short(&b, &a),
        (a, b) => a.is_some() && a == b,
    }
}

/// Whether a name begins with another one, and does not go on with whose it is: 'Ministry of Health of Chile'.
fn is_short(short: &str, long: &str) -> bool {
    long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' ') && !rest.starts_with(" of "))
}

/// Whether it is a ministry, a parliament or the like, that ratifies and approves for somebody else.
pub fn is_agency(values: &Values, who: &Who) -> bool {
    let Is::Name(index) = who.is else { return false };
    values.names.get(index).is_some_and(|name| name.kind == NameKind::Party(PartyKind::Agency))
}

/// The name of the state that a name is or stands for, else its own.
pub fn state_name(page: &Page, name: &Name) -> String {
    match state(page, name) {
        Some(row) => page.lexicon.table(Catalog::Countries).get(row, "name").to_owned(),
        None => name::canonical(page, name),
    }
}

/// The name under which a party is recorded: of a demonym, its state's.
pub fn name(page: &Page, name: &Name) -> String {
    if name.kind == NameKind::Demonym { state_name(page, name) } else { name::canonical(page, name) }
}

/// The kind of a party.
pub fn party_kind(name: &Name) -> PartyKind {
    match name.kind {
        NameKind::Party(kind) => kind,
        NameKind::Demonym => PartyKind::State,
        NameKind::Place => PartyKind::Subnational,
        NameKind::Venue => PartyKind::Unknown,
    }
}
