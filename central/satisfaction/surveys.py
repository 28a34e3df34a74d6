"""Store the newest revision of each survey answer of all halls, and update the counts of its month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, func, insert, select

from central.store.merge import merge_newest
from central.store.tables.halls import hall
from central.store.tables.satisfaction import survey, survey_month
from contracts.codec.reader import ContractError, from_json
from contracts.surveys.record import SurveyRecord
from contracts.words.surveys import Face

_LIMITS = {"visit": 64, "service": 64, "way": 40, "reason": 40}
_FACES = range(min(Face, key=lambda one: one.value).value, len(Face) + 1)
_KEPT = tuple(column.name for column in survey.c if not column.primary_key)


def survey_row(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a survey answer or raise ContractError; `body` also keeps the fields that newer halls add."""
    names = SurveyRecord.__struct_fields__
    record = from_json(SurveyRecord, value)
    for name, number, span in (
        ("rev", record.rev, range(1, 2**31)), ("face", record.face, _FACES), ("hour", record.hour, range(24)),
    ):  # fmt: skip
        if number not in span:
            raise ContractError(name, f"{number} is out of range")
    for name, limit in _LIMITS.items():
        text = getattr(record, name)
        if text is not None and not 0 < len(text) <= limit:
            raise ContractError(name, f"expected 1 to {limit} characters")
    row = {name: getattr(record, name) for name in ("hall", *_KEPT, "visit") if name in names}
    body = {name: item for name, item in value.items() if name != "kind"}
    return {**row, "month": record.service_day.replace(day=1), "body": body}


def merge_surveys(connection: Connection, rows: Sequence[Mapping[str, Any]], *, now: datetime) -> None:
    """Store each answer unless a newer revision is stored already, and count the months of the answers again."""
    if not rows:
        return
    # A batch holds the lock of its hall's row, so entries released from quarantine wait for the batch.
    halls = sorted({row["hall"] for row in rows})
    connection.execute(select(hall.c.hall).where(hall.c.hall.in_(halls)).order_by(hall.c.hall).with_for_update())
    months = sorted({(row["hall"], row["month"]) for row in rows})
    deleted = {key for key in months if _is_deleted(connection, *key)}
    kept = [{**row, "received_at": now} for row in rows if (row["hall"], row["month"]) not in deleted]
    if kept:
        merge_newest(connection, survey, _KEPT, kept)
    for one, month in months:
        if (one, month) not in deleted:
            _recount(connection, one, month)


def _is_deleted(connection: Connection, hall_id: str, month: date) -> bool:
    """Return whether the cleanup has deleted the month's answers: then its counts exist, but no answers."""
    answers = exists().where(survey.c.hall == hall_id, survey.c.month == month)
    counts = exists().where(survey_month.c.hall == hall_id, survey_month.c.month == month)
    return bool(connection.execute(select(counts & ~answers)).scalar_one())


def _recount(connection: Connection, hall_id: str, month: date) -> None:
    connection.execute(delete(survey_month).where(survey_month.c.hall == hall_id, survey_month.c.month == month))
    columns = (survey.c.hall, survey.c.month, survey.c.service, survey.c.face)
    mine = select(*columns, func.count()).where(survey.c.hall == hall_id, survey.c.month == month).group_by(*columns)
    connection.execute(insert(survey_month).from_select([column.name for column in survey_month.c], mine))
