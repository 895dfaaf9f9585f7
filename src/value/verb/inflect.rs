//! The forms of English verbs: what the rules of a verb list put into the lexicon.

use crate::lexicon::{Catalog, Entry, Lexicon, Origin, Table, VerbForm};

const FORMS: [VerbForm; 5] =
    [VerbForm::Base, VerbForm::Third, VerbForm::Past, VerbForm::Participle, VerbForm::Gerund];

/// Adds all forms of a verb of a list, and returns them; of several words, the first is inflected ('come
/// into force').
pub fn insert(list: u16, entry: u32, verb: &str, lexicon: &mut Lexicon) -> Vec<String> {
    let all: Vec<(VerbForm, String)> = surfaces(verb, lexicon).collect();
    for (form, surface) in &all {
        lexicon.insert(surface, Entry { origin: Origin::Verbs(list, *form), row: entry });
    }
    all.into_iter().map(|(_, surface)| surface).collect()
}

/// All forms of a verb, in all spellings.
pub fn surfaces(verb: &str, lexicon: &Lexicon) -> impl Iterator<Item = (VerbForm, String)> {
    let irregular = lexicon.table(Catalog::IrregularVerbs);
    spellings(verb).into_iter().flat_map(move |base| {
        FORMS.into_iter().flat_map(move |form| {
            forms(&base, form, irregular).into_iter().map(move |surface| (form, surface))
        })
    })
}

/// British and American: `initialise`, `initialize`.
fn spellings(verb: &str) -> Vec<String> {
    let (first, rest) = split(verb);
    let other = match (first.strip_suffix("ise"), first.strip_suffix("ize")) {
        (Some(stem), _) if stem.len() > 3 => Some(format!("{stem}ize{rest}")),
        (_, Some(stem)) if stem.len() > 3 => Some(format!("{stem}ise{rest}")),
        _ => None,
    };
    std::iter::once(verb.to_owned()).chain(other).collect()
}

/// The first word, and what follows with its space.
fn split(verb: &str) -> (&str, &str) {
    verb.split_at(verb.find([' ', '-']).unwrap_or(verb.len()))
}

/// The spellings of one form.
fn forms(verb: &str, form: VerbForm, irregular: &Table) -> Vec<String> {
    let (first, rest) = split(verb);
    let column = FORMS.iter().position(|&known| known == form).unwrap_or(0);
    let row = (0..irregular.len()).find(|&row| irregular.cell(row, 0) == first);
    let listed = row.map_or("", |row| irregular.cell(row, column));
    let words =
        if listed.is_empty() { regular(first, form) } else { listed.split('|').map(str::to_owned).collect() };
    words.into_iter().map(|word| word + rest).collect()
}

/// The regular spellings of one form of one word.
fn regular(base: &str, form: VerbForm) -> Vec<String> {
    match form {
        VerbForm::Base => vec![base.to_owned()],
        VerbForm::Third => vec![third(base)],
        VerbForm::Past | VerbForm::Participle => stems(base).into_iter().map(|stem| past(&stem)).collect(),
        VerbForm::Gerund => stems(base).into_iter().map(|stem| gerund(&stem)).collect(),
    }
}

fn third(base: &str) -> String {
    if let Some(stem) = ends_in_y(base) {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| base.ends_with(end));
    format!("{base}{}", if hisses { "es" } else { "s" })
}

fn past(stem: &str) -> String {
    match ends_in_y(stem) {
        Some(stem) => format!("{stem}ied"),
        None if stem.ends_with('e') => format!("{stem}d"),
        None => format!("{stem}ed"),
    }
}

fn gerund(stem: &str) -> String {
    match stem.strip_suffix('e') {
        Some(short) if !short.ends_with(['e', 'o', 'y']) => format!("{short}ing"),
        _ => format!("{stem}ing"),
    }
}

/// What stands before a final `y` that becomes `i`.
fn ends_in_y(base: &str) -> Option<&str> {
    base.strip_suffix('y').filter(|stem| stem.ends_with(|c| !is_vowel(c)))
}

/// To what `-ed` and `-ing` are put: `plan` doubles its last letter, `cancel` may.
fn stems(base: &str) -> Vec<String> {
    let mut last = base.chars().rev();
    let (Some(c), Some(v), before) = (last.next(), last.next(), last.next()) else {
        return vec![base.to_owned()];
    };
    let closed =
        !is_vowel(c) && !matches!(c, 'w' | 'x' | 'y') && is_vowel(v) && !before.is_some_and(is_vowel);
    let doubled = format!("{base}{c}");
    match base.chars().filter(|&c| is_vowel(c)).count() {
        1 if closed => vec![doubled],
        _ if closed && c == 'l' => vec![base.to_owned(), doubled],
        _ => vec![base.to_owned()],
    }
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(base: &str, want: &str) {
        let lexicon = Lexicon::builtin().unwrap();
        let all: Vec<String> = spellings(base)
            .iter()
            .flat_map(|base| FORMS.map(|form| forms(base, form, lexicon.table(Catalog::IrregularVerbs))))
            .flatten()
            .collect();
        let mut seen: Vec<&str> = Vec::new();
        all.iter().for_each(|form| {
            if !seen.contains(&form.as_str()) {
                seen.push(form)
            }
        });
        assert_eq!(seen.join(" "), want, "{base}");
    }

    #[test]
    fn forms_of_verbs() {
        check("ink", "ink inks inked inking");
        check("conclude", "conclude concludes concluded conluded concluding");
        check("plan", "plan plans planned planning");
        check("sign", "sign signs signed singed sigend signd signing siging");
        check("ratify", "ratify ratifies ratified ratifed ratifyed ratifying");
        check("cancel", "cancel cancels canceled cancelled canceling cancelling");
        check("reach", "reach reaches reached reaching");
        check("agree", "agree agrees agreed aggreed agreeing");
        check("seal", "seal seals sealed sealing");
        check("deploy", "deploy deploys deployed deploying");
        check("veto", "veto vetoes vetoed vetoing");
        check("show", "show shows showed shown showing");
        check("commit", "commit commits committed committing");
        check("get", "get gets got gotten getting");
        check("come into force", "come into force comes into force came into force coming into force");
        check("finalise", "finalise finalises finalised finalising finalize finalizes finalized finalizing");
    }
}
