"""Bodies of requests with one mistake each, made from the fields of the class: for the table of refusals."""

from __future__ import annotations

import enum
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from contracts.codec.message import Request, fields

RIGHT: dict[Any, Any] = {
    str: "x",
    int: 1,
    float: 1.5,
    bool: True,
    date: "2026-11-24",
    datetime: "2026-11-24T05:00:00Z",
}
VALUES = (None, "", "one", "7", 7, 7.0, 7.5, True, [7], {"one": 7})
"""One value of each kind of JSON, and some that only look right."""
MOMENTS = (
    "2026-11-24T05:00:00", "9999-12-31T23:59:59Z", "1899-12-31T00:00:00Z",
    "2026-11-24T25:00:00Z", "2026-02-30", "24.11.2026",
)  # fmt: skip
"""No instants that a hall takes: without a time zone, out of range, or of no day or hour; and no days."""
TAKES: dict[Any, tuple[type, ...]] = {str: (str,), int: (int,), float: (int, float), bool: (bool,)}
"""What JSON may hold for a field of a type, without any conversion; a day and an instant take none of the values."""


class Given(NamedTuple):
    """A body, the path of its one change, and whether the change is no mistake."""

    body: Any
    path: str
    right: bool = False


def bodies_of(kind: type[Request]) -> Iterator[Given]:
    """Return bodies of a request: a right one, and others with a mistake in one field or in a part of it."""
    hints = typing.get_type_hints(kind)
    right = {name: right_value(hint) for name, hint in hints.items()}
    yield Given(right, "", right=True)
    yield Given([right], "")
    yield Given({**right, "extra": 1}, "extra")
    for field in fields(kind):
        rest = {name: item for name, item in right.items() if name != field.name}
        yield Given(rest, field.name, right=not field.required)
    for name, hint in hints.items():
        for given in _values_of(hint, name):
            yield Given({**right, name: given.body}, given.path, given.right)


def _values_of(hint: Any, path: str) -> Iterator[Given]:
    for value in (*VALUES, *(MOMENTS if _inner(hint) in {date, datetime} else ())):
        if not isinstance(value, list | dict) or _inner(hint) in RIGHT:
            yield Given(value, path, right=_takes(hint, value))
    yield from _values_within(_inner(hint), path)


def _values_within(hint: Any, path: str) -> Iterator[Given]:
    if isinstance(hint, type) and issubclass(hint, Request):
        for given in bodies_of(hint):
            yield Given(given.body, f"{path}.{given.path}".rstrip("."), given.right)
    elif typing.get_origin(hint) in {tuple, list}:
        part = typing.get_args(hint)[0]
        for given in _values_of(part, f"{path}[1]"):
            yield Given([right_value(part), given.body], given.path, given.right)
    elif _is_map(hint):
        for given in _values_of(typing.get_args(hint)[1], f"{path}.key"):
            yield Given({"key": given.body}, given.path, given.right)


def _takes(hint: Any, value: Any) -> bool:
    if hint is Any:
        return True
    if value is None:
        return types.NoneType in typing.get_args(hint)
    hint = _inner(hint)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return value in [one.value for one in hint] and type(value) in {str, int}
    return type(value) in TAKES.get(hint, ())


def right_value(hint: Any) -> Any:
    """Return a value that a field of this type takes, as JSON."""
    hint = _inner(hint)
    if hint is Any or hint in RIGHT:
        return RIGHT.get(hint, 1)
    if typing.get_origin(hint) in {tuple, list}:
        return [right_value(one) for one in typing.get_args(hint) if one is not ...]
    if _is_map(hint):
        return {"key": right_value(typing.get_args(hint)[1])}
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return next(iter(hint)).value
    return {name: right_value(one) for name, one in typing.get_type_hints(hint).items()}


def _inner(hint: Any) -> Any:
    """Return the type of a field that may be null without that; the first one where there are several."""
    if typing.get_origin(hint) not in {typing.Union, types.UnionType}:
        return hint
    return next(one for one in typing.get_args(hint) if one is not types.NoneType)


def _is_map(hint: Any) -> bool:
    origin = typing.get_origin(hint)
    return isinstance(origin, type) and issubclass(origin, Mapping)
