//! Texts, and the names that they hold: each as `rule: words`, in order.

use super::*;
use crate::lexicon::Lexicon;
use crate::token::{block, lex, sentence};
use crate::value::Values;

/// Reads a text and shows what a test wants to see of it.
fn with_page<T>(text: &str, show: impl FnOnce(&Page, Values) -> T) -> T {
    thread_local! { static LEXICON: Lexicon = Lexicon::builtin().unwrap(); }
    LEXICON.with(|lexicon| {
        let tokens = lex(text, 0, &lexicon.vocabulary);
        let mut blocks = block::cut(text, &tokens, lexicon.cues());
        let sentences = sentence::cut(text, &tokens, lexicon.cues(), &mut blocks);
        let hits = lexicon.look_up(&tokens);
        let page =
            Page { text, tokens: &tokens, blocks: &blocks, sentences: &sentences, lexicon, hits: &hits };
        let mut values = Values { names: read(&page), ..Values::default() };
        values.references = read_references(&page, &values);
        show(&page, values)
    })
}

fn kind(name: &Name) -> &'static str {
    match name.kind {
        NameKind::Party(kind) => kind.as_str(),
        NameKind::Demonym => "demonym",
        NameKind::Place => "place",
        NameKind::Venue => "venue",
    }
}

/// Each case is a text and its names as `kind words`, with ` @CODE` where a country is known.
fn check(cases: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, want) in cases {
        let found = with_page(text, |page, values| {
            let show = |name: &Name| {
                let country = name.country.map(|row| format!(" @{}", country_code(page.lexicon, row)));
                format!("{} {}{}", kind(name), page.slice(&name.tokens), country.unwrap_or_default())
            };
            values.names.all().iter().map(show).collect::<Vec<_>>()
        });
        if found != *want {
            wrong.push(format!("{text}\n  want {want:?}\n   got {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn states_and_places() {
    check(&[
        ("Kazakhstan and Mongolia signed a treaty.", &["state Kazakhstan @KAZ", "state Mongolia @MNG"]),
        (
            "the Republic of Tajikistan, the Netherlands",
            &["state Republic of Tajikistan @TJK", "state Netherlands @NLD"],
        ),
        ("A Kyrgyz-Uzbek agreement", &["demonym Kyrgyz @KGZ", "demonym Uzbek @UZB"]),
        ("Uzbekistan and Korea on Thursday", &["state Uzbekistan @UZB", "state Korea @KOR"]),
        ("signed in Osh by Bosnia", &["place Osh @KGZ", "state Bosnia @BIH"]),
        (
            "between the Government of the Republic of Chad and Fiji",
            &["government Government of the Republic of Chad @TCD", "state Fiji @FJI"],
        ),
        (
            "the Tajik government and the Chilean Government",
            &["government Tajik government @TJK", "government Chilean Government @CHL"],
        ),
        ("in Mexico City and Split", &["place Mexico City @MEX", "place Split @HRV"]),
        ("in the city of Kulob", &["place Kulob @TJK"]),
        ("roast turkey and china plates on a may day in march", &[]),
        ("TASHKENT, March 14", &["place TASHKENT @UZB"]),
        (
            "Georgia Meloni and Michael Jordan met Chad Smith",
            &["person Georgia Meloni", "person Michael Jordan", "person Chad Smith"],
        ),
    ]);
}

#[test]
fn bodies() {
    check(&[
        (
            "between the Ministry of Trade and Industry of Fiji and the Ministry of Economy of Samoa was signed",
            &[
                "agency Ministry of Trade and Industry of Fiji @FJI",
                "agency Ministry of Economy of Samoa @WSM",
            ],
        ),
        (
            "between the Agency for Statistics under the President of Tajikistan and the National Statistics Committee of Belarus",
            &[
                "agency Agency for Statistics under the President of Tajikistan @TJK",
                "agency National Statistics Committee of Belarus @BLR",
            ],
        ),
        (
            "Memorandum (MoU) on Cooperation between the National Agency for Weather of Fiji and the Federal Supervisory \
             Service for Weather, Ecology and Mining of the Russian Federation",
            &[
                "agency National Agency for Weather of Fiji @FJI",
                "agency Federal Supervisory Service for Weather, Ecology and Mining of the Russian Federation @RUS",
            ],
        ),
        (
            "the Customs Service of Tajikistan and the Revenue Service of Georgia;",
            &["agency Customs Service of Tajikistan @TJK", "agency Revenue Service of Georgia @GEO"],
        ),
        (
            "between the State Committee on Wtaer Management and Irrigation of Tajikistan and the Federal Service for Mine \
             Safety, Drilling and Surveys of the Russian Federation;",
            &[
                "agency State Committee on Wtaer Management and Irrigation of Tajikistan @TJK",
                "agency Federal Service for Mine Safety, Drilling and Surveys of the Russian Federation @RUS",
            ],
        ),
        (
            "between the Veterinary Service unde the Government of Tajikistan and the Federal Veterinary Service of Russia.",
            &[
                "agency Veterinary Service unde the Government of Tajikistan @TJK",
                "agency Federal Veterinary Service of Russia @RUS",
            ],
        ),
        (
            "The Port of Split and Sweden's Nordhav Shipping AB met the Kenyan lender Tsavo Bank and Moldovan utility Codru-Gaz",
            &[
                "subnational Port of Split @HRV",
                "company Sweden's Nordhav Shipping AB @SWE",
                "bank Kenyan lender Tsavo Bank @KEN",
                "unknown Moldovan utility Codru-Gaz @MDA",
            ],
        ),
        ("The shares of <Acme Motors Ltd> and <GM> fell", &["company Acme Motors Ltd"]),
        (
            "Serbia's EU bid and the Kenyan bank",
            &["state Serbia @SRB", "organisation EU", "demonym Kenyan @KEN"],
        ),
        (
            "Tajikistan's Ministry of Economy met Acme Corp",
            &["agency Tajikistan's Ministry of Economy @TJK", "company Acme Corp"],
        ),
        (
            "the Tajik finance ministry and the Russian central bank",
            &["agency Tajik finance ministry @TJK", "bank Russian central bank @RUS"],
        ),
        (
            "Siemens met the Ministry of Electricity of Iraq",
            &["company Siemens @DEU", "agency Ministry of Electricity of Iraq @IRQ"],
        ),
        (
            "the Ministry of foreign affairs of Tajikistan said",
            &["agency Ministry of foreign affairs of Tajikistan @TJK"],
        ),
        (
            "Tartu University and Makerere University signed",
            &["university Tartu University", "university Makerere University"],
        ),
        ("the Trade and Industry Ministry", &["agency Trade and Industry Ministry"]),
        ("a member of the Green Party quit the Unity Party", &["party Green Party", "party Unity Party"]),
        ("the Securities and Exchange Commission", &["agency Securities and Exchange Commission"]),
        (
            "Her Majesty's Government in the United Kingdom",
            &["government Majesty's Government in the United Kingdom @GBR"],
        ),
        (
            "the Japan Chamber of Commerce and Industry (JCCI)",
            &["organisation Japan Chamber of Commerce and Industry (JCCI) @JPN"],
        ),
        ("the River Jamuna and Lake Zug", &["place River Jamuna", "place Lake Zug"]),
        ("the Bank of Georgia", &["bank Bank of Georgia @GEO"]),
        ("the ministry and the Ministry said the bank was closed", &[]),
        (
            "the Ministry of Health, Education and Sport and the City of Riga",
            &["agency Ministry of Health, Education and Sport", "subnational City of Riga @LVA"],
        ),
        (
            "the Ministry of Health, Siemens and Renault",
            &["agency Ministry of Health", "company Siemens @DEU", "company Renault @FRA"],
        ),
    ]);
}

#[test]
fn persons() {
    check(&[
        (
            "visit of Russian Prime Minister Gleb Astakhov to Tajikistan",
            &["person Russian Prime Minister Gleb Astakhov @RUS", "state Tajikistan @TJK"],
        ),
        ("and his Tajik counterpart Nurlan Saadanov:", &["person Tajik counterpart Nurlan Saadanov @TJK"]),
        (
            "Presidents Rumen Petrov of Bulgaria and Jan Novak of Czechia signed",
            &["person Presidents Rumen Petrov of Bulgaria @BGR", "person Jan Novak of Czechia @CZE"],
        ),
        (
            "Finance Minister Ada Obi and ADB Country Director Lee Park.",
            &["person Finance Minister Ada Obi", "person ADB Country Director Lee Park"],
        ),
        ("Prime ministers Li and Chinh witnessed", &["person Prime ministers Li", "person Chinh"]),
        (
            "Vinay Rao, Chairman, Railway Board | Imran Ali, High Commissioner",
            &["person Vinay Rao, Chairman, Railway Board", "person Imran Ali, High Commissioner"],
        ),
        (
            "signed by Anna Berg and Ivo Horvat on behalf of Norway",
            &["person Anna Berg", "person Ivo Horvat", "state Norway @NOR"],
        ),
        ("The club signed striker Leo Alba on", &["person striker Leo Alba"]),
        ("Mr. Zzyx spoke to Dr Abcde al-Fghij.", &["person Mr. Zzyx", "person Dr Abcde al-Fghij"]),
        (
            "the head of the State Customs Service Anvar Karimov",
            &["person head of the State Customs Service Anvar Karimov"],
        ),
        (
            "President of Tajikistan Emomali Rahmon met",
            &["person President of Tajikistan Emomali Rahmon @TJK"],
        ),
        ("the president of Tajikistan", &["state Tajikistan @TJK"]),
        ("Like Britain's Queen Anne, she", &["person Britain's Queen Anne @GBR"]),
        (
            "EMI Music and the head of Hong Kong Human Rights Monitor",
            &["unknown EMI Music", "state Hong Kong @HKG"],
        ),
        ("tipped Prince al-Waleed bin Talal for", &["person Prince al-Waleed bin Talal"]),
        ("Family members met; the general manager left", &[]),
        ("Tajik president, Emomali Rahmon, said", &["person Tajik president, Emomali Rahmon @TJK"]),
    ]);
}

#[test]
fn organisations_and_learnt_names() {
    check(&[
        (
            "the Shanghai Cooperation Organization (SCO), the CSTO and the CIS.",
            &[
                "organisation Shanghai Cooperation Organization (SCO)",
                "organisation CSTO",
                "organisation CIS",
            ],
        ),
        ("NATO member Turkey objected", &["organisation NATO", "state Turkey @TUR"]),
        ("All EU members", &["organisation EU"]),
        (
            "The Zug Water Agency (ZWA) spoke. Then ZWA left.",
            &["agency Zug Water Agency (ZWA)", "agency ZWA"],
        ),
        (
            "Grease Monkey Holding Corp rose. Then Grease Monkey and U.N. aides fell.",
            &["company Grease Monkey Holding Corp", "company Grease Monkey", "organisation U.N."],
        ),
        (
            "the Sydney Futures Exchange (SFE) and SFE traders",
            &["company Sydney Futures Exchange (SFE)", "company SFE"],
        ),
        (
            "the Revolutionary Armed Forces of Qwert (FARQ) again attacked soldiers near the river",
            &["agency Revolutionary Armed Forces of Qwert (FARQ)"],
        ),
        ("Zuger Motors said. Zuger then left.", &["company Zuger Motors", "company Zuger"]),
    ]);
}

#[test]
fn what_is_no_name() {
    check(&[
        ("Talks ended. Both left. Some stayed on Monday in May.", &[]),
        ("The Treaty of Friendship was signed; the Protocol too.", &[]),
        ("Five agreements were signed: on coal, on steel.", &[]),
        ("Leaders adopted a joint statement on climate.", &[]),
        ("Parliament on 4 May ratified it.", &[]),
        ("Will Chad sign the pact?", &["state Chad @TCD"]),
        ("Reuters reported it on Friday", &[]),
        ("STOCK SPLIT SETS UP BUY FOR COMPANY", &[]),
        ("for US$40 in the 1ST <GM>", &[]),
        ("Split was slow. International prices rose.", &[]),
        ("I've heard that We'll go. Don't.", &[]),
        ("the official BSS agency", &["unknown BSS"]),
        ("Officials and Firms in U.S. Courts", &["state U.S. @USA"]),
    ]);
}

#[test]
fn references() {
    let cases: &[(&str, &[&str])] = &[
        ("Both countries are close allies.", &["States 2 Both countries"]),
        ("between two states, signed", &["States 2 two states"]),
        ("The two sides signed it.", &["Sides 2 The two sides", "Thing 1 it"]),
        ("the sides; the parties; they", &["Sides - the sides", "Sides - the parties", "Sides - they"]),
        ("between the two health ministries", &["Bodies 2 the two health ministries"]),
        ("In October the island became a member", &["States 1 the island"]),
        ("The bloc met; the council expelled", &["Organisation 1 The bloc", "Organisation 1 the council"]),
        ("he met his Tajik counterpart", &["Person 1 he", "Counterpart - his Tajik counterpart"]),
        ("the council of elders, two goals, a party", &[]),
        ("the President of Chad spoke", &[]),
    ];
    for (text, want) in cases {
        let found = with_page(text, |page, values| {
            let count = |count: Option<u32>| count.map_or("-".to_owned(), |count| count.to_string());
            let show = |r: &Reference| format!("{:?} {} {}", r.to, count(r.count), page.slice(&r.tokens));
            values.references.all().iter().map(show).collect::<Vec<_>>()
        });
        assert_eq!(&found, want, "{text}");
    }
}
