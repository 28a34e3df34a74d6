"""Rows of `visit` and `stage` become a Visit; nothing is decided here."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, Select, select

from contracts.words.hall import Lane, Outcome, VisitorKind, VisitState
from hall.kernel.ids import AgentId, CounterId, ServiceCode, VisitId
from hall.kernel.moment import Moment
from hall.platform.db.moment_rows import moment, moment_set, read_readings
from hall.platform.db.tables.core import stage, visit
from hall.queue.model.calling.waiting_line import Waiting
from hall.queue.model.stage import ReturnPoint, Stage, Transaction
from hall.queue.model.visit import Visit
from hall.queue.store.place_rows import read_before

_STAGE_COLUMNS = [column.label(f"stage_{column.name}") for column in stage.columns if column.name != "visit"]


def select_visits() -> Select[Any]:
    """Return the query that `read_visits` reads: every visit once for each of its stages, the stages in order."""
    return select(*visit.columns, *_STAGE_COLUMNS).join(stage, stage.c.visit == visit.c.id)


def select_queue() -> Select[Any]:
    """Return the query that `waiting_row` reads: waiting visits with their current stage, narrow."""
    of_visit = (
        visit.c.id, visit.c.ticket, visit.c.lane, visit.c.issued_at, visit.c.issued_ns, visit.c.issued_boot,
        visit.c.service, visit.c.rank_ns, visit.c.rank_boot,
    )  # fmt: skip
    of_stage = (
        stage.c.rank_from_at, stage.c.goes_first, stage.c.for_counter, stage.c.for_agent, stage.c.held_until_calls,
    )  # fmt: skip
    # Of all stages of a visit only the current one can be waiting.
    joined = (stage.c.visit == visit.c.id) & (stage.c.state == VisitState.WAITING.value)
    return select(*of_visit, *of_stage).join(stage, joined)


def waiting_row(row: Row[Any]) -> Waiting:
    """Return one who waits, of a row of `select_queue`."""
    return Waiting(
        VisitId(row.id),
        row.ticket,
        ServiceCode(row.service),
        Lane(row.lane),
        Moment(row.issued_at, row.issued_ns, row.issued_boot),
        Moment(row.rank_from_at, row.rank_ns, row.rank_boot),
        bool(row.goes_first),
        CounterId(row.for_counter) if row.for_counter is not None else None,
        AgentId(row.for_agent) if row.for_agent is not None else None,
        row.held_until_calls,
    )


def read_visits(rows: Iterable[Row[Any]]) -> list[Visit]:
    """Return the visits of the rows, in the order in which they first appear."""
    found: dict[str, Visit] = {}
    for row in rows:
        known = found.get(row.id)
        if known is None:
            found[row.id] = _visit(row)
        else:
            known.stages.append(_stage(row))
    return list(found.values())


def _visit(row: Row[Any]) -> Visit:
    return Visit(
        id=VisitId(row.id),
        service_day=row.service_day,
        ticket=row.ticket,
        number=row.number,
        prefix=row.prefix,
        lane=Lane(row.lane),
        issued=Moment(row.issued_at, row.issued_ns, row.issued_boot),
        stages=[_stage(row)],
        code_hash=row.code_hash,
        visitor_kind=VisitorKind(row.visitor_kind) if row.visitor_kind else None,
        language=row.language,
        issued_by=row.issued_by,
        returns=row.returns,
        reinstated=row.reinstated,
        revision=row.revision,
        told=row.told,
        previous_state=VisitState(row.previous_state) if row.previous_state else None,
        carried_from=VisitId(row.carried_from) if row.carried_from else None,
        topics=tuple(json.loads(row.topics)),
        group=row.group_id,
        reprints=row.reprints or 0,
    )


def _stage(row: Row[Any]) -> Stage:
    readings = read_readings(row.stage_readings)
    drawn, changed, late, given_up = read_before(row.stage_before)
    return Stage(
        service=ServiceCode(row.stage_service),
        issued=moment_set(row.stage_issued_at, "issued", readings),
        rank_from=moment_set(row.stage_rank_from_at, "rank_from", readings),
        state=VisitState(row.stage_state),
        counter=CounterId(row.stage_counter) if row.stage_counter is not None else None,
        agent=AgentId(row.stage_agent) if row.stage_agent is not None else None,
        first_called=moment(row.stage_first_called_at, "first_called", readings),
        called=moment(row.stage_called_at, "called", readings),
        begun=moment(row.stage_begun_at, "begun", readings),
        serving_since=moment(row.stage_serving_since_at, "serving_since", readings),
        served_s=row.stage_served_s,
        ended=moment(row.stage_ended_at, "ended", readings),
        outcome=Outcome(row.stage_outcome) if row.stage_outcome else None,
        goes_first=bool(row.stage_goes_first),
        for_counter=CounterId(row.stage_for_counter) if row.stage_for_counter is not None else None,
        for_agent=AgentId(row.stage_for_agent) if row.stage_for_agent is not None else None,
        held_until_calls=row.stage_held_until_calls,
        recalls=row.stage_recalls,
        recalled_at=row.stage_recalled_at,
        note=row.stage_note,
        remind_at=row.stage_remind_at,
        parked_since=row.stage_parked_since,
        back=_way_back(row.stage_back) if row.stage_back else None,
        marks=tuple(row.stage_marks.split()) if row.stage_marks else (),
        transactions=_transactions(row.stage_transactions) if row.stage_transactions else (),
        why=row.stage_why,
        drawn_from=drawn,
        changed_from=changed,
        late=late,
        given_up=given_up,
    )


def _way_back(text: str) -> ReturnPoint:
    service, counter, agent = json.loads(text)
    return ReturnPoint(ServiceCode(service), counter and CounterId(counter), agent and AgentId(agent))


def _transactions(text: str) -> tuple[Transaction, ...]:
    return tuple(Transaction(ServiceCode(service), many, topic) for service, many, topic in json.loads(text))
