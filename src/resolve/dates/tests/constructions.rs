//! Constructions beside those of the numbered list, as they are said on Friday 22 March 2013, each with what comes near it.

use super::{DAY, check};

/// A text and its dates.
type Row = (&'static str, &'static [&'static str]);

#[test]
fn times_and_days() {
    let rows: &[Row] = &[
        ("It left at 2.30 p.m. today.", &["2.30 p.m. today TIME 2013-03-22T14:30"]),
        ("It left at 14.30 GMT.", &["14.30 GMT TIME 2013-03-22T14:30"]),
        ("It cost 2.30 pesos and grew 2.30 percent.", &[]),
        ("It left at 6 o'clock yesterday morning.", &["6 o'clock yesterday morning TIME 2013-03-21T06:00"]),
        ("On the night of 3 March 1945 it burned.", &["the night of 3 March 1945 TIME 1945-03-03TNI"]),
        ("It is on the morning of the vote.", &[]),
        ("Earlier Friday, it rained.", &["Friday DATE 2013-03-22"]),
        ("Earlier this week it rained.", &["Earlier this week DATE 2013-W12 START"]),
    ];
    check(DAY, rows);
}

#[test]
fn periods() {
    let rows: &[Row] = &[
        ("It grew in the last half of 2012.", &["the last half of 2012 DATE 2012-H2"]),
        ("They talked for the last half-hour.", &["the last half-hour DURATION PT30M"]),
        ("The court sits the week of March 6.", &["the week of March 6 DATE 2013-W10"]),
        ("It was the week of the vote.", &[]),
        ("It froze in the winter of 1928-29.", &["the winter of 1928-29 DATE 1928-WI"]),
        ("It grew in the early nineties.", &["the early nineties DATE 199 START"]),
        ("She is in her early thirties.", &[]),
        (
            "It grew in August 2010 and that October too.",
            &["August 2010 DATE 2010-08", "that October DATE 2010-10"],
        ),
        (
            "They met on New Year's Eve and at New Year.",
            &["New Year's Eve DATE 2012-12-31", "New Year DATE 2013-01-01"],
        ),
        ("They marked the Lunar New Year.", &[]),
    ];
    check(DAY, rows);
}

#[test]
fn lengths() {
    let rows: &[Row] = &[
        (
            "It took two and a half years, then 2 1/2 months.",
            &["two and a half years DURATION P2Y6M", "2 1/2 months DURATION P2.5M"],
        ),
        ("It is a two-and-a-half-year plan.", &["two-and-a-half-year DURATION P2Y6M"]),
        ("A two-and-a-half-year-old child came.", &[]),
        ("It can be repaid over 18 years.", &["18 years DURATION P18Y"]),
        ("It stood for over 18 years.", &["over 18 years DURATION P18Y MORE_THAN"]),
        ("They will one day return.", &["one day DATE FUTURE_REF"]),
        ("It took one day.", &["one day DURATION P1D"]),
    ];
    check(DAY, rows);
}

#[test]
fn ahead_or_behind() {
    let rows: &[Row] = &[
        ("Results will be reported at the beginning of May.", &["the beginning of May DATE 2013-05 START"]),
        ("They are to report by October.", &["October DATE 2013-10"]),
        ("They had reported by October.", &["October DATE 2012-10"]),
        ("By October they had reported.", &["October DATE 2012-10"]),
        ("Until Thursday they had not met.", &["Thursday DATE 2013-03-21"]),
        (
            "They seek ways around Wednesday's ruling and expect Monday's too.",
            &["Wednesday DATE 2013-03-20", "Monday DATE 2013-03-18"],
        ),
        (
            "They will prepare for Monday's talks; it will open before Tuesday's.",
            &["Monday DATE 2013-03-25", "Tuesday DATE 2013-03-26"],
        ),
        ("The course starts on Monday.", &["Monday DATE 2013-03-25"]),
    ];
    check(DAY, rows);
}

#[test]
fn periods_by_their_last_day() {
    let rows: &[Row] = &[
        (
            "Its third quarter ended Jan. 31 was good.",
            &["third quarter DATE 2013-Q3", "Jan. 31 DATE 2013-01-31"],
        ),
        ("In the week ended March 14 it rained.", &["the week DATE 2013-W11", "March 14 DATE 2013-03-14"]),
    ];
    check(DAY, rows);
}

#[test]
fn no_dates() {
    let rows: &[Row] = &[
        ("Call extension 1914.", &[]),
        ("Shares of Data Corp <DEC> and the MAR index fell.", &[]),
        ("See file 05/13/88-12.", &[]),
        ("The party daily Liberty said so.", &[]),
        ("They hold daily Cabinet meetings.", &["daily SET P1D"]),
        ("They joined the March of the Mothers.", &[]),
    ];
    check(DAY, rows);
}

#[test]
fn recurring() {
    let rows: &[Row] = &[
        ("They meet every other Friday.", &["every other Friday SET XXXX-WXX-5"]),
        ("It is tested on the second Tuesday of each month.", &["the second Tuesday of each month SET P1M"]),
        ("It is tested on the second Tuesday.", &["Tuesday DATE 2013-03-19"]),
        ("They meet every Christmas, then biennially.", &["every Christmas SET P1Y", "biennially SET P2Y"]),
        (
            "It flies on Monday and Tuesday nights.",
            &["Monday SET XXXX-WXX-1TNI", "Tuesday nights SET XXXX-WXX-2TNI"],
        ),
        (
            "It flew on Monday and Tuesday night.",
            &["Monday DATE 2013-03-18", "Tuesday night TIME 2013-03-19TNI"],
        ),
        ("Daily flights resumed.", &["Daily SET P1D"]),
        ("Daily Mail readers agreed.", &[]),
    ];
    check(DAY, rows);
}

#[test]
fn fiscal_years() {
    let rows: &[Row] = &[
        ("It grew in fiscal 1997.", &["fiscal 1997 DATE 1997"]),
        ("It grew in FY2010/11.", &["FY2010 DATE 2010", "11 DATE 2011"]),
        ("It lost in the fiscal-first quarter.", &["the fiscal-first quarter DATE 2013-Q1"]),
        (
            "It grew in the second and fourth quarters.",
            &["second DATE 2012-Q2", "fourth quarters DATE 2012-Q4"],
        ),
        ("It came second and fourth.", &[]),
        ("It fell in the first half of the year.", &["the first half of the year DATE 2013-H1"]),
        ("It fell in the first half of the match.", &[]),
        (
            "It made four million in the quarter, two in the quarter a year ago.",
            &["the quarter DATE 2012-Q4", "the quarter a year ago DATE 2011-Q4"],
        ),
        ("It made two in the year-earlier nine months.", &["the year-earlier nine months DURATION P9M"]),
    ];
    check(DAY, rows);
}

#[test]
fn days_by_their_place() {
    let rows: &[Row] = &[
        ("They vote on the first Monday of May.", &["the first Monday of May DATE 2013-05-06"]),
        (
            "They voted on the last Friday in November 2012.",
            &["the last Friday in November 2012 DATE 2012-11-30"],
        ),
        ("They voted on the last Friday in Oslo.", &["the last Friday DATE 2013-03-15"]),
        ("It rained on Easter weekend.", &["Easter weekend DATE 2013-W13-WE"]),
        ("It rained over the Labor Day weekend.", &["the Labor Day weekend DATE 2012-W35-WE"]),
        ("They lit the Christmas tree.", &["Christmas DATE 2012-12-25"]),
        ("April two. It was cold.", &["April two DATE 2013-04-02"]),
        ("In April two people left.", &["April DATE 2012-04"]),
        (
            "They spoke on Thursday; later in the day it rained.",
            &["Thursday DATE 2013-03-21", "later in the day DATE 2013-03-21 END"],
        ),
        ("At the end of the day, nobody knows.", &[]),
    ];
    check(DAY, rows);
}

#[test]
fn parts_and_sides() {
    let rows: &[Row] = &[
        ("It grew in the second half of the 1990s.", &["the second half of the 1990s DATE 199 END"]),
        ("It grew by the mid-1990s.", &["the mid-1990s DATE 199 MID"]),
        ("It came up in the mid-March talks.", &["mid-March DATE 2013-03 MID"]),
        ("It fell below pre-1990 levels.", &["pre-1990 DATE 1990 BEFORE"]),
        ("Post-2008 rules are strict.", &["Post-2008 DATE 2008 AFTER"]),
        ("He wrote a post last Friday.", &["last Friday DATE 2013-03-15"]),
        ("It rained all summer long.", &["all summer long DATE 2012-SU"]),
        ("It fell in July and August.", &["July DATE 2012-07", "August DATE 2012-08"]),
        ("They will meet in December and January.", &["December DATE 2013-12", "January DATE 2014-01"]),
    ];
    check(DAY, rows);
}

#[test]
fn uncounted_lengths() {
    let rows: &[Row] = &[
        ("It closed years ago.", &["years ago DATE PAST_REF"]),
        ("Months earlier it had opened.", &["Months earlier DATE PAST_REF"]),
        (
            "It fell for at least the past 18 months.",
            &["at least the past 18 months DURATION P18M EQUAL_OR_MORE"],
        ),
        ("It rose over the past 18 months.", &["the past 18 months DURATION P18M"]),
        ("It takes between two to six days.", &["two DURATION P2D", "six days DURATION P6D"]),
        ("They said that months of work lie ahead.", &[]),
        ("It took four hours and five minutes.", &["four hours and five minutes DURATION PT4H5M"]),
        ("It took four hours and five people.", &["four hours DURATION PT4H"]),
        ("It is 30-frame-a-second video.", &[]),
        ("Both reached their half centuries.", &[]),
        ("Wait a minute.", &["a minute DURATION PT1M"]),
        ("It has a minute crack.", &[]),
        ("We didn't see that a year ago.", &["a year ago DATE 2012"]),
        ("It fell over the past year and a half.", &["the past year and a half DURATION P1Y6M"]),
        ("It rose over the week before.", &["the week before DATE 2013-W11"]),
        ("It had hinted in the past that it would.", &["the past DATE PAST_REF"]),
        ("It rained in the past three summers.", &[]),
    ];
    check(DAY, rows);
}

#[test]
fn names_of_weekdays() {
    let rows: &[Row] = &[
        ("Friday Osagie said so.", &[]),
        ("Mr. Friday left.", &[]),
        ("Friday Iran said so.", &["Friday DATE 2013-03-22"]),
        ("On Friday Osagie said so.", &["Friday DATE 2013-03-22"]),
        ("It was told by Sunday Telegraph staff.", &[]),
        ("On Sunday Times Square was full.", &["Sunday DATE 2013-03-17"]),
        ("Atlanta nineteen ninety-six.", &["nineteen ninety-six DATE 1996"]),
        ("Boeing 1996.", &[]),
        ("Shares fell following Wednesday's vote.", &["Wednesday DATE 2013-03-20"]),
        (
            "It was told on March 5 and the following Wednesday.",
            &["March 5 DATE 2013-03-05", "the following Wednesday DATE 2013-03-06"],
        ),
        ("Its secretary Jan de Vries left.", &[]),
        ("Sales rose in Jan and Feb again.", &["Jan DATE 2013-01", "Feb DATE 2013-02"]),
    ];
    check(DAY, rows);
}

#[test]
fn infinitives_look_ahead() {
    let rows: &[Row] = &[
        ("Leaders to meet Thursday.", &["Thursday DATE 2013-03-28"]),
        ("Leaders refused to meet Thursday.", &["Thursday DATE 2013-03-21"]),
        ("Leaders go to Oslo Thursday.", &["Thursday DATE 2013-03-21"]),
    ];
    check(DAY, rows);
}
