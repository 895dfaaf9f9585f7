//! A real browser, without a window, that clicks through a page.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome"];

/// Opens a page with a script at its end and gives back what the script put into `result`; none where there is no browser,
/// save where one has to be there.
pub fn run(page: &str, script: &str, folder: &Path) -> Option<Value> {
    let Some(browser) = NAMES.iter().find(|name| runs(name)) else {
        let needed = std::env::var_os("DATELINE_NEEDS_BROWSER").is_some();
        assert!(!needed, "there is none of the browsers {}", NAMES.join(", "));
        // Past the harness, which hides what tests print that pass.
        let _ = writeln!(std::io::stderr(), "skipped: there is none of the browsers {}", NAMES.join(", "));
        return None;
    };
    let told = "const told = document.createElement('pre'); told.id = 'told'; document.body.append(told);\
                told.textContent = JSON.stringify(result);";
    let script =
        format!("<script>(async () => {{ const result = {{}};\n{script}\n{told} }})();</script></body>");
    let path = folder.join("clicked.html");
    std::fs::write(&path, page.replace("</body>", &script)).unwrap();
    let profile = tempfile::tempdir().unwrap();
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(["--virtual-time-budget=20000", "--dump-dom"])
        .arg(format!("file://{}", path.display()))
        .output()
        .unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    let told = page.split("<pre id=\"told\">").nth(1).and_then(|rest| rest.split("</pre>").next());
    let told =
        told.unwrap_or_else(|| panic!("the script did not end\n{}", String::from_utf8_lossy(&output.stderr)));
    let plain = told.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    Some(serde_json::from_str(&plain).unwrap())
}

fn runs(name: &str) -> bool {
    Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success())
}
