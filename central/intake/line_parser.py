"""Turn one line of a batch into a row to store, or say in one sentence why it cannot be stored."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, TypeAlias

from central.enquiries.enquiries import enquiry_row
from central.requests.requests import request_row
from central.satisfaction.complaints import complaint_row
from central.satisfaction.surveys import survey_row
from central.store.visit_row import VisitRow, key_of, rev_of, row_of
from contracts.centre.batch import read_opaque
from contracts.centre.outbox_entry import AuditRecord, VisitRecord, read_body, record_of
from contracts.codec.message import asdict
from contracts.codec.reader import ContractError
from contracts.complaints import record as complaints
from contracts.enquiries.record import ENQUIRY_KIND
from contracts.requests.record import KIND
from contracts.surveys import record as surveys

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
DAYS_AHEAD = 2
DAYS_BEHIND = 400


@dataclass(frozen=True)
class Bad:
    """A line that is no record here, with the reason and its stored bytes."""

    seq: int
    reason: str
    body: bytes
    body_hash: str


Key: TypeAlias = tuple[Any, ...]


@dataclass
class Sorted:
    """The lines of a batch, sorted into rows; of each visit the highest revision only."""

    visits: dict[tuple[date, str], VisitRow] = field(default_factory=dict)
    audits: dict[str, dict[str, Any]] = field(default_factory=dict)
    requests: dict[Key, dict[str, Any]] = field(default_factory=dict)
    enquiries: dict[Key, dict[str, Any]] = field(default_factory=dict)
    surveys: dict[Key, dict[str, Any]] = field(default_factory=dict)
    complaints: dict[Key, dict[str, Any]] = field(default_factory=dict)
    bad: list[Bad] = field(default_factory=list)

    def days(self) -> set[date]:
        """Return the service days of the visits."""
        return {day for day, _ in self.visits}

    def keep_visit(self, row: VisitRow) -> None:
        """Keep the row of a visit unless one of a higher revision is here."""
        key = key_of(row)
        other = self.visits.get(key)
        if other is None or rev_of(other) <= rev_of(row):
            self.visits[key] = row


Place = Callable[[Sorted], dict[Any, dict[str, Any]]]
RowOf = Callable[[Mapping[str, Any]], dict[str, Any]]
_TOLD_AGAIN: dict[str, tuple[Place, RowOf, tuple[str, ...]]] = {
    KIND: (lambda found: found.requests, request_row, ("number", "registered_at")),
    ENQUIRY_KIND: (lambda found: found.enquiries, enquiry_row, ("number", "asked_at")),
    surveys.KIND: (lambda found: found.surveys, survey_row, ("visit",)),
    complaints.KIND: (lambda found: found.complaints, complaint_row, ("number", "came_at")),
}
"""What comes again with each step, by its kind: where it goes, its row, and the row's own key within its hall.

A number alone is no key: a hall that was restored from a backup may give it again, to somebody else.
"""


class DaySpan:
    """The service days that the centre accepts on a day: those of the last 400 days and of the next two."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._oldest = today - timedelta(days=DAYS_BEHIND)
        self._newest = today + timedelta(days=DAYS_AHEAD)

    def check(self, day: date, *, however_old: bool = False) -> None:
        """Raise ContractError for a day outside; `however_old` where only days to come are wrong.

        >>> DaySpan(date(2026, 11, 24)).check(date(2026, 11, 26))
        >>> DaySpan(date(2026, 11, 24)).check(date(2026, 11, 27))
        Traceback (most recent call last):
        contracts.codec.reader.ContractError: service_day: 2026-11-27 is more than 2 days ahead of 2026-11-24
        """
        if day > self._newest:
            raise ContractError("service_day", f"{day} is more than {DAYS_AHEAD} days ahead of {self._today}")
        if day < self._oldest and not however_old:
            raise ContractError("service_day", f"{day} is more than {DAYS_BEHIND} days before {self._today}")


def sort_lines(lines: list[tuple[int, bytes]], *, hall: str, today: date) -> Sorted:
    """Return the rows in `lines` (seq, line) of `hall`; whatever the bytes, nothing is raised and nothing left out."""
    found, span = Sorted(), DaySpan(today)
    for seq, line in lines:
        try:
            _sort_one(found, line, hall=hall, span=span)
        except ContractError as error:
            opaque = read_opaque(line)
            body = opaque[0] if opaque else line
            found.bad.append(Bad(seq, str(error), body, hashlib.sha256(body).hexdigest()))
    return found


