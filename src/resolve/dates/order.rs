//! Which number of a numeric date is the day: '03/04/2013', '03/04/05'.

use crate::value::date::{DateValue, Expr, Part, Point, When, Year};

/// In which order numeric dates have day, month and year.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum DateOrder {
    /// As the article's other dates tell; where none does, the month first, with a warning.
    #[default]
    Auto,
    /// '03/04/2013' is 4 March.
    Mdy,
    /// '03/04/2013' is 3 April.
    Dmy,
    /// '03/04/05' is 5 April 2003; where the year stands last, as `Auto`.
    Ymd,
}

/// The order in which the numeric dates of one article are read.
#[derive(Clone, Copy)]
pub(super) struct Order {
    day_first: bool,
    year_first: bool,
    /// Whether the option or another numeric date says so.
    pub(super) sure: bool,
}

impl Order {
    /// What the option says, else what the other dates of the article tell.
    pub(super) fn of(option: DateOrder, dates: &[DateValue]) -> Order {
        let (day_first, sure) = match option {
            DateOrder::Mdy => (false, true),
            DateOrder::Dmy => (true, true),
            DateOrder::Auto | DateOrder::Ymd => told(dates),
        };
        Order { day_first, sure, year_first: option == DateOrder::Ymd }
    }

    /// The same date with its day and month told apart.
    pub(super) fn settle(self, when: When) -> When {
        let When::Calendar { year, part: Part::Slashed(a, b), which } = when else { return when };
        let (year, part) = match year {
            Year::Short(c) if self.year_first && b <= 12 && (1..=31).contains(&c) => {
                (Year::Short(a), Part::Day(b, c))
            }
            _ if a > 12 || (b <= 12 && self.day_first) => (year, Part::Day(b, a)),
            _ => (year, Part::Day(a, b)),
        };
        When::Calendar { year, part, which }
    }

    /// Whether the other reading of a date is as good.
    pub(super) fn is_open(self, when: When) -> bool {
        let When::Calendar { year, part: Part::Slashed(a, b), .. } = when else { return false };
        let by_year = self.year_first && matches!(year, Year::Short(_));
        !self.sure && !by_year && a <= 12 && b <= 12 && a != b
    }
}

/// Whether days come first, and whether that is sure: another numeric date has a number over twelve. Dates in words
/// only make it likely.
fn told(dates: &[DateValue]) -> (bool, bool) {
    let slashed = || dates.iter().filter_map(|date| numbers(&date.expr));
    let (day_first, month_first) = (slashed().any(|(a, _)| a > 12), slashed().any(|(_, b)| b > 12));
    if day_first != month_first {
        return (day_first, true);
    }
    let written = |style: &str| dates.iter().any(|date| date.rule.starts_with(style));
    (written("date/day-month") && !written("date/month-day"), false)
}

fn numbers(expr: &Expr) -> Option<(i8, i8)> {
    match expr {
        Expr::Point(Point { when: When::Calendar { part: Part::Slashed(a, b), .. }, .. }) => Some((*a, *b)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::dates_of;
    use super::super::{DateOrder, Options};
    use DateOrder::{Auto, Dmy, Mdy, Ymd};

    #[test]
    fn day_month_and_year_in_order() {
        // The order asked for, the text, the values, and how many of them are open.
        let cases: &[(DateOrder, &str, &[&str], usize)] = &[
            (Auto, "Due on 03/04/2013.", &["2013-03-04"], 1),
            (Mdy, "Due on 03/04/2013.", &["2013-03-04"], 0),
            (Dmy, "Due on 03/04/2013.", &["2013-04-03"], 0),
            (Ymd, "Due on 03/04/2013.", &["2013-03-04"], 1),
            (Ymd, "Due on 03/04/05.", &["2003-04-05"], 0),
            (Dmy, "Due on 03/04/05.", &["2005-04-03"], 0),
            (Auto, "Due on 04/04/2013.", &["2013-04-04"], 0),
            // A number over twelve can be no month, whatever is asked for.
            (Mdy, "Due on 19/03/2013.", &["2013-03-19"], 0),
            (Dmy, "Due on 03/19/2013.", &["2013-03-19"], 0),
            // Another date of the article tells.
            (Auto, "Due on 03/04/2013, not 19/03/2013.", &["2013-04-03", "2013-03-19"], 0),
            (Auto, "Due on 03/04/2013, not 03/19/2013.", &["2013-03-04", "2013-03-19"], 0),
            (Auto, "Due on 03/04/2013, not 4 May 2013.", &["2013-04-03", "2013-05-04"], 1),
            (Auto, "Due on 03/04/2013, not May 4, 2013.", &["2013-03-04", "2013-05-04"], 1),
            // The year first is followed by the month.
            (Dmy, "Due on 2013/03/04 and 2013-03-04.", &["2013-03-04", "2013-03-04"], 0),
            // Between stops the day comes first.
            (Auto, "Due on 03.04.2013.", &["2013-04-03"], 0),
            (Auto, "Due on 03.19.2013.", &["2013-03-19"], 0),
            (Auto, "Due on 03-04-2013.", &["2013-03-04"], 1),
            (Dmy, "Due on 03-04-2013.", &["2013-04-03"], 0),
        ];
        for (order, text, want, open) in cases {
            let options = Options { order: *order, ..Options::default() };
            let (values, warnings) = dates_of(text, "2013-03-22", options);
            assert_eq!(
                (values, warnings.len()),
                (want.iter().map(|v| (*v).to_owned()).collect(), *open),
                "{order:?} {text}"
            );
            assert!(warnings.iter().all(|code| *code == "ambiguous_date"), "{order:?} {text} {warnings:?}");
        }
    }
}
