//! Dates of single sentences and short texts, resolved.

mod anything;
mod constructions;
mod phenomena;

use super::*;
use crate::fact::PublishedSource;
use crate::value::sample;

fn published(day: &str) -> Option<Published> {
    (!day.is_empty()).then(|| Published { value: day.to_owned(), source: PublishedSource::Option })
}

/// The dates of a text, as 'words TYPE value MOD'.
fn read(text: &str, day: &str) -> Vec<String> {
    sample::values(text, |page, values| {
        let resolved = resolve(page, values, published(day).as_ref(), Options::default());
        assert_eq!(resolved.dates.len(), values.dates.all().len());
        resolved.dates.iter().map(|date| show(text, date)).collect()
    })
}

fn show(text: &str, date: &Date) -> String {
    let modifier = date.modifier.map(|m| format!(" {}", m.as_str())).unwrap_or_default();
    let freq = date.freq.as_ref().map(|freq| format!(" {freq}")).unwrap_or_default();
    format!("{} {} {}{modifier}{freq}", date.span.of(text), date.kind.as_str(), date.value)
}

fn check(day: &str, cases: &[(&str, &[&str])]) {
    let wrong: Vec<String> = cases
        .iter()
        .map(|(text, want)| (text, read(text, day), want))
        .filter(|(_, got, want)| got != *want)
        .map(|(text, got, want)| format!("\n{text}\n  got  {got:?}\n  want {want:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

const DAY: &str = "2013-03-22";

#[test]
fn results() {
    check(
        DAY,
        &[
            (
                "It lost two million in the quarter ended Jan. 31, against four a year earlier.",
                &["the quarter DATE 2012-Q4", "Jan. 31 DATE 2013-01-31", "a year earlier DATE 2011-Q4"],
            ),
            (
                "Sales for the quarter ended Sept. 29, 2012 beat the year-ago quarter.",
                &[
                    "the quarter DATE 2012-Q3",
                    "Sept. 29, 2012 DATE 2012-09-29",
                    "the year-ago quarter DATE 2011-Q3",
                ],
            ),
            (
                "In the first quarter it will invest. In the latest quarter it did not.",
                &["the first quarter DATE 2013-Q1", "the latest quarter DATE 2012-Q4"],
            ),
            (
                "Profit rose in the third quarter, it said Friday, from a year earlier.",
                &["the third quarter DATE 2012-Q3", "Friday DATE 2013-03-22", "a year earlier DATE 2011-Q3"],
            ),
        ],
    );
}

#[test]
fn clock_times_take_the_day_that_is_near() {
    check(
        DAY,
        &[
            (
                "The talks of May 3, 2011 failed. So did others. Many did. At 8 p.m. it rained.",
                &["May 3, 2011 DATE 2011-05-03", "8 p.m. TIME 2013-03-22T20:00"],
            ),
            (
                "The boat sank on Wednesday. At 8 p.m. it was found.",
                &["Wednesday DATE 2013-03-20", "8 p.m. TIME 2013-03-20T20:00"],
            ),
            (
                "The blast was heard at 10:35 a.m. (0735 GMT) Wednesday.",
                &[
                    "10:35 a.m. TIME 2013-03-20T10:35",
                    "0735 GMT TIME 2013-03-20T07:35",
                    "Wednesday DATE 2013-03-20",
                ],
            ),
        ],
    );
}

#[test]
fn the_tense_of_a_verb_turns_a_month() {
    check(
        DAY,
        &[
            ("In May, the firm brought in a new chief.", &["May DATE 2012-05"]),
            ("The case is heard in May.", &["May DATE 2013-05"]),
            ("They planned a march on Saturday.", &["Saturday DATE 2013-03-23"]),
        ],
    );
}

#[test]
fn no_dates() {
    let texts = ["It left the day before the vote.", "February 31 is written here, and 2018-13-01."];
    check(DAY, &texts.map(|text| (text, &[] as &[&str])));
}

#[test]
fn without_a_day_of_publication_nothing_is_guessed() {
    check(
        "",
        &[
            ("It was signed on May 31.", &["May 31 DATE XXXX-05-31"]),
            ("They met on Monday and yesterday.", &["Monday DATE XXXX-WXX-1", "yesterday DATE XXXX-XX-XX"]),
            (
                "Over the first quarter of this year it grew.",
                &["the first quarter of this year DATE XXXX-Q1"],
            ),
            ("It was signed on April 8, 1992.", &["April 8, 1992 DATE 1992-04-08"]),
            (
                "Last week, last year, in June.",
                &["Last week DATE XXXX-WXX", "last year DATE XXXX", "June DATE XXXX-06"],
            ),
            (
                "It opened on May 1, 2012 and closed three days later.",
                &["May 1, 2012 DATE 2012-05-01", "three days later DATE 2012-05-04"],
            ),
        ],
    );
    check(
        "XXXX-06-01",
        &[
            ("It was signed yesterday, on May 31.", &["yesterday DATE XXXX-05-31", "May 31 DATE XXXX-05-31"]),
            ("They met on Monday.", &["Monday DATE XXXX-WXX-1"]),
        ],
    );
}

#[test]
fn days_covered() {
    let cases = [
        ("It fell in the first quarter of 2012.", "2012-01-01", "2012-03-31"),
        ("It fell in February 2012.", "2012-02-01", "2012-02-29"),
        ("It fell last week.", "2013-03-11", "2013-03-17"),
        ("It fell in the 1990s.", "1990-01-01", "1999-12-31"),
        ("It fell in the 20th century.", "1900-01-01", "1999-12-31"),
    ];
    for (text, begin, end) in cases {
        sample::values(text, |page, values| {
            let resolved = resolve(page, values, published(DAY).as_ref(), Options::default());
            let covered = (resolved.dates[0].begin.as_deref(), resolved.dates[0].end.as_deref());
            assert_eq!(covered, (Some(begin), Some(end)), "{text}");
        });
    }
}

/// The values of a text's dates, and the codes of its warnings.
pub(super) fn dates_of(text: &str, day: &str, options: Options) -> (Vec<String>, Vec<&'static str>) {
    sample::values(text, |page, values| {
        let resolved = resolve(page, values, published(day).as_ref(), options);
        let values = resolved.dates.into_iter().map(|date| date.value).collect();
        (values, resolved.warnings.into_iter().map(|warning| warning.code).collect())
    })
}

#[test]
fn impossible_days_leave_their_month_and_a_warning() {
    let cases: &[(&str, &[&str], usize)] = &[
        ("Due on 31 February 2018.", &["2018-02"], 1),
        ("Due on February 30, 2018.", &["2018-02"], 1),
        ("Due on Feb. 29, 2013.", &["2013-02"], 1),
        ("Due on Feb. 29, 2012.", &["2012-02-29"], 0),
        ("Due on Feb. 29.", &["2012-02-29"], 0),
        ("Due on 2018-02-30.", &["2018-02"], 1),
        ("Due on 30.02.2018.", &["2018-02"], 1),
        ("Due on 02/30/2018.", &["2018-02"], 1),
        ("Due on 31 April.", &["XXXX-04"], 1),
        ("In February 31 people died.", &["2013-02"], 0),
        ("See 2018-13-01, 13/13/2018, 2018-02-32, 0000-01-01, 99999-01-01 and 32.01.2018.", &[], 0),
        ("In the year 0 or 99999.", &[], 0),
    ];
    for (text, values, warnings) in cases {
        let got = dates_of(text, DAY, Options::default());
        assert_eq!(
            (got.0, got.1.len()),
            (values.iter().map(|v| (*v).to_owned()).collect(), *warnings),
            "{text}"
        );
        assert!(got.1.iter().all(|code| *code == "impossible_date"), "{text}");
    }
}

#[test]
fn stories_are_counted_from_what_was_told_last() {
    let cases: &[(&str, &[&str])] = &[
        ("He left on 3 May 1943. On Friday he returned.", &["1943-05-03", "1943-05-07"]),
        ("He left on 3 May 1943 and was home the day before yesterday.", &["1943-05-03", "1943-05-01"]),
        ("It began in 1943. In October it ended; in March it began again.", &["1943", "1943-10", "1944-03"]),
        ("It began in June 1943. A year later it ended.", &["1943-06", "1944-06"]),
        ("It began in 1943. Yesterday is no day of it.", &["1943", "XXXX-XX-XX"]),
        ("On Friday nothing was told yet.", &["2013-03-22"]),
    ];
    let options = Options { narrative: true, ..Options::default() };
    for (text, want) in cases {
        assert_eq!(dates_of(text, DAY, options).0, *want, "{text}");
    }
}

#[test]
fn what_was_said_stays_beside_what_is_meant() {
    let cases: &[(&str, Option<&str>, Option<&str>)] = &[
        ("It was signed on May 31.", Some("XXXX-05-31"), None),
        ("It will open on Friday.", Some("XXXX-WXX-5"), Some("will")),
        ("He died on Friday evening.", Some("XXXX-WXX-5TEV"), Some("died")),
        ("It was signed on May 31, 2012.", None, None),
        ("It lasted two weeks.", None, None),
        ("He left last week.", Some("XXXX-WXX"), None),
    ];
    for (text, said, cue) in cases {
        sample::values(text, |page, values| {
            let resolved = resolve(page, values, published(DAY).as_ref(), Options::default());
            let date = &resolved.dates[0];
            assert_eq!(date.said.as_deref(), *said, "{text}");
            assert!(cue.is_none_or(|cue| date.cue.as_deref() == Some(cue)), "{text} {:?}", date.cue);
        });
    }
}

#[test]
fn publication_from_the_text() {
    use PublishedSource::{Dateline, Inferred};
    let cases = [
        ("OSH, Kyrgyzstan, June 1 (Agency) -- Two banks merged.", Some(("XXXX-06-01", Dateline))),
        ("RIGA, June 1, 2018 — Two banks merged.", Some(("2018-06-01", Dateline))),
        ("Two banks merged on June 1, 2018, -- or so they say.", None),
        (
            "The talks that Ada Obi held in Lome on May 31 led to four transport agreements. \
             The transport agreements were signed by Ada Obi yesterday.",
            Some(("XXXX-06-01", Inferred)),
        ),
        (
            "The talks that Ada Obi held in Lome on May 31 led to four transport agreements. \
             Some other deals were signed by Ada Obi yesterday.",
            None,
        ),
        (
            "The talks that Ada Obi will hold in Lome on May 31 are on transport agreements. \
             The transport agreements were drafted by Ada Obi yesterday.",
            None,
        ),
        (
            "Ada Obi signed transport agreements on May 31. Ada Obi signed more transport agreements on May 20. \
             The transport agreements were praised by Ada Obi yesterday.",
            None,
        ),
        ("It was signed on May 31. It was praised yesterday.", None),
        // The same day said twice side by side.
        ("It was signed yesterday (May 31).", Some(("XXXX-06-01", Inferred))),
        ("It was signed today, 1 June 2018, they say.", Some(("2018-06-01", Inferred))),
        ("It was signed today and on 1 June 2018.", None),
        // A line of its own, at the beginning or the end.
        ("Banks merge\n\nBy Ada Obi | June 1, 2018\n\nTwo banks merged.", Some(("2018-06-01", Dateline))),
        (
            "Banks merge\n\nPosted on Friday, 1 June 2018 at 10:30\n\nTwo banks merged.",
            Some(("2018-06-01", Dateline)),
        ),
        (
            "Banks merge\n\nTwo banks merged. They say so.\n\nRiga, 1 June 2018",
            Some(("2018-06-01", Dateline)),
        ),
        (
            "Banks merge\n\nTwo banks merged. They say so.\n\n(Riga, June 1, 2018)",
            Some(("2018-06-01", Dateline)),
        ),
        ("Banks merge\n\nTwo banks merged on June 1, 2018.", None),
        ("The Treaty of 4 May 1992\n\nTwo banks merged.", None),
    ];
    for (text, want) in cases {
        let got = sample::values(text, |page, values| publication(page, values, None));
        let want = want.map(|(value, source)| Published { value: value.to_owned(), source });
        assert_eq!(got, want, "{text}");
    }
}
