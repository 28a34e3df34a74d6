"""Read a visit's line into its row at once, where it is plainly a visit as this version's halls tell it.

Nearly every line that a centre takes in is one, and reading it the sure way (`central.intake.line_parser`) costs
three times as much: an object is made of it and of each stage, each instant is read for itself, each text is measured
for itself. Here one pattern, made of the fields of the record, says what such a line looks like: canonical JSON with
every field of a sound type, length and range. Whatever does not match (another kind, a field more or less, an escaped
character, anything long or out of range) is left to the sure way, which knows every shape and words every refusal. So
both always agree.
"""

from __future__ import annotations

import functools
import hashlib
import re
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import repeat
from typing import Any

from central.store.visit_row import VisitRow
from contracts.centre.outbox_entry import EntryKind, StageRecord, VisitRecord
from contracts.codec.fast_reader import utc_instant

LONGEST_LINE_BYTES = 16_384
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

_FIELDS: Mapping[str, Any] = typing.get_type_hints(VisitRecord)
_STAGE_FIELDS: Mapping[str, Any] = typing.get_type_hints(StageRecord)
_LETTER = r'[^"\\\x00-\x1f]'  # JSON writes all others escaped
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?Z"
_NUMBER = "0|[1-9][0-9]{0,5}"  # of a second or a counter: below every limit
_COUNTED = "[1-9][0-9]{0,5}"
_ISSUED_ON = "issued_on"
# One day is issued_at's, which is looked at; behind it in the line, a stage's instants are of that day or not plain.
_STAGE_KINDS: Mapping[type, str] = {
    str: f'"{_LETTER}*+"',
    int: f"(?:{_NUMBER})",
    bool: "(?:true|false)",
    datetime: f'"(?P={_ISSUED_ON}){_TIME}"',
}


def _kind(hint: Any) -> tuple[Any, bool]:  # noqa: ANN401 - a type hint
    """Return the type of a field, and whether it may be null."""
    choices = [choice for choice in typing.get_args(hint) if choice is not type(None)]
    return (choices[0], True) if type(None) in typing.get_args(hint) else (hint, False)


def _of_stage(hint: Any) -> str:  # noqa: ANN401 - a type hint
    kind, optional = _kind(hint)
    return f"(?:null|{_STAGE_KINDS[kind]})" if optional else _STAGE_KINDS[kind]


def _of_visit(name: str) -> str:
    kind, optional = _kind(_FIELDS[name])
    if name == "stages":
        stage = _object({name: _of_stage(hint) for name, hint in _STAGE_FIELDS.items()})
        return rf"(?P<stages>\[(?:{stage}(?:,{stage})*+)?\])"
    if name == "visit":
        return f'"(?P<visit>{UUID.pattern.replace("(", "(?:")})"'
    if name == "issued_at":
        return f'"(?P<issued_at>(?P<{_ISSUED_ON}>{_DATE}){_TIME})"'
    shapes: Mapping[type, str] = {
        str: f'"(?P<{name}>{_LETTER}{_at_most(TEXT_LIMITS.get(name))})"',
        int: f"(?P<{name}>{_COUNTED if name == 'rev' else _NUMBER})",
        bool: f"(?P<{name}>true|false)",
        date: f'"(?P<{name}>{_DATE})"',
        datetime: f'"(?P<{name}>{_DATE}{_TIME})"',
    }
    return f"(?:null|{shapes[kind]})" if optional else shapes[kind]


def _at_most(letters: int | None) -> str:
    return "*+" if letters is None else f"{{0,{letters}}}+"


def _object(patterns: Mapping[str, str]) -> str:
    return r"\{" + ",".join(f'"{name}":{patterns[name]}' for name in sorted(patterns)) + r"\}"


_KINDS = tuple(_kind(hint)[0] for hint in _FIELDS.values())
_WRONG: Any = object()
"""A text that matches and means nothing: the 30th of February, or a day that is not taken in."""


def plain_rows(lines: Sequence[bytes], *, hall: str, check_day: Callable[[date], None]) -> Iterator[VisitRow | None]:
    """Return for each line the row of a plain visit of `hall`, None where the sure way must look.

    `check_day` raises ValueError for a day that is not taken in.
    """
    pattern = _pattern(hall)
    matches = [_match(pattern, line) for line in lines]
    places = [pattern.groupindex[name] for name in _FIELDS]
    texts = [found.group(*places) for found in matches if found]
    plain = [line for line, found in zip(lines, matches, strict=True) if found]
    rows = iter(_rows(plain, texts, check_day))
    return (None if found is None else next(rows) for found in matches)


@functools.lru_cache(maxsize=256)
def _pattern(hall: str) -> re.Pattern[str]:
    shapes = {"kind": f'"{EntryKind.VISIT.value}"', **{name: _of_visit(name) for name in _FIELDS}}
    return re.compile(_object({**shapes, "hall": f'"(?P<hall>{re.escape(hall)})"'}))


def _match(pattern: re.Pattern[str], line: bytes) -> re.Match[str] | None:
    try:
        return pattern.fullmatch(line.decode()) if len(line) <= LONGEST_LINE_BYTES else None
    except UnicodeDecodeError:
        return None


def _rows(
    lines: Sequence[bytes], texts: Sequence[tuple[str | Any, ...]], check_day: Callable[[date], None]
) -> Iterator[VisitRow | None]:
    """Turn texts into values column by column: a call for each visit and field would cost more than what it does."""

    def day(text: str) -> date:
        found = date.fromisoformat(text)
        check_day(found)
        return found

    days, instants = _Meanings(day), _Meanings(utc_instant)
    turns: dict[type, Callable[[Iterable[Any]], Iterable[Any]]] = {
        int: _numbers,
        bool: lambda texts: [text == "true" for text in texts],
        date: lambda texts: [days[text] for text in texts],
        datetime: lambda texts: [instants[text] for text in texts],
    }
    columns = zip(_KINDS, zip(*texts, strict=True), strict=False)
    values = [turns[kind](column) if kind in turns else column for kind, column in columns]
    hashes = [hashlib.sha256(line).hexdigest() for line in lines]
    rows = zip(*values, repeat("{}"), hashes, strict=False)
    if _WRONG in (*days.values(), *instants.values()):
        return (None if _WRONG in row else row for row in rows)
    return rows


def _numbers(texts: Iterable[str | None]) -> list[int | None]:
    return [None if text is None else int(text) for text in texts]


class _Meanings(dict[str | None, Any]):
    """What the texts of a batch mean, each looked at once; a text that is not there means nothing."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        super().__init__({None: None})
        self._read = read

    def __missing__(self, text: str) -> Any:  # noqa: ANN401 - whatever is read
        try:
            found = self._read(text)
        except (ValueError, OverflowError):
            found = _WRONG
        self[text] = found
        return found
