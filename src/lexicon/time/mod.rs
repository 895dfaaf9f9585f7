//! What the words of the tables mean in dates, typed once when the tables are read.

mod feast;
mod read;
mod term;

pub use feast::Feast;
pub use term::{DayPart, KnownDay, Month, Season, Term, Turn, Unit, Vague, Way, Which};

use super::{Entry, Origin};

/// The meanings of every surface that dates are built with. It reads in constant time and never allocates.
#[derive(Default)]
pub struct Time {
    terms: Vec<Term>,
    /// By table.
    grids: Vec<Grid>,
}

/// Where the terms of a table's cells lie.
#[derive(Default)]
struct Grid {
    width: usize,
    /// By row and column: the first term, and how many.
    cells: Vec<(u32, u8)>,
}

impl Time {
    /// What a surface found in text means in dates; nothing for what is no word of dates.
    pub fn terms(&self, entry: Entry) -> &[Term] {
        let Origin::Table(catalog, column) = entry.origin else { return &[] };
        let cell = self.grids.get(catalog as usize).and_then(|grid| grid.cell(entry.row, column));
        match cell {
            Some((first, count)) => &self.terms[first as usize..][..usize::from(count)],
            None => &[],
        }
    }
}

impl Grid {
    fn cell(&self, row: u32, column: u8) -> Option<(u32, u8)> {
        self.cells.get(row as usize * self.width + usize::from(column)).copied()
    }
}
