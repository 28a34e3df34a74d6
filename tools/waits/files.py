"""Read the files of `waits replay`: tables of comma-separated values, plain or gzipped, and which days are scored."""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import IO, TypeVar

HISTORY_SHARE = 0.6
"""The first part of the days teaches; the rest is scored."""
Row = dict[str, str]
LINE = "line of the file"
"""Stands among a row's values, so that what is wrong with one can be found."""
_EMPTY = {"", "na", "nan", "none", "null"}
Day = TypeVar("Day", str, int)


class WaitsFileError(Exception):
    """A file that cannot be read as what its name says; says which and why."""


@dataclass(frozen=True)
class DataSet:
    """One set of files: `kind` is hall, warsaw or technion; `files` by their part of the name."""

    name: str
    kind: str
    files: dict[str, Path]


def data_sets(folder: Path) -> list[DataSet]:
    """Return the data sets in the folder, by name; raise WaitsFileError where one of a set's files is missing."""
    if not folder.is_dir():
        raise WaitsFileError(f"{folder} is no folder")
    found = [_hall(path, folder) for path in _named(folder, "hall_*_visits.csv")]
    for kind in ("warsaw", "technion"):
        paths = _named(folder, "warsaw_tickets*.csv" if kind == "warsaw" else "technion*.csv")
        for path in paths:
            name = (
                kind if len(paths) == 1 else f"{kind}_{_stem(path).removeprefix(f'{kind}_').removeprefix('tickets_')}"
            )
            found.append(DataSet(name, kind, {"rows": path}))
    return found


def rows_of(path: Path, columns: Iterable[str]) -> list[Row]:
    """Return the rows of a table; raise WaitsFileError if a column or a value is missing, or if it is not a table."""
    try:
        with _opened(path) as lines:
            reader = csv.DictReader(lines)
            missing = set(columns) - set(reader.fieldnames or ())
            if missing:
                raise WaitsFileError(f"{path} has no column {', '.join(sorted(missing))}")
            return [_whole(row, reader.line_num, path) for row in reader]
    except (OSError, EOFError, zlib.error, UnicodeDecodeError, csv.Error) as error:
        raise WaitsFileError(f"{path} cannot be read: {error}") from error


def _whole(row: Row, line: int, path: Path) -> Row:
    if None in row or None in row.values():
        raise WaitsFileError(f"{path}, line {line}: it should have as many values as there are columns")
    row[LINE] = str(line)
    return row


def number(row: Row, column: str, path: Path) -> float:
    """Return the number in a column; raise WaitsFileError where there is none."""
    found = optional(row, column, path)
    if found is None:
        raise odd(row, path, f"{column} is empty and should be a number")
    return found


def optional(row: Row, column: str, path: Path) -> float | None:
    """Return the number in a column, or None where it is empty; raise WaitsFileError for anything else."""
    text = row.get(column, "").strip()
    if text.lower() in _EMPTY:
        return None
    try:
        found = float(text)
    except ValueError as error:
        raise odd(row, path, f"{column} should be a number and is {text[:40]!r}") from error
    if not isfinite(found):
        raise odd(row, path, f"{column} should be a number and is {text[:40]!r}")
    return found


def odd(row: Row, path: Path, what: str) -> WaitsFileError:
    """Return the error that names the file, the line and what is wrong with it."""
    return WaitsFileError(f"{path}, line {row[LINE]}: {what}")


def scored_days(days: Iterable[Day]) -> list[Day]:
    """Return the days that are scored: all after the first 60 %, rounded down.

    >>> scored_days([1, 2, 3, 4])
    [3, 4]
    """
    in_order = sorted(set(days))
    return in_order[int(len(in_order) * HISTORY_SHARE) :]


def by_day(rows: Sequence[Row], column: str) -> dict[str, list[tuple[int, Row]]]:
    """Return the rows with their places in the file, by day."""
    found: dict[str, list[tuple[int, Row]]] = {}
    for at, row in enumerate(rows):
        found.setdefault(row[column], []).append((at, row))
    return found


def _hall(visits: Path, folder: Path) -> DataSet:
    name = _stem(visits).removesuffix("_visits")
    files = {"visits": visits}
    for part in ("away", "bookings"):
        of_part = _named(folder, f"{name}_{part}.csv")
        if not of_part:
            raise WaitsFileError(f"{visits.name} needs {name}_{part}.csv.gz beside it")
        files[part] = of_part[0]
    own = folder / f"{name}_setup.json"
    files["setup"] = own if own.exists() else folder / "hall_setup.json"
    if not files["setup"].exists():
        raise WaitsFileError(f"{visits.name} needs hall_setup.json beside it")
    return DataSet(name, "hall", files)


def _named(folder: Path, pattern: str) -> list[Path]:
    return sorted([*folder.glob(pattern), *folder.glob(f"{pattern}.gz")])


def _stem(path: Path) -> str:
    return path.name.removesuffix(".gz").removesuffix(".csv")


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8-sig", newline="")
    return path.open(encoding="utf-8-sig", newline="")
