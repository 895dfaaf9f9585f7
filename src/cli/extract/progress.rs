//! How far a run is: a bar in a terminal, else a line now and then, and a summary at the end.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use crate::batch::{Outcome, Tally};

/// Tells how far a run is.
pub(super) struct Progress {
    bar: ProgressBar,
    /// What this run has done.
    pub tally: Tally,
    /// What earlier runs did that it goes on with.
    before: Tally,
    /// Bytes of all inputs, where that is known.
    total: Option<u64>,
    began: Instant,
    told: Instant,
    every: Duration,
}

impl Progress {
    /// A line every so often, where there is no terminal.
    pub fn new(every: Duration, total: Option<u64>) -> Self {
        let now = Instant::now();
        let (tally, before) = (Tally::default(), Tally::default());
        Progress { bar: bar(), tally, before, total, began: now, told: now, every }
    }

    /// The same for a run that goes on with another.
    pub fn after(self, before: Tally) -> Self {
        Progress { before, ..self }
    }

    /// Counts a window, and tells of it where it is time.
    pub fn count(&mut self, window: &[Outcome]) {
        self.tally.count(window);
        if !self.bar.is_hidden() {
            self.bar.set_message(self.line());
        } else if self.told.elapsed() >= self.every {
            self.told = Instant::now();
            self.say(&self.line());
        }
    }

    /// Says a line on standard error, above the bar.
    pub fn say(&self, line: &str) {
        self.bar.suspend(|| {
            // Nowhere is left to complain to where standard error is closed.
            let _ = writeln!(io::stderr(), "{line}");
        });
    }

    /// Sums up, where there was time to wait for it.
    pub fn finish(&self) {
        let shown = !self.bar.is_hidden();
        self.bar.finish_and_clear();
        if shown || self.began.elapsed() >= self.every {
            self.say(&self.summary());
        }
    }

    fn seconds(&self) -> f64 {
        self.began.elapsed().as_secs_f64().max(1e-3)
    }

    /// 12345 articles, 20.1 MB, 6.3 MB/s, 54321 facts, 2 failed, about 40 s left
    fn line(&self) -> String {
        let Tally { articles, failed, .. } = self.tally;
        let (megabytes, speed) = (megabytes(self.tally.bytes), megabytes(self.tally.bytes) / self.seconds());
        let facts = self.tally.all_facts();
        let left = self.left().map(|left| format!(", about {left} left")).unwrap_or_default();
        format!(
            "{articles} articles, {megabytes:.1} MB, {speed:.1} MB/s, {facts} facts, {failed} failed{left}"
        )
    }

    /// Time left, reckoned by the size of the inputs; none where they are packed, so that more has come out of them.
    fn left(&self) -> Option<String> {
        let rest = self.total?.checked_sub(self.before.bytes)?.checked_sub(self.tally.bytes)?;
        let seconds = rest as f64 * self.seconds() / self.tally.bytes.max(1) as f64;
        Some(duration(seconds))
    }

    fn summary(&self) -> String {
        let Tally { articles, failed, bytes, facts } = &self.tally;
        let kinds: Vec<String> = facts.0.iter().map(|(kind, number)| format!("{number} {kind}")).collect();
        let found = if kinds.is_empty() { "no facts".to_owned() } else { kinds.join(", ") };
        let before = match self.before.seen() {
            0 => String::new(),
            seen => format!(" (after {seen} of an earlier run)"),
        };
        let (megabytes, seconds) = (megabytes(*bytes), self.seconds());
        let speed = megabytes / seconds;
        format!(
            "{articles} articles{before}, {megabytes:.1} MB, {found}, {failed} failed, in {}: {speed:.1} MB/s",
            duration(seconds)
        )
    }
}

fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

fn duration(seconds: f64) -> String {
    let whole = seconds.round() as u64;
    match (whole / 3600, whole / 60 % 60, whole % 60) {
        (0, 0, _) => format!("{seconds:.1} s"),
        (0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (hours, minutes, _) => format!("{hours} h {minutes} min"),
    }
}

/// A bar in a terminal only, and not where records are printed into the same one.
fn bar() -> ProgressBar {
    if io::stdout().is_terminal() || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{spinner} {msg}, {elapsed}");
    ProgressBar::new_spinner().with_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_for_people() {
        for (seconds, want) in [
            (0.0, "0.0 s"),
            (9.94, "9.9 s"),
            (59.9, "1 min 0 s"),
            (75.2, "1 min 15 s"),
            (7265.0, "2 h 1 min"),
        ] {
            assert_eq!(duration(seconds), want);
        }
    }
}
