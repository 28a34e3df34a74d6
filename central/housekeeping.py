"""Keep the centre's house: make months ahead, move closed ones into files, prune what is old, and note how it went."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, delete, insert, select, text
from sqlalchemy.exc import DBAPIError

from central.archive import Archived, archive, archived, closed_months
from central.config import KEPT_DAYS
from central.errors import BusyError, ConfigError
from central.partitions import drop_emptied, make_ahead
from central.pruning import Pruned, prune
from central.tables_rollup import chore_run

T = TypeVar("T")
CHORE = "archive"
_REASON_LENGTH = 200
LATE_AFTER = timedelta(hours=50)
"""Two nights without a run are somebody's business."""
_LOCK = 0x64617774  # one runner at a time, whichever process it lives in


@dataclass(frozen=True)
class House:
    """What is to be kept: `kept_months` stay in the database, older ones lie in `folder`; 0 moves none.

    `kept_days`: so long ended sessions, the journal of batches and what halls took from their inboxes stay.
    """

    engine: Engine
    folder: Path
    kept_months: int
    kept_days: int = KEPT_DAYS


@dataclass(frozen=True)
class Kept:
    """What one run did; `problem` is empty where nothing was wrong."""

    moved: Sequence[Archived]
    dropped: Sequence[date]
    problem: str = ""
    pruned: Pruned = field(default_factory=Pruned)


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
        run = _Run()
        run.tried("the months ahead", lambda: make_ahead(house.engine, today))
        moved = _moved(house, run, today=today, now=now) if house.kept_months else []
        dropped = run.tried(
            "emptied months", lambda: drop_emptied(house.engine, [one.month for one in archived(house.engine)])
        )
        pruned = run.tried("what is old", lambda: prune(house.engine, before=now - timedelta(days=house.kept_days)))
        kept = Kept(moved, dropped or [], "\n".join(run.problems), pruned or Pruned())
        _note(house.engine, kept.problem, now=now)
    return kept


def upkeep(house: House, *, now: datetime) -> Upkeep:
    """Return how the house stands."""
    query = select(chore_run.c.ran_at, chore_run.c.problem).where(chore_run.c.chore == CHORE)
    with house.engine.connect().execution_options(read_only=True) as connection:
        row = connection.execute(query).one_or_none()
    ran_at, problem = (row.ran_at, row.problem) if row else (None, "")
    months = archived(house.engine)
    problem = "\n".join([*problem.splitlines(), *missing_files(house.folder, months)])
    return Upkeep(_state(house, ran_at, problem, now), ran_at, problem, months)


def missing_files(folder: Path, months: Sequence[Archived]) -> list[str]:
    """Return a line for each month whose file is not in the folder, as on a second machine that has the database."""
    return [
        f"{one.month:%Y-%m}: {one.file} is not in {folder}: copy it from the other machine or a backup"
        for one in months
        if not (folder / one.file).exists()
    ]


def _state(house: House, ran_at: datetime | None, problem: str, now: datetime) -> str:
    if problem:
        return "failed"
    if not house.kept_months:
        return "off"
    if ran_at is None:
        return "waiting"
    return "late" if now - ran_at > LATE_AFTER else "ok"


class _Run:
    """One run: what fails is told with what it was about, and the rest is done all the same."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def tried(self, what: str, work: Callable[[], T]) -> T | None:
        """Return what the work returns, None where the disk, the database or DuckDB refuses."""
        try:
            return work()
        except (ConfigError, OSError) as error:
            self.problems.append(f"{what}: {error}")
        except DBAPIError as error:
            said = str(error.orig).strip().partition("\n")[0]
            self.problems.append(f"{what}: the database refused: {said:.{_REASON_LENGTH}}")
        return None


def _moved(house: House, run: _Run, *, today: date, now: datetime) -> list[Archived]:
    closed = run.tried("closed months", lambda: closed_months(house.engine, today=today, kept=house.kept_months))
    move = partial(archive, house.engine, house.folder, now=now)
    moved = [run.tried(f"{month:%Y-%m}", partial(move, month)) for month in closed or ()]
    return [one for one in moved if one is not None]


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
