//! Fills in what the cutting of blocks and sentences needs to know of words.

use super::{Catalog, Lexicon, TableError};
use crate::token::Ends;

impl Lexicon {
    pub(super) fn read_cues(&mut self) -> Result<(), TableError> {
        let Lexicon { vocabulary, tables, cues, .. } = self;
        let table = &tables[Catalog::Abbreviations as usize];
        for row in 0..table.len() {
            let (form, ends) = (table.get(row, "form"), table.get(row, "ends"));
            let Some(ends) = Ends::parse(ends) else {
                let message = format!("`{form}` has an unknown value `{ends}` in column `ends`");
                return Err(TableError { table: table.name.to_owned(), line: row + 1, message });
            };
            cues.add_abbreviation(vocabulary.intern(form), form.starts_with(char::is_uppercase), ends);
        }
        let months = &tables[Catalog::Months as usize];
        let forms = months.column("forms").unwrap_or_default();
        for row in 0..months.len() {
            for form in months.spellings(row, forms) {
                cues.add_month(vocabulary.intern(form));
            }
        }
        Ok(())
    }
}
