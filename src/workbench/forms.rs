//! How the spellings of lists stand in a text.

use crate::lexicon::Lexicon;
use crate::rule::set::Target;
use crate::value::verb;

/// A spelling of a word list as it is; of a verb list, all its forms.
pub(super) fn forms(list: Target, spelling: &str, lexicon: &Lexicon) -> Vec<String> {
    match list {
        Target::Verbs(_) => verb::surfaces(spelling, lexicon).map(|(_, form)| form).collect(),
        _ => vec![spelling.to_owned()],
    }
}
