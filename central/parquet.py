"""Write visits into Parquet files and read them again; the only module that speaks to DuckDB.

Whatever DuckDB cannot do (a full disk, a file that is gone or damaged) is a ConfigError with its own words.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from central.errors import ConfigError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_ROWS_AT_ONCE = 5_000
_KINDS = {"service_day": "DATE", "suspect_clock": "BOOLEAN"}
_NUMBERS = {"rev", "counter", "waiting_s", "time_to_begin_s", "serving_s"}


def write(file: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write the rows, each with its values in the order of `columns`, a few thousand at a time."""
    told = ", ".join(f"{name} {_KINDS.get(name, 'INTEGER' if name in _NUMBERS else 'VARCHAR')}" for name in columns)
    insert_row = f"INSERT INTO month VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - only places
    left = iter(rows)
    with duckdb_in_memory() as database:
        database.execute(f"CREATE TABLE month ({told})")
        while part := list(islice(left, _ROWS_AT_ONCE)):
            database.executemany(insert_row, part)
        quoted = str(file).replace("'", "''")
        database.execute(f"COPY month TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")


def revisions(file: Path) -> Iterator[tuple[str, int]]:
    """Give every visit and revision in a file."""
    with duckdb_in_memory() as database:
        answer = database.execute("SELECT visit, rev FROM read_parquet(?)", [str(file)])
        while part := answer.fetchmany(_ROWS_AT_ONCE):
            yield from part


def visits(files: Sequence[Path], query: str, values: Sequence[object]) -> Iterator[Any]:
    """Give the rows that `query` finds in `files`, its first value, as rows of a database give their columns."""
    with duckdb_in_memory() as database:
        answer = database.execute(query, [[str(file) for file in files], *values])
        names = [column[0] for column in answer.description or ()]
        while part := answer.fetchmany(_ROWS_AT_ONCE):
            for found in part:
                row = dict(zip(names, found, strict=True))
                row["stages"] = json.loads(row["stages"])
                yield SimpleNamespace(**row, _mapping=row)


def to_disk(file: Path) -> None:
    """Return when the file and its name are on the disk."""
    for path in (file, file.parent):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def duckdb_in_memory() -> Iterator[DuckDBPyConnection]:
    """Give a DuckDB that loads nothing from elsewhere; ConfigError says how to install it, or what it cannot do."""
    try:
        import duckdb
    except ImportError as error:
        raise ConfigError("closed months need DuckDB: pip install -r requirements/archive.txt") from error
    try:
        with duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False}) as made:
            yield made
    except duckdb.Error as error:
        raise ConfigError(f"DuckDB: {error}") from error