def _sort_one(found: Sorted, line: bytes, *, hall: str, span: DaySpan) -> None:
    if read_opaque(line):
        raise ContractError("", "the hall could not send this as a record: its stored bytes are damaged or too large")
    value = read_body(line)
    if b"\\u" in line:
        check_storable(value)
    kind = value.get("kind")
    # What is no text may be no key either, and is refused below.
    if isinstance(kind, str) and (again := _TOLD_AGAIN.get(kind)) is not None:
        place, told_row, own_key = again
        _keep_newest(place(found), told_row(value), own_key, hall=hall, span=span)
        return
    record, extra = record_of(value)
    if record.hall != hall:
        raise ContractError("hall", f"it belongs to hall {record.hall!r}, the batch is of hall {hall!r}")
    span.check(record.service_day)
    body_hash = hashlib.sha256(line).hexdigest()
    if isinstance(record, AuditRecord):
        found.audits[body_hash] = _audit_row(record, line, body_hash)
        return
    _check_visit(record)
    found.keep_visit(_visit_row(record, value.get("stages", []), extra, body_hash))


def _keep_newest(
    found: dict[Key, dict[str, Any]], row: dict[str, Any], names: tuple[str, ...], *, hall: str, span: DaySpan
) -> None:
    if row["hall"] != hall:
        raise ContractError("hall", f"it belongs to hall {row['hall']!r}, the batch is of hall {hall!r}")
    # It comes again with each step, and steps may come years after its first day.
    span.check(row["service_day"], however_old=True)
    key = tuple(row[name] for name in names)
    if key not in found or found[key]["rev"] <= row["rev"]:
        found[key] = row


def check_storable(whole: object) -> None:
    """Raise ContractError for a text that PostgreSQL cannot store: a NUL or half a surrogate pair.

    In JSON both come as escapes only, so that a line without one needs no look.
    """
    stack: list[object] = [whole]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            stack += [*value.keys(), *value.values()]
        elif isinstance(value, list | tuple):
            stack += value
        elif isinstance(value, str) and any(c == "\0" or "\ud800" <= c <= "\udfff" for c in value):
            raise ContractError("", f"a text holds a character that cannot be stored: {value!r:.60}")


def _check_visit(record: VisitRecord) -> None:
    if not UUID.fullmatch(record.visit):
        raise ContractError("visit", f"{record.visit!r:.60} is not a UUID in its usual form")
    if not 1 <= record.rev <= MOST:
        raise ContractError("rev", f"{record.rev} is out of range")
    if record.counter is not None and not 0 <= record.counter <= MOST:
        raise ContractError("counter", f"{record.counter} is out of range")
    _check_ranges(record)


def _check_ranges(record: VisitRecord) -> None:
    values = asdict(record)
    for name in ("waiting_s", "time_to_begin_s", "serving_s"):
        seconds = values[name]
        if seconds is not None and not 0 <= seconds <= LONGEST_S:
            raise ContractError(name, f"{seconds} s is out of range")
    for name, limit in TEXT_LIMITS.items():
        text = values[name]
        if text is not None and len(text) > limit:
            raise ContractError(name, f"it is longer than {limit} characters")


def _visit_row(record: VisitRecord, stages: object, extra: dict[str, Any], body_hash: str) -> VisitRow:
    # The stages go in as they came: fields that a newer hall adds to them are kept too.
    as_text = {"stages": _as_json(stages), "extra": _as_json(extra)}
    return row_of({**asdict(record), **as_text, "body_hash": body_hash})


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _audit_row(record: AuditRecord, line: bytes, body_hash: str) -> dict[str, Any]:
    if not 0 <= record.fact < 2**63 or len(record.action) > 40:
        raise ContractError("fact", "the number or the action is out of range")
    return {
        "hall": record.hall,
        "body_hash": body_hash,
        "fact": record.fact,
        "at": record.at,
        "service_day": record.service_day,
        "action": record.action,
        "body": line,
    }
