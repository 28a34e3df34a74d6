"""Advice that was shown and its outcome, from facts and stages, in the database."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, or_, select

from contracts.waits.outlook import AdviceKind
from contracts.words.hall import ArrangementKind, VisitState
from hall.calendar.facts import ArrangementMade, SignedIn
from hall.kernel.facts import kind_of
from hall.platform.db.moment_rows import moment, moment_set, read_readings
from hall.platform.db.tables.core import fact, stage, visit
from hall.platform.db.tables.trust import advice_given
from hall.platform.db.upsert import upsert
from hall.waits.model.advice_ports import GivenAdvice


class SqlAdvice:
    """The advice over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self, kind: AdviceKind, service: str, counter: int, since: datetime) -> GivenAdvice | None:
        """Return the same advice given since then, or None."""
        table = advice_given.c
        query = select(advice_given).where(
            table.at > since, table.kind == kind.value, table.service == service, table.counter == counter
        )
        return next(iter(self._all(query.order_by(table.at.desc()).limit(1))), None)

    def save(self, advice: GivenAdvice) -> None:
        """Store a new one, or its outcome."""
        values = {
            "id": advice.id, "at": advice.at, "service_day": advice.service_day, "kind": advice.kind.value,
            "service": advice.service, "counter": advice.counter, "agent": advice.agent,
            "services": json.dumps(advice.services, ensure_ascii=False), "gain_low": advice.gain_low,
            "gain_likely": advice.gain_likely, "gain_high": advice.gain_high, "share_without": advice.share_without,
            "followed_at": advice.followed_at, "visitors": advice.visitors, "within": advice.within,
            "scored": int(advice.scored),
        }  # fmt: skip
        upsert(self._connection, advice_given, values, key=("id",))

    def unscored(self, before: datetime) -> Sequence[GivenAdvice]:
        """Return those given before then whose outcome is not stored, oldest first."""
        query = select(advice_given).where(advice_given.c.scored == 0, advice_given.c.at < before)
        return self._all(query.order_by(advice_given.c.at))

    def between(self, first: date, last: date) -> Sequence[GivenAdvice]:
        """Return those of these service days, the newest first."""
        query = select(advice_given).where(advice_given.c.service_day.between(first, last))
        return self._all(query.order_by(advice_given.c.at.desc(), advice_given.c.id))

    def done_at(self, advice: GivenAdvice, until: datetime) -> datetime | None:
        """Return when somebody first did what was advised, from the advice until then; None where nobody did."""
        opens = advice.kind is AdviceKind.OPEN_COUNTER
        kind = kind_of(SignedIn if opens else ArrangementMade)
        query = select(fact.c.at, fact.c.counter, fact.c.agent, fact.c.body).where(
            fact.c.service_day == advice.service_day, fact.c.kind == kind, fact.c.at.between(advice.at, until)
        )
        for row in self._connection.execute(query.order_by(fact.c.seq)):
            if row.counter == advice.counter if opens else _moves(advice, row):
                done: datetime = row.at
                return done
        return None

    def hour(self, advice: GivenAdvice, until: datetime, targets: Mapping[str, float]) -> tuple[int, int]:
        """Return who waited at the advice or came until then, and how many of them were called within their target."""
        columns = (stage.c.service, stage.c.state, stage.c.issued_at, stage.c.first_called_at, stage.c.readings)
        query = (
            select(*columns)
            .join(visit, visit.c.id == stage.c.visit)
            .where(visit.c.service_day == advice.service_day, stage.c.issued_at <= until)
            .where(or_(visit.c.ticket != "", stage.c.position > 0))
            .where(or_(stage.c.issued_at >= advice.at, stage.c.first_called_at > advice.at, _waits_still(advice.at)))
        )
        visitors = within = 0
        for row in self._connection.execute(query):
            if row.first_called_at is None and row.state == VisitState.CANCELLED.value:
                continue
            readings = read_readings(row.readings)
            called = moment(row.first_called_at, "first_called", readings)
            waited_s = called.seconds_since(moment_set(row.issued_at, "issued", readings)) if called else None
            visitors += 1
            within += waited_s is not None and waited_s <= targets.get(row.service, 0.0)
        return visitors, within

    def _all(self, query: Select[Any]) -> list[GivenAdvice]:
        return [
            GivenAdvice(
                row.id, row.at, row.service_day, AdviceKind(row.kind), row.service, row.counter, row.agent,
                tuple(json.loads(row.services)), row.gain_low, row.gain_likely, row.gain_high, row.share_without,
                row.followed_at, row.visitors, row.within, bool(row.scored),
            )
            for row in self._connection.execute(query)
        ]  # fmt: skip


def _waits_still(at: datetime) -> Any:  # noqa: ANN401 - a condition
    """Return the condition for stages that nobody has called and that had not ended at the instant."""
    not_ended = or_(stage.c.ended_at.is_(None), stage.c.ended_at > at)
    return stage.c.first_called_at.is_(None) & not_ended


def _moves(advice: GivenAdvice, row: Any) -> bool:  # noqa: ANN401 - a row of the query above
    detail = json.loads(row.body)["detail"]
    same = detail["arrangement_kind"] == ArrangementKind.AGENT_SERVICES.value and row.agent == advice.agent
    return same and set(detail["services"]) == set(advice.services)
