"""Parquet files hold what was written into them, and what is no such file is said."""

from __future__ import annotations

import builtins
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from central import parquet
from central.errors import ConfigError

COLUMNS = ("service_day", "visit", "rev", "suspect_clock", "stages", "agent")


def row(number: int) -> tuple[object, ...]:
    return date(2024, 10, 1), f"v{number}", number, False, '[{"service": "د"}]', None


def test_what_was_written_is_read_in_parts_and_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_ROWS_AT_ONCE", 2)
    file = tmp_path / "it's a file.parquet"
    parquet.write(file, COLUMNS, map(row, range(5)))
    parquet.to_disk(file)
    assert list(parquet.revisions(file)) == [(f"v{number}", number) for number in range(5)]
    found = list(parquet.visits([file], "SELECT * FROM read_parquet(?) WHERE rev > ? ORDER BY rev", (2,)))
    assert [(one.visit, one.service_day, one.stages[0]["service"], one.agent) for one in found] == [
        ("v3", date(2024, 10, 1), "د", None),
        ("v4", date(2024, 10, 1), "د", None),
    ]


def test_an_empty_month_is_a_file_without_rows(tmp_path: Path) -> None:
    parquet.write(tmp_path / "none.parquet", COLUMNS, [])
    assert list(parquet.revisions(tmp_path / "none.parquet")) == []


def test_without_duckdb_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without(name: str, *more: Any, **named: Any) -> Any:
        if name == "duckdb":
            raise ImportError(name)
        return found(name, *more, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ConfigError, match=r"pip install -r requirements/archive\.txt"):
        parquet.duckdb_in_memory().__enter__()


def test_what_duckdb_cannot_do_is_said_in_its_words(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="DuckDB: IO Error"):
        parquet.write(tmp_path / "no such folder" / "month.parquet", COLUMNS, [row(1)])
    (tmp_path / "cut.parquet").write_bytes(b"PAR1")
    with pytest.raises(ConfigError, match=r"DuckDB: .*cut\.parquet"):
        list(parquet.revisions(tmp_path / "cut.parquet"))
