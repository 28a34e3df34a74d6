"""Consistent reads beside the writer: each question in one read transaction on a connection of a few readers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

from sqlalchemy import Connection, Engine, bindparam, func, select
from sqlalchemy.exc import DBAPIError

from contracts.live import FactMessage
from hall.kernel.moment import Moment
from hall.platform.db.connected import ConnectedWork
from hall.platform.db.engine import read_only
from hall.platform.db.files.damage import Damage, DatabaseGoneError
from hall.platform.db.tables.core import fact, service_day
from hall.platform.db.writer.fact_rows import last_fact, read_messages
from hall.platform.db.writer.job import DatabaseDamagedError

T = TypeVar("T")
W_co = TypeVar("W_co", bound=ConnectedWork, covariant=True)
READERS = 3

_NEWEST_DAY = select(service_day.c.day).order_by(service_day.c.saved.desc()).limit(1)
_FIRST_OF_DAY = select(func.min(fact.c.seq)).where(fact.c.service_day == _NEWEST_DAY.scalar_subquery())
_AFTER = select(fact.c.body).where(fact.c.seq > bindparam("seq")).order_by(fact.c.seq).limit(bindparam("limit"))


class SqlReads(Generic[W_co]):
    """A few reader threads over one database; they see commits only, each question all of one moment."""

    def __init__(
        self,
        engine: Engine,
        now: Callable[[], Moment],
        new_work: Callable[[Connection, Moment], W_co],
        *,
        readers: int = READERS,
        damage: Damage | None = None,
    ) -> None:
        self._engine = read_only(engine)
        self._now = now
        self._new_work = new_work
        self._damage = damage or Damage()
        self._threads = ThreadPoolExecutor(readers, thread_name_prefix="reader")

    def read(self, question: Callable[[W_co, Moment], T]) -> Future[T]:
        """Ask in one read transaction; what the question changed would be refused by the database."""
        return self._threads.submit(self._noting_damage, lambda: self._ask(question))

    def facts_after(self, seq: int, limit: int) -> Future[Sequence[FactMessage] | None]:
        """Return at most `limit` facts after `seq`, or None when the service day does not reach back that far.

        It is also None for a number higher than the newest: a client that has it has read another history.
        """
        return self._threads.submit(self._noting_damage, lambda: self._facts_after(seq, limit))

    def seq(self) -> Future[int]:
        """Return the number of the newest committed fact."""

        def newest(work: ConnectedWork, _now: Moment) -> int:
            return last_fact(work.connection)

        return self.read(newest)

    def close(self) -> None:
        """Answer what was asked, then stop the threads."""
        self._threads.shutdown(wait=True)

    def _noting_damage(self, ask: Callable[[], T]) -> T:
        try:
            return ask()
        except (DBAPIError, DatabaseGoneError) as error:
            if self._damage.note(error):
                raise DatabaseDamagedError(str(self._damage.found)) from error
            raise

    def _ask(self, question: Callable[[W_co, Moment], T]) -> T:
        with self._engine.connect() as connection, connection.begin():
            now = self._now()
            return question(self._new_work(connection, now), now)

    def _facts_after(self, seq: int, limit: int) -> tuple[FactMessage, ...] | None:
        with self._engine.connect() as connection, connection.begin():
            if not _reachable(connection, seq):
                return None
            bodies = connection.execute(_AFTER, {"seq": seq, "limit": limit}).scalars().all()
        return read_messages(bodies)


def _reachable(connection: Connection, seq: int) -> bool:
    last = last_fact(connection)
    if seq < 0 or seq > last:
        return False
    first = connection.execute(_FIRST_OF_DAY).scalar_one()
    return seq == last or (first is not None and seq >= first - 1)
