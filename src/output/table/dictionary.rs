//! What the tables hold, for programs (Frictionless table schemas) and for people.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Column, Holds, Table};

/// The data dictionary of tables: a Frictionless resource without files for each.
pub fn dictionary(tables: &[Table]) -> Value {
    let resources = tables.iter().map(|table| {
        json!({
            "name": table.name,
            "description": table.about,
            "schema": schema(table),
        })
    });
    json!({ "name": "dateline", "resources": resources.collect::<Vec<_>>() })
}

/// The Frictionless schema of a table.
pub fn schema(table: &Table) -> Value {
    let references = table.references.iter().map(|reference| {
        json!({
            "fields": reference.columns,
            "reference": { "resource": reference.table, "fields": reference.to },
        })
    });
    json!({
        "fields": table.columns.iter().map(field).collect::<Vec<_>>(),
        "primaryKey": table.key,
        "foreignKeys": references.collect::<Vec<_>>(),
        "missingValues": [""],
    })
}

fn field(column: &Column) -> Value {
    let mut constraints = json!({ "required": column.required });
    if !column.terms.is_empty() {
        constraints["enum"] = json!(column.terms);
    }
    json!({
        "name": column.name,
        "type": column.holds.name(),
        "description": column.about,
        "constraints": constraints,
    })
}

impl Holds {
    /// The name of the type in Frictionless schemas.
    pub const fn name(self) -> &'static str {
        match self {
            Holds::Text => "string",
            Holds::Whole => "integer",
            Holds::Real => "number",
        }
    }
}

/// The data dictionary for people.
pub fn markdown(tables: &[Table]) -> String {
    let mut page = String::new();
    for table in tables {
        // Writing into a string can't fail.
        let _ = writeln!(page, "## `{}`\n\n{} Key: {}.\n", table.name, table.about, quoted(&table.key));
        let _ = writeln!(page, "| column | type | meaning |\n|---|---|---|");
        for column in &table.columns {
            let kind = if column.required { "" } else { " or null" };
            let _ =
                writeln!(page, "| `{}` | {}{kind} | {} |", column.name, column.holds.name(), meaning(column));
        }
        page.push('\n');
    }
    page.truncate(page.trim_end().len());
    page + "\n"
}

fn meaning(column: &Column) -> String {
    let about = column.about.replace('|', "\\|");
    if column.terms.is_empty() { about } else { format!("{about} {}", quoted(&column.terms)) }
}

fn quoted<S: AsRef<str>>(names: &[S]) -> String {
    names.iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(" ")
}
