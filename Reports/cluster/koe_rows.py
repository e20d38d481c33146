#!/usr/bin/env python3
"""Prints the rows of Parquet files as NDJSON: koe_rows.py FOLDER-OR-FILE…

Koe has no reader of Parquet of its own: Arrow, whose format it is, reads it here. Files come in the order of their
names, a file at a time and a batch at a time. Every file must have the columns and types of the first one: a reader
that takes those of the first file for all would round or cut what the others hold without a word.

Whole numbers, texts, flags, and lists of them go through as they are; times as milliseconds of UTC. Numbers with a
fraction are an error in results of koe cluster, which has none, and printed with 17 digits elsewhere (--any).
"""
import json
import os
import sys

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except Exception as error:  # What stands under the name may be anything.
    print(f"koe: {sys.executable} has no pyarrow that reads Parquet ({error}): make setup-cluster, or name another Python "
          "with --python or KOE_PYTHON", file=sys.stderr)
    sys.exit(2)


def files(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from sorted(os.path.join(path, name) for name in os.listdir(path) if name.endswith(".parquet"))
        else:
            yield path


def is_exact(kind):
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return is_exact(kind.value_type)
    return pa.types.is_integer(kind) or pa.types.is_string(kind) or pa.types.is_large_string(kind) \
        or pa.types.is_boolean(kind)


def prepared(table):
    """The columns as JSON holds them."""
    for place, field in enumerate(table.schema):
        if pa.types.is_timestamp(field.type):
            # A time without a zone stays one: its milliseconds would claim a zone that nobody gave.
            kind = pa.int64() if field.type.tz else pa.string()
            column = table.column(place)
            column = column.cast(pa.timestamp("ms", field.type.tz), safe=False).cast(kind) if field.type.tz \
                else column.cast(kind)
            table = table.set_column(place, field.name, column)
    return table


def main():
    arguments = sys.argv[1:]
    takes_any = "--any" in arguments
    first = None
    for path in files([argument for argument in arguments if argument != "--any"]):
        file = pq.ParquetFile(path)
        schema = file.schema_arrow
        if first is None:
            first = schema
        if not schema.equals(first, check_metadata=False):
            sys.exit(f"koe: {path} has other columns or types than the files before it")
        for field in schema:
            if not takes_any and not is_exact(field.type):
                sys.exit(f"koe: {path}: the column {field.name} is {field.type}, and must hold whole numbers or text")
        for batch in file.iter_batches(batch_size=4096):
            rows = prepared(pa.Table.from_batches([batch])).to_pylist()
            sys.stdout.write("".join(
                json.dumps({name: value for name, value in row.items() if value is not None}, ensure_ascii=False,
                           separators=(",", ":")) + "\n" for row in rows))
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        main()
    except (OSError, pa.ArrowException) as error:
        sys.exit(f"koe: {error}")
