//! Reading a table: tab-separated lines under a comment that names the source and a row of column names.

use std::fmt;

/// A table as it stands in its file. Cells that hold several spellings part them with `|`.
#[derive(Debug)]
pub struct Table {
    /// Its file's name without the ending.
    pub name: String,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
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
    pub fn read(name: &str, text: &str) -> Result<Table, TableError> {
        let error = |line: usize, message: String| TableError { table: name.to_owned(), line, message };
        if !text.starts_with("# ") {
            return Err(error(1, "the first line must be a comment that names the source".to_owned()));
        }
        let mut lines = text.lines().enumerate().skip_while(|(_, line)| line.starts_with("# "));
        let Some((_, header)) = lines.next() else {
            return Err(error(1, "a row of column names is missing".to_owned()));
        };
        let columns: Vec<String> = header.split('\t').map(str::to_owned).collect();
        let mut rows = Vec::new();
        for (number, line) in lines {
            let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
            if cells.len() != columns.len() {
                let message = format!("{} cells where {} columns are named", cells.len(), columns.len());
                return Err(error(number + 1, message));
            }
            rows.push(cells);
        }
        Ok(Table { name: name.to_owned(), columns, rows })
    }

    /// The number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The index of a column.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// One cell; empty where there is no such row or column.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", |cell| cell)
    }

    /// One cell by its column's name; empty where there is none.
    pub fn get(&self, row: usize, column: &str) -> &str {
        self.column(column).map_or("", |column| self.cell(row, column))
    }

    /// The spellings in one cell.
    pub fn spellings(&self, row: usize, column: usize) -> impl Iterator<Item = &str> {
        self.cell(row, column).split('|').filter(|spelling| !spelling.is_empty())
    }
}
