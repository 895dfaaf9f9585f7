//! The closed vocabularies as JSON strings. Facts themselves know nothing of JSON.

use serde::de::{Deserialize, Deserializer, Error};
use serde::ser::{Serialize, Serializer};

use crate::fact::{
    Bound, ChangeKind, DateType, Direction, DocumentStatus, DocumentType, MembershipEvent, MembershipStatus,
    Modality, Modifier, PartyKind, Polarity, PublishedSource, RelationType, Source, UnitKind,
};
use crate::text::Unit;

macro_rules! as_strings {
    ($($name:ident),* $(,)?) => {$(
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
    Unit,
);
