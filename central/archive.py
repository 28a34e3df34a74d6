"""Move closed months out of the database into Parquet files.

A month goes in steps that can stop anywhere: the file is written beside its name, read back and compared (count and
digest of every visit and revision); then, in one transaction, the month is noted, its visits are removed, the file gets
its name, and all of it is committed. A file without a note is no archive: its visits are still in the database, and it
is written again. A month that is noted is never written again. Agents are left out of it: it is kept for figures.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select

from central import parquet
from central.config import KEPT_MONTHS
from central.errors import ConfigError
from central.partitions import month_of
from central.rollups import count_alone
from central.tables import visit
from central.tables_rollup import archived_month, dirty_day
from contracts.codec import to_json
from contracts.outbox_entry import day_digest

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


def first_kept(today: date, kept: int = KEPT_MONTHS) -> date:
    """Return the first day that stays in the database while the `kept` whole months before today's stay.

    >>> first_kept(date(2026, 11, 24))
    datetime.date(2024, 11, 1)
    """
    months = today.year * 12 + today.month - 1 - kept
    return date(months // 12, months % 12 + 1, 1)


def closed_months(engine: Engine, *, today: date, kept: int = KEPT_MONTHS) -> Sequence[date]:
    """Return the months older than `kept` whole months that are in the database and not in a file, oldest first."""
    before, moved = first_kept(today, kept), {one.month for one in archived(engine)}
    query = select(func.min(visit.c.service_day)).where(visit.c.service_day < before)
    found: list[date] = []
    with engine.connect().execution_options(read_only=True) as connection:
        while (oldest := connection.execute(query).scalar_one()) is not None:
            first, after = month_of(oldest)
            found.append(first)
            query = select(func.min(visit.c.service_day)).where(
                visit.c.service_day >= after, visit.c.service_day < before
            )
    return [month for month in found if month not in moved]


def archive(
    engine: Engine,
    folder: Path,
    month: date,
    *,
    now: datetime,
    read_back: Callable[[Path], Iterable[tuple[str, int]]] = parquet.revisions,
) -> Archived:
    """Move a month into a file of `folder`; ConfigError, and nothing removed, when its roll-ups lag or it differs."""
    first, after = month_of(month)
    where = (visit.c.service_day >= first, visit.c.service_day < after)
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"visits-{first:%Y-%m}.parquet"
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    with _one_picture(engine) as connection, connection.begin():
        # Who looked whether the month is archived, and then counts what is left of it, would count nothing.
        count_alone(connection)
        _check_counted(connection, first, after)
        told = _count_and_digest(connection.execute(_streamed(select(visit.c.visit, visit.c.rev).where(*where))))
        parquet.write(part, _COLUMNS, _rows(connection, where))
        read = _count_and_digest(read_back(part))
        if read != told:
            raise ConfigError(f"{part} holds {read[0]} visits, the database {told[0]}: nothing was removed")
        parquet.to_disk(part)
        found = Archived(first, *told, target.name)
        # The note comes before the name: of two who move the same month one fails here, and the file stays.
        connection.execute(insert(archived_month), [{**found.__dict__, "archived_at": now}])
        if connection.execute(delete(visit).where(*where)).rowcount != found.visits:
            raise ConfigError(f"a visit of {first:%Y-%m} came meanwhile: nothing was removed, try again")
        part.replace(target)
        parquet.to_disk(target)
    return found


def archived(engine: Engine) -> Sequence[Archived]:
    """Return the months that lie in files, the oldest first."""
    columns = [archived_month.c[name] for name in Archived.__dataclass_fields__]
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(select(*columns).order_by(archived_month.c.month))
        return [Archived(*row) for row in rows]


def any_archived(connection: Connection, days: Iterable[date]) -> bool:
    """Say whether one of these days lies in a month that was moved into a file."""
    months = {day.replace(day=1) for day in days}
    found = select(archived_month.c.month).where(archived_month.c.month.in_(months)).limit(1)
    return bool(months) and connection.execute(found).first() is not None


def _one_picture(engine: Engine) -> Connection:
    """Return a connection whose transaction sees one picture: what was read is what is removed, or nothing is."""
    if engine.dialect.name == "postgresql":
        return engine.connect().execution_options(isolation_level="REPEATABLE READ")
    return engine.connect()


def _check_counted(connection: Connection, first: date, after: date) -> None:
    lag = select(func.count()).select_from(dirty_day)
    if connection.execute(lag.where(dirty_day.c.service_day >= first, dirty_day.c.service_day < after)).scalar_one():
        raise ConfigError(f"{first:%Y-%m} has days that are not counted yet: try again in a minute")


def _streamed(query: Any) -> Any:  # noqa: ANN401 - selects of different rows share no type
    return query.execution_options(yield_per=5_000)


def _rows(connection: Connection, where: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    query = select(*(visit.c[name] for name in _COLUMNS)).where(*where).order_by(*visit.primary_key.columns)
    for row in connection.execute(_streamed(query)):
        values = row._asdict()
        values["stages"] = json.dumps([_without_agent(stage) for stage in values["stages"]])
        for name in _INSTANTS:
            values[name] = values[name] and to_json(values[name])
        yield tuple(values.values())


def _without_agent(stage: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in stage.items() if name != "agent"}


def _count_and_digest(pairs: Iterable[Any]) -> tuple[int, str]:
    count = 0

    def counted() -> Iterator[tuple[str, int]]:
        nonlocal count
        for visit_id, rev in pairs:
            count += 1
            yield visit_id, rev

    digest = day_digest(counted())
    return count, digest
