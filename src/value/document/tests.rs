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
        ("Trade agreement between Chad and Niger", &["agreement | - | Trade | Chad; Niger"]),
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
        (
            "A protocol on the sale of Omani dried fish was signed.",
            &["protocol | - | the sale of Omani dried fish | -"],
        ),
        ("The treaty on fishing angered trawler owners.", &["treaty | - | fishing | -"]),
        ("They signed an agreement on transit here on Monday.", &["agreement | - | transit | -"]),
    ]);
}

#[test]
fn parties() {
    check(&[
        (
            "A transit agreement among China, Kyrgyzstan and Uzbekistan was signed.",
            &["agreement | - | transit | China; Kyrgyzstan; Uzbekistan"],
        ),
        ("Vietnam signed an agreement with Laos on rail links.", &["agreement | - | rail links | Laos"]),
        ("A Kyrgyz-Uzbek agreement on water was signed.", &["agreement | - | water | Kyrgyz; Uzbek"]),
        ("India's agreement with Oman lapsed.", &["agreement | - | - | India; Oman"]),
        (
            "An MoU between the Ministry of Trade and Industry of Fiji and the Ministry of Economy of Samoa was signed.",
            &[
                "memorandum_of_understanding | - | - | Ministry of Trade and Industry of Fiji; Ministry of Economy of Samoa",
            ],
        ),
        ("A pact between the governments of Chile and Peru was signed.", &["pact | - | - | Chile; Peru"]),
        (
            "An MoU between the two health ministries was signed.",
            &["memorandum_of_understanding | - | - | the two health ministries"],
        ),
        (
            "A protocol amending the convention between Spain and Malta was signed.",
            &["protocol | - | - | Spain; Malta"],
        ),
        ("The Canadian and Israeli pacts set an example.", &["pact | - | - | Canadian; Israeli"]),
    ]);
}

#[test]
fn parties_of_titles() {
    check(&[
        (
            "Agreement between the Government of Chad and the Government of Niger on cooperation in trade and transport",
            &["agreement | - | cooperation in trade and transport | Government of Chad; Government of Niger"],
        ),
        (
            "Exchange of Notes between the Royal Danish Government and the Government of the United States of Brazil",
            &[
                "exchange_of_notes | - | - | Royal Danish Government; Government of the United States of Brazil",
            ],
        ),
        (
            "Convention between His Majesty in respect of the United Kingdom and of India and the King of Norway",
            &["convention | - | - | United Kingdom; India; King of Norway"],
        ),
        (
            "Air Transport Agreement, Schedule and two Exchanges of Notes between Spain and Malta",
            &["agreement | - | Air Transport | Spain; Malta"],
        ),
        (
            "Agreement between Norway, acting on behalf of the Government of Chad, and Fiji concerning fish",
            &["agreement | - | fish | Norway; Fiji"],
        ),
        (
            "Agreement between Norway (on its own behalf and on behalf of Chad) and Fiji concerning fish",
            &["agreement | - | fish | Norway; Fiji"],
        ),
        ("Protocol (between Spain, Malta and Chad)", &["protocol | - | - | Spain; Malta; Chad"]),
        (
            "Minutes on fish between the Ministry of Food in Norway and the Ministry of Food of Fiji",
            &["minutes | - | fish | Ministry of Food in Norway; Ministry of Food of Fiji"],
        ),
        (
            "Supplementary Convention to the Treaty of Commerce between Japan and Oman",
            &["convention | - | - | Japan; Oman"],
        ),
        (
            "Protocol amending the Pact of 3 May and 4 June 1948 between Japan and Oman",
            &["protocol | - | - | Japan; Oman"],
        ),
        (
            "Agreement between Fiji and the World Health Organization for the Supply of Vaccines",
            &["agreement | - | the Supply of Vaccines | Fiji; World Health Organization"],
        ),
        (
            "Treaty of Friendship and Alliance between Japan and Oman",
            &["treaty | - | Friendship and Alliance | Japan; Oman"],
        ),
        (
            "Economic Co-operation Agreement between Chad and Fiji",
            &["agreement | - | Economic Co-operation | Chad; Fiji"],
        ),
        // 'signed between' tells of the signing, and 'on behalf of' after the last party of whom somebody signs for.
        ("The pact signed between Chad and Fiji was kept.", &["pact | - | - | -"]),
        ("She signed a pact with Fiji on behalf of Chad.", &["pact | - | - | Fiji"]),
    ]);
}

