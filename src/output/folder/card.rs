//! `README.md`: what a folder of output holds and how to load it. Its head is read by Hugging Face `datasets`.

use std::fmt::Write;

use super::super::table::{Column, Holds, KIND, Table};
use super::package::{Package, Resource};
use crate::output::Form;

/// The text of the card.
pub(super) fn card(package: &Package) -> String {
    let resources = package.resources();
    let mut page = head(package, &resources);
    let header = package.header;
    let tally = package.tally;
    let facts: Vec<String> = tally.facts.0.iter().map(|(kind, number)| format!("{number} {kind}")).collect();
    // Writing into a string can't fail.
    let _ = write!(
        page,
        "# What Dateline found\n\n\
         {} articles ({} bytes of text) gave {}; {} articles failed{}.\n\n\
         Written by dateline {} from {}, with the options `{}` and the rules\n\
         `sha256:{}`. The same input, version, rules and options give the same bytes.\n\n\
         | name | rows | files |\n|---|---|---|\n",
        tally.articles,
        tally.bytes,
        if facts.is_empty() { "no facts".to_owned() } else { facts.join(", ") },
        tally.failed,
        if tally.failed == 0 { "" } else { ": `errors.jsonl` says why" },
        header.dateline,
        header.inputs.paths.iter().map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", "),
        serde_json::Value::Object(header.options.clone()),
        header.rules,
    );
    for resource in &resources {
        let _ = writeln!(page, "| `{}` | {} | {} |", resource.name, resource.rows(), resource.files.len());
    }
    page.push_str(
        "\nTables join by `article_id`, parts of documents by `article_id` and `document_id`; `datapackage.json` says what each\n\
         column holds and gives the digest of each file. Spans count what `offsets` in the options says.\n",
    );
    page + &loading(package.form, &resources)
}

/// The head: a configuration for each table that has rows, since an empty data set can't be loaded, with its types.
fn head(package: &Package, resources: &[Resource]) -> String {
    let mut head = String::from("---\nconfigs:\n");
    for resource in resources.iter().filter(|resource| resource.rows() > 0) {
        let name = resource.name;
        let _ = writeln!(head, "- config_name: {name}\n  data_files: {name}/*.{}", ending(package.form));
        if let Some(table) = resource.table {
            head += &features(package.form, table);
        }
    }
    head + "---\n\n"
}

/// The types of a table's columns, where the form does not say them itself.
fn features(form: Form, table: &Table) -> String {
    let columns = table.columns.iter().map(|column| (column.name.as_str(), dtype(form, column)));
    let lines = |columns: &mut dyn Iterator<Item = (&str, &str)>| -> String {
        let lines = columns.map(|(name, dtype)| format!("  - name: {name}\n    dtype: {dtype}\n"));
        format!("  features:\n{}", lines.collect::<String>())
    };
    match form {
        Form::Csv => lines(&mut columns.into_iter()),
        Form::Facts => lines(&mut [(KIND, "string")].into_iter().chain(columns)),
        Form::Parquet | Form::Jsonl | Form::Dates | Form::Json | Form::Timeml | Form::Brat => String::new(),
    }
}

fn dtype(form: Form, column: &Column) -> &'static str {
    match column.holds {
        Holds::Text => "string",
        // The reader of CSV has no whole numbers that may be missing.
        Holds::Whole if form == Form::Csv && !column.required => "float64",
        Holds::Whole => "int64",
        Holds::Real => "float64",
    }
}

fn ending(form: Form) -> &'static str {
    match form {
        Form::Csv => "csv",
        Form::Parquet => "parquet",
        Form::Jsonl | Form::Facts | Form::Dates | Form::Json | Form::Timeml | Form::Brat => "jsonl",
    }
}

/// How to load it, a line each.
fn loading(form: Form, resources: &[Resource]) -> String {
    let Some(first) = resources.iter().find(|found| found.name == "dates").or(resources.first()) else {
        return String::new();
    };
    let (name, ending) = (first.name, ending(form));
    let file = format!("{name}/part-00000.{ending}");
    let (pandas, polars) = match form {
        Form::Parquet => (format!("read_parquet(\"{name}\")"), format!("scan_parquet(\"{name}/*.parquet\")")),
        Form::Csv => (
            format!("read_csv(\"{file}\", dtype_backend=\"numpy_nullable\")"),
            format!("scan_csv(\"{name}/*.csv\", infer_schema_length=None)"),
        ),
        _ => (
            format!("read_json(\"{file}\", lines=True, dtype_backend=\"numpy_nullable\")"),
            format!("read_ndjson(\"{file}\", infer_schema_length=None)"),
        ),
    };
    format!(
        "\n    duckdb -c \"SELECT * FROM '{name}/*.{ending}' LIMIT 9\"\n\
         \x20   pandas.{pandas}\n\
         \x20   polars.{polars}\n\
         \x20   datasets.load_dataset(\".\", \"{name}\")\n"
    )
}
