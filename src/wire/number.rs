//! Exact decimals as JSON numbers: no float between the text and the record.

use rust_decimal::Decimal;
use serde::de::Error as _;
use serde::ser::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::value::RawValue;

/// A decimal that is written as a JSON number, without trailing zeros: `65.26`, `230000000`.
///
/// It can only be read from JSON text, since every other way leads through a float.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Number(pub Decimal);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.0.normalize().to_string();
        RawValue::from_string(text).map_err(S::Error::custom)?.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Number, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let read = Decimal::from_str_exact(raw.get()).or_else(|_| Decimal::from_scientific(raw.get()));
        read.map(Number).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stay_exact() {
        let cases = [
            ("0", "0"),
            ("230000000", "230000000"),
            ("65.26", "65.26"),
            ("65260000.00", "65260000"),
            ("-0.10", "-0.1"),
            ("0.1000000000000000000000000001", "0.1000000000000000000000000001"),
            ("79228162514264337593543950335", "79228162514264337593543950335"),
        ];
        for (text, want) in cases {
            let number = Number(Decimal::from_str_exact(text).unwrap());
            let json = serde_json::to_string(&number).unwrap();
            assert_eq!(json, want);
            assert_eq!(serde_json::from_str::<Number>(&json).unwrap(), number);
        }
        assert_eq!(serde_json::from_str::<Number>("2.5e6").unwrap().0, Decimal::from(2_500_000));
    }

    #[test]
    fn no_numbers() {
        for json in ["\"1\"", "null", "1e99", "[1]"] {
            assert!(serde_json::from_str::<Number>(json).is_err(), "{json}");
        }
    }
}
