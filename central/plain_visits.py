"""Read a visit's line into its row at once, where it is plainly a visit as this version's halls tell it.

Nearly every line that a centre takes in is one, and reading it the sure way (`central.records`) costs three times as
much: an object is made of it and of each stage, each instant is read for itself, each text is measured for itself.
Whatever is not plain (another kind, a field more or less, an escaped character, anything long or out of range) is left
to the sure way, which knows every shape and words every refusal. So both always agree.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from operator import itemgetter
from typing import Any

from pydantic_core import from_json

from contracts.fast_reader import fields_taker, utc_instant
from contracts.outbox_entry import EntryKind, StageRecord, VisitRecord

LONGEST_LINE_BYTES = 4096
"""Only so short a line is plain: none of its numbers can be too long for the sure way."""
LONGEST_S = 30 * 24 * 3600
MOST = 2**31 - 1
UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TEXT_LIMITS = {
    "ticket": 20,
    "service": 40,
    "lane": 40,
    "visitor_kind": 40,
    "state": 40,
    "outcome": 40,
    "agent": 64,
    "carried_from": 64,
}

_SHORTEST_LIMIT = min(TEXT_LIMITS.values())
_KIND = EntryKind.VISIT.value
_NOT_PLAIN = (ValueError, KeyError, TypeError, AttributeError, OverflowError)
_check_fields = fields_taker(VisitRecord)
_check_stage_fields = fields_taker(StageRecord)
_texts = itemgetter(*TEXT_LIMITS)
_numbers = itemgetter("counter", "waiting_s", "time_to_begin_s", "serving_s")
_INSTANTS = ("issued_at", "called_at", "begun_at", "ended_at")
_stage_instants = itemgetter(*(field.name for field in fields(StageRecord) if field.name in _INSTANTS))


class _Instants(dict[str | None, datetime | None]):
    """The instants of a batch by their texts: a stage's are mostly those of its visit."""

    def __missing__(self, text: str) -> datetime:
        found = self[text] = utc_instant(text)
        return found


class _Days(dict[str, date]):
    """The days of a batch by their texts, each looked at once."""

    def __init__(self, check: Callable[[date], None]) -> None:
        super().__init__()
        self._check = check

    def __missing__(self, text: str) -> date:
        day = date.fromisoformat(text)
        self._check(day)
        self[text] = day
        return day


class PlainVisits:
    """Reads the plain visits of one batch of `hall`; `check_day` raises ValueError for a day that is not taken in."""

    def __init__(self, hall: str, check_day: Callable[[date], None]) -> None:
        self._hall = hall
        self._instants = _Instants({None: None})
        self._days = _Days(check_day)

    def row(self, line: bytes) -> dict[str, Any] | None:
        """Return the row of a plain visit, None where the sure way must look."""
        # What PostgreSQL cannot store comes escaped only.
        if len(line) > LONGEST_LINE_BYTES or b"\\u" in line:
            return None
        try:
            row = self._read(line)
        except _NOT_PLAIN:
            return None
        row["extra"] = {}
        row["body_hash"] = hashlib.sha256(line).hexdigest()
        return row

    def _read(self, line: bytes) -> dict[str, Any]:
        # The keys alone are kept by the reader: nearly all other texts come once.
        row: dict[str, Any] = from_json(line, allow_inf_nan=False, cache_strings="keys")
        if row.pop("kind") != _KIND:
            raise ValueError
        _check_fields(row)
        if row["hall"] != self._hall or not _in_range(row):
            raise ValueError
        instants = self._instants
        for name in _INSTANTS:
            row[name] = instants[row[name]]
        for stage in row["stages"]:
            _check_stage_fields(stage)
            for text in _stage_instants(stage):
                instants[text]
        row["service_day"] = self._days[row["service_day"]]
        return row


def _in_range(row: dict[str, Any]) -> bool:
    for number in _numbers(row):
        if number is not None and not 0 <= number <= LONGEST_S:
            return False
    for text in _texts(row):
        if text is not None and len(text) > _SHORTEST_LIMIT:
            return False
    return 0 < row["rev"] <= MOST and UUID.fullmatch(row["visit"]) is not None
