"""Keep the centre's house: make months ahead, move closed ones into files, drop what is empty, and note how it went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select, text

from central.archive import Archived, archive, archived, closed_months
from central.errors import BusyError, ConfigError
from central.partitions import drop_emptied, make_ahead
from central.tables_rollup import chore_run

CHORE = "archive"
LATE_AFTER = timedelta(hours=50)
"""Two nights without a run are somebody's business."""
_LOCK = 0x64617774  # one runner at a time, whichever process it lives in


@dataclass(frozen=True)
class House:
    """What is to be kept: `kept_months` stay in the database, older ones lie in `folder`; 0 moves none."""

    engine: Engine
    folder: Path
    kept_months: int


@dataclass(frozen=True)
class Kept:
    """What one run did; `problem` is empty where nothing was wrong."""

    moved: Sequence[Archived]
    dropped: Sequence[date]
    problem: str = ""


@dataclass(frozen=True)
class Upkeep:
    """How the house stands (`ok`, `failed`, `late`, `off`, or `waiting`: it never ran), and the months in files."""

    state: str
    ran_at: datetime | None
    problem: str
    months: Sequence[Archived]


def keep_house(house: House, *, today: date, now: datetime) -> Kept:
    """Do all that is due and return it, with what went wrong; BusyError when another runner is at it.

    Each month stands for itself: what fails today is tried again the next night, and those before it are done.
    """
    with _one_runner(house.engine) as alone:
        if not alone:
            raise BusyError("busy", "the house is being kept by another runner just now", retry_after_s=60)
        make_ahead(house.engine, today)
        moved, problems = _moved(house, today=today, now=now) if house.kept_months else ([], [])
        dropped = drop_emptied(house.engine, [one.month for one in archived(house.engine)])
        kept = Kept(moved, dropped, "\n".join(problems))
        _note(house.engine, kept.problem, now=now)
    return kept


def upkeep(house: House, *, now: datetime) -> Upkeep:
    """Return how the house stands."""
    query = select(chore_run.c.ran_at, chore_run.c.problem).where(chore_run.c.chore == CHORE)
    with house.engine.connect().execution_options(read_only=True) as connection:
        row = connection.execute(query).one_or_none()
    ran_at, problem = (row.ran_at, row.problem) if row else (None, "")
    return Upkeep(_state(house, ran_at, problem, now), ran_at, problem, archived(house.engine))


def _state(house: House, ran_at: datetime | None, problem: str, now: datetime) -> str:
    if not house.kept_months:
        return "off"
    if ran_at is None:
        return "waiting"
    return "failed" if problem else "late" if now - ran_at > LATE_AFTER else "ok"


def _moved(house: House, *, today: date, now: datetime) -> tuple[list[Archived], list[str]]:
    moved: list[Archived] = []
    problems: list[str] = []
    for month in closed_months(house.engine, today=today, kept=house.kept_months):
        try:
            moved.append(archive(house.engine, house.folder, month, now=now))
        except (ConfigError, OSError) as error:
            problems.append(f"{month:%Y-%m}: {error}")
    return moved, problems


def _note(engine: Engine, problem: str, *, now: datetime) -> None:
    with engine.begin() as connection:
        connection.execute(delete(chore_run).where(chore_run.c.chore == CHORE))
        connection.execute(insert(chore_run).values(chore=CHORE, ran_at=now, problem=problem))


@contextmanager
def _one_runner(engine: Engine) -> Iterator[bool]:
    """Say whether we are the only runner, to the end of the block; SQLite lets only one write anyway."""
    if engine.dialect.name != "postgresql":
        yield True
        return
    # Of the session, not of a transaction: each month is a transaction of its own. A killed runner's session ends.
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        alone = connection.execute(text("SELECT pg_try_advisory_lock(:lock)"), {"lock": _LOCK}).scalar_one()
        try:
            yield bool(alone)
        finally:
            if alone:
                connection.execute(text("SELECT pg_advisory_unlock(:lock)"), {"lock": _LOCK})
