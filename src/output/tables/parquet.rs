//! Tables as Parquet, compressed by zstd.

use std::sync::Arc;

use arrow_array::builder::{Float64Builder, Int64Builder, StringBuilder};
use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{DataType, Field, Schema};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::{EnabledStatistics, WriterProperties};

use super::{Shard, Table, Writer, Written};
use crate::output::table::{Cell, Column, Holds, Rows};
use crate::wire::Record;

/// Rows that are encoded at once.
const BATCH: usize = 8192;

/// A file of one table.
pub(super) struct Parquet {
    out: ArrowWriter<Shard>,
    schema: Arc<Schema>,
    rows: Builders,
    written: u64,
}

impl Parquet {
    pub fn new(table: &Table, shard: Shard) -> anyhow::Result<Parquet> {
        let schema = Arc::new(Schema::new(table.columns.iter().map(field).collect::<Vec<_>>()));
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_created_by(format!("dateline {}", env!("CARGO_PKG_VERSION")))
            .build();
        let out = ArrowWriter::try_new(shard, schema.clone(), Some(properties))?;
        Ok(Parquet { out, schema, rows: Builders::new(&table.columns), written: 0 })
    }

    /// Encodes the rows that were gathered.
    fn encode(&mut self) -> anyhow::Result<()> {
        if self.rows.count > 0 {
            self.written += self.rows.count as u64;
            self.out.write(&RecordBatch::try_new(self.schema.clone(), self.rows.take())?)?;
        }
        Ok(())
    }
}

impl Writer for Parquet {
    fn put(&mut self, table: &Table, records: &[&Record]) -> anyhow::Result<()> {
        for record in records {
            table.fill(record, &mut self.rows);
            if self.rows.count >= BATCH {
                self.encode()?;
            }
        }
        Ok(())
    }

    fn finish(mut self: Box<Self>, _: &Table) -> anyhow::Result<Written> {
        self.encode()?;
        self.out.into_inner()?.finish(self.written)
    }
}

fn field(column: &Column) -> Field {
    let kind = match column.holds {
        Holds::Text => DataType::Utf8,
        Holds::Whole => DataType::Int64,
        Holds::Real => DataType::Float64,
    };
    Field::new(&column.name, kind, !column.required)
}

/// Rows, column by column.
struct Builders {
    columns: Vec<Builder>,
    next: usize,
    count: usize,
}

enum Builder {
    Text(StringBuilder),
    Whole(Int64Builder),
    Real(Float64Builder),
}

impl Builders {
    fn new(columns: &[Column]) -> Self {
        let columns = columns.iter().map(|column| match column.holds {
            Holds::Text => Builder::Text(StringBuilder::new()),
            Holds::Whole => Builder::Whole(Int64Builder::new()),
            Holds::Real => Builder::Real(Float64Builder::new()),
        });
        Builders { columns: columns.collect(), next: 0, count: 0 }
    }

    fn take(&mut self) -> Vec<ArrayRef> {
        self.count = 0;
        self.columns.iter_mut().map(Builder::finish).collect()
    }
}

impl Builder {
    fn finish(&mut self) -> ArrayRef {
        match self {
            Builder::Text(builder) => Arc::new(builder.finish()),
            Builder::Whole(builder) => Arc::new(builder.finish()),
            Builder::Real(builder) => Arc::new(builder.finish()),
        }
    }

    /// What is not of the column's type becomes null, and a column that must not be null then refuses the batch.
    fn push(&mut self, cell: Cell) {
        match (self, cell) {
            (Builder::Text(builder), Cell::Text(text)) => builder.append_value(text),
            (Builder::Text(builder), _) => builder.append_null(),
            (Builder::Whole(builder), Cell::Whole(number)) => builder.append_value(number),
            (Builder::Whole(builder), _) => builder.append_null(),
            (Builder::Real(builder), Cell::Real(number)) => builder.append_value(number),
            (Builder::Real(builder), _) => builder.append_null(),
        }
    }
}

impl Rows for Builders {
    fn cell(&mut self, cell: Cell) {
        self.columns[self.next].push(cell);
        self.next += 1;
    }

    fn end_row(&mut self) {
        self.next = 0;
        self.count += 1;
    }
}
