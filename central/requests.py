"""Store the requests of all halls at their newest revision, and tell any hall where one stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, or_, select

from central.errors import NotFoundError
from central.merge import merge_newest
from central.tables import request
from contracts.codec import ContractError, from_json
from contracts.request_record import RequestRecord

_LIMITS = {"number": 64, "external": 64, "directorate": 64, "state": 40, "topic": 64, "source": 40}
_KEPT = ("rev", "external", "service_day", "directorate", "state", "registered_at", "latest", "referred_at",
         "replied_at", "body", "received_at")  # fmt: skip


def request_row(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a request's entry; ContractError where it is none. What a newer hall adds stays in its body."""
    names = RequestRecord.__dataclass_fields__
    record = from_json(RequestRecord, {name: item for name, item in value.items() if name in names})
    if not 1 <= record.rev < 2**31:
        raise ContractError("rev", f"{record.rev} is out of range")
    for name, limit in _LIMITS.items():
        said = getattr(record, name)
        if said is not None and not 0 < len(said) <= limit:
            raise ContractError(name, f"expected 1 to {limit} characters")
    body = {name: item for name, item in value.items() if name != "kind"}
    row = {name: getattr(record, name) for name in ("hall", "number", *_KEPT) if name in names}
    return {**row, "body": body}


def merge_requests(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Store each request unless a newer revision of it is there."""
    merge_newest(connection, request, _KEPT, rows)


def find_requests(engine: Engine, number: str) -> Sequence[Mapping[str, Any]]:
    """Return the requests of this number, or of this number elsewhere (`external`), newest first; NotFoundError."""
    found = (
        select(request.c.body, request.c.received_at)
        .where(or_(request.c.number == number, request.c.external == number))
        .order_by(request.c.registered_at.desc())
        .limit(10)
    )
    with engine.connect().execution_options(read_only=True) as connection:
        rows = connection.execute(found).all()
    if not rows:
        raise NotFoundError("request_unknown", f"no hall has told of a request {number!r:.60}")
    return [{**row.body, "received_at": row.received_at.isoformat()} for row in rows]
