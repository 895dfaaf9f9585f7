//! `datapackage.json`: a Frictionless data package of what was written.

use serde_json::{Value, json};

use super::super::table::{self, Table};
use super::{Form, Header, Written};
use crate::batch::Tally;

/// What was written, and by what.
pub(super) struct Package<'a> {
    pub header: &'a Header,
    pub form: Form,
    /// The tables, where the form is one of tables.
    pub tables: &'a [Table],
    /// All files, part by part.
    pub written: Vec<&'a Written>,
    pub tally: &'a Tally,
}

/// The files of one table or list.
pub(super) struct Resource<'a> {
    pub name: &'a str,
    pub table: Option<&'a Table>,
    pub files: Vec<&'a Written>,
}

impl Package<'_> {
    /// What was written, by table, in the order of the tables.
    pub fn resources(&self) -> Vec<Resource<'_>> {
        let mut resources: Vec<Resource> = Vec::new();
        for &file in &self.written {
            match resources.iter_mut().find(|resource| resource.name == file.name) {
                Some(resource) => resource.files.push(file),
                None => {
                    let table = self.tables.iter().find(|table| table.name == file.name);
                    resources.push(Resource { name: &file.name, table, files: vec![file] });
                }
            }
        }
        resources
    }

    /// The text of `datapackage.json`.
    pub fn descriptor(&self) -> anyhow::Result<String> {
        let resources: Vec<Value> = self.resources().iter().map(|resource| self.resource(resource)).collect();
        let inputs = &self.header.inputs;
        let descriptor = json!({
            "profile": "data-package",
            "name": "dateline",
            "title": "What Dateline found",
            "created_by": format!("dateline {}", self.header.dateline),
            "rules_digest": format!("sha256:{}", self.header.rules),
            "options": self.header.options,
            "inputs": { "paths": inputs.paths, "files": inputs.files, "bytes": inputs.bytes },
            "counts": self.tally,
            "resources": resources,
        });
        Ok(serde_json::to_string_pretty(&descriptor)? + "\n")
    }

    fn resource(&self, resource: &Resource) -> Value {
        let (format, mediatype) = self.media();
        let paths: Vec<&str> = resource.files.iter().map(|file| file.path.as_str()).collect();
        let parts = resource.files.iter().map(|file| {
            json!({
                "path": file.path, "rows": file.rows, "bytes": file.bytes,
                "hash": format!("sha256:{}", file.sha256),
            })
        });
        let mut value = json!({
            "name": resource.name.to_lowercase(),
            "path": paths,
            "format": format,
            "mediatype": mediatype,
            "encoding": "utf-8",
            "parts": parts.collect::<Vec<_>>(),
        });
        // What the standard knows is of one file; readers of several hold it against other bytes than those of the files.
        if let [file] = resource.files[..] {
            value["rows"] = json!(file.rows);
            value["bytes"] = json!(file.bytes);
            value["hash"] = json!(format!("sha256:{}", file.sha256));
        }
        if let Some(table) = resource.table {
            value["profile"] = json!("tabular-data-resource");
            value["description"] = json!(table.about);
            value["schema"] = table::schema(table);
        }
        value
    }

    fn media(&self) -> (&'static str, &'static str) {
        match self.form {
            Form::Csv => ("csv", "text/csv"),
            Form::Parquet => ("parquet", "application/vnd.apache.parquet"),
            Form::Jsonl | Form::Facts | Form::Dates | Form::Json | Form::Timeml | Form::Brat => {
                ("jsonl", "application/jsonl")
            }
        }
    }
}

impl Resource<'_> {
    /// Rows in all files.
    pub fn rows(&self) -> u64 {
        self.files.iter().map(|file| file.rows).sum()
    }
}
