"""A hall's store on both databases, with a clock that the test moves."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import Future
from itertools import count
from pathlib import Path

from hall.composition.sql_work import SqlWork
from hall.composition.store import HallStore, open_store
from hall.kernel.callers import Answer, Key
from hall.kernel.ids import ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.queue.commands.issue_ticket import IssueTicket, issue_ticket
from tests.helpers.example_hall import ALWAYS, LANDS, NINE
from tests.helpers.memory_work import HandClock
from tests.helpers.migrated import give_new_identity, put_migrated
from tests.helpers.replacing import replace

SETTINGS = replace(
    ALWAYS, services=tuple(replace(one, visitor_kinds=(), asks_visitor_kind=False) for one in ALWAYS.services)
)
"""The example hall, always open and asking nobody who he is."""


class StoredHall:
    """An open store with shorthands."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.clock = HandClock(NINE)
        self.store: HallStore = open_store(url, self.clock.now, setup=SETTINGS)
        self._names = count(1)

    def run(self, use_case: Callable[..., object], command: object) -> object:
        """Run one use case on the lane, a second after the last."""
        self.clock.advance(1)
        return self.do(lambda work, now: use_case(command, work=work, now=now))

    def do(self, command: Callable[[SqlWork, Moment], object]) -> object:
        return self.store.commands.run(command).result(60)

    def ask(self, question: Callable[[SqlWork, Moment], object]) -> object:
        return self.store.reads.read(question).result(60)

    def issue(self, service: ServiceCode = LANDS, visit: str | None = None, **more: object) -> str:
        """Issue one ticket and return its number."""
        name = VisitId(visit or f"v{next(self._names)}")
        issued = self.run(issue_ticket, IssueTicket(name, service, "kiosk-1", **more))  # type: ignore[arg-type]  # a test's shorthand
        return issued.visit.ticket

    def submit_issue(self, service: ServiceCode = LANDS, key: Key | None = None) -> Future[Answer]:
        name = VisitId(f"v{next(self._names)}")

        def command(work: SqlWork, now: Moment) -> Answer:
            issued = issue_ticket(IssueTicket(name, service, "kiosk-1"), work=work, now=now)
            return Answer(201, issued.visit.ticket.encode())

        return self.store.commands.submit(command, key)

    def reopen(self) -> None:
        """Close the store and open it again, as a restart does."""
        self.store.close()
        self.store = open_store(self.url, self.clock.now)


def put_set_up(database: Path) -> Path:
    """Put an SQLite database at this path that has `SETTINGS` already; return the path."""
    shutil.copyfile(_template(), database)
    give_new_identity(f"sqlite:///{database}")
    return database


@functools.cache
def _template() -> Path:
    """Import the settings once: a copy costs half of what a hall's first start costs."""
    folder = tempfile.mkdtemp(prefix="dawr-set-up-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = put_migrated(Path(folder) / "hall.sqlite")
    StoredHall(f"sqlite:///{path}").store.close()
    return path
