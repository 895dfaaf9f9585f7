//! Figures of the record: spans, what rules say of them, the ends that a bound sets, the date they are for.

use rust_decimal::Decimal;

use super::changes;
use super::gather::FigureNote;
use super::measures;
use crate::fact::{Bound, Change, ChangeKind, Date, DateType, Figure, Phrase, Unit, UnitKind};
use crate::text::Span;
use crate::token::keyword::{
    AFTER, AND, AT, BEFORE, BUT, COMMA, DURING, FOR, HER, HIS, IN, ITS, OF, ON, OPEN, OVER, S, SAID, SAYS,
    SEMICOLON, SINCE, THAT, THE, THEIR, THESE, THOSE, UNTIL, WHICH, WHILE, WHO,
};
use crate::token::{Tokens, Word};
use crate::value::quantity::{Quantity, QuantityUnit};
use crate::value::{Page, Values};

/// Figure `i` is that of `values.quantities`' item `i`; date `i` of `dates` that of `values.dates`' item `i`.
pub fn resolve(page: &Page, values: &Values, dates: &[Date], notes: &[FigureNote]) -> Vec<Figure> {
    let quantities = values.quantities.all();
    let mut figures: Vec<Figure> = quantities.iter().map(|quantity| figure(page, quantity)).collect();
    for note in notes {
        if let Some(figure) = figures.get_mut(note.quantity) {
            add(page, figure, note);
        }
    }
    measures::resolve(page, values, &mut figures);
    changes::resolve(page, values, &mut figures);
    for (index, figure) in figures.iter_mut().enumerate() {
        figure.period = figure.period.or_else(|| period(page, values, dates, index, figure.change.is_some()));
        set_ends(figure);
    }
    share_periods(page, quantities, &mut figures);
    figures
}

/// A change and its level are for one time ('rose 14 percent to 1.2 million tonnes in May'), and so are the two sides
/// of a conversion ('$10 million (9 million euros)').
fn share_periods(page: &Page, quantities: &[Quantity], figures: &mut [Figure]) {
    for index in 0..figures.len() {
        let change = figures[index].change.filter(|change| change.kind == ChangeKind::By);
        let level = change.and_then(|change| change.of).filter(|&level| level > index);
        let other =
            level.or_else(|| index.checked_sub(1).filter(|&before| converts(page, quantities, before)));
        let Some(other) = other.filter(|&other| other < figures.len()) else { continue };
        let shared = figures[index].period.or(figures[other].period);
        (figures[index].period, figures[other].period) = (shared, figures[other].period.or(shared));
    }
}

/// Whether the figure after this one stands in brackets right behind it.
fn converts(page: &Page, quantities: &[Quantity], before: usize) -> bool {
    let (Some(first), Some(second)) = (quantities.get(before), quantities.get(before + 1)) else {
        return false;
    };
    first.tokens.end + 1 == second.tokens.start && page.word(first.tokens.end) == OPEN
}

fn figure(page: &Page, quantity: &Quantity) -> Figure {
    Figure {
        span: page.span(&quantity.tokens),
        rule: quantity.rule.to_owned(),
        rules: Vec::new(),
        value: quantity.value,
        low: quantity.low,
        high: quantity.high,
        bound: quantity.bound,
        unit: quantity.unit.as_ref().map(|read| unit(page, read)),
        per: quantity.per.as_ref().map(|read| unit(page, read)),
        counted: quantity.counted.as_ref().map(|tokens| phrase(page, tokens)),
        measure: None,
        change: quantity.change,
        period: None,
    }
}

fn unit(page: &Page, read: &QuantityUnit) -> Unit {
    let span = read.tokens.as_ref().map(|tokens| page.span(tokens)).filter(|span: &Span| !span.is_empty());
    let span = span.map(|span| if read.kind == UnitKind::Currency { letters(page, span) } else { span });
    Unit { kind: read.kind, code: read.code.clone(), span }
}

/// The currency of a token that holds the number too: the 'EUR' of 'EUR50'.
fn letters(page: &Page, span: Span) -> Span {
    match span.of(page.text).find(|c: char| c.is_ascii_digit()) {
        Some(digit) if digit > 0 => Span { end: span.start + digit as u32, ..span },
        _ => span,
    }
}

fn phrase(page: &Page, tokens: &Tokens) -> Phrase {
    Phrase { span: page.span(tokens) }
}

