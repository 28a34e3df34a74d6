"""Move closed months out of the database into Parquet files, and read them as figures' stages from there.

A month goes in steps that can stop anywhere: the file is written beside its name, read back and compared (count and
digest of every visit and revision) and renamed; then the month is noted and its visits are removed, in one transaction.
A file without a note is written again. Agents are left out of it: it is kept for figures.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, delete, func, insert, select

from central.errors import ConfigError
from central.partitions import month_of
from central.tables import visit
from central.tables_rollup import archived_month, dirty_day
from central.visit_stages import stage_rows
from contracts.codec import to_json
from contracts.outbox_entry import day_digest
from dashboard.stage_rows import DayRows, StageColumns

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

KEPT_MONTHS = 24
_ROWS_AT_ONCE = 5_000
_LEFT_OUT = {"agent", "extra"}
_COLUMNS = tuple(column.name for column in visit.c if column.name not in _LEFT_OUT)
_INSTANTS = ("issued_at", "called_at", "begun_at", "ended_at", "received_at")


@dataclass(frozen=True)
class Archived:
    """One month that lies in a file."""

    month: date
    visits: int
    digest: str
    file: str


def closed_months(engine: Engine, *, today: date, kept: int = KEPT_MONTHS) -> Sequence[date]:
    """Return the months that are still in the database and older than `kept` whole months, the oldest first."""
    months = today.year * 12 + today.month - 1 - kept
    before = date(months // 12, months % 12 + 1, 1)
    query = select(func.min(visit.c.service_day)).where(visit.c.service_day < before)
    found: list[date] = []
    with engine.connect().execution_options(read_only=True) as connection:
        while (oldest := connection.execute(query).scalar_one()) is not None:
            first, after = month_of(oldest)
            found.append(first)
            query = select(func.min(visit.c.service_day)).where(
                visit.c.service_day >= after, visit.c.service_day < before
            )
    return found


def archive(
    engine: Engine,
    folder: Path,
    month: date,
    *,
    now: datetime,
    read_back: Callable[[Path], Iterable[Any]] = lambda file: _query(file, "SELECT visit, rev FROM read_parquet(?)"),
) -> Archived:
    """Move a month into a file of `folder`; ConfigError, and nothing removed, when its roll-ups lag or it differs."""
    first, after = month_of(month)
    where = (visit.c.service_day >= first, visit.c.service_day < after)
    with engine.connect().execution_options(read_only=True) as connection:
        lag = select(func.count()).select_from(dirty_day).where(dirty_day.c.service_day >= first)
        if connection.execute(lag.where(dirty_day.c.service_day < after)).scalar_one():
            raise ConfigError(f"{first:%Y-%m} has days that are not counted yet: try again in a minute")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"visits-{first:%Y-%m}.parquet"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    with engine.begin() as connection:
        told = _count_and_digest(connection.execute(select(visit.c.visit, visit.c.rev).where(*where)))
        _write(part, _rows(connection, where))
        read = _count_and_digest(read_back(part))
        if read != told:
            raise ConfigError(f"{part} holds {read[0]} visits, the database {told[0]}: nothing was removed")
        _to_disk(part)
        part.replace(target)
        found = Archived(first, *told, target.name)
        connection.execute(insert(archived_month), [{**found.__dict__, "archived_at": now}])
        if connection.execute(delete(visit).where(*where)).rowcount != found.visits:
            raise ConfigError(f"a visit of {first:%Y-%m} came meanwhile: nothing was removed, try again")
    return found


def archived(engine: Engine) -> Sequence[Archived]:
    """Return the months that lie in files, the oldest first."""
    columns = [archived_month.c[name] for name in Archived.__dataclass_fields__]
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(select(*columns).order_by(archived_month.c.month))
        return [Archived(*row) for row in rows]


@dataclass(frozen=True)
class ParquetStages:
    """The stages of archived months (`dashboard.stage_rows.StageSource`), of one hall or of all (`hall` empty)."""

    folder: Path
    zone: ZoneInfo
    hall: str = ""

    def days(self, first: date, last: date) -> Sequence[DayRows]:
        """Return each archived service day from the first to the last, oldest first, with its stages."""
        files = sorted(str(path) for path in self.folder.glob("visits-*.parquet"))
        wanted = [file for file in files if f"visits-{first:%Y-%m}" <= Path(file).stem <= f"visits-{last:%Y-%m}"]
        if not wanted:
            return []
        found: dict[date, list[Any]] = {}
        query = "SELECT * FROM read_parquet(?) WHERE service_day BETWEEN ? AND ? AND (? = '' OR hall = ?) ORDER BY ALL"
        for row in _named(wanted, query, (first, last, self.hall, self.hall)):
            found.setdefault(row.service_day, []).extend(stage_rows(row, self.zone))
        return [(day, StageColumns.of(rows)) for day, rows in sorted(found.items())]


def _rows(connection: Connection, where: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    query = select(*(visit.c[name] for name in _COLUMNS)).where(*where).order_by(*visit.primary_key.columns)
    for row in connection.execute(query.execution_options(stream_results=True)):
        values = row._asdict()
        values["stages"] = json.dumps([_without_agent(stage) for stage in values["stages"]])
        for name in _INSTANTS:
            values[name] = values[name] and to_json(values[name])
        yield tuple(values.values())


def _without_agent(stage: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in stage.items() if name != "agent"}


def _write(file: Path, rows: Iterator[tuple[Any, ...]]) -> None:
    kinds = {"service_day": "DATE", "suspect_clock": "BOOLEAN"}
    numbers = {"rev", "counter", "waiting_s", "time_to_begin_s", "serving_s"}
    columns = ", ".join(f"{name} {kinds.get(name, 'INTEGER' if name in numbers else 'VARCHAR')}" for name in _COLUMNS)
    with _duckdb() as database:
        database.execute(f"CREATE TABLE month ({columns})")
        insert_row = f"INSERT INTO month VALUES ({', '.join('?' * len(_COLUMNS))})"  # noqa: S608 - only places
        batch: list[tuple[Any, ...]] = []
        for row in rows:
            batch.append(row)
            if len(batch) == _ROWS_AT_ONCE:
                database.executemany(insert_row, batch)
                batch.clear()
        if batch:
            database.executemany(insert_row, batch)
        quoted = str(file).replace("'", "''")
        database.execute(f"COPY month TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)")


def _query(file: Path, query: str) -> list[tuple[Any, ...]]:
    with _duckdb() as database:
        found: list[tuple[Any, ...]] = database.execute(query, [str(file)]).fetchall()
        return found


def _named(files: Sequence[str], query: str, more: Sequence[object]) -> Iterator[Any]:
    with _duckdb() as database:
        answer = database.execute(query, [list(files), *more])
        names = [column[0] for column in answer.description or ()]
        for values in answer.fetchall():
            row = dict(zip(names, values, strict=True))
            row["stages"] = json.loads(row["stages"])
            yield SimpleNamespace(**row, _mapping=row)


def _count_and_digest(pairs: Iterable[Any]) -> tuple[int, str]:
    found = [(visit_id, rev) for visit_id, rev in pairs]
    return len(found), day_digest(found)


def _duckdb() -> DuckDBPyConnection:
    try:
        import duckdb
    except ImportError as error:
        raise ConfigError("closed months need DuckDB: pip install -r requirements/archive.txt") from error
    return duckdb.connect(config={"autoinstall_known_extensions": False, "autoload_known_extensions": False})


def _to_disk(file: Path) -> None:
    for path in (file, file.parent):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
