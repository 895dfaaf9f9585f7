//! Constructions of dates in news, each with what it says on Friday 22 March 2013, and what is no date.

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
fn by_the_calendar() {
    check(
        DAY,
        &[
            ("The pact of May 4th, 1992 holds.", &["May 4th, 1992 DATE 1992-05-04"]),
            ("It was signed on 4 May 1992.", &["4 May 1992 DATE 1992-05-04"]),
            ("It dates from the 4th of May, 1992, they say.", &["the 4th of May, 1992 DATE 1992-05-04"]),
            ("They met on Tuesday, March\n19, 2013.", &["Tuesday, March\n19, 2013 DATE 2013-03-19"]),
            ("Filed on 2013-03-19 in Riga.", &["2013-03-19 DATE 2013-03-19"]),
            ("Due 03/04/2013 or 19/03/2013.", &["03/04/2013 DATE 2013-03-04", "19/03/2013 DATE 2013-03-19"]),
            ("In Sept. 2011 and in May of 2010.", &["Sept. 2011 DATE 2011-09", "May of 2010 DATE 2010-05"]),
            ("The bank was founded in 1992.", &["1992 DATE 1992"]),
            ("It fell in the year 2000.", &["the year 2000 DATE 2000"]),
            (
                "Costs for 2009-2010 and 1988-89.",
                &["2009 DATE 2009", "2010 DATE 2010", "1988 DATE 1988", "89 DATE 1989"],
            ),
            ("She was in the class of '98.", &["'98 DATE 1998"]),
            ("That was nineteen ninety-six.", &["nineteen ninety-six DATE 1996"]),
            ("The line will open on April 7.", &["April 7 DATE 2013-04-07"]),
            ("He was arrested on Dec. 15.", &["Dec. 15 DATE 2012-12-15"]),
            ("The firm denied in August that it was for sale.", &["August DATE 2012-08"]),
            ("Work will begin in June.", &["June DATE 2013-06"]),
            ("It happened on the 15th.", &["the 15th DATE 2013-03-15"]),
            (
                "It rained last August and last March.",
                &["last August DATE 2012-08", "last March DATE 2012-03"],
            ),
            ("The Sept. 11 attacks changed that.", &["Sept. 11 DATE 2001-09-11"]),
        ],
    );
}

#[test]
fn weekdays() {
    check(
        DAY,
        &[
            ("The ministry said Friday it was ready.", &["Friday DATE 2013-03-22"]),
            ("He died Thursday.", &["Thursday DATE 2013-03-21"]),
            ("They will meet on Monday.", &["Monday DATE 2013-03-25"]),
            ("He left last Friday.", &["last Friday DATE 2013-03-15"]),
            ("He leaves next Monday.", &["next Monday DATE 2013-03-25"]),
            ("The fair opens this Saturday.", &["this Saturday DATE 2013-03-23"]),
            ("Monday through Thursday it snowed.", &["Monday DATE 2013-03-18", "Thursday DATE 2013-03-21"]),
        ],
    );
}

#[test]
fn parts_and_longer_periods() {
    check(
        DAY,
        &[
            ("It closed in early December.", &["early December DATE 2012-12 START"]),
            ("Since mid-November it rained.", &["mid-November DATE 2012-11 MID"]),
            ("By the end of 2011 it was over.", &["the end of 2011 DATE 2011 END"]),
            ("Work starts early next year.", &["early next year DATE 2014 START"]),
            ("He called late last week.", &["late last week DATE 2013-W11 END"]),
            ("In the 1990s, and in the '90s.", &["the 1990s DATE 199", "the '90s DATE 199"]),
            ("In the nineties, the late 1990s.", &["the nineties DATE 199", "the late 1990s DATE 199 END"]),
            ("In the 20th century it stood.", &["the 20th century DATE 19"]),
            ("It was built around 1900.", &["around 1900 DATE 1900 APPROX"]),
            (
                "Over the first quarter of this year trade grew.",
                &["the first quarter of this year DATE 2013-Q1"],
            ),
            ("Its fourth-quarter profit rose.", &["fourth-quarter DATE 2012-Q4"]),
            (
                "In Q3 2012 and the 1988 second quarter.",
                &["Q3 2012 DATE 2012-Q3", "the 1988 second quarter DATE 1988-Q2"],
            ),
            ("In the first half of 2012 it grew.", &["the first half of 2012 DATE 2012-H1"]),
            ("In fiscal 1989 and FY2012.", &["fiscal 1989 DATE 1989", "FY2012 DATE 2012"]),
            ("It was hot last summer.", &["last summer DATE 2012-SU"]),
            ("In the winter of 1994 it froze.", &["the winter of 1994 DATE 1994-WI"]),
            ("They closed for Thanksgiving.", &["Thanksgiving DATE 2012-11-22"]),
            ("On Christmas Day 2012 it snowed.", &["Christmas Day 2012 DATE 2012-12-25"]),
            ("It rained over the weekend.", &["the weekend DATE 2013-W11-WE"]),
            (
                "It grew last week, this month, next year.",
                &["last week DATE 2013-W11", "this month DATE 2013-03", "next year DATE 2014"],
            ),
        ],
    );
}