/// What a rule says fills what is not yet known.
fn add(page: &Page, figure: &mut Figure, note: &FigureNote) {
    let rule = || note.rule.clone();
    if !figure.rules.contains(&note.rule) {
        figure.rules.push(rule());
    }
    figure.measure = figure.measure.or_else(|| note.measure.as_ref().map(|tokens| phrase(page, tokens)));
    figure.counted = figure.counted.or_else(|| note.counted.as_ref().map(|tokens| phrase(page, tokens)));
    figure.period = figure.period.or(note.period);
    figure.change = figure.change.or_else(|| {
        let kind = note.change.unwrap_or(ChangeKind::By);
        note.direction.map(|direction| Change { direction, kind, of: None })
    });
    if let (Bound::Exact, Some(bound)) = (figure.bound, note.bound) {
        figure.bound = bound;
    }
}

/// A bound is one end of a range whose other end is open.
fn set_ends(figure: &mut Figure) {
    match figure.bound {
        Bound::MoreThan | Bound::AtLeast => figure.low = figure.low.or(figure.value),
        Bound::LessThan | Bound::AtMost => figure.high = figure.high.or(figure.value),
        Bound::Exact | Bound::About | Bound::Range => (),
    }
}

/// The most tokens between a figure and the date behind it: '4 million tons of grain in 2004'.
const NEAR: u32 = 6;

/// The date that a level is for: the one right behind it, else the last before it in the clause; a day only for
/// what changed on it.
fn period(page: &Page, values: &Values, dates: &[Date], index: usize, changes: bool) -> Option<usize> {
    let quantity = values.quantities.get(index)?;
    let sentence = &page.sentences[page.sentence_at(quantity.tokens.start)?].tokens;
    let kind = quantity.unit.as_ref().map(|unit| unit.kind);
    if matches!(kind, Some(UnitKind::Duration | UnitKind::Age | UnitKind::Times)) {
        return None;
    }
    let next = values.quantities.get(index + 1).map_or(sentence.end, |next| next.tokens.start);
    let counts = kind.is_none_or(|kind| kind == UnitKind::Count);
    let window = quantity.tokens.end..next.min(sentence.end);
    let behind = behind(page, values, dates, window, counts && is_named(page, quantity));
    // What is counted is counted at no date, unless one stands right behind it.
    if behind.is_some() || counts {
        return behind;
    }
    let before = sentence.start..quantity.tokens.start;
    let last = values.dates.within(&before).filter(|(date, _)| is_period(dates, *date)).last();
    last.filter(|(index, date)| {
        let between = date.tokens.end..quantity.tokens.start;
        !between.clone().any(|at| STOPS.contains(&page.word(at)))
            && !belongs_to_another(page, values, date.tokens.start)
            && (changes || !is_day(dates, *index))
    })
    .map(|(date, _)| date)
}

fn behind(page: &Page, values: &Values, dates: &[Date], window: Tokens, named: bool) -> Option<usize> {
    let (date, found) = values.dates.within(&window).next()?;
    let between = window.start..found.tokens.start;
    let joined = between.len() as u32 <= NEAR
        && (!named || between.clone().all(|at| LINKS.contains(&page.word(at))))
        && !between.clone().any(|at| [COMMA, SEMICOLON, OPEN, AND].contains(&page.word(at)))
        && !between.clone().any(|at| [SINCE, UNTIL, BEFORE, AFTER].contains(&page.word(at)));
    (joined && is_period(dates, date)).then_some(date)
}

/// Whether a count names things rather than tells how many: 'the two companies', 'its nine members', 'two utilities'.
fn is_named(page: &Page, quantity: &Quantity) -> bool {
    let small =
        quantity.value.is_some_and(|value| value <= Decimal::from(12)) && quantity.bound == Bound::Exact;
    let before = quantity.tokens.start.checked_sub(1).map_or(Word::UNKNOWN, |at| page.word(at));
    small || [THE, THESE, THOSE, ITS, THEIR, HIS, HER, S].contains(&before)
}

/// What may stand between things that a count names and a date of theirs: 'the two companies signed in May' dates
/// the signing.
const LINKS: &[Word] = &[IN, ON, DURING, FOR, OVER, OF, THE, AT];

