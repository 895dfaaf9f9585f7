//! `dateline rules test --watch`: runs again whenever a rule file is saved.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use crate::cli::options::RuleOptions;

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// What is seen of the rule files: which there are, when each was changed, how long it is.
type Seen = Vec<(PathBuf, Option<SystemTime>, u64)>;

/// Runs something now and after every change of the rule files, until it fails to write.
pub(super) fn watch(
    rules: &RuleOptions,
    mut run: impl FnMut() -> anyhow::Result<()>,
) -> anyhow::Result<std::convert::Infallible> {
    loop {
        let seen = look(rules);
        run()?;
        while look(rules) == seen {
            std::thread::sleep(PAUSE);
        }
    }
}

/// What can't be looked at is not there.
fn look(rules: &RuleOptions) -> Seen {
    let files = rules.files().filter_map(Result::ok).map(|file| file.path);
    let mut seen: Seen = files
        .map(|path| {
            let known = path.metadata().ok();
            let changed = known.as_ref().and_then(|known| known.modified().ok());
            (path, changed, known.map_or(0, |known| known.len()))
        })
        .collect();
    seen.sort();
    seen
}