#[test]
fn relative() {
    check(
        DAY,
        &[
            (
                "He left yesterday, not today or tomorrow.",
                &["yesterday DATE 2013-03-21", "today DATE 2013-03-22", "tomorrow DATE 2013-03-23"],
            ),
            ("He left the day before yesterday.", &["the day before yesterday DATE 2013-03-20"]),
            ("It closed two years ago.", &["two years ago DATE 2011"]),
            ("It closed three days ago.", &["three days ago DATE 2013-03-19"]),
            (
                "Six months ago, two weeks ago.",
                &["Six months ago DATE 2012-09", "two weeks ago DATE 2013-W10"],
            ),
            ("It closed several years ago.", &["several years ago DATE PAST_REF"]),
            (
                "Profit rose in the fourth quarter from a year earlier.",
                &["the fourth quarter DATE 2012-Q4", "a year earlier DATE 2011-Q4"],
            ),
            (
                "Sales in the fourth quarter beat the year-ago quarter; the quarter was good.",
                &[
                    "the fourth quarter DATE 2012-Q4",
                    "the year-ago quarter DATE 2011-Q4",
                    "the quarter DATE 2012-Q4",
                ],
            ),
            (
                "It opened on May 1, 2012 and closed three days later.",
                &["May 1, 2012 DATE 2012-05-01", "three days later DATE 2012-05-04"],
            ),
            (
                "It sank on Aug. 3, 2012; it had left the day before.",
                &["Aug. 3, 2012 DATE 2012-08-03", "the day before DATE 2012-08-02"],
            ),
            (
                "He won in 1992, and the following year he lost.",
                &["1992 DATE 1992", "the following year DATE 1993"],
            ),
            ("He won in 1992, and that same year he lost.", &["1992 DATE 1992", "that same year DATE 1992"]),
        ],
    );
}

#[test]
fn durations() {
    check(
        DAY,
        &[
            (
                "He waited for three years and 18 months.",
                &["three years DURATION P3Y", "18 months DURATION P18M"],
            ),
            ("It is a five-year plan.", &["five-year DURATION P5Y"]),
            ("It ended a decades-long row.", &["decades-long DURATION PXDE"]),
            (
                "After 2 1/2 years, a year and a half.",
                &["2 1/2 years DURATION P2Y6M", "a year and a half DURATION P1Y6M"],
            ),
            (
                "It took 24 hours, a minute and a half.",
                &["24 hours DURATION PT24H", "a minute and a half DURATION PT1M30S"],
            ),
            (
                "It lasted for weeks and was over in minutes.",
                &["weeks DURATION PXW", "minutes DURATION PTXM"],
            ),
            (
                "In the past two years, the next few months.",
                &["the past two years DURATION P2Y", "the next few months DURATION PXM"],
            ),
            ("Over the past decade it grew.", &["the past decade DURATION P1DE"]),
            (
                "It took nearly seven years, then more than two weeks.",
                &["nearly seven years DURATION P7Y LESS_THAN", "more than two weeks DURATION P2W MORE_THAN"],
            ),
            ("She won, finishing in 3:07:35.", &["3:07:35 DURATION PT3H7M35S"]),
            ("It came a month earlier than usual.", &["a month DURATION P1M"]),
            ("The talks take between 12 and 18 months.", &["12 DURATION P12M", "18 months DURATION P18M"]),
        ],
    );
}

