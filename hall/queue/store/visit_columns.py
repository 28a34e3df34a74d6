"""A Visit becomes rows of `visit` and `stage`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from hall.kernel.moment import Moment
from hall.platform.db.moment_rows import readings_text
from hall.queue.model.calling.waiting_line import ranked_by_time_alone
from hall.queue.model.stage import Stage
from hall.queue.model.visit import Visit
from hall.queue.store.place_rows import before_text

Values = dict[str, Any]


def visit_values(value: Visit) -> Values:
    """Return the columns of a visit's row; state, service, counter, newest call and rank are those of its stages."""
    return {
        "id": value.id,
        "service_day": value.service_day,
        "ticket": value.ticket,
        "number": value.number,
        "prefix": value.prefix,
        "lane": value.lane.value,
        "state": value.state.value,
        "service": value.service,
        "counter": value.counter,
        "issued_at": value.issued.at,
        "issued_ns": value.issued.monotonic_ns,
        "issued_boot": value.issued.boot,
        "called_at": _newest_call(value.stages),
        "code_hash": value.code_hash,
        "visitor_kind": value.visitor_kind.value if value.visitor_kind else None,
        "language": value.language,
        "issued_by": value.issued_by,
        "returns": value.returns,
        "reinstated": value.reinstated,
        "revision": value.revision,
        "told": value.told,
        "previous_state": value.previous_state.value if value.previous_state else None,
        "carried_from": value.carried_from,
        "topics": _topics(value),
        "group_id": value.group,
        "reprints": value.reprints,
        "rank_ns": value.stage.rank_from.monotonic_ns,
        "rank_boot": value.stage.rank_from.boot,
        "by_time": int(ranked_by_time_alone(value.stage)),
    }


def _newest_call(stages: Sequence[Stage]) -> datetime | None:
    """Return the instant of the newest call of any stage, or None."""
    return max((one.called.at for one in stages if one.called), default=None)


def stage_values(owner: Visit, position: int) -> Values:
    """Return the columns of one stage's row; `position` counts from 0."""
    value = owner.stages[position]
    moments = _moments(value)
    return {
        "visit": owner.id,
        "position": position,
        "service": value.service,
        "state": value.state.value,
        "counter": value.counter,
        "agent": value.agent,
        **{f"{name}_at": at.at if at else None for name, at in moments.items()},
        "readings": readings_text(moments),
        "served_s": value.served_s,
        "outcome": value.outcome.value if value.outcome else None,
        "goes_first": int(value.goes_first),
        "for_counter": value.for_counter,
        "for_agent": value.for_agent,
        "held_until_calls": value.held_until_calls,
        "recalls": value.recalls,
        "note": value.note,
        **_rare(value),
    }


def _moments(value: Stage) -> dict[str, Moment | None]:
    return {
        "issued": value.issued,
        "rank_from": value.rank_from,
        "first_called": value.first_called,
        "called": value.called,
        "begun": value.begun,
        "serving_since": value.serving_since,
        "ended": value.ended,
    }


def _rare(value: Stage) -> Values:
    """Return the columns of a stage that few stages have anything in."""
    return {
        "recalled_at": value.recalled_at,
        "remind_at": value.remind_at,
        "parked_since": value.parked_since,
        "back": _back(value),
        "marks": " ".join(value.marks),
        "transactions": _transactions(value),
        "quantity": value.quantity,
        "why": value.why,
        "before": before_text(value.drawn_from, value.changed_from, late=value.late, given_up=value.given_up),
    }


def _back(value: Stage) -> str | None:
    back = value.back
    return json.dumps([back.service, back.counter, back.agent]) if back else None


def _transactions(value: Stage) -> str | None:
    done = [[one.service, one.quantity, one.topic] for one in value.transactions]
    return json.dumps(done, ensure_ascii=False) if done else None


def _topics(value: Visit) -> str:
    return json.dumps(value.topics, ensure_ascii=False) if value.topics else "[]"
