//! A score as a table for people, or as JSON.

use std::fmt::Write;

use serde_json::{Value, json};

use super::{Counts, Row, Score, Share};

/// The score as a table, with that of another revision beneath each row.
pub fn table(score: &Score, base: Option<(&str, &Score)>) -> String {
    let width = score.rows.keys().map(|name| name.chars().count()).max().unwrap_or(0).max(10);
    let mut out = String::new();
    let (strict, relaxed) = ("strict: every field right", "relaxed: found where it is");
    // Writing into a string does not fail.
    let _ = writeln!(out, "{:width$}  {strict:64}  {relaxed:44}  not", "");
    let shares = format!("{:18} {:18} {:5}", "precision", "recall", "   F1");
    let _ = writeln!(out, "{:width$}  {shares} right wrong missed  {shares}  judged", "");
    let all = [("all", &score.all)].into_iter();
    for (name, row) in score.rows.iter().map(|(name, row)| (name.as_str(), row)).chain(all) {
        let _ = writeln!(out, "{name:width$}  {}", line(row));
        if let Some((revision, base)) = base {
            let of_all = (name == "all").then_some(&base.all);
            let line = base.rows.get(name).or(of_all).map_or("nothing was judged".to_owned(), line);
            let label = format!("  {revision}");
            let _ = writeln!(out, "{label:width$}  {line}");
        }
    }
    out
}

fn line(row: &Row) -> String {
    let Counts { right, wrong, missed } = row.strict;
    let counts = format!("{right:5} {wrong:5} {missed:6}");
    format!("{} {counts}  {}  {:6}", shares(row.strict), shares(row.relaxed), row.unjudged)
}

fn shares(counts: Counts) -> String {
    let [precision, recall] = [counts.precision(), counts.recall()].map(cell);
    let f1 = counts.f1().map_or("-".to_owned(), percent);
    format!("{precision:18} {recall:18} {f1:>5}")
}

fn cell(share: Option<Share>) -> String {
    share.map_or("-".to_owned(), |share| {
        format!("{} ({}–{})", percent(share.value), percent(share.low), percent(share.high))
    })
}

fn percent(value: f64) -> String {
    format!("{:.1}", value * 100.0)
}

/// The score as JSON; shares lie between 0 and 1, and are null where nothing was judged.
pub fn json(score: &Score, base: Option<(&str, &Score)>) -> Value {
    let row = |name: &str, row: &Row, of_base: Option<Row>| {
        let mut object = json!({"name": name, "strict": counts(row.strict), "relaxed": counts(row.relaxed), "unjudged": row.unjudged});
        if base.is_some() {
            let of_base = of_base.unwrap_or_default();
            object["base"] = json!({"strict": counts(of_base.strict), "relaxed": counts(of_base.relaxed), "unjudged": of_base.unjudged});
        }
        object
    };
    let of_base = |name: &str| base.and_then(|(_, base)| base.rows.get(name).copied());
    let rows = score.rows.iter().map(|(name, one)| row(name, one, of_base(name))).collect::<Vec<_>>();
    let all = row("all", &score.all, base.map(|(_, base)| base.all));
    json!({"base": base.map(|(revision, _)| revision), "rows": rows, "all": all})
}

fn counts(counts: Counts) -> Value {
    let share = |share: Option<Share>| {
        share.map(|share| json!({"value": rounded(share.value), "low": rounded(share.low), "high": rounded(share.high)}))
    };
    json!({
        "right": counts.right,
        "wrong": counts.wrong,
        "missed": counts.missed,
        "precision": share(counts.precision()),
        "recall": share(counts.recall()),
        "f1": counts.f1().map(rounded),
    })
}

fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(right: usize, unjudged: usize) -> Score {
        let strict = Counts { right, wrong: 1, missed: 0 };
        let row = Row { strict, relaxed: Counts { right: right + 1, wrong: 0, missed: 0 }, unjudged };
        Score { rows: [("date".to_owned(), row)].into(), all: row }
    }

    #[test]
    fn a_table_with_another_revision_beneath() {
        let today = "date        75.0 (30.1–95.4)   100.0 (43.9–100.0)  85.7     3     1      0  \
                     100.0 (51.0–100.0) 100.0 (51.0–100.0) 100.0       2";
        let then = "  HEAD      50.0 (9.5–90.5)    100.0 (20.7–100.0)  66.7     1     1      0  \
                    100.0 (34.2–100.0) 100.0 (34.2–100.0) 100.0       0";
        let found = table(&score(3, 2), Some(("HEAD", &score(1, 0))));
        let lines: Vec<&str> = found.lines().collect();
        assert_eq!((lines[2], lines[3], lines.len()), (today, then, 6), "{found}");
        assert!(lines[0].ends_with("  not") && lines[1].ends_with("  judged"), "{found}");
        let other = table(&score(3, 2), Some(("HEAD", &Score::default())));
        assert!(other.contains("  HEAD      nothing was judged"), "{other}");
    }

    #[test]
    fn json_says_the_same() {
        let found = json(&score(3, 2), Some(("HEAD", &Score::default())));
        assert_eq!(found["base"], "HEAD");
        assert_eq!(found["rows"][0]["name"], "date");
        let precision = json!({"value": 0.75, "low": 0.3006, "high": 0.9544});
        assert_eq!(found["rows"][0]["strict"]["precision"], precision);
        assert_eq!(found["rows"][0]["unjudged"], 2);
        assert_eq!(found["all"]["base"]["strict"]["f1"], Value::Null);
        assert_eq!(json(&score(3, 2), None)["all"].get("base"), None);
    }
}
