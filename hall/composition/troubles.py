"""What is wrong with a hall that a person must know and that neither writer nor tasks say themselves."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future
from datetime import datetime
from pathlib import Path

from hall.composition.sql_work import SqlWork
from hall.composition.store import HallStore
from hall.kernel.moment import Moment
from hall.platform.db.backup.history_mark import read_mark
from hall.platform.db.backup.leap import days_of
from hall.platform.db.writer.fact_rows import last_fact

log = logging.getLogger(__name__)
HISTORY_SHORTER = "history_shorter"
SETUP_UNREADABLE = "setup_unreadable"
DAY_DOUBTFUL = "day_doubtful"
DATABASE_DAMAGED = "database_damaged"
DATABASE_AWAY = "database_away"
DISK_SLOW = "disk_slow"


class Troubles:
    """The reasons of one running hall; its methods may be called from any thread."""

    def __init__(self, store: HallStore, *, setup_unreadable: bool = False, mark: Path | None = None) -> None:
        self._store = store
        self._setup_unreadable = setup_unreadable
        self._mark = mark
        self._shorter = store.history_shorter
        self._lock = threading.Lock()
        self.day_doubtful = False

    def reasons(self) -> tuple[str, ...]:
        """Return the stable words of docs/contract.md for what is wrong now."""
        damaged = self._store.damage.found is not None
        holding = {
            DATABASE_DAMAGED: damaged,
            DATABASE_AWAY: self._store.commands.trouble is not None and not damaged,
            HISTORY_SHORTER: self._shorter,
            SETUP_UNREADABLE: self._setup_unreadable,
            DAY_DOUBTFUL: self.day_doubtful,
            DISK_SLOW: self._store.commands.slow,
        }
        return tuple(reason for reason, holds in holding.items() if holds)

    def client_is_ahead(self, seen: int) -> None:
        """Note that a client names fact `seen`, newer than the newest one here.

        A client can invent a number, so it alone proves nothing. Numbers leap only where the hall itself has announced
        more than the database holds, by its mark or in this run.
        """
        known = max(self._store.commands.announced or 0, self._marked())

        def is_older(work: SqlWork, _now: Moment) -> bool:
            return last_fact(work.connection) < known

        def judge(found: Future[bool]) -> None:
            if found.exception() is None and found.result():
                self.history_is_shorter(f"a client has seen fact {seen}, and the hall has announced fact {known}")
            else:
                log.warning("a client names fact %d, which this hall does not have: it gets a new snapshot", seen)

        self._store.commands.run(is_older).add_done_callback(judge)

    def _marked(self) -> int:
        mark = read_mark(self._mark) if self._mark is not None else None
        return mark[1] if mark is not None and mark[0] == self._store.live_stream else 0

    def history_is_shorter(self, sign: str) -> None:
        """Leap over numbers once: `sign` shows that this database is older than what the hall has announced."""
        with self._lock:
            if self._shorter:
                return
            self._shorter = True
        log.warning("the database is older than what was announced (%s): numbers go on at the next full hundred", sign)
        self._store.commands.run(_leap).add_done_callback(self._note_leap)

    def _note_leap(self, leap: Future[None]) -> None:
        """Let the next sign try again where the leap could not be stored."""
        if leap.exception() is not None:
            log.warning("numbers could not go on at the next full hundred: %s", leap.exception())
            with self._lock:
                self._shorter = False


def _leap(work: SqlWork, now: Moment) -> None:
    at: datetime = now.at
    work.leap_over_numbers(days_of(at) | {work.today()})
