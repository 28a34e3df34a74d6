"""Facts become rows and messages of the live link, and rows become messages again."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from contracts.codec.reader import from_json, to_json
from contracts.live import FactMessage
from contracts.queue.answers import VisitView
from hall.kernel.facts import Fact, kind_of
from hall.kernel.moment import Moment
from hall.platform.db.tables.core import fact as fact_table

_OWN_FIELDS = frozenset({"visit", "counter", "agent"})
"""Fields of facts that the message carries itself; all others go into its `detail`."""
_FIELDS: dict[type[Fact], tuple[str, ...]] = {}
_LAST = select(func.coalesce(func.max(fact_table.c.seq), 0))


def message_of(fact: Fact, seq: int, day: date, now: Moment, view: VisitView | None) -> FactMessage:
    """Return the message by which a fact is stored and told."""
    fields = {name: getattr(fact, name) for name in field_names(type(fact))}
    return FactMessage(
        seq=seq,
        kind=kind_of(fact),
        at=now.at,
        service_day=day,
        visit=view,
        counter=fields.get("counter"),
        agent=fields.get("agent"),
        detail={name: to_json(value) for name, value in fields.items() if name not in _OWN_FIELDS},
    )


def field_names(cls: type[Fact]) -> tuple[str, ...]:
    """Return the names of a fact's fields."""
    if cls not in _FIELDS:
        _FIELDS[cls] = tuple(field.name for field in dataclasses.fields(cls))
    return _FIELDS[cls]


def fact_values(message: FactMessage, now: Moment) -> dict[str, Any]:
    """Return the columns of a fact's row."""
    return {
        "seq": message.seq,
        "kind": message.kind,
        "at": message.at,
        "service_day": message.service_day,
        "visit": message.visit.visit if message.visit else None,
        "counter": message.counter,
        "agent": message.agent,
        "monotonic_ns": now.monotonic_ns,
        "boot": now.boot,
        "body": msgspec.json.encode(message).decode(),
    }


def read_messages(bodies: Sequence[str]) -> tuple[FactMessage, ...]:
    """Return the messages of stored bodies."""
    return tuple(from_json(FactMessage, json.loads(body)) for body in bodies)


def last_fact(connection: Connection) -> int:
    """Return the number of the newest fact in this transaction's view."""
    last: int = connection.execute(_LAST).scalar_one()
    return last