#[test]
fn titles() {
    check(&[
        (
            "They signed the Treaty of Friendship, Cooperation and Mutual Assistance.",
            &[
                "treaty | Treaty of Friendship, Cooperation and Mutual Assistance | Friendship, Cooperation and Mutual Assistance | -",
            ],
        ),
        (
            "Egypt signed the \"Agreement on the Full Use of the River\".",
            &["agreement | Agreement on the Full Use of the River | the Full Use of the River | -"],
        ),
        (
            "He signed the memorandum \"On cooperation in education\" with Oman.",
            &["memorandum | On cooperation in education | cooperation in education | Oman"],
        ),
        (
            "They signed the Treaty of Friendship and Alliance.",
            &["treaty | Treaty of Friendship and Alliance | Friendship and Alliance | -"],
        ),
        ("It ratified the Seabed Treaty on Friday.", &["treaty | Seabed Treaty | - | -"]),
        (
            "It acceded to the Ottawa Convention on 21 September 1998.",
            &["convention | Ottawa Convention | - | -"],
        ),
        ("The Protocol on trade was signed.", &["protocol | Protocol on trade | trade | -"]),
        (
            "They signed the Joint Space Agreement (JSA). The JSA runs for a year.",
            &["agreement | Joint Space Agreement | - | -", "agreement | JSA | - | -"],
        ),
        // A capital after a full stop or in an acronym makes no title.
        ("Treaty on the state border was signed.", &["treaty | - | the state border | -"]),
        ("They signed an MoU on health.", &["memorandum_of_understanding | - | health | -"]),
        ("They signed a Memorandum of Cooperation.", &["memorandum_of_cooperation | - | - | -"]),
    ]);
}

#[test]
fn parties_with_what_goes_before_them() {
    check(&[
        ("A deal with South Africa's De Beers lapsed.", &["agreement | - | - | De Beers"]),
        ("A deal with Oslo-based Zuger Motors Ltd lapsed.", &["agreement | - | - | Zuger Motors Ltd"]),
        (
            "A pact with Zuger's Inc and Vientos del Zug Corp lapsed.",
            &["pact | - | - | Zuger's Inc; Vientos del Zug Corp"],
        ),
        ("The national UAW-GM accord held.", &["accord | - | - | UAW; GM"]),
        ("The Zuger accord held.", &["accord | Zuger accord | - | -"]),
        (
            "A deal with Chad's Ministry of Finance lapsed.",
            &["agreement | - | - | Chad's Ministry of Finance"],
        ),
        ("How can Chad live up to a five-year agreement?", &["agreement | - | - | -"]),
    ]);
}

#[test]
fn where_a_purpose_begins() {
    check(&[
        ("They signed a pact on market data to protect investors.", &["pact | - | market data | -"]),
        ("They signed a pact on access to justice.", &["pact | - | access to justice | -"]),
        (
            "They signed a pact on ways for small shops to compete with Chad.",
            &["pact | - | ways for small shops | -"],
        ),
        ("They signed a pact with Chad of 600 pages.", &["pact | - | - | Chad"]),
    ]);
}

