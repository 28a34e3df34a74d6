"""Store the complaints and suggestions of all halls at their newest revision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from central.store.merge import merge_newest
from central.store.tables.satisfaction import complaint
from contracts.codec.reader import ContractError, from_json
from contracts.complaints.record import ComplaintRecord

LONGEST_S = 2**31 - 1
_LIMITS = {"number": 64, "nature": 40, "way": 40, "state": 40}
_KEPT = tuple(column.name for column in complaint.c if not column.primary_key)


def complaint_row(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a complaint or raise ContractError; `body` also keeps the fields that newer halls add."""
    record = from_json(ComplaintRecord, value)
    if not 1 <= record.rev < 2**31:
        raise ContractError("rev", f"{record.rev} is out of range")
    for name, limit in _LIMITS.items():
        if not 0 < len(getattr(record, name)) <= limit:
            raise ContractError(name, f"expected 1 to {limit} characters")
    return {
        "hall": record.hall, "number": record.number, "rev": record.rev, "service_day": record.service_day,
        "nature": record.nature, "way": record.way, "state": record.state, "came_at": record.received_at,
        "reply_s": _reply_s(record), "body": {name: item for name, item in value.items() if name != "kind"},
    }  # fmt: skip


def merge_complaints(connection: Connection, rows: Sequence[Mapping[str, Any]], *, now: datetime) -> None:
    """Store each complaint or suggestion unless a newer revision of it is there."""
    merge_newest(connection, complaint, _KEPT, [{**row, "received_at": now} for row in rows])


def _reply_s(record: ComplaintRecord) -> int | None:
    if record.answered_at is None:
        return None
    return min(LONGEST_S, max(0, round((record.answered_at - record.received_at).total_seconds())))
