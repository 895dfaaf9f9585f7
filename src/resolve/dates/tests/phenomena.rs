//! The constructions of dates in the news, by the number that the project gives them, each as it is said on
//! Friday 22 March 2013. What stands after a text is all that it may give: words, type, value, modifier.

use super::{DAY, check};

/// A construction's number, a text, and its dates.
type Row = (u8, &'static str, &'static [&'static str]);

const HITS: &[Row] = &[
    (1, "The pact of May 4th, 1992 holds.", &["May 4th, 1992 DATE 1992-05-04"]),
    (2, "It was signed on 4 May 1992.", &["4 May 1992 DATE 1992-05-04"]),
    (2, "It dates from the 4th of May, 1992, they say.", &["the 4th of May, 1992 DATE 1992-05-04"]),
    (3, "They met on Tuesday, March 19, 2013.", &["Tuesday, March 19, 2013 DATE 2013-03-19"]),
    (3, "They met on Tuesday, March\n19, 2013.", &["Tuesday, March\n19, 2013 DATE 2013-03-19"]),
    (4, "Filed on 2013-03-19 in Riga.", &["2013-03-19 DATE 2013-03-19"]),
    (5, "Due 03/04/2013.", &["03/04/2013 DATE 2013-03-04"]),
    (5, "Due 19/03/2013.", &["19/03/2013 DATE 2013-03-19"]),
    (6, "In Sept. 2011 and in May of 2010.", &["Sept. 2011 DATE 2011-09", "May of 2010 DATE 2010-05"]),
    (7, "The bank was founded in 1992.", &["1992 DATE 1992"]),
    (8, "It fell in the year 2000.", &["the year 2000 DATE 2000"]),
    (9, "Costs for 2009-2010 rose.", &["2009 DATE 2009", "2010 DATE 2010"]),
    (9, "The 1988-89 season ended.", &["1988 DATE 1988", "89 DATE 1989"]),
    (10, "She was in the class of '98.", &["'98 DATE 1998"]),
    (10, "She was in the class of ’98.", &["’98 DATE 1998"]),
    (11, "That was nineteen ninety-six.", &["nineteen ninety-six DATE 1996"]),
    (12, "The line will open on April 7.", &["April 7 DATE 2013-04-07"]),
    (13, "He was arrested on Dec. 15.", &["Dec. 15 DATE 2012-12-15"]),
    (14, "The firm denied in August that it was for sale.", &["August DATE 2012-08"]),
    (15, "Work will begin in June.", &["June DATE 2013-06"]),
    (16, "The ministry said Friday it was ready.", &["Friday DATE 2013-03-22"]),
    (17, "He died Thursday.", &["Thursday DATE 2013-03-21"]),
    (18, "They will meet on Monday.", &["Monday DATE 2013-03-25"]),
    (19, "He left last Friday.", &["last Friday DATE 2013-03-15"]),
    (20, "He leaves next Monday.", &["next Monday DATE 2013-03-25"]),
    (21, "The fair opens this Saturday.", &["this Saturday DATE 2013-03-23"]),
    (22, "It happened on the 15th.", &["the 15th DATE 2013-03-15"]),
    (23, "It rained last August.", &["last August DATE 2012-08"]),
    (23, "It rained last March.", &["last March DATE 2012-03"]),
    (24, "It closed in early December.", &["early December DATE 2012-12 START"]),
    (25, "Since mid-November it rained.", &["mid-November DATE 2012-11 MID"]),
    (26, "By the end of 2011 it was over.", &["the end of 2011 DATE 2011 END"]),
    (26, "It is due by year-end.", &["year-end DATE 2013 END"]),
    (26, "Shares have fallen since year-end.", &["year-end DATE 2012 END"]),
    (26, "It should be done by year's end.", &["year's end DATE 2013 END"]),
    (27, "Work starts early next year.", &["early next year DATE 2014 START"]),
    (27, "He called late last week.", &["late last week DATE 2013-W11 END"]),
    (28, "In the 1990s it grew.", &["the 1990s DATE 199"]),
    (28, "It grew in the '90s.", &["the '90s DATE 199"]),
    (29, "In the nineties it grew.", &["the nineties DATE 199"]),
    (29, "It fell in the late 1990s.", &["the late 1990s DATE 199 END"]),
    (30, "In the 20th century it stood.", &["the 20th century DATE 19"]),
    (31, "It was built around 1900.", &["around 1900 DATE 1900 APPROX"]),
    (32, "Over the first quarter of this year trade grew.", &["the first quarter of this year DATE 2013-Q1"]),
    (33, "Its fourth-quarter profit rose.", &["fourth-quarter DATE 2012-Q4"]),
    (34, "It fell in Q3 2012.", &["Q3 2012 DATE 2012-Q3"]),
    (34, "It fell in the 1988 second quarter.", &["the 1988 second quarter DATE 1988-Q2"]),
    (35, "In the first half of 2012 it grew.", &["the first half of 2012 DATE 2012-H1"]),
    (36, "In fiscal 1989 and FY2012.", &["fiscal 1989 DATE 1989", "FY2012 DATE 2012"]),
    (
        37,
        "Sales in the fourth quarter rose; the quarter was good.",
        &["the fourth quarter DATE 2012-Q4", "the quarter DATE 2012-Q4"],
    ),
    (
        38,
        "Profit rose in the fourth quarter from a year earlier.",
        &["the fourth quarter DATE 2012-Q4", "a year earlier DATE 2011-Q4"],
    ),
    (
        39,
        "Sales in the fourth quarter beat the year-ago quarter.",
        &["the fourth quarter DATE 2012-Q4", "the year-ago quarter DATE 2011-Q4"],
    ),
    (40, "It closed two years ago.", &["two years ago DATE 2011"]),
    (41, "It closed three days ago.", &["three days ago DATE 2013-03-19"]),
    (42, "It closed six months ago.", &["six months ago DATE 2012-09"]),
    (42, "It closed two weeks ago.", &["two weeks ago DATE 2013-W10"]),
    (43, "It closed several years ago.", &["several years ago DATE PAST_REF"]),
    (
        44,
        "He left yesterday, not today or tomorrow.",
        &["yesterday DATE 2013-03-21", "today DATE 2013-03-22", "tomorrow DATE 2013-03-23"],
    ),
    (44, "Unlike today, people walked.", &["today DATE PRESENT_REF"]),
    (
        45,
        "It grew last week, this month, next year.",
        &["last week DATE 2013-W11", "this month DATE 2013-03", "next year DATE 2014"],
    ),
    (46, "It closed earlier this month.", &["earlier this month DATE 2013-03 START"]),
    (47, "It rained over the weekend.", &["the weekend DATE 2013-W11-WE"]),
    (
        48,
        "It opened on May 1, 2012 and closed three days later.",
        &["May 1, 2012 DATE 2012-05-01", "three days later DATE 2012-05-04"],
    ),
    (
        49,
        "It sank on Aug. 3, 2012; it had left the day before.",
        &["Aug. 3, 2012 DATE 2012-08-03", "the day before DATE 2012-08-02"],
    ),
    (
        50,
        "He won in 1992, and the following year he lost.",
        &["1992 DATE 1992", "the following year DATE 1993"],
    ),
    (50, "He won in 1992, and that same year he lost.", &["1992 DATE 1992", "that same year DATE 1992"]),
    (51, "It came a month earlier than usual.", &["a month DURATION P1M"]),
    (52, "He waited for three years.", &["three years DURATION P3Y"]),
    (52, "It took 18 months.", &["18 months DURATION P18M"]),
    (53, "It is a five-year plan.", &["five-year DURATION P5Y"]),
    (53, "It ended a decades-long row.", &["decades-long DURATION PXDE"]),
    (54, "It took 2 1/2 years.", &["2 1/2 years DURATION P2Y6M"]),
    (54, "It took a year and a half.", &["a year and a half DURATION P1Y6M"]),
    (55, "It took 24 hours.", &["24 hours DURATION PT24H"]),
    (55, "It took a minute and a half.", &["a minute and a half DURATION PT1M30S"]),
    (56, "It lasted for weeks.", &["weeks DURATION PXW"]),
    (56, "It was over in minutes.", &["minutes DURATION PTXM"]),
    (57, "In the past two years it grew.", &["the past two years DURATION P2Y"]),
    (57, "It may grow in the next few months.", &["the next few months DURATION PXM"]),
    (58, "Over the past decade it grew.", &["the past decade DURATION P1DE"]),
    (59, "It took nearly seven years.", &["nearly seven years DURATION P7Y LESS_THAN"]),
    (59, "It took more than two weeks.", &["more than two weeks DURATION P2W MORE_THAN"]),
    (60, "It takes between 12 and 18 months.", &["12 DURATION P12M", "18 months DURATION P18M"]),
    (61, "She won, finishing in 3:07:35.", &["3:07:35 DURATION PT3H7M35S"]),
    (62, "They meet every Monday.", &["every Monday SET XXXX-WXX-1"]),
    (63, "He runs every morning.", &["every morning SET XXXX-XX-XXTMO"]),
    (64, "It is printed daily and audited annually.", &["daily SET P1D", "annually SET P1Y"]),
    (65, "They train twice a week.", &["twice a week SET P1W 2X"]),
    (65, "It costs $5 a year.", &["a year SET P1Y"]),
    (66, "It began at 8 p.m. Saturday.", &["8 p.m. Saturday TIME 2013-03-16T20:00"]),
    (67, "It was postponed until 15:00 GMT Saturday.", &["15:00 GMT Saturday TIME 2013-03-23T15:00"]),
    (68, "It rained Friday afternoon.", &["Friday afternoon TIME 2013-03-22TAF"]),
    (68, "It rained last night.", &["last night TIME 2013-03-21TNI"]),
    (69, "They spoke at noon on Thursday.", &["noon on Thursday TIME 2013-03-21T12:00"]),
    (70, "It was hot last summer.", &["last summer DATE 2012-SU"]),
    (70, "In the winter of 1994 it froze.", &["the winter of 1994 DATE 1994-WI"]),
    (71, "They closed for Thanksgiving.", &["Thanksgiving DATE 2012-11-22"]),
    (71, "On Christmas Day 2012 it snowed.", &["Christmas Day 2012 DATE 2012-12-25"]),
    (72, "The Sept. 11 attacks changed that.", &["Sept. 11 DATE 2001-09-11"]),
    (73, "It now works; it is currently open.", &["now DATE PRESENT_REF", "currently DATE PRESENT_REF"]),
    (74, "It recently closed.", &["recently DATE PAST_REF"]),
    (
        74,
        "In the past it paid; in the future it may not.",
        &["the past DATE PAST_REF", "the future DATE FUTURE_REF"],
    ),
    (75, "It runs from 3 to 5 May.", &["3 DATE 2013-05-03", "5 May DATE 2013-05-05"]),
    (75, "Held May 3-5, 2012.", &["May 3 DATE 2012-05-03", "5, 2012 DATE 2012-05-05"]),
    (76, "Snow fell Jan-March.", &["Jan DATE 2013-01", "March DATE 2013-03"]),
    (76, "It ran from June to August 2012.", &["June DATE 2012-06", "August 2012 DATE 2012-08"]),
    (77, "Between 1998 and 2001 it grew.", &["1998 DATE 1998", "2001 DATE 2001"]),
    (77, "The war of 1914-18 took it.", &["1914 DATE 1914", "18 DATE 1918"]),
    (78, "Monday through Thursday it snowed.", &["Monday DATE 2013-03-18", "Thursday DATE 2013-03-21"]),
    (
        79,
        "It played on Oct. 3, 10 and 17.",
        &["Oct. 3 DATE 2012-10-03", "10 DATE 2012-10-10", "17 DATE 2012-10-17"],
    ),
];

const NEAR_MISSES: &[Row] = &[
    (28, "A man in his 90s came.", &[]),
    (53, "A 6-year-old came.", &[]),
    (70, "Prices fall; the spring in the clock broke.", &[]),
    (73, "Now that he is gone, they talk.", &[]),
    (74, "Once, he previously knew; soon he will.", &[]),
    (80, "They may march on; the fall of the city is told.", &[]),
    (80, "Give us a second. He was the first to leave.", &[]),
    (80, "We sat down. Sat down, we wrote.", &[]),
    (80, "May they rest.", &[]),
    (81, "About 2,013 people came and paid $1990.", &[]),
    (81, "Room 1812, Resolution 1973, Boeing 747.", &[]),
    (81, "It climbed to 1500 feet and won 3-2.", &[]),
    (82, "Theresa May met August Wilson and April Jones.", &[]),
    (82, "The 24-Hour Fitness club is shut.", &[]),
    (82, "They watched Friday Night Lights and read the New York Times.", &[]),
    (83, "It is for those 6 months and older, and aged 90.", &[]),
    (83, "A man in his 90s and a 22-year-old boy.", &[]),
    (84, "See /379480/, 11g or 20-13.", &[]),
];

fn check_rows(rows: &[Row]) {
    check(DAY, &rows.iter().map(|&(_, text, want)| (text, want)).collect::<Vec<_>>());
}

#[test]
fn every_construction_is_read() {
    check_rows(HITS);
}

#[test]
fn near_misses_are_silent() {
    check_rows(NEAR_MISSES);
}

#[test]
fn no_number_is_left_out() {
    let missing: Vec<u8> =
        (1..=84).filter(|number| !HITS.iter().chain(NEAR_MISSES).any(|row| row.0 == *number)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