/// Clauses that begin with these have dates of their own; what is said on a day is about another time.
const STOPS: &[Word] = &[SEMICOLON, WHILE, THAT, WHICH, WHO, SAID, SAYS, BUT];

/// Whether a date is a single day: what happens on it, but for prices that move, is no figure of that day.
fn is_day(dates: &[Date], date: usize) -> bool {
    dates.get(date).is_some_and(|date| date.value.matches('-').count() == 2 && !date.value.contains('W'))
}

/// Whether a date stands right behind another figure: '$5 billion in 2003'.
fn belongs_to_another(page: &Page, values: &Values, date: u32) -> bool {
    let behind = date.saturating_sub(2);
    (behind..date).any(|at| values.quantities.covering(at).is_some())
        && page.word(date.saturating_sub(1)) != COMMA
}

/// Whether a date is a stretch of the calendar: no duration, and no 'now'.
fn is_period(dates: &[Date], date: usize) -> bool {
    dates.get(date).is_some_and(|date| match date.kind {
        DateType::Date => !date.value.ends_with("_REF"),
        DateType::Duration => date.begin.is_some() && date.end.is_some(),
        DateType::Time | DateType::Set => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Direction;
    use crate::resolve::dates;
    use crate::value::sample;

    fn figures<T>(text: &str, notes: &[FigureNote], test: impl Fn(&[Figure], &[Date]) -> T) -> T {
        sample::values(text, |page, values| {
            let dates = dates::resolve(page, values, None, dates::Options::default()).dates;
            test(&resolve(page, values, &dates, notes), &dates)
        })
    }

    #[test]
    fn periods() {
        let cases: &[(&str, &[Option<&str>])] = &[
            ("In 2004 exports were $5 billion.", &[Some("In 2004")]),
            (
                "Over the first quarter of 2018, trade was valued at $5 billion.",
                &[Some("first quarter of 2018")],
            ),
            ("Exports rose from $5 billion in 2003 to $7 billion in 2004.", &[Some("2003"), Some("2004")]),
            ("It sold 300 trucks in 2004.", &[Some("2004")]),
            ("On 31 May 2018 they signed three documents.", &[None]),
            ("Since 2004 the visit lasted three hours.", &[None]),
            ("It lost $5 million.", &[None]),
            ("It paid $5 million, and in 2004 it closed.", &[None]),
        ];
        for (text, want) in cases {
            figures(text, &[], |figures, dates| {
                let got: Vec<Option<&str>> = (figures.iter())
                    .map(|figure| figure.period.map(|date| dates[date].span.of(text)))
                    .collect();
                let same = got.len() == want.len()
                    && got.iter().zip(*want).all(|pair| match pair {
                        (Some(got), Some(want)) => got.contains(want) || want.contains(got),
                        (got, want) => got.is_none() && want.is_none(),
                    });
                assert!(same, "{text}: {got:?}");
            });
        }
    }

    #[test]
    fn bounds_are_open_ranges() {
        let number = |value: i64| Some(rust_decimal::Decimal::from(value));
        for (text, low, high) in [
            ("More than 300 ventures work.", number(300), None),
            ("Up to 40 jobs came.", None, number(40)),
            ("Between 3 and 5 men came.", number(3), number(5)),
            ("Some 300 men came.", None, None),
        ] {
            figures(text, &[], |figures, _| {
                assert_eq!((figures[0].low, figures[0].high), (low, high), "{text}")
            });
        }
    }

    #[test]
    fn a_change_spreads_to_the_level_and_its_start() {
        let note = FigureNote {
            quantity: 0,
            rule: "it-moved-by".to_owned(),
            measure: None,
            counted: None,
            period: None,
            direction: Some(Direction::Up),
            change: Some(ChangeKind::By),
            bound: None,
        };
        figures(
            "Exports rose by 12 percent to 4 million tons from 3 million tons.",
            &[note],
            |figures, _| {
                let got: Vec<_> =
                    figures.iter().map(|figure| figure.change.map(|c| (c.kind, c.of))).collect();
                let want = [
                    Some((ChangeKind::By, Some(1))),
                    Some((ChangeKind::To, None)),
                    Some((ChangeKind::From, Some(1))),
                ];
                assert_eq!(got, want);
            },
        );
        figures("It paid 12 percent to 4 million men.", &[], |figures, _| {
            assert!(figures.iter().all(|figure| figure.change.is_none()));
        });
    }
}
