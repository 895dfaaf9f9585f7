//! Figures, a group of spellings a test.

use super::check;

#[test]
fn money() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "Some 230 million U.S. dollars were invested in the zone.",
            &[("~230000000 currency:USD", "Some 230 million U.S. dollars")],
        ),
        (
            "Two-way trade exceeded 1.5 billion dollars in 1998.",
            &[(">1500000000 currency:USD", "1.5 billion dollars")],
        ),
        (
            "Revenue rose to $7.36 billion from $6.78 billion a year earlier.",
            &[("7360000000 currency:USD", "$7.36 billion"), ("6780000000 currency:USD", "$6.78 billion")],
        ),
        ("Imports tripled to $6 billion.", &[("6000000000 currency:USD", "$6 billion")]),
        ("The loan is worth US$1.2bn.", &[("1200000000 currency:USD", "US$1.2bn")]),
        (
            "It paid HK$3.7 billion (US$473 million).",
            &[("3700000000 currency:HKD", "HK$3.7 billion"), ("473000000 currency:USD", "US$473 million")],
        ),
        ("The island cost $A33,232,682.", &[("33232682 currency:AUD", "$A33,232,682")]),
        (
            "Profit reached EUR50m and sales USD1.7 billion.",
            &[("50000000 currency:EUR", "EUR50m"), ("1700000000 currency:USD", "USD1.7 billion")],
        ),
        ("Arnold paid 1,200€ for it.", &[("1200 currency:EUR", "1,200€")]),
        ("The bank lent 191 billion dong.", &[("191000000000 currency:VND", "191 billion dong")]),
        ("The budget is TJS 150 million.", &[("150000000 currency:TJS", "TJS 150 million")]),
        ("The plan costs Rs 5 lakh crore.", &[("5000000000000 currency", "Rs 5 lakh crore")]),
        ("The state spent Rs 3.5 crore.", &[("35000000 currency", "Rs 3.5 crore")]),
        ("Shares closed up 19 cents at 164p.", &[("19 currency", "19 cents"), ("164 currency", "164p")]),
        ("It cost 13 dollars and 45 cents.", &[("13.45 currency:USD", "13 dollars and 45 cents")]),
        ("Parliament approved a $500-million loan.", &[("500000000 currency:USD", "$500-million")]),
        ("Crude fell below $40 a barrel.", &[("<40 currency:USD/barrel", "below $40 a barrel")]),
        ("It posted a loss of 63 cents per share.", &[("63 currency/share", "63 cents per share")]),
        ("Debt reached 113 trillion dollars.", &[("113000000000000 currency:USD", "113 trillion dollars")]),
        (
            "The peso closed at 45.30 pesos to one dollar.",
            &[("45.3 currency", "45.30 pesos"), ("1 currency:USD", "one dollar")],
        ),
        (
            "Foreign exchange reserves rose to 43.9 billion dirhams.",
            &[("43900000000 currency", "43.9 billion dirhams")],
        ),
        (
            "Guests paid 12 pounds sterling and 40 pounds of flour.",
            &[("12 currency:GBP", "12 pounds sterling"), ("40 mass:[lb_av]", "40 pounds")],
        ),
        ("The fund lent 3 million pounds.", &[("3000000 currency:GBP", "3 million pounds")]),
        (
            "The levy is Tk 500 crore, or KZT 2.5 billion.",
            &[("5000000000 currency:BDT", "Tk 500 crore"), ("2500000000 currency:KZT", "KZT 2.5 billion")],
        ),
        (
            "Revenue was 30 MUSD, or MEUR 25.5; costs were SEKm 45 and TEUR 300.",
            &[
                ("30000000 currency:USD", "30 MUSD"),
                ("25500000 currency:EUR", "MEUR 25.5"),
                ("45000000 currency:SEK", "SEKm 45"),
                ("300000 currency:EUR", "TEUR 300"),
            ],
        ),
        ("It traded EUR 10 USD 12.", &[("10 currency:EUR", "EUR 10"), ("12 currency:USD", "USD 12")]),
        ("The state spent Rs. 300 crore.", &[("3000000000 currency", "Rs. 300 crore")]),
        ("The fare is 100元.", &[("100 currency:CNY", "100元")]),
        (
            "They paid ten dollars fifty for it and 15 dollars 50.",
            &[("10.5 currency:USD", "ten dollars fifty"), ("15.5 currency:USD", "15 dollars 50")],
        ),
        ("It sold for 15 dollars 50 years ago.", &[("15 currency:USD", "15 dollars")]),
        ("It paid 75 USD million.", &[("75000000 currency:USD", "75 USD million")]),
        (
            "He owes a quarter of a million dollars.",
            &[("250000 currency:USD", "a quarter of a million dollars")],
        ),
        ("The tariff is 12 cents per kWh.", &[("12 currency/kWh", "12 cents per kWh")]),
        ("Income per head was $900 per capita.", &[("900 currency:USD/capita", "$900 per capita")]),
        ("GDP was 2,000 manat a month.", &[("2000 currency/month", "2,000 manat a month")]),
        ("The toll is $40m.", &[("40000000 currency:USD", "$40m")]),
        ("Shares rose 3p.", &[("3 currency", "3p")]),
        ("It sold 5m euros of bonds.", &[("5000000 currency:EUR", "5m euros")]),
        ("He gave $1,000-per-person dinners.", &[("1000 currency:USD/person", "$1,000-per-person")]),
        (
            "Turnover was 948.73 million US dollars (768.08 million euros).",
            &[
                ("948730000 currency:USD", "948.73 million US dollars"),
                ("768080000 currency:EUR", "768.08 million euros"),
            ],
        ),
        ("Loss of ৳20 lakh.", &[("2000000 currency:BDT", "৳20 lakh")]),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn counts() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "About 200 international conventions apply to Macao.",
            &[("~200 count [international conventions]", "About 200 international conventions")],
        ),
        ("Nearly 40 miners were trapped underground.", &[("~40 count [miners]", "Nearly 40 miners")]),
        (
            "An estimated 5 million children need food aid.",
            &[("~5000000 count [children]", "An estimated 5 million children")],
        ),
        ("The plant employs 600 or so workers.", &[("~600 count [workers]", "600 or so workers")]),
        (
            "China has set up more than 300 joint ventures with Japan.",
            &[(">300 count [joint ventures]", "more than 300 joint ventures")],
        ),
        ("At least 12 people were killed in the blast.", &[(">=12 count [people]", "At least 12 people")]),
        ("The factory will create up to 400 jobs.", &[("<=400 count [jobs]", "up to 400 jobs")]),
        ("As many as 60 passengers are missing.", &[("<=60 count [passengers]", "As many as 60 passengers")]),
        ("Fewer than 20 ships left the port.", &[("<20 count [ships]", "Fewer than 20 ships")]),
        (
            "Firms with 50 employees or more must register.",
            &[(">=50 count [employees]", "50 employees or more")],
        ),
        (
            "The accord was signed by 21 European countries.",
            &[("21 count [European countries]", "21 European countries")],
        ),
        (
            "Two of the four suspects were freed.",
            &[("2 count [suspects]", "Two"), ("4 count [suspects]", "four suspects")],
        ),
        ("Two dozen lawmakers walked out.", &[("24 count [lawmakers]", "Two dozen lawmakers")]),
        ("Police arrested half a dozen men.", &[("6 count [men]", "half a dozen men")]),
        (
            "One and a half million people fled.",
            &[("1500000 count [people]", "One and a half million people")],
        ),
        (
            "Twenty-eight thousand six hundred forty-two students enrolled.",
            &[("28642 count [students]", "Twenty-eight thousand six hundred forty-two students")],
        ),
        (
            "About 35m of its devices are in use.",
            &[("~35000000 count [devices]", "About 35m of its devices")],
        ),
        ("The town has 25k residents.", &[("25000 count [residents]", "25k residents")]),
        ("It sold 12,50,000 shares.", &[("1250000 count [shares]", "12,50,000 shares")]),
        ("The country has 230 million[3] people.", &[("230000000 count [people]", "230 million[3] people")]),
        ("The city has a population of 300,000 people.", &[("300000 count [people]", "300,000 people")]),
        (
            "Some 300 interstate, intergovernmental and interdepartmental agreements apply.",
            &[(
                "~300 count [interstate, intergovernmental and interdepartmental agreements]",
                "Some 300 interstate, intergovernmental and interdepartmental agreements",
            )],
        ),
        ("The 12-member panel met.", &[("12 count [member]", "12-member")]),
        ("A 20-story tower rose.", &[("20 count [story]", "20-story")]),
        ("Some 2000 people met in 2004.", &[("~2000 count [people]", "Some 2000 people")]),
        ("Of 45 farms, 12 closed.", &[("45 count [farms]", "45 farms"), ("12", "12")]),
        ("45 of the gems are false.", &[("45 count [gems]", "45 of the gems")]),
        (
            "One person and a dozen others were hurt.",
            &[("1 count [person]", "One person"), ("12 count [others]", "a dozen others")],
        ),
        (
            "Police held 104 Parliament members.",
            &[("104 count [Parliament members]", "104 Parliament members")],
        ),
        (
            "The tribes own 12 United Nations trucks.",
            &[("12 count [United Nations trucks]", "12 United Nations trucks")],
        ),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn percentages_and_multiples() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("The fee is no more than 5 percent.", &[("<=5 percent:%", "no more than 5 percent")]),
        ("Unemployment stood at just over 4 percent.", &[(">4 percent:%", "just over 4 percent")]),
        (
            "Exports rose by 12 percent to 4.5 million tons.",
            &[("12 percent:%", "12 percent"), ("4500000 mass", "4.5 million tons")],
        ),
        ("Sales grew more than sixfold.", &[(">6 times", "more than sixfold")]),
        ("The bonus is four times the average wage.", &[("4 times", "four times")]),
        (
            "Inflation fell 0.5 percentage points to 4.2 percent.",
            &[("0.5 percentage_point", "0.5 percentage points"), ("4.2 percent:%", "4.2 percent")],
        ),
        ("The bank cut its key rate by 25 basis points.", &[("25 basis_point", "25 basis points")]),
        ("Turnout was 61.5 per cent.", &[("61.5 percent:%", "61.5 per cent")]),
        ("The economy grew 3,5 percent.", &[("3.5 percent:%", "3,5 percent")]),
        ("On Wall St: Dow +0.2%, FTSE -0.6%.", &[("0.2 percent:%", "+0.2%"), ("-0.6 percent:%", "-0.6%")]),
        (
            "Tariffs of 10, 20 and 30 percent apply.",
            &[("10 percent:%", "10"), ("20 percent:%", "20"), ("30 percent:%", "30 percent")],
        ),
        ("Nasdaq gained 2 percent and the DAX 1.", &[("2 percent:%", "2 percent")]),
        ("The index lost -1.5%.", &[("-1.5 percent:%", "-1.5%")]),
        ("Exports are twice as high.", &[("2 times", "twice")]),
        ("Yields fell to 4 3/4 percent.", &[("4.75 percent:%", "4 3/4 percent")]),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn ranges() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("Output will grow 5 to 7 percent.", &[("5..7 percent:%", "5 to 7 percent")]),
        ("Rates of 5-10 percent are common.", &[("5..10 percent:%", "5-10 percent")]),
        (
            "Workers earn between $48,000 and $90,000 a year.",
            &[("48000..90000 currency:USD/year", "between $48,000 and $90,000 a year")],
        ),
        (
            "The deal is worth $10 to $15 billion.",
            &[("10000000000..15000000000 currency:USD", "$10 to $15 billion")],
        ),
        ("The work will take three or four years.", &[("3..4 duration:a", "three or four years")]),
        ("Membership rose from 240 to 273 states.", &[("240..273 count [states]", "from 240 to 273 states")]),
        ("Rain of 10 to 15 mm fell.", &[("10..15 length:mm", "10 to 15 mm")]),
        ("Screens of 8- to 16-inch size sell.", &[("8..16 length:[in_i]", "8- to 16-inch")]),
        ("Growth of 3.5–4.0 percent is likely.", &[("3.5..4.0 percent:%", "3.5–4.0 percent")]),
        (
            "Between roughly 300 and 500 guests came.",
            &[("300..500 count [guests]", "Between roughly 300 and 500 guests")],
        ),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn measures_durations_and_ages() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("OPEC will cut 800,000 barrels a day.", &[("800000 volume:[bbl_us]/day", "800,000 barrels a day")]),
        ("The road is 2 1/2 miles long.", &[("2.5 length:[mi_i]", "2 1/2 miles")]),
        ("The population of 1.3 billion is growing.", &[("1300000000", "1.3 billion")]),
        ("The aircraft is 72.7 m long.", &[("72.7 length:m", "72.7 m")]),
        ("Farmers harvested 816 000 tonnes of grain.", &[("816000 mass:t", "816 000 tonnes")]),
        ("The suspect is 5 feet 3 inches tall.", &[("63 length:[in_i]", "5 feet 3 inches")]),
        ("The flight took 2 hours and 30 minutes.", &[("150 duration:min", "2 hours and 30 minutes")]),
        (
            "Temperatures fell to minus 12 degrees Celsius.",
            &[("-12 temperature:Cel", "minus 12 degrees Celsius")],
        ),
        ("A 68-year-old man was rescued.", &[("68 age:a", "68-year-old")]),
        ("Maddon, 66, lost weight.", &[("66 age:a", "66")]),
        ("Kohl arrived for a 24-hour visit.", &[("24 duration:h", "24-hour")]),
        ("The fair covers 30,000 square meters.", &[("30000 area:m2", "30,000 square meters")]),
        (
            "The moth flies more than 100 kilometers (60 miles).",
            &[(">100 length:km", "more than 100 kilometers"), (">60 length:[mi_i]", "60 miles")],
        ),
        ("It comes with a 7- or 8-inch screen.", &[("7 length:[in_i]", "7"), ("8 length:[in_i]", "8-inch")]),
        ("The Dow closed at 5,888.83 points.", &[("5888.83 point", "5,888.83 points")]),
        ("Nine in 10 pupils passed.", &[("9", "Nine"), ("10 count [pupils]", "10 pupils")]),
        ("It cut nearly a two-year backlog.", &[("~2 duration:a", "nearly a two-year")]),
        ("Seven more than five times that sum was lost.", &[("7", "Seven"), ("5 times", "five times")]),
        ("At the age of 82 he resigned.", &[("82 age:a", "82")]),
        ("Aged 66, he sings.", &[("66 age:a", "66")]),
        ("It holds 6 million cubic metres.", &[("6000000 volume:m3", "6 million cubic metres")]),
        ("It needs 220 volts and 50 kW.", &[("220 electric:V", "220 volts"), ("50 power:kW", "50 kW")]),
        ("The dam makes 3,500 MW.", &[("3500 power:MW", "3,500 MW")]),
        (
            "Eight years and four months passed.",
            &[("8 duration:a", "Eight years"), ("4 duration:mo", "four months")],
        ),
        ("The gap is 131,000 lower.", &[("131000", "131,000")]),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn vague_numbers_and_shares() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("Dozens of people were detained.", &[("~12..120 count [people]", "Dozens of people")]),
        (
            "Tens of thousands of refugees crossed the border.",
            &[("~10000..100000 count [refugees]", "Tens of thousands of refugees")],
        ),
        (
            "It lost hundreds of millions of dollars.",
            &[("~100000000..1000000000 currency:USD", "hundreds of millions of dollars")],
        ),
        (
            "Several hundred protesters gathered.",
            &[("~200..900 count [protesters]", "Several hundred protesters")],
        ),
        (
            "Two-thirds of the members voted in favour.",
            &[("0.6667 count [members]", "Two-thirds of the members")],
        ),
        (
            "A third of the population lives in cities.",
            &[("0.3333 count [population]", "A third of the population")],
        ),
        ("One in five households has no power.", &[("0.2 count [households]", "One in five households")]),
        ("They walked three-quarters of a mile.", &[("0.75 length:[mi_i]", "three-quarters of a mile")]),
        ("Three out of four voters agreed.", &[("0.75 count [voters]", "Three out of four voters")]),
        ("It burns 1/4 inch of wick.", &[("0.25 length:[in_i]", "1/4 inch")]),
        ("Dozens were hurt.", &[("~12..120 count", "Dozens")]),
        ("A few thousand dollars went missing.", &[("~2000..9000 currency:USD", "A few thousand dollars")]),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn what_figures_of_a_sentence_lend_each_other() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("It rose to 35 cents, up from 30.", &[("35 currency", "35 cents"), ("30 currency", "30")]),
        ("The rate eased to 9.0 pct from 9.1.", &[("9 percent:%", "9.0 pct"), ("9.1 percent:%", "9.1")]),
        ("It fell 30 euros to 460.", &[("30 currency:EUR", "30 euros"), ("460 currency:EUR", "460")]),
        (
            "It sold 5 trucks in May and 7 in June.",
            &[("5 count [trucks]", "5 trucks"), ("7 count [trucks]", "7")],
        ),
        (
            "It held 81 seats, of which 30 fell.",
            &[("81 count [seats]", "81 seats"), ("30 count [seats]", "30")],
        ),
        ("It paid 7 euros vs 8 a year ago.", &[("7 currency:EUR", "7 euros"), ("8 currency:EUR", "8")]),
        ("A loss of 227,000 or four cents.", &[("227000", "227,000"), ("4 currency", "four cents")]),
        ("Gains were 5 percent to 1,846.", &[("5 percent:%", "5 percent"), ("1846", "1,846")]),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn prefixes_and_spellings_of_money() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("A $5 million loan was signed.", &[("5000000 currency:USD", "$5 million")]),
        ("It got US $5 and C $7.", &[("5 currency:USD", "US $5"), ("7 currency:CAD", "C $7")]),
        ("Growers share P75 billion.", &[("75000000000 currency:PHP", "P75 billion")]),
        ("Copra sold at P38 a kilo.", &[("38 currency:PHP/kilo", "P38 a kilo")]),
        ("They paid 10 turkish lira.", &[("10 currency:TRY", "10 turkish lira")]),
        ("They paid 250,000 pounds.", &[("250000 currency:GBP", "250,000 pounds")]),
        ("They shipped 250,000 pounds of copper.", &[("250000 mass:[lb_av]", "250,000 pounds")]),
        (
            "A decoder at 200 pounds ($324).",
            &[("200 currency:GBP", "200 pounds"), ("324 currency:USD", "$324")],
        ),
        ("It cost 2010 lire.", &[("2010 currency", "2010 lire")]),
        ("It cost 3.5 bil-\nlion dollars.", &[("3500000000 currency:USD", "3.5 bil-\nlion dollars")]),
        ("It takes 300 barges a year.", &[("300 count/year [barges]", "300 barges a year")]),
        ("Some 485 goods and services rose.", &[("~485 count [goods]", "Some 485 goods")]),
        (
            "Prices of 485 goods and services.",
            &[("485 count [goods and services]", "485 goods and services")],
        ),
        (
            "It takes 18 years, over 20 years or after over 30 years.",
            &[
                ("18 duration:a", "18 years"),
                ("20 duration:a", "20 years"),
                (">30 duration:a", "over 30 years"),
            ],
        ),
        (
            "Frosts of minus 15 to minus 18 degrees.",
            &[("-18..-15 temperature", "minus 15 to minus 18 degrees")],
        ),
    ];
    for (text, want) in cases {
        check(text, want);
    }
}

