"""What a hall does by the clock: look at the day each minute, copy the database each hour, forget what is old."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Engine

from hall.adapters.engine import database_file
from hall.adapters.sqlite_copy import copy_database
from hall.adapters.store import HallStore
from hall.application.confirm_date import ConfirmDate, confirm_date, look_at_the_day
from hall.application.ports import Work
from hall.config import HallConfig
from hall.domain.moment import Moment
from hall.service.chores import Chore, Chores

MINUTE_S = 60.0
HOUR_S = 3600.0
DAY_S = 24 * HOUR_S
COPIES = "copies"
DEMO = "demo"


def chores_of(config: HallConfig, store: HallStore) -> Chores:
    """Return the hall's chores, not started."""
    chores = [
        Chore("looking at the day", MINUTE_S, partial(look, store)),
        Chore("pruning the outbox", DAY_S, store.outbox.prune, first_s=HOUR_S),
    ]
    if database_file(store.engine) is not None:
        folder = config.data / COPIES
        chores.append(Chore("the hourly copy", HOUR_S, partial(copy, store.engine, folder, config.copies_kept), HOUR_S))
    return Chores(chores)


def look(store: HallStore) -> None:
    """Close a day that is over, and tell once that the date is doubtful (or believe it, where the hall is set so)."""
    store.lane.run(_look).result()


def _look(work: Work, now: Moment) -> None:
    day = look_at_the_day(work, now)
    if day is not None and day.doubted is not None and work.settings.confirms_date_itself:
        confirm_date(ConfirmDate(DEMO), work=work, now=now)


def copy(engine: Engine, folder: Path, kept: int, at: datetime | None = None) -> Path:
    """Write a copy of the running database named by its instant, and remove the oldest beyond `kept`."""
    stamp = (at or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    written = copy_database(engine, folder / f"hall-{stamp}.sqlite")
    for old in sorted(folder.glob("hall-*.sqlite"))[:-kept]:
        old.unlink()
    return written
