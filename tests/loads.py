#!/usr/bin/env python3
"""Loads what `extract --out` wrote with DuckDB, pandas, Polars, Hugging Face datasets and Frictionless, without a word about it.

usage: loads.py VENV FOLDER …     each FOLDER one run's output, named by its format: csv, facts, jsonl, parquet

VENV is made where it is missing, and the packages are installed there. Ends with 77 where that can't be done.
"""
import json
import os
import pathlib
import subprocess
import sys

PACKAGES = ["duckdb", "pandas", "polars", "pyarrow", "datasets", "frictionless"]
CANNOT = 77


def prepare(venv):
    """Runs this very script by the Python of the venv, where the packages are."""
    python = venv / "bin" / "python"
    done = venv / "installed"
    if not done.exists():
        made = subprocess.run([sys.executable, "-m", "venv", venv], check=False)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        if made.returncode or subprocess.run(install, check=False).returncode:
            sys.exit(CANNOT)
        done.touch()
    offline = {"HF_HUB_OFFLINE": "1", "HF_DATASETS_OFFLINE": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1"}
    os.execve(python, [python, *sys.argv], {**os.environ, **offline, "DATELINE_VENV": "1"})


def same(what, got, want):
    if got != want:
        sys.exit(f"{what}: {got!r}, not {want!r}")


SQL = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE"}
NULLABLE = {"string": "string", "integer": "Int64", "number": "Float64"}
ARROW = {"string": "string", "integer": "int64", "number": "float64"}


class Table:
    """A table, and what the package says of it."""

    def __init__(self, root, form, resource):
        self.root, self.form, self.name = root, form, resource["name"]
        self.place = f"{form}/{self.name}"
        self.rows = sum(part["rows"] for part in resource["parts"])
        self.paths = [str(root / part["path"]) for part in resource["parts"]]
        self.glob = str(pathlib.Path(self.paths[0]).parent / f"*{pathlib.Path(self.paths[0]).suffix}")
        self.fields = [(field["name"], field["type"]) for field in resource.get("schema", {}).get("fields", [])]

    def types(self, names):
        return [names[kind] for _, kind in self.fields]

    def duckdb(self):
        import duckdb

        table = duckdb.sql(f"SELECT * FROM '{self.glob}'")
        same(f"{self.place}: rows in DuckDB", len(table.fetchall()), self.rows)
        if self.form == "parquet":
            same(f"{self.place}: types in DuckDB", [str(kind) for kind in table.types], self.types(SQL))

    def pandas(self):
        import pandas

        read = {
            "parquet": lambda path: pandas.read_parquet(path, dtype_backend="numpy_nullable"),
            "csv": lambda path: pandas.read_csv(path, dtype_backend="numpy_nullable"),
        }.get(self.form, lambda path: pandas.read_json(path, lines=True, dtype_backend="numpy_nullable"))
        frames = [read(path) for path in self.paths]
        same(f"{self.place}: rows in pandas", sum(map(len, frames)), self.rows)
        if self.form == "parquet":
            types = [str(kind) for kind in frames[0].dtypes]
            same(f"{self.place}: types in pandas", types, self.types(NULLABLE))
        for frame in frames:
            whole = [name for name, kind in self.fields if kind == "integer" and name in frame and frame[name].notna().any()]
            floats = [name for name in whole if "float" in str(frame[name].dtype).lower()]
            same(f"{self.place}: whole numbers that are floats in pandas", floats, [])

    def polars(self):
        import polars

        if self.form == "parquet":
            count = polars.scan_parquet(self.glob).collect().height
        elif self.form == "csv":
            count = polars.scan_csv(self.glob, infer_schema_length=None).collect().height
        else:
            # It can't read an empty file of lines.
            full = [path for path in self.paths if os.path.getsize(path)]
            count = sum(polars.read_ndjson(path, infer_schema_length=None).height for path in full)
        same(f"{self.place}: rows in Polars", count, self.rows)

    def datasets(self, cache):
        import datasets

        datasets.disable_progress_bars()
        if not self.rows:
            return  # A data set without rows can't be loaded.
        loaded = datasets.load_dataset(str(self.root), self.name, split="train", cache_dir=cache)
        same(f"{self.place}: rows in datasets", len(loaded), self.rows)
        if self.form == "parquet":
            types = [str(feature.dtype) for feature in loaded.features.values()]
            same(f"{self.place}: types in datasets", types, self.types(ARROW))


def frictionless(root):
    from frictionless import Package

    package = Package(str(root / "datapackage.json"))
    report = package.validate()
    errors = [f"{task.name}: {error.note}" for task in report.tasks for error in task.errors]
    same("frictionless", (report.valid, errors + [error.note for error in report.errors]), (True, []))


def joins(root):
    """One line of SQL over two tables."""
    import duckdb

    query = f"""SELECT count(*) FROM '{root}/parties/*.parquet' JOIN '{root}/documents/*.parquet' d
        USING (article_id) JOIN '{root}/articles/*.parquet' USING (article_id) WHERE document_id = d.id"""
    parties = duckdb.sql(f"SELECT count(*) FROM '{root}/parties/*.parquet'").fetchall()
    same("parties that join documents", duckdb.sql(query).fetchall(), parties)


def shown(root):
    """The queries that the documentation shows."""
    import duckdb

    page = (pathlib.Path(__file__).parent.parent / "docs" / "outputs.md").read_text()
    for block in page.split("```sql\n")[1:]:
        for query in block.split("```")[0].splitlines():
            duckdb.sql(query.replace("tables/", f"{root}/")).fetchall()


def check(root, cache):
    form = root.name
    resources = json.loads((root / "datapackage.json").read_text())["resources"]
    for resource in resources:
        table = Table(root, form, resource)
        table.duckdb()
        table.pandas()
        table.polars()
        if form != "jsonl":
            table.datasets(cache)
    if form == "csv":
        frictionless(root)
    if form == "parquet":
        joins(root)
        shown(root)
    print(f"{form}: {len(resources)} tables load")


def main():
    # A path, since a bare `csv` is the name of a format to `datasets`.
    venv, *roots = (pathlib.Path(path).absolute() for path in sys.argv[1:])
    if "DATELINE_VENV" not in os.environ:
        prepare(venv)
    for root in roots:
        check(root, str(root.parent / "cache"))


if __name__ == "__main__":
    main()
