//! `report`: a page that is clicked through in a real browser, JUnit's XML, and annotations.

use serde_json::json;

use crate::browser;
use crate::sandbox::Sandbox;

const PACT: &str = "Peru & Chile signed a <b>treaty</b> on mutual aid on 3 May 2021.\n\
                    </div><script>document.body.innerHTML = 'taken over'</script>\n";
const LOAN: &str = "The bank will lend $5 million to Kenya.\nThe money comes in June 2022.\n";

/// Golden files with one change, one fact that is gone and one that is new.
fn differing() -> Sandbox {
    let sandbox = Sandbox::with(&[("corpus/wire/pact.txt", PACT), ("corpus/loan.txt", LOAN)]);
    sandbox.run("accept --all --because start").says(0, &[]);
    sandbox.run("accept --held kind=figure --as right --because read").says(0, &[]);
    let golden = sandbox.read("golden/loan.json");
    sandbox.write("golden/loan.json", golden.replace("\"value\":\"2022-06\"", "\"value\":\"2021-06\""));
    sandbox
}

#[test]
fn a_page_to_click_through() {
    let sandbox = differing();
    sandbox.run("report --html out/report.html").says(1, &[": 1 difference\n"]);
    let page = sandbox.read("out/report.html");
    for outside in ["http:", "https:", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "the page needs nothing from outside: {outside}");
    }
    let script = "
        const one = (selector) => document.querySelector(selector);
        const shown = () => [...document.querySelectorAll('.fact')].filter((fact) => !fact.hidden).length;
        const lit = () => [...document.querySelectorAll('.fact.on q')].map((words) => words.textContent);
        result.all = shown();
        result.text = one('#a1 .text').textContent;
        const mark = [...document.querySelectorAll('mark')].find((mark) => mark.textContent === '$5 million');
        mark.click();
        result.clicked = lit();
        one('#a0 .fact[data-kind=date]').click();
        result.card = [lit(), one('mark.on').textContent];
        one('[data-filter=kind][value=date]').click();
        result.without = [shown(), one('#count').textContent, one('mark.kind-date').classList.contains('off')];
        one('[data-filter=kind][value=date]').click();
        one('#rule').value = 'quantity/money';
        one('#rule').dispatchEvent(new Event('input', { bubbles: true }));
        result.rule = [shown(), one('#a1').hidden];
        result.verdict = one('.fact:not([hidden])').dataset.is;
        one('#differences summary').click();
        result.group = [one('#differences summary').textContent, one('#differences details').open];
        one('#differences a').click();
        await new Promise((done) => setTimeout(done, 200));
        result.followed = [lit(), one('.fact.on').hidden, one('.fact.on del').textContent, one('.fact.on ins').textContent];
    ";
    let Some(found) = browser::run(&page, script, &sandbox.path("")) else { return };
    let facts = found["all"].as_u64().unwrap();
    assert_eq!(facts, 3, "{found}");
    assert_eq!(found["text"], PACT, "the text is shown as it is, and does nothing");
    assert_eq!(found["clicked"], json!(["$5 million"]));
    assert_eq!(found["card"], json!([["June 2022"], "June 2022"]));
    assert_eq!(found["without"], json!([facts - 2, format!("{} of {facts} facts", facts - 2), true]));
    assert_eq!((&found["rule"], &found["verdict"]), (&json!([1, true]), &json!("right")));
    assert_eq!(found["group"], json!(["date:date/month-year:value 1 in 1", true]));
    assert_eq!(found["followed"], json!([["June 2022"], false, "2021-06", "2022-06"]));
}

#[test]
fn what_machines_read() {
    let sandbox = differing();
    sandbox.write("corpus/more, or less.txt", "Fog fell.\n");
    sandbox.write(
        "my/x.cloze",
        "kind k\n  a np\n\nrule r gives k\n  find {a: np} visited\n  yes \"Ana came.\"\n  no \"Fog fell.\"\n",
    );
    let want = "::error file=corpus/loan.txt,line=2,col=20,title=date `date/month-year` has changed (judged seen)::  | The money";
    let example = "::error file=my/x.cloze,line=6,col=1,title=an example of `r` fails::`r` did not match";
    let lacking = "::error title=dateline::corpus/more, or less.txt: there is no golden file";
    let ran = sandbox.run("report --github --junit out.xml --rules my");
    ran.says(1, &[want, example, lacking]);
    assert!(ran.out.lines().filter(|line| line.starts_with("::error")).count() == 3, "{}", ran.out);
    let xml = sandbox.read("out.xml");
    let failed = "<testcase classname=\"golden\" name=\"loan\"><failure message=\"corpus/loan.txt:2:20: date `date/month-year` has changed";
    for words in [
        failed,
        "<testcase classname=\"golden\" name=\"wire/pact\"/>",
        "classname=\"r\" name=\"my/x.cloze:6\"><failure",
        "<testsuite name=\"input\" tests=\"1\" failures=\"1\">",
    ] {
        assert!(xml.contains(words), "{words}\n{xml}");
    }
}

#[test]
fn reports_end_as_checks_do() {
    let sandbox = Sandbox::with(&[("corpus/loan.txt", LOAN)]);
    sandbox.run("report").says(2, &["--html"]);
    sandbox.run("report --github --corpus nowhere").says(3, &["there is no folder nowhere"]);
    sandbox.run("accept --all --because start").says(0, &[]);
    sandbox.run("report --html page.html").says(0, &[": 0 differences"]);
    std::fs::create_dir(sandbox.path("folder.html")).unwrap();
    sandbox.run("report --html folder.html").says(2, &["cannot write folder.html"]);
}
