use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::fact::{
    Anchor, Bound, ChangeKind, DateRange, DateType, Direction, DocumentStatus, DocumentType,
    MembershipStatus, Modality, PartyKind, Phrase, Polarity, RelationType, Source, UnitKind,
};
use crate::rule::ast::{self, At, Ident};
use crate::text::{Span, Unit::*};

const TEXT: &str =
    "🕊 “Ömer’s” pact: Côte d’Ivoire & Türkiye, €2.5 m — May 31, Kraków; members of the Ω bloc.";

fn find(text: &str) -> Span {
    let start = TEXT.find(text).unwrap();
    Span::new(start as u32, (start + text.len()) as u32)
}

fn date(span: Span) -> fact::Date {
    fact::Date {
        span,
        rule: "date/month-day".to_owned(),
        kind: DateType::Date,
        value: "2018-05-31".to_owned(),
        modifier: None,
        begin: Some("2018-05-31".to_owned()),
        end: None,
        quant: None,
        freq: None,
        range: Some(DateRange { from: 0, to: 0 }),
        said: Some("XXXX-05-31".to_owned()),
        anchor: Some(Anchor::Published),
        cue: Some("will".to_owned()),
    }
}

fn figure() -> fact::Figure {
    let unit = fact::Unit { kind: UnitKind::Currency, code: Some("EUR".to_owned()), span: Some(find("€")) };
    fact::Figure {
        span: find("€2.5 m"),
        rule: "quantity/money".to_owned(),
        rules: vec!["valued-at".to_owned()],
        value: Some("2500000.00".parse().unwrap()),
        low: None,
        high: Some("0.1".parse().unwrap()),
        bound: Bound::Exact,
        unit: Some(unit),
        per: None,
        counted: Some(Phrase { span: find("m —") }),
        measure: None,
        change: Some(fact::Change { direction: Direction::Up, kind: ChangeKind::By, of: Some(0) }),
        period: Some(0),
    }
}

fn document() -> fact::Document {
    let day = fact::DocumentDate {
        value: "2018-05-31".to_owned(),
        span: Some(find("May 31")),
        date: Some(0),
        source: Source::Explicit,
    };
    let place = fact::Place {
        span: find("Kraków"),
        name: "Kraków".to_owned(),
        venue: Some(find("Ω")),
        country: Some("POL".to_owned()),
        source: Source::Sentence,
    };
    let party = fact::Party {
        span: find("Türkiye"),
        name: "Turkey".to_owned(),
        kind: PartyKind::State,
        country: Some("TUR".to_owned()),
        source: Source::Explicit,
    };
    let person = fact::Person { span: find("Ömer"), post: Some(find("pact")), on_behalf: None };
    let event = fact::Event {
        status: DocumentStatus::Signed,
        date: Some(day.clone()),
        place: Some(place.clone()),
        polarity: Polarity::Affirmed,
        modality: Modality::Asserted,
        span: find("&"),
    };
    let relation = fact::Relation { kind: RelationType::Amends, span: find("pact"), document: Some(0) };
    fact::Document {
        span: find("pact: Côte"),
        rule: "document/title".to_owned(),
        rules: Vec::new(),
        kind: DocumentType::Pact,
        type_span: Some(find("pact")),
        type_source: Source::Explicit,
        title: Some(find("“Ömer’s” pact")),
        subject: Some(find("d’Ivoire")),
        parties: vec![party],
        signatories: vec![person.clone()],
        witnesses: vec![person],
        events: vec![event],
        status: DocumentStatus::Signed,
        polarity: Polarity::Affirmed,
        modality: Modality::Asserted,
        date: Some(day.clone()),
        place: Some(place),
        until: Some(fact::DocumentDate { span: None, ..day }),
        validity: None,
        value: vec![0],
        count: Some(3),
        listed: None,
        part_of: Some(0),
        relations: vec![relation],
        mentions: vec![find("pact")],
    }
}

fn membership() -> fact::Membership {
    fact::Membership {
        span: find("members of the Ω bloc"),
        rule: "is-member".to_owned(),
        member: fact::Member {
            span: find("Côte d’Ivoire"),
            name: "Côte d'Ivoire".to_owned(),
            kind: PartyKind::State,
            country: Some("CIV".to_owned()),
            source: Source::Explicit,
        },
        organisation: fact::Organisation {
            span: find("Ω bloc"),
            name: "Ω".to_owned(),
            acronym: None,
            kind: "bloc".to_owned(),
            source: Source::Explicit,
        },
        status: MembershipStatus::Member,
        event: None,
        since: Some(fact::Interval { value: "2018".to_owned(), span: find("May"), date: None }),
        until: None,
        ordinal: Some(11),
        polarity: Polarity::Affirmed,
        modality: Modality::Asserted,
    }
}

fn user_fact() -> fact::UserFact {
    let value = fact::FieldValue {
        span: Some(find("Türkiye")),
        value: "Turkey".to_owned(),
        country: Some("TUR".to_owned()),
        number: Some("12345678901234567.89".parse().unwrap()),
        date: Some(0),
        figure: None,
    };
    fact::UserFact {
        kind: "visit".to_owned(),
        span: find("& Türkiye"),
        rule: "went".to_owned(),
        fields: vec![
            ("host".to_owned(), vec![value.clone()]),
            ("guests".to_owned(), vec![value.clone(), value]),
        ],
    }
}

fn facts() -> Facts {
    Facts {
        published: Some(fact::Published {
            value: "2018-06-01".to_owned(),
            source: fact::PublishedSource::Header,
        }),
        dates: vec![date(find("May 31"))],
        figures: vec![figure()],
        documents: vec![document()],
        memberships: vec![membership()],
        user: vec![user_fact()],
        warnings: vec![fact::Warning {
            code: "count_mismatch",
            message: "3 said, 0 listed".to_owned(),
            span: Some(find("pact")),
        }],
    }
}

