"""The one writer: commands in order, those that wait together in one transaction, each in its own savepoint.

    callers ──submit──► queue ──► writer thread: BEGIN · SAVEPOINT a · RELEASE · SAVEPOINT b · ROLLBACK TO · … · COMMIT
                                                 └► facts are announced, then every future gets its answer or refusal

An answer leaves after the commit; where the commit fails no command of the group is answered as done. Who comes while
the group is being done joins it: of fifteen calls at once no second part waits for the commit of the first.

A commit that raised may nevertheless be stored. So the next transaction begins with a write (which proves that the
database stores again) and with the facts that are stored and were never announced; these are announced first.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any, Generic, Protocol, TypeVar

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.exc import DBAPIError, OperationalError

from contracts.live import FactMessage
from hall.kernel.callers import Answer, Key
from hall.kernel.moment import Moment
from hall.kernel.refusals import HallError
from hall.platform.db.connected import CommandWork
from hall.platform.db.engine import StoreError
from hall.platform.db.files.damage import Damage
from hall.platform.db.tables.core import fact as fact_table
from hall.platform.db.writer.announcer import Announcer
from hall.platform.db.writer.fact_rows import last_fact, read_messages
from hall.platform.db.writer.idempotency import store_answer, stored_answer
from hall.platform.db.writer.job import (
    CommandQueueClosedError,
    CommandQueueError,
    DatabaseDamagedError,
    Job,
    not_stored,
)
from hall.platform.db.writer.writer_lock import BEAT_S, WriterLock, WriterLockHeldError

__all__ = ["CommandQueue", "CommandQueueClosedError", "CommandQueueError"]

log = logging.getLogger(__name__)
T = TypeVar("T")
W_co = TypeVar("W_co", bound=CommandWork, covariant=True)
GROUP = 64
"""Commands in one transaction, at most: beyond it the first would wait for the last without winning a sync."""
SLOW_COMMIT_S = 1.0
SLOW_TOLD_S = 60.0
"""How long `/healthz` reports a slow commit."""
_FACTS_AFTER = select(fact_table.c.body).where(fact_table.c.seq > bindparam("seq")).order_by(fact_table.c.seq)


class FollowsTransactions(Protocol):
    """State in memory that must follow the commits and rollbacks of the writer's transactions."""

    def committed(self) -> None:
        """Make what the transaction changed everybody's."""
        ...

    def undone(self, connection: Connection) -> None:
        """Forget what an undone command changed, but not what its neighbours did."""
        ...

    def read_again(self, connection: Connection) -> None:
        """Take what the database has: a transaction that raised may have stored something else."""
        ...

    def failed(self) -> None:
        """Forget what the transaction changed."""
        ...


