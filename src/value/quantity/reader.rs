//! Walks over a sentence and puts figures together.

use rust_decimal::Decimal;

use super::amount::{self, Amount, Sign};
use super::refuse::Candidate;
use super::{Quantity, QuantityUnit, bound, count, range, scaled_code, share, unit, vague};
use crate::fact::{Bound, Change, ChangeKind, Direction, UnitKind};
use crate::lexicon::{Catalog, Origin};
use crate::token::keyword::{
    A, AFTER, AGE, AGED, AN, ARE, AT, BE, BEEN, BY, CLOSE, CLOSE_SQUARE, COMMA, FEW, FOR, FROM, HE, HYPHEN,
    IN, IS, KeywordSet, LASTED, LASTING, LASTS, MANY, MINUS_SIGN, OF, OLDER, OPEN_SQUARE, OVER, PLUS,
    SEVERAL, SHE, SPENT, STOP, TAKES, TO, TOOK, WAS, WERE, WHO, WITH, WITHIN, YOUNGER,
};
use crate::token::{Gap, Shape, Tokens};
use crate::value::page::Cursor;
use crate::value::{Page, Values, number};

/// All figures of a sentence.
pub(super) fn sentence(page: &Page, values: &Values, tokens: &Tokens, found: &mut Vec<Quantity>) {
    let mut reader = Reader { page, values, sentence: tokens.clone(), floor: tokens.start };
    let mut cursor = page.cursor(tokens.clone());
    while cursor.at < cursor.end {
        if !starts(cursor) {
            cursor = cursor.to(cursor.at + 1);
            continue;
        }
        match reader.figure(cursor) {
            Ok(quantity) => {
                reader.floor = quantity.tokens.end;
                cursor = cursor.to(quantity.tokens.end);
                found.push(quantity);
            }
            Err(end) => cursor = cursor.to(end.max(cursor.at + 1)),
        }
    }
}

/// The cheap test before any reading: digits, a sign before them, a number word or a currency's sign.
fn starts(cursor: Cursor) -> bool {
    let Some(token) = cursor.peek() else { return false };
    match (token.shape, token.word) {
        (Shape::Number | Shape::Code, _) => true,
        (Shape::Mark, HYPHEN | MINUS_SIGN | PLUS | STOP) => {
            token.gap != Gap::None
                && cursor
                    .to(cursor.at + 1)
                    .peek()
                    .is_some_and(|next| next.is_glued() && next.shape != Shape::Lower)
        }
        (_, A | AN | SEVERAL | FEW | MANY) => {
            names_number(cursor.to(cursor.at + 1)) || cursor.to(cursor.at + 1).word() == FEW
        }
        (_, crate::token::keyword::MINUS | crate::token::keyword::NEGATIVE) => {
            cursor.to(cursor.at + 1).peek().is_some_and(|next| next.shape == Shape::Number)
        }
        _ => names_number(cursor) || scaled_code::may_be(cursor) && before_number(cursor),
    }
}

fn before_number(cursor: Cursor) -> bool {
    cursor.to(cursor.at + 1).peek().is_some_and(|next| next.shape == Shape::Number)
}

fn names_number(cursor: Cursor) -> bool {
    let hits = cursor.page.hits.at(cursor.at);
    hits.iter()
        .any(|hit| matches!(hit.entry.origin, Origin::Table(Catalog::Numbers | Catalog::Currencies, _)))
}

struct Reader<'a> {
    page: &'a Page<'a>,
    values: &'a Values,
    sentence: Tokens,
    /// Where the last figure ended.
    floor: u32,
}

