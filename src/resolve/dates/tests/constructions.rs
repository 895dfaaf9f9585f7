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
