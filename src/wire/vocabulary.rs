//! The closed vocabularies as JSON strings. Facts themselves know nothing of JSON.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::fact::{
    Bound, ChangeKind, DateType, Direction, DocumentStatus, DocumentType, MembershipEvent, MembershipStatus,
    Modality, Modifier, PartyKind, Polarity, PublishedSource, RelationType, Source, UnitKind,
};
use crate::text::Unit as OffsetUnit;

/// A value out of a closed list.
pub trait Term: Copy + 'static {
    /// Its name on the wire.
    fn name(self) -> &'static str;
    /// All names, in the order of the wire format.
    fn names() -> Vec<&'static str>;
}

macro_rules! as_strings {
    ($($name:ident),* $(,)?) => {$(
        impl Term for $name {
            fn name(self) -> &'static str {
                self.as_str()
            }

            fn names() -> Vec<&'static str> {
                $name::ALL.iter().map(|term| term.as_str()).collect()
            }
        }

        #[cfg(feature = "cli")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "enum": $name::names() })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                $name::parse(&text).ok_or_else(|| D::Error::custom(format!("unknown value `{text}`")))
            }
        }
    )*};
}

as_strings!(
    Bound,
    ChangeKind,
    DateType,
    Direction,
    DocumentStatus,
    DocumentType,
    MembershipEvent,
    MembershipStatus,
    Modality,
    Modifier,
    PartyKind,
    Polarity,
    PublishedSource,
    RelationType,
    Source,
    UnitKind,
    OffsetUnit,
);
