//! The record as JSON Schema, out of the types that write it: their documentation is the schema's.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::{Anchor, Field, FieldValue, Id, Named, Number, Record, UserFact};
use crate::rule::ast::{self, Kind};

/// JSON Schema (draft 2020-12) of a record whose `facts` are of the kinds given.
pub fn schema(kinds: &[Kind]) -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut generator = settings.into_generator();
    let facts = facts(kinds, &mut generator);
    let mut schema = generator.into_root_schema_for::<Record>();
    RecursiveTransform(close).transform(&mut schema);
    let mut schema = schema.to_value();
    schema["title"] = json!("The record of an article");
    schema["properties"]["format"] =
        json!({ "const": super::FORMAT, "description": "Version of this format." });
    schema["properties"]["facts"] = facts;
    schema
}

/// Nothing but what is declared stands in an object.
fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
}

/// `facts`: a list for each kind of the user's, its fields those that the kind declares.
fn facts(kinds: &[Kind], generator: &mut SchemaGenerator) -> Value {
    let lists = kinds.iter().map(|kind| {
        let fact = user_fact(kind, generator);
        (kind.name.text.clone(), json!({ "type": "array", "items": fact }))
    });
    let mut schema = closed(lists.collect());
    schema["description"] = json!("Facts of the user's kinds, by kind.");
    schema
}

fn user_fact(kind: &Kind, generator: &mut SchemaGenerator) -> Value {
    let mut schema = UserFact::json_schema(generator).to_value();
    let fields = kind.fields.iter().map(|field| (field.name.text.clone(), user_field(field, generator)));
    schema["properties"]["fields"] = closed(fields.collect());
    schema["additionalProperties"] = Value::Bool(false);
    schema
}

fn user_field(field: &ast::Field, generator: &mut SchemaGenerator) -> Value {
    let value = generator.subschema_for::<FieldValue>();
    if field.list {
        json!({ "type": "array", "items": value })
    } else {
        json!({ "anyOf": [value, { "type": "null" }] })
    }
}

/// An object that has all of some properties and no others.
fn closed(properties: Map<String, Value>) -> Value {
    let names: Vec<&String> = properties.keys().collect();
    json!({ "type": "object", "required": names, "additionalProperties": false, "properties": properties })
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(d|f|doc|m|u)[1-9][0-9]*$",
            "description": "A fact of this record: `d1`, the first date.",
        })
    }
}

impl JsonSchema for Anchor {
    fn schema_name() -> Cow<'static, str> {
        "Anchor".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^(published|d[1-9][0-9]*)$",
            "description": "What a relative date was counted from: `published`, or another date.",
        })
    }
}

impl JsonSchema for Number {
    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "description": "An exact decimal of at most 28 digits." })
    }
}

impl JsonSchema for Field {
    fn schema_name() -> Cow<'static, str> {
        "Field".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<FieldValue>();
        json_schema!({ "anyOf": [value, { "type": "array", "items": value }, { "type": "null" }] })
    }
}

impl<T: JsonSchema> JsonSchema for Named<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Named_{}", T::schema_name()).into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let value = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": value })
    }
}
