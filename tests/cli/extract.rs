//! `extract`: the forms of records, offsets, threads, closed pipes.

use std::io::Read as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::sandbox::{CORPUS, Ran, Sandbox};

const PACT: &str = "Peru and Chile signed a treaty on mutual aid on 3 May 2021.\n";

#[test]
fn one_record_a_line_unless_asked_otherwise() {
    let sandbox = Sandbox::with(&[("in/a.txt", PACT), ("in/deep/b.txt", "Fog fell.\n"), ("in/c.pdf", "no")]);
    let records = sandbox.extract("in");
    let ids: Vec<&Value> = records.iter().map(|record| &record["id"]).collect();
    assert_eq!(ids, ["a", "deep/b"]);
    assert_eq!(records[0]["dates"][0]["value"], "2021-05-03");
    assert_eq!(records[0]["documents"][0]["status"], "signed");
    assert_eq!(records[1]["dates"], serde_json::json!([]));
}

#[test]
fn indented_records_and_dates_alone() {
    let sandbox = Sandbox::with(&[("a.txt", PACT)]);
    let json = sandbox.run("extract --format json a.txt").out;
    assert!(json.starts_with("{\n  \"format\": 1,\n") && serde_json::from_str::<Value>(&json).is_ok());
    let dates = sandbox.extract("--format dates a.txt");
    let want = serde_json::json!({"id": "a", "timexes": [{"start": 48, "end": 58, "type": "DATE", "value": "2021-05-03"}]});
    assert_eq!(dates, [want]);
}

#[test]
fn timeml_is_a_document_an_article() {
    let sandbox = Sandbox::with(&[("in/a.txt", PACT), ("in/b.txt", "Fog fell.\n")]);
    let one = sandbox.run("extract --format timeml in/a.txt").out;
    let day = ">3 May 2021</TIMEX3>.\n</TEXT>";
    assert!(one.starts_with("<?xml version=\"1.0\"") && one.contains(day), "{one}");
    let several = sandbox.run("extract --format timeml in");
    assert!(several.code != 0 && several.err.contains("--out"), "{}", several.err);
    assert_eq!(sandbox.run("extract --format timeml --out out in").code, 0);
    assert!(sandbox.read("out/b.tml").contains("<TEXT>Fog fell.\n</TEXT>"));
}

#[test]
fn dates_are_read_as_asked() {
    let text = "Published: 2013-03-22\n\nThe treaty of 03/04/1943 was signed by Peru and Chile. On Friday they parted.\n";
    let sandbox = Sandbox::with(&[("a.txt", text)]);
    let values = |options: &str| -> Vec<String> {
        let record = &sandbox.extract(&format!("{options} a.txt"))[0];
        let dates = record["dates"].as_array().unwrap().iter();
        dates.map(|date| date["value"].as_str().unwrap().to_owned()).collect()
    };
    let cases = [
        ("", ["1943-03-04", "2013-03-22"]),
        ("--date-order dmy", ["1943-04-03", "2013-03-22"]),
        ("--date-order mdy --narrative", ["1943-03-04", "1943-03-05"]),
        ("--only dates", ["1943-03-04", "2013-03-22"]),
    ];
    for (options, want) in cases {
        assert_eq!(values(options), want, "{options}");
    }
    let record = &sandbox.extract("--only dates a.txt")[0];
    assert_eq!(record["documents"], serde_json::json!([]));
}

#[test]
fn a_folder_of_records_mirrors_the_input() {
    let lines = "{\"id\": \"wire/1\", \"text\": \"Fog.\"}\n{\"id\": \"../../2\", \"text\": \"Fog.\"}\n";
    let sandbox =
        Sandbox::with(&[("in/a.txt", PACT), ("in/deep/b.txt", "Fog fell.\n"), ("in/c.jsonl", lines)]);
    let ran = sandbox.run("extract --out out/records in");
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    for (file, id) in [("a", "a"), ("deep/b", "deep/b"), ("wire/1", "wire/1"), ("2", "../../2")] {
        let record: Value = serde_json::from_str(&sandbox.read(&format!("out/records/{file}.json"))).unwrap();
        assert_eq!(record["id"], id);
    }
    sandbox.run("extract --out out/lines --format jsonl in");
    assert_eq!(sandbox.read("out/lines/records/part-00000.jsonl").lines().count(), 4);
}

#[test]
fn text_sliced_by_span_is_the_text() {
    let text = "Köln 😀: Peru and Chile signed a treaty on “mutual aid” worth €5 million on 3 May 2021.\n";
    let sandbox = Sandbox::with(&[("a.txt", text)]);
    let chars: Vec<char> = text.chars().collect();
    let wide: Vec<u16> = text.encode_utf16().collect();
    let slice = |unit: &str, start: usize, end: usize| match unit {
        "bytes" => text[start..end].to_owned(),
        "utf16" => String::from_utf16(&wide[start..end]).unwrap(),
        _ => chars[start..end].iter().collect(),
    };
    for unit in ["chars", "bytes", "utf16"] {
        let record = sandbox.extract(&format!("--offsets {unit} a.txt")).remove(0);
        assert_eq!(record["offsets"], unit);
        let mut seen = 0;
        each_evidence(&record, &mut |text, start, end| {
            assert_eq!(slice(unit, start, end), text, "{unit}");
            seen += 1;
        });
        assert!(seen >= 5, "{seen} pieces of evidence\n{record:#}");
    }
}

/// Everything in a record that has both text and span.
fn each_evidence(value: &Value, see: &mut impl FnMut(&str, usize, usize)) {
    if let (Some(text), Some([start, end])) =
        (value["text"].as_str(), value["span"].as_array().map(Vec::as_slice))
    {
        see(text, start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| each_evidence(item, see)),
        Value::Object(fields) => fields.values().for_each(|field| each_evidence(field, see)),
        _ => {}
    }
}

#[test]
fn every_span_of_the_corpus_holds_its_text() {
    let sandbox = Sandbox::new();
    let ran = Ran::of(sandbox.command("extract").arg(CORPUS));
    for record in ran.records() {
        let path = format!("{CORPUS}/{}.txt", record["id"].as_str().unwrap());
        let text: Vec<char> = std::fs::read_to_string(&path).unwrap().chars().collect();
        each_evidence(&record, &mut |words, start, end| {
            assert_eq!(text[start..end].iter().collect::<String>(), words, "{path}");
        });
    }
}

#[test]
fn threads_do_not_change_a_byte() {
    let sandbox = Sandbox::new();
    let run = |threads: &str| Ran::of(sandbox.command("extract --threads").args([threads, CORPUS])).out;
    let one = run("1");
    assert!(one.lines().count() > 10 && one == run("2"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let sandbox = Sandbox::new();
    let articles = "{\"text\": \"Peru and Chile signed a treaty on 3 May 2021.\"}\n".repeat(300);
    sandbox.write("many.jsonl", articles);
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("extract")
        .arg(sandbox.path("many.jsonl"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut start = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap()), (Some(0), String::new()));
}
