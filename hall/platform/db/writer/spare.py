"""Wait for the writer lock of a PostgreSQL database, and end the session of a holder that is frozen.

The writer lock is an advisory lock of the holder's session. The holder writes a heartbeat every two seconds. A hall
service that waits looks at both: it takes the lock when it is free, and ends the holder's session
(`pg_terminate_backend`) when the heartbeat of that session has not changed for `SILENT_S`. The holder's epoch keeps it
from writing afterwards.
"""

from __future__ import annotations

import logging
import time
from typing import Any

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError, ProgrammingError

from hall.platform.db.engine import StoreError

log = logging.getLogger(__name__)
WRITER_LOCK_ID = 0x44617772  # "Dawr": the advisory lock is one for each database
LOOK_EVERY_S = 0.25
SILENT_S = 12.0
"""A holder without a new heartbeat (every 2 s) for this long is frozen; the spare serves 20 s after it at most."""
OWN_SESSION_S = 5.0
"""How long the server has to end a session that this service lost; then the writer reports that it cannot store."""
HOLDER_FIRST_S = 5.0
"""How long the holder has to come back after the server was away; then a waiting service takes the writer lock."""
_TRY = text(f"SELECT pg_try_advisory_lock({WRITER_LOCK_ID})")
_HOLDER = text(
    "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 0 AND objid = :lock "
    "AND objsubid = 1 AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
_HEARTBEAT = text("SELECT value FROM meta WHERE key = 'heartbeat'")
_END = text("SELECT pg_terminate_backend(:session)")


def session_of(connection: Connection) -> int:
    """Return the number of the server's session, as the driver knows it: nothing is asked that could be lost."""
    driver: Any = connection.connection.driver_connection
    return int(driver.info.backend_pid)


class Spare:
    """One hall service's wait for the writer lock.

    It ends its `own_sessions`, and adds each session that it begins to them.

    An answer of the server can be lost, also the one that gives the writer lock: then a lost session of this service
    has it.
    """

    def __init__(self, engine: Engine, *, own_sessions: set[int] | None = None) -> None:
        self._engine = engine
        self._own_sessions = set() if own_sessions is None else own_sessions
        self._foreign = False
        """Whether another service held the writer lock when this one looked last."""
        self._connection: Connection | None = None
        self._beat = ""
        self._beat_seen_s = 0.0
        self._not_before_s = 0.0

    def wait(self, wait_s: float) -> Connection | None:
        """Return the session that holds the writer lock now, or None when another has it for longer than `wait_s`.

        While it waits the server may go and come back. Raise StoreError when it cannot be reached within `wait_s`, or
        when a lost session of this service still holds the writer lock after `OWN_SESSION_S`.
        """
        begun_s = time.monotonic()
        waits = False
        while True:
            away = None
            try:
                if self._try():
                    return self._connection
            except OperationalError as error:
                away = error
                self._lost(error, waits=time.monotonic() < begun_s + wait_s)
            limit_s = wait_s if away is not None or self._foreign else max(wait_s, OWN_SESSION_S)
            if time.monotonic() >= begun_s + limit_s:
                self._drop()
                if away is not None:
                    raise StoreError(f"the database cannot be reached: {away.orig}") from away
                if self._foreign:
                    return None
                raise StoreError("the database has not yet ended a session that this hall service has lost")
            if not waits and away is None and self._foreign:
                waits = True
                log.info("another hall service runs on this database; this one waits as the spare")
            time.sleep(LOOK_EVERY_S)

    def _try(self) -> bool:
        if self._connection is None:
            self._connection = self._engine.connect()
            self._own_sessions.add(session_of(self._connection))
            if self._not_before_s:
                log.info("the database answers again")
                self._not_before_s = time.monotonic() + HOLDER_FIRST_S
        if time.monotonic() < self._not_before_s:
            self._foreign = True  # the former holder, perhaps
            return False
        self._not_before_s = 0.0
        with self._connection.begin():
            if self._connection.execute(_TRY).scalar_one():
                return True
            holder = self._connection.execute(_HOLDER, {"lock": WRITER_LOCK_ID}).scalar()
        self._foreign = holder is not None and holder not in self._own_sessions
        if self._foreign:
            # No lost session of ours has the writer lock, and the server may give their numbers to another hall
            # service.
            self._own_sessions.intersection_update({session_of(self._connection)})
        if holder is not None and (not self._foreign or self._is_frozen(self._connection, holder)):
            self._end(self._connection, holder)
        return False

    def _is_frozen(self, connection: Connection, holder: int) -> bool:
        """Return whether the holder's heartbeat has stood still; one that has not beaten yet is still starting."""
        try:
            with connection.begin():
                beat = str(connection.execute(_HEARTBEAT).scalar() or "")
        except ProgrammingError:  # a new database: no table yet
            return False
        if beat != self._beat:
            self._beat, self._beat_seen_s = beat, time.monotonic()
        return beat.startswith(f"{holder} ") and time.monotonic() - self._beat_seen_s >= SILENT_S

    def _end(self, connection: Connection, holder: int) -> None:
        if self._foreign:
            log.warning(
                "the hall service that holds the writer lock has not been alive for %d s; its session %d is ended",
                SILENT_S,
                holder,
            )
        with connection.begin():
            connection.execute(_END, {"session": holder})

    def _lost(self, error: OperationalError, *, waits: bool) -> None:
        if waits and not self._not_before_s:
            log.warning("the database is away while this hall service waits: %s", error.orig)
        self._not_before_s = time.monotonic() + HOLDER_FIRST_S
        self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.invalidate()
            self._connection.close()
            self._connection = None
