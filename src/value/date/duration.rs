//! How long: 'three years', 'a five-year plan', 'the past two weeks', '2 1/2 hours', 'for weeks'.

use super::clock;
use super::expr::{Amount, Unit, Way};
use super::number::amount;
use super::relative::{any_unit, determiner, hyphened_year_ago};
use super::term::{Read, article, ensure, hyphen, joint, pick, skip, word};
use crate::lexicon::time::Term;
use crate::token::{Shape, Token, keyword};
use crate::value::page::Cursor;

/// A length with the spelling that read it.
pub(super) type Long = (&'static str, Vec<(Amount, Unit)>);

/// Any of them, without the words that bound it.
pub(super) fn read(input: Cursor) -> Read<Long> {
    elapsed(input)
        .or_else(|_| half_more(input))
        .or_else(|_| counted(input))
        .or_else(|_| past_unit(input))
        .or_else(|_| year_ended(input))
        .or_else(|_| long(input))
        .or_else(|_| plural(input))
}

/// '3:07:35'
fn elapsed(input: Cursor) -> Read<Long> {
    let (rest, [hours, minutes, seconds]) = clock::elapsed(input)?;
    let parts = [(hours, Unit::Hour), (minutes, Unit::Minute), (seconds, Unit::Second)];
    Ok((rest, ("duration/elapsed", parts.map(|(n, unit)| (Amount::whole(n), unit)).to_vec())))
}

/// 'a year and a half', 'the past year and a half', 'two and a half years', 'two-and-a-half-year'
fn half_more(input: Cursor) -> Read<Long> {
    if let Ok((rest, unit)) = determiner(input).and_then(|(rest, _)| pick!(Term::Unit(unit) => unit)(rest)) {
        return Ok((and_a_half(rest)?.0, ("duration/half", vec![(Amount::Exact(150), unit)])));
    }
    let (rest, by) = amount(input)?;
    if let Ok((rest, unit)) = any_unit(rest) {
        return Ok((and_a_half(rest)?.0, ("duration/half", vec![(plus_half(by), unit)])));
    }
    let (rest, _) = and_a_half(rest)?;
    let (rest, unit) = any_unit(joint(rest)?.0)?;
    ensure(rest, !is_age(rest))?;
    Ok((rest, ("duration/half", vec![(plus_half(by), unit)])))
}

fn and_a_half(input: Cursor) -> Read<Token> {
    let (rest, _) = word(keyword::AND)(joint(input)?.0)?;
    let (rest, _) = pick!(Term::Count(1) => ())(joint(rest)?.0)?;
    word(keyword::HALF)(joint(rest)?.0)
}

fn plus_half(by: Amount) -> Amount {
    match by {
        Amount::Exact(hundredths) => Amount::Exact(hundredths.saturating_add(50)),
        Amount::Some => Amount::Some,
    }
}

/// 'three years', 'the past two weeks', 'the next few months', 'five-year', 'the nine months', '20 more years'
fn counted(input: Cursor) -> Read<Long> {
    let led = lead(input);
    let (rest, by) = amount(led)?;
    // 'They saw that a year ago' has no determiner, '30-frame-a-second' no length.
    let one = matches!(led.word(), keyword::A | keyword::AN);
    ensure(rest, !one || led.at == input.at && hyphen(rest).is_err())?;
    let (rest, by) = to_more(rest, by);
    let joined = hyphen(rest).is_ok();
    // Of 'the two-week strike' the article belongs to the strike.
    ensure(rest, !joined || led.at == input.at)?;
    let mut rest = joint(rest)?.0;
    for _ in 0..2 {
        rest = skip(rest, pick!(Term::Filler => ()));
    }
    let (rest, unit) = any_unit(rest)?;
    // 'a year-earlier loss' is no year.
    ensure(rest, joined || hyphen(rest).is_err() || is_age(rest))?;
    ensure(rest, admits(led, rest, unit, by, joined))?;
    if let Ok((rest, smaller)) = and_smaller(rest, unit) {
        return Ok((rest, ("duration/count", vec![(by, unit), smaller])));
    }
    let (rest, unit) = or_unit(rest, unit);
    Ok((rest, ("duration/count", vec![(by, unit)])))
}

/// 'and five minutes' of 'four hours and five minutes'
fn and_smaller(input: Cursor, unit: Unit) -> Read<(Amount, Unit)> {
    let (rest, count) = super::number::cardinal(word(keyword::AND)(input)?.0)?;
    let (rest, smaller) = any_unit(rest)?;
    ensure(rest, smaller < unit && hyphen(rest).is_err() && !is_age(rest))?;
    Ok((rest, (Amount::whole(count), smaller)))
}

/// 'the', 'the past', 'the next', 'the first', 'another'
fn lead(input: Cursor) -> Cursor {
    if let Ok((rest, _)) = determiner(input) {
        return rest;
    }
    let rest = skip(input, pick!(Term::Article => ()));
    if let Ok((rest, _)) = hyphened_year_ago(rest) {
        return rest;
    }
    let ordinal = skip(rest, pick!(Term::Ordinal(_) => ()));
    if ordinal.at > rest.at { ordinal } else { skip(rest, word(keyword::ANOTHER)) }
}

/// 'two to three', '12 or 18': the first number counts, both are read.
fn to_more(input: Cursor, by: Amount) -> (Cursor, Amount) {
    let joint = word(keyword::TO)(input).or_else(|_| word(keyword::OR)(input)).or_else(|_| hyphen(input));
    match joint.and_then(|(rest, _)| super::number::cardinal(rest)) {
        Ok((rest, _)) => (rest, by),
        Err(_) => (input, by),
    }
}

/// Whether a unit follows that is placed before or after something: 'in the weeks before the vote', 'the years
/// that followed'.
fn is_placed_unit(input: Cursor) -> bool {
    pick!(Term::Units(_) => ())(input).is_ok_and(|(rest, _)| {
        pick!(Term::Way(Way::Earlier | Way::Later) => ())(rest).is_ok()
            || matches!(
                rest.word(),
                keyword::THAT | keyword::AHEAD | keyword::LEADING | keyword::FOLLOWING | keyword::SINCE
            )
    })
}

/// 'weeks or months', 'a week or two', 'two years or so'
fn or_unit(input: Cursor, unit: Unit) -> (Cursor, Unit) {
    let joint = word(keyword::OR)(input).or_else(|_| word(keyword::AND)(input));
    let Ok((rest, _)) = joint else { return (input, unit) };
    if rest.word() == keyword::SO {
        return (rest.to(rest.at + 1), unit);
    }
    match super::number::cardinal(rest) {
        Ok((after, _))
            if after.peek().is_none_or(|t| !t.is_word() || !t.is_capital())
                && input.word() == keyword::OR =>
        {
            let counts = any_unit(after).is_ok() || after.peek().is_some_and(|t| t.shape == Shape::Lower);
            if counts { (input, unit) } else { (after, unit) }
        }
        _ => (input, unit),
    }
}

/// Whether number and unit make a length: not an age, not a name, not 'a second', not 'the first half'.
fn admits(led: Cursor, rest: Cursor, unit: Unit, by: Amount, joined: bool) -> bool {
    let word = led.to(rest.at - 1);
    let plain = joined || led.peek().is_some_and(|t| t.word != keyword::A || unit != Unit::Second);
    let named =
        joined && word.peek().is_some_and(Token::is_capital) && rest.peek().is_some_and(Token::is_capital);
    let ordinal = unit == Unit::Half || (unit == Unit::Quarter && (joined || by == Amount::whole(1)));
    let titled = word.peek().is_some_and(|t| t.shape == Shape::Capital) && !joined;
    let one = by == Amount::whole(1) && !joined && matches!(led.word(), keyword::A | keyword::AN);
    let number = !one || pick!(Term::Unit(_) => ())(word).is_ok();
    // A batsman's.
    let score = unit == Unit::Century && by == Amount::Exact(50) && pick!(Term::Units(_) => ())(word).is_ok();
    let tiny = unit == Unit::Minute && led.word() == keyword::A && is_tiny(rest);
    plain
        && number
        && !tiny
        && !score
        && !named
        && !titled
        && !ordinal
        && !is_age(rest)
        && unit != Unit::Weekend
}

/// Whether 'minute' says how small something is: 'a minute crack'.
fn is_tiny(rest: Cursor) -> bool {
    let noun = rest.peek().is_some_and(|token| token.shape == Shape::Lower && !token.word.is_keyword());
    noun && rest.page.terms(rest.at).next().is_none()
}

/// Whether an age is said: 'six years old', '6-year-old', '6 months and older', '40 years of age'.
fn is_age(rest: Cursor) -> bool {
    let after = joint(rest).map_or(rest, |(rest, _)| rest);
    let text = after.text();
    let older = |input: Cursor| ["old", "olds", "older", "younger"].contains(&input.text());
    ["old", "olds"].contains(&text)
        || (word(keyword::AND)(rest).or_else(|_| word(keyword::OR)(rest)).is_ok_and(|(next, _)| older(next)))
        || (rest.word() == keyword::OF && rest.to(rest.at + 1).text() == "age")
}

/// 'the past decade', 'the past year'
fn past_unit(input: Cursor) -> Read<Long> {
    let (rest, _) = article(input)?;
    let (rest, _) = pick!(Term::Past => ())(rest)?;
    let (rest, unit) = any_unit(rest)?;
    let some = input.page.str(rest.at - 1).ends_with('s');
    let by = if some { Amount::Some } else { Amount::whole(1) };
    Ok((rest, ("duration/past", vec![(by, unit)])))
}

/// 'the year' of 'the year ended March 31', which is no year of the calendar.
fn year_ended(input: Cursor) -> Read<Long> {
    let (rest, _) = pick!(Term::Article => ())(input)?;
    let (rest, _) = pick!(Term::Unit(Unit::Year) => ())(skip(rest, pick!(Term::Fiscal => ())))?;
    pick!(Term::Ended => ())(rest)?;
    Ok((rest, ("duration/year-ended", vec![(Amount::whole(1), Unit::Year)])))
}

/// 'decades-long', 'year-long', 'weeklong'
fn long(input: Cursor) -> Read<Long> {
    let (rest, unit) = any_unit(input)?;
    let some = input.text().ends_with('s');
    let (rest, _) = hyphen(rest)?;
    ensure(rest, rest.word() == keyword::LONG)?;
    let by = if some { Amount::Some } else { Amount::whole(1) };
    Ok((rest.to(rest.at + 1), ("duration/long", vec![(by, unit)])))
}

/// 'for weeks', 'in minutes', 'recent years'
fn plural(input: Cursor) -> Read<Long> {
    let led = match determiner(input) {
        Ok((rest, _)) => rest,
        Err(_) => match pick!(Term::Article => ())(input) {
            Ok((rest, _)) if is_placed_unit(rest) => rest,
            _ => skip(input, pick!(Term::Recent => ())),
        },
    };
    let (rest, unit) = pick!(Term::Units(u) => u)(led)?;
    ensure(rest, (led.at > input.at || is_led(input)) && hyphen(rest).is_err())?;
    // 'said that months of work lie ahead'
    ensure(rest, !matches!(input.word(), keyword::THAT | keyword::THIS))?;
    ensure(rest, !matches!(unit, Unit::Half | Unit::Weekend))?;
    ensure(rest, led.at > input.at || unit != Unit::Quarter)?;
    let (rest, unit) = or_plural(rest, unit);
    Ok((rest, ("duration/plural", vec![(Amount::Some, unit)])))
}

/// 'weeks or months'
fn or_plural(input: Cursor, unit: Unit) -> (Cursor, Unit) {
    let joint = word(keyword::OR)(input).or_else(|_| word(keyword::AND)(input));
    match joint.and_then(|(rest, _)| pick!(Term::Units(u) => u)(rest)) {
        Ok((rest, _)) => (rest, unit),
        Err(_) => (input, unit),
    }
}

/// Whether a preposition of time leads.
fn is_led(input: Cursor) -> bool {
    use keyword::*;
    input.before().is_some_and(|token| matches!(token.word, FOR | IN | WITHIN | AFTER | OVER | THROUGH))
}
