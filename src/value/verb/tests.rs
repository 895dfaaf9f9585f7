//! Verb groups as a table: the group in brackets, the voice asked for, and what it says.

use super::*;
use crate::lexicon::Lexicon;
use crate::value::sample;

fn lexicon() -> Lexicon {
    let mut lexicon = Lexicon::builtin().unwrap();
    for (entry, verb) in
        ["sign", "ink", "seal", "initial", "ratify", "withdraw", "come into force", "be a member"]
            .iter()
            .enumerate()
    {
        insert(0, entry as u32, verb, &mut lexicon);
    }
    lexicon
}

/// Reads at the opening bracket of each row; the group must end at the closing one and say what stands
/// beside, or there must be none for `-`.
fn check(voice: Voice, rows: &[(&str, &str)]) {
    let lexicon = lexicon();
    let wrong: Vec<String> =
        rows.iter().filter_map(|(marked, want)| wrong(&lexicon, voice, marked, want)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn wrong(lexicon: &Lexicon, voice: Voice, marked: &str, want: &str) -> Option<String> {
    let start = marked.find('[').unwrap() as u32;
    let end = marked.find(']').unwrap() as u32 - 1;
    sample::page_in(lexicon, &marked.replace(['[', ']'], ""), |page| {
        let at = page.tokens.iter().position(|token| token.span.start == start).unwrap() as u32;
        let group = read(page, &Values::default(), 0, voice, at, page.tokens.len() as u32);
        let said = group.as_ref().map_or("-".to_owned(), |group| {
            format!("{} {}", group.polarity.as_str(), group.modality.as_str())
        });
        let read = group.map(|group| page.span(&group.tokens));
        let right = said == want && read.is_none_or(|read| read.end == end);
        (!right).then(|| format!("{voice:?} {marked}: {said} {:?}", read.map(|read| read.of(page.text))))
    })
}

const ASSERTED: &str = "affirmed asserted";
const PLANNED: &str = "affirmed planned";
const POSSIBLE: &str = "affirmed possible";
const NEGATED: &str = "negated asserted";
const NONE: &str = "-";

const ACTIVE: &[(&str, &str)] = &[
    ("Ada [signed] a deal", ASSERTED),
    ("Ada [singed] a deal", ASSERTED),
    ("They [sign] a deal", ASSERTED),
    ("Ada [inks] a deal", ASSERTED),
    ("Ada [has signed] a deal", ASSERTED),
    ("Ada [had already signed] a deal", ASSERTED),
    ("They [have both formally signed] a deal", ASSERTED),
    ("Ada, [having signed] a deal, left", ASSERTED),
    ("Ada left, [signing] a deal", ASSERTED),
    ("Ada [is signing] a deal", ASSERTED),
    ("They [jointly initialled] a deal", ASSERTED),
    ("They [later signed and ratified] a deal", ASSERTED),
    ("The pact [came into force] in May", ASSERTED),
    ("Chad [is a member] of it", ASSERTED),
    ("Ada [did sign] a deal", ASSERTED),
    ("Ada [went on to sign] a deal", ASSERTED),
    ("Ada [managed to sign] a deal", ASSERTED),
    ("Ada [had to sign] a deal", ASSERTED),
    ("Ada [was forced to sign] a deal", ASSERTED),
    ("Ada [withdrew] from a deal", ASSERTED),
    ("Ada [has withdrawn] from a deal", ASSERTED),
    ("with a view to [signing] a deal", ASSERTED),
    ("Ada [will sign] a deal", PLANNED),
    ("Ada [will soon be signing] a deal", PLANNED),
    ("They [are to sign] a deal", PLANNED),
    ("Ada and Bo [to sign] deal", PLANNED),
    ("Ada [is expected to sign] a deal", PLANNED),
    ("Ada [is due to sign] a deal", PLANNED),
    ("Ministers [set to ink] deal", PLANNED),
    ("Ada [plans to sign] a deal", PLANNED),
    ("They [plan to sign] a deal", PLANNED),
    ("Ada [agreed to sign] a deal", PLANNED),
    ("They [have decided to sign] a deal", PLANNED),
    ("Ada [is ready to sign] a deal", PLANNED),
    ("Ada [hopes to sign] a deal", PLANNED),
    ("Ada [will be asked to ratify] a deal", PLANNED),
    ("Ada [has to ratify] a deal", PLANNED),
    ("Ada [had been expected to sign] a deal", PLANNED),
    ("Ada [is looking forward to signing] a deal", PLANNED),
    ("Ada [was to have signed] a deal", PLANNED),
    ("Ada [may sign] a deal", POSSIBLE),
    ("Ada [could soon sign] a deal", POSSIBLE),
    ("They [are considering signing] a deal", POSSIBLE),
    ("Ada [is likely to sign] a deal", POSSIBLE),
    ("Ada [would sign] a deal", "affirmed conditional"),
    ("Ada [would have signed] a deal", "affirmed conditional"),
    ("Ada [reportedly signed] a deal", "affirmed reported"),
    ("Ada [is said to have signed] a deal", "affirmed reported"),
    ("Ada [has reportedly agreed to sign] a deal", PLANNED),
    ("Ada [denied signing] a deal", "affirmed denied"),
    ("Ada [denied having signed] a deal", "affirmed denied"),
    ("Ada [did not sign] a deal", NEGATED),
    ("Ada [didn't sign] a deal", NEGATED),
    ("Ada [didn’t sign] a deal", NEGATED),
    ("Ada [has not yet signed] a deal", NEGATED),
    ("Ada [has yet to sign] a deal", NEGATED),
    ("Ada [is yet to sign] a deal", NEGATED),
    ("Ada [never signed] a deal", NEGATED),
    ("Ada [has never ratified] a deal", NEGATED),
    ("Ada [failed to sign] a deal", NEGATED),
    ("Ada [refused to sign] a deal", NEGATED),
    ("Ada [has refused to sign] a deal", NEGATED),
    ("Ada [declined to ratify] a deal", NEGATED),
    ("Ada left [without signing] a deal", NEGATED),
    ("Ada [stopped short of signing] a deal", NEGATED),
    ("Ada [cannot sign] a deal", NEGATED),
    ("Ada [was unable to sign] a deal", NEGATED),
    ("Ada [will not sign] a deal", "negated planned"),
    ("Ada [won't sign] a deal", "negated planned"),
    ("Ada [may not sign] a deal", "negated possible"),
    ("Ada [would not sign] a deal", "negated conditional"),
    ("Ada [did not refuse to sign] a deal", POSSIBLE),
    ("Ada [has, he said, signed] a deal", ASSERTED),
    // what is no active group, or begins in the middle of one
    ("A deal [was signed] by Ada", NONE),
    ("A deal [has been signed] by Ada", NONE),
    ("A deal [is to be signed] by Ada", NONE),
    ("A deal was [signed] by Ada", NONE),
    ("A deal was formally [signed] by Ada", NONE),
    ("A deal was [formally signed] by Ada", NONE),
    ("Ada has [signed] a deal", NONE),
    ("Ada will [sign] a deal", NONE),
    ("Ada refused [to sign] a deal", NONE),
    ("the [signing] ceremony", NONE),
    ("at the [signing] of a deal", NONE),
    ("with [signing] of a deal", NONE),
    ("a newly [signed] deal", NONE),
    ("It is a [sign] of peace", NONE),
    ("Ada [was] there and signed a deal", NONE),
    ("Ada [has] no deal to sign", NONE),
    ("Ada [expected] Bo to sign", NONE),
];

const PASSIVE: &[(&str, &str)] = &[
    ("A deal [was signed] by Ada", ASSERTED),
    ("Deals [were singed] by Ada", ASSERTED),
    ("A deal [has been signed] by Ada", ASSERTED),
    ("A deal [had already been formally signed] by Ada", ASSERTED),
    ("A deal [is being signed] by Ada", ASSERTED),
    ("A deal [being signed] by Ada", ASSERTED),
    ("A deal, [having been ratified] by Ada, lapsed", ASSERTED),
    ("A deal [signed] in 1990", ASSERTED),
    ("A deal, [initialed] in 1990, lapsed", ASSERTED),
    ("A deal [got signed] in 1990", ASSERTED),
    ("A deal [signed and sealed] in 1990", ASSERTED),
    ("A deal [was signed and ratified] in 1990", ASSERTED),
    ("A deal [will be signed] by Ada", PLANNED),
    ("A deal [to be signed] by Ada", PLANNED),
    ("A deal [is to be signed] by Ada", PLANNED),
    ("A deal [is expected to be signed] by Ada", PLANNED),
    ("A deal [expected to be signed] by Ada", PLANNED),
    ("A deal [is due to be initialled] by Ada", PLANNED),
    ("A deal [was approved for signing] by Ada", PLANNED),
    ("A deal [is ready for signing] by Ada", PLANNED),
    ("A deal [has still to be ratified] by Ada", "negated asserted"),
    ("A deal [may be signed] by Ada", POSSIBLE),
    ("A deal [could have been signed] by Ada", POSSIBLE),
    ("A deal [would be signed] by Ada", "affirmed conditional"),
    ("A deal [was reportedly signed] by Ada", "affirmed reported"),
    ("A deal [is believed to have been signed] by Ada", "affirmed reported"),
    ("A deal [was not signed] by Ada", NEGATED),
    ("A deal [wasn't signed] by Ada", NEGATED),
    ("A deal [has yet to be signed] by Ada", NEGATED),
    ("A deal [has never been ratified] by Ada", NEGATED),
    ("A deal [remains to be signed] by Ada", NEGATED),
    ("A deal [will not be signed] by Ada", "negated planned"),
    ("A deal [was not expected to be signed] by Ada", "negated planned"),
    // what is no passive group
    ("Ada [has signed] a deal", NONE),
    ("Ada [will sign] a deal", NONE),
    ("Ada [is signing] a deal", NONE),
    ("Ada has [signed] a deal", NONE),
    ("A deal that was [signed] by Ada", NONE),
    ("a newly [signed] deal", NONE),
    ("the [signed] deal", NONE),
    ("Ada [signs] a deal", NONE),
    ("A deal [was] good and signed", NONE),
];

#[test]
fn active_groups() {
    check(Voice::Active, ACTIVE);
}

#[test]
fn passive_groups() {
    check(Voice::Passive, PASSIVE);
}

#[test]
fn copulas() {
    let mut lexicon = Lexicon::builtin().unwrap();
    insert(0, 0, "be", &mut lexicon);
    for (marked, want) in [
        ("Chad [is] a member", ASSERTED),
        ("Chad [was also] a member", ASSERTED),
        ("Chad [has been] a member", ASSERTED),
        ("Chad [will be] a member", PLANNED),
        ("Chad [is not] a member", NEGATED),
        ("Chad [is no longer] a member", NEGATED),
        ("Chad [has never been] a member", NEGATED),
        ("Chad has [been] a member", NONE),
    ] {
        assert_eq!(wrong(&lexicon, Voice::Active, marked, want), None);
    }
}

#[test]
fn any_voice() {
    check(
        Voice::Any,
        &[
            ("A deal [was signed]", ASSERTED),
            ("Ada [refused to sign]", NEGATED),
            ("Ada refused [to sign]", NONE),
        ],
    );
}
