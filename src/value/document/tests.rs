//! One table a phenomenon: text, then what is read from it.

use super::DocumentMention;
use crate::value::{Page, sample};

/// `type | title | subject | parties`, with `-` for what is not there.
fn show(page: &Page, mention: &DocumentMention) -> String {
    let text = |tokens: &Option<crate::token::Tokens>| {
        tokens.as_ref().map_or("-", |tokens| page.slice(tokens)).to_owned()
    };
    let parties: Vec<&str> = mention.parties.iter().map(|party| page.slice(party)).collect();
    let parties = if parties.is_empty() { "-".to_owned() } else { parties.join("; ") };
    format!("{} | {} | {} | {parties}", mention.kind.as_str(), text(&mention.title), text(&mention.subject))
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, want) in cases {
        sample::values(text, |page, values| {
            let found: Vec<String> =
                values.documents.all().iter().map(|mention| show(page, mention)).collect();
            assert_eq!(&found, want, "{text}");
        });
    }
}

#[test]
fn subject_before_the_type() {
    check(&[
        ("Japan and Brazil concluded an extradition treaty.", &["treaty | - | extradition | -"]),
        ("They signed a sea-border treaty.", &["treaty | - | sea-border | -"]),
        ("They initialled a draft border agreement.", &["agreement | - | border | -"]),
        ("A new bilateral air services agreement was signed.", &["agreement | - | air services | -"]),
        ("The two signed a trade and investment pact.", &["pact | - | trade and investment | -"]),
    ]);
}

#[test]
fn subject_after_the_type() {
    check(&[
        ("They signed a treaty on mutual legal aid.", &["treaty | - | mutual legal aid | -"]),
        (
            "They signed an agreement in the field of tourism in the presence of both presidents.",
            &["agreement | - | tourism | -"],
        ),
        (
            "A treaty of friendship, cooperation and mutual assistance was signed.",
            &["treaty | - | friendship, cooperation and mutual assistance | -"],
        ),
        (
            "They signed a treaty on extradition and an MoU on sport.",
            &["treaty | - | extradition | -", "memorandum_of_understanding | - | sport | -"],
        ),
        ("The treaty on fishing angered trawler owners.", &["treaty | - | fishing | -"]),
    ]);
}

#[test]
fn no_document() {
    check(&[
        ("The parties reached agreement on prices; ministers were in full agreement.", &[]),
        ("Contract talks went on for five hours.", &[]),
        ("He left of his own accord.", &[]),
        ("It will deal a blow to the firm.", &[]),
        ("The government has to deal with this quickly.", &[]),
        ("The treaty organisation met.", &[]),
    ]);
}
