//! Counts, and the figures that come of them.

use std::ops::AddAssign;

/// What was found rightly, found wrongly, and not found.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Counts {
    /// Found, and so.
    pub right: usize,
    /// Found, and not so.
    pub wrong: usize,
    /// So, and not found.
    pub missed: usize,
}

/// A share with its 95 % interval after Wilson, all between 0 and 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Share {
    /// The share itself.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
    }
}

impl Counts {
    pub(super) const RIGHT: Counts = Counts { right: 1, wrong: 0, missed: 0 };
    pub(super) const WRONG: Counts = Counts { right: 0, wrong: 1, missed: 0 };
    pub(super) const MISSED: Counts = Counts { right: 0, wrong: 0, missed: 1 };
    /// Found where it is, but not as it is.
    pub(super) const OTHERWISE: Counts = Counts { right: 0, wrong: 1, missed: 1 };

    /// Whether nothing was counted.
    pub fn is_empty(self) -> bool {
        self == Counts::default()
    }

    /// Of what was found, how much is so; none where nothing was found.
    pub fn precision(self) -> Option<Share> {
        share(self.right, self.right + self.wrong)
    }

    /// Of what is so, how much was found; none where nothing is.
    pub fn recall(self) -> Option<Share> {
        share(self.right, self.right + self.missed)
    }

    /// The harmonic mean of precision and recall; none where nothing was counted.
    pub fn f1(self) -> Option<f64> {
        let all = 2 * self.right + self.wrong + self.missed;
        (all > 0).then(|| 2.0 * self.right as f64 / all as f64)
    }
}

/// The normal distribution's 97.5 % quantile.
const Z: f64 = 1.959_963_985;

fn share(part: usize, all: usize) -> Option<Share> {
    if all == 0 {
        return None;
    }
    let (n, value) = (all as f64, part as f64 / all as f64);
    let scale = 1.0 + Z * Z / n;
    let centre = (value + Z * Z / (2.0 * n)) / scale;
    let half = Z * (value * (1.0 - value) / n + Z * Z / (4.0 * n * n)).sqrt() / scale;
    Some(Share { value, low: (centre - half).max(0.0), high: (centre + half).min(1.0) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_are_wilsons() {
        // Out of Newcombe (1998), table I, method 3.
        let cases = [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ];
        for (part, all, low, high) in cases {
            let share = share(part, all).unwrap();
            let near = |a: f64, b: f64| (a - b).abs() < 0.000_06;
            assert!(near(share.low, low) && near(share.high, high), "{part} of {all}: {share:?}");
        }
    }

    #[test]
    fn figures_of_counts() {
        let counts = Counts { right: 6, wrong: 2, missed: 4 };
        let value = |share: Option<Share>| share.map(|share| share.value);
        assert_eq!((value(counts.precision()), value(counts.recall())), (Some(0.75), Some(0.6)));
        assert_eq!(counts.f1(), Some(12.0 / 18.0));
        assert_eq!((Counts::default().precision(), Counts::default().f1()), (None, None));
        assert_eq!((Counts::MISSED.precision(), value(Counts::MISSED.recall())), (None, Some(0.0)));
    }
}
