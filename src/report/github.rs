//! The lines that GitHub's CI shows beside the code: `::error file=…,line=…::message`.

use super::Run;

/// One line a difference, a failed example, or a problem.
pub fn annotations(run: &Run) -> String {
    let examples = run.examples().filter(|example| !example.wrong.is_empty()).map(|example| {
        let title = format!("an example of `{}` fails", example.rule);
        line(Some((example.path, example.line, 1)), &title, &example.wrong)
    });
    let differences = run.differences.iter().map(|member| {
        let path = member.checked.place.article.display().to_string();
        let (at, column) = member.line_and_column();
        let told = member.show();
        let (head, rest) = told.split_once('\n').unwrap_or((&told, ""));
        let title = head.rsplit_once(": ").map_or(head, |(_, said)| said);
        line(Some((&path, at, column)), title, rest.trim_end())
    });
    let problems = run.problems.iter().map(|problem| line(None, "dateline", problem));
    examples.chain(differences).chain(problems).collect()
}

fn line(place: Option<(&str, usize, usize)>, title: &str, message: &str) -> String {
    let place =
        place.map(|(path, line, column)| format!("file={},line={line},col={column},", property(path)));
    format!("::error {}title={}::{}\n", place.unwrap_or_default(), property(title), data(message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_meaning_is_escaped() {
        let want = "::error file=a%2Cb.txt,line=3,col=4,title=x%3A 5%25::one: 1,5%0Atwo\n";
        assert_eq!(line(Some(("a,b.txt", 3, 4)), "x: 5%", "one: 1,5\ntwo"), want);
        assert_eq!(line(None, "t", "m"), "::error title=t::m\n");
    }
}