#[test]
fn rates_behind_what_is_measured() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "It will supply 2.4 billion cubic metres of natural gas a year.",
            &[("2400000000 volume:m3/year", "2.4 billion cubic metres")],
        ),
        (
            "The mine ships 5 million tonnes of iron ore annually and 1.5 million barrels daily.",
            &[
                ("5000000 mass:t/annually", "5 million tonnes"),
                ("1500000 volume:[bbl_us]/daily", "1.5 million barrels daily"),
            ],
        ),
        ("The field yields 60 bcm of gas.", &[("60 volume:10*9.m3", "60 bcm")]),
        ("It holds 5 tonnes of gold. A year later it was sold.", &[("5 mass:t", "5 tonnes")]),
    ];
    cases.iter().for_each(|(text, want)| check(text, want));
}

#[test]
fn counted_things_with_a_measure_before_them() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        (
            "The firm bought three 500-megawatt turbines.",
            &[("3 count [500-megawatt turbines]", "three"), ("500 power:MW", "500-megawatt")],
        ),
        (
            "Five of the three-ton satellites were launched.",
            &[("5 count [three-ton satellites]", "Five"), ("3 mass", "three-ton")],
        ),
        (
            "The 20 most expensive restaurants raised prices.",
            &[("20 count [most expensive restaurants]", "20 most expensive restaurants")],
        ),
        (
            "It could sell 30 million to 45 million chips.",
            &[("30000000..45000000 count [chips]", "30 million to 45 million chips")],
        ),
        ("Two to three candidates remain.", &[("2..3 count [candidates]", "Two to three candidates")]),
        (
            "It makes 700 to 1,000 copiers a month.",
            &[("700..1000 count/month [copiers]", "700 to 1,000 copiers a month")],
        ),
        ("There were 80, 000 spectators.", &[("80000 count [spectators]", "80, 000 spectators")]),
    ];
    cases.iter().for_each(|(text, want)| check(text, want));
}
