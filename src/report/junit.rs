//! JUnit's XML, as CI services read it: a suite of examples, a case each, and a suite of articles, a case each.

use std::fmt::Write;

use super::{Run, escape};

/// The file.
pub fn junit(run: &Run) -> String {
    let examples: Vec<Case> = run
        .examples()
        .map(|example| Case {
            class: example.rule.to_owned(),
            name: format!("{}:{}", example.path, example.line),
            failures: Some(example.wrong).filter(|wrong| !wrong.is_empty()).into_iter().collect(),
        })
        .collect();
    let articles: Vec<Case> = run
        .checked
        .iter()
        .map(|checked| Case {
            class: "golden".to_owned(),
            name: checked.place.id.clone(),
            failures: run.differences_of(checked).map(|member| member.show()).collect(),
        })
        .collect();
    let problems = run.problems.iter().enumerate().map(|(number, problem)| Case {
        class: "input".to_owned(),
        name: format!("problem {}", number + 1),
        failures: vec![problem.clone()],
    });
    let suites = [("examples", examples), ("golden files", articles), ("input", problems.collect())];
    let suites: String = suites.iter().map(|(name, cases)| suite(name, cases)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"dateline\">\n{suites}</testsuites>\n"
    )
}

struct Case {
    class: String,
    name: String,
    failures: Vec<String>,
}

fn suite(name: &str, cases: &[Case]) -> String {
    let failed = cases.iter().filter(|case| !case.failures.is_empty()).count();
    let mut out = format!("<testsuite name=\"{name}\" tests=\"{}\" failures=\"{failed}\">\n", cases.len());
    for Case { class, name, failures } in cases {
        let [class, name] = [class, name].map(|text| escape(text));
        // Writing into a string does not fail.
        let _ = write!(out, "<testcase classname=\"{class}\" name=\"{name}\"");
        if failures.is_empty() {
            out.push_str("/>\n");
            continue;
        }
        let first = failures[0].lines().next().unwrap_or_default();
        let text = escape(&failures.join("\n"));
        let _ = writeln!(out, "><failure message=\"{}\">{text}</failure></testcase>", escape(first));
    }
    out.push_str("</testsuite>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suite_counts_its_cases() {
        let case = |name: &str, failures: &[&str]| Case {
            class: "c".to_owned(),
            name: name.to_owned(),
            failures: failures.iter().map(|text| (*text).to_owned()).collect(),
        };
        let want = "<testsuite name=\"s\" tests=\"2\" failures=\"1\">\n<testcase classname=\"c\" name=\"a&amp;b\"/>\n\
                    <testcase classname=\"c\" name=\"x\"><failure message=\"one\">one\nmore\ntwo</failure></testcase>\n</testsuite>\n";
        assert_eq!(suite("s", &[case("a&b", &[]), case("x", &["one\nmore", "two"])]), want);
    }
}