impl Reader<'_> {
    /// The figure at the cursor, or where to go on reading.
    fn figure(&self, input: Cursor) -> Result<Quantity, u32> {
        if let Some(quantity) = self.vague(input) {
            return Ok(quantity);
        }
        if let Some(quantity) = self.share(input).or_else(|| self.fold(input)) {
            return Ok(quantity);
        }
        let Some(amount) = amount::amount(input) else { return Err(input.at + 1) };
        match range::range(input, &amount, self.floor) {
            Some(range) => self.ranged(input, range),
            None => self.single(input, amount),
        }
    }

    fn vague(&self, input: Cursor) -> Option<Quantity> {
        let vague = vague::vague(input)?;
        let mut quantity = self.blank(input.at..vague.end, "quantity/vague");
        let rest = input.to(vague.end);
        let counted = match vague.unit {
            Some(_) => None,
            None => count::partitive(rest).or_else(|| count::noun_phrase(rest)),
        };
        quantity.unit = vague.unit.or_else(|| Some(counted_unit()));
        (quantity.low, quantity.high) = (Some(vague.low), Some(vague.high));
        quantity.bound = Bound::About;
        count_in(self.page, &mut quantity, counted);
        self.open(&mut quantity);
        quantity.bound = Bound::About;
        Some(quantity)
    }

    fn share(&self, input: Cursor) -> Option<Quantity> {
        let share = share::share(input)?;
        let mut quantity = self.blank(input.at..share.end, "quantity/share");
        quantity.value = Some(share.value.normalize());
        quantity.unit = share.unit.or_else(|| Some(counted_unit()));
        quantity.counted = share.counted;
        let bounded = self.open(&mut quantity);
        (bounded || !share.weak).then_some(quantity)
    }

    fn fold(&self, input: Cursor) -> Option<Quantity> {
        let (rest, value) = number::fold(input).ok()?;
        let mut quantity = self.blank(input.at..rest.at, "quantity/times");
        quantity.value = Some(value);
        let tokens = Some(input.at..rest.at);
        quantity.unit = Some(QuantityUnit { kind: UnitKind::Times, code: None, tokens });
        self.open(&mut quantity);
        Some(quantity)
    }

    fn ranged(&self, input: Cursor, range: range::Range) -> Result<Quantity, u32> {
        let (first, second) = (&range.first, &range.second);
        let start = range.opened.unwrap_or(first.tokens.start);
        let mut quantity = self.blank(start..second.tokens.end, "quantity/range");
        (quantity.low, quantity.high) = (Some(range.low), Some(range.high));
        quantity.bound = Bound::Range;
        quantity.per = second.per.clone().or_else(|| first.per.clone());
        quantity.unit = second.unit.clone().or_else(|| first.unit.clone());
        self.close(&mut quantity, input.to(second.tokens.end));
        let mut ends = [first.clone(), second.clone()];
        for end in &mut ends {
            end.unit = quantity.unit.clone().filter(|unit| unit.kind != UnitKind::Count);
        }
        // The ends stand in the range's place, so that what refuses a number looks around the whole.
        ends[0].number_end = second.number_end;
        if ends.iter().any(|end| self.refused(end, &quantity)) {
            return Err(second.tokens.end);
        }
        let range_start = quantity.tokens.start;
        self.open(&mut quantity);
        quantity.bound = Bound::Range;
        quantity.tokens.start = quantity.tokens.start.min(range_start);
        Ok(quantity)
    }

    fn single(&self, input: Cursor, mut amount: Amount) -> Result<Quantity, u32> {
        self.age(&mut amount);
        let rule = rule(amount.unit.as_ref());
        let mut quantity = self.blank(amount.tokens.clone(), rule);
        quantity.value = Some(amount.value.normalize());
        quantity.per = amount.per.clone();
        quantity.unit = amount.unit.clone();
        let rest = input.to(amount.tokens.end);
        self.close(&mut quantity, rest);
        if quantity.unit.is_none() && amount.value == Decimal::ONE && !amount.digits {
            self.count_one(&mut quantity, rest);
        }
        quantity.change = amount.sign.and_then(|sign| change(sign, quantity.unit.as_ref()));
        self.open(&mut quantity);
        if self.refused(&amount, &quantity) {
            return Err(quantity.tokens.end.max(self.end_of_refused(&amount)));
        }
        Ok(quantity)
    }

    /// 'one person'
    fn count_one(&self, quantity: &mut Quantity, rest: Cursor) {
        if let Some(counted) = count::singular(rest) {
            count_in(self.page, quantity, Some(counted));
            quantity.rule = "quantity/count";
            quantity.unit = Some(counted_unit());
        }
    }

    /// The words behind: 'or more', and what is counted.
    fn close(&self, quantity: &mut Quantity, rest: Cursor) {
        let mut rest = self.behind(quantity, after_footnote(rest));
        if quantity.unit.is_none() {
            let counted =
                compound(rest).or_else(|| count::noun_phrase(rest)).or_else(|| count::partitive(rest));
            count_in(self.page, quantity, counted);
            if quantity.counted.is_some() {
                quantity.rule = if quantity.bound == Bound::Range { quantity.rule } else { "quantity/count" };
                quantity.unit = Some(counted_unit());
                rest = self.behind(quantity, rest.to(quantity.tokens.end));
            }
            self.per_time(quantity, rest);
        }
        let aged = [OLDER, YOUNGER].contains(&self.page.word(quantity.tokens.end - 1));
        if let Some(unit) = quantity.unit.as_mut().filter(|unit| aged && unit.kind == UnitKind::Duration) {
            unit.kind = UnitKind::Age;
        }
    }

    /// '300 barges a year', 'up to 200 a day'
    fn per_time(&self, quantity: &mut Quantity, rest: Cursor) {
        if let Some((rest, per)) = unit::per(rest).filter(|(_, per)| per.kind == UnitKind::Duration) {
            quantity.per = quantity.per.take().or(Some(per));
            quantity.tokens.end = rest.at;
        }
    }

    fn behind<'c>(&self, quantity: &mut Quantity, rest: Cursor<'c>) -> Cursor<'c> {
        match bound::behind(rest) {
            Some((rest, bound)) => {
                if quantity.bound == Bound::Exact {
                    quantity.bound = bound;
                }
                quantity.tokens.end = rest.at;
                rest
            }
            None => rest,
        }
    }

    /// The words before: 'some', 'more than'. Says whether there are any.
    fn open(&self, quantity: &mut Quantity) -> bool {
        let (start, found) =
            bound::before(self.page, self.floor.max(self.sentence.start), quantity.tokens.start);
        if found == Some(Bound::MoreThan) && self.is_during(quantity, start) {
            return false;
        }
        quantity.tokens.start = start;
        if let Some(found) = found {
            quantity.bound = found;
        }
        found.is_some()
    }

    /// 'repayable over 18 years': in the course of them. 'for over 18 years' and 'took over two hours' are bounds.
    fn is_during(&self, quantity: &Quantity, start: u32) -> bool {
        const LONGER: KeywordSet = KeywordSet::of(&[
            FOR, AFTER, IN, OF, WITHIN, BY, WITH, AT, TO, FROM, IS, WAS, BE, BEEN, ARE, WERE, LASTED, LASTS,
            LASTING, TOOK, TAKES, SPENT,
        ]);
        let duration = quantity.unit.as_ref().is_some_and(|unit| unit.kind == UnitKind::Duration);
        let over = self.page.word(start) == OVER && start + 1 == quantity.tokens.start;
        let before = start.checked_sub(1).filter(|&at| at >= self.sentence.start);
        duration && over && before.is_some_and(|at| !LONGER.contains(self.page.word(at)))
    }

    fn refused(&self, amount: &Amount, quantity: &Quantity) -> bool {
        Candidate {
            page: self.page,
            values: self.values,
            sentence: self.sentence.clone(),
            amount,
            counted: quantity.counted.as_ref(),
            bounded: !matches!(quantity.bound, Bound::Exact | Bound::Range),
        }
        .refused()
    }

    /// One past digits that are chained by glued marks: none of `555-123-4567` is a figure.
    fn end_of_refused(&self, amount: &Amount) -> u32 {
        let mut end = amount.number_end;
        while self.page.token(end).is_some_and(|token| token.is_glued() && token.shape == Shape::Mark)
            && self.page.token(end + 1).is_some_and(|token| token.is_glued() && token.shape == Shape::Number)
        {
            end += 2;
        }
        end
    }

    /// 'Maddon, 66, lost', 'aged 66', 'at the age of 66'
    fn age(&self, amount: &mut Amount) {
        let start = amount.tokens.start;
        let word = |back: u32| match start.checked_sub(back) {
            Some(at) if at >= self.sentence.start => self.page.word(at),
            _ => crate::token::Word::UNKNOWN,
        };
        let plausible = amount.unit.is_none()
            && amount.value.is_integer()
            && amount.value > Decimal::ZERO
            && amount.value <= Decimal::from(120);
        let he = matches!(word(2), HE | SHE | WHO) && matches!(word(1), IS | WAS);
        let counts = |at: u32| count::noun_phrase(self.page.cursor(at..self.sentence.end)).is_some();
        let said = matches!(word(1), AGED | AGE)
            || word(1) == OF && word(2) == AGE
            || he && amount.value > Decimal::TEN && !counts(amount.number_end);
        let after = self.page.word(amount.number_end);
        let name =
            start.checked_sub(2).and_then(|at| self.page.token(at)).is_some_and(|token| token.is_capital());
        let apposed = amount.digits && word(1) == COMMA && name && [COMMA, STOP, CLOSE].contains(&after);
        if plausible && (said || apposed && amount.value > Decimal::ONE) {
            amount.unit =
                Some(QuantityUnit { kind: UnitKind::Age, code: Some("a".to_owned()), tokens: None });
        }
    }

    fn blank(&self, tokens: Tokens, rule: &'static str) -> Quantity {
        Quantity {
            tokens,
            rule,
            value: None,
            low: None,
            high: None,
            bound: Bound::Exact,
            unit: None,
            per: None,
            counted: None,
            change: None,
        }
    }
}

