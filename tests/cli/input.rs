//! What comes in: standard input, JSON Lines, headers, encodings, the day of publication, what can't be read.

use crate::sandbox::{Ran, Sandbox};

const MONDAY: &str = "Peru and Chile signed a treaty on Monday.\n";

fn stdin(text: &str) -> Ran {
    let sandbox = Sandbox::new();
    Ran::of(sandbox.command("extract -").write_stdin(text))
}

#[test]
fn standard_input_is_a_text_or_json_lines() {
    let records = stdin(MONDAY).records();
    assert_eq!((records.len(), &records[0]["id"], &records[0]["source"]), (1, &"stdin".into(), &"-".into()));
    let lines = "{\"id\": 7, \"text\": \"Fog.\", \"published\": \"2024-03-14\"}\n\n{\"text\": \"Rain.\"}\n";
    let records = stdin(lines).records();
    assert_eq!((records.len(), &records[0]["id"], &records[1]["id"]), (2, &"7".into(), &"-:3".into()));
    assert_eq!(records[0]["published"]["source"], "metadata");
}

#[test]
fn wrong_lines_are_named_and_the_rest_is_read() {
    let lines =
        "{\"id\": \"a\", \"text\": \"Fog.\"}\n{\"id\": \"b\"}\n{nonsense\n{\"id\": \"d\", \"text\": \"\"}\n";
    let sandbox = Sandbox::with(&[("news.jsonl", lines)]);
    let ran = sandbox.run("extract news.jsonl");
    ran.says(1, &["news.jsonl:2: there is no string field `text`", "news.jsonl:3: "]);
    let ids: Vec<String> = ran.records().iter().map(|record| record["id"].to_string()).collect();
    assert_eq!(ids, ["\"a\"", "\"d\""]);
}

#[test]
fn what_the_day_of_publication_is_read_from() {
    let headed = format!("Title: Pact\nPublished: 2024-03-14\n\n{MONDAY}");
    let opened = format!("LIMA, March 14, 2024 (Agency) - {MONDAY}");
    let cases = [
        ("", headed.as_str(), "2024-03-14", "header", "2024-03-11"),
        ("", opened.as_str(), "2024-03-14", "dateline", "2024-03-11"),
        ("--published 2024-04-04", headed.as_str(), "2024-04-04", "option", "2024-04-01"),
        ("--published 2024-04-04", opened.as_str(), "2024-04-04", "option", "2024-04-01"),
        ("--published 2024-04-04", MONDAY, "2024-04-04", "option", "2024-04-01"),
    ];
    for (args, text, day, source, monday) in cases {
        let sandbox = Sandbox::with(&[("a.txt", text)]);
        let record = sandbox.extract(&format!("{args} a.txt")).remove(0);
        assert_eq!(record["published"], serde_json::json!({"value": day, "source": source}), "{text}");
        let dates = record["dates"].as_array().unwrap();
        assert!(dates.iter().any(|date| date["text"] == "Monday" && date["value"] == monday), "{record:#}");
    }
    for file in ["in/2024-03-14-pact.txt", "in/2024/03/14/pact.txt", "in/AGY20240314.0001.txt"] {
        let record = Sandbox::with(&[(file, MONDAY)]).extract("in").remove(0);
        assert_eq!(
            record["published"],
            serde_json::json!({"value": "2024-03-14", "source": "filename"}),
            "{file}"
        );
    }
    let line = "{\"text\": \"Fog.\", \"pub_date\": \"Thu, 14 Mar 2024 10:00:00 GMT\"}\n";
    assert_eq!(stdin(line).records()[0]["published"]["value"], "2024-03-14");
    let unread = stdin("Date: 03/04/2024\n\nFog fell.\n").records().remove(0);
    assert!(unread["published"].is_null() && unread["warnings"][0]["code"] == "unread_day", "{unread:#}");
    let sandbox = Sandbox::with(&[("a.txt", MONDAY)]);
    let record = sandbox.extract("a.txt").remove(0);
    assert!(record["published"].is_null() && record["dates"][0]["begin"].is_null(), "{record:#}");
}

#[test]
fn a_header_is_not_read_as_text() {
    let sandbox = Sandbox::with(&[("a.txt", "Title: Treaty of 3 May\nSource: Agency\n\nFog fell.\n")]);
    let record = sandbox.extract("a.txt").remove(0);
    assert_eq!((&record["title"], &record["source"]), (&"Treaty of 3 May".into(), &"Agency".into()));
    assert_eq!(record["dates"], serde_json::json!([]));
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_goes_on() {
    let sandbox = Sandbox::with(&[("a.txt", MONDAY), ("z.txt", MONDAY)]);
    sandbox.write("binary.txt", b"\x7fELF\0\0\0\0\x01\x02\0\0\0\xff");
    let ran = sandbox.run("extract a.txt binary.txt missing.txt z.txt");
    ran.says(1, &["error: binary.txt: not a text file", "error: missing.txt: "]);
    assert_eq!(ran.records().len(), 2);
}

#[test]
fn other_encodings_are_read_with_a_warning() {
    let text = "Peru’s minister paid €5 million to Köln on 3 May 2021.\n";
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [&b"\xff\xfe"[..], &wide].concat();
    let western = b"Peru\x92s minister paid \x805 million to K\xf6ln on 3 May 2021.\n".to_vec();
    for (bytes, encoding) in [(western, "windows-1252"), (wide, "UTF-16LE"), (marked, "UTF-16LE")] {
        let sandbox = Sandbox::new();
        sandbox.write("a.txt", bytes);
        let ran = sandbox.run("extract a.txt");
        ran.says(0, &[&format!("warning: a.txt: decoded as {encoding}")]);
        let record = ran.records().remove(0);
        assert_eq!(record["warnings"][0]["code"], "encoding");
        assert_eq!(record["warnings"][0]["message"], format!("decoded as {encoding}"));
        assert_eq!(record["figures"][0]["unit"]["code"], "EUR", "{record:#}");
    }
}
