//! What can't be read, and what is declared wrongly.

use super::{check, visit};

#[test]
fn syntax() {
    let cases = [
        ("find came (a | b", 13, "this `(` is not closed", ""),
        ("find came (a | )", 18, "an alternative is missing here", "`?` after a group makes it optional"),
        ("find came a)", 14, "this `)` closes nothing", ""),
        ("find came | gone", 13, "`|` stands between alternatives of a group", "write `( a | b )`"),
        ("find came, gone", 12, "a mark in a pattern stands in quotes: `,` doesn't", "write `\",\"`"),
        ("find {guest person} came", 15, "`}` is wanted here", "a hole is written `{field: class}`"),
        ("find {guest:} came", 15, "a class, a list or a phrase is wanted here", ""),
        ("find {guest: person came", 23, "`}` is wanted here", "a hole is written `{field: class}`"),
        ("find \"came", 8, "this string is not closed", ""),
        ("find \"\" came", 8, "this string holds nothing to match", ""),
        ("find came**", 13, "one of `?`, `*` and `+` is enough", ""),
        ("find ? came", 8, "there is nothing before this that could repeat", ""),
        ("find a … b", 10, "a gap is written with three full stops", "write `...`"),
        ("find", 7, "a pattern is wanted here", ""),
        (
            "finds came",
            3,
            "`finds` is no clause: a clause is one of `find`, `then`, `unless`, `over`, `give`, `todo`, `yes`, `no`, `note`",
            "did you mean `find`?",
        ),
        ("then every line x", 8, "`then each line` or `then each item` is wanted here", ""),
        ("unless behind x", 10, "after `unless` comes `after`, `before` or `inside`", ""),
        ("give host Malta", 13, "`=` is wanted here, then a value", ""),
        ("over a b", 10, "nothing more is wanted here", ""),
        ("yes Ana came", 7, "an example is a text in quotes", ""),
        ("yes \"Ana came", 7, "the text of this example is not closed", ""),
        ("yes \"\"", 7, "this example is empty", ""),
        ("yes \"{Ana} came\"", 8, "a mark is written `{field: text}`", "write `\\{` for the sign itself"),
        ("yes \"{guest: } came\"", 8, "this mark holds no text", ""),
        ("yes \"{guest: Ana came\"", 8, "this mark is not closed", ""),
        ("yes \"{guest: Ana = } came\"", 21, "a value is wanted here", ""),
        ("yes \"Ana} came\"", 11, "this `}` closes no mark", "write `\\}` for the sign itself"),
        ("yes \"Ana \\came\"", 12, "after `\\` comes one of `\"`, `\\`, `{`, `}`, `=` and `n`", ""),
        ("todo find x", 8, "`yes` or `no` is wanted here", ""),
    ];
    for (clause, column, message, help) in cases {
        check(&visit(clause), 6, column, message, help);
    }
}

#[test]
fn items() {
    let cases = [
        (
            "rul x",
            1,
            1,
            "`rul` opens no item: an item is one of `words`, `verbs`, `phrase`, `kind`, `draft`, `rule`, `drop`, `replace`",
            "did you mean `rule`?",
        ),
        ("  find x", 1, 3, "this line is indented, but there is no item above that it could belong to", ""),
        ("rule x give visit", 1, 8, "`gives KIND` or `adds to KIND` is wanted here", ""),
        (
            "rule x gives visiit\n  find a",
            1,
            14,
            "there is no kind of fact `visiit`",
            "declare it: `kind visiit`, its fields on the lines below",
        ),
        ("rule x gives figur\n  find a", 1, 14, "there is no kind of fact `figur`", "did you mean `figure`?"),
        (
            "rule x adds to figure\n  find a",
            2,
            8,
            "this adds to `figure` without a hole `{figure: …}` that says to which",
            "",
        ),
        ("words w", 1, 1, "a list needs an entry, here or on the lines below", ""),
        ("words w = a | = b", 1, 15, "a word is wanted here", ""),
        ("words w = a | b | a", 1, 19, "`a` stands twice in this list", ""),
        ("words date = a", 1, 7, "`date` is already the name of a class", ""),
        ("words start = a", 1, 7, "`start` is already the name of a place in the text", ""),
        ("kind figure\n  a np", 1, 6, "`figure` is already the name of a kind of fact", ""),
        (
            "words w = a\nverbs w\n  b",
            2,
            7,
            "the name `w` is given twice: first at user.cloze:1",
            "write `replace` before it if it shall take the other's place",
        ),
        ("kind k\n  a persn", 2, 5, "there is no class `persn`", "did you mean `person`?"),
        ("kind k\n  a yes", 2, 5, "there is no class `yes`", "an enum has two values or more: `high | low`"),
        ("kind k\n  a np\n  a np", 3, 3, "`k` has the field `a` twice", ""),
        ("phrase p a", 1, 10, "`=` is wanted here, then a pattern", ""),
        ("phrase p = a {p}", 1, 8, "this phrase needs itself: p needs p", ""),
        ("phrase p = a {q}\nphrase q = b {p}", 1, 8, "this phrase needs itself: p needs q needs p", ""),
        ("drop rule x", 1, 11, "there is no rule `x`", ""),
        ("drop words x", 1, 6, "only a rule can be dropped: `drop rule NAME`", ""),
        ("replace words x = a", 1, 15, "there is nothing to replace: `x`", ""),
        ("words x = a\nwords y add b", 2, 7, "there is no list `y`", "did you mean `x`?"),
        ("kind k\n  a np\nrule r gives k\n  find {k: k} x", 3, 6, "this rule needs itself: r needs r", ""),
        ("kind k\n  a np\nkind l\n  a k-l | m\nrule r gives l\n  find {k} x", 6, 9, "no rule gives `k`", ""),
    ];
    for (text, line, column, message, help) in cases {
        check(text, line, column, message, help);
    }
}

#[test]
fn phrases_that_explode() {
    let double = |number: usize| format!("phrase p{number} = {{p{0}}} {{p{0}}}\n", number - 1);
    let text = format!("phrase p0 = a\n{}", (1..40).map(double).collect::<String>());
    check(&text, 10, 8, "this phrase holds more than 1000 others, one in the other", "");
}
