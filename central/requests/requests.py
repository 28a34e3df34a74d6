"""Store the requests of all halls at their newest revision, count their months, and tell any hall where one stands."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Date, Engine, case, delete, func, insert, literal, or_, select

from central.errors import NotFoundError
from central.store.merge import merge_newest
from central.store.tables.halls import hall, request, request_month
from contracts.codec.reader import ContractError, from_json
from contracts.requests.record import RequestRecord
from contracts.words.requests import RequestState

WITHDRAWN = RequestState.WITHDRAWN.value
_LIMITS = {"number": 64, "external": 64, "directorate": 64, "state": 40, "topic": 64, "source": 40}
_KEPT = ("rev", "external", "service_day", "directorate", "state", "latest", "referred_at", "replied_at",
         "body", "received_at", "settled_on", "decided")  # fmt: skip


def request_row(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a request or raise ContractError; `body` also keeps the fields that newer halls add."""
    names = RequestRecord.__struct_fields__
    record = from_json(RequestRecord, value)
    if not 1 <= record.rev < 2**31:
        raise ContractError("rev", f"{record.rev} is out of range")
    for name, limit in _LIMITS.items():
        said = getattr(record, name)
        if said is not None and not 0 < len(said) <= limit:
            raise ContractError(name, f"expected 1 to {limit} characters")
    body = {name: item for name, item in value.items() if name != "kind"}
    row = {name: getattr(record, name) for name in ("hall", "number", "registered_at", *_KEPT) if name in names}
    return {**row, "body": body, "settled_on": record.decided_on, "decided": record.decided_on is not None}


def merge_requests(connection: Connection, rows: Sequence[Mapping[str, Any]], *, time_zone: str) -> None:
    """Store each request unless a newer revision of it is there, and count their months again."""
    if not rows:
        return
    # The hall's row is locked while a batch is stored; entries from quarantine wait for it too.
    halls = sorted({row["hall"] for row in rows})
    connection.execute(select(hall.c.hall).where(hall.c.hall.in_(halls)).order_by(hall.c.hall).with_for_update())
    zone = ZoneInfo(time_zone)
    merge_newest(connection, request, _KEPT, [{**row, "settled_on": _settled_on(row, zone)} for row in rows])
    for one, month in sorted({(row["hall"], row["service_day"].replace(day=1)) for row in rows}):
        count_month(connection, one, month)


def count_month(connection: Connection, hall_id: str, month: date) -> None:
    """Count a month of a hall again from its requests."""
    where = (request_month.c.hall == hall_id, request_month.c.month == month)
    connection.execute(delete(request_month).where(*where))
    last = month.replace(day=monthrange(month.year, month.month)[1])
    counted = (
        select(request.c.hall, literal(month, Date), *sums())
        .where(request.c.hall == hall_id, request.c.service_day.between(month, last))
        .group_by(request.c.hall)
    )
    connection.execute(insert(request_month).from_select([column.name for column in request_month.c], counted))


def sums() -> tuple[Any, ...]:
    """Return the counts of requests in the order of a month's columns; withdrawn requests do not count."""
    came = case((request.c.state != WITHDRAWN, 1), else_=0)
    on_time = case((request.c.settled_on <= request.c.latest, 1), else_=0)
    decided = case((request.c.decided, 1), else_=0)
    return func.sum(came), func.count(request.c.settled_on), func.sum(on_time), func.sum(decided)


def _settled_on(row: Mapping[str, Any], zone: ZoneInfo) -> date | None:
    """Return the hall's day on which the request left its clock behind: referred, or decided where it was."""
    if row["state"] == WITHDRAWN:
        return None
    referred: datetime | None = row["referred_at"]
    days = [row["settled_on"], referred.astimezone(zone).date() if referred else None]
    return min((day for day in days if day is not None), default=None)


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
