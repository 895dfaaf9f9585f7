//! What resolution settles, through the whole pipeline: each text with its documents and memberships, a line each.

mod sides;

use std::sync::OnceLock;

use crate::extract::{Article, Extractor};
use crate::fact::{Document, Facts, Membership, Published, PublishedSource};

fn extractor() -> &'static Extractor {
    static EXTRACTOR: OnceLock<Extractor> = OnceLock::new();
    EXTRACTOR.get_or_init(|| Extractor::new(&[]).unwrap())
}

/// Reads a text as published on Thursday, 14 March 2024.
pub(super) fn read(text: &str) -> Facts {
    let published = Published { value: "2024-03-14".to_owned(), source: PublishedSource::Option };
    extractor().extract(&Article { text: text.to_owned(), published: Some(published), ..Article::default() })
}

fn document(document: &Document) -> String {
    let parties: Vec<String> =
        document.parties.iter().map(|party| format!("{} ({})", party.name, party.source.as_str())).collect();
    let date = document
        .date
        .as_ref()
        .map_or("-".to_owned(), |date| format!("{} ({})", date.value, date.source.as_str()));
    let place = document
        .place
        .as_ref()
        .map_or("-".to_owned(), |place| format!("{} ({})", place.name, place.source.as_str()));
    format!(
        "{} {} | {} | {date} | {place}",
        document.kind.as_str(),
        document.status.as_str(),
        parties.join(", ")
    )
}

fn membership(fact: &Membership) -> String {
    let source = fact.member.source.as_str();
    format!("{} ({source}) {} {}", fact.member.name, fact.status.as_str(), fact.organisation.name)
}

/// Holds what is found against what is wanted.
fn check(cases: &[(&str, &[&str])]) {
    for (text, wanted) in cases {
        let facts = read(text);
        let found: Vec<String> =
            facts.documents.iter().map(document).chain(facts.memberships.iter().map(membership)).collect();
        assert_eq!(&found, wanted, "{text}");
    }
}

#[test]
fn references_stand_for_whom_they_mean() {
    check(&[
        (
            "Iran and Iraq held a joint commission. The two sides signed a protocol on customs.",
            &["protocol signed | Iran (coreference), Iraq (coreference) | - | -"],
        ),
        (
            "Malta has a new envoy. Spain sent one too. Both countries signed a treaty on tuna.",
            &["treaty signed | Malta (coreference), Spain (coreference) | - | -"],
        ),
        // Three are named: who is meant by two can't be told.
        (
            "Peru, Chile and Bolivia held talks. The two countries signed a treaty on tuna.",
            &["treaty signed |  | - | -"],
        ),
        (
            "Russia and Tajikistan are close. Both countries are members of the CIS.",
            &[
                "Russia (coreference) member Commonwealth of Independent States",
                "Tajikistan (coreference) member Commonwealth of Independent States",
            ],
        ),
        (
            "NATO ministers met in Brussels. Finland joined the alliance in April 2023.",
            &["Finland (explicit) member North Atlantic Treaty Organization"],
        ),
    ]);
}

#[test]
fn items_take_over_what_their_head_says() {
    check(&[
        (
            "Three papers were signed in Minsk on Tuesday:\n- Treaty on aid between Peru and Chile;\n- MoU on seeds;\n- On the work of a school in Osh.",
            &[
                "document signed |  | 2024-03-12 (explicit) | Minsk (explicit)",
                "treaty signed | Peru (explicit), Chile (explicit) | 2024-03-12 (list_head) | Minsk (list_head)",
                "memorandum_of_understanding signed |  | 2024-03-12 (list_head) | Minsk (list_head)",
                "document signed |  | 2024-03-12 (list_head) | Minsk (list_head)",
            ],
        ),
        (
            "Peru and Chile signed two papers on Monday. These are:\n• a treaty on aid;\n• a protocol on pensions.",
            &[
                "document signed | Peru (explicit), Chile (explicit) | 2024-03-11 (explicit) | -",
                "treaty signed | Peru (list_head), Chile (list_head) | 2024-03-11 (list_head) | -",
                "protocol signed | Peru (list_head), Chile (list_head) | 2024-03-11 (list_head) | -",
            ],
        ),
        // Roads under a story of signing are no documents.
        (
            "Peru and Chile signed a loan agreement. The money goes to these roads:\n- Lima to Cusco;\n- Arica to Tacna.",
            &["loan_agreement signed | Peru (explicit), Chile (explicit) | - | -"],
        ),
    ]);
}

