//! The rules by which the days of holidays are reckoned.

/// How the day of a holiday is found in a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Feast {
    /// Month and day.
    Fixed(i8, i8),
    /// Of a month, the nth of a weekday.
    Nth(i8, i8, i8),
    /// Of a month, the last of a weekday.
    Last(i8, i8),
    /// Days from Easter.
    Easter(i8),
    /// Days from the Easter of the Eastern churches.
    Orthodox(i8),
    /// The Tuesday after the first Monday of November.
    Election,
}

impl Feast {
    /// Reads `fixed 12-25`, `nth 11-4-4`, `last 05-1`, `easter -2`, `orthodox 0` or `election`.
    pub(super) fn parse(rule: &str) -> Option<Feast> {
        let (kind, rest) = rule.split_once(' ').unwrap_or((rule, ""));
        let mut parts = rest.split('-').map(|part| part.parse::<i8>().ok());
        let mut next = || parts.next().flatten();
        Some(match kind {
            "fixed" => Feast::Fixed(next()?, next()?),
            "nth" => Feast::Nth(next()?, next()?, next()?),
            "last" => Feast::Last(next()?, next()?),
            "easter" => Feast::Easter(rest.parse().ok()?),
            "orthodox" => Feast::Orthodox(rest.parse().ok()?),
            "election" => Feast::Election,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Feast;

    #[test]
    fn rules_are_read() {
        let cases = [
            ("fixed 12-25", Some(Feast::Fixed(12, 25))),
            ("nth 11-4-4", Some(Feast::Nth(11, 4, 4))),
            ("last 05-1", Some(Feast::Last(5, 1))),
            ("easter -2", Some(Feast::Easter(-2))),
            ("orthodox 0", Some(Feast::Orthodox(0))),
            ("election", Some(Feast::Election)),
            ("fixed 12", None),
            ("solstice", None),
        ];
        for (rule, want) in cases {
            assert_eq!(Feast::parse(rule), want, "{rule}");
        }
    }
}