/// Past a footnote's number: 'million[3] people'.
fn after_footnote(input: Cursor) -> Cursor {
    let word = |back: u32| input.to(input.at + back).word();
    let glued = input.peek().is_some_and(|token| token.is_glued());
    let marks = glued && word(0) == OPEN_SQUARE && word(2) == CLOSE_SQUARE;
    if marks { input.to(input.at + 3) } else { input }
}

/// '20-story', '5-member': the noun glued to the number.
fn compound(input: Cursor) -> Option<Tokens> {
    let glued = input.word() == HYPHEN && input.peek()?.is_glued();
    let noun = input.to(input.at + 1).peek()?;
    let role = count::role(input.to(input.at + 1));
    let ordinal = number::is_ordinal_word(input.to(input.at + 1));
    let known = noun.word.0 != 0 && noun.word.0 as usize <= crate::token::keyword::ALL.len();
    (glued && noun.is_glued() && noun.shape == Shape::Lower && !known && !ordinal && role != "compound")
        .then_some(input.at + 1..input.at + 2)
}

/// What is counted belongs to the figure, unless a figure stands in it: 'three 500-megawatt turbines'.
fn count_in(page: &Page, quantity: &mut Quantity, counted: Option<Tokens>) {
    if let Some(counted) = counted {
        if !counted.clone().any(|at| starts(page.cursor(at..counted.end))) {
            quantity.tokens.end = counted.end;
        }
        quantity.counted = Some(counted);
    }
}

fn counted_unit() -> QuantityUnit {
    QuantityUnit { kind: UnitKind::Count, code: None, tokens: None }
}

fn rule(unit: Option<&QuantityUnit>) -> &'static str {
    match unit.map(|unit| unit.kind) {
        Some(UnitKind::Currency) => "quantity/money",
        Some(UnitKind::Percent | UnitKind::PercentagePoint | UnitKind::BasisPoint) => "quantity/percent",
        Some(UnitKind::Age) => "quantity/age",
        Some(UnitKind::Times) => "quantity/times",
        Some(_) => "quantity/measure",
        None => "quantity/number",
    }
}

/// What a sign says of a change; of a temperature it is the level.
fn change(sign: Sign, unit: Option<&QuantityUnit>) -> Option<Change> {
    let level = unit.is_some_and(|unit| unit.kind == UnitKind::Temperature);
    let direction = match sign {
        Sign::Plus => Direction::Up,
        Sign::Minus => Direction::Down,
        Sign::Word => return None,
    };
    (!level).then_some(Change { direction, kind: ChangeKind::By, of: None })
}
