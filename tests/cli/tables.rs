//! Tables, lists and schemas: what is written is what they say, and nothing of a record is lost in tables.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::sandbox::{CORPUS, Ran, Sandbox};

/// A kind with a list, and a field that is called as a column of every table is.
pub const RULES: &str = "kind meeting\n  host   person\n  guests list of person\n  text   place\n  date   date\n\n\
    rule received gives meeting\n  find {host: person} received {guests: list of person} (in {text: place})? (on {date: date})?\n  \
    yes \"{host: President Ada Obi} received {guests: Ana Ruiz}.\"\n";

pub const MEETING: &str = "GENEVA, March 14, 2024 (Agency) - President Ada Obi received Minister Ana Ruiz and Minister Tom Berg in Geneva on \
    Monday.\n\nPeru and Chile signed a “mutual aid” treaty, worth 2.5 million euros, in Lima on 3 May 2021; it was \
    signed by Foreign Minister Ana Ruiz for Peru.\nNorway joined NATO in 1949. Trade rose by 5% to $7 billion.\n";

/// The corpus and an article with facts of a user's kind, written below `out`.
fn written(format: &str, options: &str) -> Sandbox {
    let sandbox = Sandbox::with(&[("rules.cloze", RULES), ("in/meeting.txt", MEETING)]);
    let args =
        format!("extract in {CORPUS} --with-text --rules rules.cloze --format {format} --out out {options}");
    let ran = sandbox.run(&args);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    sandbox
}

fn records(sandbox: &Sandbox) -> Vec<Value> {
    Ran::of(&mut sandbox.command(&format!("extract in {CORPUS} --with-text --rules rules.cloze"))).records()
}

fn dictionary(sandbox: &Sandbox) -> Value {
    serde_json::from_str(&sandbox.run("schema --tables --rules rules.cloze").out).unwrap()
}

/// Every file of a table, part by part.
fn parts(sandbox: &Sandbox, table: &str) -> Vec<String> {
    let folder = std::fs::read_dir(sandbox.path(&format!("out/{table}"))).unwrap();
    let mut paths: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).unwrap()).collect()
}

#[test]
fn every_record_is_as_its_schema_says() {
    let sandbox = written("jsonl", "--part-articles 50");
    let schema: Value = serde_json::from_str(&sandbox.run("schema --rules rules.cloze").out).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let lines = parts(&sandbox, "records").concat();
    assert!(lines.lines().count() > 100);
    for line in lines.lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let wrong: Vec<String> = validator
            .iter_errors(&record)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(wrong.is_empty(), "{}: {wrong:#?}", record["id"]);
    }
    let mut wrong: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    wrong["more"] = Value::Null;
    assert!(!validator.is_valid(&wrong), "an unknown field went unnoticed");
    wrong.as_object_mut().unwrap().remove("more");
    wrong.as_object_mut().unwrap().remove("warnings");
    assert!(!validator.is_valid(&wrong), "a missing field went unnoticed");
}

/// Checks one value against the column that it stands in.
fn check_value(place: &str, field: &Value, value: &Value) {
    let constraints = &field["constraints"];
    if value.is_null() {
        return assert_eq!(constraints["required"], false, "{place} is null");
    }
    let fits = match field["type"].as_str().unwrap() {
        "string" => value.is_string(),
        "integer" => value.is_i64(),
        "number" => value.to_string().contains(['.', 'e']),
        other => panic!("no type {other}"),
    };
    assert!(fits, "{place}: {value}");
    if let Some(terms) = constraints["enum"].as_array() {
        assert!(terms.contains(value), "{place}: {value}");
    }
}

#[test]
fn rows_are_as_the_dictionary_says() {
    let sandbox = written("facts", "--part-articles 100");
    for table in dictionary(&sandbox)["resources"].as_array().unwrap() {
        let name = table["name"].as_str().unwrap();
        let fields = table["schema"]["fields"].as_array().unwrap();
        let want: Vec<&str> = fields.iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(want.iter().collect::<BTreeSet<_>>().len(), want.len(), "{name}: a name comes twice");
        let mut keys = BTreeSet::new();
        for line in parts(&sandbox, name).concat().lines() {
            let row: Map<String, Value> = serde_json::from_str(line).unwrap();
            assert_eq!(row["fact"], name);
            assert_eq!(row.keys().skip(1).collect::<Vec<_>>(), want, "{name}");
            for field in fields {
                let column = field["name"].as_str().unwrap();
                check_value(&format!("{name}.{column}"), field, &row[column]);
            }
            let key = table["schema"]["primaryKey"].as_array().unwrap().iter();
            let key: Vec<String> = key.map(|column| row[column.as_str().unwrap()].to_string()).collect();
            assert!(keys.insert(key.clone()), "{name}: {key:?} comes twice");
        }
    }
}

/// Every text and number that stands in a value; ids of facts apart.
fn leaves(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => drop(found.insert(text.clone())),
        Value::Number(number) => drop(found.insert(number.to_string())),
        Value::Array(items) => items.iter().for_each(|item| leaves(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| leaves(field, found)),
        Value::Null | Value::Bool(_) => {}
    }
}