#[test]
fn counts_that_differ_from_the_list_are_a_warning() {
    let warnings = |text| read(text).warnings.iter().map(|warning| warning.code).collect::<Vec<_>>();
    assert_eq!(warnings("Five agreements were signed: on coal, on steel and on wine."), ["count_mismatch"]);
    assert_eq!(warnings("Three agreements were signed: on coal, on steel and on wine."), [""; 0]);
}

#[test]
fn days_and_places_are_attached_with_their_source() {
    check(&[
        (
            "In Minsk on Tuesday, Peru and Chile signed a treaty on aid.",
            &["treaty signed | Peru (explicit), Chile (explicit) | 2024-03-12 (sentence) | Minsk (sentence)"],
        ),
        (
            "TASHKENT, March 14 - Uzbekistan and Korea on Thursday signed a pact on labour.",
            &[
                "pact signed | Uzbekistan (explicit), South Korea (explicit) | 2024-03-14 (explicit) | Tashkent (dateline)",
            ],
        ),
        (
            "TASHKENT, March 14 - Uzbekistan and Korea signed a pact here on Monday.",
            &[
                "pact signed | Uzbekistan (explicit), South Korea (explicit) | 2024-03-11 (explicit) | Tashkent (dateline)",
            ],
        ),
        // The dateline's place is not that of what was signed on another day, nor of what will be here.
        (
            "TASHKENT, March 14 - Uzbekistan and Korea on Monday signed a pact that will bring jobs here.",
            &["pact signed | Uzbekistan (explicit), South Korea (explicit) | 2024-03-11 (explicit) | -"],
        ),
        (
            "TASHKENT, March 14 - Uzbekistan and Korea on Monday signed a pact on labour.",
            &["pact signed | Uzbekistan (explicit), South Korea (explicit) | 2024-03-11 (explicit) | -"],
        ),
        // The present tells of what is to come, where the day is.
        (
            "The treaty, signed in 2020, comes into force on 1 April.",
            &["treaty signed |  | 2020 (explicit) | -"],
        ),
        // A length of time is no day.
        ("The treaty enters into force thirty days after the vote.", &["treaty in_force |  | - | -"]),
    ]);
}

#[test]
fn what_is_said_is_not_simply_so() {
    check(&[
        ("Serbia refused to sign the declaration.", &["declaration not_signed | Serbia (explicit) | - | -"]),
        ("Officials denied that any agreement had been signed.", &["agreement signed |  | - | -"]),
        ("No agreement was signed in Baku.", &["agreement not_signed |  | - | Baku (explicit)"]),
        ("If Chad signs the accord, tolls will fall.", &["accord proposed | Chad (explicit) | - | -"]),
        ("The envoy urged Chad to sign the accord.", &["accord proposed | Chad (explicit) | - | -"]),
        ("The president signed a decree on pensions.", &[]),
    ]);
    let denied = read("Officials denied that any agreement had been signed.");
    assert_eq!(denied.documents[0].modality, crate::fact::Modality::Denied);
}

#[test]
fn mentions_of_one_document_are_one() {
    check(&[
        (
            "Chile, Peru sign mining pact\n\nChile and Peru on Tuesday signed a pact on mining in Arica.",
            &["pact signed | Chile (explicit), Peru (explicit) | 2024-03-12 (explicit) | Arica (explicit)"],
        ),
        (
            "Latvia and Estonia signed a sea-border treaty. The document was initialled in May 2023.",
            &["treaty signed | Latvia (explicit), Estonia (explicit) | - | -"],
        ),
        // What the headline calls a deal is a protocol; 'the agreement' is the one that was told of.
        (
            "Egypt, Malta seal trade deal\n\nEgypt and Malta signed a trade protocol on Monday. Prices rose. The agreement was signed in Cairo.",
            &[
                "protocol signed | Egypt (explicit), Malta (explicit) | 2024-03-11 (explicit) | Cairo (explicit)",
            ],
        ),
        // Whoever is said to have signed it does not make it another one.
        (
            "Latvia and Estonia signed an MoU on ferries. The memorandum was signed by Latvia.",
            &["memorandum_of_understanding signed | Latvia (explicit), Estonia (explicit) | - | -"],
        ),
        (
            "The Peru-Chile pact, signed by the two sides in May 2020, lapsed.",
            &["pact expired | Peru (explicit), Chile (explicit) | - | -"],
        ),
        // Another one is not the same.
        (
            "Peru and Chile signed a treaty on mining. Peru also signed another treaty.",
            &[
                "treaty signed | Peru (explicit), Chile (explicit) | - | -",
                "treaty signed | Peru (explicit) | - | -",
            ],
        ),
        // Another subject, another document.
        (
            "Peru and Chile signed a treaty on mining. Peru and Chile signed a treaty on pensions.",
            &[
                "treaty signed | Peru (explicit), Chile (explicit) | - | -",
                "treaty signed | Peru (explicit), Chile (explicit) | - | -",
            ],
        ),
    ]);
}

