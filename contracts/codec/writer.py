"""Turn frozen dataclasses into JSON values; `contracts.codec.reader` reads them again.

Every fact and every answer of a busy hall goes through here, so what to do with a type is found out once.
"""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any

from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields

_PLAIN = frozenset({str, int, float, bool, type(None)})
_WRITERS: dict[type, Callable[[Any], Any]] = {}


def to_json(value: Any) -> Any:
    """Return `value` (dataclass, enum, instant, day, container or scalar) as what `json.dumps` takes."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    write = _WRITERS.get(kind)
    if write is None:
        write = _WRITERS[kind] = _writer_of(kind)
    return write(value)


def without_defaults(body: Any) -> Any:
    """Return the body of a request as `to_json` does, without the fields that have their default.

    An older hall refuses a field that it does not know: a newer one stands in a body only where it changes something.
    """
    if isinstance(body, Struct):
        changed = {field.name: getattr(body, field.name) for field in fields(body) if _is_changed(body, field)}
        return {name: without_defaults(item) for name, item in changed.items()}
    return [without_defaults(one) for one in body] if isinstance(body, tuple | list) else to_json(body)


def _is_changed(body: Struct, field: FieldInfo) -> bool:
    return field.default is NODEFAULT or bool(getattr(body, field.name) != field.default)


def instant_text(value: datetime) -> str:
    """Return an aware instant as RFC 3339 in UTC with a `Z`; a naive one is a bug and raises ValueError."""
    if value.tzinfo is not UTC:
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone cannot cross a process border")
        value = value.astimezone(UTC)
    return value.isoformat().replace("+00:00", "Z")


def _writer_of(kind: type) -> Callable[[Any], Any]:
    if issubclass(kind, Struct):
        return _writer_of_fields(kind.__struct_fields__)
    if dataclasses.is_dataclass(kind):
        return _writer_of_fields(tuple(field.name for field in dataclasses.fields(kind)))
    for base, write in _BY_BASE:
        if issubclass(kind, base):
            return write
    return lambda value: value


def _writer_of_fields(names: tuple[str, ...]) -> Callable[[Any], Any]:
    def write(value: Any) -> dict[str, Any]:
        written = {}
        for name in names:
            item = getattr(value, name)
            written[name] = item if type(item) in _PLAIN else to_json(item)
        return written

    return write


def _write_mapping(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): to_json(item) for key, item in value.items()}


def _write_many(value: Any) -> list[Any]:
    return [to_json(item) for item in value]


_BY_BASE: tuple[tuple[type | tuple[type, ...], Callable[[Any], Any]], ...] = (
    (enum.Enum, lambda value: value.value),
    (datetime, instant_text),
    (date, date.isoformat),
    (Mapping, _write_mapping),
    ((list, tuple, frozenset), _write_many),
)
"""An instant is a day, too: what comes first holds."""
