"""Attempts to print and paper rolls in the database, as ports of the application."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from contracts.words.hall import PrintState
from hall.devices.model.paper_roll import PaperRoll
from hall.devices.model.print_ports import PrintAttempt
from hall.kernel.ids import DeviceId, VisitId
from hall.kernel.moment import Moment
from hall.platform.db.tables.core import paper_roll, print_attempt, visit
from hall.platform.db.upsert import upsert

_ATTEMPTS_EACH = 4
"""Attempts looked at for each visit wanted: a ticket is hardly ever printed more often."""


class SqlPrints:
    """Attempts to print."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, attempt: str) -> PrintAttempt | None:
        """Return the attempt, or None."""
        found = self._those(select(print_attempt).where(print_attempt.c.attempt == attempt))
        return found[0] if found else None

    def save(self, attempt: PrintAttempt) -> None:
        """Store its newest state."""
        values = {
            "attempt": attempt.attempt,
            "visit": attempt.visit,
            "state": attempt.state.value,
            "device": attempt.device,
            "reason": attempt.reason,
            "at": attempt.at.at,
            "monotonic_ns": attempt.at.monotonic_ns,
            "boot": attempt.at.boot,
        }
        upsert(self._connection, print_attempt, values, key=("attempt",))

    def in_states(self, states: Collection[PrintState], day: date) -> Sequence[PrintAttempt]:
        """Return the attempts of the day's visits that stand in one of these states, oldest first."""
        wanted = print_attempt.c.state.in_(sorted(state.value for state in states))
        return self._those(_of_day(day).where(wanted).order_by(print_attempt.c.at, print_attempt.c.attempt))

    def of_visit(self, visit: VisitId) -> Sequence[PrintAttempt]:
        """Return every attempt for one visit, oldest first."""
        mine = select(print_attempt).where(print_attempt.c.visit == visit)
        return self._those(mine.order_by(print_attempt.c.at, print_attempt.c.attempt))

    def newest_of(self, device: str, day: date, limit: int) -> Sequence[PrintAttempt]:
        """Return the device's newest attempts of the day, newest first, one for each visit."""
        mine = _of_day(day).where(print_attempt.c.device == device)
        newest_first = mine.order_by(print_attempt.c.at.desc(), print_attempt.c.attempt)
        by_visit: dict[VisitId, PrintAttempt] = {}
        for attempt in self._those(newest_first.limit(limit * _ATTEMPTS_EACH)):
            by_visit.setdefault(attempt.visit, attempt)
        return list(by_visit.values())[:limit]

    def _those(self, query: Select[Any]) -> list[PrintAttempt]:
        return [_attempt_of(row) for row in self._connection.execute(query)]


class SqlPapers:
    """The roll in each device's printer."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def roll(self, device: DeviceId) -> PaperRoll:
        """Return the device's roll; one that nothing is known of, for a printer that is new."""
        row = self._connection.execute(select(paper_roll).where(paper_roll.c.device == device)).first()
        return PaperRoll(device) if row is None else _roll_of(row)

    def save(self, roll: PaperRoll) -> None:
        """Store how the roll stands."""
        upsert(self._connection, paper_roll, asdict(roll), key=("device",))

    def all(self) -> Mapping[DeviceId, PaperRoll]:
        """Return every roll that something is known of."""
        rolls = map(_roll_of, self._connection.execute(select(paper_roll)))
        return {roll.device: roll for roll in rolls}


def _of_day(day: date) -> Select[Any]:
    joined = print_attempt.join(visit, visit.c.id == print_attempt.c.visit)
    return select(print_attempt).select_from(joined).where(visit.c.service_day == day)


def _attempt_of(row: Row[Any]) -> PrintAttempt:
    at = Moment(row.at, row.monotonic_ns, row.boot)
    return PrintAttempt(row.attempt, VisitId(row.visit), PrintState(row.state), row.device, row.reason, at)


def _roll_of(row: Row[Any]) -> PaperRoll:
    values = row._asdict()
    return PaperRoll(**{**values, "device": DeviceId(row.device), "ended": bool(row.ended)})
