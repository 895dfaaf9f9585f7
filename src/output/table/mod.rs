//! Records as flat tables: which there are, their columns, and how a record becomes rows of them.
//!
//! This is the one definition: CSV, Parquet, JSON lines, the data dictionary and the package descriptor all come from it. A
//! table has the same columns, of the same types, whatever the data; what is not known is null. Rows are keyed by article
//! and fact, and together hold what the records hold.

mod articles;
mod columns;
mod dates;
mod dictionary;
mod documents;
mod figures;
mod memberships;
mod user;

use std::borrow::Cow;

pub use dictionary::{dictionary, markdown, schema};

use crate::rule::ast::Kind;
use crate::wire::Record;

/// The name under which rows that are written as JSON say what table they are of; no column is called so.
pub const KIND: &str = "fact";

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holds {
    /// Text.
    Text,
    /// Whole numbers.
    Whole,
    /// Binary floating point, beside an exact column of text.
    Real,
}

/// A column of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// Its name, which no SQL dialect needs quoted.
    pub name: String,
    /// The type of its values.
    pub holds: Holds,
    /// Whether it is never null.
    pub required: bool,
    /// What it says.
    pub about: String,
    /// The values that there are, of a closed vocabulary.
    pub terms: Vec<&'static str>,
}

/// A value in a row.
#[derive(Clone, PartialEq, Debug)]
pub enum Cell<'a> {
    /// Not known.
    Null,
    /// Text.
    Text(Cow<'a, str>),
    /// A whole number.
    Whole(i64),
    /// A number that may be rounded.
    Real(f64),
}

/// Takes rows, cell by cell, in the order of the columns.
pub trait Rows {
    /// The next cell.
    fn cell(&mut self, cell: Cell);
    /// The row is whole.
    fn end_row(&mut self);
}

/// Columns whose values are those of some columns in another table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    /// The columns.
    pub columns: Vec<String>,
    /// The other table.
    pub table: String,
    /// Its columns.
    pub to: Vec<String>,
}

/// A table.
pub struct Table {
    /// Its name, and that of the folder of its files.
    pub name: String,
    /// What a row of it is.
    pub about: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The columns that tell rows apart.
    pub key: Vec<String>,
    /// What joins it to others.
    pub references: Vec<Reference>,
    /// Whether a row is a fact of its own, and not a part of one or an article.
    pub of_facts: bool,
    fill: Box<Fill>,
}

type Fill = dyn Fn(&Record, &mut dyn Rows) + Send + Sync;

impl Table {
    /// Hands over the rows that a record has in this table.
    pub fn fill(&self, record: &Record, rows: &mut dyn Rows) {
        (self.fill)(record, rows);
    }
}

/// All tables, those of the user's kinds last.
pub fn tables(kinds: &[Kind]) -> Vec<Table> {
    let mut all = vec![articles::articles(), dates::dates(), figures::figures()];
    all.extend(documents::tables());
    all.extend([memberships::memberships(), articles::warnings()]);
    user::add(kinds, &mut all);
    all
}