#[test]
fn tables_lose_nothing() {
    let sandbox = written("facts", "");
    let mut rows: Vec<Map<String, Value>> = Vec::new();
    for table in dictionary(&sandbox)["resources"].as_array().unwrap() {
        let lines = parts(&sandbox, table["name"].as_str().unwrap()).concat();
        rows.extend(lines.lines().map(|line| serde_json::from_str::<Map<_, _>>(line).unwrap()));
    }
    for record in records(&sandbox) {
        let mut told = BTreeSet::new();
        for row in rows.iter().filter(|row| row["article_id"] == record["id"]) {
            row.values().for_each(|value| leaves(value, &mut told));
            // Lists of rules and figures are one text.
            let lists = ["rules", "value"].iter().filter_map(|name| row.get(*name)?.as_str());
            told.extend(lists.flat_map(str::split_whitespace).map(str::to_owned));
        }
        let mut held = BTreeSet::new();
        leaves(&record, &mut held);
        let lost: Vec<&String> = held.difference(&told).collect();
        assert!(lost.is_empty(), "{}: {lost:?}", record["id"]);
    }
}

#[test]
fn all_tables_have_all_parts() {
    let sandbox = written("csv", "--part-articles 60");
    let tables = dictionary(&sandbox);
    for table in tables["resources"].as_array().unwrap() {
        let name = table["name"].as_str().unwrap();
        let fields = table["schema"]["fields"].as_array().unwrap().iter();
        let head: Vec<&str> = fields.map(|field| field["name"].as_str().unwrap()).collect();
        let parts = parts(&sandbox, name);
        assert!(parts.len() > 2, "{name}");
        for part in parts {
            assert_eq!(part.lines().next().unwrap(), head.join(","), "{name}");
        }
    }
    let names: Vec<&str> =
        tables["resources"].as_array().unwrap().iter().map(|table| table["name"].as_str().unwrap()).collect();
    assert!(names.ends_with(&["memberships", "warnings", "meeting", "meeting_guests"]), "{names:?}");
}

#[test]
fn the_package_tells_of_every_file() {
    let sandbox = written("csv", "--part-articles 60");
    let package: Value = serde_json::from_str(&sandbox.read("out/datapackage.json")).unwrap();
    let mut told = BTreeSet::new();
    for resource in package["resources"].as_array().unwrap() {
        for part in resource["parts"].as_array().unwrap() {
            let path = part["path"].as_str().unwrap();
            let text = sandbox.read(&format!("out/{path}"));
            assert_eq!(part["bytes"], text.len(), "{path}");
            assert!(part["hash"].as_str().unwrap().starts_with("sha256:"), "{path}");
            told.insert(path.to_owned());
        }
    }
    assert_eq!(package["counts"]["articles"], records(&sandbox).len());
    let card = sandbox.read("out/README.md");
    assert!(
        card.contains("config_name: dates\n  data_files: dates/*.csv") && card.contains("| `meeting` | 1 |"),
        "{card}"
    );
    for table in ["dates", "warnings", "meeting_guests"] {
        let names = std::fs::read_dir(sandbox.path(&format!("out/{table}"))).unwrap();
        for name in names.map(|entry| entry.unwrap().file_name().into_string().unwrap()) {
            assert!(told.contains(&format!("{table}/{name}")), "{table}/{name}");
        }
    }
}

#[test]
fn facts_are_printed_a_line_each() {
    let sandbox = Sandbox::with(&[("rules.cloze", RULES), ("in/meeting.txt", MEETING)]);
    let facts = sandbox.extract("in --rules rules.cloze --format facts");
    let of = |kind: &str| facts.iter().filter(|fact| fact["fact"] == kind).count();
    assert!(of("dates") > 2 && of("figures") > 1, "{facts:#?}");
    assert_eq!((of("documents"), of("memberships"), of("meeting"), of("parties")), (1, 1, 1, 0));
    let meeting = facts.iter().find(|fact| fact["fact"] == "meeting").unwrap();
    assert_eq!(
        (&meeting["text_2"], &meeting["date"]),
        (&"Geneva".into(), &"2024-03-11".into()),
        "{meeting:#}"
    );
}

#[test]
fn several_files_need_a_folder() {
    let sandbox = Sandbox::with(&[("a.txt", MEETING)]);
    for format in ["csv", "parquet", "brat"] {
        sandbox.run(&format!("extract a.txt --format {format}")).says(2, &["--out"]);
    }
    #[cfg(not(feature = "parquet"))]
    sandbox.run("extract a.txt --format parquet --out out").says(2, &["--features full"]);
}

#[test]
fn the_dictionary_for_people_is_up_to_date() {
    let page = include_str!("../../docs/tables.md");
    let dictionary = Sandbox::new().run("schema --tables --markdown").out;
    assert!(
        page.ends_with(&dictionary),
        "docs/tables.md ends otherwise than `dateline schema --tables --markdown`"
    );
}
