"""Delete each night what is older than the centre keeps it, and note how it went.

Visits go a whole day at a time, so that a count of a day sees all of its visits or none. The roll-ups of deleted
days stay: every page shows all years. Requests, enquiries and complaints have no age: they are the state's records of
what people asked for, and each changes until it is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from sqlalchemy import Engine, delete, func, select
from sqlalchemy.exc import DBAPIError

from central.config import KEPT_DAYS, KEPT_YEARS
from central.maintenance.pruning import (
    prune_acts,
    prune_audit,
    prune_batches,
    prune_inbox,
    prune_quarantine,
    prune_sessions,
    prune_surveys,
)
from central.store.merge import merge_newest
from central.store.tables.halls import visit
from central.store.tables.rollups import chore_run

CHORE = "cleanup"
LATE_AFTER = timedelta(hours=50)
"""Two nights without a run are somebody's business."""
_REASON_LENGTH = 200


@dataclass(frozen=True)
class Retention:
    """How long records stay.

    `kept_years`: visits, single answers of surveys, audit facts of halls, acts of the centre's staff, and entries in
    quarantine, which may hold any of them; 0: for ever. `kept_days`: ended sessions, the journal of batches and what
    halls took from their inboxes.
    """

    kept_years: int = KEPT_YEARS
    kept_days: int = KEPT_DAYS


@dataclass(frozen=True)
class CleanupRun:
    """How many rows of each kind one run deleted; `problem` is empty where nothing was wrong."""

    deleted: Mapping[str, int]
    problem: str = ""


@dataclass(frozen=True)
class CleanupStatus:
    """How the last run went: `ok`, `failed`, `late`, or `waiting` (there was none yet)."""

    state: str
    ran_at: datetime | None = None
    problem: str = ""


def clean_up(engine: Engine, retention: Retention, *, today: date, now: datetime) -> CleanupRun:
    """Delete all that is due, note the run and return it.

    What the database refuses is part of the run's problem; the rest is done, and the next night tries it again.
    """
    deleted, problems = {}, []
    for kind, work in _due(engine, retention, today=today, now=now).items():
        try:
            deleted[kind] = work()
        except DBAPIError as error:
            reason = str(error.orig).strip().partition("\n")[0]
            problems.append(f"{kind}: the database refused: {reason:.{_REASON_LENGTH}}")
    run = CleanupRun(deleted, "\n".join(problems))
    row = {"chore": CHORE, "ran_at": now, "problem": run.problem}
    with engine.begin() as connection:
        merge_newest(connection, chore_run, ["ran_at", "problem"], [row], by=None)
    return run


def cleanup_status(engine: Engine, *, now: datetime) -> CleanupStatus:
    """Return how the last run went."""
    query = select(chore_run.c.ran_at, chore_run.c.problem).where(chore_run.c.chore == CHORE)
    with engine.connect().execution_options(read_only=True) as connection:
        row = connection.execute(query).one_or_none()
    if row is None:
        return CleanupStatus("waiting")
    state = "failed" if row.problem else "late" if now - row.ran_at > LATE_AFTER else "ok"
    return CleanupStatus(state, row.ran_at, row.problem)


def first_kept_day(today: date, kept_years: int) -> date:
    """Return the first day whose visits stay: the first one of today's month, `kept_years` years ago.

    >>> first_kept_day(date(2028, 2, 29), 10)
    datetime.date(2018, 2, 1)
    """
    return date(today.year - kept_years, today.month, 1)


def _due(engine: Engine, retention: Retention, *, today: date, now: datetime) -> Mapping[str, Callable[[], int]]:
    before = now - timedelta(days=retention.kept_days)
    due = {
        "sessions": partial(prune_sessions, engine, before=before),
        "batches": partial(prune_batches, engine, before=before),
        "inbox": partial(prune_inbox, engine, before=before),
    }
    if retention.kept_years:
        first = first_kept_day(today, retention.kept_years)
        oldest = datetime(first.year, first.month, first.day, tzinfo=now.tzinfo)
        due["quarantine"] = partial(prune_quarantine, engine, before=oldest)
        due["audit"] = partial(prune_audit, engine, before=oldest)
        due["acts"] = partial(prune_acts, engine, before=oldest)
        due["surveys"] = partial(prune_surveys, engine, before=first)
        due["visits"] = partial(_delete_visits, engine, before=first)
    return due


def _delete_visits(engine: Engine, *, before: date) -> int:
    """Delete the visits of each service day before this one, a day in a transaction, and return how many."""
    oldest = select(func.min(visit.c.service_day)).where(visit.c.service_day < before).scalar_subquery()
    total = 0
    while True:
        with engine.begin() as connection:
            gone = connection.execute(delete(visit).where(visit.c.service_day == oldest)).rowcount
        total += gone
        if not gone:
            return total
