//! Figures and what looks like one.
//!
//! A reading is written as bound, value, kind of unit with its code, `/` what it is per, and in brackets what is counted.

mod hits;
mod near_misses;

use super::{Quantity, QuantityUnit};
use crate::fact::Bound;
use crate::value::{Page, sample};

fn bound(quantity: &Quantity) -> &'static str {
    match quantity.bound {
        Bound::Exact | Bound::Range => "",
        Bound::About => "~",
        Bound::MoreThan => ">",
        Bound::AtLeast => ">=",
        Bound::LessThan => "<",
        Bound::AtMost => "<=",
    }
}

fn unit(unit: &QuantityUnit) -> String {
    let code = unit.code.as_ref().map_or(String::new(), |code| format!(":{code}"));
    format!(" {}{code}", unit.kind.as_str())
}

fn reading(page: &Page, quantity: &Quantity) -> String {
    let value = match (quantity.value, quantity.low, quantity.high) {
        (Some(value), ..) => value.round_dp(4).normalize().to_string(),
        (None, Some(low), Some(high)) => format!("{low}..{high}"),
        _ => String::new(),
    };
    let per = quantity.per.as_ref().and_then(|per| per.tokens.clone());
    let per = per.map_or(String::new(), |tokens| format!("/{}", page.slice(&tokens)));
    let counted =
        quantity.counted.as_ref().map_or(String::new(), |tokens| format!(" [{}]", page.slice(tokens)));
    let unit = quantity.unit.as_ref().map_or(String::new(), unit);
    format!("{}{value}{unit}{per}{counted}", bound(quantity))
}

fn check(text: &str, want: &[(&str, &str)]) {
    sample::values(text, |page, values| {
        let got: Vec<(String, &str)> = (values.quantities.all().iter())
            .map(|quantity| (reading(page, quantity), page.slice(&quantity.tokens)))
            .collect();
        let got: Vec<(&str, &str)> = got.iter().map(|(reading, text)| (reading.as_str(), *text)).collect();
        assert_eq!(got, want, "{text}");
    });
}
