//! Reading a table: tab-separated lines under a comment that names the source and a row of column names.

use std::fmt;

/// A table as it stands in its file. Cells that hold several spellings part them with `|`.
///
/// The files are part of the program, so that cells need not be copied.
#[derive(Debug)]
pub struct Table {
    /// Its file's name without the ending.
    pub name: &'static str,
    columns: Vec<&'static str>,
    /// Row after row.
    cells: Vec<&'static str>,
}

/// What is wrong with a table, and in which line (from 1).
#[derive(Debug, PartialEq, Eq)]
pub struct TableError {
    /// The table's name.
    pub table: String,
    /// Line in the file.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}.tsv:{}: {}", self.table, self.line, self.message)
    }
}

impl std::error::Error for TableError {}

impl Table {
    /// Reads a table.
    ///
    /// # Errors
    /// Where the source comment or the row of column names is missing, or a row has too few or too many cells.
    pub fn read(name: &'static str, text: &'static str) -> Result<Table, TableError> {
        let error = |line: usize, message: String| TableError { table: name.to_owned(), line, message };
        if !text.starts_with("# ") {
            return Err(error(1, "the first line must be a comment that names the source".to_owned()));
        }
        let mut lines = text.lines().enumerate().skip_while(|(_, line)| line.starts_with("# "));
        let Some((_, header)) = lines.next() else {
            return Err(error(1, "a row of column names is missing".to_owned()));
        };
        let columns: Vec<&str> = header.split('\t').collect();
        let mut cells = Vec::new();
        for (number, line) in lines {
            let before = cells.len();
            cells.extend(line.split('\t'));
            let count = cells.len() - before;
            if count != columns.len() {
                let message = format!("{count} cells where {} columns are named", columns.len());
                return Err(error(number + 1, message));
            }
        }
        Ok(Table { name, columns, cells })
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.cells.len() / self.columns.len()
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// The index of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| *column == name)
    }

    /// The name of a column; empty where there is none.
    pub fn heading(&self, column: usize) -> &'static str {
        self.columns.get(column).map_or("", |name| name)
    }

    /// One cell; empty where there is no such row or column.
    pub fn cell(&self, row: usize, column: usize) -> &'static str {
        let width = self.columns.len();
        self.cells.get(row * width + column).filter(|_| column < width).map_or("", |cell| cell)
    }

    /// One cell by its column's name; empty where there is none.
    pub fn get(&self, row: usize, column: &str) -> &'static str {
        self.column(column).map_or("", |column| self.cell(row, column))
    }

    /// The spellings in one cell.
    pub fn spellings(&self, row: usize, column: usize) -> impl Iterator<Item = &'static str> {
        self.cell(row, column).split('|').filter(|spelling| !spelling.is_empty())
    }
}