#[test]
fn whoever_signs_far_from_the_verb_is_a_party() {
    check(&[
        (
            "Acme Corp moved into leasing on Friday, signing a pact with Oman.",
            &["pact signed | Oman (explicit), Acme Corp (explicit) | - | -"],
        ),
        (
            "Bolt Inc and Acme Corp said they signed a licence agreement.",
            &["agreement signed | Bolt Inc (coreference), Acme Corp (coreference) | - | -"],
        ),
        (
            "Norway's Acme Corp said it signed an agreement to buy jets from Boeing.",
            &["agreement signed | Acme Corp (coreference), Boeing (explicit) | - | -"],
        ),
        (
            "Bolt Inc. signed a long-term agreement Tuesday with <Acme Corp>.",
            &["agreement signed | Bolt Inc (explicit), Acme Corp (explicit) | 2024-03-12 (explicit) | -"],
        ),
        (
            "Bolt Inc <BT.O>, Acme Corp <AC> and Cog Ltd signed an accord.",
            &["accord signed | Bolt Inc (explicit), Acme Corp (explicit), Cog Ltd (explicit) | - | -"],
        ),
        // In a phrase of where or when nobody signs.
        ("After talks with Chad officials left, signing a pact.", &["pact signed |  | - | -"]),
    ]);
}

#[test]
fn what_is_awaited_has_not_happened() {
    check(&[
        ("Work starts once the contract is signed.", &["contract to_be_signed |  | - | -"]),
        (
            "He said that an MoU with Oman would be signed.",
            &["memorandum_of_understanding to_be_signed | Oman (explicit) | - | -"],
        ),
        (
            "Peru said it would sign the treaty if Chile left.",
            &["treaty proposed | Peru (coreference) | - | -"],
        ),
        ("After the contract was signed, work began.", &["contract signed |  | - | -"]),
    ]);
}

#[test]
fn documents_that_nothing_tells_from_others_are_none() {
    check(&[
        ("They want an agreement. Trade deals take years.", &[]),
        ("Under a deal, prices fall.", &[]),
        ("Trade deals with Asia take years.", &[]),
        ("The court read 20 documents.", &[]),
        ("No deals have been signed.", &[]),
        ("Sales rose under the accord.", &["accord mentioned |  | - | -"]),
        ("Oman hailed a deal with Kenya.", &["agreement mentioned | Kenya (explicit) | - | -"]),
        ("They read a treaty on tuna.", &["treaty mentioned |  | - | -"]),
    ]);
}

#[test]
fn persons_sign_for_somebody() {
    check(&[
        (
            "Presidents Rumen Petrov of Bulgaria and Jan Novak of Czechia signed a declaration on energy.",
            &["declaration signed | Bulgaria (signatory), Czechia (signatory) | - | -"],
        ),
        (
            "The protocol was signed by Anna Berg and Ivo Horvat on behalf of Norway and Croatia.",
            &["protocol signed | Norway (explicit), Croatia (explicit) | - | -"],
        ),
    ]);
}

#[test]
fn respectively_pairs() {
    check(&[(
        "Oman signed defence pacts with Kenya and Uganda in 2018 and 2020, respectively.",
        &[
            "pact signed | Oman (explicit), Kenya (explicit) | 2018 (explicit) | -",
            "pact signed | Oman (explicit), Uganda (explicit) | 2020 (explicit) | -",
        ],
    )]);
    let unequal =
        read("Oman signed defence pacts with Kenya and Uganda in 2018, 2019 and 2020, respectively.");
    assert!(unequal.warnings.iter().any(|warning| warning.code == "respectively_mismatch"));
}
