//! The short names by which the facts of one record refer to each other.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// `d1`: the first date. Good within one record only.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Id {
    /// Which list it is from.
    pub list: List,
    /// Its place there, from 1.
    pub number: usize,
}

/// The lists of a record.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum List {
    /// `d1`
    Dates,
    /// `f1`
    Figures,
    /// `doc1`
    Documents,
    /// `m1`
    Memberships,
    /// `u1`: of each of the user's kinds.
    User,
}

impl List {
    const ALL: [List; 5] = [List::Dates, List::Figures, List::Documents, List::Memberships, List::User];

    /// The id of the fact at an index of this list.
    pub const fn id(self, index: usize) -> Id {
        Id { list: self, number: index + 1 }
    }

    const fn prefix(self) -> &'static str {
        match self {
            List::Dates => "d",
            List::Figures => "f",
            List::Documents => "doc",
            List::Memberships => "m",
            List::User => "u",
        }
    }
}

impl Id {
    /// The index of the fact in its list.
    pub const fn index(self) -> usize {
        self.number - 1
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}{}", self.list.prefix(), self.number)
    }
}

/// Text that is no id.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NoId(String);

impl fmt::Display for NoId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "`{}` is no id of a fact", self.0)
    }
}

impl std::error::Error for NoId {}

impl FromStr for Id {
    type Err = NoId;

    fn from_str(text: &str) -> Result<Id, NoId> {
        let letters = text.trim_end_matches(|c: char| c.is_ascii_digit());
        let list = List::ALL.into_iter().find(|list| list.prefix() == letters);
        let number = text[letters.len()..].parse().ok().filter(|&number| number > 0);
        list.zip(number).map(|(list, number)| Id { list, number }).ok_or_else(|| NoId(text.to_owned()))
    }
}

impl From<Id> for String {
    fn from(id: Id) -> String {
        id.to_string()
    }
}

impl TryFrom<String> for Id {
    type Error = NoId;

    fn try_from(text: String) -> Result<Id, NoId> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_read_back() {
        for list in List::ALL {
            for index in [0, 8, 99] {
                let id = list.id(index);
                assert_eq!(id.to_string().parse(), Ok(id));
                assert_eq!(id.index(), index);
            }
        }
        assert_eq!(List::Documents.id(2).to_string(), "doc3");
    }

    #[test]
    fn no_ids() {
        for text in ["", "d", "3", "d0", "x1", "d1x", "doc-1", "D1"] {
            assert!(text.parse::<Id>().is_err(), "{text}");
        }
    }
}
