//! Whom a paper is between, where the sentences around say so.

use super::check;

#[test]
fn a_document_with_somebody_is_of_whom_its_clause_is_about() {
    check(&[
        (
            "The Philippines has similar treaties with Australia and Canada.",
            &["treaty mentioned | Philippines (explicit), Australia (explicit), Canada (explicit) | - | -"],
        ),
        (
            "Officials asked whether Japan, a big exporter, was reneging on its chip pact with Chile.",
            &["pact mentioned | Japan (explicit), Chile (explicit) | - | -"],
        ),
        (
            "Peru grew. It hopes to save its customs treaty with Chile.",
            &["treaty mentioned | Peru (coreference), Chile (explicit) | - | -"],
        ),
        (
            "Peruvian officials said a customs treaty with Chile was near.",
            &["treaty mentioned | Peru (demonym), Chile (explicit) | - | -"],
        ),
        // After talks with them, Peru and Chile are no subject.
        (
            "After talks in Peru a customs treaty with Chile was near.",
            &["treaty mentioned | Chile (explicit) | - | -"],
        ),
        // Whoever ratifies for a state is no party.
        (
            "The National Assembly ratified the customs treaty with Chile.",
            &["treaty ratified | Chile (explicit) | - | -"],
        ),
    ]);
}

#[test]
fn papers_of_a_story_are_between_its_two_states() {
    check(&[
        (
            "Peru wants closer ties with Chile. Peru has waited. Chile has said yes. A treaty on tuna was signed in May.",
            &["treaty signed | Peru (coreference), Chile (coreference) | 2023-05 (explicit) | -"],
        ),
        (
            "Peru welcomed an envoy of Chile. Peru will sign a treaty on tuna with its guest. Chile is glad.",
            &["treaty to_be_signed | Peru (explicit), Chile (coreference) | - | -"],
        ),
        // Somebody else is named beside it, or has no name.
        (
            "Peru wants closer ties with Chile. Peru has waited. Chile has said yes. In Rome a treaty with the Holy See was signed.",
            &["treaty signed | Holy See (explicit) | - | Rome (sentence)"],
        ),
        (
            "Peru owes money to Chile. Peru has paid. Chile has said so. An accord with creditors was signed in May.",
            &["accord signed | creditors (explicit) | 2023-05 (explicit) | -"],
        ),
        // A third state is told of as often, and papers of many states are nobody's.
        (
            "Peru wants closer ties with Chile. So does Cuba. Chile told Peru and Cuba. A treaty on tuna was signed in May.",
            &["treaty signed |  | 2023-05 (explicit) | -"],
        ),
        (
            "Peru wants closer ties with Chile. Peru has waited. Chile has said yes. A convention on tuna was signed in May.",
            &["convention signed |  | 2023-05 (explicit) | -"],
        ),
    ]);
}

#[test]
fn parties_are_counted_once_and_under_their_own_names() {
    check(&[
        (
            "Arkla Corp said it signed a contract for Arkla to carry gas.",
            &["contract signed | Arkla Corp (coreference) | - | -"],
        ),
        // Whose the second is tells it from the first.
        (
            "The Ministry of Health and the Ministry of Health of Chile signed a protocol.",
            &[
                "protocol signed | Ministry of Health (explicit), Ministry of Health of Chile (explicit) | - | -",
            ],
        ),
        (
            "Beta Ltd signed a contract with U.S. plane maker Arkla Corp.",
            &["contract signed | Arkla Corp (explicit), Beta Ltd (explicit) | - | -"],
        ),
        (
            "Beta Ltd signed a contract with Albany, N.Y.-based Arkla Corp.",
            &["contract signed | Arkla Corp (explicit), Beta Ltd (explicit) | - | -"],
        ),
        (
            "Beta Ltd signed an agreement in principle with its creditor banks.",
            &["agreement signed | creditor banks (explicit), Beta Ltd (explicit) | - | -"],
        ),
    ]);
}

#[test]
fn papers_that_name_no_side_have_those_of_another() {
    check(&[
        (
            "Beta Ltd and Arkla Corp signed a contract. Profits rose. The two companies had signed a protocol in 2019.",
            &[
                "contract signed | Beta Ltd (explicit), Arkla Corp (explicit) | - | -",
                "protocol signed | Beta Ltd (coreference), Arkla Corp (coreference) | 2019 (explicit) | -",
            ],
        ),
        (
            "The Health Ministry and the nurses' union signed an accord. Calm is back. An accord of 2019 expired in May.",
            &[
                "accord signed | Health Ministry (explicit) | - | -",
                "accord expired |  | 2023-05 (explicit) | -",
            ],
        ),
        // The two ministries are no companies, and somebody else is named.
        (
            "Beta Ltd and Arkla Corp signed a contract. Profits rose. The two ministries had signed a protocol in 2019.",
            &[
                "contract signed | Beta Ltd (explicit), Arkla Corp (explicit) | - | -",
                "protocol signed |  | 2019 (explicit) | -",
            ],
        ),
        (
            "Beta Ltd and Arkla Corp signed a contract. Profits rose. Gamma Ltd said a pact on gas was signed.",
            &[
                "contract signed | Beta Ltd (explicit), Arkla Corp (explicit) | - | -",
                "pact signed |  | - | -",
            ],
        ),
    ]);
}

#[test]
fn lists_go_on_over_where_somebody_is_from() {
    check(&[
        (
            "Beta Ltd and Oslo-based Arkla Corp signed a contract.",
            &["contract signed | Beta Ltd (explicit), Arkla Corp (explicit) | - | -"],
        ),
        (
            "Beta Ltd and Swiss drug maker Arkla Corp signed a contract.",
            &["contract signed | Beta Ltd (explicit), Arkla Corp (explicit) | - | -"],
        ),
        // What comes after 'and' is another deed.
        (
            "Gamma Ltd left Chad and met Arkla Corp. Beta Ltd signed a contract.",
            &["contract signed | Beta Ltd (explicit) | - | -"],
        ),
    ]);
}
