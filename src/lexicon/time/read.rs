//! Reads the meanings out of the tables.

use super::{DayPart, Feast, Grid, KnownDay, Month, Season, Term, Time, Turn, Unit, Vague, Way, Which};
use crate::fact::Modifier;
use crate::lexicon::{Catalog, TABLES, Table, TableError};

impl Time {
    /// Types the words of dates.
    ///
    /// # Errors
    /// Where a cell says something unknown.
    pub(in crate::lexicon) fn read(tables: &[Table]) -> Result<Time, TableError> {
        let mut time = Time::default();
        for (spec, table) in TABLES.iter().zip(tables) {
            let mut grid = Grid::default();
            if is_of_dates(spec.catalog) {
                grid.width =
                    spec.surfaces.iter().filter_map(|name| table.column(name)).max().unwrap_or(0) + 1;
                grid.cells = vec![(0, 0); grid.width * table.len()];
                for (row, name) in
                    (0..table.len()).flat_map(|row| spec.surfaces.iter().map(move |name| (row, *name)))
                {
                    let Some(terms) = terms(spec.catalog, table, row, name) else {
                        let message = format!("`{}` has an unknown value", table.cell(row, 0));
                        return Err(TableError { table: table.name.to_owned(), line: row + 1, message });
                    };
                    let place = row * grid.width + table.column(name).unwrap_or(0);
                    grid.cells[place] = (time.terms.len() as u32, terms.len() as u8);
                    time.terms.extend(terms);
                }
            }
            time.grids.push(grid);
        }
        Ok(time)
    }
}

fn is_of_dates(catalog: Catalog) -> bool {
    use Catalog::*;
    matches!(
        catalog,
        Months
            | Weekdays
            | Seasons
            | Holidays
            | TimeUnits
            | DayParts
            | TimeZones
            | KnownDays
            | Numbers
            | DateWords
            | DateCues
    )
}

/// The meanings of the surfaces in one cell; none where the row can't be understood.
fn terms(catalog: Catalog, table: &Table, row: usize, column: &str) -> Option<Vec<Term>> {
    let code = table.cell(row, 0);
    let many = column == "many";
    Some(vec![match catalog {
        Catalog::Months => Term::Month(month(table, row)?),
        Catalog::Weekdays if many => Term::Weekdays(code.parse().ok()?),
        Catalog::Weekdays if column == "short" => Term::ShortWeekday(code.parse().ok()?),
        Catalog::Weekdays => Term::Weekday(code.parse().ok()?),
        Catalog::Seasons => Term::Season(Season::parse(code)?),
        Catalog::Holidays => Term::Holiday(Feast::parse(table.get(row, "rule"))?),
        Catalog::TimeUnits if many => Term::Units(Unit::parse(code)?),
        Catalog::TimeUnits => Term::Unit(Unit::parse(code)?),
        Catalog::DayParts if many => Term::DayParts(DayPart::parse(code)?),
        Catalog::DayParts => Term::DayPart(DayPart::parse(code)?),
        Catalog::TimeZones => Term::Zone,
        Catalog::KnownDays => Term::KnownDay(known_day(table, row)?),
        Catalog::DateCues => Term::Turn(Turn::parse(code)?),
        Catalog::Numbers if column == "forms" => return Some(number(table, row).into_iter().collect()),
        Catalog::DateWords => return words(table, row),
        _ => return Some(Vec::new()),
    }])
}

fn month(table: &Table, row: usize) -> Option<Month> {
    let number = table.get(row, "number").parse().ok()?;
    let length = table.get(row, "name").len() as u8;
    Some(Month { number, length, given: !table.get(row, "given").is_empty() })
}

fn known_day(table: &Table, row: usize) -> Option<KnownDay> {
    let (month, day) = table.get(row, "day").split_once('-')?;
    let year = table.get(row, "year").parse().ok()?;
    Some(KnownDay { year, month: month.parse().ok()?, day: day.parse().ok()? })
}

/// Numbers that years, days and lengths are made of; fractions and big scales are none.
fn number(table: &Table, row: usize) -> Option<Term> {
    let value: u32 = table.get(row, "value").parse().ok()?;
    Some(match table.get(row, "kind") {
        "digit" | "teen" => Term::Small(value),
        "ten" => Term::Ten(value),
        "scale" | "hundred" | "dozen" => Term::Scale(value),
        "ordinal" => Term::Ordinal(i8::try_from(value).ok()?),
        _ => return None,
    })
}

/// A word may be of several classes, with a value in each.
fn words(table: &Table, row: usize) -> Option<Vec<Term>> {
    let classes = table.cell(row, 1).split('|').zip(table.cell(row, 2).split('|'));
    classes.map(|(class, value)| word(class, value)).collect()
}

fn word(class: &str, value: &str) -> Option<Term> {
    Some(match class {
        "article" => Term::Article,
        "count" => value.parse().map_or(Term::Some, Term::Count),
        "decade" => Term::Decade(value.parse().ok()?),
        "day" => Term::Day(value.parse().ok()?),
        "night" => Term::Night(value.parse().ok()?),
        "which" => Term::Which(Which::parse(value)?),
        "side" => Term::Side(Modifier::parse(value)?),
        "bound" => Term::Bound(Modifier::parse(value)?),
        "way" => Term::Way(Way::parse(value)?),
        "set" => set(value)?,
        "every" => Term::Every,
        "freq" => Term::Times(value.parse().ok()?),
        "vague" => Term::Vague(Vague::parse(value)?),
        "fiscal" => Term::Fiscal,
        "recent" => Term::Recent,
        "past" => Term::Past,
        "meridian" => Term::Meridian(value.parse().ok()?),
        "clock" => Term::Clock,
        "period" => Term::Period,
        "ended" => Term::Ended,
        "lasting" => Term::Lasting,
        "filler" => Term::Filler,
        "paper" => Term::Paper,
        _ => return None,
    })
}

/// The value of an adverb: `P2W`, `PT1H`, `XXXX-XX-XXTNI`.
fn set(value: &str) -> Option<Term> {
    if let Some(part) = value.strip_prefix("XXXX-XX-XX") {
        return Some(Term::SetPart(DayPart::parse(part)?));
    }
    let length = value.strip_prefix('P')?;
    let digits = length.find(|c: char| c.is_ascii_digit())?;
    let (clock, counted) = length.split_at(digits);
    let (count, unit) = counted.split_at(counted.find(|c: char| !c.is_ascii_digit())?);
    Some(Term::Set(count.parse().ok()?, Unit::parse(&format!("{clock}{unit}"))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adverbs_are_lengths_or_parts_of_the_day() {
        let cases = [
            ("P2W", Some(Term::Set(2, Unit::Week))),
            ("PT1H", Some(Term::Set(1, Unit::Hour))),
            ("XXXX-XX-XXTNI", Some(Term::SetPart(DayPart::Night))),
            ("2W", None),
            ("P2", None),
        ];
        for (value, want) in cases {
            assert_eq!(set(value), want, "{value}");
        }
    }
}
