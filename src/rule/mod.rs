//! The cloze language: a rule is a sentence with holes.

pub mod ast;
mod builtin;
mod check;
mod compile;
mod engine;
pub mod error;
mod format;
mod matched;
pub mod print;
mod read;
pub mod schema;
pub mod set;
pub mod trace;

pub use builtin::builtin;
pub use compile::{Rules, compile};
pub use engine::Found;
pub use error::{Errors, Problem};
pub use format::format;
pub use matched::{Capture, ItemMatch, Match, Rank};
pub use read::keywords;
pub use schema::{BuiltinKind, KindRef};
pub use set::{RuleSet, SourceFile};

/// Reads and checks rule files: the program's own, sorted by path, then the user's.
///
/// ```
/// use dateline::rule::{SourceFile, read};
/// let text = "kind visit\n  guest person\n\nrule came gives visit\n  find {gest: person} arrived\n";
/// let file = SourceFile { path: "visits.cloze".into(), text: text.into(), builtin: false };
/// let errors = read(&[file]).unwrap_err();
/// assert_eq!(errors.problems[0].message, "`visit` has no field `gest`");
/// assert_eq!(errors.problems[0].line_and_column(&errors.sources), (5, 9));
/// ```
///
/// # Errors
/// All that is wrong with them, at once. Nothing runs on rules that don't read.
pub fn read(sources: &[SourceFile]) -> Result<RuleSet, Errors> {
    let mut problems = Vec::new();
    let mut items = Vec::new();
    for (number, source) in sources.iter().enumerate() {
        let (read, wrong) = read::parse(number as u32, &source.text);
        items.extend(read);
        problems.extend(wrong);
    }
    let set = check::check(sources, items, &mut problems);
    problems.sort();
    problems.dedup();
    match problems.is_empty() {
        true => Ok(RuleSet { sources: sources.to_vec(), ..set }),
        false => Err(Errors { sources: sources.to_vec(), problems }),
    }
}

/// What is wrong with a file by itself, whatever it names.
pub fn syntax(source: SourceFile) -> Errors {
    let (_, problems) = read::parse(0, &source.text);
    Errors { sources: vec![source], problems }
}
