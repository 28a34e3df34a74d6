"""The hall's past as the waiting-time estimate reads it, and the waits told, in the database."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, insert, select

from contracts.words.hall import Lane, VisitState
from hall.calendar.facts import BreakEnded
from hall.kernel.facts import kind_of
from hall.kernel.ids import CounterId, ServiceCode, VisitId
from hall.platform.db.moment_rows import Readings, moment, moment_set, read_readings
from hall.platform.db.tables.core import announced_wait, fact, stage, visit
from hall.waits.model.calibration import CorrectedRange, SimulatedWait
from hall.waits.model.wait_ports import AnnouncedWait, PastStage, groups_of
from hall.waits.model.waiting_time import Announced, ExpectedWait

_INSERT = insert(announced_wait)
_RANGE = select(announced_wait.c.told_low_s, announced_wait.c.told_likely_s, announced_wait.c.told_high_s).where(
    announced_wait.c.visit == bindparam("visit_id")
)
_FIRST = (stage.c.visit == announced_wait.c.visit) & (stage.c.position == 0)


class SqlWaits:
    """The hall's past and the waits told."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ended(self, since: date, limit: int) -> Sequence[PastStage]:
        """Return the newest stages from `since` on that were called and have ended, oldest first."""
        query = (
            select(
                visit.c.service_day, visit.c.lane, stage.c.service, stage.c.position, stage.c.counter, stage.c.state,
                stage.c.issued_at, stage.c.called_at, stage.c.ended_at, stage.c.readings,
            )
            .join(stage, stage.c.visit == visit.c.id)
            .where(visit.c.service_day >= since, stage.c.called_at.is_not(None), stage.c.ended_at.is_not(None))
            .where(stage.c.counter.is_not(None))
            .order_by(visit.c.service_day.desc(), stage.c.ended_at.desc())
            .limit(limit)
        )  # fmt: skip
        return [_past(row) for row in reversed(self._connection.execute(query).all())]

    def break_lengths(self, limit: int) -> Sequence[float]:
        """Return the lengths of the newest breaks in seconds, oldest first."""
        query = select(fact.c.body).where(fact.c.kind == kind_of(BreakEnded)).order_by(fact.c.seq.desc()).limit(limit)
        bodies = self._connection.execute(query).scalars()
        return [float(json.loads(body)["detail"]["length_s"]) for body in bodies][::-1]

    def announce(self, told: AnnouncedWait) -> None:
        """Store the expected wait that a new ticket carries."""
        estimate, corrected, shown = told.announced.estimate, told.announced.corrected, told.announced.told
        values = {
            "visit": told.visit,
            "service_day": told.service_day,
            "service": told.service,
            "lane": told.lane.value,
            "hour": told.hour,
            "ahead": estimate.ahead,
            "simulated_s": estimate.likely_s,
            "spread": estimate.spread,
            "low_s": corrected.low_s,
            "likely_s": corrected.likely_s,
            "high_s": corrected.high_s,
            "told_low_s": shown.low_s if shown else None,
            "told_likely_s": shown.likely_s if shown else None,
            "told_high_s": shown.high_s if shown else None,
        }
        self._connection.execute(_INSERT, values)

    def range_told(self, visit_id: VisitId) -> ExpectedWait | None:
        """Return the range that the visit's ticket carried, or None where it carried none."""
        row = self._connection.execute(_RANGE, {"visit_id": visit_id}).first()
        return None if row is None or row.told_low_s is None else ExpectedWait(*row)

    def outcomes(self, limit: int) -> Sequence[tuple[SimulatedWait, float]]:
        """Return the newest estimates that were called, with the wait in seconds, oldest first."""
        query = (
            _told_waits()
            .where(stage.c.first_called_at.is_not(None))
            .order_by(announced_wait.c.service_day.desc(), stage.c.first_called_at.desc())
            .limit(limit)
        )
        found = [_told(row) for row in self._connection.execute(query)]
        return [(one.announced.estimate, one.waited_s) for one in reversed(found) if one.waited_s is not None]

    def told(self, first: date, last: date) -> Sequence[AnnouncedWait]:
        """Return every wait told from the first to the last day, in order of issue."""
        query = (
            _told_waits()
            .where(announced_wait.c.service_day.between(first, last))
            .order_by(announced_wait.c.service_day, stage.c.issued_at, announced_wait.c.visit)
        )
        return [_told(row) for row in self._connection.execute(query)]


def _told_waits() -> Select[Any]:
    of_stage = (stage.c.issued_at, stage.c.first_called_at, stage.c.readings)
    return select(*announced_wait.columns, *of_stage).join(stage, _FIRST)


def _told(row: Row[Any]) -> AnnouncedWait:
    service, lane = ServiceCode(row.service), Lane(row.lane)
    shown = None
    if row.told_low_s is not None:
        shown = ExpectedWait(row.told_low_s, row.told_likely_s, row.told_high_s)
    groups = groups_of(service, lane, row.hour)
    readings = read_readings(row.readings)
    called = moment(row.first_called_at, "first_called", readings)
    return AnnouncedWait(
        VisitId(row.visit), row.service_day, service, lane, row.hour,
        Announced(
            SimulatedWait(row.simulated_s, row.spread, row.ahead, groups),
            CorrectedRange(row.low_s, row.likely_s, row.high_s),
            shown,
        ),
        called.seconds_since(moment_set(row.issued_at, "issued", readings)) if called else None,
    )  # fmt: skip


def _past(row: Row[Any]) -> PastStage:
    readings: Readings = read_readings(row.readings)
    return PastStage(
        row.service_day,
        ServiceCode(row.service),
        Lane(row.lane),
        row.position == 0,
        CounterId(row.counter),
        moment_set(row.issued_at, "issued", readings),
        moment_set(row.called_at, "called", readings),
        moment_set(row.ended_at, "ended", readings),
        row.state != VisitState.NO_SHOW.value,
    )
