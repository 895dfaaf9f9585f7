//! Each way in: formats, compression, archives, and what is wrong with them.

use std::io::Write;

use serde_json::Value;

use crate::sandbox::{Ran, Sandbox};

const PACT: &str = "Peru and Chile signed a treaty on Monday.\n";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// The record of the only article, which must say what the pact says.
fn one(ran: &Ran) -> Value {
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut records = ran.records();
    assert_eq!(records.len(), 1, "{}", ran.out);
    assert_eq!(records[0]["documents"][0]["status"], "signed", "{}", ran.out);
    records.remove(0)
}

fn ids(ran: &Ran) -> Vec<String> {
    ran.records().iter().map(|record| record["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn fields_have_any_name() {
    let line = format!(
        "{}\n",
        serde_json::json!({"uri": "u/1", "doc": {"body": [PACT]}, "ts": 1710410000, "head.line": "Pact"})
    );
    let sandbox = Sandbox::with(&[("a.jsonl", &line)]);
    sandbox
        .run("extract a.jsonl")
        .says(3, &["a.jsonl:1: there is no string field `text`; --field text=NAME"]);
    let record = one(&sandbox.run(
        "extract a.jsonl --field id=guid,uri --field text=doc.body --field published=ts --field title=head.line",
    ));
    assert_eq!((&record["id"], &record["title"]), (&"u/1".into(), &"Pact".into()));
    assert_eq!(record["published"], serde_json::json!({"value": "2024-03-14", "source": "metadata"}));
    assert_eq!(record["dates"][0]["value"], "2024-03-11");
    sandbox.run("extract a.jsonl --field body=doc").says(2, &["there is no field `body`"]);
}

#[test]
fn json_in_one_piece() {
    let pretty = serde_json::to_string_pretty(&serde_json::json!([
        {"text": PACT, "id": "a"}, {"text": 7}, {"maintext": PACT, "date_publish": "2024-03-14 10:00:00"},
    ]));
    let sandbox = Sandbox::with(&[
        ("in/all.json", &pretty.unwrap()),
        ("in/one.json", &format!("{{\n\"text\": {PACT:?}\n}}")),
    ]);
    let ran = sandbox.run("extract in");
    ran.says(1, &["in/all.json[1]: there is no string field `text`"]);
    assert_eq!(ids(&ran), ["a", "all.json[2]", "one"]);
    let open = Sandbox::with(&[("a.json", "[{\"text\": \"Fog.\"}, {\"text\": ")]);
    let ran = open.run("extract a.json");
    ran.says(1, &["a.json[1]: the object ends too soon, at byte 28"]);
    assert_eq!(ran.records().len(), 1);
}

#[test]
fn apache_tika() {
    let parts = serde_json::json!([
        {"X-TIKA:content": format!("\n\n{PACT}"), "dc:title": "Pact", "dcterms:created": ["2024-03-14T10:00:00Z"], "resourceName": "pact.pdf"},
        {"X-TIKA:embedded_resource_path": "/logo.png", "Content-Type": "image/png"},
    ]);
    let sandbox = Sandbox::with(&[("pact.json", &parts.to_string())]);
    let record = one(&sandbox.run("extract pact.json"));
    assert_eq!((&record["title"], &record["source"]), (&"Pact".into(), &"pact.pdf".into()));
    assert_eq!(record["published"]["value"], "2024-03-14");
}

#[test]
fn csv_and_tsv() {
    let csv = format!("id;text;published\n1;\"{PACT}\";14.03.2024\n2;oops\n3;Fog;20240314\n");
    let sandbox =
        Sandbox::with(&[("a.csv", &csv), ("b.tsv", "url\tbody\nu\tFog.\n"), ("c.csv", "a,b\n1,2\n")]);
    let ran = sandbox.run("extract a.csv");
    ran.says(1, &["a.csv:4: the row has 2 fields, the first one 3"]);
    assert_eq!(ids(&ran), ["1", "3"]);
    assert_eq!(ran.records()[1]["published"]["value"], "2024-03-14");
    let record = &sandbox.extract("b.tsv")[0];
    assert_eq!((&record["id"], &record["source"]), (&"b.tsv:2".into(), &"u".into()));
    sandbox.run("extract c.csv").says(3, &["c.csv: there is no string field `text`", "its columns are a, b"]);
    let open = Sandbox::with(&[("a.csv", &format!("text\n\"{}", "Fog ".repeat(100_000)))]);
    open.run("extract a.csv --max-article 100k").says(3, &["a quote is never closed"]);
}

#[test]
fn patterns_stand_for_files_and_ids_stay_apart() {
    let sandbox = Sandbox::with(&[
        ("in/b.txt", "Fog."),
        ("in/a.txt", "Fog."),
        ("in/deep/a.txt", "Fog."),
        ("in/c.md", "Fog."),
    ]);
    assert_eq!(ids(&sandbox.run("extract in/*.txt")), ["a", "b"]);
    assert_eq!(ids(&sandbox.run("extract in/**/*.{txt,md}")), ["a", "b", "c", "deep/a"]);
    sandbox.run("extract in/*.pdf").says(3, &["in/*.pdf: no file matches"]);
    assert_eq!(ids(&sandbox.run("extract in/a.txt in/deep/a.txt")), ["a", "a~2"]);
}

#[test]
fn encodings_can_be_forced_and_streams_have_them_too() {
    let sandbox = Sandbox::new();
    sandbox.write("a.txt", b"\xcc\xe8\xed\xf1\xea: Peru paid \x88 5 million on 3 May 2021.\n");
    let ran = sandbox.run("extract a.txt --encoding windows-1251");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(ran.records()[0]["figures"][0]["unit"]["code"], "EUR", "{}", ran.out);
    sandbox.run("extract a.txt --encoding klingon").says(2, &["no encoding is called `klingon`"]);
    let wide: Vec<u8> = format!("\u{feff}text\tid\n{PACT}\t7\n")
        .replace(".\n\t", ".\t")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    sandbox.write("b.csv", wide);
    let ran = sandbox.run("extract b.csv");
    ran.says(0, &["decoded as UTF-16LE"]);
    assert_eq!(one(&ran)["id"], "7");
}

#[test]
fn gzip_is_told_by_its_bytes() {
    let line = |id: u8| format!("{{\"id\": {id}, \"text\": {PACT:?}}}\n");
    // A member after the other, as parallel compressors write.
    let members = [gzip(line(1).as_bytes()), gzip(line(2).as_bytes())].concat();
    let sandbox = Sandbox::new();
    sandbox.write("in/a.jsonl.gz", &members);
    sandbox.write("in/b.txt.gz", gzip(PACT.as_bytes()));
    sandbox.write("misnamed.jsonl", &members);
    assert_eq!(ids(&sandbox.run("extract in")), ["1", "2", "b"]);
    assert_eq!(ids(&sandbox.run("extract misnamed.jsonl")), ["1", "2"]);
    assert_eq!(ids(&Ran::of(sandbox.command("extract -").write_stdin(members.clone()))), ["1", "2"]);
    sandbox.write("short.jsonl.gz", &members[..members.len() - 20]);
    let ran = sandbox.run("extract short.jsonl.gz in/b.txt.gz");
    ran.says(1, &["short.jsonl.gz:2: the gzip data ends too soon, after "]);
    assert_eq!(ids(&ran), ["1", "b"]);
}

#[test]
fn what_unpacks_without_end_is_refused() {
    let sandbox = Sandbox::new();
    let line = format!("{{\"text\": \"{}\"}}\n", " ".repeat(1 << 20));
    sandbox.write("bomb.jsonl.gz", gzip(line.repeat(80).as_bytes()));
    let ran = sandbox.run("extract bomb.jsonl.gz --only dates");
    ran.says(1, &["it unpacks to over 250 times its size, as archive bombs do; --max-ratio 0"]);
    sandbox.write("small.txt", "Fog. ".repeat(1000));
    sandbox.run("extract small.txt --max-article 1k").says(3, &["small.txt: it is larger than 1024 bytes"]);
    let lines = format!("{{\"text\": \"{}\"}}\n{{\"text\": \"Fog.\"}}\n", "Fog. ".repeat(1000));
    sandbox.write("a.jsonl", lines);
    let ran = sandbox.run("extract a.jsonl --max-article 1k");
    ran.says(1, &["a.jsonl:1: it is larger than 1024 bytes"]);
    assert_eq!(ids(&ran), ["a.jsonl:2"]);
}

#[test]
fn what_is_not_read_says_what_to_do() {
    let sandbox = Sandbox::with(&[("a.txt", "%PDF-1.7 binary")]);
    sandbox.write("b.txt", b"\xfd7zXZ\0\0\0");
    sandbox.run("extract a.txt b.txt").says(3, &["a.txt: PDF is not read", "b.txt: xz data is not read"]);
}

#[cfg(not(feature = "full"))]
#[test]
fn what_a_light_build_lacks_names_its_feature() {
    let sandbox = Sandbox::with(&[("a.html", "<p>Fog."), ("b.parquet", "PAR1"), ("c.zip", "PK\x03\x04")]);
    for (file, feature) in [("a.html", "html"), ("b.parquet", "parquet"), ("c.zip", "archives")] {
        if (feature == "html" && cfg!(feature = "html"))
            || (feature == "parquet" && cfg!(feature = "parquet"))
            || (feature == "archives" && cfg!(feature = "archives"))
        {
            continue;
        }
        let want = format!("build it with `--features {feature}`, or `--features full`");
        sandbox.run(&format!("extract {file}")).says(3, &[&want]);
    }
}

#[cfg(feature = "archives")]
mod archives {
    use super::*;

    fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = tar::Builder::new(Vec::new());
        for (name, bytes) in files {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            header.set_mode(0o644);
            archive.append_data(&mut header, name, *bytes).unwrap();
        }
        archive.into_inner().unwrap()
    }

    #[test]
    fn archives_are_read_however_they_are_nested() {
        let sandbox = Sandbox::new();
        let long = format!("{}/long.txt", "folder".repeat(30));
        let inner = tar(&[("deep.txt", PACT.as_bytes())]);
        let zst = zstd::encode_all(PACT.as_bytes(), 0).unwrap();
        let files: &[(&str, &[u8])] = &[
            ("./2024-03-14-a.txt", PACT.as_bytes()),
            ("logo.png", b"\x89PNG"),
            ("b.jsonl.gz", &gzip(format!("{{\"text\": {PACT:?}}}\n").as_bytes())),
            ("c.txt.zst", &zst),
            (&long, PACT.as_bytes()),
            ("inner.tar", &inner),
        ];
        sandbox.write("news.tar.gz", gzip(&tar(files)));
        let ran = sandbox.run("extract news.tar.gz");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        let long = format!("news.tar.gz!/{}", long.trim_end_matches(".txt"));
        let want = [
            "news.tar.gz!/2024-03-14-a",
            "news.tar.gz!/b.jsonl.gz:1",
            "news.tar.gz!/c",
            &long,
            "news.tar.gz!/inner.tar!/deep",
        ];
        assert_eq!(ids(&ran), want);
        let first = &ran.records()[0];
        assert_eq!(
            (&first["source"], &first["published"]["value"]),
            (&"news.tar.gz!/2024-03-14-a.txt".into(), &"2024-03-14".into())
        );
        let whole = gzip(&tar(files));
        let stdin = Ran::of(sandbox.command("extract -").write_stdin(whole));
        assert_eq!(stdin.records().len(), 5, "{}", stdin.err);
    }

    #[test]
    fn zip_archives_and_what_is_wrong_with_them() {
        let sandbox = Sandbox::new();
        let zip = zip(&[("in/a.txt", PACT.as_bytes()), ("in/b.txt", b"Fog fell.\n")]);
        sandbox.write("news.zip", &zip);
        assert_eq!(ids(&sandbox.run("extract news.zip")), ["news.zip!/in/a", "news.zip!/in/b"]);
        sandbox.write("in.tar", tar(&[("news.zip", &zip)]));
        assert_eq!(ids(&sandbox.run("extract in.tar")).len(), 2);
        sandbox.write("short.zip", &zip[..zip.len() - 30]);
        sandbox.run("extract short.zip").says(3, &["short.zip: the zip archive is damaged or ends too soon"]);
        let mut flipped = zip.clone();
        let at = flipped.windows(3).position(|part| part == b"Fog").unwrap();
        flipped[at] = b'D';
        sandbox.write("flipped.zip", &flipped);
        let ran = sandbox.run("extract flipped.zip");
        ran.says(1, &["flipped.zip!/in/b.txt: the zip archive is damaged: a checksum is wrong"]);
        assert_eq!(ran.records().len(), 1);
    }

    /// A zip archive of files that are stored as they are.
    fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
        let (mut all, mut directory) = (Vec::new(), Vec::new());
        for (name, bytes) in files {
            let mut crc = flate2::Crc::new();
            crc.update(bytes);
            let size = bytes.len() as u32;
            let mut common = Vec::new();
            common.extend([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            common.extend([crc.sum(), size, size].iter().flat_map(|number| number.to_le_bytes()));
            common.extend((name.len() as u16).to_le_bytes());
            common.extend([0, 0]);
            let start = all.len() as u32;
            all.extend([&b"PK\x03\x04"[..], &common, name.as_bytes(), bytes].concat());
            let place = [[0; 10].as_slice(), &start.to_le_bytes()].concat();
            directory.extend([&b"PK\x01\x02\x14\0"[..], &common, &place, name.as_bytes()].concat());
        }
        let (count, start) = ((files.len() as u16).to_le_bytes(), (all.len() as u32).to_le_bytes());
        let size = (directory.len() as u32).to_le_bytes();
        [&all[..], &directory, b"PK\x05\x06\0\0\0\0", &count, &count, &size, &start, &[0, 0]].concat()
    }

    #[test]
    fn archives_that_are_broken_or_hold_nothing() {
        let sandbox = Sandbox::new();
        let whole = tar(&[("a.txt", PACT.as_bytes()), ("b.txt", "Fog. ".repeat(500).as_bytes())]);
        sandbox.write("short.tar", &whole[..2000]);
        let ran = sandbox.run("extract short.tar");
        ran.says(1, &["short.tar!/b.txt: the tar archive ends too soon, at byte 2000"]);
        assert_eq!(ids(&ran), ["short.tar!/a"]);
        let mut torn = whole.clone();
        torn[1024 + 5] ^= 1;
        sandbox.write("torn.tar", &torn);
        sandbox.run("extract torn.tar").says(1, &["torn.tar: the tar archive is damaged at byte 1024"]);
        sandbox.write("empty.tar", tar(&[("logo.png", b"")]));
        sandbox.run("extract empty.tar").says(3, &["empty.tar: it holds no file whose ending is known"]);
        sandbox.write("odd.tar", tar(&[("AGY.0001", PACT.as_bytes())]));
        assert_eq!(ids(&sandbox.run("extract odd.tar --from text")).len(), 1);
    }
}

#[cfg(feature = "html")]
mod html {
    use super::*;

    const FILLER: &str =
        "The ministers of both sides discussed trade, transport and energy at length, and took questions.";

    fn page(day: &str) -> String {
        let more = format!("<p>{FILLER}</p>").repeat(4);
        format!(
            "<!DOCTYPE html><html><head><title>Pact signed</title><meta property=\"article:published_time\" content=\"{day}\"></head>\
             <body><nav><a href=/>Home</a></nav><article><h1>Pact signed</h1><p>{PACT}</p>{more}</article></body></html>"
        )
    }

    #[test]
    fn pages_give_their_text_with_the_record() {
        let sandbox = Sandbox::with(&[("in/page.html", &page("2024-03-14T10:00:00Z"))]);
        let record = one(&sandbox.run("extract in"));
        assert_eq!((&record["id"], &record["title"]), (&"page".into(), &"Pact signed".into()));
        assert_eq!(record["published"]["value"], "2024-03-14");
        let text: Vec<char> = record["text"].as_str().unwrap().chars().collect();
        let date = &record["dates"][0];
        let [start, end] = [0, 1].map(|at| date["span"][at].as_u64().unwrap() as usize);
        assert_eq!(
            (text[start..end].iter().collect::<String>().as_str(), &date["value"]),
            ("Monday", &"2024-03-11".into())
        );
        let plain = Sandbox::with(&[("a.txt", PACT)]);
        assert!(plain.extract("a.txt")[0]["text"].is_null());
        assert_eq!(plain.extract("a.txt --with-text")[0]["text"], PACT);
    }

    #[test]
    fn crawls_as_news_crawls_write_them() {
        let record = |kind: &str, media: &str, uri: &str, content: &[u8]| {
            let head = format!(
                "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{uri}>\r\nWARC-Target-URI: https://a.example/{uri}\r\n\
                 WARC-Date: 2024-04-01T00:00:00Z\r\nContent-Type: {media}\r\nContent-Length: {}\r\n\r\n",
                content.len()
            );
            gzip(&[head.as_bytes(), content, b"\r\n\r\n"].concat())
        };
        let answer = |head: &str, body: &[u8]| {
            [format!("HTTP/1.1 200 OK\r\n{head}\r\n\r\n").as_bytes(), body].concat()
        };
        let http = "application/http; msgtype=response";
        let dated = page("2024-03-14");
        let packed = gzip(dated.as_bytes());
        let chunked = [format!("{:x}\r\n", packed.len()).as_bytes(), &packed, b"\r\n0\r\n\r\n"].concat();
        let undated = page("");
        let all = [
            record("warcinfo", "application/warc-fields", "0", b"software: test\r\n"),
            record("request", "application/http", "1", b"GET / HTTP/1.1\r\n\r\n"),
            record(
                "response",
                http,
                "plain",
                &answer("Content-Type: text/html; charset=utf-8", dated.as_bytes()),
            ),
            record(
                "response",
                http,
                "packed",
                &answer(
                    "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked",
                    &chunked,
                ),
            ),
            record("response", http, "image", &answer("Content-Type: image/png", b"\x89PNG")),
            record(
                "response",
                http,
                "2024/02/03/undated",
                &answer("Content-Type: text/html", undated.as_bytes()),
            ),
            record("response", http, "bare", &answer("Content-Type: text/html", undated.as_bytes())),
        ];
        let sandbox = Sandbox::new();
        sandbox.write("crawl.warc.gz", all.concat());
        let ran = sandbox.run("extract crawl.warc.gz");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert_eq!(
            ids(&ran),
            ["urn:uuid:plain", "urn:uuid:packed", "urn:uuid:2024/02/03/undated", "urn:uuid:bare"]
        );
        let records = ran.records();
        assert_eq!(records[0]["source"], "https://a.example/plain");
        let days: Vec<&Value> = records.iter().map(|record| &record["published"]["value"]).collect();
        assert_eq!(
            days,
            [&Value::from("2024-03-14"), &"2024-03-14".into(), &"2024-02-03".into(), &Value::Null]
        );
        let crawled = sandbox.run("extract crawl.warc.gz --crawl-day").records();
        assert_eq!(crawled[3]["published"]["value"], "2024-04-01");
        let whole = all.concat();
        sandbox.write("short.warc.gz", &whole[..whole.len() - 200]);
        sandbox
            .run("extract short.warc.gz")
            .says(1, &["short.warc.gz (byte ", "the gzip data ends too soon"]);
    }
}

#[cfg(feature = "parquet")]
mod parquet {
    use super::*;
    use std::sync::Arc;

    use ::parquet::arrow::ArrowWriter;
    use arrow_array::{ArrayRef, Date32Array, RecordBatch, StringArray, TimestampNanosecondArray};

    fn table(day: ArrayRef) -> Vec<u8> {
        let columns: [(&str, ArrayRef); 3] = [
            ("url", Arc::new(StringArray::from(vec!["u/1", "u/2"]))),
            ("body", Arc::new(StringArray::from(vec![Some(PACT), None]))),
            ("day", day),
        ];
        let batch = RecordBatch::try_from_iter(columns).unwrap();
        let mut bytes = Vec::new();
        let mut writer = ArrowWriter::try_new(&mut bytes, batch.schema(), None).unwrap();
        writer.write(&batch).unwrap();
        writer.close().unwrap();
        bytes
    }

    #[test]
    fn parquet_tables() {
        let days: [ArrayRef; 3] = [
            Arc::new(Date32Array::from(vec![19_796, 0])),
            Arc::new(TimestampNanosecondArray::from(vec![1_710_410_000_000_000_000, 0])),
            Arc::new(StringArray::from(vec!["14 March 2024", ""])),
        ];
        for day in days {
            let sandbox = Sandbox::new();
            sandbox.write("a.parquet", table(day));
            let ran = sandbox.run("extract a.parquet --field id=url --field published=day");
            ran.says(1, &["a.parquet[1]: there is no string field `text`"]);
            let record = &ran.records()[0];
            assert_eq!(
                (&record["id"], &record["published"]["value"]),
                (&"u/1".into(), &"2024-03-14".into()),
                "{record:#}"
            );
            sandbox.run("extract a.parquet --field text=words").says(3, &["its columns are url, body, day"]);
        }
        let sandbox = Sandbox::new();
        let whole = table(Arc::new(Date32Array::from(vec![0, 0])));
        sandbox.write("short.parquet", &whole[..whole.len() - 9]);
        sandbox
            .run("extract short.parquet")
            .says(3, &["short.parquet: the Parquet table is damaged or ends too soon"]);
        let stdin = Ran::of(sandbox.command("extract -").write_stdin(whole));
        assert_eq!(stdin.records().len(), 1, "{}", stdin.err);
    }
}
