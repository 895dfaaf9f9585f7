//! The options that say how input is to be read.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use serde_json::{Value, json};

use crate::input::{Fields, Format, Label, Limits, Options, Rename};

/// How input is to be read.
#[derive(Args, Clone)]
#[command(next_help_heading = "Input")]
pub(super) struct InputOptions {
    /// Format of all input, over what names and first bytes say
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    from: Option<Format>,
    /// What a field of records is called: text=body, published=meta.date,date (repeat for id, text, title, published, source)
    #[arg(long = "field", value_name = "FIELD=NAME,…")]
    fields: Vec<Rename>,
    /// Encoding of all texts, over what they say themselves: windows-1251, shift_jis, utf-16le
    #[arg(long, value_name = "LABEL")]
    encoding: Option<Label>,
    /// A page of a crawl that names no day was published on the day it was fetched
    #[arg(long)]
    crawl_day: bool,
    /// Largest article, with its markup or other fields (8M, 500k; 0 lifts the limit)
    #[arg(long, value_name = "SIZE", default_value = "8M", value_parser = size)]
    max_article: u64,
    /// How many times its own size a file may unpack to (0 lifts the limit)
    #[arg(long, value_name = "N", default_value_t = Limits::default().ratio)]
    max_ratio: u64,
    /// How much a file may unpack to (0 lifts the limit)
    #[arg(long, value_name = "SIZE", default_value = "1T", value_parser = size)]
    max_unpacked: u64,
}

impl InputOptions {
    /// The options by name, as a run is told apart by.
    pub(super) fn named(&self) -> Value {
        json!({
            "from": self.from.map(|format| format!("{format:?}").to_lowercase()),
            "fields": self.fields.iter().map(Rename::to_string).collect::<Vec<_>>(),
            "encoding": self.encoding.map(|label| label.to_string()),
            "crawl_day": self.crawl_day,
            "max_article": self.max_article,
            "max_ratio": self.max_ratio,
            "max_unpacked": self.max_unpacked,
        })
    }
}

impl From<&InputOptions> for Options {
    fn from(options: &InputOptions) -> Options {
        let mut fields = Fields::default();
        options.fields.iter().for_each(|rename| fields.set(rename));
        let InputOptions { max_article: article, max_ratio: ratio, max_unpacked: unpacked, .. } = *options;
        Options {
            format: options.from,
            encoding: options.encoding,
            fields,
            limits: Limits { article, ratio, unpacked },
            crawl_day: options.crawl_day,
        }
    }
}

fn formats() -> impl TypedValueParser<Value = Format> {
    // Only the names of formats get past the first parser.
    PossibleValuesParser::new(Format::names()).map(|name| Format::named(&name).unwrap_or(Format::Text))
}

/// A number of bytes: `8M`, `500k`, `1T`.
fn size(text: &str) -> Result<u64, String> {
    const UNITS: &[(char, u64)] = &[('k', 1 << 10), ('m', 1 << 20), ('g', 1 << 30), ('t', 1 << 40)];
    let unit = text.chars().last().map(|last| last.to_ascii_lowercase());
    let (digits, factor) = match UNITS.iter().find(|(letter, _)| Some(*letter) == unit) {
        Some((_, factor)) => (&text[..text.len() - 1], *factor),
        None => (text, 1),
    };
    let number = digits.parse::<u64>().ok().and_then(|number| number.checked_mul(factor));
    number.ok_or_else(|| "write a number of bytes, or one with k, M, G or T behind it".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes() {
        let cases = [
            ("0", Some(0)),
            ("500", Some(500)),
            ("8M", Some(8 << 20)),
            ("1t", Some(1 << 40)),
            ("M", None),
            ("1.5G", None),
            ("", None),
            ("é", None),
        ];
        for (text, want) in cases {
            assert_eq!(size(text).ok(), want, "{text}");
        }
    }
}
