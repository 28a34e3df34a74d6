"""Moves out of order and what an agent served, as the page of trust and the agent himself ask for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from contracts.reporting.trust import Act
from contracts.words.hall import OutOfOrderKind, VisitState
from hall.kernel.facts import VisitFact
from hall.platform.db.moment_rows import moment, moment_set, read_readings
from hall.platform.db.tables.core import counter_session, stage, visit
from hall.platform.db.tables.trust import out_of_order
from hall.queue.model.calling.out_of_order import OutOfOrder
from hall.reporting.queries.trust import AgentStage, SignedIn


class SqlActs:
    """Moves out of order by service day, and the stages of an agent."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, seq: int, day: date, at: datetime, fact: VisitFact, act: OutOfOrder) -> None:
        """Keep a move beside its fact, in the same transaction."""
        values = {
            "seq": seq, "service_day": day, "at": at, "kind": act.kind.value, "by": act.by, "reason": act.reason,
            "visit": fact.visit, "ticket": fact.ticket, "service": fact.service, "counter": act.counter,
        }  # fmt: skip
        self._connection.execute(insert(out_of_order), values)

    def between(self, first: date, last: date, by: str | None = None) -> Sequence[Act]:
        """Return the moves of these service days (of all, or of one who did them), the newest first."""
        query = select(out_of_order).where(out_of_order.c.service_day.between(first, last))
        if by is not None:
            query = query.where(out_of_order.c.by == by)
        found = self._connection.execute(query.order_by(out_of_order.c.seq.desc()))
        return [
            Act(
                row.at, OutOfOrderKind(row.kind), row.by, row.reason, row.visit, row.ticket, row.service, row.counter
            )
            for row in found
        ]  # fmt: skip

    def called(self, first: date, last: date) -> Mapping[str, int]:
        """Return how many stages of these days each agent called."""
        many = func.count().label("many")
        query = _stages(first, last, stage.c.agent, many).where(stage.c.agent.is_not(None)).group_by(stage.c.agent)
        return {row.agent: row.many for row in self._connection.execute(query)}

    def signed_in(self, since: datetime, before: datetime) -> Sequence[SignedIn]:
        """Return every sign-in from one instant to another, the oldest first."""
        at = counter_session.c.signed_in_at
        query = select(counter_session.c.agent, counter_session.c.counter, at).where(at >= since, at < before)
        found = self._connection.execute(query.order_by(at, counter_session.c.id))
        return [SignedIn(row.agent, row.counter, row.signed_in_at) for row in found]

    def stages_of(self, agent: str, first: date, last: date) -> Sequence[AgentStage]:
        """Return the stages that the agent called, in no order."""
        columns = (
            stage.c.service, stage.c.state, stage.c.issued_at, stage.c.first_called_at, stage.c.begun_at,
            stage.c.served_s, stage.c.readings, stage.c.position, visit.c.ticket,
        )  # fmt: skip
        found = self._connection.execute(_stages(first, last, *columns).where(stage.c.agent == agent))
        return [_agent_stage(row) for row in found]


def _stages(first: date, last: date, *columns: Any) -> Select[Any]:  # noqa: ANN401 - columns of any type
    joined = select(*columns).join(visit, visit.c.id == stage.c.visit)
    return joined.where(visit.c.service_day.between(first, last))


def _agent_stage(row: Any) -> AgentStage:  # noqa: ANN401 - a row of the query above
    readings = read_readings(row.readings)
    called, begun = moment(row.first_called_at, "first_called", readings), moment(row.begun_at, "begun", readings)
    waited = not (row.position == 0 and not row.ticket)
    return AgentStage(
        row.service,
        waited,
        round(begun.seconds_since(called), 3) if waited and called and begun else None,
        round(row.served_s, 3) if begun is not None and row.state == VisitState.FINISHED.value else None,
        row.state == VisitState.NO_SHOW.value,
        round(called.seconds_since(moment_set(row.issued_at, "issued", readings)), 3) if waited and called else None,
    )
