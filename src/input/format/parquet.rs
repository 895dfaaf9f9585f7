//! Tables as Parquet: an article a row.

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};

use arrow_array::cast::AsArray;
use arrow_array::types::{
    Date32Type, Date64Type, Float64Type, Int32Type, Int64Type, TimestampMicrosecondType,
    TimestampMillisecondType, TimestampNanosecondType, TimestampSecondType, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{DataType, TimeUnit};
use parquet::arrow::ProjectionMask;
use parquet::arrow::arrow_reader::{
    ArrowReaderOptions, ParquetRecordBatchReader, ParquetRecordBatchReaderBuilder,
};

use crate::input::fetch::{Fetch, Fetched, Stream, failed};
use crate::input::item::{self, Spot, Value};
use crate::input::source::{At, Source};
use crate::input::{Fields, InputError, Name, day};

/// How many rows are read at a time.
const ROWS: usize = 64;

/// The articles of a source.
pub(super) fn articles(source: Source) -> Stream {
    let at = source.at.clone();
    let opened =
        source.seekable().and_then(|file| open(file, &at.options.fields).map_err(|reason| at.error(reason)));
    match opened {
        Err(error) => failed(error),
        Ok(batches) => Box::new(Rows { at, batches, batch: None, next: 0, row: 0, failed: false }),
    }
}

fn all(fields: &Fields) -> impl Iterator<Item = &Name> {
    [&fields.id, &fields.text, &fields.title, &fields.published, &fields.source].into_iter().flatten()
}

/// A reader of the columns that are asked for.
fn open(file: File, fields: &Fields) -> Result<ParquetRecordBatchReader, String> {
    // Types are those of the columns themselves: what a writer notes besides would only bring more ways to hold a text.
    let options = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let damaged = |error| format!("the Parquet table is damaged or ends too soon: {error}");
    let builder =
        guarded(|| ParquetRecordBatchReaderBuilder::try_new_with_options(file, options))?.map_err(damaged)?;
    let columns: Vec<String> = builder.schema().fields().iter().map(|field| field.name().clone()).collect();
    let position = |name: &Name| {
        let first = || name.steps().and_then(|mut steps| steps.next());
        let at = |wanted: &str| columns.iter().position(|column| column == wanted);
        at(name.as_str()).or_else(|| at(first()?))
    };
    if !fields.text.iter().any(|name| position(name).is_some()) {
        return Err(format!("{}; its columns are {}", fields.no_text(), columns.join(", ")));
    }
    let mask = ProjectionMask::roots(builder.parquet_schema(), all(fields).filter_map(position));
    builder.with_projection(mask).with_batch_size(ROWS).build().map_err(damaged)
}

struct Rows {
    at: At,
    batches: ParquetRecordBatchReader,
    batch: Option<RecordBatch>,
    /// The next row of the batch.
    next: usize,
    /// The next row of the table, from 0.
    row: u64,
    failed: bool,
}

impl Iterator for Rows {
    type Item = Fetch;

    fn next(&mut self) -> Option<Fetch> {
        while !self.failed {
            if let Some(batch) = self.batch.as_ref().filter(|batch| self.next < batch.num_rows()) {
                let fetched = self.fetched(batch);
                self.next += 1;
                self.row += 1;
                return Some(fetched);
            }
            let read = guarded(|| self.batches.next())
                .map(|next| next.map(|batch| batch.map_err(|e| e.to_string())));
            match read {
                Ok(None) => return None,
                Ok(Some(Ok(batch))) => (self.batch, self.next) = (Some(batch), 0),
                Ok(Some(Err(reason))) | Err(reason) => {
                    self.failed = true;
                    let reason = format!("the Parquet table is damaged: {reason}");
                    return Some(Err(InputError::new(self.spot().place, reason)));
                }
            }
        }
        None
    }
}

impl Rows {
    fn spot(&self) -> Spot {
        let At { place, below, .. } = &self.at;
        Spot { place: format!("{place}[{}]", self.row), below: format!("{below}[{}]", self.row) }
    }

    fn fetched(&self, batch: &RecordBatch) -> Fetch {
        let spot = self.spot();
        let at = self.at.clone();
        let values: Vec<(Name, Value)> = all(&at.options.fields)
            .filter_map(|name| Some((name.clone(), get(batch, name, self.next)?)))
            .collect();
        let size = values.iter().map(|(_, value)| value.size()).sum::<usize>();
        let limits = at.options.limits;
        if size as u64 > limits.most() {
            return Err(InputError::too_large(spot.place, limits));
        }
        Ok(Fetched::new(spot.place.clone(), size, move || {
            let get =
                |name: &Name| values.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
            Some(item::of_fields(&at.options.fields, &spot, get))
        }))
    }
}

/// What a row holds under a name, or on the way through nested columns.
fn get(batch: &RecordBatch, name: &Name, row: usize) -> Option<Value> {
    if let Some(column) = batch.column_by_name(name.as_str()) {
        return value(column, row);
    }
    let mut steps = name.steps()?;
    let top = batch.column_by_name(steps.next()?)?.clone();
    let column: Option<ArrayRef> =
        steps.try_fold(top, |column, step| column.as_struct_opt()?.column_by_name(step).cloned());
    value(&column?, row)
}

fn value(column: &ArrayRef, row: usize) -> Option<Value> {
    if column.is_null(row) {
        return None;
    }
    let number = |number: String| Some(Value::Number(number));
    let millis = |millis: i64| day::of_millis(millis).map(Value::Day);
    match column.data_type() {
        DataType::Utf8 => Some(Value::Text(column.as_string::<i32>().value(row).to_owned())),
        DataType::LargeUtf8 => Some(Value::Text(column.as_string::<i64>().value(row).to_owned())),
        DataType::Utf8View => Some(Value::Text(column.as_string_view().value(row).to_owned())),
        DataType::Binary => text(column.as_binary::<i32>().value(row)),
        DataType::LargeBinary => text(column.as_binary::<i64>().value(row)),
        DataType::Int32 => number(column.as_primitive::<Int32Type>().value(row).to_string()),
        DataType::Int64 => number(column.as_primitive::<Int64Type>().value(row).to_string()),
        DataType::UInt32 => number(column.as_primitive::<UInt32Type>().value(row).to_string()),
        DataType::UInt64 => number(column.as_primitive::<UInt64Type>().value(row).to_string()),
        DataType::Float64 => number(column.as_primitive::<Float64Type>().value(row).to_string()),
        DataType::Date32 => millis(i64::from(column.as_primitive::<Date32Type>().value(row)) * 86_400_000),
        DataType::Date64 => millis(column.as_primitive::<Date64Type>().value(row)),
        DataType::Timestamp(TimeUnit::Second, _) => {
            millis(column.as_primitive::<TimestampSecondType>().value(row).saturating_mul(1000))
        }
        DataType::Timestamp(TimeUnit::Millisecond, _) => {
            millis(column.as_primitive::<TimestampMillisecondType>().value(row))
        }
        DataType::Timestamp(TimeUnit::Microsecond, _) => {
            millis(column.as_primitive::<TimestampMicrosecondType>().value(row).div_euclid(1000))
        }
        DataType::Timestamp(TimeUnit::Nanosecond, _) => {
            millis(column.as_primitive::<TimestampNanosecondType>().value(row).div_euclid(1_000_000))
        }
        _ => None,
    }
}

/// Bytes that writers who know no texts put in their place.
fn text(bytes: &[u8]) -> Option<Value> {
    std::str::from_utf8(bytes).ok().map(|text| Value::Text(text.to_owned()))
}

/// Does what a broken table may make the library panic on.
fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| "the library failed on it".to_owned())
}