#[test]
fn what_lies_between_towns() {
    check(&[
        (
            "A treaty on trains between Osh and Split was signed.",
            &["treaty | - | trains between Osh and Split | -"],
        ),
        ("A pact on cooperation between Osh and Split was signed.", &["pact | - | cooperation | Osh; Split"]),
        ("A twinning pact between Osh and Split was signed.", &["pact | - | twinning | Osh; Split"]),
        ("A pact on trains between Baku and Tbilisi was signed.", &["pact | - | trains | Baku; Tbilisi"]),
        ("A pact on the border between Chad and Niger was signed.", &["pact | - | the border | Chad; Niger"]),
    ]);
}

#[test]
fn where_a_mention_ends() {
    check(&[
        ("They signed a treaty on extradition on Monday.", &["treaty | - | extradition | -"]),
        ("They signed an MoU on the sidelines of the summit.", &["memorandum_of_understanding | - | - | -"]),
        ("They signed a pact on mining in Arica.", &["pact | - | mining | -"]),
        (
            "They signed a pact on cooperation in agriculture in Ankara.",
            &["pact | - | cooperation in agriculture | -"],
        ),
        (
            "They signed agreements on visas, customs and air travel, the ministry said.",
            &["agreement | - | visas, customs and air travel | -"],
        ),
        (
            "They signed a plan of consultations for 2025-2026.",
            &["plan | - | consultations for 2025-2026 | -"],
        ),
    ]);
}

/// What is read of the only mention in a text.
fn of<T>(text: &str, get: impl Fn(&Page, &DocumentMention) -> T) -> T {
    sample::values(text, |page, values| {
        assert_eq!(values.documents.all().len(), 1, "{text}");
        get(page, &values.documents.all()[0])
    })
}

#[test]
fn counts_and_references() {
    let cases = [
        ("Three papers were signed.", Some(3), true, false),
        ("The two sides signed two MOUs.", Some(2), true, false),
        ("Some 300 interstate agreements are in force.", Some(300), true, false),
        ("The following cooperation documents were signed.", None, true, true),
        ("The accord lapsed.", None, false, true),
        ("An accord lapsed.", None, false, false),
        ("The accord with Chad lapsed.", None, false, false),
        ("The text was signed.", None, false, true),
        ("The 90-page text was signed.", None, false, true),
        ("The poultry paper was signed.", None, false, false),
    ];
    for (text, count, plural, definite) in cases {
        let found = of(text, |_, mention| (mention.count, mention.plural, mention.definite));
        assert_eq!(found, (count, plural, definite), "{text}");
    }
}

#[test]
fn everyday_senses_are_weak() {
    let cases = [
        ("The plan was ready.", true),
        ("A new contract awaits the striker.", true),
        ("Its climate law was passed.", true),
        ("The deal with Kenya lapsed.", false),
        ("There is no treaty on debts.", true),
        ("The treaty lapsed.", false),
        ("Seven documents were signed.", false),
    ];
    for (text, weak) in cases {
        assert_eq!(of(text, |_, mention| mention.weak), weak, "{text}");
    }
}

#[test]
fn other_documents() {
    let cases = [
        (
            "They signed a protocol extending the base lease agreement until 2042.",
            "extends base lease agreement",
        ),
        ("A protocol amending the 1996 free trade agreement was signed.", "amends 1996 free trade agreement"),
        ("An annex to the transit agreement was signed.", "annex_to transit agreement"),
        (
            "Action Plan for the implementation of the Agreement on policing was signed.",
            "implements Agreement on policing",
        ),
    ];
    for (text, want) in cases {
        let found = of(text, |page, mention| {
            let (how, tokens) = mention.relations.first()?;
            Some(format!("{} {}", how.as_str(), page.slice(tokens)))
        });
        assert_eq!(found.as_deref(), Some(want), "{text}");
    }
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
        ("Beijing plans to build a port.", &[]),
        ("Five minutes later they left.", &[]),
        ("Bill Clinton spoke to reporters.", &[]),
        ("The deal-making went on.", &[]),
        ("It bought commercial paper.", &[]),
        ("An agreement of sorts, she said.", &[]),
        ("The text of his speech was long.", &[]),
        ("Mr Mou spoke to reporters.", &[]),
    ]);
}
