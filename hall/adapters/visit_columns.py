"""A Visit becomes rows of `visit` and `stage`: whole ones, or the columns in which it has changed since."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from hall.adapters.moment_rows import readings_text
from hall.adapters.place_rows import before_text
from hall.domain.moment import Moment
from hall.domain.stage import Stage
from hall.domain.visit import Visit
from hall.domain.waiting import ranked_by_time_alone

Values = dict[str, Any]
_MOMENTS = {
    name: f"{name}_at" for name in ("issued", "rank_from", "first_called", "called", "begun", "serving_since", "ended")
}
"""The moments of a stage and the columns of their instants; their readings stand together in one."""
_STAGE_FIELDS = tuple(field.name for field in dataclasses.fields(Stage))
_STAGE = attrgetter(*_STAGE_FIELDS)
# Derived from the stages, or never changed: the database would move index entries and look for whoever refers to them.
_NOT_COMPARED = {"stages", "new_facts", "id", "service_day", "issued"}
_VISIT_FIELDS = tuple(field.name for field in dataclasses.fields(Visit) if field.name not in _NOT_COMPARED)
_VISIT = attrgetter(*_VISIT_FIELDS)
_OF_STAGES: Mapping[str, Callable[[Visit], Any]] = {
    "state": lambda value: value.state.value,
    "service": lambda value: value.service,
    "counter": lambda value: value.counter,
    "called_at": lambda value: _newest_call(value.stages),
    "rank_ns": lambda value: value.stage.rank_from.monotonic_ns,
    "rank_boot": lambda value: value.stage.rank_from.boot,
    "by_time": lambda value: int(ranked_by_time_alone(value.stage)),
}
"""The columns of a visit that its stages tell."""


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


def visit_changes(old: Visit, new: Visit) -> Values:
    """Return the columns of the visit's row that differ, but for those that never change."""
    found: Values = {}
    for name, write in _OF_STAGES.items():
        value = write(new)
        if value != write(old):
            found[name] = value
    for name, before, after in zip(_VISIT_FIELDS, _VISIT(old), _VISIT(new), strict=True):
        if before is not after and before != after:
            found |= _WRITE_VISIT[name](new) if name in _WRITE_VISIT else {name: after}
    return found


def stage_changes(old: Stage, new: Stage) -> Values:
    """Return the columns of the stage's row that differ, and whatever stands in one column with what differs."""
    found: Values = {}
    timed = False
    for name, before, after in zip(_STAGE_FIELDS, _STAGE(old), _STAGE(new), strict=True):
        if before is after or before == after:
            continue
        if name in _MOMENTS:
            timed = True
            found[_MOMENTS[name]] = after.at if after else None
        else:
            found |= _WRITE_STAGE[name](new) if name in _WRITE_STAGE else {name: after}
    if timed:
        found["readings"] = readings_text(_moments(new))
    return found


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
        "remind_at": value.remind_at,
        "parked_since": value.parked_since,
        "back": _back(value),
        "marks": " ".join(value.marks),
        "transactions": _transactions(value),
        "quantity": value.quantity,
        "why": value.why,
        "before": before_text(value.drawn_from, value.changed_from),
    }


def _back(value: Stage) -> str | None:
    back = value.back
    return json.dumps([back.service, back.counter, back.agent]) if back else None


def _transactions(value: Stage) -> str | None:
    done = [[one.service, one.quantity, one.topic] for one in value.transactions]
    return json.dumps(done, ensure_ascii=False) if done else None


def _topics(value: Visit) -> str:
    return json.dumps(value.topics, ensure_ascii=False) if value.topics else "[]"


_WRITE_STAGE: Mapping[str, Callable[[Stage], Values]] = {
    "state": lambda value: {"state": value.state.value},
    "outcome": lambda value: {
        "outcome": value.outcome.value if value.outcome else None, "quantity": value.quantity,
    },
    "goes_first": lambda value: {"goes_first": int(value.goes_first)},
    "back": lambda value: {"back": _back(value)},
    "marks": lambda value: {"marks": " ".join(value.marks)},
    "transactions": lambda value: {"transactions": _transactions(value), "quantity": value.quantity},
    "drawn_from": lambda value: {"before": before_text(value.drawn_from, value.changed_from)},
    "changed_from": lambda value: {"before": before_text(value.drawn_from, value.changed_from)},
}  # fmt: skip
"""What a field of a stage changes where that is not the column of its name with its value."""
_WRITE_VISIT: Mapping[str, Callable[[Visit], Values]] = {
    "lane": lambda value: {"lane": value.lane.value},
    "visitor_kind": lambda value: {"visitor_kind": value.visitor_kind.value if value.visitor_kind else None},
    "previous_state": lambda value: {"previous_state": value.previous_state.value if value.previous_state else None},
    "topics": lambda value: {"topics": _topics(value)},
    "group": lambda value: {"group_id": value.group},
}
"""The same of a visit."""
