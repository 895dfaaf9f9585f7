//! Golden files as they were at a revision of the git repository that they are in.

use std::io::{Seek, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

use super::Golden;

/// The golden files of some articles at a revision, in their order; none where there was no such file.
///
/// # Errors
/// Where the folder is in no repository, the revision is unknown, or a file of then makes no sense.
pub fn at_revision(folder: &Path, revision: &str, ids: &[&str]) -> anyhow::Result<Vec<Option<Golden>>> {
    let commit = format!("{revision}^{{commit}}");
    let known = git(folder, &["rev-parse", "--quiet", "--verify", "--end-of-options", &commit]).output();
    let known = known.context("cannot run git")?;
    if !known.status.success() {
        bail!("`{revision}` is no revision of a repository that holds {}", folder.display());
    }
    let mut wanted = tempfile::tempfile()?;
    for id in ids {
        writeln!(wanted, "{revision}:./{id}.json")?;
    }
    wanted.rewind()?;
    let all = git(folder, &["cat-file", "--batch"]).stdin(Stdio::from(wanted)).output()?;
    let mut rest = all.stdout.as_slice();
    ids.iter().map(|id| object(&mut rest, &format!("{revision}:{id}.json"))).collect()
}

fn git(folder: &Path, arguments: &[&str]) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(folder).args(arguments);
    git
}

/// The next object of what `cat-file` gave: `SHA blob SIZE`, a line end, the content, a line end; or `NAME missing`.
fn object(rest: &mut &[u8], name: &str) -> anyhow::Result<Option<Golden>> {
    let odd = || format!("git said nothing sensible of {name}");
    let end = rest.iter().position(|&byte| byte == b'\n').with_context(odd)?;
    let head = String::from_utf8_lossy(&rest[..end]).into_owned();
    *rest = &rest[end + 1..];
    let Some((_, size)) = head.split_once(" blob ") else { return Ok(None) };
    let size: usize = size.trim().parse().ok().filter(|size| size < &rest.len()).with_context(odd)?;
    let (content, after) = rest.split_at(size);
    *rest = &after[1..];
    Ok(Some(Golden::parse(name, std::str::from_utf8(content).with_context(odd)?)?))
}
