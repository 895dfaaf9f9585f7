//! What every table must keep to.

use std::collections::BTreeSet;
use std::path::Path;

use super::{TABLES, Table};

#[test]
fn tables_name_their_source() {
    for spec in TABLES {
        let comment: String = spec.text.lines().take_while(|line| line.starts_with("# ")).collect();
        assert!(comment.to_lowercase().contains("source"), "{}.tsv names no source", spec.name);
    }
}

#[test]
fn tables_are_sorted_and_unique() {
    for spec in TABLES {
        let table = Table::read(spec.name, spec.text).unwrap();
        for row in 1..table.len() {
            let (before, here) = (table.cell(row - 1, 0), table.cell(row, 0));
            assert!(before.as_bytes() < here.as_bytes(), "{}.tsv: `{here}` after `{before}`", spec.name);
        }
    }
}

#[test]
fn cells_have_no_stray_spaces() {
    for spec in TABLES {
        for line in spec.text.lines().skip_while(|line| line.starts_with("# ")) {
            let clean = line.split(['\t', '|']).all(|cell| cell.trim() == cell);
            assert!(clean, "{}.tsv: a stray space in `{line}`", spec.name);
        }
    }
}

#[test]
fn every_file_is_a_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("lexicon");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: BTreeSet<String> =
        files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    let known: BTreeSet<String> = TABLES.iter().map(|spec| spec.name.to_owned()).collect();
    assert_eq!(known, files);
}

#[test]
fn tables_fit_the_bits_of_a_look_up() {
    assert!(TABLES.len() <= 128);
}
