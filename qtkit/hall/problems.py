"""Turn what comes back from the hall, or does not, into a value or a Problem; pure, no Qt.

>>> read_answer(204, b"")
(None, None)
>>> read_answer(200, b'{"counter": 3}')
({'counter': 3}, None)
>>> read_answer(409, b'{"title": "Conflict", "status": 409, "code": "visit_open", "detail": "one is open"}')[1].code
'visit_open'
>>> read_answer(200, b"<html>Wi-Fi login</html>")[1].code
'answer_unreadable'
"""

from __future__ import annotations

import json
from typing import Any

from contracts.codec.reader import ContractError, from_json
from contracts.queue.answers import Problem

HALL_AWAY = "hall_away"
ANSWER_UNREADABLE = "answer_unreadable"

Answer = dict[str, Any]
"""A JSON object as `contracts.codec.reader.from_json` takes it."""


def hall_away(detail: str) -> Problem:
    """Return the problem of a hall that did not answer; `detail` is for the log and the technician."""
    return Problem("The hall does not answer", 0, HALL_AWAY, detail)


def read_answer(status: int, body: bytes) -> tuple[Answer | None, Problem | None]:
    """Return (answer, None), (None, None) for 204, or (None, problem) for an error or for what is no hall's answer."""
    if status == 204:
        return None, None
    value = _object_in(body)
    if 200 <= status < 300:
        return (value, None) if value is not None else (None, _unreadable(status, body))
    return None, _problem_in(value) or _unreadable(status, body)


def _object_in(body: bytes) -> Answer | None:
    try:
        value = json.loads(body)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        return None
    if isinstance(value, list):
        return {"items": value}
    return value if isinstance(value, dict) else None


def _problem_in(value: Answer | None) -> Problem | None:
    try:
        # A newer hall may add members to a problem: RFC 9457 says to ignore them.
        return from_json(Problem, value or {})
    except ContractError:
        return None


def _unreadable(status: int, body: bytes) -> Problem:
    shown = body[:120].decode("utf-8", "replace")
    return Problem("Not an answer of a hall", status, ANSWER_UNREADABLE, f"status {status}: {shown!r}")