fn ident(text: &str) -> Ident {
    Ident { text: text.to_owned(), at: At::default() }
}

fn kinds() -> Vec<ast::Kind> {
    let field = |name, list| ast::Field { name: ident(name), list, options: Vec::new() };
    let visit = ast::Kind {
        name: ident("visit"),
        fields: vec![field("host", false), field("guests", true), field("day", false), field("talks", true)],
    };
    vec![visit, ast::Kind { name: ident("raid"), fields: Vec::new() }]
}

fn record(unit: text::Unit) -> Record {
    let kinds = kinds();
    let article = Article { id: "a/1", source: "a/1.txt", title: None, text: TEXT, kinds: &kinds };
    Record::new(&article, &facts(), unit)
}

/// What `unit` slices.
fn slice(text: &str, unit: text::Unit, start: usize, end: usize) -> String {
    match unit {
        Bytes => text[start..end].to_owned(),
        Chars => text.chars().skip(start).take(end - start).collect(),
        Utf16 => String::from_utf16(&text.encode_utf16().skip(start).take(end - start).collect::<Vec<_>>())
            .unwrap(),
    }
}

/// Checks every object that has a text and a span, and counts them.
fn check_evidence(text: &str, unit: text::Unit, value: &Value) -> usize {
    let inside = match value {
        Value::Object(object) => object.values().map(|value| check_evidence(text, unit, value)).sum(),
        Value::Array(list) => list.iter().map(|value| check_evidence(text, unit, value)).sum(),
        _ => 0,
    };
    let pairs = [("text", "span"), ("type_text", "type_span")];
    let found = pairs.iter().filter(|(key, span)| check_slice(text, unit, &value[*key], &value[*span]));
    inside + found.count()
}

/// Whether there is evidence, which then must be right. A warning has a place without words.
fn check_slice(text: &str, unit: text::Unit, evidence: &Value, span: &Value) -> bool {
    let (Some(evidence), Some(span)) = (evidence.as_str(), span.as_array()) else {
        assert!(!evidence.is_string(), "{evidence} without a span");
        return false;
    };
    let at = |index: usize| span[index].as_u64().unwrap() as usize;
    assert_eq!(slice(text, unit, at(0), at(1)), evidence);
    true
}

#[test]
fn text_is_what_the_span_slices() {
    for unit in [Chars, Bytes, Utf16] {
        let value = serde_json::to_value(record(unit)).unwrap();
        assert_eq!(value["offsets"], unit.as_str());
        assert_eq!(check_evidence(TEXT, unit, &value), 30);
    }
}

#[test]
fn records_read_back() {
    let record = record(Chars);
    assert_eq!(Record::from_json(&record.to_json().unwrap()).unwrap(), record);
    assert_eq!(Record::from_json(&record.to_json_pretty().unwrap()).unwrap(), record);
}

#[test]
fn forms() {
    let json = record(Chars).to_json().unwrap();
    let parts = [
        r#"{"format":1,"id":"a/1","source":"a/1.txt","title":null,"published":{"value":"2018-06-01","source":"header"},"offsets":"chars","text":null,"dates":[{"id":"d1","text":"May 31","#,
        r#""type":"DATE","value":"2018-05-31","mod":null,"#,
        r#""range":{"from":"d1","to":"d1"},"said":"XXXX-05-31","anchor":"published","cue":"will"}"#,
        r#""value":2500000,"low":null,"high":0.1,"bound":"exact","#,
        r#""unit":{"kind":"currency","code":"EUR","text":"€","#,
        r#""change":{"direction":"up","kind":"by","of":"f1"},"period":"d1"}"#,
        r#""number":12345678901234567.89,"#,
        r#""day":null,"talks":[]}}],"raid":[]}"#,
        r#""warnings":[{"code":"count_mismatch","#,
    ];
    for part in parts {
        assert!(json.contains(part), "{part}\n{json}");
    }
}

#[test]
fn an_empty_record_has_every_key() {
    let json = Record::new(&Article::default(), &Facts::default(), Chars).to_json().unwrap();
    let want = r#"{"format":1,"id":"","source":"","title":null,"published":null,"offsets":"chars","text":null,"dates":[],"figures":[],"documents":[],"memberships":[],"facts":{},"warnings":[]}"#;
    assert_eq!(json, want);
}

#[test]
fn no_records() {
    for json in ["", "{}", "[]", r#"{"format":1}"#] {
        assert!(Record::from_json(json).is_err(), "{json}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_text_is_what_the_span_slices(text in "(?s).{0,400}", cuts in proptest::collection::vec((0..400usize, 0..60usize), 0..8)) {
        let bounds: Vec<u32> = text.char_indices().map(|(at, _)| at as u32).chain([text.len() as u32]).collect();
        let bound = |at: usize| bounds[at.min(bounds.len() - 1)];
        let dates = cuts.iter().map(|&(at, length)| date(Span::new(bound(at), bound(at + length)))).collect();
        let facts = Facts { dates, ..Facts::default() };
        for unit in [Chars, Bytes, Utf16] {
            let record = Record::new(&Article { text: &text, ..Article::default() }, &facts, unit);
            let value = serde_json::to_value(&record).unwrap();
            prop_assert_eq!(check_evidence(&text, unit, &value), cuts.len());
            prop_assert_eq!(Record::from_json(&record.to_json().unwrap()).unwrap(), record);
        }
    }
}