#[test]
fn sets() {
    check(
        DAY,
        &[
            ("They meet every Monday.", &["every Monday SET XXXX-WXX-1"]),
            ("He runs every morning.", &["every morning SET XXXX-XX-XXTMO"]),
            ("It is printed daily and audited annually.", &["daily SET P1D", "annually SET P1Y"]),
            ("They train twice a week.", &["twice a week SET P1W 2X"]),
            ("It costs $5 a year.", &["a year SET P1Y"]),
        ],
    );
}

#[test]
fn times() {
    check(
        DAY,
        &[
            ("It began at 8 p.m. Saturday.", &["8 p.m. Saturday TIME 2013-03-16T20:00"]),
            ("It was postponed until 15:00 GMT Saturday.", &["15:00 GMT Saturday TIME 2013-03-23T15:00"]),
            (
                "It rained Friday afternoon and last night.",
                &["Friday afternoon TIME 2013-03-22TAF", "last night TIME 2013-03-21TNI"],
            ),
            ("They spoke at noon on Thursday.", &["noon on Thursday TIME 2013-03-21T12:00"]),
        ],
    );
}

#[test]
fn vague() {
    check(
        DAY,
        &[
            ("It now works; it is currently open.", &["now DATE PRESENT_REF", "currently DATE PRESENT_REF"]),
            (
                "It recently closed. In the past it paid; in the future it may not.",
                &["recently DATE PAST_REF", "the past DATE PAST_REF", "the future DATE FUTURE_REF"],
            ),
        ],
    );
}

#[test]
fn ranges_and_lists() {
    check(
        DAY,
        &[
            ("It runs from 3 to 5 May.", &["3 DATE 2013-05-03", "5 May DATE 2013-05-05"]),
            ("Held May 3-5, 2012.", &["May 3 DATE 2012-05-03", "5, 2012 DATE 2012-05-05"]),
            ("Snow fell Jan-March.", &["Jan DATE 2013-01", "March DATE 2013-03"]),
            ("From June to August 2012.", &["June DATE 2012-06", "August 2012 DATE 2012-08"]),
            (
                "Between 1998 and 2001, and in 1914-18.",
                &["1998 DATE 1998", "2001 DATE 2001", "1914 DATE 1914", "18 DATE 1918"],
            ),
            (
                "It played on Oct. 3, 10 and 17.",
                &["Oct. 3 DATE 2012-10-03", "10 DATE 2012-10-10", "17 DATE 2012-10-17"],
            ),
        ],
    );
}

#[test]
fn no_dates() {
    let texts = [
        "They may march on; prices fall.",
        "Give us a second. He was the first to leave.",
        "We sat down. Sat down, he wrote.",
        "About 2,013 people came and paid $1990.",
        "Room 1812, Resolution 1973, Boeing 747.",
        "It climbed to 1500 feet and won 3-2.",
        "Theresa May met August Wilson and April Jones.",
        "May they rest.",
        "The 24-Hour Fitness club is shut.",
        "It is for those 6 months and older, and aged 90.",
        "A man in his 90s and a 22-year-old boy.",
        "See /379480/, 11g or 20-13.",
        "Now that he is gone, the fall of the city is told.",
        "February 31 is written here, and 2018-13-01.",
    ];
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

#[test]
fn slashed_dates_warn_and_turn() {
    let text = "Due on 03/04/2013.";
    sample::values(text, |page, values| {
        let options = Options { day_first: true, ..Options::default() };
        let resolved = resolve(page, values, None, options);
        assert_eq!(resolved.dates[0].value, "2013-04-03");
        assert_eq!(resolved.warnings[0].code, "ambiguous_date");
    });
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
    ];
    for (text, want) in cases {
        let got = sample::values(text, |page, values| publication(page, values, None));
        let want = want.map(|(value, source)| Published { value: value.to_owned(), source });
        assert_eq!(got, want, "{text}");
    }
}