class CommandQueue(Generic[W_co]):
    """One writer thread over the writer lock's connection; `submit` and `run` come from any thread."""

    def __init__(
        self,
        writer_lock: WriterLock,
        settings: FollowsTransactions,
        announcer: Announcer,
        now: Callable[[], Moment],
        new_work: Callable[[Connection, Moment], W_co],
        *,
        group: int = GROUP,
        damage: Damage | None = None,
    ) -> None:
        self._writer_lock = writer_lock
        self._settings = settings
        self._announcer = announcer
        self._now = now
        self._new_work = new_work
        self._group = group
        self._jobs: deque[Job[W_co, Any]] = deque()
        self._wake = threading.Condition()
        self._closed = False
        self._trouble: str | None = None
        self._announced: int | None = None
        """The number of the newest fact that was announced, or was stored before this service started."""
        self._damage = damage or Damage()
        self._slow_until_s = 0.0
        self._taken_over = threading.Event()
        self._when_taken_over: Callable[[], None] = _do_nothing
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    @property
    def trouble(self) -> str | None:
        """Why the last transaction could not be stored, or None when it could."""
        return self._trouble

    @property
    def taken_over(self) -> bool:
        """Whether another hall service has the writer lock now: this queue will never store anything again."""
        return self._taken_over.is_set()

    @property
    def announced(self) -> int | None:
        """The number of the newest fact that is on disk and was announced; None before the first transaction."""
        return self._announced

    @property
    def slow(self) -> bool:
        """Whether a commit of the last minute took longer than `SLOW_COMMIT_S`."""
        return time.monotonic() < self._slow_until_s

    def when_taken_over(self, end: Callable[[], None]) -> None:
        """Call `end`, from the writer's thread and perhaps more than once, once the writer lock is lost."""
        self._when_taken_over = end
        if self.taken_over:
            end()

    @property
    def waiting(self) -> int:
        """How many commands wait for the writer."""
        return len(self._jobs)

    def submit(self, command: Callable[[W_co, Moment], Answer], key: Key | None = None) -> Future[Answer]:
        """Run a command once for each key; the future is done when its answer is on disk.

        A refusal (HallError) undoes the command, is not stored, and is the future's exception; CommandQueueError is
        that of every command whose transaction failed.
        """
        return self._append(Job(command, Future(), key))

    def run(self, command: Callable[[W_co, Moment], T]) -> Future[T]:
        """Run a command of the hall's own (settings, sync's cursor): any answer, no key."""
        return self._append(Job(command, Future()))

    def close(self) -> None:
        """Do what waits, then stop the thread and leave the writer lock; later commands get CommandQueueClosedError."""
        with self._wake:
            self._closed = True
            self._wake.notify()
        self._thread.join()
        self._writer_lock.release()

    def _append(self, job: Job[W_co, T]) -> Future[T]:
        with self._wake:
            if self._closed:
                job.future.set_exception(CommandQueueClosedError("the hall service is stopping; try again in a moment"))
            else:
                self._jobs.append(job)
                self._wake.notify()
        return job.future

    def _run(self) -> None:
        while group := self._take():
            self._do_together(group)

    def _take(self) -> list[Job[W_co, Any]]:
        while not self._wait_for_jobs():
            self._beat()
        with self._wake:
            return [self._jobs.popleft() for _ in range(min(self._group, len(self._jobs)))]

    def _wait_for_jobs(self) -> bool:
        with self._wake:
            return self._wake.wait_for(lambda: self._jobs or self._closed, BEAT_S) is not False

    def _beat(self) -> None:
        """Look at the writer lock; where the last transaction failed, try whether the database stores again."""
        if self._trouble is not None and not self._damage.found:
            self._do_together([])
        else:
            try:
                self._writer_lock.beat()
            except Exception as error:  # the edge of the writer thread, as in `_do_together`
                self._failed([], error)

    def _do_together(self, group: list[Job[W_co, Any]]) -> None:
        begun = [job for job in group if job.future.set_running_or_notify_cancel()]
        try:
            if self._damage.found:
                raise DatabaseDamagedError(self._damage.found)
            facts = self._store(begun)
        except Exception as error:  # the edge of the writer thread: nobody of the group is answered as done
            self._failed(begun, error)
            return
        self._note(next((job.refusal for job in begun if isinstance(job.refusal, CommandQueueError)), None))
        self._announcer.announce(facts)
        for job in begun:
            job.settle()

    def _with_latecomers(self, group: list[Job[W_co, Any]]) -> Iterator[Job[W_co, Any]]:
        """Return the group's commands, then those that came meanwhile; these are of the group from then on."""
        yield from group
        while len(group) < self._group and self._jobs:
            job = self._jobs.popleft()
            if job.future.set_running_or_notify_cancel():
                group.append(job)
                yield job

    def _store(self, group: list[Job[W_co, Any]]) -> list[FactMessage]:
        facts: list[FactMessage] = []
        with self._writer_lock.transaction() as connection:
            facts += self._stored_before(connection)
            for job in self._with_latecomers(group):
                facts += self._do_one(connection, job)
            committing_s = time.monotonic()
        committed_s = time.monotonic()
        if committed_s - committing_s > SLOW_COMMIT_S:
            self._slow_until_s = committed_s + SLOW_TOLD_S
        self._settings.committed()
        if facts:
            self._announced = facts[-1].seq
        return facts

    def _stored_before(self, connection: Connection) -> list[FactMessage]:
        """Return the facts that a commit which raised has stored after all; after trouble, prove that a write works."""
        if self._announced is None:
            self._announced = last_fact(connection)
        if self._trouble is None:
            return []
        self._writer_lock.write_heartbeat(connection)
        self._settings.read_again(connection)
        bodies = connection.execute(_FACTS_AFTER, {"seq": self._announced}).scalars().all()
        return list(read_messages(bodies))

    def _do_one(self, connection: Connection, job: Job[W_co, Any]) -> list[FactMessage]:
        connection.exec_driver_sql("SAVEPOINT command")
        try:
            facts = self._answer(connection, job)
        except HallError as refusal:
            job.refusal = refusal
        except DBAPIError as error:
            self._damage.note(error)
            # Where the whole transaction is gone (a lost session, a full disk) the way back to the savepoint fails too.
            job.refusal = not_stored(error) if isinstance(error, OperationalError) else error
        except Exception as bug:  # the edge of one command: its bug is its caller's answer, not its neighbours'
            job.refusal = bug
        else:
            connection.exec_driver_sql("RELEASE SAVEPOINT command")
            return facts
        self._undo(connection, job.refusal)
        return []

    def _undo(self, connection: Connection, why: Exception) -> None:
        try:
            connection.exec_driver_sql("ROLLBACK TO SAVEPOINT command")
            connection.exec_driver_sql("RELEASE SAVEPOINT command")
        except DBAPIError as gone:
            # The transaction went with its command: what that met is the reason, not the missing savepoint.
            raise why from gone
        self._settings.undone(connection)

    def _answer(self, connection: Connection, job: Job[W_co, Any]) -> list[FactMessage]:
        if job.key is not None:
            job.answer = stored_answer(connection, job.key)
            if job.answer is not None:
                return []
        now = self._now()
        work = self._new_work(connection, now)
        job.answer = job.command(work, now)
        if job.key is not None:
            store_answer(connection, job.key, job.answer, work.today())
        return work.new_facts

    def _failed(self, group: list[Job[W_co, Any]], error: Exception) -> None:
        self._damage.note(error)
        self._settings.failed()
        self._note(not_stored(error))
        for job in group:
            job.future.set_exception(not_stored(error))
        if isinstance(error, WriterLockHeldError):
            self._taken_over.set()
            self._when_taken_over()

    def _note(self, failure: CommandQueueError | None) -> None:
        """Tell once that the hall cannot store, and once that it can again."""
        if failure is not None and self._trouble is None:
            cause = failure.__cause__
            log.error("the hall cannot store: %s", failure, exc_info=None if isinstance(cause, StoreError) else cause)
        elif failure is None and self._trouble is not None:
            log.info("the hall stores again")
        self._trouble = str(failure) if failure else None


def _do_nothing() -> None:
    pass
