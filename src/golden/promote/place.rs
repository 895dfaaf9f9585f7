//! Where an example goes in a rule file: beneath the rule's other examples, and nothing else is touched.

use crate::rule::set::Rule;

/// The file's text with one more line in it, and the number of that line.
pub(super) fn insert(text: &str, rule: &Rule, example: &str) -> (String, usize) {
    let last = rule.examples.last().map_or(rule.at.span, |example| example.at.span);
    let from = last.start as usize;
    let end = text[..last.end as usize].trim_end().len();
    let at = text[end..].find('\n').map_or(text.len(), |line| end + line + 1);
    let line_start = text[..from].rfind('\n').map_or(0, |line| line + 1);
    let indent: &str = match rule.examples.is_empty() {
        true => "  ",
        false => &text[line_start..from],
    };
    let ending = if text[..at].ends_with("\r\n") { "\r\n" } else { "\n" };
    // A last line without an end gets one.
    let open = if text[..at].ends_with('\n') { "" } else { ending };
    let line = text[..at].matches('\n').count() + usize::from(!open.is_empty()) + 1;
    (format!("{}{open}{indent}{example}{ending}{}", &text[..at], &text[at..]), line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rule::{SourceFile, read};

    #[test]
    fn nothing_else_is_touched() {
        let head = "kind k\n  a np\n";
        let cases = [
            ("rule r gives k\n  find {a: np} x", "", "\n  no \"z\"\n", 5),
            ("rule r gives k\n  find {a: np} x\n", "\nkind z\n  a np\n", "  no \"z\"\n", 5),
            ("rule r gives k\n    find {a: np} x\n    no \"y\"  # why\n", "# end", "    no \"z\"\n", 6),
            ("rule r gives k\n  no \"y\n     and z\"\n", "  find {a: np} x", "  no \"z\"\n", 6),
            ("rule r gives k\r\n  find {a: np} x\r\n  no \"y\"\r\n", "\r\n", "  no \"z\"\r\n", 6),
        ];
        for (before, after, added, line) in cases {
            let text = format!("{head}{before}{after}");
            let source = SourceFile { path: "x".to_owned(), text: text.clone(), builtin: false };
            let set = read(&[source]).unwrap_or_else(|errors| panic!("{errors}"));
            let want = (format!("{head}{before}{added}{after}"), line);
            assert_eq!(insert(&text, &set.rules[0], "no \"z\""), want);
        }
    }
}
