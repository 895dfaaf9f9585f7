//! How input is to be read.

use std::fmt;

use encoding_rs::Encoding;

use super::{Fields, Format};

/// What the user says about the input.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The format of everything, where names and first bytes shall not decide.
    pub format: Option<Format>,
    /// The encoding of every text, where it shall not be told from the text.
    pub encoding: Option<Label>,
    /// The names of the fields of records.
    pub fields: Fields,
    /// What is too large to be read.
    pub limits: Limits,
    /// Whether a page of a crawl that names no day was published on the day it was fetched.
    pub crawl_day: bool,
}

/// The label of an encoding, as web pages declare it: `windows-1251`, `shift_jis`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label(pub(super) &'static Encoding);

impl std::str::FromStr for Label {
    type Err = String;

    fn from_str(label: &str) -> Result<Label, String> {
        let known = Encoding::for_label(label.as_bytes()).map(Label);
        known.ok_or_else(|| {
            format!("no encoding is called `{label}`; utf-8, windows-1252, gb18030 are some that are")
        })
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

/// What is too large to be read. Zero lifts a limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    /// Bytes of one article, with its markup or its other fields.
    pub article: u64,
    /// How many times its own size a file may unpack to.
    pub ratio: u64,
    /// Bytes that a file may unpack to.
    pub unpacked: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { article: 8 << 20, ratio: 250, unpacked: 1 << 40 }
    }
}

impl Limits {
    /// The most bytes that one article may have.
    pub(super) fn most(self) -> u64 {
        // Offsets are 32 bits wide: no more than that can be lifted.
        if self.article == 0 { u64::from(u32::MAX) } else { self.article.min(u64::from(u32::MAX)) }
    }

    /// Why an article is not read that is larger.
    pub(super) fn too_large(self) -> String {
        format!("it is larger than {} bytes, the most that --max-article allows", self.most())
    }
}
